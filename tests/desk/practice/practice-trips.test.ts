import { afterEach, expect, test } from 'vitest';
import { placeTrips, trips } from '../../../electron/desk/practice/past/trips.ts';
import { type TestDesk, openTestDesk } from '../../support/desk/test-desk.ts';

const monday = Date.parse('2026-11-23T08:00:00+07:00');

let at: TestDesk | undefined;
afterEach(async () => {
  await at?.end();
  at = undefined;
});

async function makeOffice(asked: Record<string, unknown> = {}): Promise<TestDesk> {
  const desk = openTestDesk({ at: monday });
  at = desk;
  await desk.get('office.openPractice', { cases: 500, seed: 5, password: 'x', ...asked });
  desk.sit('clerk');
  return desk;
}

type Pile = {
  to: { kind: string; name: string };
  late: number;
  cases: { caseId: string; missedFrom: string | null }[];
};
type Group = { group: string; rows: { caseId: string }[] };
type Leg = { stage: string; late: boolean; returnReason: string | null; missed: boolean };

const doubts = (desk: TestDesk) => desk.desk.verify().checks.filter(({ ok }) => !ok);

test('Hand-over has piles to send, one of them late, and a file that was not in the bag; one list waits for its signature', async () => {
  const desk = await makeOffice();
  const { piles } = (await desk.get('handOver.prepare')) as { piles: Pile[] };
  const units = piles.filter(({ to }) => to.kind === 'unit');
  expect(new Set(units.map(({ to }) => to.name)).size).toBe(2);
  expect(units.some(({ late }) => late > 0)).toBe(true);
  expect(units.some(({ late, cases }) => late < cases.length)).toBe(true);
  expect(units.flatMap(({ cases }) => cases).filter(({ missedFrom }) => missedFrom !== null)).toHaveLength(1);
  const { handOvers } = await desk.get('handOver.list', { open: true });
  expect(handOvers).toMatchObject([{ received: false, cases: 1 }]);
  const [{ handOverId }] = handOvers;
  expect(await desk.call('handOver.receive', { handOverId, missing: [], by: 'Nguyễn Văn Thư' })).toMatchObject({
    ok: true,
  });
  expect(doubts(desk)).toEqual([]);
});

test.each([60, 500])('legs stand at every stage, late and in time, come back and missed (%i cases)', async (cases) => {
  const desk = await makeOffice({ cases });
  const { piles } = (await desk.get('handOver.prepare')) as { piles: Pile[] };
  const { groups } = (await desk.get('work.list', { limit: 50 })) as { groups: Group[] };
  const rows = [
    ...piles.flatMap((pile) => pile.cases),
    ...groups.filter(({ group }) => group !== 'waiting').flatMap((group) => group.rows),
  ];
  const legs: Leg[] = [];
  for (const caseId of new Set(rows.map((row) => row.caseId))) {
    legs.push(...((await desk.get('case.get', { caseId })).state.legs as Leg[]));
  }
  expect(new Set(legs.map(({ stage }) => stage))).toEqual(
    new Set(['waiting', 'to-send', 'sent', 'running', 'finished']),
  );
  expect(legs.some(({ late }) => late)).toBe(true);
  expect(legs.filter(({ returnReason }) => returnReason !== null)).toHaveLength(1);
  expect(legs.filter(({ missed }) => missed)).toHaveLength(1);
  const inGroup = (name: string) => groups.find(({ group }) => group === name)?.rows.length ?? 0;
  expect(inGroup('leg-late')).toBeGreaterThanOrEqual(3);
  expect(inGroup('leg-untimed')).toBeGreaterThanOrEqual(1);
  expect(doubts(desk)).toEqual([]);
});

test('a plain office has no file with another agency', async () => {
  const desk = await makeOffice({ plain: true, cases: 60 });
  const { piles } = (await desk.get('handOver.prepare')) as { piles: Pile[] };
  expect(piles.filter(({ to }) => to.kind === 'unit')).toEqual([]);
  expect((await desk.get('handOver.list', { open: false })).handOvers).toEqual([]);
});

test('trips take the latest day that is long enough ago, never a case that stands for a status, and no case twice', () => {
  for (const each of [0, 1, 2, 3, 6, 25, 120, 2580]) {
    const days = Array.from({ length: 20 }, (_, nth) => ({ index: nth, cases: each }));
    const placed = placeTrips(days, 20, 21);
    const files = trips.reduce((sum, trip) => sum + trip.files, 0);
    expect(placed.size).toBeLessThanOrEqual(files);
    if (each >= 6) expect(placed.size).toBe(files);
    for (const [after, { trip }] of placed) {
      expect(after).toBeGreaterThanOrEqual(21);
      const day = 19 - Math.floor(after / each);
      expect(20 - day).toBeGreaterThanOrEqual(trips[trip]?.days ?? 0);
      if (each >= 120) expect(20 - day).toBe(trips[trip]?.days);
    }
  }
});
