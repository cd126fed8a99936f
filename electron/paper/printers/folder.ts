import { randomUUID } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { fault } from '../../contract/base/fault.ts';
import type { Printer } from '../../contract/printing/paper.ts';
import { type PrintOrder, type SpoolState, type Spooler, type SubmitFault, safeTitle } from './spooler.ts';

/** The one printer of this spooler. */
export const folderPrinter = 'pdf-folder';

/** Papers as PDF files in a folder, for a desk without a printer. A file is there whole or not at all, and none is written over. */
export function createFolderSpooler(folder: string): Spooler {
  return { list, submit, state, cancel: async () => undefined };

  async function list(): Promise<readonly Printer[]> {
    const reason = problemWith(folder);
    return [
      {
        name: folderPrinter,
        description: folder,
        state: reason === null ? 'ready' : 'stopped',
        reason,
        isDefault: true,
      },
    ];
  }

  async function submit(order: PrintOrder): Promise<{ readonly spoolId: string } | SubmitFault> {
    if (order.printer !== folderPrinter || problemWith(folder) === 'folder-missing')
      return fault('printer-missing', { printer: order.printer });
    const unfinished = join(folder, `.${randomUUID()}.part`);
    try {
      writeThrough(unfinished, order.pdf);
      const spoolId = freeName(safeTitle(order.title));
      renameSync(unfinished, join(folder, spoolId));
      syncFolder(folder);
      return { spoolId };
    } catch (error) {
      rmSync(unfinished, { force: true });
      const code = (error as NodeJS.ErrnoException).code ?? String(error);
      return code === 'ENOSPC'
        ? fault('disk-full', {})
        : fault('print-refused', { printer: order.printer, reason: code });
    }
  }

  async function state(spoolId: string): Promise<SpoolState> {
    return existsSync(join(folder, safeTitle(spoolId)))
      ? { state: 'printed', reason: null }
      : { state: 'unknown', reason: 'file-gone' };
  }

  function freeName(title: string): string {
    let name = `${title}.pdf`;
    for (let count = 2; existsSync(join(folder, name)); count += 1) name = `${title}-${count}.pdf`;
    return name;
  }
}

function writeThrough(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    let written = 0;
    while (written < bytes.length) written += writeSync(file, bytes, written);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** The new name is on disk only once the folder is; Windows keeps names itself and cannot open folders. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const file = openSync(folder, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function problemWith(folder: string): string | null {
  try {
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return 'folder-missing';
    accessSync(folder, constants.W_OK);
    return null;
  } catch {
    return 'folder-closed';
  }
}
