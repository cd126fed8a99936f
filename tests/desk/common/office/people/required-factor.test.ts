import { describe, expect, test } from 'vitest';
import { newClient } from '../../../../../electron/desk/core/session/client.ts';
import { mayCall } from '../../../../../electron/domain/common/office/call-roles.ts';
import { definitions } from '../../../../../electron/desk/calls/dispatch.ts';
import { readSecret } from '../../../../../electron/desk/common/office/people/second-factor.ts';
import { totpCode } from '../../../../../electron/store/keys/primitives.ts';
import { type RealDesk, people, realDesks } from '../../../../support/desk/real-desk.ts';
import { sampleInput } from '../../../../support/data/from-schema.ts';
import { wellFormed } from '../../../../support/papers/well-formed.ts';
import { openPracticeDesk, password } from '../../../../support/desk/test-desk.ts';

/** The office asks who keeps it for a code of their phone: what somebody tries who has none, or a password that is not theirs. */

const { desk, again, template } = realDesks({ sealed: true });
const reason = 'QĐ 12/QĐ-UBND về an toàn thông tin';
const today = '2026-11-23';
const owed = { fault: { code: 'second-factor-owed' } };
const ok = { ok: true };

type Window = { call(name: string, input?: unknown): Promise<any> };

/** A phone that has a secret; `off` steps of thirty seconds from the desk's clock. */
function phone(at: RealDesk, text: string) {
  const secret = readSecret(text) ?? new Uint8Array();
  return (off = 0) => totpCode(secret, Math.floor(at.clock.at / 30_000) + off);
}

async function enrol(at: RealDesk, window: Window) {
  const { secret } = (await window.call('account.proposeFactor')).value;
  const code = phone(at, secret);
  expect(await window.call('account.setFactor', { secret, code: code(), current: password })).toMatchObject(ok);
  at.clock.at += 60_000;
  return code;
}

/** An office that asks for codes from a day on: its administrator has one. */
async function asking(from: string | null = today) {
  const at = await desk('an', 'binh');
  const [an, binh, tu] = [await at.signIn('an'), await at.signIn('binh'), await at.signIn('tu')];
  const code = await enrol(at, an);
  const second = { username: 'binh', password };
  const require = (day: string | null) =>
    an.call('account.requireFactor', { from: day, reason, ownPassword: password, second });
  if (from !== null) expect(await require(from)).toMatchObject(ok);
  return { at, an, binh, tu, code, require };
}

const signIn = (at: RealDesk, username: string, more: object = {}) =>
  at.call('account.signIn', { username, password, ...more });

test('one person asks nobody: two, who asks has one first, no day that is over', async () => {
  const at = await desk('an', 'binh');
  const an = await at.signIn('an');
  const asked = { from: today, reason, ownPassword: password, second: { username: 'binh', password } };
  expect(await an.call('account.requireFactor', asked)).toMatchObject({ fault: { code: 'second-factor-own-first' } });
  await enrol(at, an);
  const { second: _second, ...lonely } = asked;
  for (const [said, code] of [
    [lonely, 'second-person-needed'],
    [{ ...asked, second: { username: 'tu', password } }, 'second-person-unfit'],
    [{ ...asked, second: { username: 'an2', password } }, 'second-person-unfit'],
    [{ ...asked, from: '2026-11-22' }, 'second-factor-past'],
    [{ ...asked, reason: 'aaaa' }, 'input-invalid'],
  ] as const)
    expect([code, await an.call('account.requireFactor', said)]).toMatchObject([code, { fault: { code } }]);
  const binh = await at.signIn('binh');
  expect(await binh.call('account.requireFactor', asked)).toMatchObject({ fault: { code: 'forbidden' } });
  expect(await an.call('account.requireFactor', asked)).toMatchObject(ok);
  const { lines } = (await an.call('account.log', { of: 'office' })).value;
  expect(lines[0]).toMatchObject({ type: 'second-factor-required', by: 'Trần Thị An', second: 'Lê Văn Bình' });
  // To lift it alone is as little one person's.
  expect(await an.call('account.requireFactor', { ...lonely, from: null })).toMatchObject({
    fault: { code: 'second-person-needed' },
  });
  expect(at.desk.verify()).toMatchObject(ok);
}, 120_000);

