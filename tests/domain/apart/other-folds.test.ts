import { expect, test } from 'vitest';
import type { HandOverEvent } from '../../../electron/domain/entries/hand-over.ts';
import type { PetitionEvent, RecordedPetition } from '../../../electron/domain/entries/petition.ts';
import { foldPetition } from '../../../electron/domain/counter/petition/petition.ts';
import type { IntakeEvent, RecordedIntake } from '../../../electron/domain/entries/intake.ts';
import type { ReceiptEvent, TillEvent } from '../../../electron/domain/entries/money.ts';
import { applyIntake, foldIntake, standingEvents } from '../../../electron/domain/counter/intake/intake.ts';
import { type FiscalReceipt, applyReceipt } from '../../../electron/domain/counter/money/fee-receipt.ts';
import { applyTill, tillDoubts } from '../../../electron/domain/counter/money/till.ts';
import { type HandOver, applyHandOver } from '../../../electron/domain/routing/hand-over.ts';
import { unfit } from '../../../electron/domain/apart/judge.ts';
import { arrival } from '../../support/data/intake-sample.ts';

const at = '2026-11-23T09:00:00+07:00';
const named = (desk: string, deskSeq: number) => ({ desk, deskSeq });

test('of a receipt given back at two desks the first stands, the other is named; so of one given back and replaced', () => {
  const issued: ReceiptEvent = {
    type: 'receipt-issued',
    series: { kind: 'paper', template: 'T', symbol: 'S' },
    number: 1,
    caseId: 'c',
    caseNumber: 'n',
    payer: { name: 'A' },
    lines: [],
    amount: 10_000,
    method: 'cash',
    stage: 'reception',
    till: 'Q1',
    clerk: 'an',
  };
  const back = (reason: string): ReceiptEvent => ({
    type: 'receipt-refunded',
    amount: 10_000,
    method: 'cash',
    till: 'Q1',
    reason,
  });
  const replaced: ReceiptEvent = { type: 'receipt-superseded', by: 'r2', errors: ['amount'], reason: 'x' };
  const after = (...events: readonly ReceiptEvent[]) =>
    [issued, ...events].reduce<FiscalReceipt | undefined>(
      (before, event, nth) => applyReceipt(before, at, event, named('q', nth + 1)),
      undefined,
    );
  for (const [first, second] of [
    [back('a'), back('b')],
    [back('a'), replaced],
    [replaced, back('a')],
    [back('a'), issued],
  ] as const) {
    expect(after(first, second)).toEqual({ ...after(first), contradictions: [unfit(named('q', 3))] });
  }
  expect(applyReceipt(undefined, at, back('a'), named('q', 1))).toBeUndefined();
});

test('money told of a closed till stands beside its sums, and the books say so', () => {
  const events: readonly TillEvent[] = [
    { type: 'till-opened', by: 'an', float: [] },
    { type: 'till-closed', by: 'an', counts: [], difference: 0 },
    { type: 'till-collected', receiptId: 'r', method: 'cash', amount: 10_000 },
  ];
  const till = events.reduce<ReturnType<typeof applyTill> | undefined>(
    (before, event, nth) => applyTill(before, at, event, named('q', nth + 1)),
    undefined,
  );
  expect(till).toMatchObject({ cash: 0, receipts: 0, contradictions: [{ entry: 'q.3' }] });
  expect(till && tillDoubts(till)).toEqual(['1 entries were told of it while it was closed']);
  expect(applyTill(undefined, at, events[2] as TillEvent, named('q', 1))).toBeUndefined();
});

test('a list signed twice in the same words is signed once; in others the first stands', () => {
  const made: HandOverEvent = {
    type: 'hand-over-made',
    number: 'BG.Q1-261123-0001',
    day: '2026-11-23',
    serial: 1,
    to: { kind: 'division', name: 'Tư pháp' },
    caseIds: ['a', 'b'],
    note: '',
    by: 'an',
  };
  const signed = (by: string, ...missing: readonly string[]): HandOverEvent => ({
    type: 'hand-over-received',
    by,
    receivedAt: at,
    missing,
  });
  const after = (...events: readonly HandOverEvent[]) =>
    [made, ...events].reduce<HandOver | undefined>(
      (before, event, nth) => applyHandOver(before, at, event, named('q', nth + 1)),
      undefined,
    );
  const once = after(signed('Năm', 'a', 'b'));
  expect(after(signed('Năm', 'a', 'b'), signed('Năm', 'b', 'a'))).toEqual(once);
  expect(after(signed('Năm', 'a', 'b'), signed('Sáu'))).toEqual({
    ...once,
    contradictions: [unfit(named('q', 3))],
    besides: { 'q.3': { at, by: 'Sáu', missing: [] } },
  });
  // Somebody says which of the two counts, and may say it again.
  const decide = (stands: string, against: string): HandOverEvent => ({
    type: 'decided',
    stands,
    against,
    reason: 'x',
  });
  const told = (of: string, by: string) => ({ entry: of === 'q.2' ? 'q.3' : 'q.2', against: of, decided: by });
  const both = [signed('Năm', 'a', 'b'), signed('Sáu')] as const;
  expect(after(...both, decide('q.3', 'q.2'))).toMatchObject({
    received: { by: 'Sáu', missing: [] },
    contradictions: [told('q.3', 'q.4')],
  });
  expect(after(...both, decide('q.3', 'q.2'), decide('q.2', 'q.3'))).toMatchObject({
    received: { by: 'Năm', missing: ['a', 'b'] },
    contradictions: [told('q.2', 'q.5')],
  });
  expect(after(...both, decide('q.2', 'q.3'))).toMatchObject({
    received: { by: 'Năm' },
    contradictions: [told('q.2', 'q.4')],
  });
  expect(after(made)).toMatchObject({ received: null, contradictions: [{ entry: 'q.2' }] });
  expect(applyHandOver(undefined, at, signed('Năm'), named('q', 1))).toBeUndefined();
});

