import { afterEach, expect, test } from 'vitest';
import { fold, foldVersion } from '../../../../electron/domain/base/vietnamese.ts';
import { unpaidSum } from '../../../../electron/store/counter/money/open-fees.ts';
import type { PetitionEvent } from '../../../../electron/domain/entries/petition.ts';
import { findPetition } from '../../../../electron/store/counter/petition/petition.ts';
import { searchCases } from '../../../../electron/store/counter/search/search.ts';
import type { Store } from '../../../../electron/store/store.ts';
import { received as receivedPetition } from '../../../support/data/petition-sample.ts';
import { newFolder } from '../../../support/desk/folder.ts';
import { act, adoptProcedure, caseId, findingsOf, openTestStore, received } from '../../../support/desk/test-store.ts';

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
  store.db.exec("DELETE FROM made_by WHERE what = 'fold'");
  expect(searchCases(store.db, 'h hen blo', 10)).toHaveLength(0);
  store.close();
  store = openTestStore(folder);
  expect(searchCases(store.db, 'h hen blo', 10)).toHaveLength(1);
  expect(store.db.prepare("SELECT version FROM made_by WHERE what = 'fold'").pluck().all()).toEqual([foldVersion]);
  expect(findingsOf(store.db)).toEqual([]);
});

test('a file whose people were renamed by later files shows each case under its own name once it is opened', () => {
  const folder = newFolder();
  store = openTestStore(folder);
  adoptProcedure(store);
  const person = received(1).applicant;
  act(store, 1, received(1, { applicant: { ...person, fullName: 'BÙI THỊ MẬN' } }));
  act(store, 2, received(2, { applicant: { ...person, fullName: 'BÙI THỊ MẪN' } }));
  const names = () => listedNames(store);
  expect(names()).toEqual(['BÙI THỊ MẬN', 'BÙI THỊ MẪN']);
  // As the file stood before: one row of the person, named as they were last.
  const [first, last] = store.db.prepare('SELECT person_id FROM person ORDER BY person_id').pluck().all();
  store.db.prepare('UPDATE case_summary SET person_id = ?').run(last);
  for (const table of ['person', 'person_name', 'digit_tail'])
    store.db.prepare(`DELETE FROM ${table} WHERE person_id = ?`).run(first);
  store.db.exec("DELETE FROM made_by WHERE what = 'projection'");
  expect(names()).toEqual(['BÙI THỊ MẪN', 'BÙI THỊ MẪN']);
  store.close();
  store = openTestStore(folder);
  expect(names()).toEqual(['BÙI THỊ MẬN', 'BÙI THỊ MẪN']);
  expect(findingsOf(store.db)).toEqual([]);
});

test('which fees are open is derived for a file from before it was kept, and verify finds where it is not what the journal tells', () => {
  const folder = newFolder();
  store = openTestStore(folder);
  adoptProcedure(store);
  const fees = [{ name: 'Lệ phí', amount: 12_000, note: '', basis: '' }];
  act(store, 1, received(1, { fees }));
  act(store, 2, received(2));
  const open = () => store.db.prepare('SELECT count(*) FROM fee_open').pluck().get();
  expect([open(), unpaidSum(store.db, [])]).toEqual([1, { files: 1, amount: 12_000, unknown: 0, returned: 0 }]);
  expect(findingsOf(store.db)).toEqual([]);
  store.db.exec('DELETE FROM fee_open; DELETE FROM fee_shape');
  expect(findingsOf(store.db).join()).toContain('fee_open');
  store.db.exec("DELETE FROM made_by WHERE what = 'fees'");
  store.close();
  store = openTestStore(folder);
  expect([open(), unpaidSum(store.db, []).amount]).toEqual([1, 12_000]);
  expect(findingsOf(store.db)).toEqual([]);
});

test('a file asked for papers after its promise counts late once the register is opened, and verify found it before (Điều 19 k5)', () => {
  const folder = newFolder();
  store = openTestStore(folder);
  adoptProcedure(store);
  const facts = received(1, { dueAt: '2020-01-02T17:00:00+07:00' });
  act(store, 1, facts);
  act(store, 1, { type: 'supplement-requested', reason: 'thiếu' });
  act(store, 2, received(2));
  const late = () => store.db.prepare('SELECT counts_late FROM case_summary ORDER BY case_id').pluck().all();
  expect([late(), findingsOf(store.db)]).toEqual([[1, 0], []]);
  // As a program of before left it.
  store.db.exec('UPDATE case_summary SET counts_late = 0');
  expect(findingsOf(store.db).join()).toContain('is not the fold of its actions');
  store.db.exec("DELETE FROM made_by WHERE what = 'late'");
  store.close();
  store = openTestStore(folder);
  expect([late(), findingsOf(store.db)]).toEqual([[1, 0], []]);
});

test('a petition of before is told when it was first passed on once the register is opened, and verify found it before', () => {
  const folder = newFolder();
  store = openTestStore(folder);
  const tell = (day: string, event: PetitionEvent) =>
    store.write(null, Date.parse(`${day}T09:00:00+07:00`), (tx) =>
      tx.append({ kind: 'petition', petitionId: caseId(1) }, event),
    );
  tell('2026-11-02', receivedPetition({ content: 'rule' }));
  tell('2026-11-03', { type: 'petition-forwarded', to: 'Sở Xây dựng', reason: 'Thuộc Sở' });
  tell('2026-11-10', { type: 'petition-sent-back', reason: 'Không thuộc Sở' });
  const passedOn = () => findPetition(store.db, caseId(1))?.passedOnAt;
  expect([passedOn(), findingsOf(store.db)]).toEqual(['2026-11-03T09:00:00+07:00', []]);
  // As a program of before left it.
  store.db.exec("UPDATE petition SET state = json_remove(state, '$.passedOnAt')");
  expect(findingsOf(store.db).join()).toContain('is not the fold of its entries');
  store.db.exec("DELETE FROM made_by WHERE what = 'passedOn'");
  store.close();
  store = openTestStore(folder);
  expect([passedOn(), findingsOf(store.db)]).toEqual(['2026-11-03T09:00:00+07:00', []]);
});

function listedNames({ db }: Store): string[] {
  return searchCases(db, String(received(1).applicant.idNumber), 10)
    .map((found) => found.applicantName)
    .toReversed();
}