test('who owes one makes no call but those that set it, in a window of before too; clerks go on', async () => {
  const { at, binh, tu } = await asking();
  const before = ['account.proposeFactor', 'account.setFactor', 'account.setPassword', 'account.propose'];
  const free = new Set([...before, 'account.signOut', 'account.stay', 'account.signIn']);
  const calls = [...definitions.values()].filter(({ name, procedure }) => {
    const { role } = procedure['~orpc'].meta as { role: 'anyone' };
    return (role as string) !== 'anyone' && mayCall('supervisor', role) && !free.has(name);
  });
  expect(calls.length).toBeGreaterThan(150);
  for (const fresh of [binh, await at.signIn('binh')])
    for (const { name } of calls) {
      const answer = await fresh.call(name, wellFormed[name] ?? sampleInput(name));
      expect([name, answer.fault?.code]).toEqual([name, 'second-factor-owed']);
    }
  expect(await tu.call('draft.list')).toMatchObject(ok);
  expect((await binh.call('system.status')).value.user).toMatchObject({ username: 'binh', owesFactor: true });
  expect((await tu.call('system.status')).value.user).toMatchObject({ owesFactor: false });
  await enrol(at, binh);
  expect(await binh.call('draft.list')).toMatchObject(ok);
  expect(at.desk.verify()).toMatchObject(ok);
}, 120_000);

test('from a day on: told until then, asked from its first minute, and a clock put back puts nothing off', async () => {
  const { at, binh } = await asking('2026-11-25');
  const comes = { code: 'second-factor', from: '2026-11-25' };
  expect((await binh.call('system.status')).value.runsOut).toContainEqual(comes);
  expect((await at.signIn('tu').then((tu) => tu.call('system.status'))).value.runsOut).not.toContainEqual(comes);
  at.clock.at = Date.parse('2026-11-24T23:55:00+07:00');
  const late = await at.signIn('binh');
  expect(await late.call('draft.list')).toMatchObject(ok);
  at.clock.at = Date.parse('2026-11-25T00:00:30+07:00');
  expect(await late.call('draft.list')).toMatchObject(owed);
  expect((await late.call('system.status')).value.runsOut).not.toContainEqual(comes);
  await at.signIn('tu');
  at.clock.at = Date.parse('2026-11-23T08:00:00+07:00');
  expect(await (await at.signIn('binh')).call('draft.list')).toMatchObject(owed);
}, 120_000);

test('a clock set far ahead is no way round it; put right before the day, nobody owes anything', async () => {
  const { at, binh } = await asking('2026-11-25');
  expect(await binh.call('draft.list')).toMatchObject(ok);
  const before = at.clock.at;
  at.clock.at = Date.parse('2027-11-25T09:00:00+07:00');
  const ahead = await at.signIn('binh');
  // It dates nothing.
  expect((await ahead.call('system.status')).value).toMatchObject({
    clock: { state: 'ahead' },
    user: { owesFactor: true },
  });
  for (const call of ['draft.list', 'case.search', 'work.list'])
    expect([call, await ahead.call(call, sampleInput(call))]).toMatchObject([call, owed]);
  at.clock.at = before + 60_000;
  expect(await (await at.signIn('binh')).call('draft.list')).toMatchObject(ok);
}, 120_000);

test('a code is used once, the one that proved the phone as well; clocks may differ by a step and no more', async () => {
  const { at, binh, code: ofAn } = await asking();
  const { secret } = (await binh.call('account.proposeFactor')).value;
  const code = phone(at, secret);
  expect(await binh.call('account.setFactor', { secret, code: code(), current: password })).toMatchObject(ok);
  const used = { fault: { code: 'second-factor-wrong' } };
  expect(await signIn(at, 'binh', { code: code() })).toMatchObject(used);
  at.clock.at += 60_000;
  // Another's phone is no better than none.
  expect(await signIn(at, 'binh', { code: ofAn() })).toMatchObject(used);
  for (const [off, answer] of [
    [-2, used],
    [2, used],
    [-1, ok],
    [1, ok],
    [0, ok],
  ] as const) {
    at.clock.at += 120_000;
    expect([off, await signIn(at, 'binh', { code: code(off) })]).toMatchObject([off, answer]);
  }
  // Read over a shoulder, half a minute ago.
  at.clock.at += 30_000;
  expect(await signIn(at, 'binh', { code: code(-1) })).toMatchObject(used);
}, 120_000);

