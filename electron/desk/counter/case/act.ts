import type { Act } from '../../../contract/counter/case/act.ts';
import type { Confirmation } from '../../../contract/counter/case/confirm.ts';
import type { Procedure } from '../../../contract/catalogue/lists.ts';
import { type Fault, fault, isFault } from '../../../contract/base/fault.ts';
import type { ActContext } from '../../../domain/counter/case/acts/act-row.ts';
import {
  actRules,
  confirmationsFor,
  decideAct,
  detailsOfAsks,
  paperOfAct,
} from '../../../domain/counter/case/acts/acts.ts';
import { bundleAfter, bundleAfterLeg } from '../../../domain/counter/case/bundle-after.ts';
import type { Role } from '../../../contract/common/office/office.ts';
import { mayCall } from '../../../domain/common/office/call-roles.ts';
import { actingRole } from '../../../domain/common/office/delegation.ts';
import { cameOut } from '../../../domain/common/printing/print-job.ts';
import { type Looker, isBound, justDone, justReceived } from '../../../domain/counter/case/just-done.ts';
import { type CaseState, foldCase } from '../../../domain/counter/case/state.ts';
import { obligationStopsClock } from '../../../domain/counter/case/obligation.ts';
import { lawDayOf } from '../../../domain/counter/kit/back-entry.ts';
import { owedFees } from '../../../domain/counter/money/case-fees.ts';
import { verificationTerms } from '../../../domain/catalogue/procedure-terms.ts';
import { type CaseFile, appended, findCaseFile, recordedNow } from '../../../store/counter/case/case.ts';
import { findAccount } from '../../../store/common/office/accounts.ts';
import { delegations } from '../../../store/common/office/delegations.ts';
import { findIntake } from '../../../store/counter/intake/intake.ts';
import { printJobsOfDocument, unsettledPrintsOf } from '../../../store/common/printing/print.ts';
import type { Writer } from '../../../store/store.ts';
import { isOwnDesk } from '../../../store/journal/journal.ts';
import { keepProcess } from '../../../store/routing/process.ts';
import { processOfCase } from '../../catalogue/process.ts';
import { type Session, authorOf } from '../../core/session/client.ts';
import { clockFault } from '../../core/clock.ts';
import type { DeskContext } from '../../core/context.ts';
import { getProcedureOf, supplementRuleOf } from '../../catalogue/adopted.ts';
import { feesOf } from '../money/fees.ts';
import { makePaper, noPaper } from '../../papers/make.ts';
import { confirmationFault, confirmedAction } from './confirm.ts';
import { paperOfCase } from './papers/case-papers.ts';
import { ownFieldsOf } from './own-fields.ts';
import { missingComponent } from './receive.ts';

type ActInput = {
  readonly caseId: string;
  readonly act: Act;
  readonly confirm?: readonly Confirmation[] | undefined;
  readonly attended?: true | undefined;
  readonly print: boolean;
  readonly printer?: string | undefined;
};

export type ActFault = Fault<
  | 'case-unknown'
  | 'action-not-allowed'
  | 'confirmation-needed'
  | 'calendar-ends'
  | 'account-unknown'
  | 'component-unknown'
  | 'input-invalid'
  | 'clock-untrusted'
  | 'forbidden'
  | 'disk-full'
>;

/** Does one act: asks who may, asks the law, records it, and then makes the paper that goes with it. */
export async function actOnCase(desk: DeskContext, input: ActInput, session: Session) {
  const { caseId, act } = input;
  const file = recordAct(desk, caseId, act, session, input);
  if (isFault(file)) return file;
  const form = formAfter(act, file);
  // The act is safe from here; whatever happens to its paper is said, and undoes nothing.
  const paper =
    form === undefined
      ? noPaper
      : await desk.inTurn(caseId, () => makePaper(desk, paperOfCase(desk, file), form, input, session));
  const { state } = file;
  return {
    caseId,
    status: state.status,
    dueAt: state.dueAt,
    documents: paper.document === null ? [] : [paper.document],
    printJobId: paper.printJobId,
    paperFault: paper.paperFault,
  };
}

/** What who asks has said ahead, and whether they can be asked. */
type Said = { readonly confirm?: readonly Confirmation[] | undefined; readonly attended?: boolean | undefined };

