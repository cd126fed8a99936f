import { expect, test } from 'vitest';
import { stateOf } from '../../../../electron/desk/centre/hub/state.ts';
import { findCentre } from '../../../../electron/store/centre/hub/centre.ts';
import {
  type HubDesk,
  closedAfterwards,
  codeFor,
  joined,
  practice,
  received,
  synced,
  twinWay,
} from '../../../support/centre/hub/hub-desks.ts';
import { createTwin } from '../../../support/centre/hub/twin.ts';
import { reception } from '../../../support/desk/test-desk.ts';

const open = closedAfterwards();
const minute = 60_000;
const hour = 60 * minute;

/** A desk in a centre whose hub's clock is the desk's own, and `hub.ahead` of it; `hub.pulled` is run while an exchange is under way. */
async function withHubClock() {
  const hub: { ahead: number; pulled: () => Promise<void> } = { ahead: 0, pulled: async () => undefined };
  const now: { of: HubDesk | null } = { of: null };
  const twin = createTwin({ centre: '27112', now: () => (now.of?.clock.at ?? 0) + hub.ahead });
  const way = twinWay(twin, (link) => ({
    ...link,
    pull: async (...asked) => {
      await hub.pulled();
      return link.pull(...asked);
    },
  }));
  const desk = await practice(open, 'Q1', way);
  now.of = desk;
  await joined(desk, codeFor(twin, 'Q1', 1));
  return { desk, hub };
}

/** The sentence of a reception that was refused for the clock; null where it went through. */
async function refusal(desk: HubDesk, of: number): Promise<string | null> {
  const requestId = `0193f6b0-0000-7000-8000-${String(of).padStart(12, '0')}`;
  const answer = await desk.call('clerk', 'case.receive', reception({ requestId }));
  if (answer.ok) return null;
  expect(answer.fault.code).toBe('clock-untrusted');
  return answer.fault.message;
}

const confirmed = { date: '2026-11-23', reason: 'Đồng hồ treo tường ở quầy' };
const told = async (desk: HubDesk) => (await synced(desk)).notices.map(({ code }) => code);

async function restarted(desk: HubDesk): Promise<void> {
  await desk.close();
  desk.open();
}

test.each([
  ['ahead', hour, '10:00 23/11/2026', 'nhanh hơn', 'back'],
  ['behind', -hour, '08:00 23/11/2026', 'chậm hơn', 'ahead'],
] as const)('a hub an hour %s: the refusal says whose clock says what, and what to do', async (...asked) => {
  const [, ahead, itsTime, way, state] = asked;
  const { desk, hub } = await withHubClock();
  expect(await refusal(desk, 1)).toBeNull();
  hub.ahead = ahead;
  const { notices } = await synced(desk);
  expect(notices).toMatchObject([{ code: 'hub-clock-differs' }]);
  expect(notices[0]?.vi).toContain(`${way} giờ của quầy này 60 phút`);
  const [vi, en] = (await refusal(desk, 2))?.split(' | ') ?? [];
  expect(vi).toContain(`Giờ của quầy này là 09:00 23/11/2026, của máy chủ trung tâm là ${itsTime}`);
  expect(en).toContain(`This counter’s clock says 09:00 23/11/2026, the centre’s hub says ${itsTime}`);
  for (const sentence of [vi, en]) expect(sentence).toContain('(Alt+9)');
  expect(en).toContain('tell IT that the hub’s clock is wrong');
  const hubAt = ahead > 0 ? '2026-11-23T10:00:00+07:00' : '2026-11-23T08:00:00+07:00';
  expect((await desk.get('clerk', 'system.status')).clock).toMatchObject({ state, hubAt });
  expect(await desk.call('clerk', 'system.confirmClock', confirmed)).toMatchObject({ fault: { code: 'forbidden' } });
});

