import { fault } from '../../contract/base/fault.ts';
import type { RollPrinter } from '../../contract/common/printing/printers.ts';
import { createCupsSpooler } from './cups.ts';
import { createFolderSpooler, folderPrinter } from './folder.ts';
import { type RollTimes, createRollSpooler } from './rolls.ts';
import type { Listed, Spooler } from './spooler.ts';
import { createWindowsSpooler } from './windows.ts';

/** What there is to print with: only what is said here has a driver. */
export type SpoolPlace = {
  /** The computer's own printers. */
  readonly platform?: NodeJS.Platform;
  readonly cupsServer?: string | undefined;
  /** A folder for PDF files, as one printer more: a desk without a printer still gives out its papers. */
  readonly pdfFolder?: string;
  /** The roll printers an office has set, as they are now. */
  readonly rolls?: () => readonly RollPrinter[];
  readonly rollTimes?: Partial<RollTimes> | undefined;
};

/** What of a spooler its callers use; which one it is they need not know. */
export type Way = Omit<Spooler, 'list'> & {
  list(): Promise<Awaited<ReturnType<Spooler['list']>> | Listed>;
};

/** Several spoolers as one, which says of which it had no answer. */
export type AllWays = Omit<Way, 'list'> & { list(): Promise<Listed> };

type Driver = {
  readonly name: string;
  /** What its jobs' ids begin with, so that a job finds back to it; the computer's own spooler has no mark. */
  readonly mark: string;
  readonly when: (place: SpoolPlace) => boolean;
  readonly make: (place: SpoolPlace) => Way;
  /** Whether a printer of this name is its own; who stands higher in the table is asked first. */
  readonly has: (printer: string, place: SpoolPlace) => boolean;
};

/** Every kind of printer. A new one is a row here and its file. */
const drivers: readonly Driver[] = [
  {
    name: 'roll',
    mark: 'roll:',
    when: ({ rolls }) => rolls !== undefined,
    make: ({ rolls = () => [], rollTimes }) => createRollSpooler(rolls, rollTimes),
    has: (printer, { rolls = () => [] }) => rolls().some(({ name }) => name === printer),
  },
  {
    name: 'folder',
    mark: 'folder:',
    when: ({ pdfFolder }) => pdfFolder !== undefined,
    make: ({ pdfFolder = '' }) => createFolderSpooler(pdfFolder),
    has: (printer) => printer === folderPrinter,
  },
  {
    name: 'windows',
    mark: '',
    when: ({ platform }) => platform === 'win32',
    make: () => createWindowsSpooler(),
    has: () => true,
  },
  {
    name: 'cups',
    mark: '',
    when: ({ platform }) => platform !== undefined && platform !== 'win32',
    make: ({ cupsServer: server }) => createCupsSpooler({ server }),
    has: () => true,
  },
];

/** Which drivers a place has, in the order in which they are asked for a printer. */
export function driversOf(place: SpoolPlace): string[] {
  return drivers.filter(({ when }) => when(place)).map(({ name }) => name);
}

function listedOf(listed: Awaited<ReturnType<Way['list']>>): Listed {
  if ('printers' in listed) return listed;
  return 'fault' in listed ? { printers: [], silent: listed } : { printers: listed, silent: null };
}

/** All printers of a place in one; `rest` are those that somebody else opened, under the names that nobody here has. */
export function openSpoolers(place: SpoolPlace, rest?: Way): AllWays {
  const open = drivers.filter(({ when }) => when(place)).map((driver) => ({ ...driver, way: driver.make(place) }));
  const ways = [...open, ...(rest === undefined ? [] : [{ mark: '', has: () => true, way: rest }])];
  const ownerOf = (printer: string) => ways.find(({ has }) => has(printer, place));
  const wayOf = (spoolId: string): [Way, string] | undefined => {
    const found = ways.find(({ mark }) => spoolId.startsWith(mark));
    return found && [found.way, spoolId.slice(found.mark.length)];
  };
  return {
    list: async () => {
      // The computer's own printers first, and its default stays the default.
      const own = ways.at(-1);
      const lists = await Promise.all(
        ways.toReversed().map(async (one) => ({ one, ...listedOf(await one.way.list()) })),
      );
      const printers = lists.flatMap(({ one, printers: listed }) =>
        listed
          .filter(({ name }) => ownerOf(name) === one)
          .map((printer) => (one === own ? printer : { ...printer, isDefault: false })),
      );
      return { printers, silent: lists.find(({ silent }) => silent !== null)?.silent ?? null };
    },
    submit: async (order) => {
      const owner = ownerOf(order.printer);
      if (owner === undefined) return fault('printer-missing', { printer: order.printer });
      const answer = await owner.way.submit(order);
      return 'fault' in answer ? answer : { ...answer, spoolId: `${owner.mark}${answer.spoolId}` };
    },
    state: async (spoolId) => {
      const [way, own] = wayOf(spoolId) ?? [];
      return way === undefined ? { state: 'unknown', reason: 'job-vanished' } : way.state(own ?? '');
    },
    cancel: async (spoolId) => {
      const [way, own] = wayOf(spoolId) ?? [];
      return way?.cancel(own ?? '');
    },
  };
}
