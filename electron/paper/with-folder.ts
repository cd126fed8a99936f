import { folderPrinter } from './folder-spooler.ts';
import type { Spooler } from './spooler.ts';

const mark = 'folder:';

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
      return 'fault' in answer ? answer : { spoolId: `${mark}${answer.spoolId}` };
    },
    state: (spoolId) => (spoolId.startsWith(mark) ? folder.state(spoolId.slice(mark.length)) : machine.state(spoolId)),
    // A file in a folder is there at once: nothing of it can be taken back.
    cancel: (spoolId) => (spoolId.startsWith(mark) ? folder.cancel(spoolId) : machine.cancel(spoolId)),
  };
}
