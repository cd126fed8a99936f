import { describe, expect, test } from 'vitest';
import { carried, isOpen } from '../../../electron/domain/apart/case-pairs.ts';
import { judge } from '../../../electron/domain/apart/judge.ts';
import { applyAction, foldCase, standingActions } from '../../../electron/domain/counter/case/state.ts';
import type { CaseAction, RecordedAction } from '../../../electron/domain/entries/case.ts';
import { entryName } from '../../../electron/domain/entries/reference.ts';
import { dueAt } from '../../support/data/case-sample.ts';
import {
  fee,
  received,
  happened,
  seen,
  timeless,
  pair,
  none,
  passed,
  corrected,
  collect,
  refund,
  replace,
  set,
  waive,
  ask,
  oblige,
  finish,
  legAt,
  bundle,
  document,
  answer,
  asked,
  conflicts,
} from '../../support/data/apart-sample.ts';

describe('what two desks tell that did not see each other', () => {
  test.each<[string, CaseAction, CaseAction]>([
    ['a paper and a result', document, finish('x')],
    ['a paper and money', document, collect('r1', '0')],
    ['the papers move and the file ends', bundle('b'), finish('x')],
    ['the papers move and the file is passed on', bundle('b'), passed],
    ['the papers move and money is taken', bundle('b'), collect('r1', '0')],
    ['a leg and the file passed on', legAt('0', 'A'), passed],
    ['two legs', legAt('0', 'A'), legAt('1', 'A')],
    ['money for two fees', collect('r1', '0'), collect('r2', '1')],
    ['money and who has it', collect('r1', '0'), { type: 'taken-over', by: 'b' }],
    ['passed on, and papers asked of the citizen', passed, ask('x')],
    ['a leg sent, and papers asked of the citizen', { type: 'leg-sent', leg: '0', agency: 'Xã 0' }, ask('x')],
    ['money taken, and the file withdrawn', collect('r1', '0'), { type: 'withdrawn', reason: 'x' }],
    ['money, and a correction that leaves its fee', collect('r1', '0'), corrected([fee('A', 10_000)])],
    ['two things asked of others', asked, { ...asked, about: 'y' } as CaseAction],
  ])('%s: they do not touch each other, in whatever order', (_what, one, other) => {
    const { first, second, ends } = pair(one, other);
    expect(ends).toEqual([none, none]);
    const lists = ({ state, fees }: typeof first) =>
      timeless({ ...state, inquiries: state.inquiries.map(({ about }) => about).toSorted(), actions: fees });
    expect(lists(second)).toBe(lists(first));
  });

  test('two obligations are two fees, and money for one is never for the other', () => {
    const { first, second, ends } = pair(oblige('a'), oblige('b'));
    expect(ends).toEqual([none, none]);
    const named = (told: typeof first) => told.fees.map(({ line, ref }) => `${line.name} ${ref}`).toSorted();
    expect(named(first)).toEqual(['A 0', 'B 1', 'a q1.2.0', 'b q2.1.0']);
    expect(named(second)).toEqual(named(first));
  });

  test.each<[string, CaseAction, CaseAction]>([
    ['one result', finish('x'), finish('x')],
    ['one obligation in the same words', oblige('a'), oblige('a')],
    ['one amount for a fee', set(5000), set(5000)],
    ['one waiver', waive(0), waive(0)],
    ['one word of a leg', legAt('0', 'A'), legAt('0', 'A')],
    ['one taking over', { type: 'taken-over', by: 'b' }, { type: 'taken-over', by: 'b' }],
  ])('%s: what is said twice is one', (_what, one, other) => {
    const { first, second, ends } = pair(one, other);
    expect(ends).toEqual([
      { why: 'same', aside: 1 },
      { why: 'same', aside: 1 },
    ]);
    const alike = ({ state, fees }: typeof first) => timeless([state, fees]).replaceAll(/q[12]\.\d|"by":"q[12]"/g, 'q');
    expect(alike(second)).toBe(alike(first));
  });

  test.each(conflicts)(
    '%s: somebody decides; until then the first stands and the other is named',
    (_what, one, other, before) => {
      const { first, second, ends } = pair(one, other, before);
      expect(ends).toEqual([
        { why: 'conflict', aside: 1 },
        { why: 'conflict', aside: 1 },
      ]);
      const alone = (act: CaseAction, desk: string) => {
        const { state, fees } = seen(
          happened(before, desk === 'q1' ? [['q1', 1, act]] : [], desk === 'q2' ? [['q2', 1, act]] : []),
        );
        return timeless([state, fees]);
      };
      expect(timeless([first.state, first.fees])).toBe(alone(one, 'q1'));
      // Of two promises on paper the earlier is kept until then, whichever of them stands.
      const dueOf = (action: CaseAction) => ('dueAt' in action ? (action.dueAt ?? '') : '');
      const kept = dueOf(one) < dueOf(other) ? { ...second.state, dueAt: dueOf(other) } : second.state;
      expect(second.state.dueAt).toBe(dueOf(one) === '' ? kept.dueAt : dueOf(one));
      expect(timeless([kept, second.fees])).toBe(alone(other, 'q2'));
    },
  );

  test('money that was taken stands, and the reception that was taken back without seeing it is to be decided', () => {
    const { first, second, ends } = pair(collect('r1', '0'), { type: 'reception-undone', reason: 'x' });
    expect(ends).toEqual([
      { why: 'conflict', aside: 1 },
      { why: 'conflict', aside: 1 },
    ]);
    for (const { state, fees } of [first, second]) {
      expect(state).toMatchObject({ status: 'accepted', closed: null });
      expect(fees[0]).toMatchObject({ receiptId: 'r1' });
    }
  });

  test.each<[string, CaseAction, CaseAction]>([
    ['passed on', passed, finish('x')],
    ['taken', { type: 'taken-over', by: 'b' }, { type: 'withdrawn', reason: 'x' }],
  ])('%s while it ended: the end stands, and that somebody had it is noted', (_what, hands, end) => {
    const { first, second, ends } = pair(hands, end);
    expect(ends).toEqual([
      { why: 'rule', aside: 1 },
      { why: 'rule', aside: 1 },
    ]);
    expect(timeless(second.state)).toBe(timeless(first.state));
    expect(first.state.holder).toBeNull();
  });

  test('two take a file: the later has it, and both are told', () => {
    const [a, b] = [
      { type: 'taken-over', by: 'a' },
      { type: 'taken-over', by: 'b' },
    ] as const;
    const { first, second, ends } = pair(a, b);
    expect([first.state.holder, second.state.holder]).toEqual(['b', 'a']);
    expect(ends).toEqual([
      { why: 'overtaken', aside: 0 },
      { why: 'overtaken', aside: 0 },
    ]);
  });
});

