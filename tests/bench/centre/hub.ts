import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { loadavg } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setImmediate } from 'node:timers/promises';
import type { HubBox } from '../../../electron/exchange/hub/box/box.ts';
import { enrol } from '../../../electron/exchange/hub/owner.ts';
import { centre, hasPostgres, startHub } from '../../support/centre/hub/office-hub.ts';
import { replicated } from '../peers/replicate-pouchdb.ts';
import { type BenchOffice, makeOffice, openOffice, password, reception } from '../office.ts';
import { type Row, mean, notMeasured, percentile, row } from '../row.ts';

/** A desk has a thousand numbers of a day: so many go to what is looked for, so many to what is told afterwards. */
const [mostFound, mostAlone] = [150, 800];

type Asked = { readonly cases: number; readonly rounds: number };

/** The same cases from one PouchDB to another, beside what `hubRows` measures. */
export async function replicationRows(folder: string, cases: number): Promise<Row[]> {
  await makeOffice(`${folder}-replicated`, cases);
  const { name, seconds, processor, documents } = await replicated(`${folder}-replicated`, `${folder}-pouch`);
  return [
    row({
      name: `${cases.toLocaleString('en')} cases replicated by ${name}, ${documents} documents (${processor.toFixed(1)} s of processor)`,
      value: seconds,
      unit: 's',
      target: 'beside the desk: nothing sealed, proven, derived or synced to the disk',
      met: true,
    }),
  ];
}

/** A centre of two counters over a real hub on this machine: how long until one knows what the other did, and what that costs whoever receives. */
export async function hubRows(folder: string, { cases, rounds }: Asked): Promise<Row[]> {
  if (!hasPostgres) return [notMeasured('hub', 'left out: no PostgreSQL 15 or newer on this machine')];
  const load = loadavg()[0] ?? 0;
  const box = await startHub();
  const [large, empty] = [`${folder}-hub-large`, `${folder}-hub-empty`];
  try {
    await makeOffice(large, cases);
    await makeOffice(empty, 0);
    const first = await joined(box, large, 'Q1');
    let durableAt = 0;
    const other = await joined(box, empty, 'Q2', () => {
      durableAt = performance.now();
    });
    const durable = (): number => durableAt;
    const [begun, cpu] = [performance.now(), process.cpuUsage()];
    await first.ask('hub.sync', {});
    await other.ask('hub.sync', {});
    const filled = (performance.now() - begun) / 1000;
    const { user, system } = process.cpuUsage(cpu);
    const processor = ((user + system) / 1e6).toFixed(1);
    const found = await foundTimes(first, other, Math.min(rounds, mostFound));
    await first.desk.close();
    await receivedAlone(large, Math.min(rounds * 6, mostAlone));
    await other.ask('account.signIn', { username: 'clerk', password });
    const { alone, busy, perSecond } = await besideAnother(
      large,
      (from) => acceptsOf(other, durable, from, inTurn),
      rounds,
    );
    await other.desk.close();
    return [
      row({
        name: `${cases.toLocaleString('en')} cases to an empty desk, the key with them (${processor} s of processor)`,
        value: filled,
        unit: 's',
        target: '≤ 5 s for 10,000',
        met: filled <= 5,
      }),
      row({
        name: 'accept at one counter → found at another, p95',
        value: percentile(found, 0.95),
        unit: 'ms',
        target: '≤ 1000 ms',
        met: percentile(found, 0.95) <= 1000,
      }),
      row({
        name: `accept while ${Math.round(perSecond)} entries a second come from another counter (median ${percentile(busy, 0.5).toFixed(1)} beside ${percentile(alone, 0.5).toFixed(1)} ms, p95 ${percentile(busy, 0.95).toFixed(0)} beside ${percentile(alone, 0.95).toFixed(0)}; the machine’s load before ${load.toFixed(1)})`,
        value: mean(busy),
        unit: 'ms',
        peer: 'the same desk, by turns, while nobody tells it anything',
        peerValue: mean(alone),
        target: '≤ 1.1 × at 50',
        met: perSecond >= 48 && mean(busy) <= 1.1 * mean(alone),
      }),
    ];
  } finally {
    await box.stop();
  }
}

