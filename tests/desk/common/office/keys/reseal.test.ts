import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type Client, newClient } from '../../../../../electron/desk/core/session/client.ts';
import { createDesk } from '../../../../../electron/desk/desk.ts';
import { isFault } from '../../../../../electron/contract/base/fault.ts';
import { headOf } from '../../../../../electron/store/file/opening/sealed.ts';
import { foundIn } from '../../../../support/desk/stolen.ts';
import {
  type TestDesk,
  monday,
  openPracticeDesk,
  openTestDesk,
  password,
  portsOf,
  reception,
} from '../../../../support/desk/test-desk.ts';

const open: TestDesk[] = [];
afterEach(async () => {
  for (const at of open.splice(0)) await at.desk.close();
});

async function again(at: TestDesk): Promise<TestDesk> {
  await at.desk.close();
  open.splice(open.indexOf(at), 1);
  const next = openTestDesk({ folder: at.folder });
  open.push(next);
  return next;
}

async function plainOffice(): Promise<TestDesk> {
  const at = await openPracticeDesk();
  open.push(at);
  at.sit('clerk');
  await at.get('case.receive', reception());
  await at.get('backup.make');
  return at;
}

async function seal(at: TestDesk): Promise<{ recoveryKey: string; sealed: any }> {
  await at.get('account.signIn', { username: 'admin', password });
  const { recoveryKey } = await at.get('keys.propose');
  return { recoveryKey, sealed: await at.get('keys.seal', { password, recoveryKey }) };
}

/** Another window, where somebody is signed in. */
function openClient(username: 'clerk', at: TestDesk): Client {
  const client = newClient();
  client.session = { accountId: 1, username, fullName: username, role: username, lastUsedAt: at.clock.at };
  return client;
}

const keysOf = (folder: string) => JSON.parse(readFileSync(path.join(folder, 'keys.json'), 'utf8'));
const canaries = ['scrypt$ln', 'office-set-up'];

test('a plain office is sealed in one act: nothing is lost, nothing plain is left, and every password opens it as before', async () => {
  const at = await plainOffice();
  const { stateHash: before } = await at.get('journal.stateHash');
  expect(foundIn(at.folder, ['case_summary'])).toEqual(['case_summary']);
  const { recoveryKey, sealed } = await seal(at);
  expect(sealed).toEqual({ trouble: null, plainLeft: [] });
  expect(headOf(path.join(at.folder, 'desk.sqlite'))).toBeInstanceOf(Buffer);
  expect(foundIn(at.folder, [...canaries, 'case_summary'])).toEqual([]);
  expect(readdirSync(at.folder)).not.toContain('restoring');
  expect(existsSync(path.join(at.folder, 'kept')) ? readdirSync(path.join(at.folder, 'kept')) : []).toEqual([]);
  // Everybody signs in anew.
  expect(await at.call('case.search', { text: 'x' })).toMatchObject({ ok: false });
  const next = await again(at);
  expect(next.desk.isClosed()).toBe(true);
  for (const username of ['clerk', 'officer', 'supervisor']) {
    await next.get('account.signIn', { username, password });
    const slot = keysOf(at.folder).accounts.find((one: any) => one.username === username);
    // The key that was made from the hash is gone with the first sign-in.
    expect(slot.of).toBeUndefined();
  }
  expect(keysOf(at.folder).accounts).toHaveLength(4);
  expect(await next.get('journal.stateHash')).not.toEqual({ stateHash: before });
  expect(next.desk.verify()).toMatchObject({ ok: true });
  const last = await again(next);
  await last.get('keys.recover', { recoveryKey, username: 'admin', password: 'Quay-Mot-Cua-9', reason: 'thử khóa' });
  expect(await last.call('keys.seal', { password, recoveryKey })).toMatchObject({ fault: { code: 'keys-sealed' } });
  const got = await (last.sit('clerk'), last.get('case.receive', reception()));
  expect(got.number.official).toMatch(/-0002$/);
});

test('what is refused leaves it plain, and open', async () => {
  const at = await plainOffice();
  await at.get('account.signIn', { username: 'admin', password });
  const { recoveryKey } = await at.get('keys.propose');
  const wrong = { password: 'Quay-Mot-Cua-2', recoveryKey };
  expect(await at.call('keys.seal', wrong)).toMatchObject({ fault: { code: 'sign-in-refused' } });
  at.clock.at += 5000;
  expect(await at.call('keys.turn', { password, reason: 'nghỉ việc' })).toMatchObject({
    fault: { code: 'keys-plain' },
  });
  expect(await at.call('keys.seal', { password, recoveryKey: '1' })).toMatchObject({
    fault: { code: 'recovery-key-length' },
  });
  expect(headOf(path.join(at.folder, 'desk.sqlite'))).toBe('plain');
  at.sit('clerk');
  await at.get('case.receive', reception());
});

