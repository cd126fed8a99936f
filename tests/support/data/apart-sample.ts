import { canonicalJson } from '../../../electron/domain/base/canonical-json.ts';
import type { Contradiction } from '../../../electron/domain/apart/judge.ts';
import { foldCase } from '../../../electron/domain/counter/case/state.ts';
import type { CaseAction, FeeLine, RecordedAction } from '../../../electron/domain/entries/case.ts';
import { type EntryName } from '../../../electron/domain/entries/reference.ts';
import { caseFees, feeContradictions } from '../../../electron/domain/counter/money/case-fees.ts';
import { dueAt, reception } from './case-sample.ts';

export const fee = (name: string, amount: number | null): FeeLine => ({ name, amount, note: '', basis: '' });
const legs = [0, 1].map((nth) => ({
  agency: `Xã ${nth}`,
  work: 'x',
  way: 'paper',
  term: null,
  sendBy: dueAt,
  plannedDueAt: null,
})) as never;
export const received: CaseAction = { ...reception, legs, fees: [fee('A', 10_000), fee('B', null)] };

/** An entry as its desk told it; the clock is the order in which things happened. */
export type Told = readonly [desk: string, clock: number, action: CaseAction];

/**
 * One case at two desks: what both have seen, then what each told without the other; and, where somebody saw both, what they told then.
 * Every order of arrival comes to the one order of folding: by cause, then clock, then desk.
 */
export function happened(
  before: readonly CaseAction[],
  one: readonly Told[],
  other: readonly Told[],
  after: readonly CaseAction[] = [],
) {
  const entries: RecordedAction[] = [];
  const seqs = new Map<string, number>();
  const tell = (desk: string, action: CaseAction, apart?: readonly EntryName[]): RecordedAction => {
    const deskSeq = (seqs.get(desk) ?? 0) + 1;
    seqs.set(desk, deskSeq);
    const at = `2026-11-16T09:${String(entries.length).padStart(2, '0')}:00+07:00`;
    const entry = {
      seq: entries.length + 1,
      at,
      actor: desk,
      desk,
      deskSeq,
      action,
      ...(apart === undefined ? {} : { apart }),
    };
    entries.push(entry);
    return entry;
  };
  for (const action of [received, ...before]) tell('q1', action);
  const begun = seqs.get('q1') ?? 0;
  const names = (told: readonly Told[]) =>
    told.map(
      ([desk], nth) =>
        `${desk}.${(desk === 'q1' ? begun : 0) + told.slice(0, nth).filter(([by]) => by === desk).length + 1}`,
    );
  const [hisNames, herNames] = [names(one), names(other)];
  const both = [...one.map((told) => [told, herNames] as const), ...other.map((told) => [told, hisNames] as const)];
  for (const [[desk, , action], apart] of both.toSorted(([a], [b]) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1)))
    tell(desk, action, apart);
  for (const action of after) tell('q3', action);
  return entries;
}

/** What everybody sees of a case: its state and its fees, without when and by whom. */
export function seen(entries: readonly RecordedAction[]) {
  const { contradictions = [], ...state } = foldCase(entries);
  const fees = caseFees(entries, { incentives: [], channel: 'direct', day: '2026-11-16', procedureCode: '1.001193' });
  return { state, fees, contradictions: [...contradictions, ...feeContradictions(entries)] };
}

/** The same without what hangs on the minute, for orders that differ in it. */
export function timeless(value: unknown): string {
  return canonicalJson(JSON.parse(JSON.stringify(value)))
    .replaceAll(/2026-11-16T09:\d\d/g, 'T')
    .replaceAll(/"seq":\d+/g, '"seq":0');
}

export type Ends = { readonly why: Contradiction['why'] | null; readonly aside: number };

/** The two acts, each at a desk of its own; then with the other clock ahead. What both orders come to, without what a clock decides. */
export function pair(one: CaseAction, other: CaseAction, before: readonly CaseAction[] = []) {
  const first = seen(happened(before, [['q1', 1, one]], [['q2', 2, other]]));
  const second = seen(happened(before, [['q1', 2, one]], [['q2', 1, other]]));
  const endsOf = ({ contradictions }: typeof first): Ends => ({
    why: contradictions[0]?.why ?? null,
    aside: contradictions.filter(({ aside }) => aside).length,
  });
  return { first, second, ends: [endsOf(first), endsOf(second)] as const };
}