describe('money of two desks is never counted twice and never lost', () => {
  test('taken twice for one fee: both receipts stand behind it, and one given back leaves the other', () => {
    for (const [one, other] of [
      [1, 2],
      [2, 1],
    ] as const) {
      const told = (after: readonly CaseAction[]) =>
        seen(happened([], [['q1', one, collect('r1', '0')]], [['q2', other, collect('r2', '0')]], after));
      const twice = told([]);
      const [line] = twice.fees;
      expect(new Set([line?.receiptId, ...(line?.also ?? [])])).toEqual(new Set(['r1', 'r2']));
      expect(twice.contradictions).toMatchObject([{ why: 'conflict', aside: false }]);
      for (const [back, left] of [
        ['r1', 'r2'],
        ['r2', 'r1'],
      ] as const) {
        const [after] = told([refund(back)]).fees;
        expect([after?.receiptId, after?.also]).toEqual([left, undefined]);
      }
      expect(told([replace('r2', 'r3'), refund('r1')]).fees[0]?.receiptId).toBe('r3');
      expect(told([refund('r1'), refund('r2')]).fees[0]?.receiptId).toBeNull();
    }
  });

  test('taken while somebody took the fee down: the receipt stands, the waiver is told', () => {
    const { first, second, ends } = pair(collect('r1', '0'), waive(0));
    expect(ends).toEqual([
      { why: 'conflict', aside: 1 },
      { why: 'conflict', aside: 1 },
    ]);
    for (const { fees } of [first, second])
      expect(fees[0]).toMatchObject({ receiptId: 'r1', amount: 10_000, waivers: [] });
  });

  test('taken for an obligation that is not there: named, and no other fee is paid by it', () => {
    const { fees, contradictions } = seen(happened([], [], [], [collect('r1', 'q9.4.0')]));
    expect(fees.map(({ receiptId }) => receiptId)).toEqual([null, null]);
    expect(contradictions).toMatchObject([{ entry: 'q3.1', against: null, why: 'unfit' }]);
  });

  test('taken for an obligation that another desk asked in the same words is taken for the one there is', () => {
    const both = [
      ['q2', 2, oblige('a')],
      ['q2', 3, collect('r1', 'q2.1.0')],
    ] as const;
    const { fees } = seen(happened([], [['q1', 1, oblige('a')]], both));
    expect(fees.map(({ line, receiptId }) => [line.name, receiptId])).toEqual([
      ['A', null],
      ['B', null],
      ['a', 'r1'],
    ]);
  });
});