test('one person’s word for the counter’s clock lasts across restarts, for as long as the hub stays as far off', async () => {
  const { desk, hub } = await withHubClock();
  hub.ahead = hour;
  await synced(desk);
  expect(await refusal(desk, 1)).not.toBeNull();
  expect(await desk.get('supervisor', 'system.confirmClock', confirmed)).toMatchObject({ state: 'good' });
  expect(await refusal(desk, 1)).toBeNull();
  expect(stateOf(desk.context)?.notices.map(({ code }) => code)).toEqual(['hub-clock-confirmed']);
  for (const drift of [0, 9 * minute, -9 * minute, 0]) {
    await restarted(desk);
    hub.ahead = hour + drift;
    desk.clock.at += minute;
    const { notices } = await synced(desk);
    expect(notices).toMatchObject([{ code: 'hub-clock-confirmed' }]);
    expect(notices[0]?.en).toContain('60 minutes ahead of');
    await received(desk, 10 + desk.clock.at / minute);
  }
  // By more than anybody would wait for: it may be this counter that is wrong now.
  hub.ahead = hour + 11 * minute;
  expect(await told(desk)).toEqual(['hub-clock-differs']);
  expect(await refusal(desk, 2)).toContain('10:15');
  await restarted(desk);
  await synced(desk);
  expect(await refusal(desk, 2)).not.toBeNull();
  await desk.get('admin', 'system.confirmClock', confirmed);
  expect(await told(desk)).toEqual(['hub-clock-confirmed']);
  expect(await refusal(desk, 2)).toBeNull();
});

test('once both clocks agree nothing is kept: the next hour is asked about anew', async () => {
  const { desk, hub } = await withHubClock();
  hub.ahead = hour;
  await synced(desk);
  await desk.get('supervisor', 'system.confirmClock', confirmed);
  hub.ahead = 0;
  expect(await told(desk)).toEqual([]);
  expect(await refusal(desk, 1)).toBeNull();
  hub.ahead = hour;
  expect(await told(desk)).toEqual(['hub-clock-differs']);
  expect(await refusal(desk, 2)).not.toBeNull();
});

test('confirmed while an exchange is under way: kept all the same', async () => {
  const { desk, hub } = await withHubClock();
  hub.ahead = hour;
  await synced(desk);
  hub.pulled = async () => {
    hub.pulled = async () => undefined;
    await desk.get('supervisor', 'system.confirmClock', confirmed);
  };
  expect(await told(desk)).toEqual(['hub-clock-confirmed']);
  expect(await refusal(desk, 1)).toBeNull();
  expect(findCentre(desk.context.store.db)?.notices).toMatchObject([{ data: { ahead: hour } }]);
});

test('who has left the centre is not asked about its hub’s clock any more', async () => {
  const { desk, hub } = await withHubClock();
  hub.ahead = hour;
  await synced(desk);
  expect(await refusal(desk, 1)).not.toBeNull();
  await desk.get('admin', 'hub.leave');
  expect(await refusal(desk, 1)).toBeNull();
});

test('a clock that went back by itself is held against the last entry, whatever the hub says', async () => {
  const { desk, hub } = await withHubClock();
  await received(desk, 1);
  desk.clock.at -= hour;
  hub.ahead = hour;
  await synced(desk);
  const [vi, en] = (await refusal(desk, 2))?.split(' | ') ?? [];
  expect(vi).toContain('là 08:00 23/11/2026, của việc đã ghi gần nhất là 09:00 23/11/2026');
  expect(en).toContain('the last recorded entry is of 09:00 23/11/2026');
  expect(vi).not.toContain('máy chủ');
  expect((await desk.get('clerk', 'system.status')).clock.hubAt).toBeUndefined();
});

test.each([
  ['behind', hour],
  ['ahead', -hour],
])(
  'a counter an hour %s that is put right while its hub is away knows it: the machine ran on evenly meanwhile',
  async (...asked) => {
    const [, ahead] = asked;
    const { desk, hub } = await withHubClock();
    let ran = 0;
    desk.clock.ran = () => ran;
    await restarted(desk);
    hub.ahead = ahead;
    await synced(desk);
    const pass = (time: number): void => {
      ran += time;
      desk.clock.at += time;
    };
    expect(await refusal(desk, 1)).not.toBeNull();
    // That an hour passes, asleep or not, makes nothing right.
    pass(hour);
    expect(await refusal(desk, 1)).not.toBeNull();
    // Nor does another hour than the right one, and what is said of the hub goes with it.
    desk.clock.at -= ahead / 4;
    expect(await refusal(desk, 1)).not.toBeNull();
    expect(desk.context.clock.hubAt()).toBe(desk.clock.at + ahead + ahead / 4);
    desk.clock.at += ahead / 4 + ahead - Math.sign(ahead) * 9 * minute;
    expect(desk.context.clock.trust()).toBe('good');
    expect(desk.context.clock.hubAt()).toBeNull();
    // Set wrong again, it is doubted again.
    desk.clock.at -= ahead;
    expect(desk.context.clock.trust()).not.toBe('good');
  },
);

