import { seeded } from '../../support/data/seeded.ts';
import { type Row, row } from '../row.ts';
import type { Entrant } from './field.ts';
import { startWorker, writeUntilKilled } from './worker-process.ts';

const seed = 47;
/** Answers before the plug is pulled, at most; and milliseconds after the last of them, so that it strikes anywhere in a commit. */
const mostAnswers = 10;
const mostMoment = 25;

type Kills = { readonly kills: number; readonly from: number };
type Found = { readonly acknowledged: number; readonly lost: number; readonly halves: number };

/**
 * kill -9 of each in the middle of its batch. Lost is what it had answered and of which not every row is there; half is a reception
 * it had not answered, of which some rows are there and some are not. The machine goes on: what the kernel was given is not lost, so
 * a missing `sync` does not show here.
 */
export async function killedRows(field: readonly Entrant[], kills: Kills): Promise<Row[]> {
  const [desk, ...all] = field;
  if (desk === undefined || kills.kills === 0) return [];
  const others = all.filter(({ name }) => name !== 'bare');
  const ours = await killed(desk, kills);
  const rows: Row[] = [];
  for (const other of others) {
    const theirs = await killed(other, kills);
    const told = `kill -9 in a batch × ${kills.kills}, beside ${other.name}`;
    const counted = `(${ours.acknowledged} and ${theirs.acknowledged} acknowledged, seed ${seed})`;
    const theirOwn = theirs.lost + theirs.halves;
    rows.push(
      row({
        name: `${told}: acknowledged lost, or half written ${counted}`,
        value: ours.lost + ours.halves,
        unit: 'receptions',
        peer: other.told,
        peerValue: theirOwn,
        target: '0',
        met: ours.lost + ours.halves === 0,
      }),
    );
  }
  return rows;
}

async function killed(entrant: Entrant, { kills, from }: Kills): Promise<Found> {
  const random = seeded(seed);
  const acknowledged: number[] = [];
  const unanswered: number[] = [];
  let next = from;
  for (let kill = 0; kill < kills; kill += 1) {
    const order = { from: next, answers: 1 + random(mostAnswers), moment: random(mostMoment) };
    acknowledged.push(...(await writeUntilKilled(entrant, order)));
    // One after the other: at most the next one was being written.
    unanswered.push((acknowledged.at(-1) ?? next) + 1);
    next = (acknowledged.at(-1) ?? next) + 2;
  }
  const worker = await startWorker(entrant.name, entrant.place, entrant.kept);
  const whole = async (index: number) => worker.ask<{ there: number; of: number }>(`present ${index}`);
  let [lost, halves] = [0, 0];
  for (const index of acknowledged) {
    const { there, of } = await whole(index);
    if (there < of || of === 0) lost += 1;
  }
  for (const index of unanswered) {
    const { there, of } = await whole(index);
    if (there > 0 && there < of) halves += 1;
  }
  await worker.end();
  return { acknowledged: acknowledged.length, lost, halves };
}
