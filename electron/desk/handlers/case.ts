import type { ReceiveInput, Received } from '../../contract/case.ts';
import { type Fault, fault, faultMessage, isFault } from '../../contract/fault.ts';
import type { RecordedAction } from '../../domain/case-action.ts';
import { foldCase } from '../../domain/case-state.ts';
import { maskIdNumber } from '../../domain/id-number.ts';
import type { RenderedPaper } from '../../paper/paper.ts';
import { caseActions } from '../../store/case-store.ts';
import { searchCases } from '../../store/search-store.ts';
import { authorOf } from '../author.ts';
import { feeView, viewCase } from '../case-view.ts';
import type { Session } from '../client.ts';
import { type Handlers, getSession } from '../handler.ts';
import { documentMade, renderPaper } from '../papers.ts';
import { queuePrint } from '../print-queue.ts';
import { stepsView } from '../promise.ts';
import { receiveCase } from '../receive.ts';
import type { Room } from '../room.ts';

export const caseHandlers: Handlers['case'] = {
  receive: async (room, input, caller) => {
    const session = getSession(caller);
    const received = receiveCase(room, input, session);
    if (isFault(received)) return received;
    // From here the case is safe. Whatever happens to its paper is said, and undoes nothing.
    const paper = await room.inTurn(input.requestId, () => receiptFor(room, input, session));
    return receivedView(room, input.requestId, paper);
  },

  search: (room, { text, limit }) => ({
    hits: searchCases(room.store.db, text, limit ?? 20).map(({ idNumber, procedureCode: _code, ...hit }) => ({
      ...hit,
      idNumberMasked: maskIdNumber(idNumber),
    })),
  }),

  get: (room, { caseId }) => {
    const actions = caseActions(room.store.db, caseId);
    return actions.length === 0 ? fault('case-unknown', { caseId }) : viewCase(room, caseId, actions);
  },
};

type Paper = { readonly printJobId: string | null; readonly fault: Fault<'form-unknown' | 'form-broken'> | null };

/** Makes the receipt of a case that has none yet, and sends it to the printer where that was asked for. */
async function receiptFor(room: Room, input: ReceiveInput, session: Session): Promise<Paper> {
  const caseId = input.requestId;
  const actions = caseActions(room.store.db, caseId);
  const state = foldCase(actions);
  // The same request again: the first answer stands, and nothing is printed a second time.
  if (state.documents.length > 0) return { printJobId: null, fault: null };
  const made = await renderPaper(room, 'mau-01', actions);
  if (isFault(made)) return { printJobId: null, fault: made };
  const document = documentMade(caseId, 'mau-01', state, made as RenderedPaper);
  const author = authorOf(session);
  const kept = room.store.write(author, room.now(), (tx) => tx.append({ kind: 'case', caseId }, document));
  if (isFault(kept)) return { printJobId: null, fault: null };
  if (!input.print) return { printJobId: null, fault: null };
  const printJobId = queuePrint(room, author, {
    caseId,
    documentId: document.documentId,
    form: document.form,
    number: state.number.official ?? state.number.local,
    printer: input.printer ?? room.getOffice().printer,
    copyOf: 0,
  });
  room.printQueue.send(printJobId, (made as RenderedPaper).pdf);
  return { printJobId, fault: null };
}

function receivedView(room: Room, caseId: string, paper: Paper): Received {
  const actions: readonly RecordedAction[] = caseActions(room.store.db, caseId);
  const state = foldCase(actions);
  const first = actions[0]?.action;
  if (first?.type !== 'received') throw new Error('a case begins with its reception');
  return {
    caseId,
    number: first.number,
    acceptedAt: state.acceptedAt,
    dueAt: first.dueAt,
    dueDate: first.dueAt.slice(0, 10),
    steps: stepsView(first.steps),
    fees: feeView(first.fees),
    documents: state.documents.slice(0, 1).map(({ form, documentId, sha256 }) => ({ form, documentId, sha256 })),
    printJobId: paper.printJobId,
    paperFault:
      paper.fault === null ? null : { code: paper.fault.fault, message: faultMessage(paper.fault.fault, paper.fault.data) },
  };
}
