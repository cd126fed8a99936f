import { type Fault, fault, isFault } from '../../../contract/base/fault.ts';
import { canonicalIdNumber } from '../../../contract/common/person/id-form.ts';
import type { IntakeAct, IntakeActed } from '../../../contract/counter/intake/intake.ts';
import type { Term } from '../../../contract/base/values.ts';
import { canonicalJson } from '../../../domain/base/canonical-json.ts';
import { fold } from '../../../domain/base/vietnamese.ts';
import { mayCall } from '../../../domain/common/office/call-roles.ts';
import { plainTerm, usualTerm } from '../../../domain/catalogue/procedure-terms.ts';
import { termText } from '../../../domain/deadline/explanation.ts';
import type { GuidedCourse, IntakeEvent, IntakeFacts } from '../../../domain/entries/intake.ts';
import { decideIntake, intakeRules } from '../../../domain/counter/intake/acts.ts';
import { type Intake, applyIntake, papersAskedFor } from '../../../domain/counter/intake/intake.ts';
import { findCaseRow } from '../../../store/counter/case/case.ts';
import { findIntake, intakeEvents } from '../../../store/counter/intake/intake.ts';
import { discardDraft } from '../../../store/common/office/drafts.ts';
import type { Writer } from '../../../store/store.ts';
import { processView } from '../../catalogue/process.ts';
import { type Session, authorOf } from '../../core/session/client.ts';
import { clockFault } from '../../core/clock.ts';
import type { DeskContext } from '../../core/context.ts';
import { makePaper, noPaper } from '../../papers/make.ts';
import { adoptForFile } from './facts.ts';
import { paperOfIntake } from './papers.ts';

/** The steps that guidance names (NĐ 118/2025 Điều 16): those inside the office, and the other agencies where there are any. */
function courseOf(desk: DeskContext, code: string): { course?: GuidedCourse } {
  const procedure = desk.findProcedure(code);
  if (procedure === undefined) return {};
  const { steps, verified } = processView(desk, procedure);
  const legs = desk.legsOf(code);
  const told = [
    ...steps.slice(0, -1).map(({ name, time }) => timed(name, time)),
    ...legs.map(({ agency, work, term }) => timed(`${agency}: ${work}`, term)),
    ...steps.slice(-1).map(({ name, time }) => timed(name, time)),
  ];
  return { course: { steps: told, verified } };
}

function timed(what: string, time: Term | null): string {
  return time === null ? what : `${what} (${termText(time, 'vi')})`;
}

type Wish = { readonly print: boolean; readonly printer?: string | undefined };
type RefusedAct = Fault<'action-not-allowed' | 'forbidden'>;
export type IntakeActFault = RefusedAct | Fault<'intake-unknown' | 'clock-untrusted' | 'disk-full'>;

/** Does one act on a waiting file: asks who may, asks the law, records it, and then makes the paper that goes with it. */
export async function actOnIntake(
  desk: DeskContext,
  { intakeId, act, ...wish }: Wish & { readonly intakeId: string; readonly act: IntakeAct },
  session: Session,
): Promise<IntakeActed | IntakeActFault> {
  const done = recordIntakeAct(desk, intakeId, act, session);
  if (isFault(done)) return done;
  return acted(desk, intakeId, act, wish, session);
}

/** The act alone, without its paper. */
export function recordIntakeAct(
  desk: DeskContext,
  intakeId: string,
  act: IntakeAct,
  session: Session,
): 'done' | IntakeActFault {
  return desk.store.write(authorOf(session), desk.now(), (tx): 'done' | IntakeActFault => {
    const intake = findIntake(tx.db, intakeId);
    if (intake === undefined) return fault('intake-unknown', { intakeId });
    const untrusted = clockFault(desk);
    if (untrusted !== null) return untrusted;
    return append(desk, tx, session, { intakeId, intake, act });
  });
}

type Opening = Wish & {
  readonly intakeId: string;
  readonly kind: 'counter' | 'post';
  readonly facts: IntakeFacts;
  readonly act?: IntakeAct | undefined;
  readonly draftId?: string | undefined;
};

/** Notes a file that is not complete, or what more is known of it, and does the first act on it in the same commit. */
export async function openIntake(
  desk: DeskContext,
  opening: Opening,
  session: Session,
): Promise<IntakeActed | OpenFault> {
  const { intakeId, act, print, printer } = opening;
  const done = recordIntake(desk, opening, session);
  if (isFault(done)) return done;
  return acted(desk, intakeId, act, { print, printer }, session);
}

type OpenFault = Exclude<IntakeActFault, Fault<'intake-unknown'>> | Fault<'request-id-reused'>;

