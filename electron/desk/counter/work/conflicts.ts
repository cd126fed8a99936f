import { type Fault, fault } from '../../../contract/base/fault.ts';
import type { CaseStatus } from '../../../contract/base/case-status.ts';
import type {
  BesideRow,
  ConflictRef,
  ConflictRow,
  ConflictSide,
  Consequence,
  DoubledRow,
  OwedRow,
} from '../../../contract/counter/work/conflict.ts';
import { type OwedAfter, decidedPairs, owedFor } from '../../../domain/apart/owed.ts';
import { promiseIn } from '../../../domain/apart/promises.ts';
import { printedNumber } from '../../../domain/base/numbering.ts';
import { foldCase } from '../../../domain/counter/case/state.ts';
import type { RecordedAction } from '../../../domain/entries/case.ts';
import type { Decided } from '../../../domain/entries/decided.ts';
import type { RecordedIntake } from '../../../domain/entries/intake.ts';
import { type EntryName, entryName } from '../../../domain/entries/reference.ts';
import { foldIntake } from '../../../domain/counter/intake/intake.ts';
import { hasAddressee } from '../../../domain/counter/petition/petition.ts';
import { type CaseFile, findCaseFile, getCaseFile, nextPlace } from '../../../store/counter/case/case.ts';
import {
  type DecidedKind,
  decidedKinds,
  doubledNumbers,
  numbersTwice,
  openConflicts,
} from '../../../store/centre/exchange/conflicts.ts';
import { besides } from '../../../store/centre/exchange/contradictions.ts';
import { findPetition } from '../../../store/counter/petition/petition.ts';
import { getProcedureOf } from '../../catalogue/adopted.ts';
import { counterOf } from '../../core/counter.ts';
import type { DeskContext } from '../../core/context.ts';
import { staffName } from '../../core/session/staff-name.ts';
import { runningPromise } from '../case/papers/thong-bao-lai.ts';
import { owedList } from './owed.ts';
import { sideOfCase } from './side-of-case.ts';
import { type ToldEntry, numberOf, receiptView, toldOf } from './conflict-entries.ts';

type PairRef = Extract<ConflictRef, { entry: string }>;

/** All that waits for a decision, and what is owed of what was decided. */
export function conflictList(desk: DeskContext): {
  conflicts: ConflictRow[];
  owed: OwedRow[];
  doubled: DoubledRow[];
  besides: BesideRow[];
} {
  const { db } = desk.store;
  const pairs = openConflicts(db).flatMap(({ kind, id, entry, against }): ConflictRow[] => {
    const told = toldOf(desk, kind, id);
    const both = [against, entry].flatMap((name) => told.find((one) => entryName(one) === name) ?? []);
    if (both.length < 2) return [];
    return [{ ref: { kind, id, entry, against }, number: numberOf(desk, kind, id), ...rowOf(desk, both) }];
  });
  const numbers = numbersTwice(db).flatMap(({ day, serial, caseIds }): ConflictRow[] => {
    const files = caseIds.map((caseId) => getCaseFile(db, caseId)).slice(0, 2);
    const begun = files.flatMap(({ actions }) => actions.find(({ action }) => action.type === 'received') ?? []);
    const [first] = files;
    if (first === undefined || begun.length < 2) return [];
    return [{ ref: { kind: 'number', day, serial }, number: printedNumber(first.state.number), ...rowOf(desk, begun) }];
  });
  const conflicts = [...numbers, ...pairs].toSorted((one, other) => (one.at < other.at ? 1 : -1));
  const doubled = doubledNumbers(db).map(({ kind, number, desks, cases }) => ({
    kind,
    number,
    counters: desks.map((uuid) => counterOf(desk, uuid)),
    cases: [...cases],
  }));
  const rest = besides(db).map(({ kind, of, caseId, number, desks }) => ({
    kind,
    of,
    caseId,
    number: of === 'case' ? number : nameOfBeside(desk, of, number),
    counters: desks.map((uuid) => counterOf(desk, uuid)),
  }));
  return { conflicts, owed: owedList(desk), doubled, besides: rest };
}

/** What people call it: in the journal it goes by its kind and its id. */
function nameOfBeside(desk: DeskContext, of: BesideRow['of'], text: string): string {
  const id = text.slice(text.indexOf(':') + 1);
  if (of === 'receipt') return receiptView(desk, id)?.number ?? '';
  if (of === 'till') return id.split('@')[0] ?? '';
  return (decidedKinds as readonly string[]).includes(of) ? numberOf(desk, of as DecidedKind, id) : '';
}

