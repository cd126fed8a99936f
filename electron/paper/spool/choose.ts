import type { Printer } from '../../contract/printing/paper.ts';
import type { RollPrinter } from '../../contract/printing/printers.ts';
import { createCupsSpooler } from './cups.ts';
import { createFolderSpooler, folderPrinter } from './folder.ts';
import type { Spooler } from './spooler.ts';
import { createWindowsSpooler } from './windows.ts';

export type SpoolerOptions = {
  readonly platform: NodeJS.Platform;
  readonly pdfFolder?: string | undefined;
  readonly cupsServer?: string | undefined;
};

/** The spooler of this computer; a folder for PDF files, where the office set one, takes its place. */
export function chooseSpooler({ platform, pdfFolder, cupsServer }: SpoolerOptions): Spooler {
  if (pdfFolder !== undefined) return createFolderSpooler(pdfFolder);
  return platform === 'win32' ? createWindowsSpooler() : createCupsSpooler({ server: cupsServer });
}

const folderMark = 'folder:';

/** The machine's printers, and a folder for PDF files as one printer more: a desk without a printer still gives out its papers. */
export function withFolder(machine: Spooler, folder: Spooler): Spooler {
  return {
    name: machine.name,
    list: async () => {
      const own = await machine.list();
      const folders = await folder.list();
      if ('fault' in folders) return own;
      // The machine's own default stays the default.
      return [...('fault' in own ? [] : own), ...folders.map((printer) => ({ ...printer, isDefault: false }))];
    },
    submit: async (order) => {
      if (order.printer !== folderPrinter) return machine.submit(order);
      const answer = await folder.submit(order);
      return 'fault' in answer ? answer : { spoolId: `${folderMark}${answer.spoolId}` };
    },
    state: (spoolId) =>
      spoolId.startsWith(folderMark) ? folder.state(spoolId.slice(folderMark.length)) : machine.state(spoolId),
    // A file in a folder is there at once: nothing of it can be taken back.
    cancel: (spoolId) => (spoolId.startsWith(folderMark) ? folder.cancel(spoolId) : machine.cancel(spoolId)),
  };
}

const rollMark = 'roll:';
type Way = Pick<Spooler, 'list' | 'submit' | 'state' | 'cancel'>;

/** The machine's printers and the office's roll printers in one list; a roll printer goes before a queue of the same name. */
export function withRolls(machine: Way, roll: Way, rolls: () => readonly RollPrinter[]): Way {
  const isRoll = (name: string): boolean => rolls().some((printer) => printer.name === name);
  const wayOf = (spoolId: string): [Way, string] =>
    spoolId.startsWith(rollMark) ? [roll, spoolId.slice(rollMark.length)] : [machine, spoolId];
  return {
    list: async () => {
      const [own, theirs] = await Promise.all([machine.list(), roll.list()]);
      const listed = 'fault' in theirs ? [] : theirs;
      if ('fault' in own) return listed.length === 0 ? own : listed;
      return [...own.filter(({ name }: Printer) => !isRoll(name)), ...listed];
    },
    submit: async (order) => {
      if (!isRoll(order.printer)) return machine.submit(order);
      const answer = await roll.submit(order);
      return 'fault' in answer ? answer : { spoolId: `${rollMark}${answer.spoolId}` };
    },
    state: (spoolId) => {
      const [way, own] = wayOf(spoolId);
      return way.state(own);
    },
    cancel: (spoolId) => {
      const [way, own] = wayOf(spoolId);
      return way.cancel(own);
    },
  };
}
