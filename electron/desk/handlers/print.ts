import { fault, isFault } from '../../contract/fault.ts';
import type { PrintJob } from '../../contract/printing/paper.ts';
import { findMargins, findRoll, formOn } from '../../domain/printing/paper-place.ts';
import { needsAttention } from '../../domain/printing/print-job.ts';
import { type PrintJobRow, findPrintJob, latestPrintJobs, unsettledPrintJobs } from '../../store/printing/print.ts';
import { authorOf } from '../author.ts';
import { calibrationPages, keepMargins, printCalibration } from '../calibration.ts';
import { type Handlers, getSession } from '../handler.ts';
import { chosenSheetsFault } from '../kit/open-sheets.ts';
import { settled } from '../papers.ts';
import { queuePrint } from '../print-queue.ts';
import { getPrintJob, isSettled, prepareReprint, replaceJob } from '../reprint.ts';
import { allToSpare, jobToSpare } from '../spare.ts';

export const printHandlers: Handlers['print'] = {
  again: async (room, { documentId, ...wish }, caller) => {
    const wrong = chosenSheetsFault(room, documentId, wish.serials);
    if (wrong !== null) return wrong;
    const next = await prepareReprint(room, documentId, wish);
    if (isFault(next)) return next;
    const jobId = queuePrint(room, authorOf(getSession(caller)), next.print);
    if (isFault(jobId)) return jobId;
    room.printQueue.send(jobId, next.paper);
    return jobView(getPrintJob(room, jobId));
  },

  list: async (room, { all }) => {
    await room.printQueue.follow();
    const unsettled = unsettledPrintJobs(room.store.db);
    if (all !== true) return { jobs: unsettled.map(jobView) };
    const known = new Set(unsettled.map(({ jobId }) => jobId));
    const rest = latestPrintJobs(room.store.db, 100).filter(({ jobId }) => !known.has(jobId));
    return { jobs: [...unsettled, ...rest].map(jobView) };
  },

  settle: async (room, { jobId, outcome, printer, reason }, caller) => {
    const session = getSession(caller);
    const job = findPrintJob(room.store.db, jobId);
    if (job === undefined) return fault('print-job-unknown', { jobId });
    if (isSettled(job)) return fault('print-job-settled', { jobId });
    const why = reason === undefined || reason === '' ? `settled by ${session.username}` : reason;
    if (outcome === 'reprint') return replacedView(await replaceJob(room, job, { printer, reason: why }, session));
    const done = room.store.write(authorOf(session), room.now(), (tx) => {
      if (isSettled(getPrintJob(room, jobId))) return fault('print-job-settled', { jobId });
      return tx.append({ kind: 'print', jobId }, { type: 'print-moved', to: outcome, reason: why });
    });
    return isFault(done) ? done : { job: jobView(getPrintJob(room, jobId)), next: null };
  },

  toSpare: async (room, { jobId }, caller) => replacedView(await jobToSpare(room, jobId, getSession(caller))),

  allToSpare: async (room, { printer }, caller) => {
    const done = await allToSpare(room, printer, getSession(caller));
    return isFault(done) ? done : { moved: done.moved.map(jobView), left: done.left.map(jobView) };
  },

  printers: async (room) => ({ printers: [...(await room.printQueue.printers())] }),

  test: async (room, { printer }) => {
    const office = room.getOffice();
    const form = formOn('test-page', findRoll(office, printer)?.widthMm) ?? 'test-page';
    const data = { printer, printedAt: room.nowCivil() };
    const page = settled(await room.paper.render(form, data, { size: office.paperSize }));
    if (isFault(page)) return page;
    const sent = await room.printQueue.submit(printer, 'test', page);
    return isFault(sent) ? sent : { done: true as const };
  },

  calibration: (room, { printer }) => {
    const laid = calibrationPages(room, printer, false);
    if (isFault(laid)) return laid;
    return { margins: findMargins(room.getOffice(), printer) ?? { leftMm: 0, topMm: 0 }, pages: laid.pages };
  },

  calibrate: (room, { printer, corrected }) => printCalibration(room, printer, corrected),

  setMargins: (room, { printer, margins }, caller) => keepMargins(room, printer, margins, getSession(caller)),
};

/** The paper of a job is of this desk's own cases: one that is not there is a bug and no fault. */
function replacedView<F extends { readonly fault: string }>(
  answer: { readonly job: PrintJobRow; readonly next: PrintJobRow | null } | F,
): { job: PrintJob; next: PrintJob | null } | Exclude<F, { readonly fault: 'document-unknown' }> {
  if ('job' in answer) return { job: jobView(answer.job), next: answer.next === null ? null : jobView(answer.next) };
  if (answer.fault === 'document-unknown') throw new Error('a print job is of a paper that is not there');
  return answer as Exclude<F, { readonly fault: 'document-unknown' }>;
}

function jobView({ spoolId: _spoolId, ...job }: PrintJobRow): PrintJob {
  return { ...job, needsAttention: needsAttention(job.state) };
}
