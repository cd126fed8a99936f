import { randomUUID } from 'node:crypto';
import { type Fault, fault, isFault } from '../../contract/fault.ts';
import type { Status } from '../../contract/office/office.ts';
import type { PrintState, Printer } from '../../contract/printing/paper.ts';
import type { Margins, RollPrinter } from '../../contract/printing/printers.ts';
import { findMargins, findRoll } from '../../domain/printing/paper-place.ts';
import { afterReading, mayMovePrint } from '../../domain/printing/print-job.ts';
import type { PaperSize } from '../../paper/forms/schema.ts';
import type { Drawn } from '../../paper/paper.ts';
import { openSpoolers } from '../../paper/printers/drivers.ts';
import type { PrintOrder } from '../../paper/printers/spooler.ts';
import type { Author } from '../../store/journal/make-entry.ts';
import { type PrintJobRow, findPrintJob, unsettledPrintJobs } from '../../store/printing/print.ts';
import type { Writer } from '../../store/store.ts';
import type { DeskContext } from '../core/context.ts';
import type { PrintQueue, Printing } from '../core/ports.ts';

export type NewPrint = Pick<PrintJobRow, 'caseId' | 'documentId' | 'form' | 'number' | 'printer' | 'copyOf'> & {
  readonly reason?: string;
  readonly serials?: readonly number[];
};

const listMilliseconds = 4000;
const followMilliseconds = 1000;

export function createPrintQueue(getDesk: () => DeskContext): PrintQueue {
  const underWay = new Set<Promise<void>>();
  let listed: { at: number; office: unknown; printers: Promise<readonly Printer[]> } | undefined;
  let timer: NodeJS.Timeout | undefined;
  let closing: Promise<void> | undefined;
  const rolls = (): readonly RollPrinter[] => getDesk().findOffice()?.rollPrinters ?? [];
  let combined: Printing | undefined;

  /** The machine's printers and the office's own roll printers. */
  function ways(): Printing {
    const { printing, rollTimes } = getDesk().ports;
    return (combined ??= openSpoolers({ rolls, rollTimes }, printing));
  }

  function printers(): Promise<readonly Printer[]> {
    const now = getDesk().ports.clock.now();
    const office = getDesk().findOffice();
    // A printer that was just set is looked for at once, not after the next few seconds.
    if (listed === undefined || listed.office !== office || now - listed.at > listMilliseconds) {
      listed = { at: now, office, printers: listPrinters(ways()) };
    }
    return listed.printers;
  }

  async function printerState(name: string): Promise<Status['printer']> {
    if (name === '') return { name, state: 'none', reason: null };
    const found = (await printers()).find((printer) => printer.name === name);
    return { name, state: found?.state ?? 'missing', reason: found?.reason ?? null };
  }

  function send(jobId: string, paper: Drawn): void {
    const sending = sendJob(getDesk(), jobId, paper, submit).finally(() => underWay.delete(sending));
    underWay.add(sending);
    watch();
  }

  function watch(): void {
    if (closing !== undefined || timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      void follow().then(() => {
        if (unsettledPrintJobs(getDesk().store.db).some(({ state }) => state === 'spooled')) watch();
      });
    }, followMilliseconds);
    timer.unref();
  }

  async function follow(): Promise<void> {
    await Promise.all(underWay);
    for (const job of unsettledPrintJobs(getDesk().store.db)) {
      if (job.state === 'spooled' && job.spoolId !== null) await followOne(getDesk(), job, job.spoolId, ways());
    }
  }

  async function submit(printer: string, title: string, paper: Drawn, asItIs = false): ReturnType<Printing['submit']> {
    const margins = asItIs ? undefined : findMargins(getDesk().getOffice(), printer);
    const order = await orderFor(getDesk(), { printer, title, margins }, paper);
    return isFault(order) ? order : ways().submit(order);
  }

  async function takeBack(jobId: string): Promise<void> {
    await Promise.all(underWay);
    const job = findPrintJob(getDesk().store.db, jobId);
    if (job?.state !== 'spooled' || job.spoolId === null) return;
    await ways().cancel(job.spoolId);
    await followOne(getDesk(), job, job.spoolId, ways());
  }

  function recover(): void {
    const jobs = unsettledPrintJobs(getDesk().store.db);
    for (const job of jobs)
      if (job.state === 'queued') move(getDesk(), job.jobId, 'unknown', { reason: 'interrupted' });
    if (jobs.some(({ state }) => state === 'spooled')) watch();
  }

  function close(): Promise<void> {
    clearTimeout(timer);
    closing ??= follow();
    return closing;
  }

  return { printers, printerState, send, submit, takeBack, follow, recover, close };
}

