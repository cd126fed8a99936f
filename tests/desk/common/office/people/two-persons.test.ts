import { expect, test } from 'vitest';
import { realDesks } from '../../../../support/desk/real-desk.ts';
import { password } from '../../../../support/desk/test-desk.ts';

const { desk } = realDesks({ sealed: false });

const second = { username: 'binh', password };
const reason = 'theo phân công';
const acts = [
  ['account.add', { username: 'moi', fullName: 'Người Mới', role: 'clerk', password }],
  ['account.setPassword', { username: 'tu', password: 'Khac-Han-Cau-5' }],
  ['account.setRole', { username: 'tu', role: 'officer', reason }],
  ['account.disable', { username: 'tu', reason }],
] as const;

test('as long as one alone has signed in who may stand, that one does it alone; from the second on nobody does', async () => {
  const at = await desk('an', 'tu');
  const an = await at.signIn('an');
  for (const [name, input] of acts.slice(0, 3)) expect(await an.call(name, input)).toMatchObject({ ok: true });
  expect(await an.call('account.list')).toMatchObject({ value: { two: false } });
  // The other account of the same person is no second person.
  await at.signIn('an2');
  expect(await an.call('account.setRole', { username: 'tu', role: 'clerk', reason })).toMatchObject({ ok: true });
  await at.signIn('binh');
  expect(await an.call('account.list')).toMatchObject({ value: { two: true } });
  for (const [name, input] of acts.slice(1))
    expect([name, await an.call(name, input)]).toMatchObject([name, { fault: { code: 'second-person-needed' } }]);
});

test('one person cannot finish it: not twice, not under a second account, not with a clerk, a closed account or a wrong password', async () => {
  const at = await desk('binh', 'an');
  const an = await at.signIn('an');
  const tries = [
    [{ ownPassword: password }, 'second-person-needed'],
    [{ second }, 'second-person-needed'],
    [{ ownPassword: password, second: { username: 'an', password } }, 'second-person-unfit', 'same-account'],
    [{ ownPassword: password, second: { username: 'an2', password } }, 'second-person-unfit', 'same-name'],
    [{ ownPassword: password, second: { username: 'tu', password } }, 'second-person-unfit', 'role'],
    [{ ownPassword: password, second: { username: 'nobody', password } }, 'sign-in-refused'],
    [{ ownPassword: 'Sai-Mat-Khau-1', second }, 'sign-in-refused'],
    [{ ownPassword: password, second: { ...second, password: 'Sai-Mat-Khau-1' } }, 'sign-in-refused'],
  ] as const;
  // One derivation of a password each: all of them with one act, and with the others what tells that they ask the same question.
  for (const [index, [name, input]] of acts.entries()) {
    for (const [said, code, why] of index === 0 ? tries : tries.slice(2, 3)) {
      const answer = await an.call(name, { ...input, ...said });
      expect([name, said, answer.fault?.code, answer.fault?.data.why]).toEqual([name, said, code, why]);
      at.clock.at += 60_000;
    }
  }
  const done = await an.call('account.setRole', {
    username: 'tu',
    role: 'officer',
    reason,
    ownPassword: password,
    second,
  });
  expect(done).toMatchObject({ ok: true });
  expect(at.desk.verify()).toMatchObject({ ok: true });
}, 120_000);

test('asked for, and approved by the other at their own counter: the password is proposed, told once and good for one sign-in', async () => {
  const at = await desk('binh', 'an');
  const [an, binh] = [await at.signIn('an'), await at.signIn('binh')];
  const act = { kind: 'add', username: 'moi', fullName: 'Người Mới', role: 'clerk' };
  const asked = await an.call('account.ask', { act, reason, password });
  const { request } = asked.value;
  expect(await binh.call('account.requests')).toMatchObject({
    value: { requests: [{ request, act, reason, by: { username: 'an' }, mine: true }] },
  });
  const approve = { request, outcome: 'approved', password };
  expect(await an.call('account.answer', approve)).toMatchObject({ fault: { code: 'second-person-unfit' } });
  expect(await (await at.signIn('an2')).call('account.answer', approve)).toMatchObject({
    fault: { code: 'second-person-unfit', data: { why: 'same-name' } },
  });
  expect(await (await at.signIn('tu')).call('account.answer', approve)).toMatchObject({ fault: { code: 'forbidden' } });
  const { value } = await binh.call('account.answer', approve);
  expect(value.oneTimePassword).toMatch(/^([A-Z][a-z]+-){4}[A-Z][a-z]+\d\W$/);
  expect(await binh.call('account.answer', approve)).toMatchObject({ fault: { code: 'request-unknown' } });

  const moi = await at.signIn('moi', value.oneTimePassword);
  expect(await moi.call('draft.list')).toMatchObject({ fault: { code: 'password-change-needed' } });
  const own = (word: string) => ({ username: 'moi', password: word, current: value.oneTimePassword });
  const easy = [
    ['Nguoi-Moi-Den-71', 'name'],
    ['Phuong-CatLai-7', 'unit'],
    ['Cay-Xoai-Nam-1999', 'year'],
    ['Mat-Khau-Cua-Ai-7', 'common'],
    [value.oneTimePassword, 'same'],
  ] as const;
  for (const [word, why] of easy)
    expect([word, await moi.call('account.setPassword', own(word))]).toMatchObject([
      word,
      { fault: { code: 'password-known', data: { why } } },
    ]);
  expect(await moi.call('account.setPassword', own('Xoai-Chin-Vang-7'))).toMatchObject({ ok: true });
  expect(await moi.call('draft.list')).toMatchObject({ ok: true });
  expect(at.desk.verify()).toMatchObject({ ok: true });
}, 120_000);

