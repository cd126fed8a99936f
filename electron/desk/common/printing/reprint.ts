import { type Fault, fault, isFault } from '../../../contract/base/fault.ts';
import { kitOfDocument } from '../../../domain/counter/kit/kit.ts';
import { placePaper } from '../../../domain/common/printing/paper-place.ts';
import type { SpoolOutcome } from '../../../domain/common/printing/print-job.ts';
import { spareFor } from '../../../domain/common/printing/spare-printer.ts';
import type { Drawn } from '../../../paper/paper.ts';
import {
  type PrintJobRow,
  findPrintJob,
  printJobsOfDocument,
  unsettledPrintJobs,
} from '../../../store/common/printing/print.ts';
import { supersededPaper } from '../../counter/case/correction.ts';
import { type Session, authorOf } from '../../core/session/client.ts';
import type { DeskContext } from '../../core/context.ts';
import { openSheets } from '../../counter/kit/open-sheets.ts';
import { paperOfKit } from '../../counter/kit/papers.ts';
import { findKept, renderDocument } from '../../papers/kept.ts';
import { type NewPrint, appendPrint } from '../../papers/print-queue.ts';
import { findDocument } from './find-document.ts';

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
  | 'document-unknown'
  | 'form-unknown'
  | 'form-broken'
  | 'printer-missing'
  | 'paper-superseded'
  | 'case-undone'
  | 'kit-settled'
>;

/** A reprint is a job of its own with its number, so that each paper that left the desk can be accounted for. */
export async function prepareReprint(
  desk: DeskContext,
  documentId: string,
  { printer, reason, serials }: Wish,
): Promise<Reprint | ReprintFault> {
  const sheets = openSheets(desk, documentId)?.filter((serial) => serials?.includes(serial) ?? true);
  const kept =
    sheets === undefined
      ? findDocument(desk, documentId)
      : findKept(paperOfKit(desk, kitOfDocument(documentId) ?? '', sheets), documentId);
  if (kept === undefined) return fault('document-unknown', { documentId });
  if (sheets?.length === 0) return fault('kit-settled', { kit: kept.printed });
  const voided = supersededPaper(desk, kept);
  if (voided !== null) return voided;
  const place = placePaper(desk.getOffice(), kept.document.form, printer);
  if ((await desk.printQueue.printerState(place.printer)).state === 'missing')
    return fault('printer-missing', { printer: place.printer });
  const copyOf = printJobsOfDocument(desk.store.db, documentId).length;
  // The first print of a paper bears no mark, whenever it is printed.
  const paper = await renderDocument(desk, kept, { form: place.form, reprint: copyOf === 0 ? undefined : copyOf });
  if (isFault(paper)) return paper;
  const which = sheets === undefined ? {} : { serials: sheets };
  return {
    print: { caseId: kept.sourceId, documentId, ...place, number: kept.printed, copyOf, reason, ...which },
    paper,
  };
}

export type Replaced = { readonly job: PrintJobRow; readonly next: PrintJobRow | null };
export type ReplaceFault = ReprintFault | Fault<'print-job-settled' | 'disk-full'>;

/** Prints the paper of a job again and leaves the old job void, in one commit. Everything that can refuse comes before. */
async function replaceJob(
  desk: DeskContext,
  { jobId, documentId, state }: PrintJobRow,
  wish: Wish,
  session: Session,
): Promise<Replaced | ReplaceFault> {
  const next = await prepareReprint(desk, documentId, wish);
  if (isFault(next)) return next;
  const nextId = desk.store.write(authorOf(session), desk.now(), (tx) => {
    if (isSettled(getPrintJob(desk, jobId))) return fault('print-job-settled', { jobId });
    tx.append({ kind: 'print', jobId }, { type: 'print-moved', to: 'void', reason: wish.reason });
    return appendPrint(tx, next.print);
  });
  if (isFault(nextId)) return nextId;
  // Nobody knows where it is: if it turns up in a spooler it is taken out.
  if (state === 'unknown') desk.printQueue.release([jobId]);
  desk.printQueue.send(nextId, next.paper);
  return { job: getPrintJob(desk, jobId), next: getPrintJob(desk, nextId) };
}

