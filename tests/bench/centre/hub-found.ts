import { setTimeout as sleep } from 'node:timers/promises';
import { hasPostgres, startHub } from '../../support/centre/hub/office-hub.ts';
import { type BenchOffice, makeOffice, openOffice, password, reception } from '../office.ts';
import { type Row, notMeasured, percentile, row } from '../row.ts';
import { joined, openTeller } from './hub.ts';

type Asked = { readonly cases: number };

/** How often Find is asked again, as somebody would who waits for it; what is measured is late by this at most. */
const askedEvery = 5;
/** Between two citizens, of several lengths: what is measured shall not keep step with what comes. */
const pauses = [60, 90, 130, 180];
/** What the telling counter has to say: within the numbers of its day, and for as long as anybody waits. */
const tellable = 960;
/** Cases are looked for that were committed in the first so many milliseconds, and waited for until what is told ends. */
const [beginning, waiting] = [10_000, 17_000];
/** The first of a process are slower (forms and fonts), and come while nothing is told. */
const warmed = 3;

/**
 * A centre of three counters over a real hub: a case is committed at the second and looked for by its number at the third, while the first tells fifty entries a second, which
 * both others take in. The first is a process of its own; the other two share one, and its processor, as they would not in a centre.
 */
export async function foundRows(folder: string, { cases }: Asked): Promise<Row[]> {
  const name = 'committed at one counter → found at another while 50 entries a second come from a third';
  if (!hasPostgres) return [notMeasured(name, 'left out: no PostgreSQL 15 or newer on this machine')];
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
    const first = await joined(box, telling, 'Q1');
    let committedAt = 0;
    const writer = await joined(box, writing, 'Q2', () => {
      committedAt = performance.now();
    });
    const finder = await joined(box, finding, 'Q3');
    for (const office of [first, writer, finder]) await office.ask('hub.sync', {});
    await first.desk.close();
    // What it tells afterwards it received while nobody heard it.
    const apart = await openOffice(telling, () => undefined, true);
    await apart.ask('account.signIn', { username: 'clerk', password });
    for (let index = 0; index < tellable; index += 1) await apart.ask('case.receive', reception(600_000 + index));
    await apart.desk.close();
    for (const office of [writer, finder]) await office.ask('account.signIn', { username: 'clerk', password });
    const asOf = () => committedAt;
    const other = await openTeller(telling);
    const quiet = (await foundAfter(writer, finder, asOf, 800_000)).slice(warmed);
    other.go();
    const busy = await foundAfter(writer, finder, asOf, 900_000);
    const { entries, milliseconds } = await other.stop();
    await other.end();
    await writer.desk.close();
    await finder.desk.close();
    const perSecond = entries / (milliseconds / 1000);
    const p95 = percentile(busy, 0.95);
    return [
      row({
        name: `${name} (${perSecond.toFixed(1)} a second, ${busy.length} cases), p95 (${shapeOf(busy)})`,
        value: p95,
        unit: 'ms',
        peer: `the same while nothing comes (${shapeOf(quiet)})`,
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
  const [p50, p95, most] = [percentile(times, 0.5), percentile(times, 0.95), Math.max(...times)];
  return `p50 ${p50.toFixed(0)}, p95 ${p95.toFixed(0)}, max ${most.toFixed(0)} ms`;
}

/** On disk at one → in the list of Find at the other, in milliseconds; what was not found by the end stands with the time it was waited for. */
async function foundAfter(
  writer: BenchOffice,
  finder: BenchOffice,
  committedAt: () => number,
  from: number,
): Promise<number[]> {
  const started = performance.now();
  const since = (moment: number): number => performance.now() - moment;
  const times: number[] = [];
  for (let index = 0; since(started) < beginning; index += 1) {
    const { number } = await writer.ask('case.receive', reception(from + index));
    const begun = committedAt();
    const text = number.official ?? number.local;
    while (since(started) < waiting) {
      const { hits } = await finder.ask('case.search', { text, limit: 1 });
      if (hits.length > 0) break;
      await sleep(askedEvery);
    }
    times.push(since(begun));
    await sleep(pauses[index % pauses.length]);
  }
  return times;
}