/** The act alone, without its paper; the case as it is then. */
export function recordAct(
  desk: DeskContext,
  caseId: string,
  act: Act,
  session: Session,
  { confirm = [], attended = false }: Said = {},
): CaseFile | ActFault {
  const forbidden = mayNot(desk, session, act);
  if (forbidden !== null) return forbidden;
  const voided: string[] = [];
  const done = desk.store.write(authorOf(session), desk.now(), (tx): CaseFile | ActFault => {
    const recorded = clockFault(desk) ?? recordInto(desk, tx, { caseId, act }, session, { confirm, attended });
    if (takesBack.has(act.type) && !isFault(recorded)) voided.push(...voidPrintsOf(tx, caseId));
    return recorded;
  });
  if (!isFault(done)) desk.printQueue.release(voided);
  return done;
}

/** Why who asks may not do this at all; null where they may. */
export function mayNot(desk: DeskContext, session: Session, { type }: Act): Fault<'forbidden'> | null {
  const { role } = actRules[type];
  return mayCall(roleInActs(desk, session), role) ? null : fault('forbidden', { role });
}

/** Asks the law of one act and records it, in a commit that may hold more; whether the person may, and the clock is right, is asked before. */
export function recordInto(
  desk: DeskContext,
  tx: Writer,
  { caseId, act }: Pick<ActInput, 'caseId' | 'act'>,
  session: Session,
  { confirm = [], attended = false }: Said,
): CaseFile | ActFault {
  const file = findCaseFile(tx.db, caseId);
  if (file === undefined) return fault('case-unknown', { caseId });
  if ('to' in act && act.to !== undefined && findAccount(tx.db, act.to) === undefined) {
    return fault('account-unknown', { username: act.to });
  }
  const { state } = file;
  const strange =
    act.type === 'supplement'
      ? missingComponent({ components: act.components ?? [] }, getProcedureOf(desk, state))
      : null;
  if (strange !== null) return strange;
  const context = {
    ...actContext(desk, session, state),
    ...owedOf(desk, file),
    ...justDoneOf(desk, session, file),
    attended,
  };
  const told = withOwnFields(act, getProcedureOf(desk, state), desk.nowCivil().slice(0, 10));
  if (isFault(told)) return told;
  const action = decideAct(told, state, context);
  if (isFault(action)) return action;
  const needed = confirmationsFor(act, state, context);
  const unsaid = confirmationFault(needed, confirm, detailsOfAsks(state, context));
  if (unsaid !== null) return unsaid;
  if (act.type === 'transfer' && context.process !== undefined)
    keepProcess(tx.db, context.process.id, context.process.steps);
  const moved = bundleAfterLeg(action, state, session.username) ?? bundleAfter(action, state, session.username);
  const said = confirmedAction(act.type, needed, confirm);
  return [...said, action, ...(moved === null ? [] : [moved])].reduce(
    (now: CaseFile, next) => appended(now, recordedNow(tx.append({ kind: 'case', caseId }, next), next)),
    file,
  );
}

/** After these a case was never received. */
const takesBack: ReadonlySet<Act['type']> = new Set(['undo-reception', 'take-back-certified']);

/** What of an undone reception is still on its way to a printer reaches no hand. */
export function voidPrintsOf(tx: Writer, caseId: string): string[] {
  const jobs = unsettledPrintsOf(tx.db, caseId, () => true);
  for (const { jobId } of jobs)
    tx.append({ kind: 'print', jobId }, { type: 'print-moved', to: 'void', reason: 'Hoàn tác tiếp nhận' });
  return jobs.map(({ jobId }) => jobId);
}

/** What was said in the procedure's own fields is kept as it is at reception; any other act goes on as it came. */
function withOwnFields(act: Act, procedure: Procedure, today: string): Act | Fault<'input-invalid'> {
  if (act.type !== 'set-own-fields') return act;
  const ownFields = ownFieldsOf(procedure, act.ownFields, { today, path: 'act.ownFields' });
  return isFault(ownFields) ? ownFields : { ...act, ownFields };
}

/** What of the fees of reception is known and unpaid: an obligation is met where it is owed, and recorded as met (Điều 24). */
function owedOf(desk: DeskContext, file: CaseFile): { readonly owed: number; readonly uncounted: boolean } {
  const ofReception = file.state.received.fees.length;
  const fees = feesOf(desk, file).filter(({ index }) => index < ofReception);
  return {
    owed: owedFees(fees).amount,
    uncounted: fees.some(
      ({ amount, receiptId, line }) => amount === null && receiptId === null && line.gap === 'pages-needed',
    ),
  };
}

/** What of a case who asks may still take back, alone or with a reason. */
export function justDoneOf(
  desk: DeskContext,
  { username }: Session,
  file: CaseFile,
): Pick<ActContext, 'handedOut' | 'justReceived' | 'certified'> {
  const { caseId, actions, state } = file;
  const isOwn = (uuid: string) => isOwnDesk(desk.store.db, uuid);
  const looker = { username, now: desk.nowCivil(), isOwn };
  if (actions.some(({ action }) => action.type === 'certified'))
    return { ...handedOutOf(actions, looker), ...certifiedOf(desk, file, looker) };
  const received = justReceived(actions, looker);
  return received === undefined ? handedOutOf(actions, looker) : receivedAlone(desk, caseId, state);
}

