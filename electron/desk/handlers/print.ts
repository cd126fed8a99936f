import { type Fault, fault, isFault } from '../../contract/fault.ts';
import type { PrintJob } from '../../contract/paper.ts';
import { needsAttention } from '../../domain/print-job.ts';
import {
  type PrintJobRow,
  findPrintJob,
  latestPrintJobs,
  printJobsOfDocument,
  unsettledPrintJobs,
} from '../../store/print-store.ts';
import { authorOf } from '../author.ts';
import { type Handlers, getSession } from '../handler.ts';
import { findDocument } from '../kept-documents.ts';
import { renderDocument, settled } from '../papers.ts';
import { type NewPrint, appendPrint, queuePrint } from '../print-queue.ts';
import type { Room } from '../room.ts';

const settledStates: ReadonlySet<string> = new Set(['printed', 'handed-over', 'void']);

export const printHandlers: Handlers['print'] = {
  again: async (room, { documentId, printer, reason }, caller) => {
    const next = await prepareReprint(room, documentId, { printer, reason });
    if (isFault(next)) return next;
    const jobId = queuePrint(room, authorOf(getSession(caller)), next.print);
    return isFault(jobId) ? jobId : send(room, jobId, next.pdf);
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
    if (settledStates.has(job.state)) return fault('print-job-settled', { jobId });
    const why = reason === undefined || reason === '' ? `settled by ${session.username}` : reason;
    // Everything that can refuse the new print comes before the old one is given up.
    const next = outcome === 'reprint' ? await prepareReprint(room, job.documentId, { printer, reason: why }) : null;
    if (isFault(next)) return next as Exclude<typeof next, Fault<'document-unknown'>>;
    const nextId = room.store.write(authorOf(session), room.now(), (tx) => {
      if (settledStates.has(getPrintJob(room, jobId).state)) return fault('print-job-settled', { jobId });
      tx.append(
        { kind: 'print', jobId },
        { type: 'print-moved', to: outcome === 'printed' ? 'printed' : 'void', reason: why },
      );
      return next === null ? null : appendPrint(tx, next.print);
    });
    if (isFault(nextId)) return nextId;
    return { job: jobView(getPrintJob(room, jobId)), next: next === null ? null : send(room, nextId, next.pdf) };
  },

  printers: async (room) => ({ printers: [...(await room.printQueue.printers())] }),

  test: async (room, { printer }) => {
    const size = room.getOffice().paperSize;
    const page = settled(await room.paper.render('test-page', { printer, printedAt: room.nowCivil() }, { size }));
    if (isFault(page)) return page;
    const sent = await room.ports.printing.submit({ pdf: page.pdf, printer, copies: 1, title: 'test', size });
    return 'fault' in sent ? sent : { done: true as const };
  },
};

/** Another print of a paper, not yet recorded. */
type Reprint = { readonly print: NewPrint; readonly pdf: Uint8Array };

/** A reprint is a job of its own with its number, so that each paper that left the desk can be accounted for. */
async function prepareReprint(
  room: Room,
  documentId: string,
  { printer, reason }: { readonly printer?: string | undefined; readonly reason: string },
): Promise<Reprint | Fault<'document-unknown' | 'form-unknown' | 'form-broken' | 'printer-missing'>> {
  const kept = findDocument(room, documentId);
  if (kept === undefined) return fault('document-unknown', { documentId });
  const chosen = printer ?? room.getOffice().printer;
  if ((await room.printQueue.printerState(chosen)).state === 'missing')
    return fault('printer-missing', { printer: chosen });
  const { form } = kept.document;
  const copyOf = printJobsOfDocument(room.store.db, documentId).length;
  // The first print of a paper bears no mark, whenever it is printed.
  const made = await renderDocument(room, kept, copyOf === 0 ? undefined : copyOf);
  if (isFault(made)) return made;
  return {
    print: { caseId: kept.caseId, documentId, form, number: kept.printed, printer: chosen, copyOf, reason },
    pdf: made.pdf,
  };
}

function send(room: Room, jobId: string | null, pdf: Uint8Array): PrintJob {
  if (jobId === null) throw new Error('only a recorded job is sent');
  room.printQueue.send(jobId, pdf);
  return jobView(getPrintJob(room, jobId));
}

function getPrintJob(room: Room, jobId: string): PrintJobRow {
  const job = findPrintJob(room.store.db, jobId);
  if (job === undefined) throw new Error(`print job ${jobId} is gone`);
  return job;
}

function jobView({ spoolId: _spoolId, ...job }: PrintJobRow): PrintJob {
  return { ...job, needsAttention: needsAttention(job.state) };
}
