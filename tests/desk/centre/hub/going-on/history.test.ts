import { expect, test } from 'vitest';
import { createTwin } from '../../../../support/centre/hub/twin.ts';
import { chainsHere, commitsAfter } from '../../../../../electron/store/centre/exchange/commits.ts';
import { verifyStore } from '../../../../../electron/store/safety/verify/verify.ts';
import { goldenOffice, goldenOffices } from '../../../../support/desk/golden.ts';
import {
  type HubDesk,
  codeFor,
  joined,
  openHubDesk,
  practiceFolder,
  synced,
  twinWay,
  closedAfterwards,
} from '../../../../support/centre/hub/hub-desks.ts';
import { monday } from '../../../../support/desk/test-desk.ts';

const open = closedAfterwards();

/** Offices as earlier versions left them; of those that are set up in another ward the centre is that ward's. */
test.each(goldenOffices().map(({ file }) => file))('an office joins with all it has, whole: %s', async (file) => {
  const old = openHubDesk('Q1', goldenOffice(file), 1, twinWay(createTwin({ centre: '00000', now: () => monday })));
  const centre = old.context.getOffice().unitCode;
  await old.close();
  const twin = createTwin({ centre, now: () => monday });
  const way = twinWay(twin);
  const one = openHubDesk('Q1', goldenOffice(file), 1, way);
  open.push(one);
  const cases = one.context.store.db.prepare('SELECT number FROM case_summary ORDER BY number').pluck().all();
  await joined(one, codeFor(twin, 'Q1', 1, centre));
  const wrong = (desk: HubDesk) =>
    verifyStore(desk.context.store.db).flatMap(({ name, found }) => found.map((it) => `${name}: ${it}`));
  expect(wrong(one)).toEqual([]);
  if (!one.context.practice()) return;
  const two = openHubDesk('Q2', await practiceFolder(), 2, way);
  open.push(two);
  if (two.context.getOffice().unitCode !== centre) return;
  await joined(two, codeFor(twin, 'Q2', 2, centre));
  for (const desk of [one, two, one, two]) await synced(desk);
  const there = two.context.store.db.prepare('SELECT number FROM case_summary ORDER BY number').pluck().all();
  expect(there).toEqual(cases);
  expect(cases.length).toBeGreaterThan(0);
  expect(chainsHere(two.context.store.db)).toEqual(chainsHere(one.context.store.db));
  expect((await synced(two)).stateHash).toBe((await synced(one)).stateHash);
  expect(wrong(two)).toEqual([]);
  expect(commitsAfter(two.context.store.db, {}).length).toBeGreaterThan(0);
});
