import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepConnected } from '../../../../../electron/desk/centre/hub/keeper.ts';
import { stateOf } from '../../../../../electron/desk/centre/hub/state.ts';
import type { HubLink } from '../../../../../electron/exchange/hub/link.ts';
import {
  type HubDesk,
  closedAfterwards,
  codeFor,
  joined,
  practice,
  received,
  synced,
  twinWay,
} from '../../../../support/centre/hub/hub-desks.ts';
import { createTwin } from '../../../../support/centre/hub/twin.ts';
import { monday } from '../../../../support/desk/test-desk.ts';

/** Time passes here only where a test says so: what comes without it came because somebody was woken. */
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
const open = closedAfterwards();
afterEach(() => {
  vi.useRealTimers();
});

type Seen = { hellos: number; pulls: number; appends: number; hint: (pos: number) => void };

/** Desks of one centre that stay connected, each with the key and nothing left to say; `seen` is what each asked of the hub. */
async function connectedDesks(
  names: readonly string[],
  around: (link: HubLink, no: number) => HubLink = (link) => link,
) {
  const twin = createTwin({ centre: '27112', now: () => monday });
  const seen = new Map<number, Seen>();
  const way = twinWay(twin, (link, no) => {
    const of: Seen = { hellos: 0, pulls: 0, appends: 0, hint: () => undefined };
    seen.set(no, of);
    const counted: HubLink = {
      ...link,
      hello: () => {
        of.hellos += 1;
        return link.hello();
      },
      pull: (...asked) => {
        of.pulls += 1;
        return link.pull(...asked);
      },
      append: (row) => {
        of.appends += 1;
        return link.append(row);
      },
      onHint: (told) => {
        of.hint = told;
        link.onHint(told);
      },
    };
    return around(counted, no);
  });
  const desks: HubDesk[] = [];
  for (const [at, name] of names.entries()) {
    const desk = await practice(open, name, way);
    await joined(desk, codeFor(twin, name, at + 1));
    desks.push(desk);
  }
  for (const desk of [...desks, ...desks]) await synced(desk);
  for (const desk of desks) keepConnected(desk.context);
  for (const desk of desks) await vi.waitUntil(() => isQuiet(desk));
  const of = (no: number): Seen => seen.get(no) as Seen;
  // Whatever they told each other by beginning is over, and so is the rest after it.
  await passed(2_000);
  return { twin, desks, of };
}

function isQuiet({ context }: HubDesk): boolean {
  const state = stateOf(context);
  return state?.state === 'connected' && state.outbox.entries === 0;
}

/** So much time, and what was begun by it is done. */
async function passed(milliseconds: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(milliseconds);
  await turns();
}

/** What has begun and waits for no time comes to its end. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 200; turn += 1) await new Promise((next) => setImmediate(next));
}

async function has(desk: HubDesk, caseId: string): Promise<boolean> {
  return (await desk.call('clerk', 'case.get', { caseId })).ok;
}

test('what is received is at the hub within fifty milliseconds, and at the other counter with no time more', async () => {
  const { twin, desks } = await connectedDesks(['Q1', 'Q2']);
  const [one, two] = desks as [HubDesk, HubDesk];
  const before = twin.rows().length;
  const { caseId } = await received(one, 1);
  await turns();
  expect(twin.rows()).toHaveLength(before);
  await passed(50);
  expect(twin.rows()).toHaveLength(before + 1);
  expect(await has(two, caseId)).toBe(true);
});

test('what is written close together goes together, and takes nothing in', async () => {
  const { desks, of } = await connectedDesks(['Q1', 'Q2']);
  const [one] = desks as [HubDesk];
  const before = { ...of(1) };
  const timers = vi.getTimerCount();
  for (let index = 1; index <= 5; index += 1) await received(one, index);
  expect(vi.getTimerCount()).toBe(timers + 1);
  await passed(50);
  expect(of(1)).toMatchObject({ hellos: before.hellos + 1, pulls: before.pulls, appends: before.appends + 1 });
  // The next is gathered anew.
  await received(one, 6);
  await passed(50);
  expect(of(1)).toMatchObject({ hellos: before.hellos + 2, pulls: before.pulls, appends: before.appends + 2 });
});

test('a hundred hints begin one exchange, and another only after a rest; none is begun by what is known', async () => {
  const { twin, of } = await connectedDesks(['Q1']);
  const known = twin.rows().length;
  const { hellos } = of(1);
  of(1).hint(known);
  await turns();
  expect(of(1).hellos).toBe(hellos);
  for (let pos = 1; pos <= 100; pos += 1) of(1).hint(known + pos);
  await turns();
  expect(of(1).hellos).toBe(hellos + 1);
  // One that stands for nothing is asked for once.
  await passed(3_000);
  expect(of(1).hellos).toBe(hellos + 1);
  for (let round = 0; round < 50; round += 1) {
    of(1).hint(known + 1);
    await passed(20);
  }
  const asked = of(1).hellos - hellos - 1;
  expect(asked).toBeGreaterThanOrEqual(5);
  expect(asked).toBeLessThanOrEqual(10);
});

test('a hint that is lost is made up for after five seconds', async () => {
  const deaf = (link: HubLink): HubLink => ({ ...link, onHint: () => undefined });
  const { desks } = await connectedDesks(['Q1', 'Q2'], deaf);
  const [one, two] = desks as [HubDesk, HubDesk];
  const { caseId } = await received(one, 1);
  await passed(2_000);
  expect(await has(two, caseId)).toBe(false);
  await passed(3_000);
  expect(await has(two, caseId)).toBe(true);
});

test('what goes wrong in telling is said as ever', async () => {
  let isForked = false;
  const { desks } = await connectedDesks(['Q1'], (link) => ({
    ...link,
    append: async (row) => (isForked ? { is: 'forked', seq: row.firstSeq } : link.append(row)),
  }));
  const [one] = desks as [HubDesk];
  isForked = true;
  await received(one, 1);
  await passed(200);
  expect(stateOf(one.context)).toMatchObject({ state: 'stopped', trouble: { code: 'hub-desk-copied' } });
});

test('the catalogue is worked out again by what another counter says of its office, and not by its cases', async () => {
  const { desks } = await connectedDesks(['Q1', 'Q2']);
  const [one, two] = desks as [HubDesk, HubDesk];
  // With the first comes what it rests on.
  await received(one, 1);
  await passed(200);
  const offers = two.context.offers();
  const { caseId } = await received(one, 2);
  await passed(200);
  expect(await has(two, caseId)).toBe(true);
  expect(two.context.offers()).toBe(offers);
  const settings = { ...(await one.get('clerk', 'office.settings')), phone: '028 1111 2222' };
  await one.get('admin', 'office.changeSettings', { settings, reason: 'đổi' });
  await passed(200);
  expect(two.context.offers()).not.toBe(offers);
});

test('an island has no timer more for what it writes', async () => {
  const twin = createTwin({ centre: '27112', now: () => monday });
  const desk = await practice(open, 'Q1', twinWay(twin));
  const before = vi.getTimerCount();
  keepConnected(desk.context);
  await received(desk, 1);
  expect(vi.getTimerCount()).toBe(before);
});
