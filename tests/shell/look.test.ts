import { createRouterClient } from '@orpc/server';
import Database from 'better-sqlite3';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isFault } from '../../electron/contract/base/fault.ts';
import { newClient } from '../../electron/desk/core/session/client.ts';
import type { Desk } from '../../electron/desk/desk.ts';
import { type DeskDoor, openDoor } from '../../electron/shell/desk-door.ts';
import { definitions, metaOf } from '../../electron/desk/calls/dispatch.ts';
import { sampleInput } from '../support/data/from-schema.ts';
import {
  type TestDesk,
  monday,
  openPracticeDesk,
  openTestDesk,
  password,
  portsOf,
  reception,
} from '../support/desk/test-desk.ts';
import { wellFormed } from '../support/papers/well-formed.ts';
import { readSecret } from '../../electron/desk/common/office/people/second-factor.ts';
import { totpCode } from '../../electron/store/keys/primitives.ts';

type Recovery = { readonly recovery: { look(input: object): Promise<{ done: true }> } };

async function office(): Promise<{ made: TestDesk; caseId: string; file: string }> {
  const made = await openPracticeDesk();
  made.sit('clerk');
  const { caseId } = await made.get('case.receive', reception());
  await made.desk.close();
  return { made, caseId, file: path.join(made.folder, 'desk.sqlite') };
}

/** What a version of next year leaves: a later schema with more in it, entries nobody here knows, and whether it lets us look. */
function fromTheFuture(file: string, leastReader: number | null): void {
  const db = new Database(file);
  db.exec(`CREATE TABLE tomorrow (what TEXT) STRICT; INSERT INTO tomorrow VALUES ('x');
    ALTER TABLE case_summary ADD COLUMN tomorrow TEXT;
    INSERT INTO migration VALUES (9990, '9990-tomorrow.sql', 'x'); PRAGMA user_version = 9990`);
  db.prepare("DELETE FROM made_by WHERE what = 'reader'").run();
  if (leastReader !== null) db.prepare("INSERT INTO made_by (what, version) VALUES ('reader', ?)").run(leastReader);
  db.close();
}

async function looked(at: TestDesk): Promise<{ door: DeskDoor; desk: Desk }> {
  const door = openDoor(portsOf(at.folder, at.clock, at.printer, []));
  if (door.recovery === undefined) throw new Error('no way out');
  await (createRouterClient(door.recovery) as unknown as Recovery).recovery.look({});
  const desk = door.retry();
  if (isFault(desk)) throw new Error(desk.fault);
  return { door, desk };
}

const bytesOf = (at: TestDesk) => readFileSync(path.join(at.folder, 'desk.sqlite'));

test('who only looks is asked for the code of their phone as well', async () => {
  const made = await openPracticeDesk();
  made.sit('supervisor');
  const { secret } = await made.get('account.proposeFactor');
  const code = () => totpCode(readSecret(secret) ?? new Uint8Array(), Math.floor(made.clock.at / 30_000));
  await made.get('account.setFactor', { secret, code: code(), current: password });
  await made.desk.close();
  fromTheFuture(path.join(made.folder, 'desk.sqlite'), 120);
  const { door, desk } = await looked(made);
  const client = newClient();
  const signIn = (more: object) => desk.call('account.signIn', { username: 'supervisor', password, ...more }, client);
  expect(await signIn({})).toMatchObject({ fault: { code: 'second-factor-needed' } });
  expect(await signIn({ code: '000000' })).toMatchObject({ fault: { code: 'second-factor-wrong' } });
  expect(await desk.call('case.search', { text: 'an' }, client)).toMatchObject({ fault: { code: 'sign-in-required' } });
  made.clock.at += 60_000;
  expect(await signIn({ code: code() })).toMatchObject({ ok: true });
  await door.close();
});