test('it is not turned off, and another phone takes its place with a code of the one before alone', async () => {
  const { at, an, code: old } = await asking();
  const kept = { fault: { code: 'second-factor-kept' } };
  expect(await an.call('account.setFactor', { secret: null, current: password })).toMatchObject(kept);
  const { secret, on, required } = (await an.call('account.proposeFactor')).value;
  expect({ on, required }).toEqual({ on: true, required: true });
  const next = phone(at, secret);
  const moved = { secret, code: next(), current: password };
  // A password and a window left open: what somebody has who sat down at it.
  expect(await an.call('account.setFactor', moved)).toMatchObject({ fault: { code: 'second-factor-needed' } });
  expect(await an.call('account.setFactor', { ...moved, present: next() })).toMatchObject({
    fault: { code: 'second-factor-wrong' },
  });
  at.clock.at += 60_000;
  const present = old();
  expect(await an.call('account.setFactor', { ...moved, code: '000000', present })).toMatchObject({
    fault: { code: 'second-factor-wrong', data: { waitSeconds: 0 } },
  });
  expect(await an.call('account.setFactor', { ...moved, code: next(), present })).toMatchObject({
    fault: { code: 'second-factor-wrong' },
  });
  at.clock.at += 60_000;
  expect(await an.call('account.setFactor', { ...moved, code: next(), present: old() })).toMatchObject(ok);
  at.clock.at += 60_000;
  expect(await signIn(at, 'an', { code: old() })).toMatchObject({ fault: { code: 'second-factor-wrong' } });
  at.clock.at += 60_000;
  expect(await signIn(at, 'an', { code: next() })).toMatchObject(ok);
}, 120_000);

test('a lost phone: two reset the password, then a password of one’s own and another phone, in this order', async () => {
  const { at, an, binh } = await asking();
  await enrol(at, binh);
  const reset = { username: 'binh', ownPassword: password, second: { recoveryKey: template.recoveryKey } };
  const { value } = await an.call('account.setPassword', reset);
  const again_ = await at.signIn('binh', value.oneTimePassword);
  expect(await again_.call('draft.list')).toMatchObject({ fault: { code: 'password-change-needed' } });
  const own = { username: 'binh', password: 'Xoai-Chin-Vang-7', current: value.oneTimePassword };
  expect(await again_.call('account.setPassword', own)).toMatchObject(ok);
  expect(await again_.call('draft.list')).toMatchObject(owed);
  const { secret } = (await again_.call('account.proposeFactor')).value;
  const set = { secret, code: phone(at, secret)(), current: 'Xoai-Chin-Vang-7' };
  expect(await again_.call('account.setFactor', set)).toMatchObject(ok);
  expect(await again_.call('draft.list')).toMatchObject(ok);
}, 120_000);

test('the last administrator without a phone comes in by the key on paper, and sets another one up', async () => {
  const { at } = await asking();
  const fresh = 'Xoai-Chin-Vang-7';
  const asked = { recoveryKey: template.recoveryKey, username: 'an', password: fresh, reason };
  expect(await at.call('keys.recover', asked)).toMatchObject(ok);
  expect(await at.call('account.list')).toMatchObject(owed);
  const { secret } = await at.get('account.proposeFactor');
  await at.get('account.setFactor', { secret, code: phone(at, secret)(), current: fresh });
  expect(await at.call('account.list')).toMatchObject({ value: { factorDay: today } });
}, 120_000);

test('a desk that was closed asks as one that is open; lifted, nobody owes it and who has one goes on with it', async () => {
  const { at, an, code, require } = await asking();
  const paper = { recoveryKey: template.recoveryKey };
  const lift = { reason, ownPassword: password, second: paper };
  expect(await an.call('account.requireFactor', { from: null, ...lift })).toMatchObject(ok);
  expect(await (await at.signIn('binh')).call('draft.list')).toMatchObject(ok);
  expect(await require(today)).toMatchObject(ok);
  expect(await an.call('account.list')).toMatchObject({
    value: {
      factorDay: today,
      accounts: people.map(({ username }) => ({ username, code: username === 'an' })).toSorted(byUsername),
    },
  });
  const opened = await again(at);
  opened.clock.at = at.clock.at + 60_000;
  expect(await signIn(opened, 'an')).toMatchObject({ fault: { code: 'second-factor-needed' } });
  expect(await opened.call('draft.list')).toMatchObject({ fault: { code: 'sign-in-required' } });
  expect(await (await opened.signIn('binh')).call('draft.list')).toMatchObject(owed);
  const secretOf = code();
  opened.clock.at = at.clock.at;
  expect(await signIn(opened, 'an', { code: secretOf })).toMatchObject(ok);
}, 120_000);