describe('nothing throws', () => {
  test('a second reception, a leg and a question that are not there are named', () => {
    const after = [received, legAt('q9.1.0', 'A'), { ...answer('x'), inquiry: 'q9.1.0' } as CaseAction];
    const { state, contradictions } = seen(happened([], [], [], after));
    expect(contradictions.map(({ entry, why }) => [entry, why])).toEqual([
      ['q3.1', 'unfit'],
      ['q3.2', 'unfit'],
      ['q3.3', 'unfit'],
    ]);
    expect(state.status).toBe('accepted');
  });

  test('what stands before the reception is named', () => {
    const [begun, next] = happened([passed], [], []) as [RecordedAction, RecordedAction];
    const state = foldCase([next, begun]);
    expect([state.status, state.contradictions]).toEqual([
      'accepted',
      [{ entry: 'q1.2', against: null, why: 'unfit', aside: true }],
    ]);
    expect(() => foldCase([next])).toThrow('reception');
  });

  test('what was set aside stays so for whoever built on it, and who saw both goes on', () => {
    const his = [['q1', 1, finish('x')]] as const;
    const hers = [
      ['q2', 2, ask('a')],
      ['q2', 3, { type: 'supplemented', dueAt, steps: [] }],
    ] as const;
    const entries = happened([passed], his, hers, [{ type: 'returned', receiver: 'A' }]);
    const { state, contradictions } = seen(entries);
    expect([state.status, state.supplementRequests]).toEqual(['returned', 0]);
    expect(contradictions.map(({ entry, aside }) => [entry, aside])).toEqual([
      ['q2.1', true],
      ['q2.2', true],
    ]);
  });

  test('a table made step by step is made of what stands', () => {
    const entries = happened([passed], [['q1', 1, finish('x')]], [['q2', 2, finish('y')]], [received]);
    const stand = standingActions(entries);
    expect(stand.map(entryName)).toEqual(['q1.1', 'q1.2', 'q1.3']);
    const [first, ...rest] = stand as [RecordedAction, ...RecordedAction[]];
    const { contradictions: _told, ...folded } = foldCase(entries);
    expect(rest.reduce(applyAction, foldCase([first]))).toEqual(folded);
  });
});

test('what nobody is apart from is judged by nobody', () => {
  const entries = happened([passed, finish('x'), finish('y')], [], []);
  const never = () => {
    throw new Error('asked');
  };
  expect(judge(entries, never).stand).toBe(entries);
  expect(foldCase(entries)).not.toHaveProperty('contradictions');
});

test('of a corrected receipt the fees that stayed keep their names, each once', () => {
  const [a, b] = [fee('A', 1), fee('B', 2)];
  const old = [a, b, a].map((line, nth) => ({ line, ref: String(nth) }));
  const after = carried(old, [a, a, a, b], { desk: 'q1', deskSeq: 2 }, (line, ref) => ({ line, ref }));
  expect(after.map(({ ref }) => ref)).toEqual(['0', '2', 'q1.2.2', '1']);
});

describe('what somebody has to decide', () => {
  const openOf = (entries: readonly RecordedAction[]) =>
    seen(entries).contradictions.filter((one) => isOpen(one, entries)).length;
  const apart = (one: CaseAction, other: CaseAction, ...after: readonly CaseAction[]) =>
    openOf(happened([], [['q1', 1, one]], [['q2', 2, other]], after));

  test('waits until who has seen both acts on the same', () => {
    expect(apart(finish('a'), ask('b'))).toBe(1);
    expect(
      apart(finish('a'), ask('b'), { type: 'announced', announcement: 'ready', means: 'sms', note: '' } as never),
    ).toBe(1);
    expect(apart(finish('a'), ask('b'), finish('c'))).toBe(0);
    // Money in two drawers is given back out of one.
    expect(apart(collect('r1', '0'), collect('r2', '0'))).toBe(1);
    expect(apart(collect('r1', '0'), collect('r2', '0'), refund('r2'))).toBe(0);
    expect(apart(collect('r1', '0'), collect('r2', '0'), finish('c'))).toBe(1);
  });

  test('what a rule decides, and what is said twice, waits for nobody', () => {
    expect(apart(ask('a'), ask('a'))).toBe(0);
    expect(apart(finish('a'), passed)).toBe(0);
  });
});
