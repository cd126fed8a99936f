import type { CaseFactsView, CaseStateView, CaseView } from '../../../contract/counter/case/case.ts';
import { confirmationTexts } from '../../../contract/counter/case/confirm.ts';
import type { Procedure } from '../../../contract/catalogue/lists.ts';
import { isFault } from '../../../contract/base/fault.ts';
import type { PaperPlace, WhereaboutsView } from '../../../contract/routing/process.ts';
import { wholeNumber } from '../../../domain/counter/certification/book.ts';
import { printedNumber } from '../../../domain/base/numbering.ts';
import type { ActContext } from '../../../domain/counter/case/acts/act-row.ts';
import { actRules, availableActs } from '../../../domain/counter/case/acts/acts.ts';
import type { CaseState } from '../../../domain/counter/case/state.ts';
import { supplementUntil } from '../../../domain/counter/case/supplement.ts';
import { termText } from '../../../domain/deadline/explanation.ts';
import { correctionDue, paperTransferDue } from '../../../domain/deadline/office-clocks.ts';
import { isOpen } from '../../../domain/apart/case-pairs.ts';
import { promiseForExchange } from '../../../domain/deadline/past.ts';
import type { BundlePlace, CaseAction, RecordedAction } from '../../../domain/entries/case.ts';
import { type Reference, entryName, placeOf } from '../../../domain/entries/reference.ts';
import { feeContradictions, feeRefs } from '../../../domain/counter/money/case-fees.ts';
import { placeOfLeg } from '../../../domain/routing/legs.ts';
import type { Process } from '../../../domain/routing/process.ts';
import { type CaseFile, actionsAfter } from '../../../store/counter/case/case.ts';
import { isOwnDesk } from '../../../store/journal/journal.ts';
import { findCodeOfDesk } from '../../../store/common/office/settings.ts';
import { findAccount } from '../../../store/common/office/accounts.ts';
import { isUndone } from '../../../domain/counter/case/undone.ts';
import { cameOut } from '../../../domain/common/printing/print-job.ts';
import { printJobsOfDocument } from '../../../store/common/printing/print.ts';
import { legView } from '../../catalogue/legs.ts';
import { ownViews } from '../../../domain/catalogue/own-fields/own-values.ts';
import { termWords } from '../../../domain/catalogue/procedure-terms.ts';
import { processOfCase } from '../../catalogue/process.ts';
import { stepsView } from '../../catalogue/promise.ts';
import type { DeskContext } from '../../core/context.ts';
import { counterOf } from '../../core/counter.ts';
import { receiptSymbol } from '../../core/receipt-symbol.ts';
import { staffName } from '../../core/session/staff-name.ts';
import { feeView } from '../money/views.ts';
import { ownFieldView } from '../../catalogue/own-field-view.ts';
import { getProcedureOf, isContentHere, supplementRuleOf } from '../../catalogue/adopted.ts';
import { isIn } from '../../../contract/base/case-status.ts';
import { deskOfReception } from './papers/case-facts.ts';

/** A case as a screen or a script reads it: its state, its history, its papers and what may be done now. */
export function viewCase(desk: DeskContext, { caseId, actions, state }: CaseFile, context: ActContext): CaseView {
  let fees: ReturnType<typeof feeRefs> | undefined;
  const lists: Lists = { fees: () => (fees ??= feeRefs(actions)), legs: state.legs, inquiries: state.inquiries };
  return {
    state: {
      ...stateView(desk, caseId, state, context),
      receivedByName: staffName(desk, state.receivedBy, deskOfReception(actions, state.receivedBy)),
      contradictions: contradictionsView(desk, actions, state),
    },
    actions: actions.map((recorded) => actionView(desk, recorded, state, lists)),
    documents: state.documents.map(({ form, documentId, sha256, madeAt, pages, seq }) => ({
      form,
      documentId,
      sha256,
      madeAt,
      pages,
      prints: printJobsOfDocument(desk.store.db, documentId).filter(cameOut).length,
      supersededBy: supersededBy({ actions, state }, seq),
    })),
    availableActions: availableActs(state, context).map(({ act, rule, refusal }) => ({
      action: act,
      allowed: refusal === null,
      role: actRules[act].role,
      rule,
      reason: refusal?.vi ?? null,
      reasonEn: refusal?.en ?? null,
    })),
  };
}

