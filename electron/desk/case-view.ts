import type { CaseState as CaseStateView, CaseView } from '../contract/case/case.ts';
import { isFault } from '../contract/fault.ts';
import type { FeeLine } from '../contract/values.ts';
import { amountInWords } from '../domain/base/dong.ts';
import { type ActContext, actRules, availableActs, whyNot } from '../domain/case/acts.ts';
import { findOpenApproval } from '../domain/case/approval.ts';
import { type CaseState, foldCase } from '../domain/case/state.ts';
import type { Procedure } from '../domain/catalogue/catalogue.ts';
import { correctionDue } from '../domain/deadline/office-clocks.ts';
import type { CaseAction, FeeLine as AssessedFee, RecordedAction } from '../domain/entries/case.ts';
import { findAdoptedProcedure } from '../store/catalogue/catalogue.ts';
import { findDeskUuid, ownDesk } from '../store/journal/desks.ts';
import { findAccount } from '../store/office/accounts.ts';
import { printJobsOfDocument } from '../store/printing/print.ts';
import { legView } from './leg-view.ts';
import { processOfCase } from './process.ts';
import { stepsView } from './promise.ts';
import type { Room } from './room.ts';
import { whereaboutsView } from './whereabouts-view.ts';

/** The procedure as it was when the case was received, which may not be how it is today. */
export function getProcedureOf(room: Room, state: CaseState): Procedure {
  const { catalogueVersion, procedureCode } = state.received;
  const adopted = findAdoptedProcedure(room.store.db, catalogueVersion, procedureCode);
  if (adopted === undefined) throw new Error(`procedure ${procedureCode} of ${catalogueVersion} was never adopted`);
  return adopted as Procedure;
}

/** A case as a screen or a script reads it: its state, its history, its papers and what may be done now. */
export function viewCase(
  room: Room,
  caseId: string,
  actions: readonly RecordedAction[],
  context: ActContext,
): CaseView {
  const state = foldCase(actions);
  const approval = findOpenApproval(state, context)?.name;
  return {
    state: stateView(room, caseId, state),
    actions: actions.map((recorded) => actionView(room, recorded, state)),
    documents: state.documents.map(({ form, documentId, sha256, madeAt, pages, seq }) => ({
      form,
      documentId,
      sha256,
      madeAt,
      pages,
      prints: printJobsOfDocument(room.store.db, documentId).length,
      supersededBy: supersededBy(actions, state, seq),
    })),
    availableActions: availableActs(state, context).map(({ act, rule, refusal }) => ({
      action: act,
      allowed: refusal === null,
      role: actRules[act].role,
      rule,
      ...(refusal === null ? { reason: null, reasonEn: null } : whyNot(act, refusal, state.status, approval)),
    })),
  };
}

function stateView(room: Room, caseId: string, state: CaseState): CaseStateView {
  const { received } = state;
  const procedure = getProcedureOf(room, state);
  return {
    caseId,
    number: state.number,
    status: state.status,
    channel: received.channel,
    origin: received.origin ?? null,
    procedure: {
      code: procedure.code,
      name: procedure.name,
      field: procedure.field,
      catalogueVersion: received.catalogueVersion,
    },
    applicant: received.applicant,
    submitter: received.submitter ?? null,
    components: received.components.map(([index, originals, copies]) => ({
      index,
      name: procedure.components[index]?.name ?? '',
      originals,
      copies,
    })),
    quantity: received.quantity,
    pages: received.pages ?? null,
    resultDelivery: received.resultDelivery,
    term: received.term,
    rule: received.rule ?? null,
    acceptedAt: state.acceptedAt,
    dueAt: state.dueAt,
    dueDate: state.dueAt?.slice(0, 10) ?? null,
    steps: stepsView(state.steps),
    legs: state.legs.map((leg, index) => legView(leg, index, room.nowCivil())),
    fees: feeView(received.fees),
    receivedBy: state.receivedBy,
    receivedByName: personName(room, state.receivedBy),
    enteredLater: enteredLaterView(room, state),
    finishedAt: state.finishedAt,
    returnedAt: state.returnedAt,
    superseded: [...state.superseded],
    error: errorView(room, state),
    whereabouts: whereaboutsView(room, state),
  };
}

/** The number in force, for a paper made before the receipt was corrected; null for a paper that bears it. */
export function supersededBy(actions: readonly RecordedAction[], { number }: CaseState, seq: number): string | null {
  const after = actions.some((later) => later.seq > seq && later.action.type === 'corrected');
  return after ? (number.official ?? number.local) : null;
}

function errorView(room: Room, { error }: CaseState): CaseStateView['error'] {
  if (error === null) return null;
  const due = correctionDue(error.reportedAt, room.calendar());
  return { ...error, dueAt: isFault(due) ? null : due };
}

function enteredLaterView(room: Room, { enteredLater, received }: CaseState): CaseStateView['enteredLater'] {
  if (enteredLater === null || received.fromKit === undefined) return null;
  const { promisedAt = null, lawDueAt } = received.fromKit;
  return { ...enteredLater, byName: personName(room, enteredLater.by), promisedAt, lawDueAt };
}

export function feeView(fees: readonly AssessedFee[]): FeeLine[] {
  return fees.map(({ name, amount, note, basis }) => ({
    name,
    amount,
    words: amount === null ? null : amountInWords(amount),
    note: [note, basis].filter(Boolean).join(' · '),
  }));
}

function actionView(
  room: Room,
  { seq, at, actor, desk, action }: RecordedAction,
  state: CaseState,
): CaseView['actions'][number] {
  const { type, ...facts } = action;
  const detail = { ...facts, ...moveNames(room, action, state) };
  const counter = desk === findDeskUuid(room.store.db, ownDesk) ? room.getOffice().desk.code : '';
  return { seq, at, type, actor, actorName: personName(room, actor), desk: counter, detail };
}

/** What a timeline says of a hand-over beside what was recorded: people and steps by their names. */
function moveNames(room: Room, action: CaseAction, state: CaseState): Record<string, string> {
  if (action.type === 'assigned') return { toName: personName(room, action.to) };
  if (action.type !== 'passed' && action.type !== 'reworked') return {};
  return {
    stepName: processOfCase(room, state)?.steps[action.step]?.name ?? '',
    ...(action.to === undefined ? {} : { toName: personName(room, action.to) }),
  };
}

/** The name on paper and screen of whoever did something here. */
export function personName(room: Room, username: string): string {
  return findAccount(room.store.db, username)?.fullName ?? username;
}
