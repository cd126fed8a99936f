import Database from 'better-sqlite3';
import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { newestVersion } from '../../electron/store/file/migrate.ts';
import { stateHash } from '../../electron/store/safety/verify/state-hash.ts';
import { newFolder } from '../support/desk/folder.ts';
import { goldenOffice, goldenOffices } from '../support/desk/golden.ts';
import { fileOf, findingsOf, openTestStore } from '../support/desk/test-store.ts';

const script = path.resolve(import.meta.dirname, '../support/killed/killed-opening.ts');

function opened(folder: string, at: number) {
  const { signal, stdout, stderr } = spawnSync(process.execPath, [script, folder, String(at)], { encoding: 'utf8' });
  expect(stderr).toBe('');
  return { signal, counted: stdout };
}

/** What a process that was killed left: its version, and its tables by name. */
function leftIn(folder: string): { readonly version: number; readonly schema: unknown } {
  const copy = newFolder();
  cpSync(folder, copy, { recursive: true });
  const db = new Database(fileOf(copy));
  try {
    const version = db.pragma('user_version', { simple: true }) as number;
    return { version, schema: db.prepare('SELECT type, name, sql FROM sqlite_master ORDER BY name').all() };
  } finally {
    db.close();
  }
}

/** At some of the statements of each, of the first that was made at most, and around their commits; `MIGRATION_KILLS=1` kills at each statement of all. */
function pointsOf(file: string, { migrated, all }: { readonly migrated: number; readonly all: number }): number[] {
  const every = Number(process.env['MIGRATION_KILLS'] ?? (file.startsWith('schema-20') ? 5 : 40));
  const inMigration = Array.from({ length: migrated }, (_, at) => at).filter((at) => at % every === 0);
  const deriving = (file.startsWith('schema-20') || every === 1 ? [0, 1, 2, 3] : [0, 3]).map(
    (part) => migrated + Math.floor(((all - 1 - migrated) * part) / 3),
  );
  return [...new Set([...inMigration, migrated - 1, ...deriving])].filter((at) => at >= 0 && at < all);
}

describe('a process killed while it brings an older office to today', () => {
  test.each(goldenOffices())(
    '$file: the file is wholly old or wholly new, and whole when opened again',
    (golden) => {
      const whole = goldenOffice(golden.file);
      const before = leftIn(whole);
      const counted = JSON.parse(opened(whole, -1).counted) as { migrated: number; all: number };
      const after = leftIn(whole);
      expect(after.version).toBe(newestVersion());
      for (const at of pointsOf(golden.file, counted)) {
        const folder = goldenOffice(golden.file);
        expect(opened(folder, at).signal, `before statement ${at}`).toBe('SIGKILL');
        expect(leftIn(folder)).toEqual(at < counted.migrated ? before : after);
        const store = openTestStore(folder);
        expect(findingsOf(store.db), `before statement ${at}`).toEqual([]);
        expect(stateHash(store.db)).toBe(golden.state);
        store.close();
      }
    },
    400_000,
  );
});