/** The lawful limit a case goes by, in the words of the catalogue it was received under. */
function termCaseView({ termCase }: CaseState['received'], { terms }: Procedure): CaseStateView['termCase'] {
  if (termCase === undefined) return null;
  const { key, reason, agreed } = termCase;
  const words = termWords({ terms }, key) ?? key;
  return { key, words, reason: reason ?? null, agreed: agreed === true };
}

function stateView(
  desk: DeskContext,
  caseId: string,
  state: CaseState,
  context: ActContext,
): Omit<CaseStateView, 'contradictions' | 'receivedByName'> {
  const { received } = state;
  return {
    caseId,
    number: state.number,
    status: state.status,
    ...(isUndone(state) && { undone: true as const }),
    ...factsView(desk, state),
    origin: received.origin ?? null,
    term: received.term,
    rule: received.rule ?? null,
    verificationTerms: (context.verificationTerms ?? []).map((term) => ({
      key: term.key,
      words: term.words,
      text: termText(term, 'vi'),
      textEn: termText(term, 'en'),
      article: term.article,
    })),
    acceptedAt: state.acceptedAt,
    dueDate: state.dueAt?.slice(0, 10) ?? null,
    exchangeDueAt: state.dueAt === null ? null : promiseForExchange(state.dueAt, received),
    awaiting: awaitingView(desk, state),
    proposal: proposalView(desk, state),
    steps: stepsView(state.steps),
    legs: state.legs.map((leg, index) => legView(leg, index, desk.nowCivil())),
    receivedBy: state.receivedBy,
    enteredLater: enteredLaterView(desk, state),
    finishedAt: state.finishedAt,
    returnedAt: state.returnedAt,
    superseded: [...state.superseded],
    foreign: foreignView(state),
    reissues: [...state.reissues],
    contentMissing: !isContentHere(desk, received),
    error: errorView(desk, state),
    confirmations: state.confirmations.map(({ code, reason, of, at, by }) => {
      const { vi: text, en: textEn } = confirmationTexts[code];
      return { code, reason, text, textEn, of, at, byName: staffName(desk, by) };
    }),
    inquiries: state.inquiries.map(({ ref: _ref, ...one }) => ({
      ...one,
      late: one.answeredAt === null && desk.nowCivil() > one.answerBy,
    })),
    identity: state.identity,
    ownFieldsAsked: (getProcedureOf(desk, state).ownFields ?? []).map(ownFieldView),
    papersReturnedAt: state.papersReturnedAt,
    clockStoppedAt: state.clock?.stoppedAt ?? null,
    whereabouts: whereaboutsView(desk, state),
  };
}

/** What a case comes to, of what its receipt says. */
export function factsView(desk: DeskContext, state: CaseState): CaseFactsView {
  const { received, dueAt } = state;
  const procedure = getProcedureOf(desk, state);
  return {
    channel: received.channel,
    procedure: {
      code: procedure.code,
      name: procedure.name,
      field: procedure.field,
      catalogueVersion: received.catalogueVersion,
    },
    applicant: received.applicant,
    submitter: received.submitter ?? null,
    ...(received.others === undefined ? {} : { others: [...received.others] }),
    components: received.components.map(([index, originals, copies]) => ({
      index,
      name: procedure.components[index]?.name ?? '',
      originals,
      copies,
    })),
    citizenCases: [...(received.citizenCases ?? [])],
    ownFields: [...ownViews(procedure.ownFields ?? [], received.ownFields ?? {})],
    quantity: received.quantity,
    ...copiesView(received),
    resultDelivery: received.resultDelivery,
    termCase: termCaseView(received, procedure),
    dueAt,
    fees: feeView(received.fees),
  };
}

/** One paper's pages stand beside the list too, where older readers look. */
function copiesView({ copies = [], pages }: CaseState['received']): Pick<CaseStateView, 'pages' | 'copies'> {
  const [only] = copies.length === 1 ? copies : [];
  return {
    pages: pages ?? only?.pages ?? null,
    copies: copies.map(({ paper = '', ...counted }) => ({ paper, ...counted })),
  };
}

function proposalView(desk: DeskContext, { proposal }: CaseState): CaseStateView['proposal'] {
  if (proposal === undefined) return null;
  const { items, reason, override, by, at } = proposal;
  return { items: [...items], reason, override, byName: staffName(desk, by), at };
}

