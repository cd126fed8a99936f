import type { MadeEntry } from '../../../store/journal/make-entry.ts';
import type { BulkWriter } from '../../../store/store.ts';

/** Something somebody did at a moment of the past; what came of it later the same day comes back. Milliseconds since 1970. */
export type DiaryMoment = { readonly at: number; readonly happen: () => readonly DiaryMoment[] };

/**
 * Writes the days of a past with what happened at the counter beside them, all in the order of the clock. A desk that wrote
 * something in between links what was made to follow its older entries anew.
 * @param momentsOf what the nth day brings besides, then or on a later day; it sees the day's entries before they are written
 * @param last what happened after all of it
 */
export function writeDiary(
  tx: BulkWriter,
  days: Iterable<readonly MadeEntry[]>,
  momentsOf: (index: number, day: readonly MadeEntry[]) => readonly DiaryMoment[],
  last: () => readonly DiaryMoment[],
): void {
  let index = 0;
  let follows = false;
  const waiting: DiaryMoment[] = [];
  for (const day of days) {
    expect(waiting, momentsOf(index, day));
    follows ||= waiting.length > 0;
    for (const made of day) {
      happenUntil(waiting, made.at * 1000);
      if (follows) tx.follow(made);
      else tx.write(made);
    }
    index += 1;
  }
  expect(waiting, last());
  happenUntil(waiting, Number.POSITIVE_INFINITY);
}

/** Lets what is before a moment happen, and whatever comes of it before then. */
function happenUntil(waiting: DiaryMoment[], until: number): void {
  for (let next = waiting[0]; next !== undefined && next.at < until; next = waiting[0]) {
    waiting.shift();
    expect(waiting, next.happen());
  }
}

/** Keeps what is still to come in the order of the clock. */
function expect(waiting: DiaryMoment[], more: readonly DiaryMoment[]): void {
  if (more.length === 0) return;
  waiting.push(...more);
  waiting.sort((a, b) => a.at - b.at);
}
