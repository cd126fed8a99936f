import { type Fault, fault, isFault } from '../../../contract/base/fault.ts';
import type { ConflictRef, Consequence, OwedRow } from '../../../contract/counter/work/conflict.ts';
import { decidedPairs, owedFor } from '../../../domain/apart/owed.ts';
import {
  localNumber,
  officialCode,
  ownIdentifier,
  parseCaseNumber,
  printedNumber,
} from '../../../domain/base/numbering.ts';
import { countedPromise } from '../../../domain/counter/case/correction.ts';
import type { CaseNumber } from '../../../contract/base/values.ts';
import type { CaseState } from '../../../domain/counter/case/state.ts';
import type { CorrectedAction } from '../../../domain/entries/case.ts';
import type { Subject } from '../../../domain/entries/entry.ts';
import { type CaseFile, getCaseFile } from '../../../store/counter/case/case.ts';
import { numbersTwice } from '../../../store/centre/exchange/conflicts.ts';
import { paperOfCase } from '../case/papers/case-papers.ts';
import { takeSerial } from '../case/receive.ts';
import { paperOfIntake } from '../intake/papers.ts';
import { paperOfPetition } from '../petition/papers.ts';
import { type Session, authorOf } from '../../core/session/client.ts';
import { clockFault } from '../../core/clock.ts';
import type { DeskContext } from '../../core/context.ts';
import { type MadePaper, makePaper } from '../../papers/make.ts';
import { findConflict, isOpenHere, needsReceipt } from './conflicts.ts';
import { noticesOwed } from './owed.ts';

type Decision = {
  readonly ref: ConflictRef;
  readonly stands: string;
  readonly reason: string;
  readonly print: boolean;
  readonly printer?: string | undefined;
};
type DecideFault = Fault<'conflict-unknown' | 'clock-untrusted' | 'numbers-exhausted' | 'disk-full'>;

/** Records which side stands, and makes the papers that its citizen is owed. What is recorded is safe, whatever becomes of a paper. */
export async function decideConflict(desk: DeskContext, input: Decision, session: Session) {
  const { ref, stands } = input;
  const shown = findConflict(desk, ref);
  if (isFault(shown)) return shown;
  const chosen = shown.sides.find(({ name }) => name === stands);
  const other = shown.sides.find(({ name }) => name !== stands);
  if (chosen === undefined || other === undefined) return fault('conflict-unknown', {});
  // Two counters do not decide one thing at a time: what another decided meanwhile came before it is written.
  const done = await desk.centre.turn<true | DecideFault>(() =>
    ref.kind === 'number'
      ? giveNewNumber(desk, ref, other.name, input.reason, session)
      : record(desk, ref, { stands, against: other.name, reason: input.reason }, session),
  );
  if (isFault(done)) return done;
  return answer(chosen.then, await papersAfter(desk, input, other.name, session));
}

/** @param lost what does not keep its number, where that is what was decided */
function papersAfter(
  desk: DeskContext,
  wish: Decision,
  lost: string,
  session: Session,
): readonly MadePaper[] | Promise<readonly MadePaper[]> {
  const { ref } = wish;
  switch (ref.kind) {
    case 'number':
      return desk.inTurn(lost, () => papersOwed(desk, lost, wish, session));
    case 'case':
      return desk.inTurn(ref.id, () => papersOwed(desk, ref.id, wish, session));
    case 'intake':
    case 'petition':
      return desk.inTurn(ref.id, () => noticeOf(desk, ref.kind, ref.id, wish, session));
    case 'hand-over':
      return [];
  }
}

type NoticeWish = Pick<Decision, 'print' | 'printer'>;

/** The notice that somebody is owed of what was decided, where its paper failed then or nobody made it. */
export async function makeNotice(
  desk: DeskContext,
  { about, id, ...wish }: { readonly about: OwedRow['about']; readonly id: string } & NoticeWish,
  session: Session,
): Promise<ReturnType<typeof answer> | Fault<'conflict-unknown'>> {
  const papers = await desk.inTurn(id, () => noticeOf(desk, about, id, wish, session));
  return papers.length === 0 ? fault('conflict-unknown', {}) : answer([], papers);
}

async function noticeOf(
  desk: DeskContext,
  about: OwedRow['about'],
  id: string,
  wish: NoticeWish,
  session: Session,
): Promise<MadePaper[]> {
  if (noticesOwed(desk, about, id).length === 0) return [];
  const source = { case: paperOfCase, intake: paperOfIntake, petition: paperOfPetition }[about](desk, id);
  return [await makePaper(desk, source, 'thong-bao-lai', wish, session)];
}

