import Database from 'better-sqlite3';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type TestDesk, openPracticeDesk, openTestDesk, password } from '../../../../support/desk/test-desk.ts';

let at: TestDesk;
beforeEach(async () => {
  at = await openPracticeDesk();
});
afterEach(() => at.end());

const words = Array.from({ length: 11 }, (_none, index) => `Xoai-Chin-Vang-${index}0`);
const used = { ok: false, fault: { code: 'password-used', data: { kept: 10 } } };
const own = (from: string, to: string) =>
  at.call('account.setPassword', { username: 'clerk', password: to, current: from });

/** What the register remembers of the clerk's, read and changed while the desk is closed. */
async function inRegister<T>(work: (db: Database.Database) => T): Promise<T> {
  await at.desk.close();
  const db = new Database(path.join(at.folder, 'desk.sqlite'));
  const found = work(db);
  db.close();
  at = await at.reopen();
  at.sit('clerk');
  return found;
}

const rows = () =>
  inRegister(
    (db) =>
      db
        .prepare(
          `SELECT number, hex(salt) AS salt FROM known_password JOIN account USING (account_id)
            WHERE username = 'clerk' ORDER BY number`,
        )
        .all() as { number: number; salt: string }[],
  );

describe('the last ten passwords', () => {
  test('are not taken again, however they are written; the eleventh before is', async () => {
    let present = password;
    for (const word of words.slice(0, 9)) {
      expect(await own(present, word)).toMatchObject({ ok: true });
      present = word;
    }
    // Ten were had, the present one among them.
    for (const word of [password, words[0] as string, present])
      expect([word, await own(present, word)]).toMatchObject([word, used]);
    expect(await own(present, (words[3] as string).normalize('NFD'))).toMatchObject(used);
    expect(await at.call('account.signIn', { username: 'clerk', password: present })).toMatchObject({ ok: true });
    expect(await own(present, words[9] as string)).toMatchObject({ ok: true });
    expect((await rows()).map(({ number }) => number)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(await own(words[9] as string, words[0] as string)).toMatchObject(used);
    expect(await own(words[9] as string, password)).toMatchObject({ ok: true });
    // What is compared with shares its salts, so that ten cost a derivation or two.
    expect(new Set((await rows()).map(({ salt }) => salt)).size).toBeLessThanOrEqual(3);
    expect(at.desk.verify()).toMatchObject({ ok: true });
  });

  test('nor by somebody who gives the account one that stays; one that chance made is remembered too', async () => {
    expect(await own(password, words[0] as string)).toMatchObject({ ok: true });
    at.sit('admin');
    const reset = (word?: string) =>
      at.call('account.setPassword', { username: 'clerk', ...(word === undefined ? {} : { password: word }) });
    expect(await reset(password)).toMatchObject(used);
    expect(await reset(words[0])).toMatchObject(used);
    const { oneTimePassword } = (await reset()).value;
    expect(await at.call('account.signIn', { username: 'clerk', password: oneTimePassword })).toMatchObject({
      ok: true,
    });
    expect(await own(oneTimePassword, words[0] as string)).toMatchObject(used);
    expect(await own(oneTimePassword, words[1] as string)).toMatchObject({ ok: true });
    expect(await own(words[1] as string, oneTimePassword)).toMatchObject(used);
  });

  test('of an account from before only what is known: its present password, once another takes its place', async () => {
    const forget = () => inRegister((db) => db.prepare('DELETE FROM known_password').run());
    await forget();
    expect(await own(password, words[0] as string)).toMatchObject({ ok: true });
    expect(await rows()).toHaveLength(2);
    expect(await own(words[0] as string, password)).toMatchObject(used);
    // Whoever resets it does not know it; a plain office has its hash.
    await forget();
    at.sit('admin');
    expect(await at.call('account.setPassword', { username: 'clerk' })).toMatchObject({ ok: true });
    expect(await rows()).toHaveLength(2);
  });

  test('in an encrypted office too, where no hash of them is kept', async () => {
    await at.end();
    at = openTestDesk();
    await at.get('office.openPractice', { cases: 0, seed: 3, password, sealed: true });
    at.sit('admin');
    const { oneTimePassword } = (await at.get('account.setPassword', { username: 'clerk' })) as {
      oneTimePassword: string;
    };
    at.sit('clerk');
    expect(await own(oneTimePassword, password)).toMatchObject(used);
    expect(await own(oneTimePassword, words[0] as string)).toMatchObject({ ok: true });
    expect(await own(words[0] as string, oneTimePassword)).toMatchObject(used);
    expect(await at.call('account.signIn', { username: 'clerk', password: words[0] })).toMatchObject({ ok: true });
  });

  test('another account may have had it', async () => {
    expect(await own(password, words[0] as string)).toMatchObject({ ok: true });
    at.sit('supervisor');
    expect(
      await at.call('account.setPassword', { username: 'supervisor', password: words[0], current: password }),
    ).toMatchObject({ ok: true });
  });
});
