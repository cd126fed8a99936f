import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { roads } from '../../../../electron/desk/safety/backup/recovery.ts';
import { newClient } from '../../../../electron/desk/core/session/client.ts';
import { type Desk, createDesk } from '../../../../electron/desk/desk.ts';
import { newFolder } from '../../../support/desk/folder.ts';
import { people, realDesks } from '../../../support/desk/real-desk.ts';
import { fakePrinter, openPracticeDesk, password, portsOf, reception } from '../../../support/desk/test-desk.ts';

const { desk } = realDesks({ sealed: true });
let open: Desk | undefined;
afterEach(() => open?.close());

const second = { username: 'binh', password };

test('an empty computer takes over from a stick by two passwords, and who stood for it is signed in; others are told that they need a new password', async () => {
  const at = await desk('an', 'binh');
  const an = await at.signIn('an');
  const stick = newFolder();
  const { value: settings } = await an.call('office.settings');
  await an.call('office.changeSettings', { settings: { ...settings, backupFolder: stick }, reason: 'ổ mang đi' });
  const tu = await at.signIn('tu');
  for (let nth = 0; nth < 3; nth += 1) await tu.call('case.receive', reception());
  expect((await tu.call('backup.make')).value.trouble).toBeNull();
  await at.desk.close();

  const folder = path.join(newFolder(), 'spare');
  const ports = { ...portsOf(folder, at.clock, fakePrinter(), []), machineFolder: newFolder() };
  const spare = createDesk(ports);
  if ('fault' in spare) throw new Error(spare.fault);
  open = spare;
  const client = newClient();
  const call = (name: string, input: unknown = {}, who = client): Promise<any> => spare.call(name, input, who);
  expect(await call('recovery.roads')).toMatchObject({ value: { backups: [] } });
  const { backups } = (await call('recovery.roads', { place: stick })).value;
  expect(backups).toMatchObject([{ cases: 3, sealedFor: { accounts: ['an', 'an2', 'binh'], recovery: true } }]);
  const { file } = backups[0];

  // Refused it is the empty computer it was, and a third try is as good as the first.
  for (const [who, code] of [
    [{}, 'sign-in-required'],
    [{ username: 'an', password: 'Sai-Mat-Khau-1' }, 'sign-in-refused'],
    [{ username: 'an', password }, 'second-person-needed'],
    [{ username: 'an', password, second: { username: 'an2', password } }, 'second-person-unfit'],
  ] as const)
    expect(await call('recovery.restore', { file, ...who })).toMatchObject({ fault: { code } });
  expect(await call('system.status')).toMatchObject({ value: { setUp: false, user: null } });

  const back = await call('recovery.restore', { file, username: 'an', password, second });
  expect(back).toMatchObject({ ok: true, value: { cases: 3 } });
  expect(back.value.spent).toContainEqual({ series: 'case 2026-11-23', first: 4, last: 400 });
  const status = await call('system.status');
  expect(status.value).toMatchObject({
    setUp: true,
    user: { username: 'an' },
    passwords: 'some-missing',
    missingPapers: { receptions: 397, atMost: true },
  });
  // The empty register is not kept: it held nothing, and lay there unencrypted.
  expect(existsSync(path.join(folder, 'kept')) ? readdirSync(path.join(folder, 'kept')) : []).toEqual([]);
  expect(await call('recovery.restore', { file, username: 'an', password, second })).toMatchObject({
    fault: { code: 'recovery-not-needed' },
  });

  const { accounts } = (await call('account.list')).value;
  expect(accounts.map(({ username, needsPassword }: any) => [username, needsPassword])).toEqual(
    people
      .map(({ username }) => username)
      .toSorted()
      .map((username) => [username, username === 'tu']),
  );
  // Nobody who tries a name hears more of one that exists than of one that does not.
  const refusal = async (username: string) => (await call('account.signIn', { username, password }, newClient())).fault;
  expect(await refusal('tu')).toEqual(await refusal('nobody'));

  const reset = { username: 'tu', ownPassword: password, second };
  const { oneTimePassword } = (await call('account.setPassword', reset)).value;
  const clerk = newClient();
  at.clock.at += 60_000;
  expect(await call('account.signIn', { username: 'tu', password: oneTimePassword }, clerk)).toMatchObject({
    ok: true,
  });
  const own = { username: 'tu', password: 'Xoai-Chin-Vang-7', current: oneTimePassword };
  expect(await call('account.setPassword', own, clerk)).toMatchObject({ ok: true });
  expect((await call('system.status', {}, clerk)).value.passwords).toBe('all');
  const received = await call('case.receive', reception(), clerk);
  expect(received.value.number.local).toMatch(/-0401$/);
  expect(spare.verify().ok).toBe(true);
}, 240_000);

