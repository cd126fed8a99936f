import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { ContestantName } from './contestant.ts';
import { peerVersion } from './installed.ts';
import { keepReception, recordReception } from './reception-rows.ts';

/** One contestant in its place, and how the table calls it: what it is, how it asks the disk, how many rows it writes. */
export type Entrant = {
  readonly name: ContestantName;
  readonly place: string;
  readonly kept: string;
  readonly told: string;
};

const storeFile = 'desk.sqlite';

/**
 * Sets up the field: one reception is made by the desk, and each contestant gets its rows as a pattern, with a copy of the office as it was before
 * (or, PouchDB, an empty folder). The desk is the first.
 */
export async function setUpField(office: string, folder: string): Promise<Entrant[]> {
  mkdirSync(folder, { recursive: true });
  const recorded = path.join(folder, 'recorded');
  cpSync(office, recorded, { recursive: true });
  const pattern = await recordReception(recorded);
  const kept = keepReception(folder, pattern);
  const rows = `${pattern.length} rows`;
  const [orm, pouch] = [`TypeORM ${peerVersion('typeorm')}`, `PouchDB ${peerVersion('pouchdb-core')}`];
  const full = 'WAL, synchronous=FULL';
  const told: Readonly<Record<ContestantName, string>> = {
    desk: `the desk, ${full}, ${rows}`,
    bare: `bare prepared statements, ${full}, ${rows}`,
    'typeorm-insert': `${orm} insert, ${full}, ${rows}`,
    'typeorm-save': `${orm} save, ${full}, ${rows}`,
    pouchdb: `${pouch} leveldb as it comes, sync=false, ${rows} as documents`,
    'pouchdb-sync': `${pouch} leveldb made to sync, sync=true, ${rows} as documents`,
    'pouchdb-one': `${pouch} leveldb made to sync, sync=true, ${rows} in one document`,
  };
  return (Object.keys(told) as ContestantName[]).map((name) => {
    const own = path.join(folder, name);
    return { name, kept, told: told[name], place: placeOf(name, own, office) };
  });
}

function placeOf(name: ContestantName, own: string, office: string): string {
  if (!name.startsWith('pouchdb')) cpSync(office, own, { recursive: true });
  return name === 'desk' || name.startsWith('pouchdb') ? own : path.join(own, storeFile);
}
