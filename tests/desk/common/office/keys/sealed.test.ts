import { cpSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { newClient } from '../../../../../electron/desk/core/session/client.ts';
import { createDesk } from '../../../../../electron/desk/desk.ts';
import { restoreDesk } from '../../../../../electron/desk/safety/backup/restore-desk.ts';
import { isFault } from '../../../../../electron/contract/base/fault.ts';
import { recoveryKeyText } from '../../../../../electron/domain/base/recovery-key.ts';
import { headOf } from '../../../../../electron/store/file/opening/sealed.ts';
import { practiceSettings } from '../../../../../electron/desk/practice/office.ts';
import { newFolder } from '../../../../support/desk/folder.ts';
import { keysOf, sealedDesks } from '../../../../support/desk/sealed-desk.ts';
import { monday, openTestDesk, password, portsOf, reception } from '../../../../support/desk/test-desk.ts';

const { open, template, desk, closed, opened, again } = sealedDesks();

describe('before the first sign-in', () => {
  test('it says what office it is, answers from the lists, and asks everything else to sign in', async () => {
    const at = closed();
    expect(at.desk.isClosed()).toBe(true);
    expect(await at.get('system.status')).toMatchObject({ setUp: true, practice: true, deskCode: 'Q1', user: null });
    expect((await at.get('office.units')).units.length).toBeGreaterThan(100);
    expect((await at.get('procedure.get', { code: '1.001193' })).procedure ?? true).toBeTruthy();
    for (const [name, input] of [
      ['case.search', { text: 'x' }],
      ['case.receive', reception()],
      ['journal.stateHash', {}],
      ['office.settings', {}],
      ['account.list', {}],
      ['backup.make', {}],
    ] as const)
      expect(await at.call(name, input)).toMatchObject({ ok: false, fault: { code: 'sign-in-required' } });
    expect(await at.call('office.openPractice')).toMatchObject({ fault: { code: 'already-set-up' } });
    expect(await at.call('nothing.atAll')).toMatchObject({ fault: { code: 'call-unknown' } });
    expect(await at.desk.backup(newFolder())).toMatchObject({ fault: 'sign-in-required' });
  });

  test('a wrong password and an unknown name open nothing, and waiting doubles', async () => {
    const at = closed();
    const guess = (username: string, text = 'Quay-Mot-Cua-2') =>
      at.call('account.signIn', { username, password: text });
    expect(await guess('nobody')).toMatchObject({ fault: { code: 'sign-in-refused', data: { waitSeconds: 1 } } });
    expect(await guess('clerk')).toMatchObject({ fault: { code: 'sign-in-refused', data: { waitSeconds: 1 } } });
    expect(await guess('clerk', password)).toMatchObject({ fault: { code: 'sign-in-refused' } });
    at.clock.at += 1000;
    expect(await guess('clerk')).toMatchObject({ fault: { data: { waitSeconds: 2 } } });
    expect(at.desk.isClosed()).toBe(true);
    at.clock.at += 2000;
    expect((await guess('clerk', password)).ok).toBe(true);
  });
});

describe('the first sign-in', () => {
  test('opens the register, and every account may', async () => {
    for (const username of ['clerk', 'officer', 'supervisor', 'admin']) {
      const at = closed();
      expect(await at.get('account.signIn', { username, password })).toMatchObject({ username });
      expect(at.desk.isClosed()).toBe(false);
    }
  });

  test('two windows at once are both signed in', async () => {
    const at = closed();
    const other = newClient();
    const [one, two] = await Promise.all([
      at.call('account.signIn', { username: 'clerk', password }),
      at.desk.call('account.signIn', { username: 'admin', password }, other),
    ]);
    expect([one.ok, two.ok]).toEqual([true, true]);
    expect(other.session?.username).toBe('admin');
  });

  test('a case received, the desk closed and opened again: it is there, and verify finds nothing', async () => {
    const at = await opened();
    const got = await at.get('case.receive', reception());
    const next = await again(at);
    expect(next.desk.isClosed()).toBe(true);
    await next.get('account.signIn', { username: 'officer', password });
    expect(await next.get('case.get', { caseId: got.caseId })).toMatchObject({});
    expect(next.desk.verify()).toMatchObject({ ok: true });
  });

  test('an older file put back is met after the password, as before', async () => {
    const at = await opened();
    await at.desk.close();
    open.pop();
    const older = readFileSync(path.join(at.folder, 'desk.sqlite'));
    const next = desk(at.folder);
    await next.get('account.signIn', { username: 'clerk', password });
    await next.get('case.receive', reception());
    await next.desk.close();
    open.pop();
    writeFileSync(path.join(at.folder, 'desk.sqlite'), older);
    const last = desk(at.folder);
    expect(await last.call('account.signIn', { username: 'clerk', password })).toMatchObject({
      fault: { code: 'store-older' },
    });
    expect(last.desk.lost()).toMatchObject({ fault: 'store-older' });
  });
});

describe('passwords and keys', () => {
  test('a changed password opens, the one before does not, and its key is gone', async () => {
    const at = await opened();
    const before = keysOf(at.folder).accounts.find((one: any) => one.username === 'clerk');
    await at.get('account.setPassword', { username: 'clerk', password: 'Quay-Mot-Cua-9', current: password });
    const after = keysOf(at.folder).accounts.filter((one: any) => one.username === 'clerk');
    expect(after).toHaveLength(1);
    expect(after[0].keyId).not.toBe(before.keyId);
    expect(after[0].kdf.salt).not.toBe(before.kdf.salt);
    const next = await again(at);
    expect((await next.call('account.signIn', { username: 'clerk', password })).ok).toBe(false);
    next.clock.at += 5000;
    expect((await next.call('account.signIn', { username: 'clerk', password: 'Quay-Mot-Cua-9' })).ok).toBe(true);
  });

  test('a key file put back after a change of password opens nothing with the old one', async () => {
    const at = await opened();
    const old = readFileSync(path.join(at.folder, 'keys.json'));
    await at.get('account.setPassword', { username: 'clerk', password: 'Quay-Mot-Cua-9', current: password });
    await at.desk.close();
    open.pop();
    writeFileSync(path.join(at.folder, 'keys.json'), old);
    const next = desk(at.folder);
    expect((await next.call('account.signIn', { username: 'clerk', password })).ok).toBe(false);
    expect(next.desk.isClosed()).toBe(true);
    // Whoever else signs in puts it right.
    await next.get('account.signIn', { username: 'officer', password });
    const left = keysOf(at.folder).accounts.map((one: any) => one.username);
    expect(left.toSorted()).toEqual(['admin', 'officer', 'supervisor']);
  });

  test('an added account opens; a disabled one does not, and has no seal left', async () => {
    const at = await opened('admin');
    const fresh = { username: 'moi', fullName: 'Người Mới', role: 'clerk', password: 'Quay-Mot-Cua-7' };
    await at.get('account.add', fresh);
    await at.get('account.disable', { username: 'clerk', reason: 'chuyển công tác' });
    const keys = keysOf(at.folder);
    expect(keys.accounts.map((one: any) => one.username).toSorted()).toEqual(['admin', 'moi', 'officer', 'supervisor']);
    expect(keys.files[0].seals.map((one: any) => one.keyId).toSorted()).toEqual(
      [...keys.accounts, ...keys.recovery].map((one: any) => String(one.keyId)).toSorted(),
    );
    const next = await again(at);
    expect((await next.call('account.signIn', { username: 'clerk', password })).ok).toBe(false);
    expect((await next.call('account.signIn', { username: 'moi', password: fresh.password })).ok).toBe(true);
  });

  test('a change that the register refuses leaves no key behind', async () => {
    const at = await opened('admin');
    const before = keysOf(at.folder);
    const taken = { username: 'clerk', fullName: 'X Y', role: 'clerk', password: 'Quay-Mot-Cua-7' };
    expect(await at.call('account.add', taken)).toMatchObject({ fault: { code: 'account-exists' } });
    expect(keysOf(at.folder)).toEqual(before);
  });

  test('there is no hash of a password in the register, and public keys only in the journal', async () => {
    const at = await opened('admin');
    await at.get('account.add', { username: 'moi', fullName: 'Người Mới', role: 'clerk', password: 'Quay-Mot-Cua-7' });
    expect(at.desk.verify()).toMatchObject({ ok: true });
    expect(keysOf(at.folder).accounts.every((one: any) => one.kdf.ln === 15)).toBe(true);
  });
});

describe('keys that are damaged or strange', () => {
  const refusedWith = (folder: string) => {
    const found = createDesk(portsOf(folder, { at: monday }, {} as never, []));
    return isFault(found) ? found.fault : 'opened';
  };

  test('one copy lost: it opens; both damaged: it says so, and deletes nothing', async () => {
    const at = closed();
    rmSync(path.join(at.folder, 'keys.json'));
    expect((await (await again(at)).call('account.signIn', { username: 'clerk', password })).ok).toBe(true);
    const other = closed();
    for (const name of ['keys.json', 'keys-2.json']) writeFileSync(path.join(other.folder, name), '{}');
    expect(refusedWith(other.folder)).toBe('keys-damaged');
    expect(headOf(path.join(other.folder, 'desk.sqlite'))).toBeInstanceOf(Buffer);
  });

  test('keys of another office are told as such; a register gone from beside its keys as damaged', async () => {
    const [at, other] = [closed(), openTestDesk({ at: monday })];
    open.push(other);
    await other.get('office.openPractice', { cases: 0, seed: 2, password, sealed: true });
    for (const name of ['keys.json', 'keys-2.json']) cpSync(path.join(other.folder, name), path.join(at.folder, name));
    expect(refusedWith(at.folder)).toBe('keys-foreign');
    rmSync(path.join(at.folder, 'desk.sqlite'));
    expect(refusedWith(at.folder)).toBe('store-damaged');
  });
});

describe('set-up', () => {
  test('a sealed office is in its place whole, and nothing plain is left', async () => {
    const at = openTestDesk({ at: monday });
    open.push(at);
    const accounts = [{ username: 'an', fullName: 'Trần Thị An', role: 'admin', password: 'Quay-Mot-Cua-1' }];
    await at.get('office.setUp', {
      settings: practiceSettings(100),
      accounts,
      sealed: true,
      recoveryKey: recoveryKeyText(new Uint8Array(16).fill(5)),
    });
    expect(readdirSync(at.folder).toSorted()).toEqual(
      expect.arrayContaining(['desk.sqlite', 'keys-2.json', 'keys.json']),
    );
    expect(existsSync(path.join(at.folder, 'sealing'))).toBe(false);
    for (const name of readdirSync(at.folder).filter((one) => !one.startsWith('keys')))
      expect(readFileSync(path.join(at.folder, name)).includes('Trần Thị An')).toBe(false);
    // As after any set-up: whoever was named signs in.
    await at.get('account.signIn', { username: 'an', password: 'Quay-Mot-Cua-1' });
    expect(at.desk.verify()).toMatchObject({ ok: true });
    expect(keysOf(at.folder).accounts[0].kdf.ln).toBe(17);
  });

  test('what is refused sets nothing up, and a plain office opens as it did', async () => {
    const at = openTestDesk({ at: monday });
    open.push(at);
    const accounts = [{ username: 'an', fullName: 'Trần Thị An', role: 'admin', password: 'weak' }];
    const asked = {
      settings: practiceSettings(100),
      accounts,
      sealed: true,
      recoveryKey: recoveryKeyText(new Uint8Array(16)),
    };
    expect(await at.call('office.setUp', asked)).toMatchObject({ fault: { code: 'password-weak' } });
    expect(existsSync(path.join(at.folder, 'keys.json'))).toBe(false);
    await at.get('office.openPractice', { cases: 0, password });
    expect(headOf(path.join(at.folder, 'desk.sqlite'))).toBe('plain');
    expect((await again(at)).desk.isClosed()).toBe(false);
  });
});

test('a backup carried away comes back with a supervisor’s password, and not without', async () => {
  const at = await opened('supervisor');
  const made = await at.desk.backup(newFolder());
  if (isFault(made)) throw new Error(JSON.stringify(made));
  const folder = newFolder();
  const ports = portsOf(folder, { at: monday }, at.printer, []);
  expect(await restoreDesk(ports, made.backup.folder)).toMatchObject({ fault: 'sign-in-required' });
  const wrong = { username: 'supervisor', password: 'Quay-Mot-Cua-2' };
  expect(await restoreDesk(ports, made.backup.folder, wrong)).toMatchObject({ fault: 'sign-in-refused' });
  expect(isFault(await restoreDesk(ports, made.backup.folder, { username: 'supervisor', password }))).toBe(false);
  await desk(folder).get('account.signIn', { username: 'supervisor', password });
});

describe('a plug pulled in the middle', () => {
  test('of set-up, between the keys and the register: nothing was set up, and it can be done again', async () => {
    const at = openTestDesk({ at: monday });
    await at.desk.close();
    for (const name of ['keys.json', 'keys-2.json'])
      cpSync(path.join(template.folder, name), path.join(at.folder, name));
    cpSync(path.join(template.folder, 'desk.sqlite'), path.join(at.folder, 'sealing', 'desk.sqlite'));
    const next = desk(at.folder);
    expect(await next.get('system.status')).toMatchObject({ setUp: false });
    await next.get('office.openPractice', { cases: 0, seed: 3, password, sealed: true });
    const last = await again(next);
    expect((await last.call('account.signIn', { username: 'clerk', password })).ok).toBe(true);
  });

  test.each([
    ['before the register knows of it', 'old', 'Quay-Mot-Cua-9'],
    ['after it', 'new', password],
  ] as const)('of a change of password %s: one password opens, and the other key goes', async (_when, which, other) => {
    const at = await opened();
    const right = which === 'old' ? password : 'Quay-Mot-Cua-9';
    const before = keysOf(at.folder);
    await at.desk.close();
    open.pop();
    const register = readFileSync(path.join(at.folder, 'desk.sqlite'));
    const next = desk(at.folder);
    await next.get('account.signIn', { username: 'clerk', password });
    await next.get('account.setPassword', { username: 'clerk', password: 'Quay-Mot-Cua-9', current: password });
    await next.desk.close();
    open.pop();
    // Both keys are in the file, as between its two writings.
    const after = keysOf(at.folder);
    const isNew = (one: { keyId: string }) => !before.accounts.some(({ keyId }: any) => keyId === one.keyId);
    const both = {
      ...before,
      accounts: [...before.accounts, ...after.accounts.filter(isNew)],
      files: [{ ...before.files[0], seals: [...before.files[0].seals, ...after.files[0].seals.filter(isNew)] }],
    };
    for (const name of ['keys.json', 'keys-2.json']) writeFileSync(path.join(at.folder, name), JSON.stringify(both));
    if (which === 'old') {
      writeFileSync(path.join(at.folder, 'desk.sqlite'), register);
      // The witness of a practice office lies in its folder, and goes back with it.
      rmSync(path.join(at.folder, 'witness'), { force: true });
    }
    const last = desk(at.folder);
    expect((await last.call('account.signIn', { username: 'clerk', password: other })).ok).toBe(false);
    last.clock.at += 5000;
    expect((await last.call('account.signIn', { username: 'clerk', password: right })).ok).toBe(true);
    expect(keysOf(at.folder).accounts.filter((one: any) => one.username === 'clerk')).toHaveLength(1);
    expect(last.log.map(({ event }) => event)).toContain('keys-file-changed');
  });
});
