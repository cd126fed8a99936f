import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { isFault } from '../../../electron/contract/base/fault.ts';
import { rowsOf } from '../../../electron/desk/centre/hub/courier/load.ts';
import { openLink } from '../../../electron/exchange/hub/postgres.ts';
import { findOwnPlace, ownCommitsAfter } from '../../../electron/store/centre/exchange/commits.ts';
import { centreKeys, findCentre } from '../../../electron/store/centre/hub/centre.ts';
import { openStore } from '../../../electron/store/store.ts';

/**
 * The other counter of `hub.ts`, which received alone before: tells the hub one commit after the other, so many entries a second, until its input ends, and says how many
 * that were. It takes nothing in, as it would on a computer of its own.
 */
const [folder = '', perSecond = '50'] = process.argv.slice(2);
const store = openStore({ folder, holder: 'bench', random: randomBytes });
if (isFault(store)) throw new Error(store.fault);
const { db } = store;
const kept = findCentre(db);
const [key] = centreKeys(db);
if (kept === undefined || key === undefined) throw new Error('it has not joined');
const link = await openLink(JSON.parse(kept.place) as Parameters<typeof openLink>[0], { process: randomUUID() });
const { heads, centre } = await link.hello();
const there = heads.find(({ desk, kind }) => desk === kept.uuid && kind === 'register')?.seq ?? 0;
const from = findOwnPlace(db, there);
if (from === undefined) throw new Error('it told something else');
let goesOn = true;
process.stdin.on('end', () => (goesOn = false)).resume();
process.stdout.write('ready\n');
const begun = performance.now();
const loading = { db, centre, key, format: 1, seed: kept.seed, random: randomBytes };
let [entries, prev] = [0, from.hash];
for (const placed of ownCommitsAfter(db, from)) {
  if (!goesOn) break;
  for (const { row, blobs, entries: count } of rowsOf(loading, [placed], prev, [])) {
    if (blobs.length > 0 && entries === 0) for (const { sha256 } of blobs) await link.blob(sha256);
    const answer = await link.append(row);
    if (answer.is !== 'taken') throw new Error(answer.is);
    prev = row.head;
    entries += count;
  }
  await sleep(Math.max(0, (entries / Number(perSecond)) * 1000 - (performance.now() - begun)));
}
process.stdout.write(`${entries} ${performance.now() - begun}\n`);
await link.end();
store.close();
process.exit(0);
