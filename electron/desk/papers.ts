import { type Fault, fault, isFault } from '../contract/fault.ts';
import type { OfficeSettings } from '../contract/office.ts';
import type { CaseAction, RecordedAction } from '../domain/case-action.ts';
import { type CaseDocument, type CaseState, foldCase } from '../domain/case-state.ts';
import type { PaperFault, RenderedPaper } from '../paper/paper.ts';
import { caseActions } from '../store/case-store.ts';
import { officeAt } from '../store/office-history.ts';
import { entryHash } from '../store/entry-hash.ts';
import { getProcedureOf, personName } from './case-view.ts';
import { type ReceiptFacts, receiptData } from './receipt-data.ts';
import type { Room } from './room.ts';

export type PaperProblem = Fault<'form-unknown' | 'form-broken'>;

/** Forms that a case alone is enough for. */
const caseForms: Readonly<Record<string, (room: Room, basis: Basis) => unknown>> = { 'mau-01': receiptOf };

/** What a paper is made from: the case as it stood then, and the office as it was then. */
type Basis = { readonly state: CaseState; readonly office: OfficeSettings; readonly actions: readonly RecordedAction[] };

/** Makes a paper from the case's actions so far. The same actions give the same bytes, today and in ten years. */
export async function renderPaper(
  room: Room,
  form: string,
  actions: readonly RecordedAction[],
  reprint?: number,
): Promise<RenderedPaper | PaperProblem> {
  const basis = basisOf(room, actions);
  const data = caseForms[form]?.(room, basis);
  if (data === undefined) return fault('form-unknown', { form });
  return settled(await room.paper.render(form, data, { size: basis.office.paperSize, reprint }));
}

/** The entry that records a paper which was just made. */
export function documentMade(caseId: string, form: string, state: CaseState, paper: RenderedPaper): Extract<CaseAction, { type: 'document-made' }> {
  const { sha256, formSha256, pages } = paper;
  return { type: 'document-made', form, documentId: `${caseId}.${state.documents.length + 1}`, sha256, formSha256, pages };
}

export type KeptDocument = { readonly caseId: string; readonly document: CaseDocument; readonly before: readonly RecordedAction[] };

/** A paper by its id, with the actions it was made from. */
export function findDocument(room: Room, documentId: string): KeptDocument | undefined {
  const caseId = documentId.slice(0, 36);
  const actions = caseActions(room.store.db, caseId);
  if (actions.length === 0) return undefined;
  const document = foldCase(actions).documents.find((made) => made.documentId === documentId);
  return document && { caseId, document, before: actions.filter(({ seq }) => seq < document.seq) };
}

/** A kept paper laid out for the screen. */
export function viewPaper(room: Room, { document, before }: KeptDocument) {
  const basis = basisOf(room, before);
  const data = caseForms[document.form]?.(room, basis);
  if (data === undefined) return fault('form-unknown', { form: document.form });
  const laid = room.paper.preview(document.form, data, { size: basis.office.paperSize });
  return settled(laid);
}

/** The paper room is given data this house made: if its schema refuses them that is a bug, not a fault. */
export function settled<T>(answer: T | PaperFault): T | PaperProblem {
  if (!isFault(answer)) return answer as T;
  if (answer.fault === 'input-invalid') throw new Error(`the paper's data are wrong: ${JSON.stringify(answer.data)}`);
  return answer as PaperProblem;
}

function basisOf(room: Room, actions: readonly RecordedAction[]): Basis {
  const last = actions.at(-1);
  return { state: foldCase(actions), office: officeAt(room.store.db, last?.seq ?? 0) ?? room.getOffice(), actions };
}

function receiptOf(room: Room, { state, office, actions }: Basis) {
  const { received, number } = state;
  // A receipt made again after the case was closed still says what was promised.
  const dueAt = state.dueAt ?? firstPromise(actions);
  const facts: ReceiptFacts = {
    ...received,
    submitter: received.submitter ?? null,
    number: { printed: number.official ?? number.local, temporary: number.official === null },
    procedure: getProcedureOf(room, state),
    fees: [...received.fees],
    acceptedAt: state.acceptedAt,
    dueAt,
    clerk: personName(room, state.receivedBy),
    journalHead: entryHash(room.store.db, actions[0]?.seq ?? 0).slice(0, 8),
  };
  return receiptData(facts, office, room.catalogue, room.practice());
}

function firstPromise([first]: readonly RecordedAction[]): string {
  if (first?.action.type !== 'received') throw new Error('a case begins with its reception');
  return first.action.dueAt;
}
