import { expect, test } from 'vitest';
import { HubFault } from '../../../../../electron/exchange/hub/link.ts';
import { chainsHere } from '../../../../../electron/store/centre/exchange/commits.ts';
import { rebuildProjections } from '../../../../../electron/store/safety/verify/rebuild.ts';
import { stateHash } from '../../../../../electron/store/safety/verify/state-hash.ts';
import { verifyStore } from '../../../../../electron/store/safety/verify/verify.ts';
import {
  closedAfterwards,
  codeFor,
  joined,
  practice,
  received,
  syncFault,
  synced,
  twinWay,
} from '../../../../support/centre/hub/hub-desks.ts';
import { createTwin } from '../../../../support/centre/hub/twin.ts';
import { monday } from '../../../../support/desk/test-desk.ts';

const open = closedAfterwards();
const day = 86_400_000;

test('the hub is away for sixty days by the clock: each counter works on, and afterwards they hold one register', async () => {
  const time = { at: monday };
  let isAway = false;
  const twin = createTwin({ centre: '27112', now: () => time.at });
  const way = twinWay(twin);
  const cut = {
    ...way,
    openLink: async (place: Parameters<typeof way.openLink>[0]) => {
      if (isAway) throw new HubFault('hub-away');
      return way.openLink(place);
    },
  };
  const desks = [await practice(open, 'Q1', cut), await practice(open, 'Q2', cut), await practice(open, 'Q3', cut)];
  for (const [at, desk] of desks.entries()) await joined(desk, codeFor(twin, desk.name, at + 1));
  for (const desk of [...desks, ...desks]) await synced(desk);
  const [q1] = desks as [(typeof desks)[0], ...typeof desks];
  const shared = await received(q1, 1);
  for (const desk of desks) await synced(desk);
  isAway = true;
  const numbers = new Set<string>([shared.number.local]);
  for (let at = 1; at <= 60; at += 1) {
    time.at += day;
    for (const [no, desk] of desks.entries()) {
      desk.clock.at = time.at + no * 1000;
      expect(await syncFault(desk)).toBe('hub-away');
      if (at % 3 === 0) numbers.add((await received(desk, 1000 * (no + 1) + at)).number.local);
    }
  }
  // One of them handled on the last day what all knew on the first.
  await q1.get('clerk', 'case.act', { caseId: shared.caseId, act: { type: 'transfer' } });
  for (const desk of desks) {
    const { count, oldestAt } = (await desk.get('clerk', 'system.status')).outbox;
    expect([count >= 20, Date.parse(oldestAt) <= monday + 4 * day]).toEqual([true, true]);
    expect((await desk.get('admin', 'hub.state')).link.trouble.code).toBe('hub-away');
  }
  isAway = false;
  for (const desk of [...desks, ...desks]) await synced(desk);
  const stores = desks.map(({ context }) => context.store.db);
  expect(numbers.size).toBe(61);
  for (const desk of desks) {
    const held = desk.context.store.db.prepare('SELECT number FROM case_summary').pluck().all() as string[];
    expect([held.length, new Set(held).size]).toEqual([61, 61]);
    const { state } = await desk.get('clerk', 'case.get', { caseId: shared.caseId });
    expect(state.status).toBe('processing');
    expect((await desk.get('clerk', 'system.status')).outbox.count).toBe(0);
    expect((await desk.get('supervisor', 'conflict.list')).conflicts).toEqual([]);
  }
  expect(stores.map(chainsHere)).toEqual(stores.map(() => chainsHere(stores[0] as (typeof stores)[number])));
  const told = stores.map(stateHash);
  for (const db of stores) rebuildProjections(db);
  expect({ told, rebuilt: stores.map(stateHash) }).toEqual({
    told: told.map(() => told[0]),
    rebuilt: told.map(() => told[0]),
  });
  for (const db of stores) expect(verifyStore(db).flatMap(({ found }) => found)).toEqual([]);
});
