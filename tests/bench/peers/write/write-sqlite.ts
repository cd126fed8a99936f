import path from 'node:path';
import Database from 'better-sqlite3';
import type { Contestant, Receptions } from '../contestant.ts';
import { loadPeer } from '../installed.ts';
import type { Reception, TableRow } from '../reception-rows.ts';

type Db = Database.Database;

/** The settings of the desk's own file (electron/store/file/opening/open.ts) that a commit's cost and safety hang on. */
const settings = [
  'journal_mode = WAL',
  'synchronous = FULL',
  'foreign_keys = ON',
  'recursive_triggers = ON',
  'trusted_schema = OFF',
  'cell_size_check = ON',
  'mmap_size = 0',
  'temp_store = MEMORY',
  'secure_delete = FAST',
  'cache_size = -65536',
] as const;

function setUp(db: Db): void {
  for (const pragma of settings) db.pragma(pragma);
}

/** The limit: prepared statements, one transaction a reception, over a copy of the office's file. */
export function bareContestant(file: string, receptions: Receptions): Contestant {
  const db = new Database(file);
  setUp(db);
  const statements = new Map<string, Database.Statement>();
  function insert({ table, values }: TableRow): void {
    const columns = Object.keys(values);
    const sql = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
    const known = statements.get(table) ?? db.prepare(sql);
    statements.set(table, known);
    known.run(...Object.values(values));
  }
  const write = db.transaction((rows: Reception) => rows.forEach(insert));
  return {
    write: (index) => {
      const rows = receptions(index);
      const begun = performance.now();
      write.immediate(rows);
      return Promise.resolve(performance.now() - begun);
    },
    present: (index) => Promise.resolve(countRows(db, receptions(index))),
    close: () => {
      db.close();
      return Promise.resolve();
    },
  };
}

function countRows(db: Db, rows: Reception): { there: number; of: number } {
  const there = rows.filter(({ table, values }) => {
    const columns = Object.keys(values);
    const where = columns.map((column) => `${column} IS ?`).join(' AND ');
    return db.prepare(`SELECT 1 FROM ${table} WHERE ${where}`).get(...Object.values(values)) !== undefined;
  });
  return { there: there.length, of: rows.length };
}

type Manager = {
  insert(entity: string, values: unknown): Promise<unknown>;
  save(entity: string, values: unknown): Promise<unknown>;
};
type DataSource = {
  initialize(): Promise<unknown>;
  transaction(change: (manager: Manager) => Promise<void>): Promise<void>;
  destroy(): Promise<void>;
};
type TypeOrm = {
  readonly DataSource: new (options: Record<string, unknown>) => DataSource;
  readonly EntitySchema: new (options: Record<string, unknown>) => unknown;
};

/** TypeORM over the desk's own driver, tables, indexes and settings. `save` is what its guide shows: it looks first, then writes. */
export async function typeOrmContestant(
  file: string,
  receptions: Receptions,
  how: 'insert' | 'save',
): Promise<Contestant> {
  const { DataSource, EntitySchema } = loadPeer<TypeOrm>('typeorm');
  const reader = new Database(file);
  const tables = [...new Set(receptions(0).map(({ table }) => table))];
  const entities = tables.map((name) => new EntitySchema({ name, columns: columnsOf(reader, name) }));
  reader.close();
  const source = new DataSource({
    type: 'better-sqlite3',
    driver: Database,
    database: path.resolve(file),
    entities,
    synchronize: false,
    logging: false,
    prepareDatabase: setUp,
  });
  await source.initialize();
  return {
    write: async (index) => {
      const rows = receptions(index);
      const begun = performance.now();
      await source.transaction(async (manager) => {
        for (const { table, values } of rows) await manager[how](table, values);
      });
      return performance.now() - begun;
    },
    present: (index) => {
      const db = new Database(file);
      const counted = countRows(db, receptions(index));
      db.close();
      return Promise.resolve(counted);
    },
    close: () => source.destroy(),
  };
}

const types: Readonly<Record<string, string>> = { INTEGER: 'integer', TEXT: 'text', BLOB: 'blob' };

function columnsOf(db: Db, table: string): Record<string, unknown> {
  const columns = db.pragma(`table_info(${table})`) as { name: string; type: string; notnull: number; pk: number }[];
  return Object.fromEntries(
    columns.map(({ name, type, notnull, pk }) => [
      name,
      { type: types[type] ?? 'text', primary: pk > 0, nullable: notnull === 0 && pk === 0 },
    ]),
  );
}