const arrived = arrival('online', at);
const { type: _type, kind: _kind, ...facts } = arrived;

/** A file that came from the portal, and what two desks did with it without seeing each other. */
function waiting(one: IntakeEvent, other: IntakeEvent, before: readonly IntakeEvent[] = [arrived]): RecordedIntake[] {
  const shared = before.map((action, nth) => ({ desk: 'q1', deskSeq: nth + 1, action }));
  const last = before.length + 1;
  const told = [
    ...shared,
    { desk: 'q1', deskSeq: last, action: one, apart: ['q2.1'] },
    { desk: 'q2', deskSeq: 1, action: other, apart: [`q1.${last}`] },
  ];
  return told.map((entry, nth) => ({ ...entry, seq: nth + 1, at, actor: entry.desk }));
}

const ask: IntakeEvent = { type: 'supplement-asked', items: ['x'], reason: 'y' };
const decisions: readonly IntakeEvent[] = [
  ask,
  { type: 'turned-away', reason: 'x', legalBasis: 'y' },
  { type: 'taken-back', reason: 'x' },
  { type: 'accepted' },
];

test('two desks that decided about one waiting file: the first stands, somebody decides', () => {
  for (const one of decisions)
    for (const other of decisions) {
      const { contradictions, ...state } = foldIntake(waiting(one, other));
      expect(state).toEqual(foldIntake(waiting(one, { type: 'seen' }).slice(0, 2)));
      expect(contradictions).toMatchObject([{ entry: 'q2.1', why: one === other ? 'same' : 'conflict', aside: true }]);
      expect(standingEvents(waiting(one, other))).toHaveLength(2);
    }
});

/** The same with what somebody decided at a third desk who had seen both. */
function decidedAfter<T extends { readonly seq: number; readonly desk: string; readonly deskSeq: number }>(
  told: readonly T[],
  stands: string,
  against: string,
): T[] {
  const action = { type: 'decided', stands, against, reason: 'x' };
  const by = { seq: told.length + 1, at, actor: 'q3', desk: 'q3', deskSeq: 1, action };
  return [...told, by as unknown as T];
}

test('whichever of two stands, a waiting file is as if that alone had been done', () => {
  for (const one of decisions)
    for (const other of decisions.filter((another) => another !== one)) {
      const told = waiting(one, other);
      const [begun, his, hers] = told as [RecordedIntake, RecordedIntake, RecordedIntake];
      for (const [stands, against, left] of [
        ['q1.2', 'q2.1', his],
        ['q2.1', 'q1.2', hers],
      ] as const) {
        const { contradictions, ...state } = foldIntake(decidedAfter(told, stands, against));
        expect(state).toEqual(foldIntake([begun, { ...left, apart: [] }]));
        expect(contradictions).toEqual([
          { entry: against, against: stands, why: 'conflict', aside: true, decided: 'q3.1' },
        ]);
      }
    }
});

test('and so is a petition', () => {
  const received = { ...petitionFacts, type: 'petition-received', series: 'Q1-26', serial: 1 } as const;
  const ends: readonly PetitionEvent[] = [
    { type: 'petition-answered', answer: 'đã trả' },
    { type: 'petition-refused', reason: 'x', legalBasis: 'y' },
    { type: 'petition-withdrawn', reason: 'x' },
  ];
  for (const one of ends)
    for (const other of ends.filter((another) => another !== one)) {
      const told = waiting(one as never, other as never, [received as never]) as unknown as RecordedPetition[];
      const [begun, his, hers] = told as [RecordedPetition, RecordedPetition, RecordedPetition];
      for (const [stands, against, left] of [
        ['q1.2', 'q2.1', his],
        ['q2.1', 'q1.2', hers],
      ] as const) {
        const { contradictions, ...state } = foldPetition(decidedAfter(told, stands, against));
        expect(state).toEqual(foldPetition([begun, { ...left, apart: [] }]));
        expect(contradictions).toMatchObject([{ entry: against, against: stands, decided: 'q3.1' }]);
      }
    }
});

const petitionFacts = {
  source: '1022',
  content: 'act',
  field: 'Hộ tịch',
  sender: {},
  summary: 'chậm',
} as const;

test('a file that the portal gave two desks arrived once; the second says its facts once more and undoes nothing', () => {
  const again: IntakeEvent = { ...arrived, quantity: 3 };
  const { contradictions, ...state } = foldIntake(waiting(ask, again));
  expect([state.status, state.supplementRequests, state.facts.quantity, contradictions]).toEqual([
    'supplement-requested',
    1,
    3,
    undefined,
  ]);
  const twice = foldIntake(waiting({ type: 'amended', ...facts, quantity: 2 }, again));
  expect([twice.facts.quantity, twice.contradictions]).toMatchObject([
    3,
    [{ entry: 'q1.2', why: 'overtaken', aside: false }],
  ]);
});

test('what is not here yet makes nothing, and what was seen and told commutes', () => {
  expect(applyIntake(undefined, at, { type: 'seen' })).toBeUndefined();
  const guided: IntakeEvent = { type: 'guided', items: [], term: null };
  expect(foldIntake(waiting({ type: 'seen' }, guided))).toEqual(foldIntake(waiting(guided, { type: 'seen' })));
  const [begun, next] = waiting({ type: 'seen' }, guided) as [RecordedIntake, RecordedIntake];
  expect(foldIntake([next, begun]).contradictions).toEqual([unfit(next)]);
});
