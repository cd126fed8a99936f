import { expect, test } from 'vitest';
import { beginNewChain } from '../../../../electron/store/journal/journal.ts';
import {
  deskKeyHalves,
  deskKeys,
  findDeskSeed,
  keepDeskSeed,
} from '../../../../electron/store/safety/proof/desk-key.ts';
import { openTestStore } from '../../../support/desk/test-store.ts';

const [one, two] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
const monday = Date.parse('2026-11-23T09:00:00+07:00');
const office = { kind: 'office' } as const;

test('a key is the desk’s own: what came back from a backup signs with another, and the old one verifies on', () => {
  const store = openTestStore();
  store.write(null, monday, (tx) => {
    keepDeskSeed(tx.db, one);
    tx.append(office, { type: 'desk-key', ...deskKeyHalves(one) });
  });
  expect(findDeskSeed(store.db)).toEqual(one);
  beginNewChain(store.db, '0192b7a0-0000-7000-8000-00000000000a');
  expect(findDeskSeed(store.db)).toBeUndefined();
  keepDeskSeed(store.db, two);
  expect(findDeskSeed(store.db)).toEqual(two);
  expect(store.db.prepare('SELECT count(*) FROM desk_key').pluck().get()).toBe(1);
  expect(deskKeys(store.db).map(({ keyId, until }) => [keyId, until])).toEqual([[deskKeyHalves(one).keyId, null]]);
  store.close();
});

test('a key whose name is not its own is none, and the one before it is over all the same', () => {
  const store = openTestStore();
  store.write(null, monday, (tx) => {
    tx.append(office, { type: 'desk-key', ...deskKeyHalves(one) });
    tx.append(office, {
      type: 'desk-key',
      keyId: deskKeyHalves(one).keyId,
      ed25519: deskKeyHalves(two).ed25519,
      stolenSince: '2026-11-22T00:00:00+07:00',
    });
  });
  expect(deskKeys(store.db)).toMatchObject([
    { keyId: deskKeyHalves(one).keyId, until: monday / 1000, stolenSince: '2026-11-22T00:00:00+07:00' },
  ]);
  store.close();
});
