import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '../../../electron/domain/base/canonical-json.ts';
import { markApart } from '../../../electron/domain/apart/judge.ts';
import { foldCase, standingActions } from '../../../electron/domain/counter/case/state.ts';
import type { CaseAction, FeeLine, RecordedAction } from '../../../electron/domain/entries/case.ts';
import { entryName } from '../../../electron/domain/entries/reference.ts';
import { caseFees, feeContradictions } from '../../../electron/domain/counter/money/case-fees.ts';
import { dueAt, reception } from '../../support/data/case-sample.ts';

const fee = (name: string, amount: number | null): FeeLine => ({ name, amount, note: '', basis: '' });
const received: CaseAction = { ...reception, fees: [fee('A', 10_000), fee('B', null)] };
const { type: _type, ...facts } = reception;
const refs = ['0', '1', 'q1.2.0', 'q2.1.0', 'q3.1.0', 'q1.3.0', 'q9.9.0'];

/** What anybody may tell at any time: what fits and what does not. */
const actions = fc.oneof<fc.Arbitrary<CaseAction>[]>(
  fc.constantFrom<CaseAction>(
    { type: 'transferred', to: 'Tư pháp' },
    { type: 'taken-over', by: 'a' },
    { type: 'passed', step: 2 },
    { type: 'reworked', step: 1, reason: 'x' },
    { type: 'supplement-requested', reason: 'x' },
    { type: 'supplemented', dueAt, steps: [] },
    { type: 'obligation-requested', reason: 'x', amount: 1000 },
    { type: 'obligation-requested', reason: 'y', amount: 2000 },
    { type: 'withdrawn', reason: 'x' },
    { type: 'resumed', reason: 'x', status: 'processing' },
    { type: 'finished', result: 'x' },
    { type: 'finished', result: 'y' },
    { type: 'returned', receiver: 'x' },
    { type: 'archived', place: 'x' },
    { type: 'inquiry-sent', kind: 'opinion', asked: 'x', about: 'y', answerBy: dueAt },
    { ...facts, type: 'corrected', requestId: 'r', reason: 'x', reissue: 1, fees: [fee('A', 10_000), fee('C', 1)] },
    { ...facts, type: 'corrected', requestId: 's', reason: 'x', reissue: 1, fees: [], legsAnew: 'named' },
    received,
  ),
  fc.constantFrom(...refs).map((inquiry): CaseAction => ({ type: 'inquiry-answered', inquiry, answer: 'x' })),
  fc
    .constantFrom(...refs)
    .map((leg): CaseAction => ({ type: 'leg-finished', leg, agency: 'x', result: 'y', returnedAt: dueAt })),
  fc
    .constantFrom(...refs)
    .map((line): CaseAction => ({ type: 'fee-waived', line, amount: 1, reason: 'x', basis: 'y' })),
  fc
    .tuple(fc.uniqueArray(fc.constantFrom(...refs), { minLength: 1, maxLength: 3 }), fc.nat(5))
    .map(([lines, nth]): CaseAction => ({
      type: 'fees-collected',
      receiptId: `r${nth}`,
      number: '1',
      amount: 1,
      lines,
    })),
  fc
    .nat(5)
    .map((nth): CaseAction => ({ type: 'fees-refunded', receiptId: `r${nth}`, number: '1', amount: 1, reason: 'x' })),
);

/** Who tells what, and whether they look at what the others told before they do. */
const steps = fc.array(fc.tuple(fc.nat(2), fc.boolean(), actions), { maxLength: 12 });

/** A history of three desks as each had seen the others, in an order in which it could have come. */
function historyOf(told: readonly (readonly [desk: number, looks: boolean, action: CaseAction])[]): RecordedAction[] {
  const heads = [1, 0, 0];
  const seen = [0, 1, 2].map(() => [1, 0, 0]);
  const known = new Map<RecordedAction, readonly number[]>();
  const tell = (desk: number, action: CaseAction, deskSeq: number): RecordedAction => ({
    seq: known.size + 1,
    at: '2026-11-16T09:00:00+07:00',
    actor: 'a',
    desk: `q${desk + 1}`,
    deskSeq,
    action,
  });
  const entries = [tell(0, received, 1)];
  for (const [desk, looks, action] of told) {
    if (looks) seen[desk] = [...heads];
    const deskSeq = (heads[desk] ?? 0) + 1;
    heads[desk] = deskSeq;
    (seen[desk] as number[])[desk] = deskSeq;
    const entry = tell(desk, action, deskSeq);
    known.set(entry, [...(seen[desk] ?? [])]);
    entries.push(entry);
  }
  return [
    ...markApart(
      entries,
      (entry, other) => (known.get(entry)?.[Number(other.desk.slice(1)) - 1] ?? 0) >= other.deskSeq,
    ),
  ];
}

const asked = { incentives: [], channel: 'direct', day: '2026-11-16', procedureCode: '1.001193' } as const;

test('whatever three desks tell, nothing throws, nothing is lost without a word, and what stands makes the state', () => {
  let apart = 0;
  fc.assert(
    fc.property(steps, (told) => {
      const entries = historyOf(told);
      const { contradictions = [], ...state } = foldCase(entries);
      const fees = caseFees(entries, asked);
      const named = new Set([...contradictions, ...feeContradictions(entries)].map(({ entry }) => entry));
      apart += contradictions.length;
      // Every receipt pays a fee, was given back, or is told.
      const paying = new Set(fees.flatMap(({ receiptId, also = [] }) => [receiptId, ...also]));
      const back = new Set(
        entries.flatMap(({ action }) => (action.type === 'fees-refunded' ? [action.receiptId] : [])),
      );
      const isCorrected = entries.some(({ action }) => action.type === 'corrected');
      for (const entry of entries)
        if (entry.action.type === 'fees-collected' && !back.has(entry.action.receiptId) && !isCorrected)
          expect(paying.has(entry.action.receiptId) || named.has(entryName(entry))).toBe(true);
      // And no receipt pays a fee that nobody took it for.
      const taken = new Set(
        entries.flatMap(({ action }) => (action.type === 'fees-collected' ? [action.receiptId] : [])),
      );
      for (const receiptId of paying) expect(receiptId === null || taken.has(receiptId)).toBe(true);
      const stand = standingActions(entries).map(({ apart: _apart, ...one }) => one);
      const { contradictions: _none, ...again } = foldCase(stand);
      expect(canonicalJson(JSON.parse(JSON.stringify(again)))).toBe(canonicalJson(JSON.parse(JSON.stringify(state))));
    }),
    { seed: 20_261_130, numRuns: 2000 },
  );
  expect(apart).toBeGreaterThan(1000);
});

test('one desk’s own history, or one in which everybody looks first, is judged by nobody', () => {
  fc.assert(
    fc.property(steps, (told) => {
      const looked = historyOf(told.map(([desk, , action]) => [desk, true, action]));
      const alone = historyOf(told.map(([, looks, action]) => [0, looks, action]));
      for (const entries of [looked, alone]) {
        expect(entries.some((entry) => entry.apart !== undefined)).toBe(false);
        expect(standingActions(entries)).toBe(entries);
      }
    }),
    { seed: 20_261_130, numRuns: 300 },
  );
});
