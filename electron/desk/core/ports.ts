import type { Fault } from '../../contract/base/fault.ts';
import type { RegisterCheck } from '../../contract/safety/backup/backup.ts';
import type { Status } from '../../contract/common/office/office.ts';
import type { SpoolOutcome } from '../../domain/common/printing/print-job.ts';
import type { BackupWhy } from '../../domain/safety/backup/rotation.ts';
import type { Drawn } from '../../paper/paper.ts';
import type { RollTimes } from '../../paper/printers/rolls.ts';
import type { Way } from '../../paper/printers/drivers.ts';
import type { Listed } from '../../paper/printers/spooler.ts';
import type { CityCode } from '../../exchange/city/code.ts';
import type { CityLink } from '../../exchange/city/link.ts';
import type { EnrolmentCode, HubPlace } from '../../exchange/hub/code.ts';
import type { HubLink } from '../../exchange/hub/link.ts';
import type { FoundBackup } from '../../store/safety/backup/manifest.ts';
import type { BackupFault } from '../../store/safety/backup/trouble.ts';

/** What the desk needs from the world. Types only: shells and tests bring the real ones. */
export type Ports = {
  /** The folder of this office's data; made if it does not exist. */
  readonly dataFolder: string;
  /** The folder of this machine where real offices keep their witness, outside the data; where there is none, it stands in the data folder. */
  readonly machineFolder?: string;
  /** The folder with data/, forms/ and, unless told, fonts/. */
  readonly resourcesFolder: string;
  readonly fontsFolder?: string;
  readonly version: string;
  /** Who opens the folder, for the message a second process gets: `desk batch, pid 1234`. */
  readonly holder: string;
  readonly clock: MachineClock;
  readonly random: Random;
  readonly printing: Printing;
  /** How long roll printers are waited for; the usual where it is not said. */
  readonly rollTimes?: Partial<RollTimes>;
  readonly log: Log;
  /** How one comes to the hub of a centre; over the network where it is not said. */
  readonly hub?: HubWay;
  /** How one comes to a city's database; over the network where it is not said. */
  readonly city?: CityWay;
  /** Told when a case is on disk, before its paper is made: for measuring, and for nothing else. */
  readonly onDurable?: () => void;
};

export type MachineClock = {
  /** Milliseconds since 1970, as the machine says. Whether to believe it is the desk's business. */
  readonly now: () => number;
  /** Milliseconds since the machine was started, its sleep among them, whatever its clock is set to; where it is not known, nothing is concluded of a clock that was set. */
  readonly ran?: () => number;
  /** The name of this run of the machine, another after each start; where it is not known, nothing is concluded of a clock that was set while no program looked. */
  readonly boot?: () => string | undefined;
};

type Random = { uuid(): string; bytes(size: number): Uint8Array };

/** The way to the hub of a centre. What goes wrong on it is a `HubFault`. */
export type HubWay = {
  /** Undefined where the text is no code of a hub, or not the whole of one. */
  readCode(text: string): Promise<EnrolmentCode | undefined>;
  /** A word that nobody can guess. */
  newSecret(): Promise<string>;
  /** The word of a code is put out of use, and this one stands in its place. */
  spendCode(place: HubPlace, newWord: string): Promise<void>;
  openLink(place: HubPlace): Promise<HubLink>;
};

/** The way to a city's database. What goes wrong on it is a `HubFault`, as on the way to a hub. */
export type CityWay = {
  /** Undefined where the text is no code of a city, or not the whole of one. */
  readCode(text: string): Promise<CityCode | undefined>;
  newSecret(): Promise<string>;
  spendCode(place: HubPlace, newWord: string): Promise<void>;
  openCity(place: HubPlace): Promise<CityLink>;
};

/** The way out for papers; which one it is (CUPS, Windows, a folder) is the shell's choice. */
export type Printing = Way;

/** Lines for the log file: ids and codes, never a person's data. */
export type Log = { write(event: string, data?: Record<string, unknown>): void };

