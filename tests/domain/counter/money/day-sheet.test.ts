import { describe, expect, test } from 'vitest';
import type { ReceiptIssued, TillEvent } from '../../../../electron/domain/entries/money.ts';
import {
  tillTotals,
  totalsByClerk,
  totalsByFee,
  waivedTotal,
} from '../../../../electron/domain/counter/money/day-sheet.ts';
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
  const issued = (clerk: string): FiscalReceipt =>
    applyReceipt(
      undefined,
      '2026-11-23T09:00:00+07:00',
      {
        type: 'receipt-issued',
        series: { kind: 'paper', template: '01BLP2-001', symbol: 'AA-26P' },
        number: 1,
        caseId: 'a',
        caseNumber: 'Q1-261123-0001',
        payer: { name: 'ÁNH' },
        lines,
        amount: 10_000,
        method: 'cash',
        stage: 'reception',
        clerk,
        till: 'Q1',
      } satisfies ReceiptIssued,
      { desk: 'Q1', deskSeq: 1 },
    );
  const refunded = { at: '', amount: 10_000, method: 'cash', reason: 'x' } as const;
  const receipts = [issued('a'), issued('b'), { ...issued('a'), refunded }, { ...issued('a'), supersededBy: 'z' }];

  test('refunded and replaced receipts do not count', () => {
    expect(totalsByFee(receipts)).toEqual([
      { name: 'Lệ phí hộ tịch', count: 2, amount: 16_000 },
      { name: 'Phí bản sao', count: 2, amount: 4000 },
    ]);
    expect(totalsByClerk(receipts)).toEqual([
      { username: 'a', count: 1, amount: 10_000 },
      { username: 'b', count: 1, amount: 10_000 },
    ]);
    expect(waivedTotal(receipts)).toBe(6000);
  });
});
