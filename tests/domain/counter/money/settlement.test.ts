import { describe, expect, test } from 'vitest';
import type { MoneyMove } from '../../../../electron/domain/counter/money/remittance.ts';
import { feeKind, settlement } from '../../../../electron/domain/counter/money/settlement.ts';

const certification = new Set(['Phí chứng thực', 'Phí chứng thực bản sao']);
const waiver = { incentive: null, reason: 'Hộ nghèo', basis: 'QĐ 1' };
type Line = MoneyMove['lines'][number];

const line = (name: string, amount: number, base: number | null = amount): Line => ({
  name,
  amount,
  base,
  ...(base === amount ? {} : { waiver }),
});

function move(
  type: MoneyMove['type'],
  lines: readonly Line[],
  {
    method = 'cash',
    code = '2.000815',
    before,
  }: { method?: MoneyMove['method']; code?: string; before?: readonly Line[] } = {},
): MoneyMove {
  return { type, method, lines, procedureCode: code, procedureName: code, ...(before === undefined ? {} : { before }) };
}

const ways = (cash: number, transfer = 0, card = 0) => ({ cash, transfer, card, total: cash + transfer + card });

describe('a month worked by hand, to the đồng', () => {
  /**
   * Copies: 12.000 in cash, 6.000 by transfer, of which the 6.000 was given back in cash. A signature, 10.000 by card. Birth: 8.000 in cash, put right to 5.000;
   * one free for the poor instead of 8.000. A fee of a name that says neither, 3.000.
   */
  const month = settlement(
    [
      move('collected', [line('Phí chứng thực bản sao', 12_000)]),
      move('collected', [line('Phí chứng thực bản sao', 6000)], { method: 'transfer' }),
      move('refunded', [line('Phí chứng thực bản sao', 6000)]),
      move('collected', [line('Phí chứng thực', 10_000)], { method: 'card', code: '2.000884' }),
      move('collected', [line('Lệ phí hộ tịch', 8000)], { code: '1.001193' }),
      move('adjusted', [line('Lệ phí hộ tịch', 5000)], { code: '1.001193', before: [line('Lệ phí hộ tịch', 8000)] }),
      move('collected', [line('Lệ phí hộ tịch', 0, 8000)], { code: '1.001193' }),
      move('collected', [line('Phí, lệ phí', 3000)], { code: '9.000001' }),
    ],
    certification,
    '2026-12',
  );

  test('fee by fee and procedure by procedure', () => {
    expect(
      month.rows.map(({ feeName, procedureCode, receipts, collected, refunded, adjusted, net, waived }) => [
        feeName,
        procedureCode,
        receipts,
        collected,
        refunded.total,
        adjusted.total,
        net,
        waived,
      ]),
    ).toEqual([
      ['Phí chứng thực', '2.000884', 1, ways(0, 0, 10_000), 0, 0, ways(0, 0, 10_000), 0],
      // 12.000 in cash less 6.000 given back in cash; the 6.000 that came by transfer stays there.
      ['Phí chứng thực bản sao', '2.000815', 2, ways(12_000, 6000), 6000, 0, ways(6000, 6000), 0],
      ['Lệ phí hộ tịch', '1.001193', 2, ways(8000), 0, -3000, ways(5000), 8000],
      ['Phí, lệ phí', '9.000001', 1, ways(3000), 0, 0, ways(3000), 0],
    ]);
  });

  test('the sum: 39.000 taken, 6.000 back, 3.000 less by correction, 30.000 left', () => {
    expect(month.total).toEqual({
      receipts: 6,
      collected: ways(23_000, 6000, 10_000),
      refunded: ways(6000),
      adjusted: ways(-3000),
      net: ways(14_000, 6000, 10_000),
      waived: 8000,
    });
  });

  test('what is paid in, to whom and by when: certification by the 5th, the rest where the law that was read says so', () => {
    expect(month.payIn).toEqual([
      // 10.000 and 12.000.
      { destination: 'fees-account', of: 'certification', amount: 22_000, remitBy: '2027-01-05' },
      { destination: 'fees-account', of: 'other', amount: 0, remitBy: null },
      { destination: 'budget', of: 'other', amount: 5000, remitBy: null },
      { destination: null, of: 'other', amount: 3000, remitBy: null },
    ]);
  });
});

describe('what is 0, what is not known, and what moves in another month', () => {
  test('a month without money owes 0 of certification, and nothing is said of fees without a kind', () => {
    const { rows, total, payIn } = settlement([], certification, '2026-11');
    expect(rows).toEqual([]);
    expect(total).toMatchObject({ receipts: 0, net: ways(0), waived: 0 });
    expect(payIn.map(({ destination, amount }) => [destination, amount])).toEqual([
      ['fees-account', 0],
      ['fees-account', 0],
      ['budget', 0],
    ]);
  });

  test('taken off an amount that nobody knew is not 0', () => {
    const { rows, total } = settlement(
      [move('collected', [line('Lệ phí đất đai', 0, null)])],
      certification,
      '2026-11',
    );
    expect([rows[0]?.waived, total.waived]).toEqual([null, null]);
  });

  test('given back this month of a receipt of the last, it is below 0', () => {
    const { total, payIn } = settlement([move('refunded', [line('Phí chứng thực', 10_000)])], certification, '2026-11');
    expect([total.net, payIn[0]?.amount]).toEqual([ways(-10_000), -10_000]);
  });

  test('a receipt in another’s place that only tells fees apart moves between them, though no drawer notices', () => {
    const before = [line('Phí chứng thực', 10_000), line('Lệ phí hộ tịch', 8000)];
    const after = [line('Phí chứng thực', 8000), line('Lệ phí hộ tịch', 10_000)];
    const { rows, total } = settlement([move('adjusted', after, { before })], certification, '2026-11');
    expect(rows.map(({ feeName, adjusted }) => [feeName, adjusted.total])).toEqual([
      ['Phí chứng thực', -2000],
      ['Lệ phí hộ tịch', 2000],
    ]);
    expect(total.adjusted.total).toBe(0);
  });

  test('two lines of one fee on one receipt are one receipt', () => {
    const { rows } = settlement(
      [move('collected', [line('Phí chứng thực bản sao', 4000), line('Phí chứng thực bản sao', 2000)])],
      certification,
      '2026-11',
    );
    expect(rows).toMatchObject([{ receipts: 1, collected: ways(6000) }]);
  });
});

test.each([
  ['Phí chứng thực', 'fee'],
  ['Lệ phí hộ tịch', 'filing-fee'],
  ['LỆ PHÍ đăng ký cư trú', 'filing-fee'],
  ['Phí, lệ phí', null],
  ['Nghĩa vụ tài chính về đất', null],
] as const)('%s is %s', (name, kind) => {
  expect(feeKind(name)).toBe(kind);
});
