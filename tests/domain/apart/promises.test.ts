import { describe, expect, test } from 'vitest';
import { keepPrinted, printedBeside, promiseIn } from '../../../electron/domain/apart/promises.ts';
import type { Contradiction } from '../../../electron/domain/apart/judge.ts';
import type { CaseAction, RecordedAction } from '../../../electron/domain/entries/case.ts';

const [one, other] = ['11111111-1111-7111-8111-111111111111', '22222222-2222-7222-8222-222222222222'];

function told(desk: string, deskSeq: number, action: object): RecordedAction {
  return { desk, deskSeq, action: action as CaseAction } as RecordedAction;
}

const early = '2026-12-01T17:00:00+07:00';
const late = '2026-12-04T17:00:00+07:00';
const actions = [
  told(one, 2, { type: 'supplemented', dueAt: late }),
  told(other, 2, { type: 'supplemented', dueAt: early }),
  told(other, 3, { type: 'finished', result: 'Giấy' }),
];
const conflict: Contradiction = { entry: `${other}.2`, against: `${one}.2`, why: 'conflict', aside: true };

describe('two promises on paper of which nobody has said which stands', () => {
  test('the one aside is told beside the one that stands', () => {
    expect([...printedBeside(actions, [conflict])]).toEqual([[`${one}.2`, early]]);
  });

  test('of several the earliest', () => {
    const third = told(other, 4, { type: 'extended', dueAt: late });
    const both = [{ ...conflict, entry: `${other}.4` } as Contradiction, conflict];
    expect([...printedBeside([...actions, third], both)]).toEqual([[`${one}.2`, early]]);
  });

  test.each<[string, Partial<Contradiction>]>([
    ['somebody decided', { decided: `${one}.9` as never }],
    ['both stand', { aside: false }],
    ['a rule decided', { why: 'rule' }],
    ['it goes with nothing', { against: null, why: 'unfit' }],
    ['the act promised nothing', { entry: `${other}.3` as never }],
  ])('none is kept where %s', (_, change) => {
    expect([...printedBeside(actions, [{ ...conflict, ...change }])]).toEqual([]);
  });

  test('the earlier one is kept, never a later one, and nothing where no promise runs', () => {
    expect(keepPrinted({ dueAt: late }, early)).toEqual({ dueAt: early });
    expect(keepPrinted({ dueAt: early }, late)).toEqual({ dueAt: early });
    expect(keepPrinted({ dueAt: late }, undefined)).toEqual({ dueAt: late });
    expect(keepPrinted({ dueAt: null }, early)).toEqual({ dueAt: null });
  });
});

test.each([
  [{ type: 'corrected', dueAt: early, extendedTo: late }, late],
  [{ type: 'corrected', dueAt: early }, early],
  [{ type: 'received', dueAt: early }, early],
  [{ type: 'resumed', dueAt: early }, early],
  [{ type: 'finished', result: 'Giấy' }, undefined],
])('%o promises %s', (action, promised) => {
  expect(promiseIn(action as CaseAction)).toBe(promised);
});
