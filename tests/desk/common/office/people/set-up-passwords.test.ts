import { afterEach, expect, test } from 'vitest';
import { newClient } from '../../../../../electron/desk/core/session/client.ts';
import { settings } from '../../../../support/papers/well-formed.ts';
import { type TestDesk, openTestDesk, password } from '../../../../support/desk/test-desk.ts';

let at: TestDesk;
afterEach(() => at.end());

const own = { an: 'Xoai-Chin-Vang-7', binh: 'Song-Xanh-Chay-8', tu: 'Hoa-Sen-Trong-Ao-8' };
const people = (words: Record<keyof typeof own, string>) => [
  { username: 'binh', fullName: 'Lê Văn Bình', role: 'supervisor', password: words.binh },
  { username: 'an', fullName: 'Trần Thị An', role: 'admin', password: words.an },
  { username: 'tu', fullName: 'Phạm Tú', role: 'clerk', password: words.tu },
];

test('what a hand types at the set-up is each person’s own and not easy; who set it up keeps theirs, the others set one', async () => {
  at = openTestDesk();
  const setUp = (words: Record<keyof typeof own, string>) =>
    at.call('office.setUp', { settings, accounts: people(words), attended: true });
  expect(await setUp({ ...own, tu: own.an })).toMatchObject({
    fault: { code: 'password-shared', data: { username: 'tu' } },
  });
  for (const [easy, why] of [
    ['Ban-Pham-Tu-Day-7', 'name'],
    ['O-Phuong-Cat-Lai-7', 'unit'],
    [password, 'common'],
  ])
    expect(await setUp({ ...own, tu: String(easy) })).toMatchObject({
      fault: { code: 'password-known', data: { why } },
    });
  expect(await setUp(own)).toMatchObject({ ok: true });
  for (const username of ['an', 'binh', 'tu'] as const) {
    const client = newClient();
    const signed = await at.desk.call('account.signIn', { username, password: own[username] }, client);
    const first = username !== 'an';
    expect([username, signed]).toMatchObject([username, { ok: true, value: { mustChange: first ? 'first' : null } }]);
    const asked = await at.desk.call('account.colleagues', {}, client);
    expect([username, asked]).toMatchObject([
      username,
      first ? { fault: { code: 'password-change-needed' } } : { ok: true },
    ]);
  }
}, 120_000);

test('a program sets up as it was told, and signs in as each of them', async () => {
  at = openTestDesk();
  await at.get('office.setUp', { settings, accounts: people({ an: password, binh: password, tu: password }) });
  for (const username of ['an', 'binh', 'tu'])
    expect(await at.get('account.signIn', { username, password })).toMatchObject({ mustChange: null });
}, 120_000);
