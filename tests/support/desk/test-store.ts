import Database from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { isFault } from '../../../electron/contract/base/fault.ts';
import type { CaseAction, ReceivedAction } from '../../../electron/domain/entries/case.ts';
import { keepCatalogue } from '../../../electron/store/catalogue/catalogue.ts';
import { uuidText, uuidV7 } from '../../../electron/store/file/rows/codecs.ts';
import type { Db } from '../../../electron/store/file/db.ts';
import type { OpenFault } from '../../../electron/store/file/opening/open.ts';
import { type Store, openStore } from '../../../electron/store/store.ts';
import { verifyStore } from '../../../electron/store/safety/verify/verify.ts';
import { newFolder } from './folder.ts';

export const monday = Date.parse('2026-11-23T09:00:00+07:00');

function randomBytes(): (size: number) => Uint8Array {
  let state = 7;
  return (size) => Uint8Array.from({ length: size }, () => (state = (state * 48_271) % 2_147_483_647) & 0xff);
}

export function tryStore(folder: string): Store | OpenFault {
  return openStore({ folder, holder: 'a test', random: randomBytes() });
}

export function openTestStore(folder: string = newFolder()): Store {
  const store = tryStore(folder);
  if (isFault(store)) throw new Error(`the store does not open: ${JSON.stringify(store)}`);
  return store;
}

export function fileOf(folder: string): string {
  return path.join(folder, 'desk.sqlite');
}

/** Every file of a folder with the hash of its bytes: what was there before must be there after. */
export function bytesOf(folder: string): Record<string, string> {
  const names = readdirSync(folder).sort();
  return Object.fromEntries(
    names.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(path.join(folder, name)))
        .digest('hex'),
    ]),
  );
}

/** A connection without the house's settings: what somebody with another tool can do. */
export function tamper(folder: string, change: (db: Db) => void): void {
  const db = new Database(fileOf(folder));
  try {
    change(db);
  } finally {
    db.close();
  }
}

/** All rows of all tables as one hash: two files with the same hash hold the same. */
export function stateHash(db: Db): string {
  const hash = createHash('sha256');
  // The index of names is packed by when it was written, not only by what is in it; the names themselves are in `name`.
  const tables = db
    .prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'name_index%' ORDER BY name",
    )
    .pluck()
    .all() as string[];
  for (const table of tables) {
    hash.update(`\n${table}`);
    for (const row of db.prepare(`SELECT * FROM "${table}" NOT INDEXED`).raw().iterate())
      hash.update(JSON.stringify(row));
  }
  return hash.digest('hex');
}

/** What `desk verify` finds wrong, each with the check that found it. */
export function findingsOf(db: Db): string[] {
  return verifyStore(db).flatMap(({ name, found }) => found.map((finding) => `${name}: ${finding}`));
}

const catalogueVersion = 'test-1';

/** Gives a store the one procedure that `received` names. */
export function adoptProcedure(store: Store): void {
  const kept = store.write(null, monday, ({ db }) =>
    keepCatalogue(db, catalogueVersion, [{ code: '1.001193', name: 'Đăng ký khai sinh', body: {} }]),
  );
  if (isFault(kept)) throw new Error(kept.fault);
}

export function caseId(index: number): string {
  return uuidText(uuidV7(monday + index, new Uint8Array(10).fill(index % 251)));
}

/** The reception of an invented person's file under the given serial. */
export function received(serial: number, change: Partial<ReceivedAction> = {}): ReceivedAction {
  const printed = String(serial).padStart(4, '0');
  return {
    type: 'received',
    number: { local: `Q1-261123-${printed}`, official: `H29.999-261123-${printed}` },
    serial,
    day: '2026-11-23',
    procedureCode: '1.001193',
    catalogueVersion,
    channel: 'direct',
    applicant: {
      kind: 'citizen',
      fullName: 'NGUYỄN THỊ ĐẶNG ÁNH',
      idNumber: String(79_190_000_000 + serial).padStart(12, '0'),
    },
    components: [[0, 1, 0]],
    quantity: 1,
    resultDelivery: { kind: 'desk' },
    term: { value: 1, unit: 'working-day' },
    dueAt: '2026-11-25T17:00:00+07:00',
    steps: [],
    fees: [],
    ...change,
  };
}

/** Writes actions on a case, each in a transaction of its own. */
export function act(store: Store, index: number, ...actions: CaseAction[]): void {
  for (const action of actions) {
    const done = store.write(null, monday + index * 1000, (tx) =>
      tx.append({ kind: 'case', caseId: caseId(index) }, action),
    );
    if (isFault(done)) throw new Error(done.fault);
  }
}
