import { statSync } from 'node:fs';
import { type Fault, fault } from '../../contract/base/fault.ts';
import type { Db } from './db.ts';

/** Thrown where the file that is open is no longer the one in the folder: nothing more may be acknowledged. */
export class StoreGone extends Error {
  readonly fault: Fault<'store-gone'>;

  constructor(path: string, reason: string) {
    super(`${path}: ${reason}`);
    this.fault = fault('store-gone', { path, reason });
  }
}

export type FileWatch = {
  /** Throws StoreGone once the file or its log were removed, exchanged or cut under the open desk. */
  check(): void;
  /** The same after a commit; from here on neither may be shorter. */
  checkCommitted(): void;
};

type Seen = { readonly inode: bigint; readonly device: bigint; readonly size: bigint };

/**
 * A file that was removed under an open desk goes on taking commits that nobody will ever find: the system keeps it until it is closed. So the
 * names in the folder are compared with what was opened, before a commit and before it is acknowledged. It costs a few microseconds.
 */
export function watchFile(db: Db, path: string): FileWatch {
  const logPath = `${path}-wal`;
  const opened = look(path);
  let file = opened;
  let log = look(logPath);

  function check(): void {
    checkFile();
    checkLog();
  }

  function checkFile(): Seen {
    const now = look(path);
    if (now === undefined) throw new StoreGone(path, 'removed');
    if (opened === undefined || now.inode !== opened.inode || now.device !== opened.device)
      throw new StoreGone(path, 'exchanged');
    if (file !== undefined && now.size < file.size) throw new StoreGone(path, 'cut');
    return now;
  }

  function checkLog(): Seen | undefined {
    const now = look(logPath);
    if (log === undefined) {
      log = now;
      return now;
    }
    if (now === undefined) {
      // While an empty file is filled with a practice office it has no log, and needs none (bulk-load.ts).
      if (db.pragma('journal_mode', { simple: true }) === 'wal') throw new StoreGone(logPath, 'removed');
      log = undefined;
      return now;
    }
    if (now.inode !== log.inode || now.device !== log.device) throw new StoreGone(logPath, 'exchanged');
    if (now.size < log.size && now.size < neededByLog(db)) throw new StoreGone(logPath, 'cut');
    return now;
  }

  return {
    check,
    checkCommitted: () => {
      file = checkFile();
      log = checkLog();
    },
  };
}

function look(path: string): Seen | undefined {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found && { inode: found.ino, device: found.dev, size: found.size };
}

const logHead = 32n;
const frameHead = 24n;
const pageBytes = 8192n;

/** How long the log has to be for what SQLite believes is in it; it may have been put back into the file by ourselves. */
function neededByLog(db: Db): bigint {
  const [{ log = 0 } = {}] = db.pragma('wal_checkpoint(NOOP)') as { log?: number }[];
  return log <= 0 ? 0n : logHead + BigInt(log) * (frameHead + pageBytes);
}
