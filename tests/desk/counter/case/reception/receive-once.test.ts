import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type TestDesk, openPracticeDesk, reception } from '../../../../support/desk/test-desk.ts';

const counted = vi.hoisted(() => ({ folds: 0, reads: 0 }));

// The real fold and the real reading, with a counter before each: nothing is replaced.
vi.mock(import('../../../../../electron/domain/counter/case/state.ts'), async (load) => {
  const real = await load();
  return { ...real, foldCase: (actions) => (counted.folds++, real.foldCase(actions)) };
});
vi.mock(import('../../../../../electron/store/journal/entries.ts'), async (load) => {
  const real = await load();
  return { ...real, entriesOf: (db, row) => (counted.reads++, real.entriesOf(db, row)) };
});

let at: TestDesk;
beforeEach(async () => {
  at = await openPracticeDesk();
});
afterEach(() => at.end());

async function countedIn(call: () => Promise<unknown>): Promise<typeof counted> {
  Object.assign(counted, { folds: 0, reads: 0 });
  await call();
  return { ...counted };
}

test('a reception with its receipt reads and folds the case once', async () => {
  const answer = await countedIn(() => at.get('case.receive', reception({ print: true, printer: 'laser' })));
  expect(answer).toEqual({ folds: 1, reads: 1 });
});

test('an act with its paper reads and folds the case once', async () => {
  const { caseId } = await at.get('case.receive', reception());
  await at.get('case.act', { caseId, act: { type: 'transfer' } });
  at.sit('officer');
  const act = { type: 'request-supplement', reason: 'thiếu giấy chứng sinh', items: ['Giấy chứng sinh'] };
  const answer = await countedIn(() => at.get('case.act', { caseId, act, print: true, printer: 'laser' }));
  expect(answer).toEqual({ folds: 1, reads: 1 });
});
