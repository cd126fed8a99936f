import type { Incentive } from '../../../electron/contract/catalogue/lists.ts';
import { describe, expect, test } from 'vitest';
import type { CaseAction, FeeLine, ReceivedAction, RecordedAction } from '../../../electron/domain/entries/case.ts';
import { caseFees, dueFees } from '../../../electron/domain/money/case-fees.ts';

const half: Incentive = {
  id: 'half',
  name: 'Giảm một nửa',
  basis: 'NQ 1',
  from: '2026-01-01',
  until: null,
  fees: ['Phí A'],
  percentOff: 50,
  verified: true,
  note: '',
};
const free: Incentive = { ...half, id: 'free', name: 'Miễn', percentOff: 100, conditions: ['poor-household'] };
const paid: FeeLine = { name: 'Phí A', amount: 10_000, note: '', basis: 'TT 1' };
const unknown: FeeLine = { name: 'Phí B', amount: null, note: '', basis: '', gap: 'amount-unknown' };

function feesAfter(incentives: readonly Incentive[], ...actions: readonly CaseAction[]) {
  const received = { type: 'received', fees: [paid, unknown] } as unknown as ReceivedAction;
  const recorded = [received, ...actions].map((action, index): RecordedAction => ({
    seq: index + 1,
    at: '2026-11-23T09:00:00+07:00',
    actor: 'an',
    desk: 'd',
    action,
  }));
  return caseFees(recorded, { incentives, channel: 'direct', day: '2026-11-23' });
}

const collected: CaseAction = { type: 'fees-collected', receiptId: 'r1', number: '1', amount: 10_000, lines: [0] };
const waived: CaseAction = {
  type: 'fee-waived',
  line: 0,
  amount: 0,
  reason: 'thấy sổ hộ nghèo',
  basis: 'NQ 1',
  incentive: 'free',
  conditions: ['poor-household'],
};
const granted: CaseAction = { type: 'fee-waived', line: 0, amount: 7000, reason: 'khó khăn', basis: 'QĐ 1' };

describe('what is to be paid', () => {
  test('by the rules, and what nobody knows is left out of the sum and counted', () => {
    const fees = feesAfter([]);
    expect(fees.map(({ base, amount, waiver }) => [base, amount, waiver])).toEqual([
      [10_000, 10_000, null],
      [null, null, null],
    ]);
    expect(dueFees(fees)).toEqual({ known: 10_000, unknown: 1 });
  });

  test('an incentive that asks nothing applies by itself; one that asks is only offered', () => {
    const [fee] = feesAfter([half, free]);
    expect(fee).toMatchObject({ amount: 5000, waiver: { incentive: 'half', reason: 'Giảm một nửa', basis: 'NQ 1' } });
    expect(fee?.candidates.map(({ incentive }) => incentive.id)).toEqual(['free', 'half']);
  });

  test('once its condition was seen it applies, and the best of both is used', () => {
    expect(feesAfter([half, free], waived)[0]).toMatchObject({ amount: 0, waiver: { incentive: 'free' } });
  });

  test.each([
    [[], 7000, null],
    [[half], 5000, 'half'],
  ])('a supervisor’s waiver counts where no law gives more (%#)', (incentives, amount, incentive) => {
    expect(feesAfter(incentives, granted)[0]).toMatchObject({ amount, waiver: { incentive } });
  });

  test('the posted amount is what a set fee costs', () => {
    const set: CaseAction = { type: 'fee-set', line: 1, amount: 3000, source: 'Bảng niêm yết' };
    expect(feesAfter([], set)[1]).toMatchObject({
      base: 3000,
      amount: 3000,
      set: { source: 'Bảng niêm yết', by: 'an' },
    });
  });

  test('an obligation with an amount is one more fee (NĐ 118/2025 Điều 24); without one it is not', () => {
    const asked: CaseAction = { type: 'obligation-requested', reason: 'Lệ phí trước bạ', amount: 90_000 };
    expect(feesAfter([], asked, { type: 'obligation-requested', reason: 'Thuế' }).map(({ line }) => line.name)).toEqual(
      ['Phí A', 'Phí B', 'Lệ phí trước bạ'],
    );
  });
});

describe('what was paid', () => {
  test('stands on its receipt, is due again after a refund, and moves to the receipt in its place', () => {
    expect(feesAfter([], collected)[0]?.receiptId).toBe('r1');
    const refunded: CaseAction = { type: 'fees-refunded', receiptId: 'r1', number: '1', amount: 10_000, reason: 'x' };
    const fees = feesAfter([], collected, refunded);
    expect([fees[0]?.receiptId, dueFees(fees).known]).toEqual([null, 10_000]);
    const replaced: CaseAction = { type: 'receipt-replaced', receiptId: 'r1', by: 'r2', number: '2', reason: 'x' };
    expect(feesAfter([], collected, replaced)[0]?.receiptId).toBe('r2');
  });

  test('a history that names a fee the case has not is broken, and says so', () => {
    expect(() => feesAfter([], { ...collected, lines: [9] })).toThrow('the case has no fee 9');
  });
});
