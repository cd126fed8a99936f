import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import { isFault } from '../../../electron/contract/base/fault.ts';
import { createCourier } from '../../../electron/desk/centre/hub/courier/courier.ts';
import { type CourierDesk, groundOf } from '../../../electron/desk/centre/hub/ground.ts';
import { createOutgoing } from '../../../electron/desk/centre/hub/courier/outgoing.ts';
import type { HubBox } from '../../../electron/exchange/hub/box/box.ts';
import type { ChainHead, HubLink } from '../../../electron/exchange/hub/link.ts';
import { openLink } from '../../../electron/exchange/hub/postgres.ts';
import { centreKeyId, rowFormat, signerOf } from '../../../electron/exchange/hub/seal.ts';
import { chainsHere } from '../../../electron/store/centre/exchange/commits.ts';
import { uuidText, uuidV7 } from '../../../electron/store/file/rows/codecs.ts';
import { findCentre, keepCentre, keepKey } from '../../../electron/store/centre/hub/centre.ts';
import { deskUuidOf } from '../../../electron/store/safety/backup/new-desk.ts';
import { type Store, openStore } from '../../../electron/store/store.ts';
import { centre, enrolled, hasPostgres, startHub } from '../../support/centre/hub/office-hub.ts';
import { makeOffice } from '../office.ts';
import { type Row, notMeasured, percentile, row } from '../row.ts';

type Asked = { readonly desks: number; readonly cases: number };

/** So many of them take everything in as well; the others are on computers of their own in a real centre, and here only fetch what is theirs to take. */
const wholeDesks = 3;
const limit = 180_000;

/**
 * All counters of a large centre come back in the same moment after a day alone, each with its day's files: until each has everything of all others. Connections,
 * TLS, the hub and what it sends are real; what a desk does with it then is done by a few.
 */
export async function backRows(folder: string, { desks, cases }: Asked): Promise<Row[]> {
  const name = `${desks} desks back after a day of ${cases} files each`;
  if (!hasPostgres) return [notMeasured(name, 'left out: no PostgreSQL 15 or newer on this machine')];
  const box = await startHub();
  const open: Store[] = [];
  try {
    const key = randomBytes(32);
    for (let no = 1; no <= desks; no += 1) open.push(await counter(box, folder, { no, cases, key }));
    const begun = performance.now();
    const cpu = process.cpuUsage();
    const times = await Promise.all(
      open.map(async (store, at) => {
        const came = at < wholeDesks ? takeIn(store, desks) : fetchAll(store, desks);
        await came;
        return (performance.now() - begun) / 1000;
      }),
    );
    const { user, system } = process.cpuUsage(cpu);
    const entries = chainsHere((open[0] as Store).db).reduce((sum, { seq }) => sum + seq, 0);
    const [whole, light] = [times.slice(0, wholeDesks), times.slice(wholeDesks)];
    return [
      row({
        name: `${name}: everything of all is at each, p95 (${entries} entries; ${((user + system) / 1e6).toFixed(0)} s of processor in this process for all)`,
        value: percentile(light, 0.95),
        unit: 's',
        target: '≤ 60 s',
        met: percentile(light, 0.95) <= 60,
      }),
      row({
        name: `the same, taken in and found, the slowest of ${wholeDesks} desks on one thread with all others`,
        value: Math.max(...whole),
        unit: 's',
        target: '≤ 60 s',
        met: Math.max(...whole) <= 60,
      }),
    ];
  } finally {
    for (const store of open) store.close();
    await box.stop();
  }
}

/** A counter that joined before, has the centre's key, and then was alone. */
async function counter(
  box: HubBox,
  folder: string,
  { no, cases, key }: { readonly no: number; readonly cases: number; readonly key: Buffer },
): Promise<Store> {
  const place = path.join(`${folder}-back`, String(no));
  mkdirSync(`${folder}-back`, { recursive: true });
  await makeOffice(place, cases, false, no);
  const store = openStore({ folder: place, holder: 'bench', random: randomBytes });
  if (isFault(store)) throw new Error(store.fault);
  const named = store.nameAnew(() => uuidText(uuidV7(Date.now(), randomBytes(10))));
  if (isFault(named)) throw new Error(named.fault);
  const code = await enrolled(box, `Q${no}`);
  const seed = randomBytes(32);
  const link = await openLink(code.place, { process: randomUUID() });
  await link.join({ uuid: deskUuidOf(store.db), publicKey: signerOf(seed), format: rowFormat });
  await link.end();
  store.keep((db) => {
    keepCentre(db, {
      centre,
      place: JSON.stringify(code.place),
      no: code.no,
      code: code.desk,
      uuid: deskUuidOf(db),
      seed,
      enrolSecret: code.enrolPrivate,
      joinedAt: 0,
    });
    keepKey(db, {
      keyId: centreKeyId(key),
      key,
      since: 0,
      madeHere: false,
      readsOnly: false,
      number: 0,
      excluded: [],
      under: null,
    });
  });
  return store;
}

function courierDesk(store: Store): CourierDesk {
  return {
    store,
    now: () => Date.now(),
    run: () => undefined,
    random: randomBytes,
    isPractice: () => false,
    breathe: () => setImmediate(),
    changed: () => undefined,
  };
}

function linkOf({ db }: Store): Promise<HubLink> {
  return openLink(JSON.parse(findCentre(db)?.place ?? '') as Parameters<typeof openLink>[0], { process: randomUUID() });
}

async function takeIn(store: Store, desks: number): Promise<void> {
  const link = await linkOf(store);
  const courier = createCourier(courierDesk(store));
  const until = Date.now() + limit;
  for (;;) {
    const { hello } = await courier.meet(link, {});
    const here = new Set(chainsHere(store.db).map(({ desk }) => desk));
    const those = hello.heads.filter(({ kind }) => kind === 'register');
    if (those.length >= desks && those.every(({ desk }) => here.has(desk))) break;
    if (Date.now() > until) throw new Error('the centre does not come together');
    await sleep(200);
  }
  await link.end();
}

async function fetchAll(store: Store, desks: number): Promise<void> {
  const link = await linkOf(store);
  const hello = await link.hello();
  await createOutgoing(groundOf(courierDesk(store))).push(link, hello);
  const have = new Map<string, ChainHead>();
  const until = Date.now() + limit;
  while (have.size < desks) {
    for (const { desk, kind, lastSeq: seq, head } of await link.pull([...have.values()], 0, 2 * 1024 * 1024))
      have.set(desk, { desk, kind, seq, head });
    if (Date.now() > until) throw new Error('the centre does not come together');
    if (have.size < desks) await sleep(100);
  }
  await link.end();
}
