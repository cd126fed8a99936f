import { afterAll, beforeAll, expect, test } from 'vitest';
import { isFault } from '../../../../electron/contract/base/fault.ts';
import type { CaseAction } from '../../../../electron/domain/entries/case.ts';
import { type CaseFile, appended, findCaseFile, recordedNow } from '../../../../electron/store/counter/case/case.ts';
import type { Store } from '../../../../electron/store/store.ts';
import { adoptProcedure, caseId, monday, openTestStore, received } from '../../../support/desk/test-store.ts';

let store: Store;

beforeAll(() => {
  store = openTestStore();
  adoptProcedure(store);
});
afterAll(() => store.close());

const course: readonly CaseAction[] = [
  { type: 'transferred', to: 'Tư pháp', officer: 'officer' },
  { type: 'bundle-moved', to: { kind: 'division', name: 'Tư pháp' } },
  { type: 'supplement-requested', items: ['Giấy chứng sinh'], reason: 'thiếu' },
  { type: 'official-code-attached', official: 'H29.999-261124-0001' },
  { type: 'withdrawn', reason: 'người nộp xin rút' },
];

/** Writes an action and says what the caller makes of it without reading the case again. */
function record(file: CaseFile, action: CaseAction): CaseFile {
  const next = store.write(null, monday, (tx) =>
    appended(file, recordedNow(tx.append({ kind: 'case', caseId: file.caseId }, action), action)),
  );
  if (isFault(next)) throw new Error(next.fault);
  return next;
}

test('a file with one more action on it is the file that is read', () => {
  store.write(null, monday, (tx) => tx.append({ kind: 'case', caseId: caseId(1) }, received(1)));
  let file = findCaseFile(store.db, caseId(1));
  if (file === undefined) throw new Error('no case');
  expect(file.actions).toHaveLength(1);
  for (const action of course) {
    file = record(file, action);
    expect(file).toEqual(findCaseFile(store.db, caseId(1)));
  }
  expect(file.state.status).toBe('withdrawn');
});

test('a case that is not here has no file', () => {
  expect(findCaseFile(store.db, caseId(2))).toBeUndefined();
  expect(findCaseFile(store.db, 'no id')).toBeUndefined();
});
