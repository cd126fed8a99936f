import type { Incentive } from '../../../../electron/contract/catalogue/lists.ts';
import { describe, expect, test } from 'vitest';
import type { CaseAction, FeeLine, ReceivedAction, RecordedAction } from '../../../../electron/domain/entries/case.ts';
import {
  announcedExemption,
  caseFees,
  dueFees,
  feeContradictions,
  owedFees,
  receptionFees,
} from '../../../../electron/domain/counter/money/case-fees.ts';

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

function history(...actions: readonly CaseAction[]): RecordedAction[] {
  const received = { type: 'received', fees: [paid, unknown] } as unknown as ReceivedAction;
  return [received, ...actions].map((action, index): RecordedAction => ({
    seq: index + 1,
    at: '2026-11-23T09:00:00+07:00',
    actor: 'an',
    desk: 'd',
    deskSeq: index + 1,
    action,
  }));
}

function feesAfter(incentives: readonly Incentive[], ...actions: readonly CaseAction[]) {
  return caseFees(history(...actions), { incentives, channel: 'direct', procedureCode: '1.001193', day: '2026-11-23' });
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

describe('what is owed when the result is handed out', () => {
  const zero: FeeLine = { name: 'Phí C', amount: 0, note: '', basis: '' };

  test.each<[string, readonly CaseAction[], number]>([
    ['an amount by rule', [], 10_000],
    ['nothing once it is on a receipt', [collected], 0],
    ['nothing where a supervisor took it down to 0', [{ ...granted, amount: 0 }], 0],
    ['what is left of it', [granted], 7000],
    [
      'an amount that somebody set for the line nobody knew',
      [{ type: 'fee-set', line: 1, amount: 5000, source: 'bảng niêm yết' }],
      15_000,
    ],
    [
      'again after a refund',
      [collected, { type: 'fees-refunded', receiptId: 'r1', number: '1', amount: 10_000, reason: 'nhầm' }],
      10_000,
    ],
  ])('%s', (_name, actions, amount) => {
    expect(owedFees(feesAfter([], ...actions)).amount).toBe(amount);
  });

  test('an amount nobody set is not owed, nor is one of 0 (NĐ 118/2025 Điều 5 k1 đ)', () => {
    const fees = receptionFees([unknown, zero], {
      incentives: [],
      channel: 'direct',
      procedureCode: '1.001193',
      day: '2026-11-23',
    });
    expect(owedFees(fees)).toEqual({ amount: 0, names: [] });
  });

  test('it is named, once for several lines of one name', () => {
    expect(owedFees(feesAfter([], { type: 'obligation-requested', reason: 'Phí A', amount: 1 }))).toEqual({
      amount: 10_001,
      names: ['Phí A'],
    });
  });
});

describe('what is free is never announced as a fee (Luật Hộ tịch Điều 11 k1b)', () => {
  const onTime: Incentive = {
    ...free,
    id: 'on-time',
    name: 'đúng hạn',
    fees: ['Phí B'],
    conditions: ['registered-on-time'],
  };

  test('an exemption of the event is told in the place of the amount, until somebody saw whether it holds', () => {
    const [, fee] = feesAfter([onTime]);
    expect(fee?.amount).toBeNull();
    expect(fee && announcedExemption(fee)?.id).toBe('on-time');
  });

  test('what is asked about a person is not told to everybody', () => {
    const [fee] = feesAfter([{ ...free, fees: ['Phí A'] }]);
    expect(fee && announcedExemption(fee)).toBeUndefined();
  });

  test('nothing more is told once it is granted', () => {
    const seen: CaseAction = { ...waived, line: 1, incentive: 'on-time', conditions: ['registered-on-time'] };
    const [, fee] = feesAfter([onTime], seen);
    expect(fee?.amount).toBe(0);
    expect(fee && announcedExemption(fee)).toBeUndefined();
  });
});

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
  test('what was given back of a file that nobody decides is not owed, until the file goes on', () => {
    const refunded: CaseAction = { type: 'fees-refunded', receiptId: 'r1', number: '1', amount: 10_000, reason: 'x' };
    const before = feesAfter([], collected, refunded);
    expect([owedFees(before).amount, dueFees(before).known]).toEqual([10_000, 10_000]);
    for (const type of ['withdrawn', 'stopped'] as const) {
      const closed = feesAfter([], collected, { type, reason: 'x' }, refunded);
      expect([owedFees(closed).amount, dueFees(closed).known]).toEqual([0, 0]);
      expect(closed[0]).toMatchObject({
        amount: 0,
        receiptId: null,
        waiver: { reason: expect.stringContaining('Đã hoàn tiền') },
      });
      const again = feesAfter([], collected, { type, reason: 'x' }, refunded, {
        type: 'resumed',
        reason: 'x',
        status: 'processing',
      });
      expect(owedFees(again).amount).toBe(10_000);
    }
  });

  test('stands on its receipt, is due again after a refund, and moves to the receipt in its place', () => {
    expect(feesAfter([], collected)[0]?.receiptId).toBe('r1');
    const refunded: CaseAction = { type: 'fees-refunded', receiptId: 'r1', number: '1', amount: 10_000, reason: 'x' };
    const fees = feesAfter([], collected, refunded);
    expect([fees[0]?.receiptId, dueFees(fees).known]).toEqual([null, 10_000]);
    const replaced: CaseAction = { type: 'receipt-replaced', receiptId: 'r1', by: 'r2', number: '2', reason: 'x' };
    expect(feesAfter([], collected, replaced)[0]?.receiptId).toBe('r2');
  });

  test('an entry that names a fee the case has not is told, and pays none', () => {
    const actions = history({ ...collected, lines: [9] });
    expect(feeContradictions(actions)).toMatchObject([{ entry: 'd.2', why: 'unfit' }]);
    expect(feesAfter([], { ...collected, lines: [9] }).map(({ receiptId }) => receiptId)).toEqual([null, null]);
  });
});