export function getPrintJob(desk: DeskContext, jobId: string): PrintJobRow {
  const job = findPrintJob(desk.store.db, jobId);
  if (job === undefined) throw new Error(`print job ${jobId} is gone`);
  return job;
}

export type SpareFault = ReplaceFault | Fault<'spare-missing' | 'print-under-way' | 'print-job-unknown'>;

/**
 * Prints one paper by the printer that stands in for its own. A job that a spooler still holds is taken back first, or it would come out twice
 * when the printer is mended; where it came out meanwhile, or nobody can tell any more, nothing is printed and a person looks.
 */
export async function jobToSpare(desk: DeskContext, jobId: string, session: Session): Promise<Replaced | SpareFault> {
  const job = findPrintJob(desk.store.db, jobId);
  if (job === undefined) return fault('print-job-unknown', { jobId });
  const { printer } = job;
  const spare = spareFor(desk.getOffice(), printer);
  if (spare === undefined) return fault('spare-missing', { printer });
  if (isSettled(job)) return fault('print-job-settled', { jobId });
  const free = await freeToPrint(desk, job);
  if (isFault(free)) return free;
  const { now, said } = free;
  // A failure that the spooler denies, and whatever nobody can tell, is for a person who has looked into the tray.
  if (isSettled(now) || now.state === 'unknown' || said === 'printed' || said === 'unknown')
    return { job: now, next: null };
  return replaceJob(desk, now, { printer: spare, reason: `máy dự phòng thay ${printer || '–'}` }, session);
}

/** Prints a paper again because a person who looked says so; nothing that its spooler still holds comes out beside it. */
export async function jobAgain(
  desk: DeskContext,
  job: PrintJobRow,
  wish: Wish,
  session: Session,
): Promise<Replaced | ReplaceFault | Fault<'print-under-way'>> {
  const free = await freeToPrint(desk, job);
  if (isFault(free)) return free;
  const { now } = free;
  const isAnswered = isSettled(now) || (job.state === 'spooled' && now.state === 'unknown');
  return isAnswered ? { job: now, next: null } : replaceJob(desk, now, wish, session);
}

/** The job with its spooler's hands off it, and what that spooler said last; or that it has the job still. */
async function freeToPrint(
  desk: DeskContext,
  { jobId, printer }: PrintJobRow,
): Promise<{ now: PrintJobRow; said: SpoolOutcome | null } | Fault<'print-under-way'>> {
  const said = await desk.printQueue.takeBack(jobId);
  const now = getPrintJob(desk, jobId);
  const isHeld = now.state === 'queued' || now.state === 'spooled' || said === 'queued' || said === 'printing';
  return isHeld && !isSettled(now) ? fault('print-under-way', { printer }) : { now, said };
}

export type AllMoved = { readonly moved: PrintJobRow[]; readonly left: PrintJobRow[] };

/**
 * Moves what waits for a printer to the one that stands in for it. A job of which nobody knows whether it came out stays where it is: printing it
 * is for a person who has looked into the tray, one sheet at a time.
 */
export async function allToSpare(
  desk: DeskContext,
  printer: string,
  session: Session,
): Promise<AllMoved | Fault<'spare-missing' | 'printer-missing' | 'disk-full'>> {
  const spare = spareFor(desk.getOffice(), printer);
  if (spare === undefined) return fault('spare-missing', { printer });
  if ((await desk.printQueue.printerState(spare)).state === 'missing')
    return fault('printer-missing', { printer: spare });
  const [moved, left]: [PrintJobRow[], PrintJobRow[]] = [[], []];
  for (const { jobId, state } of unsettledPrintJobs(desk.store.db).filter((job) => job.printer === printer)) {
    const done = state === 'unknown' ? null : await jobToSpare(desk, jobId, session);
    if (isFault(done) && done.fault === 'disk-full') return done;
    if (done !== null && !isFault(done) && done.next !== null) moved.push(done.next);
    else {
      const now = getPrintJob(desk, jobId);
      if (!isSettled(now)) left.push(now);
    }
  }
  return { moved, left };
}
