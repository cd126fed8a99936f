import { randomUUID } from 'node:crypto';
import { fault } from '../contract/fault.ts';
import type { Printer } from '../contract/printing/paper.ts';
import type { RollPrinter } from '../contract/printing/printers.ts';
import { encodePages } from './escpos.ts';
import { type RollTimes, boundedTimes, lookAtRoll, printOnRoll } from './roll-print.ts';
import type { PrintOrder, SpoolState, Spooler, SubmitFault } from './spooler.ts';

type Looked = { readonly at: number; readonly state: Printer['state']; readonly reason: string | null };

/** A look at a printer holds this long: they take one caller at a time, and have other callers. */
const lookMilliseconds = 10_000;
/** The list waits this long for a first look, and no longer. */
const patienceMilliseconds = 1200;
/** So many jobs are remembered; one that was forgotten is `unknown`. */
const mostJobs = 200;

/**
 * The roll printers an office has set, by raster ESC/POS over its own network. A printer takes one paper after another; what became of
 * each is remembered while the desk runs, and after a restart nobody knows.
 */
export function createRollSpooler(rolls: () => readonly RollPrinter[], given?: Partial<RollTimes>): Spooler {
  const times = boundedTimes(given);
  const jobs = new Map<string, SpoolState>();
  const turns = new Map<string, Promise<void>>();
  const looked = new Map<string, Looked>();
  const looking = new Map<string, Promise<void>>();
  return { name: 'roll', list, submit, state, cancel };

  async function list(): Promise<readonly Printer[]> {
    const printers = rolls();
    const fresh = Promise.all(printers.filter((printer) => isDue(printer)).map((printer) => look(printer)));
    if (printers.some(({ name }) => !looked.has(name))) await Promise.race([fresh, patience()]);
    return printers.map(({ name, host, widthMm }) => {
      const seen = looked.get(name);
      const state = turns.has(name) ? 'printing' : (seen?.state ?? 'unknown');
      const reason = turns.has(name) ? null : (seen?.reason ?? null);
      return { name, description: `${name} (${widthMm} mm, ${host})`, state, reason, isDefault: false, isRoll: true };
    });
  }

  function isDue({ name }: RollPrinter): boolean {
    if (turns.has(name) || looking.has(name)) return false;
    return performance.now() - (looked.get(name)?.at ?? -Infinity) > lookMilliseconds;
  }

  function look(printer: RollPrinter): Promise<void> {
    const { name } = printer;
    const look = lookAtRoll(printer, times).then((condition) => {
      looking.delete(name);
      remember(name, condition === 'ready' ? null : condition);
    });
    looking.set(name, look);
    return look;
  }

  function remember(name: string, trouble: string | null): void {
    const state = trouble === null ? 'ready' : trouble === 'printer-silent' ? 'unknown' : 'stopped';
    looked.set(name, { at: performance.now(), state, reason: trouble });
  }

  async function submit(order: PrintOrder): Promise<{ readonly spoolId: string } | SubmitFault> {
    const printer = rolls().find(({ name }) => name === order.printer);
    if (printer === undefined) return fault('printer-missing', { printer: order.printer });
    const { dots } = order;
    if (dots === undefined) return fault('print-refused', { printer: order.printer, reason: 'not-for-roll' });
    const spoolId = randomUUID();
    note(spoolId, { state: 'queued', reason: null });
    inTurn(printer, async () => {
      if (jobs.get(spoolId)?.state !== 'queued') return;
      note(spoolId, { state: 'printing', reason: null });
      const bytes = await encodePages(dots);
      const outcome = await printOnRoll(printer, bytes, times);
      note(spoolId, outcome);
      remember(printer.name, outcome.state === 'printed' ? null : outcome.reason);
    });
    return { spoolId };
  }

  function inTurn({ name }: RollPrinter, work: () => Promise<void>): void {
    const turn = Promise.all([turns.get(name), looking.get(name)])
      .then(work)
      .finally(() => turns.get(name) === turn && turns.delete(name));
    turns.set(name, turn);
  }

  function note(spoolId: string, outcome: SpoolState): void {
    jobs.set(spoolId, outcome);
    const [oldest] = jobs.keys();
    if (jobs.size > mostJobs && oldest !== undefined) jobs.delete(oldest);
  }

  async function state(spoolId: string): Promise<SpoolState> {
    return jobs.get(spoolId) ?? { state: 'unknown', reason: 'job-vanished' };
  }

  async function cancel(spoolId: string): Promise<void> {
    if (jobs.get(spoolId)?.state === 'queued') note(spoolId, { state: 'failed', reason: 'cancelled' });
  }
}

function patience(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, patienceMilliseconds).unref());
}