/** The centre whose counter this desk is, for what holds at all of its counters (docs/adr/0034-people-of-the-centre.md). */
export type CentreTurns = {
  /** Whether what is told of people here holds at other counters: false on an island, and at a desk that its centre shut out or has not let in yet. */
  isMember(): boolean;
  /** Whether this desk was told that another computer works with a copy of its folder: from then on its numbers are of the upper half of its block. */
  isCopy(): boolean;
  /**
   * Does what one counter at a time does: with the hub's turn, after everything that others told, and told to them at once. On an island it is simply done. Where the
   * hub does not answer, or another counter keeps the turn too long, nothing is done.
   */
  turn<T>(work: () => Promise<T> | T): Promise<T | Fault<'turn-without-hub' | 'turn-taken'>>;
};

/** Backups: who makes them, when, and what came of it. */
export type BackupKeeper = {
  /** One proven backup in a place; beside the data and at the office's second place where none is named. */
  make(why: BackupWhy, place?: string): Promise<MadeBackup | BackupFault>;
  /** What the newest backup was, as its manifest says; null where there is none. */
  newest(): FoundBackup | null;
  /** Why the last try left a place without the newest backup; null where none did. Known without looking at any disk. */
  trouble(): Fault | null;
  /** The backups of each place, newest first. */
  places(): readonly BackupPlace[];
  running(): boolean;
  /** Of a sealed office: the backups, registers that were kept and papers printed into files, which anybody can still read. */
  plainLeft(): readonly string[];
  /** Writes over the backups that a sealed one has taken the place of; what could not be reached stays in `plainLeft`. */
  shredPlain(): Promise<void>;
  /** Looks whether one is due (at closing, whenever something happened since), and whether the second place is back. */
  tick(when: 'hourly' | 'closing'): Promise<void>;
};
export type MadeBackup = { readonly backup: FoundBackup; readonly trouble: Fault | null };
export type BackupPlace = {
  readonly path: string;
  readonly second: boolean;
  readonly backups: readonly FoundBackup[];
  /** Names of what was one and is none any more. */
  readonly broken: readonly string[];
  /** What was put there last and when, where it is not beside the data. */
  readonly had: { readonly madeAt: string; readonly at: string } | null;
  readonly trouble: Fault | null;
};

/** Looks at the whole register beside the desk: what opening it and each backup leave out are the tables, entry by entry. */
export type RegisterChecker = {
  last(): RegisterCheck;
  /** One at a time: who asks while one is running gets that one. Rejects where the thread that reads fails. */
  run(): Promise<RegisterCheck>;
  /** Not the one that is running: it looks at what was there before. */
  runAnew(): Promise<RegisterCheck>;
  /** Looks once after opening, and each day after that. */
  tick(): Promise<void>;
  /** Gives up what is under way, so that nobody waits for it at closing. */
  close(): Promise<void>;
};

/** Print jobs as records: a job is in the journal before a printer hears of it, and stays in sight until it is settled. */
export type PrintQueue = {
  /** The printers of this machine, looked up at most every few seconds unless `afresh`. */
  printers(afresh?: boolean): Promise<Listed>;
  printerState(name: string): Promise<Status['printer']>;
  /** Hands a recorded job's bytes to the spooler, and follows what becomes of it. Does not wait. */
  send(jobId: string, paper: Drawn): void;
  /** Hands over what is no job of a case, such as a test page; `asItIs` without the printer's margins. */
  submit(printer: string, title: string, paper: Drawn, asItIs?: boolean): ReturnType<Printing['submit']>;
  /** Takes a job back from its spooler where it can, and notes what the spooler then says of it; null where there is nothing to ask. */
  takeBack(jobId: string): Promise<SpoolOutcome | null>;
  /** Takes jobs that will not be printed any more out of their spooler, now or when it answers. Notes nothing and does not wait. */
  release(jobIds: readonly string[]): void;
  /** Asks the spooler once about every job that it has; a spooler that is slow to answer is not waited for. */
  follow(): Promise<void>;
  /** After a start: jobs that were on their way when the desk stopped may or may not have come out. */
  recover(): void;
  close(): Promise<void>;
};
