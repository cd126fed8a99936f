import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fault } from '../../contract/base/fault.ts';
import type { Printer } from '../../contract/common/printing/paper.ts';
import { writeWhole } from '../../disk/durable.ts';
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
    const spoolId = freeName(safeTitle(order.title));
    try {
      writeWhole(join(folder, spoolId), order.pdf);
      return { spoolId };
    } catch (error) {
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

function problemWith(folder: string): string | null {
  try {
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return 'folder-missing';
    accessSync(folder, constants.W_OK);
    return null;
  } catch {
    return 'folder-closed';
  }
}
