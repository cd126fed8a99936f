import { randomBytes, randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { isFault } from '../../../electron/contract/base/fault.ts';
import { rowsOf } from '../../../electron/desk/centre/hub/courier/load.ts';
import { openLink } from '../../../electron/exchange/hub/postgres.ts';
import { findOwnPlace, ownCommitsAfter } from '../../../electron/store/centre/exchange/commits.ts';
import { centreKeys, findCentre } from '../../../electron/store/centre/hub/centre.ts';
import { openStore } from '../../../electron/store/store.ts';

/**
 * The other counter of `hub.ts`, which received alone before: tells the hub one commit after the other, so many entries a second, between each `go` and the next `stop` on
 * its input. What it has to say is sealed before it begins, as a counter seals what it says one citizen at a time: it takes no processor from whoever is measured but that
 * of its line. Each `stop` is answered with how many entries went in how many milliseconds. It takes nothing in, as it would on a computer of its own.
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
const loading = { db, centre, key, format: 1, seed: kept.seed, random: randomBytes };
const rows: { readonly row: Parameters<typeof link.append>[0]; readonly entries: number }[] = [];
let prev = from.hash;
for (const placed of ownCommitsAfter(db, from))
  for (const { row, entries } of rowsOf(loading, [placed], prev, [])) {
    rows.push({ row, entries });
    prev = row.head;
  }
store.close();

let next = 0;
let isGoing = false;
let running: Promise<void> = Promise.resolve();

/** Each row at its moment; what is late goes at once, so that the rate is what was asked for. */
async function tell(): Promise<void> {
  const begun = performance.now();
  let entries = 0;
  while (isGoing) {
    const one = rows[next];
    if (one === undefined) throw new Error('it has nothing left to say');
    const answer = await link.append(one.row);
    if (answer.is !== 'taken') throw new Error(answer.is);
    next += 1;
    entries += one.entries;
    await sleep(Math.max(0, (entries / Number(perSecond)) * 1000 - (performance.now() - begun)));
  }
  process.stdout.write(`${entries} ${performance.now() - begun}\n`);
}

process.stdout.write('ready\n');
for await (const line of createInterface({ input: process.stdin })) {
  isGoing = line === 'go';
  if (isGoing) running = tell();
  else await running;
}
await link.end();
process.exit(0);
