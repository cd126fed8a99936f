import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HubWay } from '../../../../electron/desk/core/ports.ts';
import { joinCentre } from '../../../../electron/desk/centre/hub/join.ts';
import type { HubBox } from '../../../../electron/exchange/hub/box/box.ts';
import { type HubPlace, readCode, writeCode } from '../../../../electron/exchange/hub/code.ts';
import { openLink, spendCode } from '../../../../electron/exchange/hub/postgres.ts';
import { newSecret } from '../../../../electron/exchange/hub/scram.ts';
import { type HubSession, openSession } from '../../../../electron/exchange/hub/session.ts';
import {
  closedAfterwards,
  openHubDesk,
  practiceFolder,
  syncFault,
  synced,
} from '../../../support/centre/hub/hub-desks.ts';
import { enrolled, hasPostgres, startHub } from '../../../support/centre/hub/office-hub.ts';
import { monday } from '../../../support/desk/test-desk.ts';

/** PostgreSQL itself says that there is no connection left: a desk's role has three, and somebody holds them. */
describe.skipIf(!hasPostgres)('a hub without a connection left', () => {
  let box: HubBox;
  beforeAll(async () => {
    box = await startHub();
  });
  afterAll(() => box.stop());
  const open = closedAfterwards();

  test.each([
    ['before the word of the code is spent', 'Q1', false],
    ['behind it', 'Q2', true],
  ] as const)('%s: the same code joins once there is room', async (_what, name, isBehind) => {
    const held: HubSession[] = [];
    const hold = async (place: HubPlace) => {
      for (let nth = 0; nth < 3; nth += 1) held.push(await openSession(place));
    };
    let spoken = 0;
    const way: HubWay = {
      readCode: async (text) => readCode(text),
      newSecret: async () => newSecret(),
      spendCode: async (place, word) => {
        await spendCode(place, word);
        spoken += 1;
        if (isBehind && spoken === 1) await hold({ ...place, secret: word });
      },
      openLink: async (place) => {
        const link = await openLink(place);
        return { ...link, hello: async () => ({ ...(await link.hello()), now: monday }) };
      },
    };
    const desk = openHubDesk(name, await practiceFolder(), Number(name.slice(1)), way);
    open.push(desk);
    const code = await enrolled(box, name);
    if (!isBehind) await hold(code.place);
    expect(await joinCentre(desk.context, writeCode(code))).toMatchObject({ fault: 'hub-full-at-join' });
    expect(await syncFault(desk)).toBe('hub-not-joined');
    expect(held).toHaveLength(3);
    for (const session of held) await session.end();
    expect(await joinCentre(desk.context, writeCode(code))).toMatchObject({ desk: name, centre: '27112' });
    await synced(desk);
  });
});
