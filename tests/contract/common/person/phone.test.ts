import { describe, expect, test } from 'vitest';
import { Person } from '../../../../electron/contract/common/person/person.ts';
import { readPhone } from '../../../../electron/contract/common/person/phone.ts';

function read(phone: string) {
  return Person.safeParse({ kind: 'citizen', fullName: 'TRẦN THỊ BÉ', idNumber: '079199000001', phone });
}

describe('phones', () => {
  test.each([
    ['(028) 3829 1234', '02838291234'],
    ['0903-123-456', '0903123456'],
    ['0903 123 456', '0903 123 456'],
    ['0903.123.456', '0903.123.456'],
    ['+84 (0)903 123 456', '+84903123456'],
    ['', ''],
  ])('%j at the counter is %j', (typed, kept) => {
    expect(read(typed).data?.phone).toBe(kept);
  });

  test.each([
    '028.38291234 (101)',
    '0903123456-0912345678',
    '0903 123 456 hoặc 0912 345 678',
    'x',
    '12345',
    '0903123456 lẻ 5',
  ])('%j at the counter is asked again: it says more than one number', (phone) => {
    expect(read(phone).error?.issues[0]?.message).toBe('phone');
  });

  test.each([
    ['028.38291234 (101)', '02838291234'],
    ['028 3829 1234 máy lẻ 101', '02838291234'],
    ['02838291234x101', '02838291234'],
    ['0903123456-0912345678', '0903123456'],
    ['0903 123 456 0912 345 678', '0903123456'],
    ['+84903123456 +84912345678', '+84903123456'],
    ['0084 903 123 456', '0084903123456'],
    ['+1 (415) 555-0100', '+14155550100'],
    ['không có', undefined],
    ['02838291234101', undefined],
  ])('%j of a pack is %j', (written, read) => {
    expect(readPhone(written)).toBe(read);
  });
});
