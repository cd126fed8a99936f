import { createRouterClient } from '@orpc/server';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { isFault } from '../../../../../electron/contract/base/fault.ts';
import { recoveryRouter } from '../../../../../electron/desk/safety/backup/recovery.ts';
import { practiceSettings } from '../../../../../electron/desk/practice/office.ts';
import { recoveryKeyText } from '../../../../../electron/domain/base/recovery-key.ts';
import { openToRead } from '../../../../../electron/store/file/opening/open.ts';
import { headOf } from '../../../../../electron/store/file/opening/sealed.ts';
import { readKeys } from '../../../../../electron/store/keys/keys-file.ts';
import { unlock } from '../../../../../electron/store/keys/vault.ts';
import { newFolder } from '../../../../support/desk/folder.ts';
import { keysOf, sealedDesks } from '../../../../support/desk/sealed-desk.ts';
import { monday, openTestDesk, password, portsOf, reception } from '../../../../support/desk/test-desk.ts';
import { textOfPdf } from '../../../../support/papers/pdf-reader.ts';

const { open, template, desk, closed, opened, again } = sealedDesks();

/** Every entry of a sealed register, as another program would read it that knows a password. */
async function journalOf(folder: string, username: string): Promise<unknown[]> {
  const salt = headOf(path.join(folder, 'desk.sqlite')) as Buffer;
  const keys = readKeys(folder, salt);
  const vault = isFault(keys) ? undefined : await unlock(folder, keys, salt, username, password);
  const db = openToRead(folder, vault?.fileKey ?? null);
  try {
    return db.prepare('SELECT type, body FROM journal').all();
  } finally {
    db.close();
  }
}

