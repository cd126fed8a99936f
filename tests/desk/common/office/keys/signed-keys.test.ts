import { expect, test } from 'vitest';
import path from 'node:path';
import { readFileSync, writeFileSync } from 'node:fs';
import { isFault } from '../../../../../electron/contract/base/fault.ts';
import { canonicalJson } from '../../../../../electron/domain/base/canonical-json.ts';
import { headOf } from '../../../../../electron/store/file/opening/sealed.ts';
import { readKeys } from '../../../../../electron/store/keys/keys-file.ts';
import { publicKeysOf } from '../../../../../electron/store/keys/primitives.ts';
import { halvesOf, makeSlot } from '../../../../../electron/store/keys/slots.ts';
import { type Vault, unlock } from '../../../../../electron/store/keys/vault.ts';
import { type Store, openStore } from '../../../../../electron/store/store.ts';
import { forgedDesk, subjects } from '../../../../support/desk/forged-desk.ts';
import { type RealDesk, realDesks } from '../../../../support/desk/real-desk.ts';
import { keysOf } from '../../../../support/desk/sealed-desk.ts';
import { monday, openTestDesk, password } from '../../../../support/desk/test-desk.ts';

const { desk, again, template } = realDesks({ sealed: true });

const reason = 'nghi lộ khóa';
const two = { ownPassword: password, second: { username: 'binh', password } };

/** Closes the desk, and opens its register with the file's key as some other program would. */
async function withAnotherProgram(at: RealDesk, change: (store: Store, vault: Vault) => void): Promise<void> {
  await at.desk.close();
  const salt = headOf(path.join(at.folder, 'desk.sqlite')) as Buffer;
  const keys = readKeys(at.folder, salt);
  const vault = isFault(keys) ? undefined : await unlock(at.folder, keys, salt, 'binh', password);
  if (vault === undefined) throw new Error('it does not open');
  const random = (size: number) => Buffer.alloc(size, 9);
  const store = openStore({ folder: at.folder, holder: 'theirs', random, key: vault.fileKey });
  if (isFault(store)) throw new Error(store.fault);
  change(store, vault);
  store.close();
}

test('what two sign is believed at the next turn; what one slipped in with another program is named, and nothing is sealed for it', async () => {
  const at = await desk('binh', 'an');
  const an = await at.signIn('an');
  const ok = { ok: true };
  expect(await an.call('account.add', { username: 'moi', fullName: 'Người Mới', role: 'clerk', ...two })).toMatchObject(
    ok,
  );
  expect(await an.call('account.setPassword', { username: 'tu', ...two })).toMatchObject(ok);
  const own = { username: 'an', password: 'Xoai-Chin-Vang-7', current: password };
  expect(await an.call('account.setPassword', own)).toMatchObject(ok);
  const act = { kind: 'role', username: 'an2', role: 'officer' };
  const asked = await an.call('account.ask', { act, reason, password: own.password });
  const binh = await at.signIn('binh');
  const answer = { request: asked.value.request, outcome: 'approved', password };
  expect(await binh.call('account.answer', answer)).toMatchObject(ok);
  expect(await an.call('keys.status')).toMatchObject({ value: { two: true, doubts: [] } });

  // Somebody who may open the register gives the clerk a key of their own: with the file's key, in its chain, into the key file too.
  const theirs = await makeSlot('tu', 'Cua-Ke-Gian-77', false);
  await withAnotherProgram(at, (store, vault) => {
    vault.add(theirs);
    store.write(null, monday, (tx) => {
      tx.db.prepare('UPDATE account SET password = ? WHERE username = ?').run(`$key$${theirs.keys.keyId}`, 'tu');
      tx.append({ kind: 'account', username: 'tu' }, { type: 'account-key', ...halvesOf(theirs.keys) });
    });
  });

  const next = await again(at);
  const late = await next.signIn('an', own.password);
  expect(await late.call('keys.status')).toMatchObject({
    value: { doubts: [{ username: 'tu', type: 'account-key', why: 'unsigned' }] },
  });
  const turn = { password: own.password, reason };
  expect(await late.call('keys.turn', turn)).toMatchObject({ fault: { code: 'second-person-needed' } });
  expect(await late.call('keys.turn', { ...turn, second: two.second })).toMatchObject(ok);
  const names = keysOf(next.folder).accounts.map(({ username }: { username: string }) => username);
  expect(names.toSorted()).toEqual(['an', 'an2', 'binh', 'moi']);
  expect(next.desk.verify()).toMatchObject({ ok: true });
}, 180_000);

test('who has an account of the same name at another desk shuts nobody out here, and asks for nothing here', async () => {
  const at = await desk('binh', 'an');
  const theirs = await makeSlot('an', 'Cua-Ke-Gian-77', false);
  const other = forgedDesk(7);
  const asked = { request: '0192f000-0000-7000-8000-0000000000aa', act: { kind: 'disable', username: 'tu' }, reason };
  await withAnotherProgram(at, (store) => {
    store.apply([
      other.commit({
        type: 'account-key',
        subject: subjects.account('an'),
        body: canonicalJson(halvesOf(theirs.keys)),
      }),
      other.commit({ type: 'account-disabled', subject: subjects.account('binh'), body: '{"reason":"nghỉ"}' }),
      other.commit({ type: 'account-asked', actor: 'binh', body: canonicalJson(asked) }),
    ]);
  });
  const next = await again(at);
  const an = await next.signIn('an');
  expect(await an.call('account.requests')).toMatchObject({ value: { requests: [] } });
  const answer = { request: asked.request, outcome: 'approved', password };
  expect(await an.call('account.answer', answer)).toMatchObject({ fault: { code: 'request-unknown' } });
  const turn = { password, reason, second: two.second };
  expect(await an.call('keys.turn', turn)).toMatchObject({ ok: true });
  expect(keysOf(next.folder).accounts.map(({ username }: { username: string }) => username)).toContain('an');
  expect(keysOf(next.folder).accounts.map(({ username }: { username: string }) => username)).toContain('binh');
  for (const username of ['an', 'binh']) await next.signIn(username);
}, 180_000);

