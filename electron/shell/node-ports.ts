import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { uptime } from 'node:os';
import path from 'node:path';
import type { Log, Ports, Printing } from '../desk/core/ports.ts';
import { makeFolder } from '../disk/shared.ts';
import { papersFolder } from '../paper/printers/spooler.ts';
import { createLogFile } from './log/log-file.ts';
import { fontsFolderOf, machineFolderOf } from './places.ts';

type Given = {
  readonly dataFolder: string;
  readonly resourcesFolder: string;
  readonly version: string;
  /** Who opens the data folder, in a word or two: a second process is told so. */
  readonly opener: string;
  /** Where log lines go; `dataFolder/log/` when not said. */
  readonly log?: Log;
};

/** What the desk needs from a machine that runs Node: the same for every shell. */
export function nodePorts({ dataFolder, resourcesFolder, version, opener, log }: Given): Ports {
  const now = () => Date.now();
  return {
    dataFolder: path.resolve(dataFolder),
    resourcesFolder,
    fontsFolder: fontsFolderOf(resourcesFolder),
    machineFolder: machineFolderOf(dataFolder),
    version,
    holder: `desk ${opener}, pid ${process.pid}`,
    // Not performance.now(): on Linux that stands still while the machine sleeps, and an hour's sleep would look like a clock set forward by one.
    clock: { now, ran: () => uptime() * 1000, boot },
    random: { uuid: () => randomUUID(), bytes: (size) => randomBytes(size) },
    printing: lazyPrinting(path.join(dataFolder, papersFolder)),
    log: log ?? createLogFile({ folder: path.join(dataFolder, 'log'), now }),
  };
}

/** As Linux names it. Windows and macOS say no such thing of which it is told that it is another after each start. */
function boot(): string | undefined {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return undefined;
  }
}

/** The spoolers are loaded at the first paper, so that a start does not wait for them. */
function lazyPrinting(pdfFolder: string): Printing {
  let loaded: Promise<Printing> | undefined;
  const get = () => (loaded ??= loadPrinting(pdfFolder));
  return {
    list: async () => (await get()).list(),
    submit: async (order) => (await get()).submit(order),
    state: async (spoolId) => (await get()).state(spoolId),
    cancel: async (spoolId) => (await get()).cancel(spoolId),
  };
}

async function loadPrinting(pdfFolder: string): Promise<Printing> {
  const { openSpoolers } = await import('../paper/printers/drivers.ts');
  makeFolder(pdfFolder);
  return openSpoolers({ platform: process.platform, pdfFolder });
}
