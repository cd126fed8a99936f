import { cpSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rebuildProjections } from '../../../../electron/store/safety/verify/rebuild.ts';
import { stateHash } from '../../../../electron/store/safety/verify/state-hash.ts';
import type { Store } from '../../../../electron/store/store.ts';
import { newFolder } from '../../../support/desk/folder.ts';
import { act, adoptProcedure, fileOf, monday, openTestStore, received } from '../../../support/desk/test-store.ts';

function office(): { folder: string; store: Store } {
  const folder = newFolder();
  const store = openTestStore(folder);
  adoptProcedure(store);
  for (const serial of [1, 2, 3]) act(store, serial, received(serial));
  act(store, 2, { type: 'transferred', to: 'hộ tịch' });
  return { folder, store };
}

function copied(folder: string): Store {
  const place = newFolder();
  cpSync(fileOf(folder), fileOf(place));
  return openTestStore(place);
}

test('a copy has the hash of its original, and a rebuild keeps it', () => {
  const { folder, store } = office();
  const before = stateHash(store.db);
  store.close();
  const copy = copied(folder);
  expect(stateHash(copy.db)).toBe(before);
  rebuildProjections(copy.db);
  expect(stateHash(copy.db)).toBe(before);
  copy.close();
});

test('who signed in and what was printed is a machine’s own', () => {
  const { store } = office();
  const before = stateHash(store.db);
  store.write(null, monday, (tx) => {
    tx.append({ kind: 'account', username: 'clerk' }, { type: 'signed-in' });
    tx.append({ kind: 'account', username: 'clerk' }, { type: 'signed-out' });
  });
  expect(stateHash(store.db)).toBe(before);
  store.close();
});

test('rows have no numbers of their own in it', () => {
  const { folder, store } = office();
  const before = stateHash(store.db);
  store.close();
  const other = copied(folder);
  // The same people under other row numbers, as where they came in another order.
  other.db.pragma('foreign_keys = OFF');
  other.db.exec('UPDATE case_summary SET person_id = person_id + 100; UPDATE person SET person_id = person_id + 100');
  expect(stateHash(other.db)).toBe(before);
  other.close();
});

test.each([
  ['one more entry', (store: Store) => act(store, 3, { type: 'transferred', to: 'hộ tịch' })],
  [
    'another date',
    (store: Store) =>
      store.db.exec('UPDATE case_summary SET due_at = due_at + 1 WHERE rowid = (SELECT min(rowid) FROM case_summary)'),
  ],
  ['another name', (store: Store) => store.db.exec("UPDATE person SET full_name = 'X' WHERE rowid = 1")],
  ['a number less', (store: Store) => store.db.exec('DELETE FROM number_use WHERE serial = 2')],
])('%s is another hash', (_what, change) => {
  const { store } = office();
  const before = stateHash(store.db);
  change(store);
  expect(stateHash(store.db)).not.toBe(before);
  store.close();
});

test('another desk’s chain is in it by its own name, whatever number the desk has here', () => {
  const uuids = ['0190aaaa-0000-7000-8000-000000000001', '0190aaaa-0000-7000-8000-000000000002'];
  const hashes = [uuids, uuids.toReversed()].map((order) => {
    const store = openTestStore();
    store.writeBulk((tx) => {
      order.forEach((uuid, at) => tx.nameDesk(at + 2, uuid));
      for (const uuid of uuids)
        tx.append(order.indexOf(uuid) + 2, {
          id: new Uint8Array(16).fill(uuids.indexOf(uuid)),
          now: monday,
          author: null,
          subject: { kind: 'account', username: uuid.slice(-1) },
          event: { type: 'account-added', fullName: 'A', role: 'clerk' },
        });
    });
    const hash = stateHash(store.db);
    store.close();
    return hash;
  });
  expect(hashes[0]).toBe(hashes[1]);
});
