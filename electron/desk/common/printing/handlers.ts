import { fault, isFault } from '../../../contract/base/fault.ts';
import type { PrintJob } from '../../../contract/common/printing/paper.ts';
import { findMargins, findRoll, formOn, placePaper } from '../../../domain/common/printing/paper-place.ts';
import { undoneFault } from '../../../domain/counter/case/undone.ts';
import { needsAttention } from '../../../domain/common/printing/print-job.ts';
import { findCaseFile, findCaseSummary, findStandingCase } from '../../../store/counter/case/case.ts';
import { findIntake } from '../../../store/counter/intake/intake.ts';
import {
  type PrintJobRow,
  findPrintJob,
  latestPrintJobs,
  unsettledPrintJobs,
} from '../../../store/common/printing/print.ts';
import { paperOfCase } from '../../counter/case/papers/case-papers.ts';
import { previewReceipt, sampleReceipt } from '../../counter/case/preview.ts';
import { authorOf } from '../../core/session/client.ts';
import type { DeskContext } from '../../core/context.ts';
import { type Handlers, getSession } from '../../core/handler.ts';
import { chosenSheetsFault } from '../../counter/kit/open-sheets.ts';
import { renderDocument, viewPaper } from '../../papers/kept.ts';
import { declarationOf } from '../../../domain/catalogue/own-fields/declarations.ts';
import { notApplicable } from '../../papers/source.ts';
import { drawPaper, getBasis, keepPaper, madeBefore, makePaper, settled } from '../../papers/make.ts';
import { queuePrint } from '../../papers/print-queue.ts';
import { calibrationPages, keepMargins, printCalibration, sizeOn } from './calibration.ts';
import { findDocument } from './find-document.ts';
import { allToSpare, getPrintJob, isSettled, jobAgain, jobToSpare, prepareReprint } from './reprint.ts';

export const printHandlers: Handlers['print'] = {
  again: async (desk, { documentId, ...wish }, caller) => {
    const wrong = chosenSheetsFault(desk, documentId, wish.serials);
    if (wrong !== null) return wrong;
    const next = await prepareReprint(desk, documentId, wish);
    if (isFault(next)) return next;
    const jobId = queuePrint(desk, authorOf(getSession(caller)), next.print);
    if (isFault(jobId)) return jobId;
    desk.printQueue.send(jobId, next.paper);
    return jobView(desk, getPrintJob(desk, jobId));
  },

  list: async (desk, { all }) => {
    await desk.printQueue.follow();
    const unsettled = unsettledPrintJobs(desk.store.db);
    if (all !== true) return { jobs: unsettled.map((job) => jobView(desk, job)) };
    const known = new Set(unsettled.map(({ jobId }) => jobId));
    const rest = latestPrintJobs(desk.store.db, 100).filter(({ jobId }) => !known.has(jobId));
    return { jobs: [...unsettled, ...rest].map((job) => jobView(desk, job)) };
  },

  settle: async (desk, { jobId, outcome, printer, reason }, caller) => {
    const session = getSession(caller);
    const job = findPrintJob(desk.store.db, jobId);
    if (job === undefined) return fault('print-job-unknown', { jobId });
    if (isSettled(job)) return fault('print-job-settled', { jobId });
    const why = reason === undefined || reason === '' ? `settled by ${session.username}` : reason;
    if (outcome === 'reprint') return replacedView(desk, await jobAgain(desk, job, { printer, reason: why }, session));
    const done = desk.store.write(authorOf(session), desk.now(), (tx) => {
      if (isSettled(getPrintJob(desk, jobId))) return fault('print-job-settled', { jobId });
      return tx.append({ kind: 'print', jobId }, { type: 'print-moved', to: outcome, reason: why });
    });
    if (isFault(done)) return done;
    if (outcome === 'void') desk.printQueue.release([jobId]);
    return { job: jobView(desk, getPrintJob(desk, jobId)), next: null };
  },

  toSpare: async (desk, { jobId }, caller) => replacedView(desk, await jobToSpare(desk, jobId, getSession(caller))),

  allToSpare: async (desk, { printer }, caller) => {
    const done = await allToSpare(desk, printer, getSession(caller));
    return isFault(done)
      ? done
      : { moved: done.moved.map((job) => jobView(desk, job)), left: done.left.map((job) => jobView(desk, job)) };
  },

  printers: async (desk) => {
    const { printers, silent } = await desk.printQueue.printers(true);
    return { printers: [...printers], silent: silent?.data.spooler ?? null };
  },

  sample: (desk, _input, caller) => {
    const office = desk.getOffice();
    const data = sampleReceipt(desk, getSession(caller));
    if (isFault(data)) return data;
    const { form } = placePaper(office, 'mau-01', undefined);
    return settled(desk.paper.preview(form, data, { size: office.paperSize }));
  },

  test: async (desk, { printer, paper }, caller) => {
    const office = desk.getOffice();
    if (paper === 'receipt') {
      const data = sampleReceipt(desk, getSession(caller));
      if (isFault(data)) return data;
      const form = formOn('mau-01', findRoll(office, printer)?.widthMm) ?? 'mau-01';
      const receipt = settled(await desk.paper.render(form, data, { size: sizeOn(office, printer) }));
      if (isFault(receipt)) return receipt;
      const gone = await desk.printQueue.submit(printer, 'test', receipt);
      return isFault(gone) ? gone : { done: true as const };
    }
    const form = formOn('test-page', findRoll(office, printer)?.widthMm) ?? 'test-page';
    const data = { printer, printedAt: desk.nowCivil() };
    const page = settled(await desk.paper.render(form, data, { size: sizeOn(office, printer) }));
    if (isFault(page)) return page;
    const sent = await desk.printQueue.submit(printer, 'test', page);
    return isFault(sent) ? sent : { done: true as const };
  },

  calibration: (desk, { printer }) => {
    const laid = calibrationPages(desk, printer, false);
    if (isFault(laid)) return laid;
    return { margins: findMargins(desk.getOffice(), printer) ?? { leftMm: 0, topMm: 0 }, pages: laid.pages };
  },

  calibrate: (desk, { printer, corrected }) => printCalibration(desk, printer, corrected),

  setMargins: (desk, { printer, margins }, caller) => keepMargins(desk, printer, margins, getSession(caller)),
};

