import { faultMessage, isFault } from '../contract/fault.ts';
import { foldCase } from '../domain/case-state.ts';
import { caseActions } from '../store/case-store.ts';
import { authorOf } from './author.ts';
import type { Session } from './client.ts';
import { documentMade, renderPaper } from './papers.ts';
import { appendPrint } from './print-queue.ts';
import type { Room } from './room.ts';

/** What became of the paper of an act that is already safe: made and perhaps on its way to a printer, or why not. */
export type MadePaper = {
  readonly document: { readonly form: string; readonly documentId: string; readonly sha256: string } | null;
  readonly printJobId: string | null;
  readonly paperFault: { readonly code: string; readonly message: string } | null;
};

export const noPaper: MadePaper = { document: null, printJobId: null, paperFault: null };

type Wish = { readonly print: boolean; readonly printer?: string | undefined };

/** Makes a paper of a case, records its hash, and queues it where printing was asked for. A paper that fails undoes nothing. */
export async function makePaper(room: Room, caseId: string, form: string, wish: Wish, session: Session): Promise<MadePaper> {
  const actions = caseActions(room.store.db, caseId);
  const state = foldCase(actions);
  const made = await renderPaper(room, form, actions);
  if (isFault(made)) return { ...noPaper, paperFault: { code: made.fault, message: faultMessage(made.fault, made.data) } };
  const document = documentMade(caseId, form, state, made);
  const number = state.number.official ?? state.number.local;
  const printer = wish.printer ?? room.getOffice().printer;
  // The paper and its print are one commit or none: after a full disk or a power cut the same request makes both.
  const printJobId = room.store.write(authorOf(session), room.now(), (tx) => {
    tx.append({ kind: 'case', caseId }, document);
    const { documentId } = document;
    return wish.print ? appendPrint(tx, { caseId, documentId, form, number, printer, copyOf: 0 }) : null;
  });
  if (isFault(printJobId)) return { ...noPaper, paperFault: { code: printJobId.fault, message: faultMessage(printJobId.fault, {}) } };
  if (printJobId !== null) room.printQueue.send(printJobId, made.pdf);
  return { ...noPaper, document, printJobId };
}
