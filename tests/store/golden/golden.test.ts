import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { canonicalJson } from '../../../electron/domain/base/canonical-json.ts';
import { foldCase } from '../../../electron/domain/case/state.ts';
import type { RecordedAction } from '../../../electron/domain/entries/case.ts';
import type { Db } from '../../../electron/store/file/db.ts';
import { entriesOf } from '../../../electron/store/journal/entries.ts';
import { kindCode } from '../../../electron/store/journal/subject.ts';
import { rebuildProjections } from '../../../electron/store/verify/rebuild.ts';
import { stateHash } from '../../../electron/store/verify/state-hash.ts';
import { goldenOffice } from '../../support/desk/golden.ts';
import { findingsOf, openTestStore, stateHash as everyRow } from '../../support/desk/test-store.ts';

/**
 * Offices as an earlier version left them on disk: thirty invented cases with tills, receipts, prints, lists, waiting files and a paper kit, at
 * three desks; and the same after a restore, going on under a fourth. What was recorded of them then is what they are for good: an entry
 * that is in a file must fold to the same for as long as there are such files. A hash here changes only when a derived table gains or loses a column,
 * and then `folds` stays as it is.
 */
/** `state` is over the tables too: a new table that is derived from the journal changes it, and `folds` stays. */
const offices = [
  {
    file: 'form-1-practice.sqlite.gz',
    entries: 199,
    state: '1a268ed35f9dc04d77f5d5af7f70b055d5801d423a257cca9261e23557d7c93f',
    folds: '5f7476d5ab9ab11f50e8c6dc378f45e0d84bdad3b67414f2e0e1f0aff7bea115',
  },
  {
    file: 'form-1-restored.sqlite.gz',
    entries: 200,
    state: 'e5bfa8aee4138d5d929325f889b015187f32b20f5a9dbcccd40bb29a86a0a121',
    folds: '247f6bdad71a9e86ce2496433dcfaf70dc71f1bc0a2b725d8ecc8ac2e0c3c512',
  },
] as const;

/** What every case of the file folds to. */
function foldsOf(db: Db): string {
  const cases = db
    .prepare('SELECT subject_id FROM subject WHERE kind = ? ORDER BY name')
    .pluck()
    .all(kindCode('case')) as number[];
  const hash = createHash('sha256');
  for (const row of cases) {
    const actions = entriesOf<RecordedAction>(db, row);
    if (actions.length > 0) hash.update(canonicalJson(JSON.parse(JSON.stringify(foldCase(actions)))));
  }
  return hash.digest('hex');
}

test.each(offices)('$file opens, is whole, and is what it was', ({ file, entries, state, folds }) => {
  const folder = goldenOffice(file);
  const store = openTestStore(folder);
  expect(store.db.prepare('SELECT count(*) FROM journal').pluck().get()).toBe(entries);
  const kinds = store.db.prepare('SELECT DISTINCT kind FROM journal JOIN subject USING (subject_id) ORDER BY kind').pluck().all();
  expect(kinds).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(findingsOf(store.db)).toEqual([]);
  expect(stateHash(store.db)).toBe(state);
  expect(foldsOf(store.db)).toBe(folds);
  const rows = everyRow(store.db);
  rebuildProjections(store.db);
  expect(everyRow(store.db)).toBe(rows);
  store.close();
  const again = openTestStore(folder);
  expect(stateHash(again.db)).toBe(state);
  again.close();
});
