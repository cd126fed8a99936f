import { isFault } from '../../../electron/contract/base/fault.ts';
import { commitsAfter } from '../../../electron/store/centre/exchange/commits.ts';
import { openFile } from '../../../electron/store/file/opening/open.ts';
import { loadPeer, peerVersion } from './installed.ts';

type Doc = { readonly _id: string; readonly [field: string]: unknown };
type Pouch = {
  bulkDocs(docs: readonly Doc[]): Promise<unknown>;
  info(): Promise<{ readonly doc_count: number }>;
  close(): Promise<void>;
};
type PouchDb = {
  new (name: string, options: Record<string, unknown>): Pouch;
  plugin(adapter: unknown): PouchDb;
  replicate(from: Pouch, to: Pouch, options: { readonly batch_size: number }): Promise<{ readonly ok: boolean }>;
};

export type Replicated = {
  readonly name: string;
  readonly seconds: number;
  /** Of this process. */
  readonly processor: number;
  readonly documents: number;
};

/**
 * The same commits of an office as documents, from one PouchDB to an empty one beside it: no network, no TLS, nothing sealed, no link of a chain looked at, no table
 * derived, and no write that waits for the disk.
 * @param place an office of the product, closed
 */
export async function replicated(place: string, folder: string): Promise<Replicated> {
  const db = openFile(place, 'bench');
  if (isFault(db)) throw new Error(db.fault);
  const docs = commitsAfter(db, {}).map((commit, at) => ({ _id: String(at).padStart(9, '0'), ...commit }));
  db.close();
  const PouchDB = loadPeer<PouchDb>('pouchdb-core')
    .plugin(loadPeer('pouchdb-adapter-leveldb'))
    .plugin(loadPeer('pouchdb-replication'));
  const [from, to] = ['from', 'to'].map((name) => new PouchDB(`${folder}-${name}`, { adapter: 'leveldb' })) as [
    Pouch,
    Pouch,
  ];
  for (let at = 0; at < docs.length; at += 1000) await from.bulkDocs(docs.slice(at, at + 1000));
  const [begun, cpu] = [performance.now(), process.cpuUsage()];
  const done = await PouchDB.replicate(from, to, { batch_size: 1000 });
  const seconds = (performance.now() - begun) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const { doc_count: documents } = await to.info();
  await Promise.all([from.close(), to.close()]);
  if (!done.ok || documents !== docs.length) throw new Error(`PouchDB brought ${documents} of ${docs.length}`);
  return { name: `PouchDB ${peerVersion('pouchdb-core')}`, seconds, processor: (user + system) / 1e6, documents };
}
