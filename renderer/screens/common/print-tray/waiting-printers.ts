import type { Status } from '../../../../electron/contract/common/office/office.ts';
import type { PrintJob, Printer } from '../../../../electron/contract/common/printing/paper.ts';
import { spareFor } from '../../../../electron/domain/common/printing/spare-printer.ts';

type Waiting = {
  readonly printer: string;
  readonly trouble: 'stopped' | 'missing' | 'failing';
  readonly count: number;
  /** Where it could all go, or undefined. */
  readonly spare: string | undefined;
};

/** The printer that stands in for another, by what the bar knows of the office. */
export function spareOf(
  { printer, sparePrinter }: Pick<Status, 'printer' | 'sparePrinter'>,
  name: string,
): string | undefined {
  return spareFor({ printer: printer.name, sparePrinter: sparePrinter?.name }, name);
}

/** Whether a printer is stopped or not there; as long as the list is not known, it is thought to be there. */
export function isPrinterAway(printers: readonly Printer[] | undefined, name: string): boolean {
  if (printers === undefined) return false;
  const state = printers.find((printer) => printer.name === name)?.state;
  return state === undefined || state === 'stopped';
}

const moves: ReadonlySet<string> = new Set(['spooled', 'failed']);

/** Printers that are away, or that failed more than one sheet, with what waits for them; what nobody knows of is not counted. */
export function waitingPrinters(
  jobs: readonly PrintJob[],
  printers: readonly Printer[],
  status: Pick<Status, 'printer' | 'sparePrinter'>,
): Waiting[] {
  const names = [...new Set(jobs.map(({ printer }) => printer))].filter((name) => name !== '');
  return names.flatMap((printer) => {
    const waiting = jobs.filter((job) => job.printer === printer && moves.has(job.state));
    const state = printers.find(({ name }) => name === printer)?.state ?? 'missing';
    const failed = waiting.filter((job) => job.state === 'failed').length;
    const isAway = state === 'stopped' || state === 'missing';
    if (waiting.length === 0 || (!isAway && failed < 2)) return [];
    const count = isAway ? waiting.length : failed;
    return [{ printer, trouble: isAway ? state : 'failing', count, spare: spareOf(status, printer) }];
  });
}
