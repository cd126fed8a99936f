import { type Fault, fault, isFault } from '../contract/fault.ts';
import { placePaper } from '../domain/printing/paper-place.ts';
import type { Drawn } from '../paper/paper.ts';
import { type PrintJobRow, findPrintJob, printJobsOfDocument } from '../store/printing/print.ts';
import { authorOf } from './author.ts';
import type { Session } from './client.ts';
import { findDocument } from './kept-documents.ts';
import { findKitPaper } from './kit/kit-papers.ts';
import { openSheets } from './kit/open-sheets.ts';
import { renderDocument } from './papers.ts';
import { type NewPrint, appendPrint } from './print-queue.ts';
import type { Room } from './room.ts';
import { supersededPaper } from './superseded-paper.ts';

const settledStates: ReadonlySet<string> = new Set(['printed', 'handed-over', 'void']);

export function isSettled({ state }: PrintJobRow): boolean {
  return settledStates.has(state);
}

/** Another print of a paper, not yet recorded. */
type Reprint = { readonly print: NewPrint; readonly paper: Drawn };
type Wish = {
  readonly printer?: string | undefined;
  readonly reason: string;
  /** Of a kit: these of its open sheets. */
  readonly serials?: readonly number[] | undefined;
};
type ReprintFault = Fault<
  'document-unknown' | 'form-unknown' | 'form-broken' | 'printer-missing' | 'paper-superseded' | 'kit-settled'
>;

/** A reprint is a job of its own with its number, so that each paper that left the desk can be accounted for. */
export async function prepareReprint(
  room: Room,
  documentId: string,
  { printer, reason, serials }: Wish,
): Promise<Reprint | ReprintFault> {
  const sheets = openSheets(room, documentId)?.filter((serial) => serials?.includes(serial) ?? true);
  const kept = sheets === undefined ? findDocument(room, documentId) : findKitPaper(room, documentId, sheets);
  if (kept === undefined) return fault('document-unknown', { documentId });
  if (sheets?.length === 0) return fault('kit-settled', { kit: kept.printed });
  const voided = supersededPaper(room, kept);
  if (voided !== null) return voided;
  const place = placePaper(room.getOffice(), kept.document.form, printer);
  if ((await room.printQueue.printerState(place.printer)).state === 'missing')
    return fault('printer-missing', { printer: place.printer });
  const copyOf = printJobsOfDocument(room.store.db, documentId).length;
  // The first print of a paper bears no mark, whenever it is printed.
  const paper = await renderDocument(room, kept, { form: place.form, reprint: copyOf === 0 ? undefined : copyOf });
  if (isFault(paper)) return paper;
  const which = sheets === undefined ? {} : { serials: sheets };
  return {
    print: { caseId: kept.caseId, documentId, ...place, number: kept.printed, copyOf, reason, ...which },
    paper,
  };
}

export type Replaced = { readonly job: PrintJobRow; readonly next: PrintJobRow | null };
export type ReplaceFault = ReprintFault | Fault<'print-job-settled' | 'disk-full'>;

/** Prints the paper of a job again and leaves the old job void, in one commit. Everything that can refuse comes before. */
export async function replaceJob(
  room: Room,
  { jobId, documentId }: PrintJobRow,
  wish: Wish,
  session: Session,
): Promise<Replaced | ReplaceFault> {
  const next = await prepareReprint(room, documentId, wish);
  if (isFault(next)) return next;
  const nextId = room.store.write(authorOf(session), room.now(), (tx) => {
    if (isSettled(getPrintJob(room, jobId))) return fault('print-job-settled', { jobId });
    tx.append({ kind: 'print', jobId }, { type: 'print-moved', to: 'void', reason: wish.reason });
    return appendPrint(tx, next.print);
  });
  if (isFault(nextId)) return nextId;
  room.printQueue.send(nextId, next.paper);
  return { job: getPrintJob(room, jobId), next: getPrintJob(room, nextId) };
}

export function getPrintJob(room: Room, jobId: string): PrintJobRow {
  const job = findPrintJob(room.store.db, jobId);
  if (job === undefined) throw new Error(`print job ${jobId} is gone`);
  return job;
}
