import { rmSync } from 'node:fs';
import { type Row, percentile, row } from '../row.ts';
import { type Entrant, setUpField } from './field.ts';
import { killedRows } from './killed.ts';
import { startWorker } from './worker-process.ts';

export type PeerRounds = { readonly turns: number; readonly kills: number };

/** Written before anything is timed: the code is warm then, and files have grown to where they stay. */
const warmUp = 20;

/**
 * One reception with its own durable commit: the desk beside those who write the same rows. Each in a process of its own, one reception
 * each in turn, so that a slow minute of the machine strikes all and nobody writes with warmer caches than the next. Only the desk
 * parses, permits, numbers, promises and chains, and only SQLite's have the register's indexes to keep.
 */
export async function acceptPeerRows(office: string, rounds: PeerRounds): Promise<Row[]> {
  const { turns, kills } = rounds;
  const folder = `${office}-peers`;
  try {
    const field = await setUpField(office, folder);
    const times = await takeTurns(field, turns);
    const speed = besideDesk(field, times);
    return [...speed, ...(await killedRows(field, { kills, from: warmUp + turns }))];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function takeTurns(field: readonly Entrant[], turns: number): Promise<Map<Entrant, number[]>> {
  const workers = new Map<Entrant, Awaited<ReturnType<typeof startWorker>>>();
  const times = new Map<Entrant, number[]>();
  for (const one of field) {
    const worker = await startWorker(one.name, one.place, one.kept);
    workers.set(one, worker);
    times.set(one, []);
    await worker.ask(`time 0 ${warmUp}`);
  }
  for (let turn = 0; turn < turns; turn += 1) {
    for (const [one, worker] of workers)
      times.get(one)?.push(...(await worker.ask<number[]>(`time ${warmUp + turn} 1`)));
  }
  for (const worker of workers.values()) await worker.end();
  return times;
}

function besideDesk(field: readonly Entrant[], times: ReadonlyMap<Entrant, readonly number[]>): Row[] {
  const [desk, ...others] = field;
  if (desk === undefined) return [];
  const value = percentile(times.get(desk) ?? [], 0.5);
  return others.map((other) => {
    const peerValue = percentile(times.get(other) ?? [], 0.5);
    // The bare statements are the limit, not a peer: half of their throughput is the target, measured by the row for it.
    const limit = other.name === 'bare';
    return row({
      name: `accept beside ${other.name}, median (${desk.told})`,
      value,
      unit: 'ms',
      peer: other.told,
      peerValue,
      target: limit ? 'the limit: within 2 ×' : 'ahead of it',
      met: value <= (limit ? 2 : 1) * peerValue,
    });
  });
}