/** So many receptions while nobody hears of them: what the other counter tells afterwards. */
export async function receivedAlone(folder: string, count: number): Promise<void> {
  const apart = await openOffice(folder, () => undefined, true);
  await apart.ask('account.signIn', { username: 'clerk', password });
  for (let index = 0; index < count; index += 1) await apart.ask('case.receive', reception(600_000 + index));
  await apart.desk.close();
}

export async function joined(
  box: HubBox,
  folder: string,
  desk: string,
  onDurable: () => void = () => undefined,
): Promise<BenchOffice> {
  const office = await openOffice(folder, onDurable);
  await office.ask('account.signIn', { username: 'admin', password });
  const { code } = await enrol(box.owner, { centre, desk });
  await office.ask('hub.join', { code });
  return office;
}

async function foundTimes(first: BenchOffice, other: BenchOffice, rounds: number): Promise<number[]> {
  await first.ask('account.signIn', { username: 'clerk', password });
  await other.ask('account.signIn', { username: 'clerk', password });
  const times: number[] = [];
  for (let index = 0; index < rounds; index += 1) {
    const { number } = await first.ask('case.receive', reception(800_000 + index));
    const begun = performance.now();
    for (;;) {
      const { hits } = await other.ask('case.search', { text: number.official ?? number.local, limit: 1 });
      if (hits.length > 0) break;
      await setImmediate();
    }
    times.push(performance.now() - begun);
  }
  return times;
}

/** Call → durable, in milliseconds. */
async function acceptsOf(
  office: BenchOffice,
  durableAt: () => number,
  from: number,
  rounds: number,
): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < rounds; index += 1) {
    const input = reception(900_000 + from + index);
    const begun = performance.now();
    await office.ask('case.receive', input);
    times.push(durableAt() - begun);
    // What came meanwhile is taken in between two citizens.
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  return times;
}

/** So many receptions by turns: what else the machine does meanwhile falls on both alike. */
const inTurn = 10;

type Beside = { readonly alone: number[]; readonly busy: number[]; readonly perSecond: number };

/** Another counter in a process of its own tells fifty entries a second, or nothing, by turns. */
async function besideAnother(
  folder: string,
  measure: (from: number) => Promise<number[]>,
  rounds: number,
): Promise<Beside> {
  const other = await openTeller(folder);
  const [alone, busy]: [number[], number[]] = [[], []];
  let [entries, milliseconds, from] = [0, 0, 0];
  // The first turn of each kind is warmed up with.
  for (let turn = 0; turn <= rounds / inTurn; turn += 1) {
    const quiet = await measure((from += inTurn));
    other.go();
    const told = await measure((from += inTurn));
    const went = await other.stop();
    if (turn === 0) continue;
    alone.push(...quiet);
    busy.push(...told);
    entries += went.entries;
    milliseconds += went.milliseconds;
  }
  await other.end();
  return { alone, busy, perSecond: entries / (milliseconds / 1000) };
}

type Teller = {
  go(): void;
  stop(): Promise<{ readonly entries: number; readonly milliseconds: number }>;
  end(): Promise<void>;
};

/** `hub-busy.ts` in its process, as soon as it has sealed what it will tell. */
export async function openTeller(folder: string): Promise<Teller> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'hub-busy.ts'), folder, '50'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  await lines.next();
  return {
    go: () => void child.stdin.write('go\n'),
    async stop() {
      child.stdin.write('stop\n');
      const line = await lines.next();
      if (line.done === true) throw new Error('the other counter has ended');
      const [entries = 0, milliseconds = 0] = line.value.split(' ').map(Number);
      return { entries, milliseconds };
    },
    async end() {
      child.stdin.end();
      await once(child, 'close');
    },
  };
}
