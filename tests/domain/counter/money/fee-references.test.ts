import { expect, test } from 'vitest';
import type { CaseAction, FeeLine, RecordedAction } from '../../../../electron/domain/entries/case.ts';
import { placeOf, referenceTo } from '../../../../electron/domain/entries/reference.ts';
import { caseFees, feeRefs } from '../../../../electron/domain/counter/money/case-fees.ts';
import { reception } from '../../../support/data/case-sample.ts';

const fee = (name: string): FeeLine => ({ name, amount: 10_000, note: '', basis: '' });
const received: CaseAction = { ...reception, fees: [fee('A'), fee('B')] };
const asked = (reason: string): CaseAction => ({ type: 'obligation-requested', reason, amount: 1000 });
const corrected = (...fees: readonly FeeLine[]): CaseAction => {
  const { type: _type, ...facts } = reception;
  return { ...facts, type: 'corrected', requestId: 'r', reason: 'x', reissue: 1, fees };
};
const collected = (...lines: readonly (string | number)[]): CaseAction => ({
  type: 'fees-collected',
  receiptId: 'r1',
  number: '1',
  amount: 1000,
  lines,
});

/** Each told by a desk, as its nth entry. */
function told(...entries: readonly (readonly [desk: string, deskSeq: number, action: CaseAction])[]): RecordedAction[] {
  return entries.map(([desk, deskSeq, action], index) => ({
    seq: index + 1,
    at: '2026-11-16T09:00:00+07:00',
    actor: 'an',
    desk,
    deskSeq,
    action,
  }));
}

/** The names of the lines that are on a receipt. */
function paid(actions: readonly RecordedAction[]): string[] {
  const facts = { incentives: [], channel: 'direct', day: '2026-11-16', procedureCode: '1.001193' } as const;
  return caseFees(actions, facts).flatMap(({ line, receiptId }) => (receiptId === null ? [] : [line.name]));
}

test('two desks ask for two obligations, and money taken for one is never another one’s, whichever stands first', () => {
  const first = [['q1', 1, received]] as const;
  const [his, hers] = [
    ['q1', 2, asked('his')],
    ['q2', 1, asked('hers')],
  ] as const;
  for (const order of [
    [his, hers],
    [hers, his],
  ]) {
    expect(paid(told(...first, ...order, ['q2', 2, collected('q2.1.0')]))).toEqual(['hers']);
    expect(paid(told(...first, ...order, ['q1', 3, collected('q1.2.0', '1')])).toSorted()).toEqual(['B', 'his']);
  }
});

test('a correction leaves the names of the fees it leaves, and gives its own to the others', () => {
  const after = told(['q1', 1, received], ['q1', 2, corrected(fee('B'), fee('C'))], ['q1', 3, asked('D')]);
  expect(feeRefs(after).map(({ ref }) => ref)).toEqual(['1', 'q1.2.1', 'q1.3.0']);
  expect(paid([...after, ...told(['q1', 4, collected('1')])])).toEqual(['B']);
  expect(paid([...after, ...told(['q1', 4, collected('q1.2.1', 'q1.3.0')])])).toEqual(['C', 'D']);
});

test('a number is a place in the list as it stood then, as entries from before said it', () => {
  const after = told(['q1', 1, received], ['q1', 2, corrected(fee('B'))], ['q1', 3, asked('D')]);
  expect(paid([...after, ...told(['q1', 4, collected(0)])])).toEqual(['B']);
  expect(paid([...after, ...told(['q1', 4, collected(1)])])).toEqual(['D']);
});

test('a name says who made it and which it is; what is not in the list has no place', () => {
  expect([referenceTo('reception', 2), referenceTo({ desk: 'q1', deskSeq: 7 }, 0)]).toEqual(['2', 'q1.7.0']);
  const list = [{ ref: '0' }, { ref: 'q1.7.0' }];
  expect([placeOf(list, 'q1.7.0'), placeOf(list, '1'), placeOf(list, 1), placeOf(list, 2)]).toEqual([1, -1, 1, -1]);
});
