import { loadavg } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { hasPostgres, startHub } from '../../support/centre/hub/office-hub.ts';
import { openAccepting } from '../accept.ts';
import { type BenchOffice, fileSize, makeOffice } from '../office.ts';
import { type Row, notMeasured, percentile, row } from '../row.ts';
import { coldStarts } from '../screen/cold-start.ts';
import { joined } from './hub.ts';

type Asked = { readonly cases: number; readonly rounds: number; readonly cold: number };

/**
 * What an island pays for the centre that it has not, and what a counter pays for one in which nobody else is at work: the same office twice, one of them joined to a hub
 * on this machine. The receptions by turns in one process, the starts by turns; of what came before the centre `docs/PERFORMANCE.md` tells.
 */
export async function islandRows(folder: string, { cases, rounds, cold }: Asked): Promise<Row[]> {
  if (!hasPostgres) return [notMeasured('island', 'left out: no PostgreSQL 15 or newer on this machine')];
  const load = (loadavg()[0] ?? 0).toFixed(1);
  const box = await startHub();
  const [alone, within] = [`${folder}-island`, `${folder}-joined`];
  try {
    for (const place of [alone, within]) await makeOffice(place, cases);
    const first = await joined(box, within, 'Q1');
    await told(first);
    await first.desk.close();
    const bytes = [alone, within].map((place) => fileSize(place) / cases) as [number, number];
    const starts = byTurns(cold, (place) => coldStarts(place, 1)[0] ?? Number.NaN, alone, within);
    const accepts = await acceptsOfBoth(alone, within, rounds);
    const name = (what: string) => `${what}, ${cases.toLocaleString('en')} cases: an island (load before ${load})`;
    const beside = { peer: 'joined to a centre, nobody else at work' };
    const [island, counter] = accepts.map((times) => percentile(times, 0.5)) as [number, number];
    const [started, startedWithin] = starts.map((times) => percentile(times, 0.5)) as [number, number];
    return [
      row({
        name: name('accept, median'),
        value: island,
        unit: 'ms',
        ...beside,
        peerValue: counter,
        target: 'joined ≤ 1.1 ×',
        met: counter <= 1.1 * island,
      }),
      row({
        name: name('file size a case'),
        value: bytes[0] / 1000,
        unit: 'kB',
        ...beside,
        peerValue: bytes[1] / 1000,
        target: 'joined ≤ 1.05 ×',
        met: bytes[1] <= 1.05 * bytes[0],
      }),
      row({
        name: name('cold start, median'),
        value: started,
        unit: 's',
        ...beside,
        peerValue: startedWithin,
        target: 'joined ≤ 1.1 ×',
        met: startedWithin <= 1.1 * started,
      }),
    ];
  } finally {
    await box.stop();
  }
}

/** All that the office has is at the hub: it tells by itself once it has joined. */
async function told(office: BenchOffice): Promise<void> {
  for (;;) {
    const { outbox, centre } = await office.ask('system.status', {});
    if (centre === 'connected' && outbox.count === 0) return;
    await setTimeout(100);
  }
}

/** Each of the two by turns, the other one first each time: what comes second finds the machine warmer. */
function turnsOf(round: number): readonly (0 | 1)[] {
  return round % 2 === 0 ? [0, 1] : [1, 0];
}

function byTurns(rounds: number, measure: (place: string) => number, one: string, other: string): [number[], number[]] {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1)
    for (const at of turnsOf(round)) times[at].push(measure(at === 0 ? one : other));
  return times;
}

async function acceptsOfBoth(alone: string, within: string, rounds: number): Promise<[number[], number[]]> {
  const offices = [await openAccepting(alone), await openAccepting(within)] as const;
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1)
    for (const at of turnsOf(round)) times[at].push((await offices[at].accept(900_000 - round)).time);
  for (const { office } of offices) await office.desk.close();
  return times;
}