/** What is noted and done alone, without its paper. */
export function recordIntake(
  desk: DeskContext,
  { intakeId, kind, facts, act, draftId }: Omit<Opening, keyof Wish>,
  session: Session,
): 'done' | OpenFault {
  return desk.store.write(authorOf(session), desk.now(), (tx): 'done' | OpenFault => {
    const untrusted = clockFault(desk);
    if (untrusted !== null) return untrusted;
    const intake = note(desk, tx, { intakeId, kind, facts });
    if (isFault(intake)) return intake;
    if (draftId !== undefined) discardDraft(tx.db, session.accountId, draftId);
    return act === undefined ? 'done' : append(desk, tx, session, { intakeId, intake, act });
  });
}

function note(
  desk: DeskContext,
  tx: Writer,
  { intakeId, kind, facts }: Pick<Opening, 'intakeId' | 'kind' | 'facts'>,
): Intake | Fault<'action-not-allowed' | 'request-id-reused'> {
  const known = findIntake(tx.db, intakeId);
  if (known === undefined) {
    // The id of a case that never waited: it is received, and nothing can come before that any more.
    if (findCaseRow(tx.db, intakeId) !== undefined) return receivedAlready();
    adoptForFile(desk, tx, facts);
    return record(desk, tx, intakeId, undefined, { type: 'arrived', kind, ...facts });
  }
  const closed = decideIntake({ type: 'accept' }, known, { role: 'clerk', term: null });
  if (isFault(closed)) return closed;
  // The id names one file: it may become better known, and never somebody else's.
  if (isOthersFile(known, kind, facts)) return fault('request-id-reused', {});
  // What the citizen sent online is theirs: the desk does not rewrite it.
  const same = known.kind === 'online' || canonicalJson(known.facts) === canonicalJson(facts);
  if (same) return known;
  adoptForFile(desk, tx, facts);
  return record(desk, tx, intakeId, known, { type: 'amended', ...facts });
}

function isOthersFile(known: Intake, kind: 'counter' | 'post', { applicant }: IntakeFacts): boolean {
  // What is said at the counter of an online file changes nothing of it.
  if (known.kind === 'online') return false;
  if (known.kind !== kind) return true;
  const before = known.facts.applicant;
  const differs = (one: string, other: string) => one !== '' && other !== '' && one !== other;
  return (
    differs(canonicalIdNumber(before.idNumber), applicant.idNumber) &&
    differs(fold(before.fullName), fold(applicant.fullName))
  );
}

function receivedAlready(): Fault<'action-not-allowed'> {
  const fake = { status: 'accepted' } as Intake;
  return decideIntake({ type: 'accept' }, fake, { role: 'clerk', term: null }) as Fault<'action-not-allowed'>;
}

function append(
  desk: DeskContext,
  tx: Writer,
  session: Session,
  { intakeId, intake, act }: { readonly intakeId: string; readonly intake: Intake; readonly act: IntakeAct },
): 'done' | RefusedAct {
  const { role } = intakeRules[act.type];
  if (!mayCall(session.role, role)) return fault('forbidden', { role });
  const term = termToday(desk, intake.facts.procedureCode);
  const course = act.type === 'guide' ? courseOf(desk, intake.facts.procedureCode) : {};
  const asked = act.type === 'guide' ? { asked: papersAskedFor(intakeEvents(tx.db, intakeId)) } : {};
  const event = decideIntake(act, intake, { role: session.role, term, ...course, ...asked });
  if (isFault(event)) return event;
  record(desk, tx, intakeId, intake, event);
  return 'done';
}

/** The usual limit of a procedure for a file at the counter today; null where the catalogue has none. */
function termToday(desk: DeskContext, code: string): Term | null {
  const procedure = desk.findProcedure(code);
  const usual = procedure && usualTerm(procedure, { day: desk.nowCivil().slice(0, 10), channel: 'direct' });
  return usual === undefined ? null : plainTerm(usual);
}

function record(
  desk: DeskContext,
  tx: Writer,
  intakeId: string,
  before: Intake | undefined,
  event: IntakeEvent,
): Intake {
  tx.append({ kind: 'intake', intakeId }, event);
  const after = applyIntake(before, desk.nowCivil(), event);
  if (after === undefined) throw new Error('what is recorded of a waiting file begins with its arrival');
  return after;
}

/** The act is safe from here; whatever happens to its paper is said, and undoes nothing. */
async function acted(
  desk: DeskContext,
  intakeId: string,
  act: IntakeAct | undefined,
  wish: Wish,
  session: Session,
): Promise<IntakeActed> {
  const form = act === undefined ? undefined : intakeRules[act.type].form;
  const paper =
    form === undefined
      ? noPaper
      : await desk.inTurn(intakeId, () => makePaper(desk, paperOfIntake(desk, intakeId), form, wish, session));
  const intake = findIntake(desk.store.db, intakeId);
  if (intake === undefined) throw new Error(`waiting file ${intakeId} was just written`);
  return {
    intakeId,
    status: intake.status,
    documents: paper.document === null ? [] : [paper.document],
    printJobId: paper.printJobId,
    paperFault: paper.paperFault,
  };
}
