import type { Fault } from '../../contract/base/fault.ts';
import type { Printer } from '../../contract/common/printing/paper.ts';
import type { SpoolOutcome } from '../../domain/common/printing/print-job.ts';
import type { Bitmap } from '../output/raster.ts';

/** In the data folder: where a desk without a printer puts its papers, which are for anybody to open. */
export const papersFolder = 'pdf';

/** A paper for a printer. `title` is the case number and nothing else: print queues show it to everybody. */
export type PrintOrder = {
  readonly pdf: Uint8Array;
  readonly printer: string;
  readonly copies: number;
  readonly title: string;
  readonly size: 'A5' | 'A4';
  /** The same pages as dots, for a printer of rolls. */
  readonly dots?: readonly Bitmap[];
};

/** What the spooler says of a job now; `reason` is its own words, or one of ours where it has none. */
export type SpoolState = { readonly state: SpoolOutcome; readonly reason: string | null };

/**
 * What a spooler took: `spoolId` finds the job again. `unsure` where it did not say so: the job may be in its queue or may still come, so
 * it is neither printed elsewhere nor called failed until it was found or a person has looked.
 */
export type Submitted = { readonly spoolId: string; readonly unsure?: string };

export type SubmitFault = Fault<'printer-missing' | 'print-refused' | 'spooler-unavailable' | 'disk-full'>;

/** The printers there are. Where several spoolers answer together, `silent` is one that did not: its printers are not among them. */
export type Listed = { readonly printers: readonly Printer[]; readonly silent: Fault<'spooler-unavailable'> | null };

/** One way out of the desk for a paper. Nothing here throws for a printer's sake: what goes wrong is a fault or the state `unknown`. */
export type Spooler = {
  list(): Promise<readonly Printer[] | Fault<'spooler-unavailable'>>;
  submit(order: PrintOrder): Promise<Submitted | SubmitFault>;
  state(spoolId: string): Promise<SpoolState>;
  /** Takes a job back where the spooler can, and says what became of it; where it says nothing, `state` is asked. */
  cancel(spoolId: string): Promise<SpoolState | void>;
};

/** A job title that every spooler takes, in which no name of a person can be hidden by mistake. */
export function safeTitle(title: string): string {
  return title.replace(/[^A-Za-z0-9._-]/g, '_').slice(0, 60) || 'giay';
}