test('opened again without its hub a desk is in doubt as it was, until a person has looked', async () => {
  const { desk, hub } = await withHubClock();
  hub.ahead = hour + 1234;
  await synced(desk);
  await restarted(desk);
  expect(await refusal(desk, 1)).toContain('10:00');
  expect(desk.context.clock.hubAt()).toBe(desk.clock.at + hour + 1234);
  await desk.get('supervisor', 'system.confirmClock', confirmed);
  expect(await refusal(desk, 1)).toBeNull();
  await restarted(desk);
  expect(await refusal(desk, 2)).toBeNull();
});

test('opened again without its hub and in doubt, until an exchange finds that both agree', async () => {
  const { desk, hub } = await withHubClock();
  hub.ahead = -hour;
  await synced(desk);
  await restarted(desk);
  expect(await refusal(desk, 1)).not.toBeNull();
  hub.ahead = 0;
  expect(await told(desk)).toEqual([]);
  expect(await refusal(desk, 1)).toBeNull();
  await restarted(desk);
  expect(await refusal(desk, 2)).toBeNull();
});

/** A counter whose machine says since when it runs, and since which of its starts; as the hub doubts it. */
async function doubtedOnARun(ahead: number) {
  const { desk, hub } = await withHubClock();
  const run = { ran: 5 * hour, boot: 'first' };
  desk.clock.ran = () => run.ran;
  desk.clock.boot = () => run.boot;
  await restarted(desk);
  hub.ahead = ahead;
  await synced(desk);
  expect(await refusal(desk, 1)).not.toBeNull();
  const pass = (time: number): void => {
    run.ran += time;
    desk.clock.at += time;
  };
  return { desk, run, pass };
}

test.each([
  ['behind', hour],
  ['ahead', -hour],
])('an hour %s, put right while no program looked, hub away: good when opened again', async (...asked) => {
  const [, ahead] = asked;
  const { desk, pass } = await doubtedOnARun(ahead);
  await desk.close();
  // Past what it wrote by the wrong clock, which alone would be asked about.
  pass(hour + 20 * minute);
  desk.clock.at += ahead;
  desk.open();
  expect(desk.context.clock.trust()).toBe('good');
  expect(desk.context.clock.hubAt()).toBeNull();
  // Set wrong again, and opened again, it is doubted again; and so it is by another hour than the right one.
  await desk.close();
  desk.clock.at -= ahead / 2;
  desk.open();
  expect(desk.context.clock.trust()).not.toBe('good');
  expect(desk.context.clock.hubAt()).toBe(desk.clock.at + ahead / 2);
});

test('put right before a restart while the program looked: good after it, too', async () => {
  const { desk, pass } = await doubtedOnARun(hour);
  desk.clock.at += hour;
  expect(await refusal(desk, 1)).toBeNull();
  pass(minute);
  await restarted(desk);
  expect(await refusal(desk, 2)).toBeNull();
});

test('opened again and nothing put right, however long it was closed: doubted as before', async () => {
  const { desk, pass } = await doubtedOnARun(hour);
  await desk.close();
  pass(hour);
  desk.open();
  expect(await refusal(desk, 1)).toContain('11:00');
});

test('a machine that was started anew meanwhile proves nothing, though it looks as if its clock had been put right', async () => {
  const { desk, run } = await doubtedOnARun(hour);
  await desk.close();
  // Started an hour after it was started the time before, with the clock as wrong as ever.
  desk.clock.at += 2 * hour;
  run.ran = 6 * hour;
  run.boot = 'second';
  desk.open();
  expect(await refusal(desk, 1)).toContain('12:00');
  // Nor does one that does not say whether it was.
  await desk.close();
  delete desk.clock.boot;
  desk.open();
  expect(await refusal(desk, 1)).not.toBeNull();
});
