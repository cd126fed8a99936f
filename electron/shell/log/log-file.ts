import { closeSync, existsSync, lstatSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { Log } from '../../desk/core/ports.ts';
import { makeFolder, share, unlinked } from '../../disk/shared.ts';
import { logLine } from './log-line.ts';

type Options = {
  readonly folder: string;
  readonly now: () => number;
  /** Bytes after which a new file begins. */
  readonly maxBytes?: number;
  /** Files kept, the present one among them. */
  readonly keep?: number;
};

/**
 * `desk.log` as JSON lines; a full file becomes `desk.1.log`, and the oldest is overwritten. Written at once, without a buffer:
 * the lines that matter are the last ones before a fall. A log that cannot be written never stops the desk.
 */
export function createLogFile({ folder, now, maxBytes = 1_048_576, keep = 5 }: Options): Log {
  const file = (index: number) => path.join(folder, index === 0 ? 'desk.log' : `desk.${index}.log`);
  let size: number | undefined;

  function rotate(): void {
    for (let index = keep - 1; index > 0; index -= 1) {
      if (existsSync(file(index - 1))) renameSync(file(index - 1), file(index));
    }
    size = 0;
  }

  function append(line: string): void {
    if (size === undefined) {
      makeFolder(folder);
      const found = lstatSync(file(0), { throwIfNoEntry: false });
      // Somebody else of the folder's group laid it: what it leads to is not written into, and the log is not silent for it.
      if (found?.isSymbolicLink() === true) rmSync(file(0));
      size = found?.isFile() === true ? found.size : 0;
    }
    const bytes = Buffer.byteLength(line);
    if (size > 0 && size + bytes > maxBytes) rotate();
    const handle = openSync(file(0), unlinked.append, 0o600);
    try {
      writeSync(handle, line);
    } finally {
      closeSync(handle);
    }
    if (size === 0) share(file(0));
    size += bytes;
  }

  return {
    write(event, data) {
      try {
        append(`${logLine(now(), event, data)}\n`);
      } catch {
        // A full or read-only disk is told to the clerk by the store; the log has nobody to tell.
        size = undefined;
      }
    },
  };
}
