import { describe, expect, test } from 'vitest';
import { isOpen } from '../../../electron/domain/apart/case-pairs.ts';
import { type DecidedPair, decidedPairs, owedFor } from '../../../electron/domain/apart/owed.ts';
import { foldCase } from '../../../electron/domain/counter/case/state.ts';
import type { CaseAction, ReceivedAction, RecordedAction } from '../../../electron/domain/entries/case.ts';
import { type EntryName, entryName } from '../../../electron/domain/entries/reference.ts';
import { dueAt } from '../../support/data/case-sample.ts';
import {
  received,
  happened,
  seen,
  timeless,
  passed,
  collect,
  refund,
  waive,
  ask,
  finish,
  conflicts,
} from '../../support/data/apart-sample.ts';

describe('what somebody decided who had seen both', () => {
  const decide = (stands: EntryName, against: EntryName): CaseAction => ({
    type: 'decided',
    stands,
    against,
    reason: 'x',
  });
  /** The names that `happened` gives to the two. */
  const namesOf = (before: readonly CaseAction[]): readonly [EntryName, EntryName] => [
    `q1.${before.length + 2}`,
    'q2.1',
  ];
  const closed = (entries: readonly RecordedAction[]) => {
    const { contradictions } = seen(entries);
    return contradictions.map((one) => [one.entry, one.against, isOpen(one, entries)]);
  };

  test.each(conflicts)(
    '%s: whichever stands, the case is as if that alone had been done',
    (_what, one, other, before) => {
      const [his, hers] = namesOf(before);
      for (const [clock, ofOther] of [
        [1, 2],
        [2, 1],
      ] as const)
        for (const [stands, against] of [
          [his, hers],
          [hers, his],
        ] as const) {
          const both = happened(before, [['q1', clock, one]], [['q2', ofOther, other]], [decide(stands, against)]);
          const { state, fees } = seen(both);
          const alone = seen(
            happened(before, stands === his ? [['q1', 1, one]] : [], stands === hers ? [['q2', 1, other]] : []),
          );
          expect(timeless([state, fees])).toBe(timeless([alone.state, alone.fees]));
          expect(closed(both)).toEqual([[against, stands, false]]);
          expect(decidedPairs(both).map((pair) => [entryName(pair.by), entryName(pair.stands)])).toEqual([
            ['q3.1', stands],
          ]);
        }
    },
  );

  test('money that was taken was taken: the fee goes by the receipt that stands, and the other stands behind it until it is given back', () => {
    for (const [one, other] of [
      [1, 2],
      [2, 1],
    ] as const)
      for (const [stands, against] of [
        ['r1', 'r2'],
        ['r2', 'r1'],
      ] as const) {
        const nameOf = (receiptId: string) => (receiptId === 'r1' ? 'q1.2' : 'q2.1');
        const told = (...after: readonly CaseAction[]) =>
          happened(
            [],
            [['q1', one, collect('r1', '0')]],
            [['q2', other, collect('r2', '0')]],
            [decide(nameOf(stands), nameOf(against)), ...after],
          );
        expect(seen(told()).fees[0]).toMatchObject({ receiptId: stands, also: [against] });
        expect(closed(told())).toEqual([[nameOf(against), nameOf(stands), false]]);
        const [pair] = decidedPairs(told());
        expect(owedFor((pair as DecidedPair).against.action)).toEqual([{ kind: 'refund', receiptId: against }]);
        expect(seen(told(refund(against))).fees[0]?.receiptId).toBe(stands);
      }
  });

  test('a fee that is taken down after all: its money stays where it is until it is given back', () => {
    const apart = [[['q1', 1, collect('r1', '0')]], [['q2', 2, waive(0)]]] as const;
    const entries = happened([], ...apart, [decide('q2.1', 'q1.2')]);
    expect(seen(entries).fees[0]).toMatchObject({ receiptId: 'r1', amount: 0 });
    expect(decidedPairs(entries).flatMap(({ against }) => owedFor(against.action))).toEqual([
      { kind: 'refund', receiptId: 'r1' },
    ]);
    expect(seen(happened([], ...apart, [decide('q1.2', 'q2.1')])).fees[0]).toMatchObject({
      receiptId: 'r1',
      amount: 10_000,
    });
  });

  test('a second reception: the case is what that one took in', () => {
    const second: CaseAction = {
      ...(received as ReceivedAction),
      quantity: 2,
      number: { local: 'Q2-261116-1001', official: null },
      serial: 1001,
    };
    const entries = happened([], [['q1', 1, passed]], [['q2', 2, second]]);
    const both = entries.map((one) => (one.deskSeq === 1 && one.desk === 'q1' ? { ...one, apart: ['q2.1'] } : one));
    const twice = both.map((one) => (one.desk === 'q2' ? { ...one, apart: ['q1.1', 'q1.2'] } : one));
    expect(foldCase(twice).number.local).toBe('Q1-261116-0001');
    const decided = [
      ...twice,
      { ...(twice[0] as RecordedAction), seq: 9, desk: 'q3', apart: undefined, action: decide('q2.1', 'q1.1') },
    ];
    const plain = decided.map(({ apart, ...one }) => (apart === undefined ? one : { ...one, apart }));
    expect(foldCase(plain)).toMatchObject({
      number: { local: 'Q2-261116-1001' },
      received: { quantity: 2 },
      contradictions: [{ entry: 'q1.1', against: 'q2.1', decided: 'q3.1' }],
    });
  });

  test('what the same counter built on what does not stand goes with it, and what a third did waits', () => {
    const hers = [
      ['q2', 2, ask('a')],
      ['q2', 3, { type: 'supplemented', dueAt, steps: [] }],
    ] as const;
    const told = (...after: readonly CaseAction[]) => happened([passed], [['q1', 1, finish('x')]], hers, after);
    expect(closed(told()).filter(([, , open]) => open === true)).toHaveLength(2);
    const his = told(decide('q1.3', 'q2.1'));
    expect([seen(his).state.status, closed(his).map(([, , open]) => open)]).toEqual(['finished', [false, false]]);
    const ours = told(decide('q2.1', 'q1.3'));
    expect([seen(ours).state.status, closed(ours)]).toEqual(['processing', [['q1.3', 'q2.1', false]]]);
  });

  test('decided again by who had seen the first decision: the last word stands', () => {
    const both = [[['q1', 1, finish('x')]], [['q2', 2, finish('y')]]] as const;
    const entries = happened([], ...both, [decide('q2.1', 'q1.2'), decide('q1.2', 'q2.1')]);
    expect([seen(entries).state.result, closed(entries)]).toEqual(['x', [['q2.1', 'q1.2', false]]]);
  });

  test('decided by two who had not seen each other: the later stands, and the other is told', () => {
    const [first, second] = [decide('q2.1', 'q1.2'), decide('q1.2', 'q2.1')];
    const entries = happened([], [['q1', 1, finish('x')]], [['q2', 2, finish('y')]], [first, second]);
    const apart = entries.map((one, at) =>
      at < 3 ? one : { ...one, desk: `q${at}`, deskSeq: 9, apart: [at === 3 ? 'q4.9' : 'q3.9'] },
    );
    const { state, contradictions } = seen(apart);
    expect(state.result).toBe('x');
    expect(contradictions).toEqual([
      { entry: 'q3.9', against: 'q4.9', why: 'overtaken', aside: false },
      { entry: 'q2.1', against: 'q1.2', why: 'conflict', aside: true, decided: 'q4.9' },
    ]);
  });

  test('who had not seen both decides nothing, and is named', () => {
    const entries = happened([], [['q1', 1, finish('x')]], [['q2', 2, finish('y')]], [decide('q2.1', 'q1.2')]);
    const unseen = entries.map((one) => (one.desk === 'q3' ? { ...one, apart: ['q2.1'] } : one));
    const { state, contradictions } = seen(unseen);
    expect(state.result).toBe('x');
    expect(contradictions).toContainEqual({ entry: 'q3.1', against: null, why: 'unfit', aside: true });
    expect(contradictions.some((one) => isOpen(one, unseen))).toBe(true);
  });
});
