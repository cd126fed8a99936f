import type { MadeEntry } from '../../store/make-entry.ts';
import type { BulkWriter } from '../../store/store.ts';

/** Something somebody did at a moment of the past; what came of it later the same day comes back. Milliseconds since 1970. */
export type Moment = { readonly at: number; readonly happen: () => readonly Moment[] };

/**
 * Writes the days of a past with what happened at the counter beside them, all in the order of the clock. A desk that wrote
 * something in between links what was made to follow its older entries anew.
 * @param momentsOf what happened besides on the nth day; it sees the day's entries before they are written
 */
export function writeDiary(
  tx: BulkWriter,
  days: Iterable<readonly MadeEntry[]>,
  momentsOf: (index: number, day: readonly MadeEntry[]) => readonly Moment[],
): void {
  let index = 0;
  let write = tx.write;
  for (const day of days) {
    const waiting = inOrder(momentsOf(index, day));
    if (waiting.length > 0) write = tx.follow;
    for (const made of day) {
      happenUntil(waiting, made.at * 1000);
      write(made);
    }
    happenUntil(waiting, Number.POSITIVE_INFINITY);
    index += 1;
  }
}

/** Lets what is before a moment happen, and whatever comes of it before then. */
export function happenUntil(waiting: Moment[], until: number): void {
  for (let next = waiting[0]; next !== undefined && next.at < until; next = waiting[0]) {
    waiting.shift();
    const more = next.happen();
    if (more.length > 0) waiting.splice(0, waiting.length, ...inOrder([...waiting, ...more]));
  }
}

function inOrder(moments: readonly Moment[]): Moment[] {
  return moments.toSorted((a, b) => a.at - b.at);
}
