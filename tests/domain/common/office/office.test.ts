import { describe, expect, test } from 'vitest';
import { daysToShut, isPasswordOld } from '../../../../electron/domain/common/office/account-age.ts';
import { whyGuessable } from '../../../../electron/domain/common/office/guessable.ts';
import { proposePassword, proposedWords } from '../../../../electron/domain/common/office/one-time-password.ts';
import {
  type PersonOfOffice,
  findTwo,
  isLastOfRole,
  unfitAsSecond,
} from '../../../../electron/domain/common/office/second-person.ts';
import { isStrongPassword } from '../../../../electron/contract/common/office/password.ts';

const day = 86_400;

function person(username: string, role: PersonOfOffice['role'], fullName = username, disabled = false): PersonOfOffice {
  return { username, fullName, role, disabled };
}

describe('two persons', () => {
  const an = person('an', 'admin', 'Trần Thị An');

  test.each([
    ['another who decides', person('binh', 'supervisor'), null],
    ['another who keeps machines', person('cuc', 'admin'), null],
    ['the same account', an, 'same-account'],
    ['the same name, however written', person('an2', 'supervisor', ' TRẦN  thị An'), 'same-name'],
    ['another name of the same letters', person('an3', 'supervisor', 'Trần Thị Ân'), null],
    ['a clerk', person('tu', 'clerk'), 'role'],
    ['an officer', person('tu', 'officer'), 'role'],
    ['a closed account', person('binh', 'supervisor', 'Bình', true), 'closed'],
  ])('%s', (_who, second, why) => {
    expect(unfitAsSecond(an, second)).toBe(why);
  });

  test('begin with the first two who may stand for each other', () => {
    const tu = person('tu', 'clerk');
    const again = person('an2', 'supervisor', 'Trần Thị An');
    const binh = person('binh', 'supervisor');
    expect(findTwo([])).toBeUndefined();
    expect(findTwo([an, tu, again])).toBeUndefined();
    expect(findTwo([an, tu, again, binh])).toEqual(['an', 'binh']);
    expect(findTwo([an, { ...binh, disabled: true }])).toBeUndefined();
  });

  test('the last of a role is the last open one', () => {
    const [binh, cuc] = [person('binh', 'supervisor'), person('cuc', 'supervisor', 'Cúc', true)];
    expect(isLastOfRole([an, binh, cuc], 'binh')).toBe(true);
    expect(isLastOfRole([an, binh, { ...cuc, disabled: false }], 'binh')).toBe(false);
    expect(isLastOfRole([an, binh, cuc], 'an')).toBe(true);
    expect(isLastOfRole([an, binh, cuc], 'cuc')).toBe(false);
    expect(isLastOfRole([person('tu', 'clerk')], 'tu')).toBe(false);
  });
});

describe('accounts and passwords in time', () => {
  test.each([
    [null, null],
    [0, null],
    [30 * day, null],
    [31 * day, 14],
    [44 * day, 1],
    [45 * day, 0],
    [90 * day, 0],
  ])('unused since %s s: shut in %s days', (unused, left) => {
    expect(daysToShut(unused === null ? null : 0, unused ?? 0)).toBe(left);
  });

  test('an administrator’s password is old after 60 days, nobody else’s', () => {
    expect(isPasswordOld('admin', 0, 60 * day)).toBe(false);
    expect(isPasswordOld('admin', 0, 60 * day + 1)).toBe(true);
    expect(isPasswordOld('clerk', 0, 365 * day)).toBe(false);
    expect(isPasswordOld('admin', null, 365 * day)).toBe(false);
  });
});

test.each([
  ['Xoai-Chin-Vang-7', null],
  ['Tran.Thi.An!77abc', 'name'],
  ['c-á-t-L-á-i-quay-7!', 'unit'],
  ['Hoa-Sen-2026-Ao!', 'year'],
  ['mAt.KhAu-Rat-Kho-7', 'common'],
  ['Qwerty-Qwerty-77!', 'common'],
])('%s: %s', (password, why) => {
  expect(whyGuessable(password, { names: ['Trần Thị An', 'An', 'tran.an'], units: ['Cát Lái'] })).toBe(why);
});

test('a proposed password is five words, a digit and a sign, strong, and each another', () => {
  let state = 7;
  const bytes = (size: number): Uint8Array =>
    Uint8Array.from({ length: size }, () => (state = (state * 48_271) % 2_147_483_647) & 0xff);
  const made = Array.from({ length: 200 }, () => proposePassword(bytes));
  expect(new Set(made).size).toBe(made.length);
  for (const one of made) {
    expect(one).toMatch(/^([A-Z][a-z]+-){4}[A-Z][a-z]+\d[!+=*?%]$/);
    expect(one.split('-')).toHaveLength(proposedWords);
    expect([one, isStrongPassword(one)]).toEqual([one, true]);
  }
});
