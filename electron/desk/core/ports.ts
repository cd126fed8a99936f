import type { Status } from '../../contract/office/office.ts';
import type { Printer } from '../../contract/printing/paper.ts';
import type { Drawn } from '../../paper/paper.ts';
import type { RollTimes } from '../../paper/printers/rolls.ts';
import type { Spooler } from '../../paper/printers/spooler.ts';

/** What the desk needs from the world. Types only: shells and tests bring the real ones. */
export type Ports = {
  /** The folder of this office's data; made if it does not exist. */
  readonly dataFolder: string;
  /** The folder with data/, forms/ and fonts/. */
  readonly resourcesFolder: string;
  readonly version: string;
  /** Who opens the folder, for the message a second process gets: `desk batch, pid 1234`. */
  readonly holder: string;
  readonly clock: MachineClock;
  readonly random: Random;
  readonly printing: Printing;
  /** How long roll printers are waited for; the usual where it is not said. */
  readonly rollTimes?: Partial<RollTimes>;
  readonly log: Log;
  /** Told when a case is on disk, before its paper is made: for measuring, and for nothing else. */
  readonly onDurable?: () => void;
};

/** Milliseconds since 1970, as the machine says. Whether to believe it is the desk's business. */
export type MachineClock = { now(): number };

export type Random = { uuid(): string; bytes(size: number): Uint8Array };

/** The way out for papers; which one it is (CUPS, Windows, a folder) is the shell's choice. */
export type Printing = Pick<Spooler, 'list' | 'submit' | 'state' | 'cancel'>;

/** Lines for the log file: ids and codes, never a person's data. */
export type Log = { write(event: string, data?: Record<string, unknown>): void };

/** Print jobs as records: a job is in the journal before a printer hears of it, and stays in sight until it is settled. */
export type PrintQueue = {
  /** The printers of this machine, looked up at most every few seconds. */
  printers(): Promise<readonly Printer[]>;
  printerState(name: string): Promise<Status['printer']>;
  /** Hands a recorded job's bytes to the spooler, and follows what becomes of it. Does not wait. */
  send(jobId: string, paper: Drawn): void;
  /** Hands over what is no job of a case, such as a test page; `asItIs` without the printer's margins. */
  submit(printer: string, title: string, paper: Drawn, asItIs?: boolean): ReturnType<Printing['submit']>;
  /** Takes a job back from its spooler where it can, and notes what the spooler then says of it. */
  takeBack(jobId: string): Promise<void>;
  /** Asks the spooler once about every job that it has; for the screen, and before the desk closes. */
  follow(): Promise<void>;
  /** After a start: jobs that were on their way when the desk stopped may or may not have come out. */
  recover(): void;
  close(): Promise<void>;
};