describe('the key on paper', () => {
  const fresh = 'Quay-Mot-Cua-9';
  const asked = (recoveryKey: string, more: object = {}) => ({
    recoveryKey,
    username: 'admin',
    password: fresh,
    reason: 'quên hết mật khẩu',
    ...more,
  });

  test('every password lost: it opens the closed desk, gives an administrator a new password, and the office sees it', async () => {
    const at = closed();
    const got = await at.get('keys.recover', asked(template.recoveryKey.replaceAll(' ', '')));
    expect(got).toMatchObject({ username: 'admin' });
    expect(await at.get('system.status')).toMatchObject({ user: { username: 'admin' }, sealing: 'recovery-used' });
    expect(at.desk.verify()).toMatchObject({ ok: true });
    const next = await again(at);
    expect((await next.call('account.signIn', { username: 'admin', password })).ok).toBe(false);
    next.clock.at += 5000;
    await next.get('account.signIn', { username: 'admin', password: fresh });
    expect(await next.get('keys.status')).toMatchObject({ sealed: true, recovery: { used: true } });
  });

  test('a digit that is wrong is named by its group; a whole other key, another account and a weak password open nothing', async () => {
    const at = closed();
    const wrongDigit = template.recoveryKey.replace(/^./, (digit) => String((Number(digit) + 1) % 10));
    const tries = [
      [asked(wrongDigit), 'recovery-key-mistyped'],
      [asked(template.recoveryKey.slice(7)), 'recovery-key-length'],
      [asked(recoveryKeyText(new Uint8Array(16).fill(7))), 'recovery-key-wrong'],
      [asked(template.recoveryKey, { username: 'clerk' }), 'account-unknown'],
      [asked(template.recoveryKey, { password: 'weak' }), 'password-weak'],
    ] as const;
    for (const [input, code] of tries) {
      expect(await at.call('keys.recover', input)).toMatchObject({ ok: false, fault: { code } });
      expect(at.desk.isClosed()).toBe(true);
    }
    await at.get('account.signIn', { username: 'admin', password });
  });

  test('renewed in one act: the new one opens, the old one does not, not even with an older key file', async () => {
    const at = await opened('admin');
    const older = readFileSync(path.join(at.folder, 'keys.json'));
    const { recoveryKey, askedGroups } = await at.get('keys.propose');
    expect(new Set(askedGroups).size).toBe(2);
    const wrong = { password: fresh, recoveryKey };
    expect(await at.call('keys.renew', wrong)).toMatchObject({ fault: { code: 'sign-in-refused' } });
    at.clock.at += 5000;
    await at.get('keys.renew', { password, recoveryKey });
    expect(keysOf(at.folder).recovery).toHaveLength(1);
    expect(await at.get('keys.status')).toMatchObject({ recovery: { used: false } });
    const next = await again(at);
    expect(await next.call('keys.recover', asked(template.recoveryKey))).toMatchObject({
      fault: { code: 'recovery-key-wrong' },
    });
    writeFileSync(path.join(at.folder, 'keys.json'), older);
    const last = await again(next);
    expect(await last.call('keys.recover', asked(template.recoveryKey))).toMatchObject({
      fault: { code: 'recovery-key-wrong' },
    });
    expect(last.desk.isClosed()).toBe(true);
    expect((await last.call('keys.recover', asked(recoveryKey))).ok).toBe(false);
    last.clock.at += 5000;
    expect((await last.call('account.signIn', { username: 'admin', password })).ok).toBe(true);
  });

  test('killed between the key file and the register, the one before still opens', async () => {
    const at = await opened('admin');
    const { recoveryKey } = await at.get('keys.propose');
    await at.desk.close();
    open.pop();
    const register = readFileSync(path.join(at.folder, 'desk.sqlite'));
    const before = keysOf(at.folder);
    const next = desk(at.folder);
    await next.get('account.signIn', { username: 'admin', password });
    await next.get('keys.renew', { password, recoveryKey });
    await next.desk.close();
    open.pop();
    const after = keysOf(at.folder);
    const both = {
      ...before,
      recovery: [...before.recovery, ...after.recovery],
      files: [
        {
          ...before.files[0],
          seals: [
            ...before.files[0].seals,
            ...after.files[0].seals.filter(({ keyId }: any) => keyId === after.recovery[0].keyId),
          ],
        },
      ],
    };
    for (const name of ['keys.json', 'keys-2.json']) writeFileSync(path.join(at.folder, name), JSON.stringify(both));
    writeFileSync(path.join(at.folder, 'desk.sqlite'), register);
    rmSync(path.join(at.folder, 'witness'), { force: true });
    const last = desk(at.folder);
    expect(await last.call('keys.recover', asked(recoveryKey))).toMatchObject({
      fault: { code: 'recovery-key-wrong' },
    });
    await last.get('keys.recover', asked(template.recoveryKey));
    expect(keysOf(at.folder).recovery).toEqual(before.recovery);
  });

  test('it goes to paper for an administrator, is kept nowhere, and stands in no log, journal or answer besides', async () => {
    const at = await opened('admin');
    const { recoveryKey } = await at.get('keys.propose');
    const sheet = { recoveryKey, printer: 'laser', paperSize: 'A5', centreName: 'Trung tâm', deskName: 'Quầy 1' };
    await at.get('keys.sheet', sheet);
    const [printed] = at.printer.sent;
    const paper = await textOfPdf(printed?.pdf ?? new Uint8Array());
    for (const group of recoveryKey.split(' ')) expect(paper).toContain(group);
    await at.get('keys.renew', { password, recoveryKey });
    at.sit('clerk');
    expect(await at.call('keys.sheet', sheet)).toMatchObject({ fault: { code: 'forbidden' } });
    const told = JSON.stringify([at.log, await at.get('print.list', { all: true })]);
    for (const group of recoveryKey.split(' ')) expect(told).not.toContain(group);
    const rows = JSON.stringify(await journalOf(at.folder, 'clerk'));
    expect(rows).toContain('recovery-key-made');
    for (const text of [recoveryKey, recoveryKey.replaceAll(' ', '')]) expect(rows).not.toContain(text);
  });

  test('a real office is not set up sealed without one', async () => {
    const at = openTestDesk({ at: monday });
    open.push(at);
    const accounts = [{ username: 'an', fullName: 'Trần Thị An', role: 'admin', password: 'Quay-Mot-Cua-1' }];
    const input = { settings: practiceSettings(100), accounts, sealed: true };
    expect(await at.call('office.setUp', input)).toMatchObject({ fault: { code: 'recovery-key-length' } });
    const { recoveryKey } = await at.get('keys.propose');
    await at.get('office.setUp', { ...input, recoveryKey });
    const next = await again(at);
    const typed = (word: string) => asked(recoveryKey, { username: 'an', password: word, attended: true });
    expect(await next.call('keys.recover', typed('Cay-Xoai-Nam-1999'))).toMatchObject({
      fault: { code: 'password-known', data: { why: 'year' } },
    });
    await next.get('keys.recover', asked(recoveryKey, { username: 'an' }));
    expect(next.desk.verify()).toMatchObject({ ok: true });
  });
});