function rowOf(desk: DeskContext, both: readonly ToldEntry[]): Pick<ConflictRow, 'types' | 'counters' | 'at'> {
  return {
    types: both.map(({ action }) => action.type),
    counters: both.map((one) => counterOf(desk, one.desk)),
    at:
      both
        .map(({ at }) => at)
        .toSorted()
        .at(-1) ?? '',
  };
}

/** One conflict, side by side: what stands meanwhile is on the left. */
export function findConflict(
  desk: DeskContext,
  ref: ConflictRef,
): { number: string; sides: [ConflictSide, ConflictSide] } | Fault<'conflict-unknown'> {
  if (ref.kind === 'number') return numberSides(desk, ref);
  const { kind, id } = ref;
  if (!isOpenHere(desk, ref)) return fault('conflict-unknown', {});
  const told = toldOf(desk, kind, id);
  const [left, right] = [ref.against, ref.entry].map((name) => told.find((one) => entryName(one) === name));
  if (left === undefined || right === undefined) return fault('conflict-unknown', {});
  const file = kind === 'case' ? getCaseFile(desk.store.db, id) : undefined;
  const ofCase = (one: ToldEntry) => {
    const recorded = file?.actions.find((action) => entryName(action) === entryName(one));
    return file === undefined || recorded === undefined ? {} : sideOfCase(desk, file, recorded);
  };
  const side = (one: ToldEntry, other: ToldEntry, stands: boolean): ConflictSide => ({
    ...sideOf(desk, one, told),
    ...ofCase(one),
    name: entryName(one),
    caseId: kind === 'case' ? id : null,
    stands,
    then: consequences(desk, ref, one, other),
  });
  return { number: numberOf(desk, kind, id), sides: [side(left, right, true), side(right, left, false)] };
}

export function isOpenHere(desk: DeskContext, { kind, id, entry, against }: PairRef): boolean {
  return openConflicts(desk.store.db).some(
    (one) => one.kind === kind && one.id === id && one.entry === entry && one.against === against,
  );
}

function sideOf(
  desk: DeskContext,
  one: ToldEntry,
  told: readonly ToldEntry[],
): Pick<ConflictSide, 'at' | 'actorName' | 'counter' | 'type' | 'detail' | 'changed' | 'papers'> {
  const { type, ...detail } = one.action;
  return {
    at: one.at,
    actorName: staffName(desk, one.actor, one.desk),
    counter: counterOf(desk, one.desk),
    type,
    detail,
    changed: null,
    papers: papersWith(one, told),
  };
}

/** What the same desk put on paper before it did the next thing. */
function papersWith(one: ToldEntry, told: readonly ToldEntry[]): ConflictSide['papers'] {
  const behind = told.filter(({ desk, deskSeq }) => desk === one.desk && deskSeq > one.deskSeq);
  const next = behind.findIndex(({ action }) => !alongside.has(action.type));
  const near = next === -1 ? behind : behind.slice(0, next);
  return near.flatMap(({ at, action }) => {
    const { type, documentId, form } = action as { type: string; documentId?: string; form?: string };
    return type === 'document-made' && documentId !== undefined && form !== undefined
      ? [{ documentId, form, madeAt: at }]
      : [];
  });
}

const alongside: ReadonlySet<string> = new Set(['document-made', 'bundle-moved', 'confirmed']);

function consequences(desk: DeskContext, ref: PairRef, stands: ToldEntry, against: ToldEntry): Consequence[] {
  switch (ref.kind) {
    case 'case':
      return thenOfCase(desk, getCaseFile(desk.store.db, ref.id), entryName(stands), against as RecordedAction);
    case 'intake':
      return thenOfIntake(desk, ref.id, stands, against);
    case 'petition': {
      const petition = findPetition(desk.store.db, ref.id);
      return [{ kind: petition !== undefined && hasAddressee(petition) ? 'notice' : 'tell' }, { kind: 'booked' }];
    }
    case 'hand-over':
      return [{ kind: 'booked' }];
  }
}

/** The decision as an entry that nobody has written: for looking ahead. */
function ifDecided<T extends ToldEntry>(told: readonly T[], stands: EntryName, against: EntryName): readonly T[] {
  const last = told.at(-1);
  if (last === undefined) return told;
  const { apart: _apart, ...plain } = last;
  const action: Decided = { type: 'decided', stands, against, reason: '' };
  return [
    ...told,
    { ...plain, seq: Math.max(...told.map(({ seq }) => seq)) + 1, desk: '', deskSeq: 1, action } as unknown as T,
  ];
}

