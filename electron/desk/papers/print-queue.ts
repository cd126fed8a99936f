import { randomUUID } from 'node:crypto';
import { type Fault, fault, isFault } from '../../contract/base/fault.ts';
import type { Status } from '../../contract/common/office/office.ts';
import type { PrintState } from '../../contract/common/printing/paper.ts';
import type { Margins, RollPrinter } from '../../contract/common/printing/printers.ts';
import { findMargins, findRoll, onlySheet } from '../../domain/common/printing/paper-place.ts';
import { type SpoolOutcome, afterReading, mayMovePrint } from '../../domain/common/printing/print-job.ts';
import type { PaperSize } from '../../paper/forms/schema.ts';
import type { Drawn } from '../../paper/paper.ts';
import { type AllWays, openSpoolers } from '../../paper/printers/drivers.ts';
import type { Listed, PrintOrder, SpoolState } from '../../paper/printers/spooler.ts';
import type { Author } from '../../store/journal/make-entry.ts';
import { type PrintJobRow, findPrintJob, unsettledPrintJobs } from '../../store/common/printing/print.ts';
import type { Writer } from '../../store/store.ts';
import type { DeskContext } from '../core/context.ts';
import type { PrintQueue, Printing } from '../core/ports.ts';

export type NewPrint = Pick<PrintJobRow, 'caseId' | 'documentId' | 'form' | 'number' | 'printer' | 'copyOf'> & {
  readonly reason?: string;
  readonly serials?: readonly number[];
};

const listMilliseconds = 4000;
const followMilliseconds = 1000;
/** A screen or a key waits this long for a spooler; what it says later is noted all the same. */
const patienceMilliseconds = 4000;
/** So often a silent spooler is asked to give back what is void. */
const mostTries = 120;

export function createPrintQueue(getDesk: () => DeskContext): PrintQueue {
  const underWay = new Set<Promise<void>>();
  /** Jobs that are void here and may still be in a spooler. */
  const held = new Map<string, { readonly spoolId: string; readonly tries: number }>();
  let listed: { at: number; office: unknown; printers: Promise<Listed> } | undefined;
  let timer: NodeJS.Timeout | undefined;
  let closing: Promise<void> | undefined;
  let round: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  const rolls = (): readonly RollPrinter[] => getDesk().findOffice()?.rollPrinters ?? [];
  let combined: AllWays | undefined;

  /** The machine's printers and the office's own roll printers. */
  function ways(): AllWays {
    const { printing, rollTimes } = getDesk().ports;
    return (combined ??= openSpoolers({ rolls, rollTimes }, printing));
  }

  function printers(afresh = false): Promise<Listed> {
    const now = getDesk().ports.clock.now();
    const office = getDesk().findOffice();
    // A printer that was just set is looked for at once, not after the next few seconds.
    if (afresh || listed === undefined || listed.office !== office || now - listed.at > listMilliseconds) {
      listed = { at: now, office, printers: ways().list() };
    }
    return listed.printers;
  }

  async function printerState(name: string): Promise<Status['printer']> {
    if (name === '') return { name, state: 'none', reason: null };
    const { printers: listed, silent } = await printers();
    const found = listed.find((printer) => printer.name === name);
    if (found !== undefined) return { name, state: found.state, reason: found.reason };
    // Whether it is there nobody said: that its spooler is silent is another trouble than a printer that is gone.
    return silent === null
      ? { name, state: 'missing', reason: null }
      : { name, state: 'unknown', reason: silent.fault };
  }

  function send(jobId: string, paper: Drawn): void {
    const sending = sendJob(getDesk(), jobId, paper, { submit, late }).finally(() => underWay.delete(sending));
    underWay.add(sending);
    watch();
  }

  function late(jobId: string, spoolId: string): void {
    held.set(jobId, { spoolId, tries: mostTries });
    void follow().then(watch);
  }

  function watch(): void {
    if (closing !== undefined || timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      void follow().then(() => {
        if (held.size > 0 || unsettledPrintJobs(getDesk().store.db).some(({ state }) => state === 'spooled')) watch();
      });
    }, followMilliseconds);
    timer.unref();
  }

  /** One round at a time, and one more for who asked meanwhile: a spooler that hangs gathers no crowd of questions. */
  function follow(): Promise<void> {
    if (round === undefined) round = followAll().finally(() => (round = undefined));
    else next ??= round.then(() => ((next = undefined), follow()));
    return atMost(next ?? round, patienceMilliseconds);
  }

  async function followAll(): Promise<void> {
    await Promise.all(underWay);
    await letGo();
    for (const job of unsettledPrintJobs(getDesk().store.db))
      if (job.spoolId !== null && isToBeAsked(job) && (await followOne(getDesk(), job, job.spoolId, ways())))
        listed = undefined;
  }

  async function submit(printer: string, title: string, paper: Drawn, asItIs = false): ReturnType<Printing['submit']> {
    const margins = asItIs ? undefined : findMargins(getDesk().getOffice(), printer);
    const order = await orderFor(getDesk(), { printer, title, margins }, paper);
    return isFault(order) ? order : ways().submit(order);
  }

  async function takeBack(jobId: string): Promise<SpoolOutcome | null> {
    await atMost(Promise.all(underWay), patienceMilliseconds);
    const job = findPrintJob(getDesk().store.db, jobId);
    if (job === undefined || job.spoolId === null) return null;
    const said = (await ways().cancel(job.spoolId)) ?? (await ways().state(job.spoolId));
    note(getDesk(), job, said);
    return said.state;
  }

  function release(jobIds: readonly string[]): void {
    for (const jobId of jobIds) {
      const spoolId = findPrintJob(getDesk().store.db, jobId)?.spoolId;
      if (spoolId !== null && spoolId !== undefined) late(jobId, spoolId);
    }
  }

  /** Until each spooler has said what became of it: one that is silent now may print it when it comes back. */
  async function letGo(): Promise<void> {
    for (const [jobId, { spoolId, tries }] of held) {
      const isAnswered = await cancelLate(getDesk(), jobId, spoolId, ways());
      if (isAnswered || tries <= 1) held.delete(jobId);
      else held.set(jobId, { spoolId, tries: tries - 1 });
    }
  }

  function recover(): void {
    const jobs = unsettledPrintJobs(getDesk().store.db);
    for (const job of jobs)
      if (job.state === 'queued') move(getDesk(), job.jobId, 'unknown', { reason: 'interrupted' });
    if (jobs.some(({ state }) => state === 'spooled')) watch();
  }

  function close(): Promise<void> {
    clearTimeout(timer);
    // What is on its way is waited for: what became of it is to stand in the journal.
    closing ??= Promise.all(underWay).then(() => follow());
    return closing;
  }

  return { printers, printerState, send, submit, takeBack, release, follow, recover, close };
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
    // A spooler would print it small, or over the edge, and say it is done.
    const only = onlySheet(office, printer);
    if (only !== undefined && only !== order.size) return fault('print-refused', { printer, reason: `only-${only}` });
    const isMoved = margins !== undefined && (margins.leftMm !== 0 || margins.topMm !== 0);
    return isMoved ? { ...order, pdf: await desk.paper.moved(paper, margins) } : order;
  }
  const dots = desk.paper.dots(paper, roll.widthMm, margins);
  return dots === null ? fault('print-refused', { printer, reason: 'not-for-roll' }) : { ...order, dots };
}

