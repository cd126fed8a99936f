import { createHash } from 'node:crypto';
import { isFault } from '../contract/fault.ts';
import { canonicalJson } from '../domain/base/canonical-json.ts';
import type { Catalogue } from '../domain/catalogue/catalogue.ts';
import { findCalendarHash } from '../store/office/settings.ts';
import type { Writer } from '../store/store.ts';
import { changedPromises } from './changed-promises.ts';
import type { Room } from './room.ts';

type Count = { readonly looked: number; readonly changed: number };

/** Notes by which days promises are counted from here on, where they come from, and how many printed ones they would have dated otherwise. */
export function adoptCalendar(tx: Writer, catalogue: Catalogue, { looked, changed }: Count): void {
  const { version, source } = catalogue.calendar;
  const sha256 = hashOf(catalogue);
  tx.append({ kind: 'office' }, { type: 'calendar-adopted', version, source, sha256, looked, changed });
}

/** A new build may bring other days: an office that is set up adopts them before the first call. The printed dates stay (domain rules 5.6). */
export function adoptChangedCalendar(room: Room): void {
  if (room.findOffice() === undefined || findCalendarHash(room.store.db) === hashOf(room.catalogue)) return;
  const { looked, changes } = changedPromises(room);
  const done = room.store.write(null, room.now(), (tx) =>
    adoptCalendar(tx, room.catalogue, { looked, changed: changes.length }),
  );
  if (isFault(done)) room.ports.log.write('calendar-not-adopted', { fault: done.fault });
}

/** Of the days themselves: a list that was only dated anew counts every promise as before. */
function hashOf({ days }: Catalogue): string {
  return createHash('sha256').update(canonicalJson(days)).digest('hex');
}