describe('a sealed backup at the recovery', () => {
  type Out = { recovery: { roads(input: object): Promise<any>; restore(input: object): Promise<any> } };
  const door = (folder: string) =>
    createRouterClient(recoveryRouter(portsOf(folder, { at: monday }, {} as never, []), () => null)) as unknown as Out;

  /** A register with one case, a backup beside it, and then a hole in the register. */
  async function damaged(): Promise<{ folder: string; file: string }> {
    const at = await opened();
    await at.get('case.receive', reception());
    const { file } = await at.get('backup.make');
    await at.desk.close();
    open.pop();
    const register = path.join(at.folder, 'desk.sqlite');
    writeFileSync(register, readFileSync(register).fill(0xa5, 8192, 8192 * 4));
    return { folder: at.folder, file };
  }

  async function refusal(folder: string, input: object): Promise<{ code: string; data: any }> {
    const { code, data } = await door(folder)
      .recovery.restore(input)
      .then(
        () => ({ code: 'restored', data: null }),
        (error: any) => error,
      );
    return { code, data };
  }

  test('says who opens it; what does not open it is told, with a way on, and the key on paper brings it back', async () => {
    const { folder, file } = await damaged();
    const { backups } = await door(folder).recovery.roads({});
    expect(backups).toMatchObject([
      { file, sealedFor: { accounts: ['admin', 'clerk', 'officer', 'supervisor'], recovery: true } },
    ]);
    const wrong = [
      [{}, 'sign-in-required'],
      [{ username: 'clerk', password: 'Quay-Mot-Cua-2' }, 'sign-in-refused'],
      [{ username: 'nobody', password }, 'keys-no-slot'],
      [{ recoveryKey: recoveryKeyText(new Uint8Array(16).fill(9)) }, 'recovery-key-wrong'],
      [{ recoveryKey: '123' }, 'recovery-key-length'],
      [
        { recoveryKey: template.recoveryKey.replace(/.$/, (digit) => String((Number(digit) + 1) % 10)) },
        'recovery-key-mistyped',
      ],
    ] as const;
    for (const [opener, code] of wrong) {
      const refused = await refusal(folder, { file, ...opener });
      expect([opener, refused.code]).toEqual([opener, code]);
    }
    expect(await door(folder).recovery.restore({ file, recoveryKey: template.recoveryKey })).toMatchObject({
      cases: 1,
    });
    const next = desk(folder);
    await next.get('account.signIn', { username: 'clerk', password });
    const got = await next.get('case.receive', reception());
    expect(got.number.official).toMatch(/-0002$|-0401$|-0601$/);
    expect(next.desk.verify()).toMatchObject({ ok: true });
  });

  test('keys of another register, a cost that would eat the memory, and a backup of another desk are refused and named', async () => {
    const { folder, file } = await damaged();
    const own = readFileSync(path.join(path.dirname(file), 'keys.json'), 'utf8');
    const put = (text: string) =>
      ['keys.json', 'keys-2.json'].forEach((name) => writeFileSync(path.join(path.dirname(file), name), text));
    const opener = { file, username: 'clerk', password };
    const costly = JSON.parse(own);
    costly.accounts[0].kdf.ln = 30;
    put(JSON.stringify(costly));
    expect(await refusal(folder, opener)).toMatchObject({ code: 'keys-damaged', data: { reason: 'accounts.0.kdf' } });
    const strange = JSON.parse(own);
    strange.files[0].salt = Buffer.alloc(16, 1).toString('base64url');
    put(JSON.stringify(strange));
    expect(await refusal(folder, opener)).toMatchObject({ code: 'keys-foreign' });
    expect(await door(folder).recovery.roads({})).toMatchObject({
      backups: [{ sealedFor: { accounts: [], recovery: false } }],
    });
    put(own);
    const other = newFolder();
    cpSync(path.dirname(file), path.join(other, 'sao-luu_Q7'), { recursive: true });
    const manifestFile = path.join(other, 'sao-luu_Q7', 'manifest.json');
    const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
    writeFileSync(
      manifestFile,
      JSON.stringify({ ...manifest, desk: { ...manifest.desk, code: 'Q7', name: 'Quầy 7' } }),
    );
    const foreign = path.join(other, 'sao-luu_Q7', 'desk.sqlite');
    expect(await refusal(folder, { ...opener, file: foreign })).toMatchObject({
      code: 'backup-foreign',
      data: { deskName: 'Quầy 7' },
    });
    expect((await refusal(folder, opener)).code).toBe('restored');
  });
});