type Doors = {
  readonly submit: PrintQueue['submit'];
  /** What a spooler took after its job was settled. */
  readonly late: (jobId: string, spoolId: string) => void;
};

async function sendJob(desk: DeskContext, jobId: string, paper: Drawn, { submit, late }: Doors): Promise<void> {
  const job = findPrintJob(desk.store.db, jobId);
  if (job === undefined) return;
  const { printer, number: title } = job;
  if (printer === '') return void move(desk, jobId, 'failed', { reason: 'printer-missing' });
  try {
    // The title may be seen in the office's print list: the number alone, nobody's name.
    const answer = await submit(printer, title, paper);
    if ('fault' in answer) return void move(desk, jobId, 'failed', { reason: reasonOf(answer) });
    const { spoolId, unsure } = answer;
    const isNoted =
      unsure === undefined
        ? move(desk, jobId, 'spooled', { spoolId })
        : move(desk, jobId, 'unknown', { spoolId, reason: unsure });
    // Somebody settled the job while the spooler was silent: what it now has must not come out as well.
    if (!isNoted && findPrintJob(desk.store.db, jobId)?.state === 'void') late(jobId, spoolId);
  } catch (error) {
    desk.ports.log.write('print-submit', { jobId, error });
    move(desk, jobId, 'unknown', { reason: 'spooler-silent' });
  }
}

/** Whether the spooler answered. */
async function cancelLate(desk: DeskContext, jobId: string, spoolId: string, printing: Printing): Promise<boolean> {
  try {
    const { state, reason } = (await printing.cancel(spoolId)) ?? (await printing.state(spoolId));
    desk.ports.log.write('print-taken-back', { jobId, state, reason });
    return state !== 'unknown' || !silences.has(reason ?? '');
  } catch (error) {
    desk.ports.log.write('print-cancel', { jobId, error });
    return false;
  }
}

/** Resolves with the work, or when so long has gone by. */
async function atMost(work: Promise<unknown>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, ms)));
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** What was unknown because the spooler was silent is asked again: it may have come back with the answer. */
const silences: ReadonlySet<string> = new Set(['spooler-silent', 'spooler-unreachable']);

function isToBeAsked({ state, reason }: PrintJobRow): boolean {
  return state === 'spooled' || (state === 'unknown' && silences.has(reason ?? ''));
}

function reasonOf(refusal: Fault): string {
  return 'reason' in refusal.data ? refusal.data.reason : refusal.fault;
}

/** Whether the job has come further: its printer then is another too. */
async function followOne(desk: DeskContext, job: PrintJobRow, spoolId: string, printing: Printing): Promise<boolean> {
  return note(desk, job, await printing.state(spoolId));
}

function note(desk: DeskContext, { jobId }: PrintJobRow, { state, reason }: SpoolState): boolean {
  const now = findPrintJob(desk.store.db, jobId);
  if (now === undefined) return false;
  const to = afterReading(now.state, state);
  return to !== now.state && move(desk, jobId, to, reason === null ? {} : { reason });
}

/**
 * The desk itself notes what the spooler says, unless a person settled the job while the spooler was asked (`print.settle`). Whether it was
 * noted.
 */
function move(
  desk: DeskContext,
  jobId: string,
  to: PrintState,
  detail: { spoolId?: string; reason?: string },
): boolean {
  const from = findPrintJob(desk.store.db, jobId)?.state;
  if (from === undefined || !mayMovePrint(from, to, 'spooler')) {
    desk.ports.log.write('print-move-ignored', { jobId, from, to });
    return false;
  }
  const done = desk.store.write(null, desk.now(), (tx) =>
    tx.append({ kind: 'print', jobId }, { type: 'print-moved', to, ...detail }),
  );
  if (isFault(done)) desk.ports.log.write('print-move', { jobId, to, fault: done.fault });
  return !isFault(done);
}

/** The sheet a paper was drawn for: a list is on A4 whatever receipts are on. */
function sheetOf({ laid: [page] }: Drawn): PaperSize | undefined {
  if (page === undefined) return undefined;
  return Math.max(page.width, page.height) > 800 ? 'A4' : 'A5';
}
