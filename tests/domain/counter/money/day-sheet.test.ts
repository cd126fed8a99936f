import { describe, expect, test } from 'vitest';
import type { ReceiptIssued, TillEvent } from '../../../../electron/domain/entries/money.ts';
import { dayParts, tillTotals } from '../../../../electron/domain/counter/money/day-sheet.ts';
import { type FiscalReceipt, applyReceipt } from '../../../../electron/domain/counter/money/fee-receipt.ts';

test('what went through a till, by the way it went', () => {
  const moved = (type: 'till-collected' | 'till-refunded' | 'till-adjusted', method: 'cash' | 'card', amount: number) =>
    ({ type, receiptId: 'r', method, amount }) satisfies TillEvent;
  const { collected, refunded, adjusted, net } = tillTotals([
    moved('till-collected', 'cash', 8000),
    moved('till-collected', 'card', 5000),
    moved('till-refunded', 'cash', 3000),
    moved('till-adjusted', 'card', -1000),
  ]);
  expect([collected.total, refunded.total, adjusted.total]).toEqual([13_000, 3000, -1000]);
  expect(net).toEqual({ cash: 5000, transfer: 0, card: 4000, total: 9000 });
});

describe('what is remitted, fee by fee (TT 226/2016 Điều 6)', () => {
  const waiver = { reason: 'hộ nghèo', basis: 'NQ 411', incentive: null };
  const lines = [
    { line: 0, name: 'Lệ phí hộ tịch', base: 8000, amount: 8000 },
    { line: 1, name: 'Phí bản sao', base: 5000, amount: 2000, waiver },
  ];
  let made = 0;
  const issued = (clerk: string, day = '23', replaces?: string) => {
    const event: ReceiptIssued = {
      type: 'receipt-issued',
      series: { kind: 'paper', template: '01BLP2-001', symbol: 'AA-26P' },
      number: (made += 1),
      caseId: 'a',
      caseNumber: 'Q1-261123-0001',
      payer: { name: 'ÁNH' },
      lines,
      amount: 10_000,
      method: 'cash',
      stage: 'reception',
      clerk,
      till: 'Q1',
      ...(replaces === undefined ? {} : { replaces: { receiptId: replaces, series: series(), number: 1 } }),
    };
    const receipt = applyReceipt(undefined, `2026-11-${day}T09:00:00+07:00`, event, { desk: 'Q1', deskSeq: 1 });
    return { ...receipt, receiptId: `r${made}` };
  };
  const back = (day: string) =>
    ({ refunded: { at: `2026-11-${day}T10:00:00+07:00`, amount: 10_000, method: 'cash', reason: 'x' } }) as const;
  const series = () => ({ kind: 'paper', template: '01BLP2-001', symbol: 'AA-26P' }) as const;
  type Kept = FiscalReceipt & { readonly receiptId: string };
  const partsOf = (all: readonly Kept[], day: string, who = 'tham') =>
    dayParts({
      date: `2026-11-${day}`,
      issued: all.filter(({ at }) => at.startsWith(`2026-11-${day}`)),
      refunds: all
        .filter(({ refunded }) => refunded?.at.startsWith(`2026-11-${day}`))
        .map((receipt) => ({ receipt, by: who })),
      find: (id) => all.find(({ receiptId }) => receiptId === id),
    });

  test('what was given back or replaced on its own day does not count', () => {
    const [old, plain] = [issued('a'), issued('b')];
    const right = issued('tham', '23', old.receiptId);
    const all = [{ ...old, supersededBy: right.receiptId }, plain, right, { ...issued('a'), ...back('23') }];
    expect(partsOf(all, '23')).toEqual({
      byFee: [
        { name: 'Lệ phí hộ tịch', count: 2, amount: 16_000 },
        { name: 'Phí bản sao', count: 2, amount: 4000 },
      ],
      byClerk: [
        { username: 'b', count: 1, amount: 10_000 },
        { username: 'tham', count: 1, amount: 10_000 },
      ],
      waived: 6000,
    });
  });

  test('what is settled on another day is told of that day and of who settles it; the day before stays', () => {
    const [one, other] = [issued('a', '16'), issued('b', '16')];
    const then = partsOf([one, other], '16');
    const right: Kept = {
      ...issued('tham', '17', one.receiptId),
      lines: [{ line: 0, name: 'Lệ phí hộ tịch', base: 8000, amount: 4000 }],
      amount: 4000,
    };
    const all = [{ ...one, supersededBy: right.receiptId }, { ...other, ...back('17') }, right];
    expect(partsOf(all, '16')).toEqual(then);
    expect(then.byClerk).toEqual([
      { username: 'a', count: 1, amount: 10_000 },
      { username: 'b', count: 1, amount: 10_000 },
    ]);
    expect(partsOf(all, '17')).toEqual({
      byFee: [
        { name: 'Lệ phí hộ tịch', count: 1, amount: -12_000 },
        { name: 'Phí bản sao', count: 0, amount: -4000 },
      ],
      byClerk: [{ username: 'tham', count: 1, amount: -16_000 }],
      waived: 0,
    });
  });
});
