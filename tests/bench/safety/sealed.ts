import path from 'node:path';
import { isFault } from '../../../electron/contract/base/fault.ts';
import { type FileKey, headOf } from '../../../electron/store/file/opening/sealed.ts';
import { readKeys } from '../../../electron/store/keys/keys-file.ts';
import { unlock } from '../../../electron/store/keys/vault.ts';
import { acceptRows } from '../accept.ts';
import { backupRows } from './backup.ts';
import { fileSize, makeOffice, openOffice, password } from '../office.ts';
import { readRows } from '../reads.ts';
import { type Row, percentile, row } from '../row.ts';
import { searchTime } from '../search/search-bench.ts';
import { workBench } from '../work-bench.ts';

type Office = { readonly place: string; readonly cases: string; readonly count: number };

/**
 * What the plain office is asked too, of a sealed one of its own: each name begins with «sealed», and the bare statements write into a file under the
 * same key. So what encryption costs stands between two rows of one run.
 */
export async function sealedRows({ place, cases, count }: Office, rounds: number): Promise<Row[]> {
  const seconds = await makeOffice(place, count, true);
  const key = await keyOf(place);
  const size = fileSize(place) / count / 1000;
  const search = searchTime({ folder: place, key });
  const rows = [
    row({ name: `practice office made, ${cases}`, value: seconds, unit: 's', target: 'no target', met: true }),
    row({ name: `file size a case, ${cases}`, value: size, unit: 'kB', target: '≤ 1.2 kB', met: size <= 1.2 }),
    ...(await acceptRows(place, rounds, key)),
    row({ name: `search call, p95, ${cases}`, value: search, unit: 'ms', target: '≤ 10 ms', met: search <= 10 }),
    ...workBench({ folder: place, key }),
    ...readRows(place, cases),
    await openingRow(place, cases),
    ...(await backupRows(place, cases, { username: 'clerk', password })),
  ];
  return rows.map((one) => ({ ...one, name: `sealed: ${one.name}` }));
}

async function keyOf(folder: string): Promise<FileKey> {
  const head = headOf(path.join(folder, 'desk.sqlite'));
  if (!Buffer.isBuffer(head)) throw new Error('the office is not sealed');
  const keys = readKeys(folder, head);
  if (isFault(keys)) throw new Error(keys.fault);
  const vault = await unlock(folder, keys, head, 'clerk', password);
  if (vault === undefined) throw new Error('the password opens nothing');
  return vault.fileKey;
}

/** From a closed desk to one that somebody is signed in to: the password, the key, the file and what is looked at in it. */
async function openingRow(folder: string, cases: string): Promise<Row> {
  const samples: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const begun = performance.now();
    const office = await openOffice(folder);
    samples.push((performance.now() - begun) / 1000);
    await office.desk.close();
  }
  const value = percentile(samples, 0.5);
  return row({ name: `closed desk → signed in, ${cases}`, value, unit: 's', target: '≤ 1 s', met: value <= 1 });
}
