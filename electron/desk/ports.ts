import type { Fault } from '../contract/fault.ts';
import type { PrinterInfo, SpoolState } from '../paper/spooler.ts';

/** What the desk needs from the world. Types only: shells and tests bring the real ones. */
export type Ports = {
  /** The folder of this office's data; made if it does not exist. */
  readonly dataFolder: string;
  /** The folder with data/, forms/ and fonts/. */
  readonly resourcesFolder: string;
  readonly version: string;
  /** Who opens the folder, for the message a second process gets: `desk batch, pid 1234`. */
  readonly holder: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly printing: Printing;
  readonly log: Log;
};

/** Milliseconds since 1970, as the machine says. Whether to believe it is the desk's business. */
export type Clock = { now(): number };

export type Random = { uuid(): string; bytes(size: number): Uint8Array };

export type Printing = {
  list(): Promise<readonly PrinterInfo[]>;
  submit(job: {
    readonly pdf: Uint8Array;
    readonly printer: string;
    readonly copies: number;
    readonly title: string;
  }): Promise<{ readonly spoolId: string } | Fault<'printer-missing'> | Fault<'print-refused'>>;
  state(spoolId: string): Promise<{ readonly state: SpoolState; readonly reason: string | null }>;
};

/** Lines for the log file: ids and codes, never a person's data. */
export type Log = { write(event: string, data?: Record<string, unknown>): void };
