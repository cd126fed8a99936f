import type { DocumentMade } from '../../domain/entries/kit.ts';
import { fault, faultMessage, isFault } from '../../contract/base/fault.ts';
import { placePaper } from '../../domain/common/printing/paper-place.ts';
import { isNumbered, sizeOf } from '../../paper/forms/forms.ts';
import type { Drawn, PaperFault, RenderedPaper } from '../../paper/paper.ts';
import { civilOf } from '../../store/file/rows/codecs.ts';
import { storeTrouble } from '../../store/file/opening/open.ts';
import { lastSeqOf } from '../../store/journal/entries.ts';
import { keepForm, nextPaperNumber } from '../../store/common/printing/forms.ts';
import { findDeskSeed } from '../../store/safety/proof/desk-key.ts';
import { findFirstPrint } from '../../store/common/printing/print.ts';
import type { Writer } from '../../store/store.ts';
import { noteBug } from '../core/bug.ts';
import { type Session, authorOf } from '../core/session/client.ts';
import type { DeskContext } from '../core/context.ts';
import { deskSeed, signReceipt } from '../core/keys/desk-key.ts';
import { appendPrint } from './print-queue.ts';
import type { Making, PaperBasis, PaperFailure, PaperProblem, PaperRefusal, PaperSource } from './source.ts';

/** What became of the paper of an act that is already safe: made and perhaps on its way to a printer, or why not. */
export type MadePaper = {
  readonly document: { readonly form: string; readonly documentId: string; readonly sha256: string } | null;
  readonly printJobId: string | null;
  readonly paperFault: { readonly code: string; readonly message: string } | null;
};

export const noPaper: MadePaper = { document: null, printJobId: null, paperFault: null };

/** What the first request made, for the answer to the same request again: nothing is made or printed a second time. */
export function madeBefore(desk: DeskContext, document: NonNullable<MadePaper['document']>): MadePaper {
  const { form, documentId, sha256 } = document;
  return { ...noPaper, document: { form, documentId, sha256 }, printJobId: findFirstPrint(desk.store.db, documentId) };
}

export type PrintWish = { readonly print: boolean; readonly printer?: string | undefined };

/** Makes a paper, records its hash, and queues it where printing was asked for. A paper that fails undoes nothing. */
export async function makePaper(
  desk: DeskContext,
  source: PaperSource,
  wanted: string,
  wish: PrintWish,
  session: Session,
): Promise<MadePaper> {
  // The paper that is kept is the one that is printed: what goes to a roll is kept as it stands on the roll.
  const place = placePaper(desk.getOffice(), wanted, wish.printer);
  const form = wish.print ? place.form : wanted;
  // The paper and its print are one commit or none: after a full disk or a power cut the same request makes both.
  const kept = await keepPaper(desk, session, { source, form }, (tx, { documentId }, { printed: number }) =>
    wish.print
      ? appendPrint(tx, { caseId: source.id, documentId, form, number, printer: place.printer, copyOf: 0 })
      : null,
  ).catch((error: unknown) => {
    if (desk.hasEnded()) throw error;
    const trouble = storeTrouble(error);
    // The file itself is in trouble: that is said by who hears it, and the recovery takes over.
    if (trouble?.fault === 'store-gone' || trouble?.fault === 'store-damaged') throw error;
    if (trouble !== null) {
      desk.ports.log.write('store-trouble', { fault: trouble.fault, data: trouble.data });
      return trouble;
    }
    // What the paper is of is recorded already: «nothing was changed» would be a lie.
    return fault('paper-not-made', { ref: noteBug(desk, `paper ${form}`, error) });
  });
  if (isFault(kept))
    return { ...noPaper, paperFault: { code: kept.fault, message: faultMessage(kept.fault, kept.data) } };
  const { document, paper, also: printJobId } = kept;
  if (printJobId !== null) desk.printQueue.send(printJobId, paper);
  const { documentId, sha256 } = document;
  return { ...noPaper, document: { form, documentId, sha256 }, printJobId };
}

export type KeptPaper<T> = { readonly document: DocumentMade; readonly paper: Drawn; readonly also: T };

/**
 * Makes a paper and writes down that it was made, with its number, its form's definition, and whatever `also` records, in one
 * commit. A paper takes time to draw: if its source or the number moved on meanwhile it is drawn again, so no number is used twice and
 * every paper is of exactly the entries before it.
 */