/** The paper of a job is of this desk's own cases: one that is not there is a bug and no fault. */
function replacedView<F extends { readonly fault: string }>(
  desk: DeskContext,
  answer: { readonly job: PrintJobRow; readonly next: PrintJobRow | null } | F,
): { job: PrintJob; next: PrintJob | null } | Exclude<F, { readonly fault: 'document-unknown' }> {
  if ('job' in answer)
    return { job: jobView(desk, answer.job), next: answer.next === null ? null : jobView(desk, answer.next) };
  if (answer.fault === 'document-unknown') throw new Error('a print job is of a paper that is not there');
  return answer as Exclude<F, { readonly fault: 'document-unknown' }>;
}

function jobView(desk: DeskContext, { spoolId: _spoolId, ...job }: PrintJobRow): PrintJob {
  return { ...job, ...whoseOf(desk, job), needsAttention: needsAttention(job.state) };
}

/** Who waits for the sheet: a number alone tells nobody at the counter. */
function whoseOf(desk: DeskContext, { about, caseId }: Pick<PrintJobRow, 'about' | 'caseId'>) {
  const { db } = desk.store;
  if (about === 'case') {
    const { applicantName: name = '', procedureName = '' } = findCaseSummary(db, caseId) ?? {};
    return { name, procedureName };
  }
  const facts = about === 'intake' ? findIntake(db, caseId)?.facts : undefined;
  if (facts === undefined) return { name: '', procedureName: '' };
  return { name: facts.applicant.fullName, procedureName: desk.findProcedure(facts.procedureCode)?.name ?? '' };
}

export const paperHandlers: Handlers['paper'] = {
  preview: (desk, input, caller) => previewReceipt(desk, input, getSession(caller)),

  receipt: (desk, { caseId, ...wish }, caller) =>
    desk.inTurn(caseId, async () => {
      const file = findCaseFile(desk.store.db, caseId);
      if (file === undefined) return fault('case-unknown', { caseId });
      const [first] = file.state.documents;
      if (first !== undefined) return madeBefore(desk, first);
      const undone = undoneFault(file.state);
      if (undone !== null) return undone;
      return makePaper(desk, paperOfCase(desk, file), 'mau-01', wish, getSession(caller));
    }),

  declaration: (desk, { caseId, ...wish }, caller) =>
    desk.inTurn(caseId, async () => {
      const file = findStandingCase(desk.store.db, caseId);
      if (isFault(file)) return file;
      const form = declarationOf(file.state.received.procedureCode);
      if (form === undefined)
        return notApplicable('tờ khai', 'Thủ tục này chưa có mẫu tờ khai', 'no declaration is known of this procedure');
      return makePaper(desk, paperOfCase(desk, file), form, wish, getSession(caller));
    }),

  render: (desk, { caseId, form }, caller) =>
    desk.inTurn(caseId, async () => {
      const file = findStandingCase(desk.store.db, caseId);
      if (isFault(file)) return file;
      const source = paperOfCase(desk, file);
      const basis = getBasis(source);
      // The same paper again is the same document, with the same number: nothing new happened.
      const last = basis.documents.findLast((document) => document.form === form);
      const as = { number: last?.number, signed: last?.signed, madeAt: desk.nowCivil() };
      const again = await drawPaper(desk, basis, form, as);
      if (isFault(again)) return again;
      if (last !== undefined && last.sha256 === again.sha256) return documentView(last);
      const kept = await keepPaper(desk, getSession(caller), { source, form }, () => null);
      return isFault(kept) ? kept : documentView(kept.document);
    }),

  view: (desk, { documentId }) => {
    const kept = findDocument(desk, documentId);
    if (kept === undefined) return fault('document-unknown', { documentId });
    const laid = viewPaper(desk, kept);
    if (isFault(laid)) return laid;
    return { form: kept.document.form, caseId: kept.sourceId, pages: laid.pages };
  },

  download: async (desk, { documentId }) => {
    const kept = findDocument(desk, documentId);
    if (kept === undefined) return fault('document-unknown', { documentId });
    const { form, sha256 } = kept.document;
    const made = await renderDocument(desk, kept);
    if (isFault(made)) return made;
    if (made.sha256 !== sha256) return fault('document-differs', { documentId, sha256 });
    const fileName = `${form}-${kept.printed}.pdf`;
    return { fileName, mediaType: 'application/pdf', sha256, base64: Buffer.from(made.pdf).toString('base64') };
  },

  check: async (desk, { form, text }) => {
    const checked = await desk.paper.check(form, text);
    if (isFault(checked)) return checked;
    const base64 = Buffer.from(checked.pdf).toString('base64');
    return { ok: true as const, pages: checked.pages, fileName: `${form}.pdf`, mediaType: 'application/pdf', base64 };
  },
};

function documentView({ documentId, sha256, pages }: { documentId: string; sha256: string; pages: number }) {
  return { documentId, sha256, pages };
}