test('not asked for yet, one’s own phone goes by its code alone and never by the password', async () => {
  const { at, an, code } = await asking(null);
  const off = { secret: null, current: password };
  const needed = { fault: { code: 'second-factor-needed' } };
  expect(await an.call('account.setFactor', off)).toMatchObject(needed);
  expect(await an.call('account.setFactor', { ...off, present: '000000' })).toMatchObject({
    fault: { code: 'second-factor-wrong' },
  });
  at.clock.at += 60_000;
  expect(await an.call('account.setFactor', { ...off, present: code() })).toMatchObject(ok);
  expect(await signIn(at, 'an')).toMatchObject(ok);
}, 120_000);

test('who owes a code stands beside nobody by their password, until they set it; the key on paper does', async () => {
  const { at, an, binh, require } = await asking();
  const unfit = { fault: { code: 'second-person-unfit', data: { why: 'factor' } } };
  expect(await require(null)).toMatchObject(unfit);
  const paper = { recoveryKey: template.recoveryKey };
  const lift = { from: null, reason, ownPassword: password };
  await enrol(at, binh);
  expect(await require(null)).toMatchObject(ok);
  expect(await an.call('account.requireFactor', { ...lift, from: today, second: paper })).toMatchObject(ok);
}, 120_000);

test('by the commands of a folder who owes a code, or a password of their own, does no more than by calls', async () => {
  const { at, an } = await asking();
  const add = { username: 'ad', fullName: 'Đỗ Văn Đức', role: 'admin', ownPassword: password };
  const { value } = await an.call('account.add', { ...add, second: { recoveryKey: template.recoveryKey } });
  const one = newClient();
  const word = value.oneTimePassword as string;
  expect(await at.desk.call('account.signIn', { username: 'ad', password: word }, one)).toMatchObject(ok);
  const needed = { fault: 'password-change-needed' };
  expect(at.desk.owes(one)).toMatchObject(needed);
  const said = { ownPassword: word, second: { username: 'an', password } };
  expect(await at.desk.centre.leave(one, said)).toMatchObject(needed);
  expect(await at.desk.centre.join('x', one, said)).toMatchObject(needed);
  expect(await at.desk.city.leave(one, said)).toMatchObject(needed);
  expect(await at.desk.city.join('x', one, said)).toMatchObject(needed);
}, 120_000);

function byUsername(a: { username: string }, b: { username: string }): number {
  return a.username < b.username ? -1 : 1;
}

test('where people practise it may be asked for, and nobody is', async () => {
  const at = await openPracticeDesk();
  at.sit('admin');
  const { secret } = await at.get('account.proposeFactor');
  const code = phone(at as unknown as RealDesk, secret)();
  await at.get('account.setFactor', { secret, code, current: password });
  await at.get('account.requireFactor', { from: today, reason });
  at.sit('supervisor');
  expect(await at.call('work.list')).toMatchObject(ok);
  expect((await at.get('system.status')).user).toMatchObject({ owesFactor: false });
  await at.end();
});

describe('an office that is not encrypted', () => {
  const plain = realDesks({ sealed: false });

  test('asks only where two are left to let in whoever lost their phone', async () => {
    const at = await plain.desk('an', 'binh');
    const an = await at.signIn('an');
    await enrol(at, an);
    const said = { reason, ownPassword: password, second: { username: 'binh', password } };
    // Two of the three accounts are one person's.
    expect(await an.call('account.requireFactor', { from: today, ...said })).toMatchObject({
      fault: { code: 'second-factor-no-return' },
    });
    await an.call('account.add', {
      username: 'hoa',
      fullName: 'Ngô Thị Hoa',
      role: 'supervisor',
      ownPassword: password,
      second: said.second,
    });
    expect(await an.call('account.requireFactor', { from: today, ...said })).toMatchObject(ok);
    expect(at.desk.verify()).toMatchObject(ok);
  }, 120_000);
});
