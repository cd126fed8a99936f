import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../../electron/domain/base/canonical-json.ts';
import { carried, isOpen } from '../../../electron/domain/apart/case-pairs.ts';
import { type Contradiction, judge } from '../../../electron/domain/apart/judge.ts';
import { applyAction, foldCase, standingActions } from '../../../electron/domain/case/state.ts';
import type { CaseAction, FeeLine, RecordedAction } from '../../../electron/domain/entries/case.ts';
import { type EntryName, entryName } from '../../../electron/domain/entries/reference.ts';
import { caseFees, feeContradictions } from '../../../electron/domain/money/case-fees.ts';
import { dueAt, reception } from '../../support/data/case-sample.ts';

const fee = (name: string, amount: number | null): FeeLine => ({ name, amount, note: '', basis: '' });
const legs = [0, 1].map((nth) => ({
  agency: `Xã ${nth}`,
  work: 'x',
  way: 'paper',
  term: null,
  sendBy: dueAt,
  plannedDueAt: null,
})) as never;
const received: CaseAction = { ...reception, legs, fees: [fee('A', 10_000), fee('B', null)] };

/** An entry as its desk told it; the clock is the order in which things happened. */
type Told = readonly [desk: string, clock: number, action: CaseAction];

/**
 * One case at two desks: what both have seen, then what each told without the other; and, where somebody saw both, what they told then.
 * Every order of arrival comes to the one order of folding: by cause, then clock, then desk.
 */
function happened(
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
function seen(entries: readonly RecordedAction[]) {
  const { contradictions = [], ...state } = foldCase(entries);
  const fees = caseFees(entries, { incentives: [], channel: 'direct', day: '2026-11-16', procedureCode: '1.001193' });
  return { state, fees, contradictions: [...contradictions, ...feeContradictions(entries)] };
}

/** The same without what hangs on the minute, for orders that differ in it. */
function timeless(value: unknown): string {
  return canonicalJson(JSON.parse(JSON.stringify(value)))
    .replaceAll(/2026-11-16T09:\d\d/g, 'T')
    .replaceAll(/"seq":\d+/g, '"seq":0');
}

type Ends = { readonly why: Contradiction['why'] | null; readonly aside: number };

/** The two acts, each at a desk of its own; then with the other clock ahead. What both orders come to, without what a clock decides. */
function pair(one: CaseAction, other: CaseAction, before: readonly CaseAction[] = []) {
  const first = seen(happened(before, [['q1', 1, one]], [['q2', 2, other]]));
  const second = seen(happened(before, [['q1', 2, one]], [['q2', 1, other]]));
  const endsOf = ({ contradictions }: typeof first): Ends => ({
    why: contradictions[0]?.why ?? null,
    aside: contradictions.filter(({ aside }) => aside).length,
  });
  return { first, second, ends: [endsOf(first), endsOf(second)] as const };
}

const none: Ends = { why: null, aside: 0 };
const passed: CaseAction = { type: 'transferred', to: 'Tư pháp' };
const corrected = (fees: readonly FeeLine[], more: object = {}): CaseAction => {
  const { type: _type, ...facts } = reception;
  return { ...facts, type: 'corrected', requestId: 'r', reason: 'x', reissue: 1, legs, fees, ...more };
};
const collect = (receiptId: string, ...lines: readonly string[]): CaseAction => ({
  type: 'fees-collected',
  receiptId,
  number: receiptId,
  amount: 10_000,
  lines,
});
const refund = (receiptId: string): CaseAction => ({
  type: 'fees-refunded',
  receiptId,
  number: receiptId,
  amount: 10_000,
  reason: 'x',
});
const replace = (receiptId: string, by: string): CaseAction => ({
  type: 'receipt-replaced',
  receiptId,
  by,
  number: by,
  reason: 'x',
});
const set = (amount: number): CaseAction => ({ type: 'fee-set', line: '1', amount, source: 'bảng' });
const waive = (amount: number): CaseAction => ({ type: 'fee-waived', line: '0', amount, reason: 'x', basis: 'y' });
const ask = (reason: string): CaseAction => ({ type: 'supplement-requested', reason });
const oblige = (reason: string): CaseAction => ({ type: 'obligation-requested', reason, amount: 5000 });
const finish = (result: string): CaseAction => ({ type: 'finished', result });
const legAt = (leg: string, by: string): CaseAction => ({
  type: 'leg-received',
  leg,
  agency: 'Xã 0',
  receivedAt: dueAt,
  by,
  dueAt: null,
});
const bundle = (username: string): CaseAction => ({ type: 'bundle-moved', to: { kind: 'person', username } });
const document: CaseAction = {
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
const answer = (said: string): CaseAction => ({ type: 'inquiry-answered', inquiry: 'q1.2.0', answer: said });
const asked: CaseAction = { type: 'inquiry-sent', kind: 'opinion', asked: 'Công an', about: 'x', answerBy: dueAt };

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
    ['two things asked of others', asked, { ...asked, about: 'y' }],
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

  test.each<[string, CaseAction, CaseAction, readonly CaseAction[]]>([
    ['two results', finish('x'), finish('y'), []],
    ['a result and a refusal', finish('x'), { type: 'refused', reason: 'x' }, []],
    ['two hand-outs', { type: 'returned', receiver: 'a' }, { type: 'returned', receiver: 'b' }, [finish('x')]],
    ['papers asked for twice', ask('a'), ask('b'), [passed]],
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
  ])('%s: somebody decides; until then the first stands and the other is named', (_what, one, other, before) => {
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
    expect(timeless([second.state, second.fees])).toBe(alone(other, 'q2'));
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
