import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HubWay } from '../../../../electron/desk/core/ports.ts';
import type { HubBox } from '../../../../electron/exchange/hub/box/box.ts';
import { readCode, writeCode } from '../../../../electron/exchange/hub/code.ts';
import { openLink, spendCode } from '../../../../electron/exchange/hub/postgres.ts';
import { newSecret } from '../../../../electron/exchange/hub/scram.ts';
import {
  type HubDesk,
  closedAfterwards,
  joined,
  openHubDesk,
  practiceFolder,
  synced,
} from '../../../support/centre/hub/hub-desks.ts';
import { enrolled, hasPostgres, startHub } from '../../../support/centre/hub/office-hub.ts';
import { monday, reception } from '../../../support/desk/test-desk.ts';

const minute = 60_000;
const hour = 60 * minute;
/** 14:30: what is received after 15:00 is promised for the next day, so that an hour decides the promised date. */
const halfPastTwo = monday + 5.5 * hour;

/** The hub is an hour off, or the counter is: the same difference, which a machine cannot tell apart (docs/adr/0026-the-hub.md, “Whose clock is wrong”). */
describe.skipIf(!hasPostgres)('a real hub and a counter an hour apart', () => {
  let box: HubBox;
  beforeAll(async () => {
    box = await startHub();
  });
  afterAll(() => box.stop());
  const open = closedAfterwards();
  let requests = 0;

  /** The counter works on a Monday, whenever this runs: the hub's own clock, which runs, is moved to that day and by `off`. */
  function atHub(off: { by: number }): HubWay {
    const moved = halfPastTwo - Date.now();
    // Each counter is a program of its own.
    const own = { process: randomUUID() };
    return {
      readCode: async (text) => readCode(text),
      newSecret: async () => newSecret(),
      spendCode: (place, word) => spendCode(place, word, own),
      openLink: async (place) => {
        const link = await openLink(place, own);
        const hello: typeof link.hello = async () => {
          const said = await link.hello();
          return { ...said, now: said.now + moved + off.by };
        };
        return { ...link, hello };
      },
    };
  }

  async function counter(name: string): Promise<{ readonly desk: HubDesk; readonly off: { by: number } }> {
    const off = { by: 0 };
    const desk = openHubDesk(name, await practiceFolder(), Number(name.slice(1)), atHub(off));
    open.push(desk);
    desk.clock.at = halfPastTwo;
    await joined(desk, writeCode(await enrolled(box, name)));
    expect((await synced(desk)).notices.map(({ code }) => code)).not.toContain('hub-clock-differs');
    return { desk, off };
  }

  /** The promised date of a reception; the fault's code where there is none. */
  async function promised(desk: HubDesk): Promise<string> {
    requests += 1;
    const requestId = `0193f6b0-0000-7000-8000-${String(requests).padStart(12, '0')}`;
    const answer = await desk.call('clerk', 'case.receive', reception({ requestId, procedureCode: '2.000815' }));
    return answer.ok ? (answer.value as { dueDate: string }).dueDate : answer.fault.code;
  }

  const today = '2026-11-23';
  const onWall = { date: today, reason: 'Đồng hồ treo tường ở quầy' };

  test.each([
    ['ahead', 'Q1', hour],
    ['behind', 'Q2', -hour],
  ] as const)(
    'the hub an hour %s: no promise until one person has looked, then the one by the counter',
    async (...of) => {
      const [, name, by] = of;
      const { desk, off } = await counter(name);
      expect(await promised(desk)).toBe(today);
      off.by = by;
      await synced(desk);
      expect(await promised(desk)).toBe('clock-untrusted');
      await desk.get('supervisor', 'system.confirmClock', onWall);
      expect(await promised(desk)).toBe(today);
      await desk.close();
      desk.open();
      await synced(desk);
      expect(await promised(desk)).toBe(today);
    },
  );

  test('the counter an hour ahead: no promise, which would be of another day, until its clock is put right; then without a question', async () => {
    const { desk } = await counter('Q3');
    expect(await promised(desk)).toBe(today);
    desk.clock.at += hour;
    await synced(desk);
    expect(await promised(desk)).toBe('clock-untrusted');
    desk.clock.at -= hour;
    await synced(desk);
    expect(await promised(desk)).toBe(today);
    // What would have been printed: 24 November is a public holiday.
    desk.clock.at += hour;
    desk.context.clock.heard(null);
    expect(await promised(desk)).toBe('2026-11-25');
  });
});
