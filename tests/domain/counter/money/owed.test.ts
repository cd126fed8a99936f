import { describe, expect, test } from 'vitest';
import type { Incentive } from '../../../../electron/contract/catalogue/lists.ts';
import type { CaseAction, FeeLine, ReceivedAction, RecordedAction } from '../../../../electron/domain/entries/case.ts';
import { caseFees, openAmount } from '../../../../electron/domain/counter/money/case-fees.ts';
import { owedOf } from '../../../../electron/domain/counter/money/owed.ts';

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
const online: Incentive = { ...half, id: 'online', percentOff: 100, channels: ['online'] };
const poor: Incentive = { ...half, id: 'poor', percentOff: 100, conditions: ['poor-household'] };
const all = [half, online, poor];

const lines: readonly FeeLine[] = [
  { name: 'Phí A', amount: 10_000, note: '', basis: 'TT 1' },
  { name: 'Phí B', amount: null, note: '', basis: '', gap: 'amount-unknown' },
  { name: 'Phí C', amount: 0, note: '', basis: '' },
];

function told(actions: readonly CaseAction[], more: object = {}): RecordedAction[] {
  const received = { type: 'received', channel: 'direct', procedureCode: '1.001193', fees: lines, ...more };
  return [received as unknown as ReceivedAction, ...actions].map((action, nth): RecordedAction => ({
    seq: nth + 1,
    at: `2026-11-2${nth}T09:00:00+07:00`,
    actor: 'an',
    desk: 'd',
    deskSeq: nth + 1,
    action,
  }));
}

const act = (type: CaseAction['type'], more: object = {}) => ({ type, ...more }) as unknown as CaseAction;
const paid = act('fees-collected', { receiptId: 'r1', number: '1', amount: 5000, lines: [0] });
const set = act('fee-set', { line: 1, amount: 7000, source: 'niêm yết' });
const granted = act('fee-waived', { line: 0, amount: 3000, reason: 'khó khăn', basis: 'QĐ 1' });
const shown = act('fee-waived', {
  line: 0,
  amount: 0,
  reason: 'hộ nghèo',
  basis: 'NQ',
  incentive: 'poor',
  conditions: ['poor-household'],
});

describe('what is open of a file is what its fees come to without a receipt (NĐ 118/2025 Điều 5 k1đ: what nobody knows is told as unknown)', () => {
  test.each<[string, readonly CaseAction[], object, readonly (number | null)[]]>([
    ['what the rules say, less what an incentive takes off; an amount that nobody knows', [], {}, [5000, null]],
    ['an amount that was set', [set], {}, [5000, 7000]],
    ['nothing of what is on a receipt', [paid], {}, [null]],
    ['again what was given back', [paid, act('fees-refunded', { receiptId: 'r1', amount: 5000 })], {}, [5000, null]],
    ['what a supervisor left of it', [granted], {}, [3000, null]],
    ['nothing where a condition was shown', [shown], {}, [0, null]],
    ['nothing online where online is free', [], { channel: 'online' }, [0, null]],
    [
      'an obligation that was asked for later',
      [act('obligation-requested', { reason: 'Thuế', amount: 90_000 })],
      {},
      [5000, null, 90_000],
    ],
  ])('%s', (_says, actions, more, expected) => {
    const history = told(actions, more);
    const owed = owedOf(history);
    expect(owed?.day).toBe('2026-11-20');
    const rules = { incentives: all, channel: owed?.channel ?? 'post', procedureCode: '1.001193', day: '2026-11-20' };
    expect(owed?.fees.map((fee) => openAmount(fee, rules))).toEqual(expected);
    // Held to what the till asks for.
    const asked = caseFees(history, rules).filter(({ receiptId, base }) => receiptId === null && base !== 0);
    expect(asked.map(({ amount }) => amount)).toEqual(expected);
  });

  test.each(['refused', 'withdrawn', 'stopped'] as const)(
    'a file that was %s owes nothing until it goes on',
    (type) => {
      expect(owedOf(told([act(type, { reason: '' })]))).toBeNull();
      expect(
        owedOf(told([act(type, { reason: '' }), act('resumed', { reason: '', status: 'processing' })])),
      ).not.toBeNull();
    },
  );

  test('one whose result was handed out is told so; what came from paper is owed since its paper; foreign files by the day they were received', () => {
    expect(owedOf(told([act('returned')]))).toMatchObject({ returned: true });
    const kit = { fromKit: { acceptedAt: '2026-11-18T10:00:00+07:00' } };
    expect(owedOf(told([], kit))).toMatchObject({ day: '2026-11-18', since: '2026-11-18T10:00:00+07:00' });
    const foreign = { foreign: { acceptedAt: '2026-11-15T10:00:00+07:00' } };
    expect(owedOf(told([], foreign))).toMatchObject({ day: '2026-11-15', returned: false });
    expect(owedOf(told([], { fees: [lines[2]] }))).toBeNull();
  });

  test('a correction of the way it came counts: by it the incentive goes', () => {
    const corrected = act('corrected', { channel: 'online', procedureCode: '1.001193', fees: lines, reason: '' });
    expect(owedOf(told([corrected]))).toMatchObject({ channel: 'online' });
  });
});
