import Database from 'better-sqlite3';
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fault } from '../../../contract/base/fault.ts';
import type { Db } from '../db.ts';
import { applicationId, mayLookAt, migrate, newestVersion } from '../migrate.ts';
import { type OpenFault, openFault } from './open.ts';
import { storeFileName } from '../file-names.ts';
import { type FileKey, keyFile } from './sealed.ts';

const workFolder = 'looking';

/**
 * A register that cannot be worked with, to be looked at: damaged, or of a later version that says it may be. It is copied with its log, as
 * encrypted as it is, and only the copy is opened, so that nothing done here changes what is to be mended.
 */
export function openToLook(
  folder: string,
  key: FileKey | null,
): { readonly db: Db; readonly folder: string } | OpenFault {
  const work = join(folder, workFolder);
  const path = join(work, storeFileName);
  let db: Db | undefined;
  try {
    endLook(folder);
    mkdirSync(work, { mode: 0o700 });
    for (const name of [storeFileName, `${storeFileName}-wal`])
      if (existsSync(join(folder, name))) copyFileSync(join(folder, name), join(work, name));
    db = new Database(path, { fileMustExist: true });
    if (key !== null) keyFile(db, key);
    for (const pragma of settings) db.pragma(pragma);
    const refused = refuse(db, path);
    if (refused === null) return { db, folder: work };
    db.close();
    endLook(folder);
    return refused;
  } catch (error) {
    db?.close();
    endLook(folder);
    return openFault(error, folder, path);
  }
}

export function endLook(folder: string): void {
  rmSync(join(folder, workFolder), { recursive: true, force: true });
}

const settings = ['trusted_schema = OFF', 'cell_size_check = ON', 'mmap_size = 0', 'temp_store = MEMORY'] as const;

function refuse(db: Db, path: string): OpenFault | null {
  if (db.pragma('application_id', { simple: true }) !== applicationId) return fault('store-foreign', { path });
  const version = db.pragma('user_version', { simple: true }) as number;
  if (!mayLookAt(db)) return fault('store-newer', { version });
  // The copy of an older one is brought to this version: this version's questions are asked of it.
  if (version < newestVersion()) migrate(db);
  return null;
}
