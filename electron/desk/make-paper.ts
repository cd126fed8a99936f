import { faultMessage, isFault } from '../contract/fault.ts';
import { placePaper } from '../domain/printing/paper-place.ts';
import { findFirstPrint } from '../store/printing/print.ts';
import type { Session } from './client.ts';
import { keepPaper } from './keep-paper.ts';
import type { PaperSource } from './paper-source.ts';
import { appendPrint } from './print-queue.ts';
import type { Room } from './room.ts';

/** What became of the paper of an act that is already safe: made and perhaps on its way to a printer, or why not. */
export type MadePaper = {
  readonly document: { readonly form: string; readonly documentId: string; readonly sha256: string } | null;
  readonly printJobId: string | null;
  readonly paperFault: { readonly code: string; readonly message: string } | null;
};

export const noPaper: MadePaper = { document: null, printJobId: null, paperFault: null };

/** What the first request made, for the answer to the same request again: nothing is made or printed a second time. */
export function madeBefore(room: Room, document: NonNullable<MadePaper['document']>): MadePaper {
  const { form, documentId, sha256 } = document;
  return { ...noPaper, document: { form, documentId, sha256 }, printJobId: findFirstPrint(room.store.db, documentId) };
}

type Wish = { readonly print: boolean; readonly printer?: string | undefined };

/** Makes a paper, records its hash, and queues it where printing was asked for. A paper that fails undoes nothing. */
export async function makePaper(
  room: Room,
  source: PaperSource,
  wanted: string,
  wish: Wish,
  session: Session,
): Promise<MadePaper> {
  // The paper that is kept is the one that is printed: what goes to a roll is kept as it stands on the roll.
  const place = placePaper(room.getOffice(), wanted, wish.printer);
  const form = wish.print ? place.form : wanted;
  // The paper and its print are one commit or none: after a full disk or a power cut the same request makes both.
  const kept = await keepPaper(room, session, { source, form }, (tx, { documentId }, { printed: number }) =>
    wish.print
      ? appendPrint(tx, { caseId: source.id, documentId, form, number, printer: place.printer, copyOf: 0 })
      : null,
  );
  if (isFault(kept))
    return { ...noPaper, paperFault: { code: kept.fault, message: faultMessage(kept.fault, kept.data) } };
  const { document, paper, also: printJobId } = kept;
  if (printJobId !== null) room.printQueue.send(printJobId, paper);
  return { ...noPaper, document, printJobId };
}