async function listPrinters(printing: Printing): Promise<readonly Printer[]> {
  const listed = await printing.list();
  return 'fault' in listed ? [] : listed;
}

/** Records a new job; when its id is returned it is on disk, and `send` may hand it to a printer. */
export function queuePrint(desk: DeskContext, author: Author, print: NewPrint): string | Fault<'disk-full'> {
  return desk.store.write(author, desk.now(), (tx) => appendPrint(tx, print));
}

/** The same inside a transaction that is open, for what must be on disk together with the job. */
export function appendPrint(tx: Writer, print: NewPrint): string {
  const jobId = randomUUID();
  tx.append({ kind: 'print', jobId }, { type: 'print-queued', ...print });
  return jobId;
}

type Place = { readonly printer: string; readonly title: string; readonly margins: Margins | undefined };

/**
 * What a printer is given: a sheet as the kept file, moved where the printer draws beside its place; a roll as dots. What is kept, and its
 * hash, never change for a printer's sake.
 */
async function orderFor(
  desk: DeskContext,
  { printer, title, margins }: Place,
  paper: Drawn,
): Promise<PrintOrder | Fault<'print-refused'>> {
  const office = desk.getOffice();
  const order = { pdf: paper.pdf, printer, copies: 1, title, size: sheetOf(paper) ?? office.paperSize };
  const roll = findRoll(office, printer);
  if (roll === undefined) {
    const isMoved = margins !== undefined && (margins.leftMm !== 0 || margins.topMm !== 0);
    return isMoved ? { ...order, pdf: await desk.paper.moved(paper, margins) } : order;
  }
  const dots = desk.paper.dots(paper, roll.widthMm, margins);
  return dots === null ? fault('print-refused', { printer, reason: 'not-for-roll' }) : { ...order, dots };
}

async function sendJob(desk: DeskContext, jobId: string, paper: Drawn, submit: PrintQueue['submit']): Promise<void> {
  const job = findPrintJob(desk.store.db, jobId);
  if (job === undefined) return;
  const { printer, number: title } = job;
  if (printer === '') return move(desk, jobId, 'failed', { reason: 'printer-missing' });
  try {
    // The title may be seen in the office's print list: the number alone, nobody's name.
    const answer = await submit(printer, title, paper);
    move(
      desk,
      jobId,
      'fault' in answer ? 'failed' : 'spooled',
      'fault' in answer ? { reason: reasonOf(answer) } : answer,
    );
  } catch (error) {
    desk.ports.log.write('print-submit', { jobId, error });
    move(desk, jobId, 'unknown', { reason: 'spooler-silent' });
  }
}

function reasonOf(refusal: Fault): string {
  return 'reason' in refusal.data ? refusal.data.reason : refusal.fault;
}

async function followOne(desk: DeskContext, job: PrintJobRow, spoolId: string, printing: Printing): Promise<void> {
  const { state, reason } = await printing.state(spoolId);
  const now = findPrintJob(desk.store.db, job.jobId);
  if (now === undefined) return;
  const to = afterReading(now.state, state);
  if (to !== now.state) move(desk, job.jobId, to, reason === null ? {} : { reason });
}

/** The desk itself notes what the spooler says, unless a person settled the job while the spooler was asked (`print.settle`). */
function move(desk: DeskContext, jobId: string, to: PrintState, detail: { spoolId?: string; reason?: string }): void {
  const from = findPrintJob(desk.store.db, jobId)?.state;
  if (from === undefined || !mayMovePrint(from, to, 'spooler')) {
    desk.ports.log.write('print-move-ignored', { jobId, from, to });
    return;
  }
  const done = desk.store.write(null, desk.now(), (tx) =>
    tx.append({ kind: 'print', jobId }, { type: 'print-moved', to, ...detail }),
  );
  if (isFault(done)) desk.ports.log.write('print-move', { jobId, to, fault: done.fault });
}

/** The sheet a paper was drawn for: a list is on A4 whatever receipts are on. */
function sheetOf({ laid: [page] }: Drawn): PaperSize | undefined {
  if (page === undefined) return undefined;
  return Math.max(page.width, page.height) > 800 ? 'A4' : 'A5';
}