function awaitingView(desk: DeskContext, state: CaseState): CaseStateView['awaiting'] {
  if (state.status !== 'supplement-requested' || state.supplementRequestedAt === null) return null;
  const until = supplementUntil(state.supplementRequestedAt, desk.calendar(), supplementRuleOf(desk, state));
  return { since: state.supplementRequestedAt, until: isFault(until) ? null : until };
}

/** The number in force, for a paper made before the receipt was corrected; a word where its reception was undone, null for a paper that bears it. */
export function supersededBy({ actions, state }: Pick<CaseFile, 'actions' | 'state'>, seq: number): string | null {
  // Nothing took the place of what was never received.
  if (isUndone(state)) return 'đã hủy: hoàn tác tiếp nhận';
  const after = actionsAfter(actions, seq).some(({ action }) => action.type === 'corrected');
  if (!after) return null;
  const times = state.reissues.length;
  return times === 0 ? printedNumber(state.number) : `${printedNumber(state.number)} (cấp lại lần ${times})`;
}

/** What stands beside the state and the fees, by who told it and when. */
function contradictionsView(
  desk: DeskContext,
  actions: readonly RecordedAction[],
  { contradictions = [] }: CaseState,
): CaseStateView['contradictions'] {
  return [...contradictions, ...feeContradictions(actions)].flatMap((one) => {
    const { entry, aside } = one;
    const told = actions.find((action) => entryName(action) === entry);
    if (told === undefined) return [];
    const { at, actor, action, seq, desk: uuid } = told;
    return [
      {
        entry,
        seq,
        type: action.type,
        at,
        actorName: staffName(desk, actor, uuid),
        counter: counterOf(desk, uuid),
        aside,
        open: isOpen(one, actions),
        decided: one.decided !== undefined,
      },
    ];
  });
}

function foreignView({ received: { foreign } }: CaseState): CaseStateView['foreign'] {
  if (foreign === undefined) return null;
  const { code, unit, acceptedAt, arrivedAt } = foreign;
  return { code, receivingUnit: unit.name, acceptedAt, arrivedAt };
}

function errorView(desk: DeskContext, { error }: CaseState): CaseStateView['error'] {
  if (error === null) return null;
  const due = correctionDue(error.reportedAt, desk.calendar());
  return { ...error, dueAt: isFault(due) ? null : due };
}

function enteredLaterView(desk: DeskContext, { enteredLater, received }: CaseState): CaseStateView['enteredLater'] {
  if (enteredLater === null || received.fromKit === undefined) return null;
  const { promisedAt = null, lawDueAt } = received.fromKit;
  return { ...enteredLater, byName: staffName(desk, enteredLater.by), promisedAt, lawDueAt };
}

function actionView(
  desk: DeskContext,
  { seq, at, actor, desk: deskUuid, apart, action }: RecordedAction,
  state: CaseState,
  lists: Lists,
): CaseView['actions'][number] {
  const { db } = desk.store;
  const counter = isOwnDesk(db, deskUuid) ? desk.getOffice().desk.code : (findCodeOfDesk(db, deskUuid) ?? '');
  return {
    seq,
    at,
    type: action.type,
    actor,
    actorName: staffName(desk, actor, deskUuid),
    desk: counter,
    ...(apart === undefined ? {} : { apart: true as const }),
    detail: detailOf(desk, action, state, lists),
  };
}

/** What an action says beside its kind, people, steps and receipts by the names they go by. */
function detailOf(desk: DeskContext, action: CaseAction, state: CaseState, lists: Lists): Record<string, unknown> {
  const { type: _type, ...facts } = action;
  return { ...facts, ...moveNames(desk, action, state), ...places(action, lists) };
}

/** The same of one action by itself. */
export function actionDetail(
  desk: DeskContext,
  { actions, state }: CaseFile,
  { action }: RecordedAction,
): Record<string, unknown> {
  const lists = { fees: () => feeRefs(actions), legs: state.legs, inquiries: state.inquiries };
  return detailOf(desk, action, state, lists);
}

/** The lists of a case by whose places calls speak. */
type Lists = Pick<CaseState, 'legs' | 'inquiries'> & { readonly fees: () => readonly { readonly ref: string }[] };