describe('a register of a later version', () => {
  test('is looked at where it lets this program: who has a password reads, nothing is written, nothing changes', async () => {
    const { made, caseId, file } = await office();
    fromTheFuture(file, 120);
    const before = bytesOf(made);
    const { door, desk } = await looked(made);
    const client = newClient();
    const call = (name: string, input: unknown = {}) => desk.call(name, input, client);
    expect(await call('case.get', { caseId })).toMatchObject({ fault: { code: 'sign-in-required' } });
    expect(await call('account.signIn', { username: 'clerk', password: 'Quay-Mot-Cua-2' })).toMatchObject({
      fault: { code: 'sign-in-refused' },
    });
    expect(await call('account.signIn', { username: 'clerk', password })).toMatchObject({ ok: true });
    expect(await call('system.status')).toMatchObject({
      ok: true,
      value: { user: { username: 'clerk' }, lookOnly: { code: 'store-newer', data: { version: 9990 } } },
    });
    expect(await call('case.get', { caseId })).toMatchObject({ ok: true });
    expect(await call('case.receive', reception())).toMatchObject({ fault: { code: 'look-only' } });
    expect(bytesOf(made).equals(before)).toBe(true);
    expect(await call('recovery.leave')).toMatchObject({ ok: true });
    expect(door.desk()).toMatchObject({ fault: 'store-newer' });
    await door.close();
    expect(readdirSync(made.folder)).not.toContain('looking');
    expect(bytesOf(made).equals(before)).toBe(true);
  });

  test('what it wrote and nobody here can read is told as such; the rest can be read', async () => {
    const { made, caseId, file } = await office();
    const db = new Database(file);
    const entry = db.prepare("SELECT * FROM journal WHERE type = 'received'").get() as Record<string, unknown>;
    const columns = Object.keys(entry).filter((name) => name !== 'seq');
    const next = { ...entry, id: Buffer.alloc(16, 9), desk_seq: 900, type: 'tomorrow', body: '{"what":1}' };
    db.prepare(`INSERT INTO journal (${columns.join()}) VALUES (${columns.map((name) => `@${name}`).join()})`).run({
      ...next,
      hash: Buffer.alloc(32, 1),
    });
    db.close();
    fromTheFuture(file, 160);
    const { door, desk } = await looked(made);
    const client = newClient();
    await desk.call('account.signIn', { username: 'clerk', password }, client);
    expect(await desk.call('case.get', { caseId }, client)).toMatchObject({ fault: { code: 'look-unreadable' } });
    expect(await desk.call('case.search', { text: 'nguyen' }, client)).toMatchObject({
      ok: true,
      value: { hits: [{ caseId }] },
    });
    await door.close();
  });

  test.each([null, 9980])('is refused where it says that only %s may look', async (least) => {
    const { made, file } = await office();
    fromTheFuture(file, least);
    await expect(looked(made)).rejects.toMatchObject({ code: 'store-newer' });
    expect(readdirSync(made.folder)).not.toContain('looking');
  });
});

describe('every write of a register that is only looked at', () => {
  let at: Awaited<ReturnType<typeof looked>>;
  let copy = '';
  let before: Buffer;
  beforeAll(async () => {
    const { made, file } = await office();
    fromTheFuture(file, 120);
    at = await looked(made);
    copy = path.join(made.folder, 'looking', 'desk.sqlite');
    before = readFileSync(copy);
  });
  afterAll(() => at.door.close());

  const others = ['account.signIn', 'account.signOut', 'recovery.leave'];
  const writes = [...definitions].filter(([name, { procedure }]) => {
    return metaOf(procedure).kind === 'write' && !others.includes(name);
  });
  test.each(writes.map(([name, { procedure }]) => [name, metaOf(procedure).role] as const))(
    '%s, of %s: answers that it is, and leaves the copy as it was',
    async (name, role) => {
      const username = role === 'anyone' || role === 'staff' ? 'clerk' : role === 'keeper' ? 'admin' : role;
      const accountId = 1 + ['clerk', 'officer', 'supervisor', 'admin'].indexOf(username);
      const client = newClient();
      client.session = { accountId, username, fullName: username, role: username, lastUsedAt: monday };
      const answer = await at.desk.call(name, wellFormed[name] ?? sampleInput(name), client);
      expect(answer).toMatchObject({ ok: false, fault: { code: 'look-only' } });
      expect(readFileSync(copy).equals(before)).toBe(true);
    },
  );
});

test('a damaged register is looked at as far as it can be read', async () => {
  const { made, caseId, file } = await office();
  const db = new Database(file);
  db.exec('DROP TRIGGER journal_never_changes');
  db.close();
  const { door, desk } = await looked(made);
  const client = newClient();
  await desk.call('account.signIn', { username: 'clerk', password }, client);
  expect(await desk.call('case.get', { caseId }, client)).toMatchObject({ ok: true });
  await door.close();
});

test('a sealed one asks for a password first, and its copy is as encrypted as itself', async () => {
  const at = openTestDesk({ at: monday });
  await at.get('office.openPractice', { cases: 3, seed: 1, password, sealed: true });
  await at.get('account.signIn', { username: 'clerk', password });
  await at.desk.close();
  const witness = path.join(at.folder, 'witness');
  const older = readFileSync(path.join(at.folder, 'desk.sqlite'));
  const next = openTestDesk({ folder: at.folder });
  await next.get('account.signIn', { username: 'clerk', password });
  await next.get('case.receive', reception());
  await next.desk.close();
  expect(readFileSync(witness).length).toBeGreaterThan(0);
  writeFileSync(path.join(at.folder, 'desk.sqlite'), older);
  const door = openDoor(portsOf(at.folder, at.clock, at.printer, []));
  const desk = door.desk();
  if (isFault(desk)) throw new Error(desk.fault);
  const client = newClient();
  expect(await desk.call('account.signIn', { username: 'clerk', password }, client)).toMatchObject({
    fault: { code: 'store-older' },
  });
  expect(door.retry()).toMatchObject({ fault: 'store-older' });
  if (door.recovery === undefined) throw new Error('no way out');
  await (createRouterClient(door.recovery) as unknown as Recovery).recovery.look({});
  const look = door.retry();
  if (isFault(look)) throw new Error(look.fault);
  expect(await look.call('account.signIn', { username: 'clerk', password }, client)).toMatchObject({ ok: true });
  expect(readFileSync(path.join(at.folder, 'looking', 'desk.sqlite')).includes('case_summary')).toBe(false);
  await door.close();
});
