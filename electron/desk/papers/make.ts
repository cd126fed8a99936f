import { type Fault, faultMessage, isFault } from '../../contract/fault.ts';
import { placePaper } from '../../domain/printing/paper-place.ts';
import type { Drawn } from '../../paper/paper.ts';
import { civilOf } from '../../store/file/codecs.ts';
import { keepForm, nextPaperNumber } from '../../store/printing/forms.ts';
import { findFirstPrint } from '../../store/printing/print.ts';
import type { Writer } from '../../store/store.ts';
import { type Session, authorOf } from '../core/client.ts';
import type { DeskContext } from '../core/context.ts';
import { appendPrint } from './print-queue.ts';
import type { DocumentMade, PaperBasis, PaperFailure, PaperSource } from './source.ts';

/** What became of the paper of an act that is already safe: made and perhaps on its way to a printer, or why not. */
export type MadePaper = {
  readonly document: { readonly form: string; readonly documentId: string; readonly sha256: string } | null;
  readonly printJobId: string | null;
  readonly paperFault: { readonly code: string; readonly message: string } | null;
};

export const noPaper: MadePaper = { document: null, printJobId: null, paperFault: null };

/** What the first request made, for the answer to the same request again: nothing is made or printed a second time. */
export function madeBefore(room: DeskContext, document: NonNullable<MadePaper['document']>): MadePaper {
  const { form, documentId, sha256 } = document;
  return { ...noPaper, document: { form, documentId, sha256 }, printJobId: findFirstPrint(room.store.db, documentId) };
}

type Wish = { readonly print: boolean; readonly printer?: string | undefined };

/** Makes a paper, records its hash, and queues it where printing was asked for. A paper that fails undoes nothing. */
export async function makePaper(
  room: DeskContext,
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

export type KeptPaper<T> = { readonly document: DocumentMade; readonly paper: Drawn; readonly also: T };

/**
 * Makes a paper and writes down that it was made, with its number, its form's definition, and whatever `also` records, in one
 * commit. A paper takes time to draw: if its source or the number moved on meanwhile it is drawn again, so no number is used twice and
 * every paper is of exactly the entries before it.
 */
export async function keepPaper<T>(
  room: DeskContext,
  session: Session,
  { source, form }: { readonly source: PaperSource; readonly form: string },
  also: (tx: Writer, document: DocumentMade, basis: PaperBasis) => T,
): Promise<KeptPaper<T> | PaperFailure> {
  for (;;) {
    const basis = source.now();
    const now = room.now();
    const number = numberedForms.has(form) ? nextPaperNumber(room.store.db, form, now / 1000) : undefined;
    const made = await basis.render(form, { number, madeAt: civilOf(Math.floor(now / 1000)) });
    if (isFault(made)) return made;
    const { sha256, formSha256, formText, pages } = made;
    const numbered = number === undefined ? {} : { number };
    const documentId = basis.nextDocumentId;
    const document: DocumentMade = { type: 'document-made', form, documentId, sha256, formSha256, pages, ...numbered };
    const kept = room.store.write(authorOf(session), now, (tx) => {
      const moved = source.now().entries !== basis.entries;
      if (moved || (number !== undefined && nextPaperNumber(tx.db, form, now / 1000) !== number))
        return 'overtaken' as const;
      keepForm(tx.db, formSha256, formText);
      tx.append(source.subject, document);
      return { also: also(tx, document, basis) };
    });
    if (isFault(kept)) return kept as Fault<'disk-full'>;
    if (kept !== 'overtaken') return { document, paper: made, also: kept.also };
  }
}

/** Forms that carry a running number of the year (`Số: …/…`, NĐ 30/2020). */
export const numberedForms: ReadonlySet<string> = new Set(['mau-02', 'mau-03', 'mau-04', 'mau-05']);
