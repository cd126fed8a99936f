import { describe, expect, test } from 'vitest';
import type { TillEvent } from '../../../electron/domain/entries/money.ts';
import { certificationFees, remittance, remittedBy } from '../../../electron/domain/money/remittance.ts';

const names = new Set(['Phí chứng thực', 'Phí chứng thực bản sao']);
type Receipt = NonNullable<ReturnType<Parameters<typeof remittance>[1]>>;

function receipt(lines: readonly (readonly [string, number])[], replaces?: string): Receipt {
  return {
    lines: lines.map(([name, amount], line) => ({ line, name, base: amount, amount })),
    ...(replaces === undefined
      ? {}
      : { replaces: { receiptId: replaces, series: { kind: 'paper', template: 't', symbol: 's' }, number: 1 } }),
  };
}

const receipts: Readonly<Record<string, Receipt>> = {
  copies: receipt([
    ['Phí chứng thực bản sao', 12_000],
    ['Phí chứng thực bản sao', 6000],
  ]),
  mixed: receipt([
    ['Phí chứng thực', 10_000],
    ['Lệ phí hộ tịch', 8000],
  ]),
  anew: receipt([['Phí chứng thực', 7000]], 'mixed'),
};

function move(type: 'till-collected' | 'till-refunded' | 'till-adjusted', receiptId: string, amount = 0): TillEvent {
  return { type, receiptId, method: 'cash', amount };
}

function of(...events: TillEvent[]) {
  return remittance(events, (id) => receipts[id], names);
}

describe('certification fees are remitted by the 5th of the next month (TT 226/2016/TT-BTC Điều 6)', () => {
  test.each([
    ['2026-11', '2026-12-05'],
    ['2026-12', '2027-01-05'],
    ['2027-01', '2027-02-05'],
  ])('%s: %s', (month, day) => {
    expect(remittedBy(month)).toBe(day);
  });

  test.each<[string, TillEvent[], [number, number, number]]>([
    ['nothing', [], [0, 0, 0]],
    [
      'what certification brought in, and no other fee of the same receipt',
      [move('till-collected', 'copies'), move('till-collected', 'mixed')],
      [28_000, 0, 28_000],
    ],
    [
      'less what was given back',
      [move('till-collected', 'copies'), move('till-refunded', 'mixed')],
      [18_000, 10_000, 8000],
    ],
    [
      'a receipt in another’s place counts by the difference',
      [move('till-collected', 'mixed'), move('till-adjusted', 'anew', -3000)],
      [10_000, 3000, 7000],
    ],
  ])('%s', (_name, events, [collected, refunded, amount]) => {
    expect(of(...events)).toMatchObject({ collected, refunded, amount });
  });

  test('fee by fee', () => {
    expect(of(move('till-collected', 'copies'), move('till-collected', 'mixed')).byFee).toEqual([
      { name: 'Phí chứng thực bản sao', amount: 18_000 },
      { name: 'Phí chứng thực', amount: 10_000 },
    ]);
  });

  test('which fees those are stands in the catalogue', () => {
    const rule = { name: 'Phí chứng thực', source: 'TT 226/2016/TT-BTC Điều 4' };
    expect([...certificationFees([{ feeRules: [rule, { name: 'Lệ phí hộ tịch' }] }])]).toEqual(['Phí chứng thực']);
  });
});
