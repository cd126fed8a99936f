import { afterEach, expect, test } from 'vitest';
import { casesToReturnWith } from '../../../../electron/store/counter/case/of-person.ts';
import { newFolder } from '../../../support/desk/folder.ts';
import { act, adoptProcedure, caseId, monday, openTestStore, received } from '../../../support/desk/test-store.ts';

const store = openTestStore(newFolder());
afterEach(() => store.close());

test('of more than are asked for the longest ready come, and how many there are', () => {
  adoptProcedure(store);
  const { applicant } = received(1);
  for (const nth of [1, 2, 3, 4, 5, 6]) act(store, nth, { ...received(nth), applicant });
  // The case in front, and four in an order that is not that of their reception; the sixth is under way.
  for (const [minutes, nth] of [1, 4, 2, 5, 3].entries()) {
    const body = { type: 'finished', result: 'xong' } as const;
    const at = monday + (minutes + 1) * 60_000;
    store.write(null, at, (tx) => tx.append({ kind: 'case', caseId: caseId(nth) }, body));
  }
  const { cases, count } = casesToReturnWith(store.db, { caseId: caseId(1), idNumbers: [applicant.idNumber] }, 3);
  expect(cases.map((one) => one.caseId)).toEqual([4, 2, 5].map(caseId));
  expect(count).toBe(4);
});
