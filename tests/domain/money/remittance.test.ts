import { describe, expect, test } from 'vitest';
import {
  type MoneyMove,
  certificationFees,
  remittance,
  remittedBy,
} from '../../../electron/domain/money/remittance.ts';

const names = new Set(['Phí chứng thực', 'Phí chứng thực bản sao']);
type Lines = MoneyMove['lines'];

function receipt(lines: readonly (readonly [string, number])[]): Lines {
  return lines.map(([name, amount]) => ({ name, base: amount, amount }));
}

const receipts = {
  copies: receipt([
    ['Phí chứng thực bản sao', 12_000],
    ['Phí chứng thực bản sao', 6000],
  ]),
  mixed: receipt([
    ['Phí chứng thực', 10_000],
    ['Lệ phí hộ tịch', 8000],
  ]),
  anew: receipt([['Phí chứng thực', 7000]]),
};

type Moved = Pick<MoneyMove, 'type' | 'lines' | 'before'>;

function move(type: 'collected' | 'refunded', name: keyof typeof receipts): Moved {
  return { type, lines: receipts[name] };
}

const inItsPlace: Moved = { type: 'adjusted', lines: receipts.anew, before: receipts.mixed };

function of(...moves: Moved[]) {
  return remittance(moves, names);
}

describe('certification fees are remitted by the 5th of the next month (TT 226/2016/TT-BTC Điều 6)', () => {
  test.each([
    ['2026-11', '2026-12-05'],
    ['2026-12', '2027-01-05'],
    ['2027-01', '2027-02-05'],
  ])('%s: %s', (month, day) => {
    expect(remittedBy(month)).toBe(day);
  });

  test.each<[string, Moved[], [number, number, number]]>([
    ['nothing', [], [0, 0, 0]],
    [
      'what certification brought in, and no other fee of the same receipt',
      [move('collected', 'copies'), move('collected', 'mixed')],
      [28_000, 0, 28_000],
    ],
    ['less what was given back', [move('collected', 'copies'), move('refunded', 'mixed')], [18_000, 10_000, 8000]],
    [
      'a receipt in another’s place counts by the difference',
      [move('collected', 'mixed'), inItsPlace],
      [10_000, 3000, 7000],
    ],
  ])('%s', (_name, events, [collected, refunded, amount]) => {
    expect(of(...events)).toMatchObject({ collected, refunded, amount });
  });

  test('fee by fee', () => {
    expect(of(move('collected', 'copies'), move('collected', 'mixed')).byFee).toEqual([
      { name: 'Phí chứng thực bản sao', amount: 18_000 },
      { name: 'Phí chứng thực', amount: 10_000 },
    ]);
  });

  test('which fees those are stands in the catalogue', () => {
    const rule = { name: 'Phí chứng thực', source: 'TT 226/2016/TT-BTC Điều 4' };
    expect([...certificationFees([{ feeRules: [rule, { name: 'Lệ phí hộ tịch' }] }])]).toEqual(['Phí chứng thực']);
  });
});
