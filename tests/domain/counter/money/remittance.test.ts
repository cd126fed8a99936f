import { describe, expect, test } from 'vitest';
import type { PaidIn, PayInPart } from '../../../../electron/contract/counter/money/settlement.ts';
import {
  type MoneyMove,
  certificationFees,
  remittance,
  remittedBy,
  remittedOf,
} from '../../../../electron/domain/counter/money/remittance.ts';

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

describe('what is paid in, beside what was to be (TT 226/2016/TT-BTC Điều 6; NĐ 118/2025 Điều 24 k3)', () => {
  const due = [
    { destination: 'fees-account', of: 'certification', amount: 100_000, remitBy: '2026-12-05' },
    { destination: 'budget', of: 'other', amount: 0, remitBy: null },
  ] as const;
  const slip = (part: PayInPart, amount: number, more: Partial<PaidIn> = {}): PaidIn => ({
    payInId: crypto.randomUUID(),
    month: '2026-11',
    part,
    amount,
    day: '2026-12-03',
    slip: '1',
    by: 'an',
    at: '2026-12-03T09:00:00+07:00',
    takenBack: null,
    ...more,
  });
  const back = { takenBack: { by: 'an', at: '2026-12-04T09:00:00+07:00', reason: 'ghi nhầm' } };

  test.each<[string, readonly PaidIn[], string, object]>([
    ['nothing written down: open', [], '2026-12-05', { state: 'open', paid: 0, left: 100_000, late: false }],
    ['the day after its last day: late', [], '2026-12-06', { state: 'open', late: true }],
    [
      'a part',
      [slip('certification', 40_000)],
      '2026-12-06',
      { state: 'partly', paid: 40_000, left: 60_000, late: true },
    ],
    [
      'all, in two slips',
      [slip('certification', 40_000), slip('certification', 60_000)],
      '2026-12-06',
      { state: 'done', left: 0, late: false },
    ],
    ['more than there was', [slip('certification', 100_001)], '2026-12-06', { state: 'over', left: -1, late: false }],
    [
      'what was taken back counts nothing',
      [slip('certification', 100_000, back)],
      '2026-12-05',
      { state: 'open', paid: 0 },
    ],
    ['slips of another part count nothing', [slip('budget', 100_000)], '2026-12-05', { state: 'open', paid: 0 }],
  ])('%s', (_says, slips, today, expected) => {
    expect(remittedOf(due, slips, today)[0]).toMatchObject({ part: 'certification', due: 100_000, ...expected });
  });

  test('nothing due and nothing paid in is neither open nor done; a slip of what has nothing due is told', () => {
    expect(remittedOf(due, [], '2026-12-06')[1]).toMatchObject({ part: 'budget', state: 'nothing', late: false });
    expect(remittedOf(due, [slip('undetermined', 5)], '2026-12-06')[2]).toMatchObject({
      part: 'undetermined',
      state: 'over',
    });
  });
});
