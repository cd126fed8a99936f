import { expect, test } from 'vitest';
import type { FeeRule } from '../../../../electron/contract/catalogue/lists.ts';
import { type Offer, plainProcedure } from '../../../../electron/domain/catalogue/offers.ts';
import {
  type Offered,
  hasFee,
  offeredOn,
  packOffered,
  unpackOffered,
} from '../../../../electron/domain/books/report/offered.ts';

const day = '2026-11-14';
const rule = (one: object) => ({ name: 'Lệ phí', ...one }) as FeeRule;

test.each<[string, amount: number | null, rules: readonly FeeRule[], boolean | null]>([
  ['an amount', 8000, [], true],
  ['free', 0, [], false],
  ['free, whatever rules say', 0, [rule({ kind: 'flat', amount: null })], false],
  ['nobody said anything', null, [], null],
  ['an amount that was not found', null, [rule({ kind: 'flat', amount: null })], null],
  ['0 online, at the counter not found', null, [rule({ kind: 'zero-online', province: '79' })], null],
  ['0 online, so much at the counter', null, [rule({ kind: 'zero-online', province: '79', direct: 8000 })], true],
  ['0 everywhere', null, [rule({ kind: 'per-channel', direct: 0 })], false],
  [
    'by the page, free: the first two pages are no amount',
    null,
    [rule({ kind: 'per-page', first: 0, firstPages: 2, then: 0, most: 0 })],
    false,
  ],
  ['one of two known', null, [rule({ kind: 'flat', amount: null }), rule({ kind: 'per-copy', amount: 2000 })], true],
  [
    'no more in force',
    null,
    [rule({ kind: 'flat', amount: 8000, until: '2026-11-13' }), rule({ kind: 'flat', amount: 0 })],
    false,
  ],
  ['not yet in force', null, [rule({ kind: 'flat', amount: 8000, from: '2026-11-15' })], null],
])('%s: whether a procedure has a fee', (_what, amount, feeRules, expected) => {
  expect(hasFee({ fee: { amount, note: '' }, feeRules }, day)).toBe(expected);
});

const offer = (code: string, procedure: object = {}, more: Partial<Offer> = {}): Offer => ({
  procedure: { ...plainProcedure({ code, name: code, field: '' }), ...procedure },
  origin: 'read',
  offered: true,
  standing: 'current',
  nicknames: [],
  dated: '2026-01-01',
  ...more,
});

test('counted are those that this committee decides and files are received for (QĐ 766: «số TTHC thẩm quyền»)', () => {
  const offers = [
    offer('1.000001', { onlineLevel: 'full' }),
    offer('1.000002', { decidingAgency: 'Công an cấp xã' }),
    offer('1.000003', { decidingAgency: 'Chủ tịch UBND cấp xã' }),
    offer('1.000004', {}, { offered: false }),
    offer('1.000005', { successor: { code: '1.000001', from: null } }),
    offer('1.000006', {}, { origin: 'typed', dated: '2026-11-15' }),
    offer('1.000007', {}, { origin: 'typed', dated: day }),
    offer('1.000008'),
  ];
  const legsOf = (code: string) =>
    code === '1.000008' ? [{ agency: 'Sở Xây dựng', work: '', way: 'paper' as const, term: null }] : [];
  expect(offeredOn(offers, day, legsOf).map(({ code }) => code)).toEqual(['1.000001', '1.000003', '1.000007']);
});

test('what is kept of it is read again as it was', () => {
  const all = ([null, 'none', 'partial', 'full'] as const).flatMap((onlineLevel) =>
    [null, true, false].map((isPaid, nth): Offered => ({ code: `1.00000${nth}`, onlineLevel, hasFee: isPaid })),
  );
  expect(packOffered(all)[0]).toBe('1.000000 ??');
  expect(unpackOffered(packOffered(all))).toEqual(all);
});
