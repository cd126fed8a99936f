import Database from 'better-sqlite3';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newFolder } from '../../../support/desk/folder.ts';
import { type TestDesk, openPracticeDesk, openTestDesk, password, reception } from '../../../support/desk/test-desk.ts';

/** The whole register is looked at beside the desk; what is derived is mended by a call, what is not leads to the recovery. */

let at: TestDesk;
beforeEach(async () => {
  at = await openPracticeDesk();
  for (let made = 0; made < 3; made += 1) await at.get('case.receive', reception());
});
afterEach(() => at.end());

const fourth = { number: { local: 'Q1-261123-0004' } };

type Guard = { readonly name: string; readonly sql: string };

/** Closed, changed by somebody with a program of their own, and opened again. */
async function tamper(sql: string): Promise<void> {
  const { folder, clock } = at;
  await at.desk.close();
  const db = new Database(path.join(folder, 'desk.sqlite'));
  db.pragma('foreign_keys = OFF');
  const guards = db
    .prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'journal'")
    .all();
  for (const { name } of guards as Guard[]) db.exec(`DROP TRIGGER ${name}`);
  db.exec(sql);
  for (const guard of guards as Guard[]) db.exec(guard.sql);
  db.close();
  at = openTestDesk({ folder, at: clock.at });
}

test('after opening nothing is said of it; a minute later it was looked at, and once a day from then on', async () => {
  expect(await at.get('system.status')).toMatchObject({ register: 'unchecked', backupTrouble: false });
  await at.desk.tend();
  const { checkedAt, findings, running } = await at.get('journal.checked');
  expect({ findings, running }).toEqual({ findings: [], running: false });
  expect(checkedAt).not.toBeNull();
  expect((await at.get('system.status')).register).toBe('good');
  at.clock.at += 23 * 3_600_000;
  await at.desk.tend();
  at.sit('clerk');
  expect((await at.get('journal.checked')).checkedAt).toBe(checkedAt);
  at.clock.at += 2 * 3_600_000;
  await at.desk.tend();
  at.sit('clerk');
  expect((await at.get('journal.checked')).checkedAt).not.toBe(checkedAt);
});

test('receptions go on while it looks', async () => {
  const looking = at.get('journal.check');
  const received = await at.get('case.receive', reception());
  expect(received).toMatchObject(fourth);
  expect(await looking).toMatchObject({ findings: [] });
});

const derived = [
  [
    'a promise that was moved in its table',
    'UPDATE case_summary SET due_at = due_at + 86400 WHERE case_id = (SELECT min(case_id) FROM case_summary)',
  ],
  ['a case that is in no table any more', 'DELETE FROM number_use WHERE serial = 1'],
  [
    'a person whose name was changed',
    "UPDATE person SET full_name = 'NGƯỜI KHÁC' WHERE person_id = (SELECT min(person_id) FROM person)",
  ],
] as const;

test.each(derived)('%s is found, and derived again', async (_what, sql) => {
  const { stateHash } = await at.get('journal.stateHash');
  await tamper(sql);
  at.sit('admin');
  const { findings } = await at.get('journal.check');
  expect(findings.length).toBeGreaterThan(0);
  expect(findings.map((finding: { readonly mendable: boolean }) => finding.mendable)).not.toContain(false);
  expect((await at.get('system.status')).register).toBe('bad');
  expect(await at.call('recovery.begin')).toMatchObject({ ok: false, fault: { code: 'recovery-not-needed' } });
  expect(await at.get('journal.rebuild')).toMatchObject({ findings: [], running: false });
  expect((await at.get('system.status')).register).toBe('good');
  expect((await at.get('journal.stateHash')).stateHash).toBe(stateHash);
  at.sit('clerk');
  expect(await at.get('case.receive', reception())).toMatchObject(fourth);
});

