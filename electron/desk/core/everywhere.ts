import type { OfficeEvent } from '../../domain/entries/entry.ts';
import { isAmongOthers } from '../../store/common/office/everywhere.ts';
import type { Db } from '../../store/file/db.ts';
import { type Session, authorOf } from './session/client.ts';
import type { DeskContext } from './context.ts';

/** What an entry says of itself that holds at every counter; nothing on an island. */
export function everywhere(db: Db): { readonly everywhere?: true } {
  return isAmongOthers(db) ? { everywhere: true } : {};
}

type OfCentre = Extract<
  OfficeEvent,
  { type: 'week-hours-set' | 'day-hours-set' | 'term-set' | 'legs-set' | 'process-set' }
>;

/** Sets something that is the centre's: with the turn of all counters where this is one, at once on an island. */
export function setEverywhere(desk: DeskContext, session: Session, event: OfCentre) {
  return desk.centre.turn(() =>
    desk.store.write(authorOf(session), desk.now(), (tx) =>
      tx.append({ kind: 'office' }, { ...event, ...everywhere(tx.db) }),
    ),
  );
}
