import type { CivilDate, CivilTime } from '../../contract/base/values.ts';
import { endOfDay, secondsOf } from '../../domain/base/civil-time.ts';
import { firstReceptionAt } from '../../store/books/report/facts.ts';
import { civilOf } from '../../store/file/rows/codecs.ts';
import { firstEntryAt } from '../../store/journal/journal.ts';
import type { DeskContext } from './context.ts';

/** Of days on which there was no register here 0 would be said, and nothing is known: what figures ask before they count. */

/** When this file's register began; null while nothing is in it. */
export function registerBegan(desk: DeskContext): CivilTime | null {
  const { db } = desk.store;
  const [entry, reception] = [firstEntryAt(db), firstReceptionAt(db)];
  // A practice office is made with a past that is older than its first entry.
  const began = desk.practice() && entry !== null && reception !== null ? Math.min(entry, reception) : entry;
  return began === null ? null : civilOf(began);
}

/** Whether nothing of these days is in this register: it began after them, and no file that was written down later came in them. */
export function isBeforeRegister(desk: DeskContext, { to }: { readonly to: CivilDate }): boolean {
  const { db } = desk.store;
  const began = firstEntryAt(db);
  const first = firstReceptionAt(db);
  const ends = secondsOf(endOfDay(to));
  return began !== null && began > ends && (first === null || first > ends);
}

/** Whether what had been left open before these days is in no register here: this one began on their first day or later. */
export function isNothingCarried(desk: DeskContext, { from }: { readonly from: CivilDate }): boolean {
  const began = registerBegan(desk);
  return began !== null && began.slice(0, 10) >= from;
}
