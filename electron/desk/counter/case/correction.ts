import type { ReceptionChange } from '../../../contract/counter/case/correction.ts';
import { type Fault, fault, isFault } from '../../../contract/base/fault.ts';
import { printedNumber } from '../../../domain/base/numbering.ts';
import { correctionFault } from '../../../domain/counter/case/acts/acts.ts';
import { undoneFault } from '../../../domain/counter/case/undone.ts';
import { countedPromise } from '../../../domain/counter/case/correction.ts';
import { applyAction, foldCase } from '../../../domain/counter/case/state.ts';
import type { CorrectedAction, RecordedAction } from '../../../domain/entries/case.ts';
import { feesDiffer } from '../../../domain/counter/money/case-fees.ts';
import { sheetForm } from '../../../domain/common/printing/paper-place.ts';
import { type CaseFile, actionsAfter, appended, findCaseFile, getCaseFile } from '../../../store/counter/case/case.ts';
import { unsettledPrintsOf } from '../../../store/common/printing/print.ts';
import type { Writer } from '../../../store/store.ts';
import { adoptFor, versionFor } from '../../catalogue/adopted.ts';
import { stepsView } from '../../catalogue/promise.ts';
import { type Session, authorOf } from '../../core/session/client.ts';
import { clockFault } from '../../core/clock.ts';
import type { DeskContext } from '../../core/context.ts';
import { feeView } from '../money/views.ts';
import { feesOf } from '../money/fees.ts';
import type { KeptDocument } from '../../papers/kept.ts';
import { type MadePaper, madeBefore, makePaper, noPaper, settled } from '../../papers/make.ts';
import { type CorrectionPlan, type PlanFault, planCorrection, pretend } from './correction-plan.ts';
import { paperOfCase } from './papers/case-papers.ts';
import { blankNumber, receiptData, receiptFacts } from './papers/mau-01.ts';
import { supersededBy } from './view.ts';
import { claimRequest, keepRequest } from '../../../store/journal/requests.ts';

type Asked = { readonly caseId: string; readonly change: ReceptionChange };
type Correction = Asked & {
  readonly requestId: string;
  readonly reason: string;
  readonly print: boolean;
  readonly printer?: string | undefined;
};

/** What the correction would come to; nothing is recorded, and the paper's number is still blank. */
export function previewCorrection(desk: DeskContext, { caseId, change }: Asked, session: Session) {
  const file = findCaseFile(desk.store.db, caseId);
  if (file === undefined) return fault('case-unknown', { caseId });
  const plan = planned(desk, file, change);
  if (isFault(plan)) return plan;
  const { dueAt, extendedTo, fees } = plan;
  const { state, actions } = file;
  const ahead = appended(file, { ...pretend(file, plan), at: desk.nowCivil() });
  const paper = drawAhead(desk, ahead, session);
  if (isFault(paper)) return paper;
  return {
    number: printedNumber(state.number),
    dueBefore: state.dueAt ?? countedPromise(actions).dueAt,
    dueAt: extendedTo ?? dueAt,
    steps: stepsView(ahead.state.steps),
    extendedTo: extendedTo ?? null,
    feesBefore: feeView(state.received.fees),
    fees: feeView(fees),
    feesChange: feesDiffer(feesOf(desk, file), feesOf(desk, ahead)),
    pages: paper.pages,
  };
}

function drawAhead(desk: DeskContext, ahead: CaseFile, { fullName }: Session) {
  const office = desk.getOffice();
  const { facts } = receiptFacts(desk, ahead);
  const data = receiptData(desk, office, { ...facts, number: blankNumber(office), clerk: fullName });
  return settled(desk.paper.preview('mau-01', data, { size: office.paperSize }));
}

function planned(
  desk: DeskContext,
  file: CaseFile,
  change: ReceptionChange,
): CorrectionPlan | PlanFault | Fault<'action-not-allowed'> {
  return correctionFault(file.state) ?? planCorrection(desk, file, change);
}

/** Issues the receipt anew under the code of the case: one entry, then its papers. The same request again is answered as the first time. */
export async function correctCase(desk: DeskContext, input: Correction, session: Session) {
  const done = recordCorrection(desk, input, session);
  if (isFault(done)) return done;
  const { caseId, requestId } = input;
  const papers = await desk.inTurn(caseId, () => reissue(desk, input, session));
  const { actions, state } = getCaseFile(desk.store.db, caseId);
  const at = actions.findIndex((one) => isRequest(one, requestId));
  const before = foldCase(actions.slice(0, at));
  const after = actions.slice(at, at + 1).reduce(applyAction, before);
  const { action, seq } = getCorrection(actions, requestId);
  const documents = documentsAfter({ actions, state }, seq);
  const [reissued] = documents;
  const first = papers[0] ?? (reissued === undefined ? noPaper : madeBefore(desk, reissued));
  return {
    caseId,
    number: action.number,
    supersedes: action.voided ?? printedNumber(before.number),
    reissue: action.reissue ?? null,
    acceptedAt: before.acceptedAt,
    dueBefore: before.dueAt ?? countedPromise(actions.slice(0, at)).dueAt,
    dueAt: action.extendedTo ?? action.dueAt,
    dueDate: (action.extendedTo ?? action.dueAt).slice(0, 10),
    steps: stepsView(after.steps),
    fees: feeView(action.fees),
    documents,
    printJobId: first.printJobId,
    paperFault: papers.find(({ paperFault }) => paperFault !== null)?.paperFault ?? null,
    voidedPrints: typeof done === 'number' ? done : 0,
  };
}

