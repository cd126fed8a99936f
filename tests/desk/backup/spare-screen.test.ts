import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { newClient } from '../../../electron/desk/core/client.ts';
import { type Desk, createDesk } from '../../../electron/desk/desk.ts';
import { newFolder } from '../../support/desk/folder.ts';
import { people, realDesks } from '../../support/desk/real-desk.ts';
import { fakePrinter, openPracticeDesk, password, portsOf, reception } from '../../support/desk/test-desk.ts';

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
  expect(back.value.spent).toContainEqual({ series: 'case 2026-11-23', first: 4, last: 100 });
  const status = await call('system.status');
  expect(status.value).toMatchObject({
    setUp: true,
    user: { username: 'an' },
    passwords: 'some-missing',
    missingPapers: { receptions: 97, atMost: true },
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
  expect(received.value.number.local).toMatch(/-0101$/);
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

async function practiceStick(): Promise<{ stick: string; clock: { at: number } }> {
  const at = await openPracticeDesk();
  const stick = newFolder();
  at.sit('admin');
  await at.get('office.changeSettings', {
    settings: { ...(await at.get('office.settings')), backupFolder: stick },
    reason: 'ổ mang đi',
  });
  await at.get('backup.make');
  await at.desk.close();
  return { stick, clock: at.clock };
}
