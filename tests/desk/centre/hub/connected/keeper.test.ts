import { expect, test, vi } from 'vitest';
import { backOff } from '../../../../../electron/desk/centre/hub/back-off.ts';
import { endConnected, keepConnected } from '../../../../../electron/desk/centre/hub/keeper.ts';
import { stateOf } from '../../../../../electron/desk/centre/hub/state.ts';
import { HubFault } from '../../../../../electron/exchange/hub/link.ts';
import { createTwin } from '../../../../support/centre/hub/twin.ts';
import {
  type HubDesk,
  closedAfterwards,
  codeFor,
  joined,
  openHubDesk,
  practiceFolder,
  twinWay,
} from '../../../../support/centre/hub/hub-desks.ts';
import { monday, reception } from '../../../../support/desk/test-desk.ts';

const open = closedAfterwards();

test('a desk waits longer after each failure, never more than a minute, and not all at once', () => {
  const least = [1, 2, 3, 4, 5, 6, 7, 8, 1000].map((failures) => backOff(failures, 0));
  expect(least).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
  expect(backOff(1, 0.999)).toBeLessThan(1001);
  expect(backOff(50, 0.999)).toBeLessThan(60_001);
  expect(backOff(0, 0)).toBe(500);
});

test('what one desk receives another has soon, without anybody asking; a cut line mends by itself', async () => {
  const twin = createTwin({ centre: '27112', now: () => monday });
  const way = twinWay(twin);
  for (const name of ['Q1', 'Q2']) {
    const desk = openHubDesk(name, await practiceFolder(), open.length + 1, way);
    open.push(desk);
    await joined(desk, codeFor(twin, name, open.length));
    keepConnected(desk.context);
    keepConnected(desk.context);
  }
  const [one, two] = open as [HubDesk, HubDesk];
  const has = (desk: HubDesk, caseId: string) =>
    vi.waitFor(async () => expect((await desk.call('clerk', 'case.get', { caseId })).ok).toBe(true), {
      timeout: 30_000,
      interval: 20,
    });
  const first = await one.get('clerk', 'case.receive', reception());
  await has(two, first.caseId);
  await vi.waitFor(() => expect(stateOf(two.context)?.state).toBe('connected'), { timeout: 30_000, interval: 10 });
  twin.cut();
  const requestId = '0193f6b0-0000-7000-8000-000000000009';
  const second = await two.get('clerk', 'case.receive', reception({ requestId }));
  await has(one, second.caseId);
});

test('a mistake of ours in an exchange: told with its reference, logged once, tried again until it is gone', async () => {
  const twin = createTwin({ centre: '27112', now: () => monday });
  let broken = false;
  let tried = 0;
  const way = twinWay(twin, (link) => ({
    ...link,
    hello: async () => {
      tried += 1;
      if (broken) throw new TypeError('nobody thought of this');
      return link.hello();
    },
  }));
  const desk = openHubDesk('Q1', await practiceFolder(), 1, way);
  open.push(desk);
  await joined(desk, codeFor(twin, 'Q1', 1));
  keepConnected(desk.context);
  const stands = (state: string) =>
    vi.waitFor(() => expect(stateOf(desk.context)?.state).toBe(state), { timeout: 30_000, interval: 10 });
  await stands('connected');
  broken = true;
  twin.cut();
  await stands('alone');
  const before = tried;
  await vi.waitFor(() => expect(tried).toBeGreaterThan(before + 1), { timeout: 30_000, interval: 20 });
  const bugs = desk.log
    .filter(({ event }) => event === 'bug')
    .map(({ data }) => data as { ref: string; error: string });
  expect(bugs).toEqual([expect.objectContaining({ error: expect.stringContaining('nobody thought of this') })]);
  const trouble = stateOf(desk.context)?.trouble;
  expect(trouble?.code).toBe('hub-unexpected');
  expect(trouble?.vi).toContain(bugs[0]?.ref);
  expect(await desk.call('admin', 'hub.sync')).toMatchObject({ ok: false, fault: { code: 'hub-unexpected' } });
  broken = false;
  await stands('connected');
  expect(stateOf(desk.context)?.trouble).toBeNull();
});

test('a desk whose key did not come yet asks now and then, and not without a pause', async () => {
  const twin = createTwin({ centre: '27112', now: () => monday });
  const way = twinWay(twin);
  const first = openHubDesk('Q1', await practiceFolder(), 1, way);
  open.push(first);
  await joined(first, codeFor(twin, 'Q1', 1));
  let asked = 0;
  const waits = openHubDesk('Q2', await practiceFolder(), 2, {
    ...way,
    openLink: async (place) => {
      const link = await way.openLink(place);
      const hello = () => {
        asked += 1;
        if (asked > 40) throw new TypeError('asked without a pause');
        return link.hello();
      };
      return { ...link, hello };
    },
  });
  open.push(waits);
  await joined(waits, codeFor(twin, 'Q2', 2));
  keepConnected(waits.context);
  await vi.waitFor(() => expect(stateOf(waits.context)?.state).toBe('connected'), { timeout: 30_000, interval: 10 });
  const before = asked;
  await waits.get('clerk', 'case.receive', reception());
  await vi.waitFor(() => expect(asked).toBeGreaterThan(before), { timeout: 30_000, interval: 10 });
  expect(asked).toBeLessThan(before + 5);
  expect(stateOf(waits.context)).toMatchObject({ state: 'connected', outbox: { entries: expect.any(Number) } });
  expect(stateOf(waits.context)?.outbox.entries).toBeGreaterThan(0);
});

test('a desk that was shut out asks again every ten minutes, and comes in where it may', async () => {
  const twin = createTwin({ centre: '27112', now: () => monday });
  let [tried, isOut] = [0, false];
  const way = twinWay(twin, (link) => {
    tried += 1;
    if (isOut) throw new HubFault('hub-refused');
    return link;
  });
  const desk = openHubDesk('Q1', await practiceFolder(), 1, way);
  open.push(desk);
  await joined(desk, codeFor(twin, 'Q1', 1));
  isOut = true;
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    keepConnected(desk.context);
    const minutes = async (count: number) => {
      await vi.advanceTimersByTimeAsync(count * 60_000);
      return tried;
    };
    const first = await minutes(0);
    expect([await minutes(9), await minutes(2), await minutes(9)]).toEqual([first, first + 1, first + 2]);
    expect(stateOf(desk.context)).toMatchObject({ state: 'stopped', trouble: { code: 'hub-shut-out' } });
    isOut = false;
    await minutes(10);
    await vi.waitUntil(() => stateOf(desk.context)?.state === 'connected');
  } finally {
    vi.useRealTimers();
    await endConnected(desk.context);
  }
});

test('on an island nothing begins', async () => {
  const twin = createTwin({ centre: '27112', now: () => monday });
  const way = twinWay(twin);
  const desk = openHubDesk('Q1', await practiceFolder(), 1, {
    ...way,
    openLink: () => Promise.reject(new Error('an island goes nowhere')),
  });
  open.push(desk);
  keepConnected(desk.context);
  expect(stateOf(desk.context)).toBeNull();
  expect(await desk.get('clerk', 'system.status')).toMatchObject({
    centre: null,
    outbox: { count: 0, oldestAt: null },
  });
});
