import { fault, isFault } from '../../contract/fault.ts';
import type { PrintJob } from '../../contract/printing/paper.ts';
import { findMargins, findRoll, formOn } from '../../domain/printing/paper-place.ts';
import { needsAttention } from '../../domain/printing/print-job.ts';
import { type PrintJobRow, findPrintJob, latestPrintJobs, unsettledPrintJobs } from '../../store/printing/print.ts';
import { paperOfCase } from '../case/papers/case-papers.ts';
import { previewReceipt } from '../case/preview.ts';
import { authorOf } from '../core/client.ts';
import { type Handlers, getSession } from '../core/handler.ts';
import { chosenSheetsFault } from '../kit/open-sheets.ts';
import { renderDocument, viewPaper } from '../papers/kept.ts';
import { drawPaper, keepPaper, settled } from '../papers/make.ts';
import { queuePrint } from '../papers/print-queue.ts';
import { calibrationPages, keepMargins, printCalibration } from './calibration.ts';
import { findDocument } from './find-document.ts';
import { allToSpare, getPrintJob, isSettled, jobToSpare, prepareReprint, replaceJob } from './reprint.ts';

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

export const paperHandlers: Handlers['paper'] = {
  preview: (room, input, caller) => previewReceipt(room, input, getSession(caller)),

  render: (room, { caseId, form }, caller) =>
    room.inTurn(caseId, async () => {
      const source = paperOfCase(room, caseId);
      const basis = source.now();
      if (basis === undefined) return fault('case-unknown', { caseId });
      // The same paper again is the same document, with the same number: nothing new happened.
      const last = basis.documents.findLast((document) => document.form === form);
      const again = await drawPaper(room, basis, form, { number: last?.number, madeAt: room.nowCivil() });
      if (isFault(again)) return again;
      if (last !== undefined && last.sha256 === again.sha256) return documentView(last);
      const kept = await keepPaper(room, getSession(caller), { source, form }, () => null);
      return isFault(kept) ? kept : documentView(kept.document);
    }),

  view: (room, { documentId }) => {
    const kept = findDocument(room, documentId);
    if (kept === undefined) return fault('document-unknown', { documentId });
    const laid = viewPaper(room, kept);
    if (isFault(laid)) return laid;
    return { form: kept.document.form, caseId: kept.sourceId, pages: laid.pages };
  },

  download: async (room, { documentId }) => {
    const kept = findDocument(room, documentId);
    if (kept === undefined) return fault('document-unknown', { documentId });
    const { form, sha256 } = kept.document;
    const made = await renderDocument(room, kept);
    if (isFault(made)) return made;
    if (made.sha256 !== sha256) return fault('document-differs', { documentId, sha256 });
    const fileName = `${form}-${kept.printed}.pdf`;
    return { fileName, mediaType: 'application/pdf', sha256, base64: Buffer.from(made.pdf).toString('base64') };
  },

  check: async (room, { form, text }) => {
    const checked = await room.paper.check(form, text);
    if (isFault(checked)) return checked;
    const base64 = Buffer.from(checked.pdf).toString('base64');
    return { ok: true as const, pages: checked.pages, fileName: `${form}.pdf`, mediaType: 'application/pdf', base64 };
  },
};

function documentView({ documentId, sha256, pages }: { documentId: string; sha256: string; pages: number }) {
  return { documentId, sha256, pages };
}
