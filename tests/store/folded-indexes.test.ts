import { afterEach, expect, test } from 'vitest';
import { fold, foldVersion } from '../../electron/domain/base/vietnamese.ts';
import { searchCases } from '../../electron/store/search/search.ts';
import type { Store } from '../../electron/store/store.ts';
import { newFolder } from '../support/desk/folder.ts';
import { act, adoptProcedure, findingsOf, openTestStore, received } from '../support/desk/test-store.ts';

let store: Store;
afterEach(() => store.close());

test('an index that was folded by other rules is made again when the file is opened, and verify finds nothing', () => {
  const folder = newFolder();
  store = openTestStore(folder);
  adoptProcedure(store);
  const applicant = { ...received(1).applicant, fullName: 'HʼHEN ƀlơ̆' };
  act(store, 1, received(1, { applicant }));
  expect(searchCases(store.db, 'h hen blo', 10)).toHaveLength(1);
  // As the file stood before: ʼ and ƀ were letters of their own, and nobody had noted by which rules.
  store.db.prepare('UPDATE name SET folded = ? WHERE folded = ?').run('hʼhen ƀlo', fold('HʼHEN ƀlơ̆'));
  store.db.exec('DELETE FROM made_by');
  expect(searchCases(store.db, 'h hen blo', 10)).toHaveLength(0);
  store.close();
  store = openTestStore(folder);
  expect(searchCases(store.db, 'h hen blo', 10)).toHaveLength(1);
  expect(store.db.prepare("SELECT version FROM made_by WHERE what = 'fold'").pluck().all()).toEqual([foldVersion]);
  expect(findingsOf(store.db)).toEqual([]);
});