test('the key of the file is turned: who was shut out opens nothing any more, not with an older key file either', async () => {
  const at = await plainOffice();
  await seal(at);
  await at.get('account.signIn', { username: 'clerk', password });
  await at.get('account.signIn', { username: 'admin', password });
  await at.get('account.disable', { username: 'supervisor', reason: 'nghỉ việc' });
  const stolen = keysOf(at.folder);
  const saltBefore = headOf(path.join(at.folder, 'desk.sqlite')) as Buffer;
  expect(await at.get('keys.turn', { password, reason: 'có người nghỉ việc' })).toMatchObject({ trouble: null });
  const saltAfter = headOf(path.join(at.folder, 'desk.sqlite')) as Buffer;
  expect(saltAfter.equals(saltBefore)).toBe(false);
  const next = await again(at);
  // Who had not signed in since it was sealed needs a new password; the others go on.
  expect(
    keysOf(at.folder)
      .accounts.map((one: any) => one.username)
      .toSorted(),
  ).toEqual(['admin', 'clerk']);
  await next.get('account.signIn', { username: 'clerk', password });
  expect(next.desk.verify()).toMatchObject({ ok: true });
  await next.desk.close();
  open.pop();
  for (const name of ['keys.json', 'keys-2.json']) writeFileSync(path.join(at.folder, name), JSON.stringify(stolen));
  const refused = createDesk(portsOf(at.folder, { at: monday }, at.printer, []));
  expect(isFault(refused) && refused.fault).toBe('keys-foreign');
});

test('the plain backups are written over once there is an encrypted one; a register that was kept is told', async () => {
  const at = await plainOffice();
  const kept = path.join(at.folder, 'kept', '2026-11-20T100000');
  mkdirSync(kept, { recursive: true });
  writeFileSync(path.join(kept, 'desk.sqlite'), readFileSync(path.join(at.folder, 'desk.sqlite')));
  const before = readdirSync(path.join(at.folder, 'backups'));
  const { sealed } = await seal(at);
  expect(sealed).toEqual({ trouble: null, plainLeft: [kept] });
  const after = readdirSync(path.join(at.folder, 'backups'));
  expect([before.length, after.length]).toEqual([1, 1]);
  for (const name of after) expect(headOf(path.join(at.folder, 'backups', name, 'desk.sqlite'))).toBeInstanceOf(Buffer);
  await at.get('account.signIn', { username: 'admin', password });
  expect(await at.get('keys.status')).toMatchObject({ sealed: true, recovery: { used: false }, plainLeft: [kept] });
});

test('a call that is on its way while the register is exchanged ends as a plain fault or is done, and never as a bug', async () => {
  const at = await plainOffice();
  const codes = new Set<string>();
  const under: Promise<void>[] = [];
  let isDone = false;
  await at.get('account.signIn', { username: 'admin', password });
  const { recoveryKey } = await at.get('keys.propose');
  const note = (answer: any) => void codes.add(answer.ok ? 'ok' : answer.fault.code);
  type Done = () => void;
  const keepAsking = async (name: string, input: () => unknown, done: Done = () => undefined): Promise<void> => {
    const other = openClient('clerk', at);
    while (!isDone) {
      const answer: any = await at.desk.call(name, input(), other);
      note(answer);
      if (answer.ok) done();
      // The desk's own work goes on between two questions.
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  under.push(keepAsking('case.receive', () => reception({ print: true, printer: 'laser' })));
  under.push(keepAsking('journal.stateHash', () => ({})));
  // A password is looked at for a third of a second, and the answer is written down.
  under.push(keepAsking('account.signIn', () => ({ username: 'officer', password })));
  // None is taken twice.
  let times = 0;
  const word = (no: number) => (no === 0 ? password : `${password}-${no}`);
  const change = () => ({ username: 'clerk', password: word(times + 1), current: word(times) });
  under.push(keepAsking('account.setPassword', change, () => void (times += 1)));
  under.push(keepAsking('case.search', () => ({ text: 'nguyen' })));
  await at.get('keys.seal', { password, recoveryKey });
  isDone = true;
  await Promise.all(under);
  expect(at.log.filter(({ event }) => event === 'bug')).toEqual([]);
  expect([...codes].filter((code) => !['ok', 'sign-in-required', 'session-expired'].includes(code))).toEqual([]);
  expect(codes).toContain('ok');
});
