import type { Contestant, Receptions } from '../contestant.ts';
import { loadPeer } from '../installed.ts';
import type { Reception } from '../reception-rows.ts';

type Doc = { readonly _id: string; readonly [field: string]: unknown };
type Pouch = {
  bulkDocs(docs: readonly Doc[]): Promise<readonly { readonly ok?: boolean }[]>;
  allDocs(options: { keys: readonly string[] }): Promise<{ readonly rows: readonly { readonly id?: string }[] }>;
  close(): Promise<void>;
};
type PouchDb = {
  new (name: string, options: Record<string, unknown>): Pouch;
  plugin(adapter: unknown): PouchDb;
};
type LevelBatch = (operations: unknown, options: object, done: unknown) => unknown;
type LevelDown = (location: string) => { _batch: LevelBatch };

export type PouchOptions = {
  /** LevelDB asks the disk at each write only where it is told to, and PouchDB has no setting that tells it. */
  readonly sync: boolean;
  /** `rows`: each row a document, all in one call. `one`: the whole reception as one document, as one would build it for PouchDB. */
  readonly shape: 'rows' | 'one';
};

/** PouchDB with its LevelDB adapter, on an empty folder. */
export function pouchContestant(folder: string, receptions: Receptions, { sync, shape }: PouchOptions): Contestant {
  const PouchDB = loadPeer<PouchDb>('pouchdb-core').plugin(loadPeer('pouchdb-adapter-leveldb'));
  const db = new PouchDB(folder, { adapter: 'leveldb', ...(sync ? { db: asksTheDisk(loadPeer('leveldown')) } : {}) });
  const documents = shape === 'one' ? asOne : asRows;
  return {
    write: async (index) => {
      const docs = documents(receptions(index), index);
      const begun = performance.now();
      const answers = await db.bulkDocs(docs);
      const time = performance.now() - begun;
      if (answers.some(({ ok }) => ok !== true)) throw new Error(`PouchDB refused: ${JSON.stringify(answers)}`);
      return time;
    },
    present: async (index) => {
      const keys = documents(receptions(index), index).map(({ _id }) => _id);
      const { rows } = await db.allDocs({ keys });
      return { there: rows.filter(({ id }) => id !== undefined).length, of: keys.length };
    },
    close: () => db.close(),
  };
}

/** The same LevelDB with `sync` in every batch. PouchDB tells its stores apart by the function's name. */
function asksTheDisk(leveldown: LevelDown): LevelDown {
  return function leveldownSync(location) {
    const level = leveldown(location);
    const batch = level._batch;
    level._batch = function asking(operations, options, done) {
      return batch.call(this, operations, { ...options, sync: true }, done);
    };
    return level;
  };
}

function asRows(rows: Reception, index: number): Doc[] {
  return rows.map(({ table, values }, at) => ({ _id: `${index}-${at}`, table, ...plain(values) }));
}

function asOne(rows: Reception, index: number): Doc[] {
  return [{ _id: `${index}`, rows: rows.map(({ table, values }) => ({ table, ...plain(values) })) }];
}

/** A document is JSON: bytes go as text. */
function plain(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value,
    ]),
  );
}