test('a turn that would shut out whoever turns it, or the last who decides, is refused', async () => {
  const at = await desk('binh', 'an');
  const [ofAn, ofBinh, ofAn2] = [5, 6, 7].map((byte) => halvesOf(publicKeysOf(Buffer.alloc(32, byte))));
  const unsigned = (username: string, halves: object) => (store: Store) =>
    store.write(null, monday, (tx) =>
      tx.append({ kind: 'account', username }, { type: 'account-key', ...(halves as typeof ofAn & object) }),
    );
  await withAnotherProgram(at, (store) => {
    unsigned('binh', ofBinh as object)(store);
    unsigned('an2', ofAn2 as object)(store);
  });
  const next = await again(at);
  const salt = () => String(headOf(path.join(next.folder, 'desk.sqlite')));
  const before = salt();
  const an = await next.signIn('an');
  const turn = { password, reason, second: two.second };
  expect(await an.call('keys.turn', turn)).toMatchObject({
    fault: { code: 'keys-shut-out', data: { username: 'an2' } },
  });
  await withAnotherProgram(next, unsigned('an', ofAn as object));
  const last = await again(next);
  const late = await last.signIn('an');
  expect(await late.call('keys.turn', turn)).toMatchObject({
    fault: { code: 'keys-shut-out', data: { username: 'an' } },
  });
  expect(salt()).toBe(before);
}, 180_000);

test('halves exchanged in the key file are none of the name’s: nothing is sealed for them', async () => {
  const at = await desk();
  await at.desk.close();
  const keys = keysOf(at.folder);
  const theirs = halvesOf(publicKeysOf(Buffer.alloc(32, 5)));
  for (const one of keys.accounts) if (one.username === 'tu') one.x25519 = theirs.x25519;
  for (const name of ['keys.json', 'keys-2.json']) writeFileSync(path.join(at.folder, name), JSON.stringify(keys));
  const next = await again(at);
  const an = await next.signIn('an');
  expect(next.log).toContainEqual(expect.objectContaining({ event: 'keys-file-changed' }));
  await an.call('keys.turn', { password, reason });
  const after = keysOf(next.folder);
  const keyId = after.accounts.find(({ username }: { username: string }) => username === 'tu')?.keyId;
  expect(after.files[0].seals.map((seal: { keyId: string }) => seal.keyId)).not.toContain(keyId);
  expect(readFileSync(path.join(next.folder, 'keys.json'), 'utf8')).toContain('"username": "an"');
}, 120_000);

test('the envelope is the second person where there is none, and everybody sees that it was opened', async () => {
  const at = await desk('binh', 'an');
  const an = await at.signIn('an');
  const asked = { username: 'tu', ownPassword: password };
  const wrong = await an.call('keys.propose');
  const said = (recoveryKey: string) => ({ ...asked, second: { recoveryKey } });
  expect(await an.call('account.setPassword', said(wrong.value.recoveryKey))).toMatchObject({
    fault: { code: 'recovery-key-wrong' },
  });
  expect(await an.call('account.setPassword', said(template.recoveryKey))).toMatchObject({ ok: true });
  expect(await an.call('system.status')).toMatchObject({ value: { sealing: 'recovery-used' } });
  const renew = { password, recoveryKey: wrong.value.recoveryKey };
  expect(await an.call('keys.renew', renew)).toMatchObject({ fault: { code: 'second-person-needed' } });
  expect(await an.call('keys.renew', { ...renew, second: two.second })).toMatchObject({ ok: true });
  expect(await an.call('system.status')).toMatchObject({ value: { sealing: 'sealed' } });
  expect(await an.call('keys.status')).toMatchObject({ value: { doubts: [] } });
}, 120_000);

test('what was tried on a closed desk is told when it opens', async () => {
  const at = await desk();
  for (let guess = 0; guess < 2; guess += 1) {
    await at.call('account.signIn', { username: 'tu', password: 'Sai-Mat-Khau-1' });
    at.clock.at += 60_000;
  }
  expect(await at.get('account.signIn', { username: 'tu', password })).toMatchObject({ failed: { times: 2 } });
}, 60_000);

test('a practice office, whose journal tells of no keys, is opened by all its people after a turn', async () => {
  const at = openTestDesk({ at: monday - 3_600_000 });
  await at.get('office.openPractice', { cases: 0, seed: 1, password, sealed: true });
  await at.get('account.signIn', { username: 'admin', password });
  expect(await at.call('keys.turn', { password, reason: 'có người nghỉ việc' })).toMatchObject({ ok: true });
  for (const username of ['clerk', 'officer', 'supervisor', 'admin'])
    expect([username, await at.call('account.signIn', { username, password })]).toMatchObject([username, { ok: true }]);
  await at.end();
});
