import { type Fault, fault, isFault } from '../contract/fault.ts';
import { spareFor } from '../domain/printing/spare-printer.ts';
import { type PrintJobRow, findPrintJob, unsettledPrintJobs } from '../store/printing/print.ts';
import type { Session } from './client.ts';
import { type ReplaceFault, type Replaced, getPrintJob, isSettled, replaceJob } from './reprint.ts';
import type { Room } from './room.ts';

export type SpareFault = ReplaceFault | Fault<'spare-missing' | 'print-under-way' | 'print-job-unknown'>;

/**
 * Prints one paper by the printer that stands in for its own. A job that a spooler still holds is taken back first, or it would come out twice
 * when the printer is mended; where it came out meanwhile, or nobody can tell any more, nothing is printed and a person looks.
 */
export async function jobToSpare(room: Room, jobId: string, session: Session): Promise<Replaced | SpareFault> {
  const job = findPrintJob(room.store.db, jobId);
  if (job === undefined) return fault('print-job-unknown', { jobId });
  const { printer } = job;
  const spare = spareFor(room.getOffice(), printer);
  if (spare === undefined) return fault('spare-missing', { printer });
  if (isSettled(job)) return fault('print-job-settled', { jobId });
  await room.printQueue.takeBack(jobId);
  const now = getPrintJob(room, jobId);
  if (now.state === 'queued' || now.state === 'spooled') return fault('print-under-way', { printer });
  const isAnswered = isSettled(now) || (job.state === 'spooled' && now.state === 'unknown');
  if (isAnswered) return { job: now, next: null };
  return replaceJob(room, now, { printer: spare, reason: `máy dự phòng thay ${printer || '–'}` }, session);
}

export type AllMoved = { readonly moved: PrintJobRow[]; readonly left: PrintJobRow[] };

/**
 * Moves what waits for a printer to the one that stands in for it. A job of which nobody knows whether it came out stays where it is: printing it
 * is for a person who has looked into the tray, one sheet at a time.
 */
export async function allToSpare(
  room: Room,
  printer: string,
  session: Session,
): Promise<AllMoved | Fault<'spare-missing' | 'printer-missing' | 'disk-full'>> {
  const spare = spareFor(room.getOffice(), printer);
  if (spare === undefined) return fault('spare-missing', { printer });
  if ((await room.printQueue.printerState(spare)).state === 'missing')
    return fault('printer-missing', { printer: spare });
  const [moved, left]: [PrintJobRow[], PrintJobRow[]] = [[], []];
  for (const { jobId, state } of unsettledPrintJobs(room.store.db).filter((job) => job.printer === printer)) {
    const done = state === 'unknown' ? null : await jobToSpare(room, jobId, session);
    if (isFault(done) && done.fault === 'disk-full') return done as Fault<'disk-full'>;
    if (done !== null && !isFault(done) && done.next !== null) moved.push(done.next);
    else {
      const now = getPrintJob(room, jobId);
      if (!isSettled(now)) left.push(now);
    }
  }
  return { moved, left };
}