function handedOutOf(actions: CaseFile['actions'], looker: Looker): Pick<ActContext, 'handedOut'> {
  const last = justDone(actions, looker);
  if (last?.action.type !== 'returned' || last.action.again === true) return {};
  const before = foldCase(actions.slice(0, actions.indexOf(last)));
  return { handedOut: { from: before.status } };
}

/** Papers that were numbered: whether they go back alone, with a reason, or not at all. */
function certifiedOf(desk: DeskContext, file: CaseFile, looker: Looker): Pick<ActContext, 'certified'> {
  const { actions } = file;
  return {
    certified: {
      alone: justReceived(actions, looker, 'certification') !== undefined,
      hinders: hindersTakingBack(desk, file, looker.now),
    },
  };
}

function hindersTakingBack(
  desk: DeskContext,
  file: CaseFile,
  now: string,
): NonNullable<ActContext['certified']>['hinders'] {
  const { caseId, actions, state } = file;
  if (!isReceivedHere(desk, caseId, state)) return 'elsewhere';
  if (isBound(actions, now)) return 'bound';
  return feesOf(desk, file).some(({ receiptId }) => receiptId !== null) ? 'paid' : null;
}

/** What waited for its reception, or was numbered on paper or elsewhere, is no mistake of a minute alone. */
function isReceivedHere({ store: { db } }: DeskContext, caseId: string, { received }: CaseState): boolean {
  return received.fromKit === undefined && received.foreign === undefined && findIntake(db, caseId) === undefined;
}

function receivedAlone(desk: DeskContext, caseId: string, state: CaseState): Pick<ActContext, 'justReceived'> {
  if (!isReceivedHere(desk, caseId, state)) return {};
  const { db } = desk.store;
  const printed = state.documents.some(({ documentId }) => printJobsOfDocument(db, documentId).some(cameOut));
  return { justReceived: { printed } };
}

/** The paper that goes with the act, by what was recorded of it last. */
export function formAfter({ type }: Act, { actions }: CaseFile): string | undefined {
  const done = actions.findLast(({ action }) => action.type !== 'bundle-moved');
  return done === undefined ? undefined : paperOfAct(type, done.action);
}

/** What an act is judged by; without a case, what all cases of a hand-over list share. */
export function actContext(desk: DeskContext, session: Session, state?: CaseState): ActContext {
  const adopted = state === undefined ? undefined : getProcedureOf(desk, state);
  return {
    ...(adopted === undefined || state === undefined ? {} : lawOf(desk, adopted, state)),
    now: desk.nowCivil(),
    calendar: desk.calendar(),
    username: session.username,
    role: roleInActs(desk, session),
    process: state === undefined ? undefined : processOfCase(desk, state),
    ...(adopted?.ownFields === undefined ? {} : { asksBeside: true }),
    ...(state === undefined ? {} : { obligationStopsClock: obligationStopsClock(getProcedureOf(desk, state)) }),
    termNow: (leg, agency) => {
      const now = state === undefined ? undefined : desk.legsOf(state.received.procedureCode)[leg];
      return now?.agency === agency ? now.term : null;
    },
    colleague: (username) => {
      const account = findAccount(desk.store.db, username);
      return account === undefined ? undefined : { ...account, role: roleInActs(desk, account) };
    },
  };
}

/** Who stands for a leader today does what a leader may, in acts on cases and on petitions and nowhere else; what waits for a leader's act is shown to them too. */
export function roleInActs(desk: DeskContext, who: Pick<Session, 'username' | 'role'>): Role {
  return actingRole(who, delegations(desk.store.db), desk.nowCivil().slice(0, 10));
}

/** What the law of the field says of a case, by the catalogue it was received under; that of today where it knew one limit alone. */
function lawOf(
  desk: DeskContext,
  adopted: Procedure,
  state: CaseState,
): Pick<ActContext, 'verificationTerms' | 'supplement'> {
  const { procedureCode, channel } = state.received;
  const on = { day: lawDayOf(state), channel };
  const own = verificationTerms(adopted, on);
  const today = desk.findProcedure(procedureCode);
  const verification = own.length > 0 || today === undefined ? own : verificationTerms(today, on);
  return { verificationTerms: verification, supplement: supplementRuleOf(desk, state) };
}
