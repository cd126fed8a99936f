import { expect, test } from 'vitest';
import { firstEntryAt } from '../../../../electron/store/journal/journal.ts';
import { createTwin } from '../../../support/centre/hub/twin.ts';
import {
  closedAfterwards,
  codeFor,
  joined,
  letIn,
  openHubDesk,
  practice,
  received,
  synced,
  twinWay,
} from '../../../support/centre/hub/hub-desks.ts';
import { monday, openTestDesk, password } from '../../../support/desk/test-desk.ts';

const open = closedAfterwards();
const day = 86_400_000;

test('the register of a centre began at its first counter, at whichever of them it is asked', async () => {
  const now = monday + 25 * day;
  const way = twinWay(createTwinOf(() => now));
  const one = await practice(open, 'Q1', way);
  await received(one, 1);
  const began = firstEntryAt(one.context.store.db) ?? 0;
  // A counter that was bought four weeks later, after the period began.
  const made = openTestDesk({ at: now });
  await made.get('office.openPractice', { cases: 0, seed: 1, password });
  await made.desk.close();
  const two = openHubDesk('Q2', made.folder, 2, way);
  open.push(two);
  for (const desk of [one, two]) desk.clock.at = now + 3_600_000;
  const own = firstEntryAt(two.context.store.db);
  expect(own).toBeGreaterThan(began + 20 * 86_400);
  await joined(one, codeFor(twin, 'Q1', 100));
  await joined(two, codeFor(twin, 'Q2', 101));
  for (const desk of [one, two, one, two]) await synced(desk);
  await letIn(one);
  for (const desk of [two, one, two]) await synced(desk);
  for (const desk of [one, two]) expect([desk.name, firstEntryAt(desk.context.store.db)]).toEqual([desk.name, began]);
});

let twin: ReturnType<typeof createTwin>;
function createTwinOf(now: () => number) {
  twin = createTwin({ centre: '27112', now });
  return twin;
}