/** The correction alone, without its papers. */
export function recordCorrection(
  desk: DeskContext,
  input: Asked & Pick<Correction, 'requestId' | 'reason'>,
  session: Session,
) {
  const { caseId, requestId, reason } = input;
  const request = { call: 'case.correct', requestId, content: { caseId, change: input.change, reason } };
  const voided: string[] = [];
  const done = desk.store.write(authorOf(session), desk.now(), (tx) => {
    const reused = claimRequest(tx.db, request);
    if (reused !== null) return reused;
    const file = findCaseFile(tx.db, caseId);
    if (file?.actions.some((one) => isRequest(one, requestId))) return 'known' as const;
    const untrusted = clockFault(desk);
    if (untrusted !== null) return untrusted;
    if (file === undefined) return fault('case-unknown', { caseId });
    const plan = planned(desk, file, input.change);
    if (isFault(plan)) return plan;
    const action = { ...plan, ...sameNumber(file), requestId, reason };
    const procedure = desk.findProcedure(plan.procedureCode);
    if (procedure !== undefined && versionFor(desk, procedure) === plan.catalogueVersion) adoptFor(desk, tx, procedure);
    tx.append({ kind: 'case', caseId }, action);
    keepRequest(tx.db, request);
    voided.push(...voidPrints(tx, caseId, reason));
    return voided.length;
  });
  if (!isFault(done)) desk.printQueue.release(voided);
  return done;
}

type Numbered = Pick<CorrectedAction, 'number' | 'serial' | 'day' | 'reissue'>;

/** A case keeps its one code (NĐ 118/2025 Điều 17 k3): the receipt is issued again under it, and says which time it is. */
function sameNumber({ actions, state }: CaseFile): Numbered {
  const { number, received } = state;
  const reissue = actions.filter(({ action }) => action.type === 'corrected').length + 1;
  return { number, serial: received.serial, day: received.day, reissue };
}

/** What of the old receipt is still on its way to a printer must not reach a hand as if it counted. */
function voidPrints(tx: Writer, caseId: string, reason: string): string[] {
  const jobs = unsettledPrintsOf(tx.db, caseId, (form) => numberedPapers.includes(sheetForm(form)));
  for (const { jobId } of jobs) tx.append({ kind: 'print', jobId }, { type: 'print-moved', to: 'void', reason });
  return jobs.map(({ jobId }) => jobId);
}

/** The new receipt, and the control slip again where one went with the file. What was made before for this request stands. */
async function reissue(
  desk: DeskContext,
  { caseId, requestId, print, printer }: Correction,
  session: Session,
): Promise<MadePaper[]> {
  const file = getCaseFile(desk.store.db, caseId);
  const { documents } = file.state;
  const { seq } = getCorrection(file.actions, requestId);
  const wanted = numberedPapers.filter(
    (form) => form === 'mau-01' || documents.some((made) => sheetForm(made.form) === form),
  );
  const made: MadePaper[] = [];
  const known = documentsBehind(file, seq);
  for (const form of wanted) {
    if (known.some((one) => sheetForm(one.form) === form)) continue;
    made.push(await makePaper(desk, paperOfCase(desk, file), form, { print, printer }, session));
  }
  return made;
}

function documentsBehind({ actions, state }: Pick<CaseFile, 'actions' | 'state'>, seq: number) {
  const behind = new Set(actionsAfter(actions, seq).map((later) => later.seq));
  return state.documents.filter((one) => behind.has(one.seq));
}

function documentsAfter(file: Pick<CaseFile, 'actions' | 'state'>, seq: number) {
  const made = documentsBehind(file, seq).filter((one) => numberedPapers.includes(sheetForm(one.form)));
  const first = numberedPapers
    .map((form) => made.find((one) => sheetForm(one.form) === form))
    .filter((one) => one !== undefined);
  return first.map(({ form, documentId, sha256 }) => ({ form, documentId, sha256 }));
}

function isRequest({ action }: RecordedAction, requestId: string): boolean {
  return action.type === 'corrected' && action.requestId === requestId;
}

function getCorrection(actions: readonly RecordedAction[], requestId: string) {
  const found = actions.find((one) => isRequest(one, requestId));
  if (found?.action.type !== 'corrected') throw new Error(`no correction ${requestId}`);
  return { seq: found.seq, action: found.action };
}

/** Papers of a case that bear its number to somebody: the receipt, and the slip that goes with the file. */
const numberedPapers: readonly string[] = ['mau-01', 'mau-06'];

/** A receipt that was corrected, and the slip with its number, are kept and shown, and leave the desk no more. */
export function supersededPaper(
  desk: DeskContext,
  { sourceId, document, printed }: KeptDocument,
): Fault<'paper-superseded' | 'case-undone'> | null {
  const file = findCaseFile(desk.store.db, sourceId);
  if (file === undefined) return null;
  const undone = undoneFault(file.state);
  if (undone !== null) return undone;
  if (!numberedPapers.includes(sheetForm(document.form))) return null;
  const by = supersededBy(file, document.seq);
  return by === null ? null : fault('paper-superseded', { number: printed, by });
}