test('the last administrator and the last supervisor stay', async () => {
  const at = await desk('an');
  const an = await at.signIn('an');
  const last = { fault: { code: 'account-last' } };
  expect(await an.call('account.disable', { username: 'an', reason })).toMatchObject(last);
  expect(await an.call('account.setRole', { username: 'an', role: 'clerk', reason })).toMatchObject(last);
  expect(await an.call('account.disable', { username: 'an2', reason })).toMatchObject({ ok: true });
  expect(await an.call('account.disable', { username: 'binh', reason })).toMatchObject(last);
});

test('a session ends with its password and with its role; the window in which the password was changed goes on', async () => {
  const at = await desk();
  const [one, other, an] = [await at.signIn('tu'), await at.signIn('tu'), await at.signIn('an')];
  await one.call('account.setPassword', { username: 'tu', password: 'Xoai-Chin-Vang-7', current: password });
  expect(await one.call('draft.list')).toMatchObject({ ok: true });
  expect(await other.call('draft.list')).toMatchObject({ fault: { code: 'session-expired' } });
  await an.call('account.setRole', { username: 'tu', role: 'officer', reason });
  expect(await one.call('draft.list')).toMatchObject({ fault: { code: 'session-expired' } });
});

test('wrong passwords are told to the person, and too many shut the account; never the last of its role', async () => {
  const at = await desk('an', 'binh');
  const wrong = async (username: string): Promise<any> => {
    const answer = await at.call('account.signIn', { username, password: 'Sai-Mat-Khau-1' });
    at.clock.at += 60_000;
    return answer;
  };
  await wrong('tu');
  await wrong('tu');
  expect(await at.get('account.signIn', { username: 'tu', password })).toMatchObject({
    failed: { times: 2, lastAt: '2026-11-23T09:01:00+07:00' },
  });
  const names = ['tu', 'an', 'nobody'] as const;
  const answers = { tu: [], an: [], nobody: [] } as Record<string, unknown[]>;
  for (let guess = 0; guess < 12; guess += 1) for (const name of names) answers[name]?.push(await wrong(name));
  // What is answered says nothing of whether the name exists, or was shut.
  expect(answers['tu']).toEqual(answers['nobody']);
  expect(answers['an']).toEqual(answers['nobody']);
  expect(await at.call('account.signIn', { username: 'tu', password })).toMatchObject({
    fault: { code: 'sign-in-refused' },
  });
  expect(await at.call('account.signIn', { username: 'an', password })).toMatchObject({ ok: true });
  expect(at.desk.verify()).toMatchObject({ ok: true });
}, 180_000);

test('an account nobody used for 45 days is shut at the next sign-in, after a warning; an administrator’s password is changed after 60', async () => {
  const at = await desk('an', 'binh');
  // Somebody is at work all the while: a clock that leaps over it is asked about first (clock-leap.test.ts).
  const days = async (count: number): Promise<void> => {
    for (let left = count; left > 0; left -= 10) {
      at.clock.at += Math.min(left, 10) * 86_400_000;
      await at.signIn('binh');
    }
  };
  await days(40);
  const an = await at.signIn('an');
  const list = await an.call('account.list');
  expect(list.value.accounts).toContainEqual(
    expect.objectContaining({ username: 'tu', shutInDays: 5, shutOn: '2027-01-07', disabled: false, shut: null }),
  );
  await days(5);
  expect((await (await at.signIn('an')).call('account.list')).value.accounts).toContainEqual(
    expect.objectContaining({
      username: 'tu',
      disabled: true,
      shut: { why: 'unused', reason: '', at: '2027-01-07T09:00:00+07:00' },
    }),
  );
  await days(16);
  const late = await at.call('account.signIn', { username: 'an', password });
  expect(late).toMatchObject({ ok: true, value: { mustChange: 'old' } });
  expect(await at.call('account.signIn', { username: 'tu', password })).toMatchObject({
    fault: { code: 'sign-in-refused' },
  });
}, 120_000);
