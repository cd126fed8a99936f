import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { loadavg } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { hasPostgres, startHub } from '../../support/centre/hub/office-hub.ts';
import { makeOffice } from '../office.ts';
import { type Row, notMeasured, percentile, row } from '../row.ts';
import { joined, openTeller, receivedAlone } from './hub.ts';

type Asked = {
  readonly cases: number;
  /** How long cases are looked for, each time: quiet, and while others come. */
  readonly seconds?: number;
};

/** Between two citizens, of several lengths: what is measured shall not keep step with what comes. */
const pauses = [60, 90, 130, 180];
/** What the telling counter has to say: within the numbers of its day, and for as long as anybody waits. */
const tellable = 900;
/** What was committed so late is waited for until what is told ends, in milliseconds more. */
const waiting = 7_000;
/** The first of a process are slower (forms and fonts), and come while nothing is told. */
const warmed = 3;

/**
 * A centre of three counters over a real hub, each in a process of its own: a case is committed at the second and looked for by its number at the third, while the first tells fifty
 * entries a second, which both others take in.
 */
export async function foundRows(folder: string, { cases, seconds = 20 }: Asked): Promise<Row[]> {
  const name = 'committed at one counter → found at another while 50 entries a second come from a third';
  if (!hasPostgres) return [notMeasured(name, 'left out: no PostgreSQL 15 or newer on this machine')];
  const load = loadavg()[0] ?? 0;
  const box = await startHub();
  const [telling, writing, finding] = ['telling', 'writing', 'finding'].map((one) => `${folder}-found-${one}`) as [
    string,
    string,
    string,
  ];
  try {
    await makeOffice(telling, cases);
    await makeOffice(writing, 0);
    await makeOffice(finding, 0);
    const offices = [];
    for (const [at, place] of [telling, writing, finding].entries())
      offices.push(await joined(box, place, `Q${at + 1}`));
    for (const office of offices) await office.ask('hub.sync', {});
    for (const office of offices) await office.desk.close();
    await receivedAlone(telling, tellable);
    const other = await openTeller(telling);
    const [writer, finder] = [await openCounter(writing), await openCounter(finding)];
    const quiet = (await foundAfter(writer, finder, 800_000, seconds * 1000)).slice(warmed);
    other.go();
    const busy = await foundAfter(writer, finder, 900_000, seconds * 1000);
    const { entries, milliseconds } = await other.stop();
    await Promise.all([other.end(), writer.end(), finder.end()]);
    const perSecond = entries / (milliseconds / 1000);
    const p95 = percentile(busy, 0.95);
    return [
      row({
        name: `${name} (${perSecond.toFixed(1)} a second, ${busy.length} cases; the machine’s load before ${load.toFixed(1)}), p95 (${shapeOf(busy)})`,
        value: p95,
        unit: 'ms',
        peer: `the same while nothing comes (${quiet.length} cases, ${shapeOf(quiet)})`,
        peerValue: percentile(quiet, 0.95),
        target: '≤ 1000 ms',
        met: perSecond >= 48 && p95 <= 1000,
      }),
    ];
  } finally {
    await box.stop();
  }
}

function shapeOf(times: readonly number[]): string {
  const shares = [50, 95, 99].map((one) => `p${one} ${percentile(times, one / 100).toFixed(0)}`);
  return `${shares.join(', ')}, max ${Math.max(...times).toFixed(0)} ms`;
}

type Counter = {
  readonly child: ChildProcess;
  ask(line: string): Promise<readonly string[]>;
  end(): Promise<void>;
};

/** `hub-counter.ts` in its process, as soon as somebody has signed in. */
async function openCounter(folder: string): Promise<Counter> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'hub-counter.ts'), folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<readonly string[]> => {
    const line = await lines.next();
    if (line.done === true) throw new Error('a counter has ended');
    return line.value.split(' ');
  };
  await next();
  return {
    child,
    ask: (line) => {
      child.stdin.write(`${line}\n`);
      return next();
    },
    end: async () => {
      child.stdin.end();
      await once(child, 'close');
    },
  };
}

/** On disk at one → in the list of Find at the other, in milliseconds; what was not found by the end stands with the time it was waited for. */
async function foundAfter(writer: Counter, finder: Counter, from: number, beginning: number): Promise<number[]> {
  const started = performance.now();
  const left = (): number => Math.max(1, beginning + waiting - (performance.now() - started));
  const times: number[] = [];
  for (let index = 0; performance.now() - started < beginning; index += 1) {
    const [number = '', committed = ''] = await writer.ask(`receive ${from + index}`);
    const [found = ''] = await finder.ask(`find ${number} ${left()}`);
    const until = found === '0' ? process.hrtime.bigint() : BigInt(found);
    times.push(Number(until - BigInt(committed)) / 1e6);
    await sleep(pauses[index % pauses.length]);
  }
  return times;
}
