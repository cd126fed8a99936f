import Database from 'better-sqlite3';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { isFault } from '../../electron/contract/base/fault.ts';
import { createDesk } from '../../electron/desk/desk.ts';
import { seeded } from '../support/data/seeded.ts';
import { newFolder } from '../support/desk/folder.ts';
import { fakePrinter, monday, openTestDesk, password, portsOf, reception } from '../support/desk/test-desk.ts';

/** `BITS=600` turns as many, `BITS_FROM=7` others. */
const flips = Number(process.env['BITS'] ?? 60);
const seed = Number(process.env['BITS_FROM'] ?? 1);

/** Not derived and not kept under a hash: in an office that is not encrypted what changes in these is seen by nobody (docs/topics/threat-model.md). */
const vouchedForByNothing: ReadonlySet<string> = new Set(['account', 'draft', 'known_password']);

let made: string;
beforeAll(async () => {
  const at = openTestDesk();
  await at.get('office.openPractice', { cases: 40, seed: 1, password });
  at.sit('clerk');
  await at.get('case.receive', reception());
  await at.desk.close();
  made = at.folder;
}, 60_000);

type Held = { readonly integrity: string; readonly tables: ReadonlyMap<string, string> };

/** All that a file holds, as another program reads it; null where it cannot be read. */
function heldIn(file: string): Held | null {
  const db = new Database(file, { readonly: true });
  try {
    const names = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'").pluck();
    const rowsOf = (name: string) => JSON.stringify(db.prepare(`SELECT * FROM "${name}"`).raw().all());
    const tables = new Map((names.all() as string[]).map((name) => [name, rowsOf(name)]));
    return { integrity: JSON.stringify(db.pragma('integrity_check')), tables };
  } catch {
    return null;
  } finally {
    db.close();
  }
}

/** Where a file says something else than it did; null where it says the same, for nothing lies there. */
function changedIn(file: string, before: Held): readonly string[] | null {
  const held = heldIn(file);
  if (held === null) return ['unreadable'];
  const other = [...before.tables].flatMap(([name, rows]) => (held.tables.get(name) === rows ? [] : [name]));
  if (other.length > 0) return other;
  return held.integrity === before.integrity ? null : ['an index'];
}

test('a bit that is turned anywhere in a file that is not encrypted is found at the opening or by verify, or changes nothing that is read', async () => {
  const whole = readFileSync(path.join(made, 'desk.sqlite'));
  const draw = seeded(seed);
  const before = heldIn(path.join(made, 'desk.sqlite'));
  if (before === null) throw new Error('the office cannot be read');
  const told = { nothing: 0, opening: 0, verify: 0 };
  const unseen: string[] = [];
  for (let nth = 0; nth < flips; nth += 1) {
    const folder = newFolder();
    cpSync(made, folder, { recursive: true });
    const at = draw(whole.length);
    const bytes = Buffer.from(whole);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << draw(8));
    const file = path.join(folder, 'desk.sqlite');
    writeFileSync(file, bytes);
    const changed = changedIn(file, before);
    const desk = changed === null ? null : createDesk(portsOf(folder, { at: monday + 60_000 }, fakePrinter(), []));
    if (desk === null) told.nothing += 1;
    else if (isFault(desk)) told.opening += 1;
    else {
      const { ok } = desk.verify();
      await desk.close();
      if (!ok) told.verify += 1;
      else if (changed?.every((name) => vouchedForByNothing.has(name)) !== true)
        unseen.push(`${at}: ${changed?.join()}`);
    }
    rmSync(folder, { recursive: true, force: true });
  }
  expect(unseen).toEqual([]);
  // Both were met, or nothing was tried.
  expect(told.opening).toBeGreaterThan(0);
  expect(told.verify).toBeGreaterThan(0);
}, 900_000);