/** What a case comes to where one of two stands, and what is made good for the other. */
function thenOfCase(
  desk: DeskContext,
  { actions, state }: CaseFile,
  stands: EntryName,
  lost: RecordedAction,
): Consequence[] {
  const decided = ifDecided(actions, stands, entryName(lost));
  const after = foldCase(decided);
  const old = promiseIn(lost.action);
  const pair = decidedPairs(decided).filter(({ by }) => by.seq === nextPlace(actions));
  const withIt = pair.flatMap(({ against }) =>
    against === lost || entryName(against) === entryName(lost) ? [] : [against.action.type],
  );
  const due = runningPromise(after);
  const promises = old !== undefined || due !== runningPromise(state);
  const number = printedNumber(after.number);
  const said: Consequence[] = [{ kind: 'status', status: after.status }];
  if (promises) said.push({ kind: 'promise', dueAt: due, before: old === undefined || old === due ? null : old });
  if (number !== printedNumber(state.number)) said.push({ kind: 'number', number });
  if (withIt.length > 0) said.push({ kind: 'with-it', acts: withIt });
  const owed = pair.flatMap(({ against }) => owedFor(against.action));
  if (owed.some(({ kind }) => kind === 'notice')) said.push({ kind: 'notice' });
  said.push(...owed.flatMap((one) => (one.kind === 'notice' ? [] : moneyOwed(desk, one))));
  if (needsReceipt(lost, after.status)) said.push({ kind: 'receipt' });
  return [...said, { kind: 'booked' }];
}

/** Whose receipt is in a hand and says something else gets a new one, as long as the case goes on. */
export function needsReceipt({ action }: RecordedAction, status: CaseStatus): boolean {
  return (
    (action.type === 'received' || action.type === 'corrected') && (status === 'accepted' || status === 'processing')
  );
}

function moneyOwed(desk: DeskContext, owed: Exclude<OwedAfter, { kind: 'notice' }>): Consequence[] {
  const receipt = receiptView(desk, owed.receiptId);
  if (receipt === undefined) return [];
  const { number, counter } = receipt;
  switch (owed.kind) {
    case 'refund':
      return [{ kind: 'refund', number, amount: receipt.amount, counter }];
    case 'recover':
      return [{ kind: 'recover', number, amount: owed.amount, counter }];
    case 'recall':
      return [{ kind: 'recall', number, counter }];
  }
}

function thenOfIntake(desk: DeskContext, id: string, stands: ToldEntry, against: ToldEntry): Consequence[] {
  const decided = ifDecided(toldOf(desk, 'intake', id), entryName(stands), entryName(against));
  const { status } = foldIntake(decided as unknown as RecordedIntake[]);
  const file = findCaseFile(desk.store.db, id);
  return [
    ...(status === 'at-counter' ? [] : [{ kind: 'status' as const, status }]),
    ...(file !== undefined && status !== 'accepted'
      ? [{ kind: 'close-case' as const, number: printedNumber(file.state.number) }]
      : []),
    { kind: 'notice' },
    { kind: 'booked' },
  ];
}

function numberSides(
  desk: DeskContext,
  { day, serial }: Extract<ConflictRef, { kind: 'number' }>,
): { number: string; sides: [ConflictSide, ConflictSide] } | Fault<'conflict-unknown'> {
  const { db } = desk.store;
  const twice = numbersTwice(db).find((one) => one.day === day && one.serial === serial);
  const [left, right] = (twice?.caseIds ?? []).map((caseId) => getCaseFile(db, caseId));
  if (left === undefined || right === undefined) return fault('conflict-unknown', {});
  const side = (file: CaseFile, other: CaseFile): ConflictSide => {
    const begun = file.actions.find(({ action }) => action.type === 'received') ?? file.actions[0];
    if (begun === undefined) throw new Error('a case begins with its reception');
    const { applicant } = file.state.received;
    return {
      ...sideOf(desk, begun, file.actions),
      detail: { applicant: applicant.fullName, procedure: getProcedureOf(desk, file.state).name },
      name: file.caseId,
      caseId: file.caseId,
      // Neither counts for the other meanwhile: both bear it.
      stands: false,
      then: [
        { kind: 'number', number: printedNumber(file.state.number) },
        { kind: 'new-number', number: printedNumber(other.state.number) },
        { kind: 'booked' },
      ],
    };
  };
  return { number: printedNumber(left.state.number), sides: [side(left, right), side(right, left)] };
}