test('a backup that is not encrypted and that one person keeps needs nobody; a drive with none says so', async () => {
  const { stick, clock } = await practiceStick();
  const folder = path.join(newFolder(), 'spare');
  const spare = createDesk(portsOf(folder, clock, fakePrinter(), []));
  if ('fault' in spare) throw new Error(spare.fault);
  open = spare;
  const call = (name: string, input: unknown = {}): Promise<any> => spare.call(name, input, newClient());
  expect(await call('recovery.restore', { file: path.join(folder, 'nowhere') })).toMatchObject({
    fault: { code: 'backup-unreadable' },
  });
  const [{ file }] = (await call('recovery.roads', { place: stick })).value.backups;
  expect(await call('recovery.restore', { file })).toMatchObject({ ok: true });
  expect(await call('system.status')).toMatchObject({ value: { setUp: true, user: null, passwords: 'all' } });
  expect(await call('account.signIn', { username: 'admin', password })).toMatchObject({ ok: true });
}, 120_000);

describe('where backups are looked for', () => {
  async function emptyDesk(folder = path.join(newFolder(), 'spare')) {
    const spare = createDesk(portsOf(folder, { at: Date.parse('2026-11-23T10:00:00+07:00') }, fakePrinter(), []));
    if ('fault' in spare) throw new Error(spare.fault);
    open = spare;
    return async (place?: string): Promise<any> =>
      ((await spare.call('recovery.roads', place === undefined ? {} : { place }, newClient())) as any).value;
  }

  test('the drive, the folder, one backup in it, and its file are all one place; a folder deep below is not gone through', async () => {
    const { stick } = await practiceStick();
    const drive = newFolder();
    mkdirSync(path.join(drive, 'Một cửa'));
    mkdirSync(path.join(drive, '.hidden'));
    cpSync(stick, path.join(drive, 'Một cửa', 'sao lưu'), { recursive: true });
    const lies = path.join(drive, 'Một cửa', 'sao lưu');
    const look = await emptyDesk();
    const [name] = readdirSync(lies);
    const one = path.join(lies, name ?? '');
    for (const named of [drive, path.join(drive, 'Một cửa'), lies, one, path.join(one, 'desk.sqlite')])
      expect((await look(named)).backups, named).toMatchObject([{ place: lies }]);
    expect((await look(path.dirname(drive))).places.length).toBeLessThan(500);
    const deep = path.join(newFolder(), 'a', 'b');
    cpSync(drive, path.join(deep, 'c'), { recursive: true });
    expect((await look(path.resolve(deep, '../..'))).backups).toEqual([]);
  });

  test('a place that is not there, and a broken backup, are named', async () => {
    const { stick } = await practiceStick();
    const look = await emptyDesk();
    const nowhere = path.join(stick, 'gone');
    expect((await look(nowhere)).places).toContainEqual({ path: nowhere, there: false, had: null, broken: [] });
    const [name = ''] = readdirSync(stick);
    truncateSync(path.join(stick, name, 'desk.sqlite'), 100);
    const { backups, places } = await look(stick);
    expect(backups).toEqual([]);
    expect(places).toContainEqual({ path: stick, there: true, had: null, broken: [name] });
  });

  test('the second place is known though the register that names it does not open', async () => {
    const { stick, folder, clock } = await practiceStick();
    rmSync(path.join(folder, 'desk.sqlite'));
    for (const log of ['desk.sqlite-wal', 'desk.sqlite-shm']) rmSync(path.join(folder, log), { force: true });
    const beside = path.join(folder, 'backups');
    for (const name of readdirSync(beside).filter((one) => one.startsWith('sao-luu')))
      rmSync(path.join(beside, name), { recursive: true });
    const look = async () => roads(portsOf(folder, clock, fakePrinter(), []));
    expect((await look()).backups).toMatchObject([{ place: stick, foreign: false }]);
    renameSync(stick, `${stick}-away`);
    const { backups, places } = await look();
    expect(backups).toEqual([]);
    expect(places).toContainEqual({
      path: stick,
      there: false,
      had: { madeAt: expect.any(String), at: expect.any(String) },
      broken: [],
    });
  });
});

async function practiceStick(): Promise<{ stick: string; folder: string; clock: { at: number } }> {
  const at = await openPracticeDesk();
  const stick = newFolder();
  at.sit('admin');
  await at.get('office.changeSettings', {
    settings: { ...(await at.get('office.settings')), backupFolder: stick },
    reason: 'ổ mang đi',
  });
  await at.get('backup.make');
  await at.desk.close();
  return { stick, folder: at.folder, clock: at.clock };
}