function answer(then: Consequence[], papers: readonly MadePaper[]) {
  return {
    then,
    documents: papers.flatMap(({ document }) => (document === null ? [] : [document])),
    printJobIds: papers.flatMap(({ printJobId }) => (printJobId === null ? [] : [printJobId])),
    paperFault: papers.find(({ paperFault }) => paperFault !== null)?.paperFault ?? null,
  };
}

function record(
  desk: DeskContext,
  ref: Exclude<ConflictRef, { kind: 'number' }>,
  decided: { readonly stands: string; readonly against: string; readonly reason: string },
  session: Session,
): true | DecideFault {
  return desk.store.write(authorOf(session), desk.now(), (tx) => {
    const untrusted = clockFault(desk);
    if (untrusted !== null) return untrusted;
    // Another desk may have decided it while this one looked.
    if (!isOpenHere(desk, ref)) return fault('conflict-unknown', {});
    tx.append(subjectOf(ref), { type: 'decided', ...decided });
    return true as const;
  });
}

function subjectOf({ kind, id }: Exclude<ConflictRef, { kind: 'number' }>): Subject {
  switch (kind) {
    case 'case':
      return { kind, caseId: id };
    case 'intake':
      return { kind, intakeId: id };
    case 'petition':
      return { kind, petitionId: id };
    case 'hand-over':
      return { kind, handOverId: id };
  }
}

/** The case that does not keep the number gets a receipt with one of this counter: corrected in nothing else, and what was printed is void. */
function giveNewNumber(
  desk: DeskContext,
  { day, serial }: Extract<ConflictRef, { kind: 'number' }>,
  caseId: string,
  reason: string,
  session: Session,
): true | DecideFault {
  return desk.store.write(authorOf(session), desk.now(), (tx) => {
    const untrusted = clockFault(desk);
    if (untrusted !== null) return untrusted;
    const twice = numbersTwice(tx.db).find((one) => one.day === day && one.serial === serial);
    if (twice?.caseIds.includes(caseId) !== true) return fault('conflict-unknown', {});
    const today = desk.nowCivil().slice(0, 10);
    const fresh = takeSerial(desk, tx, today);
    if (isFault(fresh)) return fresh;
    const file = getCaseFile(tx.db, caseId);
    tx.append({ kind: 'case', caseId }, withNumber(desk, file, { day: today, serial: fresh, reason }));
    return true as const;
  });
}

function withNumber(
  desk: DeskContext,
  { actions, state }: CaseFile,
  { day, serial, reason }: { readonly day: string; readonly serial: number; readonly reason: string },
): CorrectedAction {
  const { received, number } = state;
  const { dueAt, steps, extendedTo } = countedPromise(
    actions.filter(({ action }, at) => at === 0 || action.type !== 'received'),
  );
  return {
    ...received,
    type: 'corrected',
    number: renumbered(desk, state, day, serial),
    day,
    serial,
    dueAt,
    steps,
    ...(extendedTo === null ? {} : { extendedTo }),
    numberAlone: true,
    requestId: desk.ports.random.uuid(),
    reason,
    voided: printedNumber(number),
    voidedDay: received.day,
    voidedSerial: received.serial,
  };
}

/** Another number of this counter for a case: a code that the portal or another centre gave stays. */
function renumbered(
  desk: DeskContext,
  { received, number }: Pick<CaseState, 'received' | 'number'>,
  day: string,
  serial: number,
): CaseNumber {
  const office = desk.getOffice();
  const before = number.official === null ? undefined : parseCaseNumber(number.official);
  const isOurs = before !== undefined && before.date === received.day && before.serial === received.serial;
  const identifier = ownIdentifier(office);
  const official = isOurs && identifier !== null ? officialCode(identifier, day, serial) : number.official;
  return { local: localNumber(office.desk.code, day, serial), official };
}

/** The notice of what stands, and the receipt again where that says something else. */
async function papersOwed(desk: DeskContext, caseId: string, wish: Decision, session: Session): Promise<MadePaper[]> {
  const made: MadePaper[] = [];
  for (const form of formsOwed(getCaseFile(desk.store.db, caseId), wish.ref))
    made.push(await makePaper(desk, paperOfCase(desk, caseId), form, wish, session));
  return made;
}

function formsOwed({ actions, state }: CaseFile, { kind }: ConflictRef): readonly string[] {
  if (kind === 'number') return ['mau-01'];
  const by = actions.findLast(({ action }) => action.type === 'decided');
  const lost = decidedPairs(actions).flatMap((pair) => (pair.by === by ? [pair.against] : []));
  const isNotified = lost.some(({ action }) => owedFor(action).some((owed) => owed.kind === 'notice'));
  return [
    ...(isNotified ? ['thong-bao-lai'] : []),
    ...(lost.some((one) => needsReceipt(one, state.status)) ? ['mau-01'] : []),
  ];
}
