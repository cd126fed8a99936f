import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { catalogueHash } from '../../../../electron/store/catalogue/catalogue.ts';
import type { Store } from '../../../../electron/store/store.ts';
import { newFolder } from '../../../support/desk/folder.ts';
import {
  act,
  adoptProcedure,
  caseId,
  findingsOf,
  monday,
  openTestStore,
  received,
  stateHash,
  tamper,
} from '../../../support/desk/test-store.ts';

let folder: string;
let store: Store;

beforeEach(() => {
  folder = newFolder();
  store = openTestStore(folder);
  adoptProcedure(store);
  const phone = '0903000777';
  act(store, 1, received(1, { applicant: { ...received(1).applicant, phone } }));
  act(store, 2, received(2));
  act(store, 1, {
    type: 'document-made',
    form: 'mau-02',
    number: 1,
    documentId: `${caseId(1)}.1`,
    sha256: 'a'.repeat(64),
    formSha256: 'b'.repeat(64),
    pages: 1,
  });
  store.write(null, monday, (tx) => {
    tx.db.exec(`INSERT INTO account (username, full_name, role, password) VALUES
      ('clerk', 'Lê Thị Tiếp Nhận', 'clerk', '-'), ('officer', 'Phạm Văn Thụ Lý', 'officer', '-')`);
    const clerk = { kind: 'account', username: 'clerk' } as const;
    tx.append(clerk, { type: 'account-added', fullName: 'Lê Thị Tiếp Nhận', role: 'clerk' });
    tx.append(
      { kind: 'account', username: 'officer' },
      { type: 'account-added', fullName: 'Phạm Văn Thụ Lý', role: 'officer' },
    );
    tx.append(clerk, { type: 'account-disabled', reason: 'nghỉ' });
    tx.append(clerk, { type: 'account-enabled', reason: 'đi làm lại' });
    tx.append(
      { kind: 'office' },
      { type: 'catalogue-adopted', version: 'test-1', sha256: catalogueHash(tx.db, 'test-1') },
    );
    const job = { documentId: `${caseId(1)}.1`, form: 'mau-02', number: 'Q1-261123-0001', printer: 'laser', copyOf: 0 };
    tx.append({ kind: 'print', jobId: caseId(90) }, { type: 'print-queued', caseId: caseId(1), ...job });
  });
});
afterEach(() => store.close());

describe('what somebody changed in a table that the journal makes', () => {
  test('nothing is found where nobody did, and looking changes nothing', () => {
    const before = stateHash(store.db);
    expect(findingsOf(store.db)).toEqual([]);
    expect(stateHash(store.db)).toBe(before);
    expect(store.db.inTransaction).toBe(false);
    act(store, 3, received(3));
    expect(findingsOf(store.db)).toEqual([]);
  });

  test.each([
    [`UPDATE person SET full_name = 'X'`, 'tables: person: not what the journal tells: 1, 2'],
    [`UPDATE person SET phone = NULL WHERE person_id = 1`, 'tables: person: not what the journal tells: 1'],
    ['DELETE FROM print_job', expect.stringMatching(/^tables: print_job: told by the journal and not there: \d+$/)],
    [`UPDATE print_job SET state = 'printed'`, expect.stringMatching(/^tables: print_job: not what the journal tells/)],
    ['DELETE FROM paper_number', 'tables: paper_number: told by the journal and not there: mau-02 2026 1 1'],
    [
      `INSERT INTO paper_number VALUES ('mau-02', 2026, 2, 1)`,
      'tables: paper_number: not what the journal tells: mau-02 2026 2 1',
    ],
    ['DELETE FROM digit_tail', 'tables: digit_tail: told by the journal and not there: 1, 1, 2'],
    ['DELETE FROM person_name WHERE person_id = 2', 'tables: person_name: told by the journal and not there: 2'],
    [`UPDATE name SET folded = 'ai do'`, 'tables: name: not what the journal tells: 1'],
    [`UPDATE number_use SET case_id = 1`, 'tables: number_use: not what the journal tells: 20261123 2 1'],
    ['DELETE FROM official_number', expect.stringMatching(/^tables: official_number: told/)],
    [`UPDATE setting SET value = '"other"'`, 'tables: setting: not what the journal tells: catalogue'],
    [
      `UPDATE account SET role = 'admin' WHERE username = 'clerk'`,
      'accounts: account clerk is admin, and its entries say clerk',
    ],
    [
      `UPDATE account SET disabled = 1 WHERE username = 'officer'`,
      'accounts: account officer is disabled, and its last entry says open',
    ],
    [
      `UPDATE account SET full_name = 'X' WHERE username = 'clerk'`,
      'accounts: account clerk has another full name than it was added with',
    ],
    [
      `INSERT INTO account (username, full_name, role, password) VALUES ('x', 'X', 'admin', '-')`,
      'accounts: account x was added by no entry',
    ],
    [`DELETE FROM account WHERE username = 'officer'`, 'accounts: account officer is not there'],
    [
      `UPDATE catalogue_procedure SET body = json_set(body, '$.fee', 1)`,
      'catalogues: catalogue test-1 is not the one that was adopted',
    ],
    [
      `UPDATE catalogue_procedure SET body = ' ' || body`,
      'catalogues: procedure 1.001193 of catalogue test-1 is not as it was written',
    ],
    [
      `INSERT INTO catalogue_procedure (catalogue_version, code, name, body) VALUES ('v2', '1.000001', 'X', '{"code":"1.000002"}')`,
      'catalogues: procedure 1.000001 of catalogue v2 is called otherwise than what is in it',
    ],
    [
      `PRAGMA foreign_keys = OFF; DELETE FROM catalogue_procedure`,
      'catalogues: catalogue test-1 is not the one that was adopted',
    ],
  ])('%s', (sql, finding) => {
    if (sql.includes('official_number'))
      act(store, 2, { type: 'official-code-attached', official: 'H29.999-261124-0007' });
    store.close();
    tamper(folder, (db) => db.exec(sql));
    store = openTestStore(folder);
    expect(findingsOf(store.db)).toContainEqual(finding);
  });

  test('a finding names rows and never a person', () => {
    store.db.exec(`UPDATE person SET full_name = 'X'; DELETE FROM digit_tail; DELETE FROM person_name`);
    expect(findingsOf(store.db).join()).not.toMatch(/ÁNH|anh|\d{9}/);
  });
});