test.each([
  ['a role that somebody gave themselves', "UPDATE account SET role = 'admin' WHERE username = 'clerk'"],
  ['an account that was opened again', "UPDATE account SET disabled = 1 WHERE username = 'officer'"],
  ['another name', "UPDATE account SET full_name = 'X' WHERE username = 'clerk'"],
  [
    'an account nobody added',
    "INSERT INTO account (username, full_name, role, password) VALUES ('x', 'X', 'admin', '-')",
  ],
])(
  'what people may do is told by entries of their own: %s is named, and made again what they say',
  async (_what, sql) => {
    at.sit('admin');
    const before = (await at.get('account.list')).accounts;
    await tamper(sql);
    at.sit('admin');
    expect((await at.get('journal.check')).findings).toMatchObject([{ check: 'accounts', mendable: true }]);
    expect(await at.get('journal.rebuild')).toMatchObject({ findings: [] });
    // Put right is not forgotten.
    const { lines } = await at.get('account.log', { of: 'office' });
    expect(lines.find(({ type }: { type: string }) => type === 'accounts-derived')?.by).toBeTruthy();
    const { accounts } = await at.get('account.list');
    // Nobody is taken away: a name may stand under entries. What nobody added is shut.
    expect(accounts.filter(({ username }: { username: string }) => username !== 'x')).toEqual(before);
    expect(accounts.find(({ username }: { username: string }) => username === 'x')?.disabled ?? true).toBe(true);
  },
);

test('an account that was taken away before it did anything comes back, and waits for a password', async () => {
  await tamper("DELETE FROM account WHERE username = 'officer'");
  at.sit('admin');
  expect((await at.get('journal.rebuild')).findings).toEqual([]);
  expect(await at.call('account.signIn', { username: 'officer', password })).toMatchObject({ ok: false });
  expect(at.desk.verify().ok).toBe(true);
});

test('what cannot be derived leads to the recovery', async () => {
  await tamper("UPDATE catalogue_procedure SET body = ' ' || body");
  at.sit('admin');
  const { findings } = await at.get('journal.rebuild');
  expect(findings).toContainEqual(expect.objectContaining({ check: 'catalogues', mendable: false }));
  expect(at.desk.lost()).toBeNull();
  expect(await at.get('recovery.begin')).toEqual({ done: true });
  expect(at.desk.lost()).toMatchObject({ fault: 'store-damaged' });
  at.sit('clerk');
  expect(await at.call('case.receive', reception())).toMatchObject({ ok: false });
});

test('only who keeps the machine derives tables or leaves the register', async () => {
  for (const who of ['clerk', 'officer', 'supervisor'] as const) {
    at.sit(who);
    for (const call of ['journal.rebuild', 'recovery.begin'] as const)
      expect(await at.call(call)).toMatchObject({ ok: false, fault: { code: 'forbidden' } });
    expect((await at.get('journal.check')).findings).toEqual([]);
  }
});

test('a second place that is not there is said in the status until it is back', async () => {
  at.sit('admin');
  const settings = await at.get('office.settings');
  const place = path.join(newFolder(), 'not', 'there');
  await at.get('office.changeSettings', { settings: { ...settings, backupFolder: place }, reason: 'nơi sao lưu' });
  await at.get('backup.make');
  expect((await at.get('system.status')).backupTrouble).toBe(true);
  await at.get('office.changeSettings', { settings: { ...settings, backupFolder: '' }, reason: 'không dùng nữa' });
  expect((await at.get('system.status')).backupTrouble).toBe(false);
});

test('who signed in before the register was exchanged is nobody in the one that came back', async () => {
  const { client, clock, folder } = at;
  at.client.session = null;
  expect(await at.call('account.signIn', { username: 'admin', password })).toMatchObject({ ok: true });
  expect(await at.call('office.settings')).toMatchObject({ ok: true });
  await at.desk.close();
  at = openTestDesk({ folder, at: clock.at });
  const answer = await at.desk.call('office.settings', {}, client);
  expect(answer).toMatchObject({ ok: false, fault: { code: 'session-expired' } });
});