export const none: Ends = { why: null, aside: 0 };
export const passed: CaseAction = { type: 'transferred', to: 'Tư pháp' };
export const corrected = (fees: readonly FeeLine[], more: object = {}): CaseAction => {
  const { type: _type, ...facts } = reception;
  return { ...facts, type: 'corrected', requestId: 'r', reason: 'x', reissue: 1, legs, fees, ...more };
};
export const collect = (receiptId: string, ...lines: readonly string[]): CaseAction => ({
  type: 'fees-collected',
  receiptId,
  number: receiptId,
  amount: 10_000,
  lines,
});
export const refund = (receiptId: string): CaseAction => ({
  type: 'fees-refunded',
  receiptId,
  number: receiptId,
  amount: 10_000,
  reason: 'x',
});
export const replace = (receiptId: string, by: string): CaseAction => ({
  type: 'receipt-replaced',
  receiptId,
  by,
  number: by,
  reason: 'x',
});
export const set = (amount: number): CaseAction => ({ type: 'fee-set', line: '1', amount, source: 'bảng' });
export const waive = (amount: number): CaseAction => ({
  type: 'fee-waived',
  line: '0',
  amount,
  reason: 'x',
  basis: 'y',
});
export const ask = (reason: string): CaseAction => ({ type: 'supplement-requested', reason });
export const oblige = (reason: string): CaseAction => ({ type: 'obligation-requested', reason, amount: 5000 });
export const finish = (result: string): CaseAction => ({ type: 'finished', result });
export const legAt = (leg: string, by: string): CaseAction => ({
  type: 'leg-received',
  leg,
  agency: 'Xã 0',
  receivedAt: dueAt,
  by,
  dueAt: null,
});
export const bundle = (username: string): CaseAction => ({ type: 'bundle-moved', to: { kind: 'person', username } });
export const document: CaseAction = {
  type: 'document-made',
  form: 'mau-06',
  documentId: 'd',
  sha256: '',
  formSha256: '',
  pages: 1,
};
const extended = (day: number): CaseAction => ({
  type: 'extended',
  reason: 'x',
  dueAt: `2026-11-${day}T17:00:00+07:00`,
});
export const answer = (said: string): CaseAction => ({ type: 'inquiry-answered', inquiry: 'q1.2.0', answer: said });
export const asked: CaseAction = {
  type: 'inquiry-sent',
  kind: 'opinion',
  asked: 'Công an',
  about: 'x',
  answerBy: dueAt,
};

/** Two that somebody has to decide between, and what was done before them. */
export const conflicts: readonly [string, CaseAction, CaseAction, readonly CaseAction[]][] = [
  ['two results', finish('x'), finish('y'), []],
  ['a result and a refusal', finish('x'), { type: 'refused', reason: 'x' }, []],
  ['two hand-outs', { type: 'returned', receiver: 'a' }, { type: 'returned', receiver: 'b' }, [finish('x')]],
  ['papers asked for twice', ask('a'), ask('b'), [passed]],
  ['a result and a reception that was taken back', finish('x'), { type: 'reception-undone', reason: 'x' }, []],
  ['handed out, and taken back', { type: 'returned', receiver: 'a' }, { type: 'reception-undone' }, [finish('x')]],
  ['two extensions', extended(20), extended(21), []],
  ['two corrections', corrected([fee('A', 1)]), corrected([fee('A', 2)]), []],
  [
    'two codes',
    { type: 'official-code-attached', official: 'a' },
    { type: 'official-code-attached', official: 'b' },
    [],
  ],
  [
    'passed on a step, and sent back one',
    { type: 'passed', step: 2 },
    { type: 'reworked', step: 0, reason: 'x' },
    [passed],
  ],
  ['a correction that takes a fee away, and money for it', corrected([fee('C', 1)]), collect('r1', '0'), []],
  ['a correction that begins the legs anew, and a leg', corrected([], { legsAnew: 'named' }), legAt('0', 'A'), []],
  ['a leg, and the end of the case', legAt('0', 'A'), finish('x'), []],
  ['one leg in two ways', legAt('0', 'A'), legAt('0', 'B'), []],
  ['two amounts for a fee', set(5000), set(6000), []],
  ['two waivers of a fee', waive(0), waive(5000), []],
  ['two refunds of a receipt', refund('r1'), { ...refund('r1'), reason: 'y' } as CaseAction, [collect('r1', '0')]],
  ['a refund and a replacement', refund('r1'), replace('r1', 'r2'), [collect('r1', '0')]],
  ['two answers to one question', answer('có'), answer('không'), [asked]],
];
