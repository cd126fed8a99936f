import { afterEach, expect, test } from 'vitest';
import { canonicalJson } from '../../../../electron/domain/base/canonical-json.ts';
import type { EntryBody } from '../../../../electron/domain/entries/entry.ts';
import { accountsTold, namedByOthers } from '../../../../electron/store/common/office/accounts-told.ts';
import type { Store } from '../../../../electron/store/store.ts';
import { type ForgedEntry, forgedDesk, subjects } from '../../../support/desk/forged-desk.ts';
import { openApart, takeIn, tell } from '../../../support/centre/apart/stores-apart.ts';
import { findingsOf, monday } from '../../../support/desk/test-store.ts';

const open: Store[] = [];
afterEach(() => {
  for (const store of open.splice(0)) store.close();
});

const tu = 'Phạm Văn Tú';

/** An office in which Tú is a clerk with a password; told in addition what the test says. */
function office(...more: readonly EntryBody[]): Store {
  const store = openApart(1);
  open.push(store);
  for (const [username, fullName, role] of [
    ['tu', tu, 'clerk'],
    ['chi', 'Lê Thị Chi', 'admin'],
  ] as const) {
    store.write(null, monday, (tx) => {
      tx.db
        .prepare("INSERT INTO account (username, full_name, role, password) VALUES (?, ?, ?, 'có')")
        .run(username, fullName, role);
      tx.append({ kind: 'account', username }, { type: 'account-added', fullName, role });
    });
  }
  for (const event of more) tell(store, monday, [{ kind: 'office' }, event]);
  return store;
}

function said(type: string, body: object, username = 'tu'): ForgedEntry {
  return { subject: subjects.account(username), type, body: canonicalJson(body) };
}

function stateOf({ db }: Store, username = 'tu') {
  return db.prepare('SELECT full_name AS fullName, role, disabled FROM account WHERE username = ?').get(username);
}

const made = { type: 'recovery-key-made', keyId: 'k', x25519: '', ed25519: '' } as const;
const two = { type: 'two-persons-begun', persons: ['chi', 'tu'] } as const;

test('a role that stands for others is not given from afar in a sealed office of two; any other is, and so is what takes one away', () => {
  const raised = said('account-role-set', { role: 'admin', reason: 'lên', person: tu });
  const plain = office();
  takeIn(plain, [forgedDesk(7).commit(raised)]);
  expect(stateOf(plain)).toMatchObject({ role: 'admin' });

  const sealed = office(made, two);
  const other = forgedDesk(7);
  takeIn(sealed, [other.commit(raised)]);
  expect(stateOf(sealed)).toMatchObject({ role: 'clerk', disabled: 0 });
  expect(accountsTold(sealed.db, namedByOthers(sealed.db)).waiting).toEqual([
    { username: 'tu', role: 'admin', desk: other.desk },
  ]);
  takeIn(sealed, [other.commit(said('account-role-set', { role: 'officer', reason: 'về', person: tu }))]);
  expect(stateOf(sealed)).toMatchObject({ role: 'officer' });
  takeIn(sealed, [other.commit(said('account-disabled', { reason: 'nghỉ', person: tu }))]);
  expect(stateOf(sealed)).toMatchObject({ disabled: 1 });
  expect(findingsOf(sealed.db)).toEqual([]);

  // What stood before two were asked for stays.
  const early = office();
  takeIn(early, [forgedDesk(7).commit(raised)]);
  for (const event of [made, two]) tell(early, monday, [{ kind: 'office' }, event]);
  takeIn(early, [forgedDesk(8).commit(said('account-enabled', { reason: 'thừa', person: tu }))]);
  expect(stateOf(early)).toMatchObject({ role: 'admin' });
});

test('another person of the same username, an entry of no person and one that says no role change nothing', () => {
  const store = office();
  const other = forgedDesk(7);
  takeIn(store, [
    other.commit(said('account-added', { fullName: 'Trần Thị Tú', role: 'admin', person: 'Trần Thị Tú' })),
    other.commit(said('account-disabled', { reason: 'nghỉ', person: 'Trần Thị Tú' })),
    other.commit(said('account-disabled', { reason: 'nghỉ' })),
    other.commit(said('account-role-set', { role: 'vua', reason: 'lên', person: tu })),
    other.commit(said('account-disabled', { reason: 'nghỉ', person: 7 })),
    other.commit(said('account-shut', { why: 'unused', person: tu })),
    other.commit(said('password-set', { person: tu })),
  ]);
  expect(stateOf(store)).toEqual({ fullName: tu, role: 'clerk', disabled: 0 });
  expect(findingsOf(store.db)).toEqual([]);
});

test('who was added elsewhere is here with name and role, whichever comes first; nobody takes the last administrator away', () => {
  const store = office();
  const other = forgedDesk(7);
  const added = other.commit(
    said('account-added', { fullName: 'Lê Văn An', role: 'officer', person: 'Lê Văn An' }, 'an'),
  );
  const worked = other.commit({ ...said('told', {}, 'an'), actor: 'an' });
  takeIn(store, [worked, added]);
  expect(stateOf(store, 'an')).toEqual({ fullName: 'Lê Văn An', role: 'officer', disabled: 0 });
  takeIn(store, [other.commit(said('account-disabled', { reason: 'nghỉ', person: 'Lê Thị Chi' }, 'chi'))]);
  expect(stateOf(store, 'chi')).toMatchObject({ role: 'admin', disabled: 0 });
  expect(findingsOf(store.db)).toEqual([]);
});