/** What an entry names, as calls speak of it: by its place in the list of today; by its name where it is not there any more. */
function places(action: CaseAction, { fees, legs, inquiries }: Lists): Record<string, unknown> {
  const found = (place: number, spokenOf: Reference): Reference => (place === -1 ? spokenOf : place);
  const fee = (spokenOf: Reference) => found(placeOf(fees(), spokenOf), spokenOf);
  const leg = (spokenOf: Reference) => found(placeOfLeg(legs, spokenOf), spokenOf);
  switch (action.type) {
    case 'fee-set':
    case 'fee-waived':
      return { line: fee(action.line) };
    case 'fees-collected':
      return { lines: action.lines.map(fee) };
    case 'leg-sent':
      return { leg: leg(action.leg), ...(action.together === undefined ? {} : { together: action.together.map(leg) }) };
    case 'leg-not-arrived':
    case 'leg-received':
    case 'leg-finished':
    case 'leg-returned-incomplete':
      return { leg: leg(action.leg) };
    case 'inquiry-answered':
      return { inquiry: found(placeOf(inquiries, action.inquiry), action.inquiry) };
    default:
      return {};
  }
}

/** Its numbers and who signed, in words: `12-Q1/2026-SCT/BS, Nguyễn Văn Ký (Chủ tịch)`. */
function certifiedText({ kind, series, signer, papers }: Extract<CaseAction, { type: 'certified' }>): string {
  const numbers = papers.map(({ serial }) => wholeNumber(kind, { series, serial })).join(', ');
  return `${numbers}; ${signer.name}${signer.title === '' ? '' : ` (${signer.title})`}`;
}

/** What a timeline says of a hand-over beside what was recorded: people and steps by their names. */
function moveNames(desk: DeskContext, action: CaseAction, state: CaseState): Record<string, string> {
  if (action.type === 'certified') return { told: certifiedText(action) };
  if (action.type === 'assigned') return { toName: staffName(desk, action.to) };
  const symbol = receiptSymbol(desk, action);
  if (symbol !== undefined) return { symbol };
  if (action.type !== 'passed' && action.type !== 'reworked') return {};
  return {
    stepName: processOfCase(desk, state)?.steps[action.step]?.name ?? '',
    ...(action.to === undefined ? {} : { toName: staffName(desk, action.to) }),
  };
}

/** Who has the file, where it stands in its process, and where its papers are. */
function whereaboutsView(desk: DeskContext, state: CaseState): WhereaboutsView {
  const { holder, stage, bundle } = state;
  const process = processOfCase(desk, state);
  const now = desk.nowCivil();
  const step = stage === null ? undefined : process?.steps[stage.index];
  const until = bundle.awaitedSince === null ? null : paperTransferDue(bundle.awaitedSince, desk.calendar());
  const awaitedUntil = isFault(until) ? null : until;
  return {
    holder,
    holderName: holder === null ? null : nameOf(desk, holder),
    steps: stepsOf(process, state),
    step:
      stage === null || step === undefined
        ? null
        : {
            index: stage.index,
            name: step.name,
            role: step.role,
            since: stage.since,
            dueAt: stage.dueAt,
            late: stage.dueAt !== null && now > stage.dueAt,
            reworks: stage.reworks,
          },
    papers: {
      place: placeView(desk, bundle.at),
      since: bundle.since,
      awaitedUntil,
      late: awaitedUntil !== null && now > awaitedUntil,
      missingSince: bundle.missingSince,
      lost: bundle.lost,
    },
  };
}

function stepsOf(process: Process | undefined, { stage, status }: CaseState): WhereaboutsView['steps'] {
  const present = stage?.index ?? 0;
  const closed = isIn(status, 'ended');
  return (process?.steps ?? []).map((step, index) => ({ ...step, index, state: stateOf(index) }));

  function stateOf(index: number): WhereaboutsView['steps'][number]['state'] {
    if (index > present) return 'to-come';
    if (index === present) return closed ? 'done' : 'now';
    return (stage?.doers[index] ?? null) === null ? 'skipped' : 'done';
  }
}

/** A place by the names that stand on screen; a person who is not known here goes by their username. */
export function placeView(desk: DeskContext, place: BundlePlace): PaperPlace {
  switch (place.kind) {
    case 'person':
      return { kind: place.kind, name: nameOf(desk, place.username), username: place.username };
    case 'division':
    case 'unit':
      return { kind: place.kind, name: place.name, username: null };
    case 'on-the-way':
      return { kind: place.kind, name: place.to, username: null };
    case 'archive':
      return { kind: place.kind, name: place.place, username: null };
    case 'citizen':
      return { kind: place.kind, name: '', username: null };
  }
}

function nameOf(desk: DeskContext, username: string): string {
  return findAccount(desk.store.db, username)?.fullName ?? username;
}
