import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { marksOf, spentBeyond } from '../../../../electron/domain/safety/backup/series.ts';
import type { CertifiedAction } from '../../../../electron/domain/entries/certification.ts';
import { keptMarks } from '../../../../electron/store/safety/backup/restore.ts';
import {
  bookEntries,
  lastCertified,
  lateSigners,
} from '../../../../electron/store/counter/certification/certification.ts';
import type { Store } from '../../../../electron/store/store.ts';
import { spendNumbers } from '../../../../electron/store/common/office/spent.ts';
import { stateHash } from '../../../../electron/store/safety/verify/state-hash.ts';
import { verifyStore } from '../../../../electron/store/safety/verify/verify.ts';
import { newFolder } from '../../../support/desk/folder.ts';
import { act, adoptProcedure, findingsOf, openTestStore, received, tamper } from '../../../support/desk/test-store.ts';

let folder: string;
let store: Store;

beforeEach(() => {
  folder = newFolder();
  store = openTestStore(folder);
  adoptProcedure(store);
});
afterEach(() => store.close());

function certified(...serials: readonly number[]): CertifiedAction {
  return {
    type: 'certified',
    kind: 'copy',
    series: 'BS.Q1-2026',
    signer: { name: 'Nguyễn Văn Ký', title: 'Chủ tịch' },
    papers: serials.map((serial) => ({ serial, pages: 2, copies: 3, fee: 12_000 })),
  };
}

const numberNotes = () => verifyStore(store.db).find(({ name }) => name === 'numbers')?.notes ?? [];

describe('the book in the file', () => {
  test('a number is given once by the desks of a file, and the next is known', () => {
    act(store, 1, received(1), certified(1, 2));
    expect(() => act(store, 2, received(2), certified(2))).toThrow('02-Q1 of BS.Q1-2026 is given already');
    expect([lastCertified(store.db, 'BS.Q1-2026'), lastCertified(store.db, 'BS.Q1-2027')]).toEqual([2, 0]);
    expect(lateSigners(store.db, 5)).toEqual([{ name: 'Nguyễn Văn Ký', title: 'Chủ tịch' }]);
    expect(findingsOf(store.db)).toEqual([]);
  });

  test('what is passed over is told, and what a restore passed over is no gap', () => {
    act(store, 1, received(1), certified(1));
    act(store, 2, received(2), certified(4));
    expect(numberNotes()).toContain('BS.Q1-2026: 2–3 not used');
    spendNumbers(store.db, [{ series: 'certification BS.Q1-2026', first: 2, last: 3 }]);
    expect(numberNotes()).not.toContain('BS.Q1-2026: 2–3 not used');
    spendNumbers(store.db, [{ series: 'certification BS.Q1-2026', first: 5, last: 9 }]);
    expect(lastCertified(store.db, 'BS.Q1-2026')).toBe(9);
  });

  test('after a restore the numbers that a witness knew of are never given again', () => {
    act(store, 1, received(1), certified(1, 2));
    const kept = keptMarks(store.db, Date.parse('2026-11-23T09:00:00+07:00')).filter(({ series }) =>
      series.startsWith('certification'),
    );
    expect(kept).toEqual([{ series: 'certification BS.Q1-2026', last: 2, first: 1 }]);
    const told = marksOf(certified(3, 4, 5), '2026-11-23T09:00:00+07:00');
    expect(spentBeyond(kept, told)).toEqual([{ series: 'certification BS.Q1-2026', first: 3, last: 5 }]);
    // Where nobody knows, well beyond a day's work.
    expect(spentBeyond(kept, null)).toEqual([{ series: 'certification BS.Q1-2026', first: 3, last: 700 }]);
  });

  test.each([
    ['a number that was changed', 'UPDATE certification SET serial = 7 WHERE serial = 2'],
    ['a fee that was changed', 'UPDATE certification SET fee = 1'],
    ['a line that is gone', 'DELETE FROM certification WHERE serial = 1'],
  ])('%s is found', (_what, sql) => {
    act(store, 1, received(1), certified(1, 2));
    store.close();
    tamper(folder, (db) => db.exec(sql));
    store = openTestStore(folder);
    expect(findingsOf(store.db).some((one) => one.startsWith('tables: certification'))).toBe(true);
  });

  test('a register without certifications has the state hash it had before there were any', () => {
    act(store, 1, received(1));
    const before = stateHash(store.db);
    store.db.exec('DROP TABLE certification');
    expect(stateHash(store.db)).toBe(before);
  });

  test('a month of the book is read by the days on which it was certified', () => {
    act(store, 1, received(1), certified(1, 2));
    const day = bookEntries(store.db, 'copy', '2000-01-01', '2099-12-31')[0]?.at.slice(0, 10) ?? '';
    expect(bookEntries(store.db, 'copy', day, day).map(({ serial }) => serial)).toEqual([1, 2]);
    expect(bookEntries(store.db, 'signature', day, day)).toEqual([]);
    expect(bookEntries(store.db, 'copy', '2000-01-01', '2000-01-02')).toEqual([]);
  });
});