export async function keepPaper<T>(
  desk: DeskContext,
  session: Session,
  { source, form }: { readonly source: PaperSource; readonly form: string },
  also: (tx: Writer, document: DocumentMade, basis: PaperBasis) => T,
): Promise<KeptPaper<T> | PaperFailure> {
  const { db } = desk.store;
  for (;;) {
    const last = lastSeqOf(db, source.subject);
    const basis = getBasis(source);
    const now = desk.clock.dated();
    const number = isNumbered(form) ? nextPaperNumber(db, form, now / 1000) : undefined;
    const receipt = basis.toSign?.(form);
    const seed = receipt === undefined ? undefined : deskSeed(desk);
    if (isFault(seed)) return seed;
    const signed = receipt && seed && signReceipt(seed, receipt);
    const made = await drawPaper(desk, basis, form, { number, madeAt: civilOf(Math.floor(now / 1000)), signed });
    if (isFault(made)) return made;
    const document = documentOf(basis, form, { number, signed }, made);
    const kept = desk.store.write(authorOf(session), now, (tx) => {
      const moved = lastSeqOf(tx.db, source.subject) !== last;
      if (moved || (number !== undefined && nextPaperNumber(tx.db, form, now / 1000) !== number))
        return 'overtaken' as const;
      keepForm(tx.db, made.formSha256, made.formText);
      tx.append(source.subject, document);
      return { also: also(tx, document, basis) };
    });
    if (isFault(kept)) return kept;
    if (kept !== 'overtaken') return { document, paper: made, also: kept.also };
  }
}

/** As `keepPaper`, in one go: for the past of a practice office, which is one transaction in which nobody else moves. */
export function keepPaperAtOnce(
  desk: DeskContext,
  session: Session,
  { source, form }: { readonly source: PaperSource; readonly form: string },
): DocumentMade | PaperFailure {
  const { db } = desk.store;
  const basis = getBasis(source);
  const now = desk.now();
  const number = isNumbered(form) ? nextPaperNumber(db, form, now / 1000) : undefined;
  const receipt = basis.toSign?.(form);
  // The office was made with its key.
  const seed = findDeskSeed(db);
  const signed = receipt && seed && signReceipt(seed, receipt);
  const data = basis.dataOf(form, { number, madeAt: civilOf(Math.floor(now / 1000)), signed });
  if (isFault(data)) return data as PaperRefusal;
  const made = settled(desk.paper.renderAtOnce(form, data, { size: sizeOf(form, basis.office) }));
  if (isFault(made)) return made;
  return desk.store.write(authorOf(session), now, (tx) => {
    const document = documentOf(basis, form, { number, signed }, made);
    keepForm(tx.db, made.formSha256, made.formText);
    tx.append(source.subject, document);
    return document;
  });
}

function documentOf(
  { nextDocumentId: documentId }: PaperBasis,
  form: string,
  { number, signed }: Pick<Making, 'number' | 'signed'>,
  { sha256, formSha256, pages }: RenderedPaper,
): DocumentMade {
  const numbered = number === undefined ? {} : { number };
  const square = signed === undefined ? {} : { signed };
  return { type: 'document-made', form, documentId, sha256, formSha256, pages, ...numbered, ...square };
}

export function getBasis(source: PaperSource): PaperBasis {
  const basis = source.now();
  if (basis === undefined) throw new Error(`no ${source.subject.kind} ${source.id}`);
  return basis;
}

/** Draws a paper of a source as it stood. The same entries, number and day give the same bytes, today and in ten years. */
export async function drawPaper(
  desk: DeskContext,
  basis: PaperBasis,
  form: string,
  making: Making,
): Promise<RenderedPaper | PaperRefusal> {
  const data = basis.dataOf(form, making);
  if (isFault(data)) return data as PaperRefusal;
  return settled(await desk.paper.render(form, data, { size: sizeOf(form, basis.office) }));
}

/** The paper room is given data this house made: if its schema refuses them that is a bug, not a fault. */
export function settled<T>(answer: T | PaperFault): T | PaperProblem {
  if (!isFault(answer)) return answer;
  if (answer.fault === 'input-invalid') throw new Error(`the paper's data are wrong: ${JSON.stringify(answer.data)}`);
  return answer;
}
