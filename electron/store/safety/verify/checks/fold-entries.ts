import type { CaseAction, RecordedAction } from '../../../../domain/entries/case.ts';
import type { Named } from '../../../../domain/entries/reference.ts';
import { civilOf } from '../../../file/rows/codecs.ts';
import type { Db } from '../../../file/db.ts';
import { entryBodies } from '../../../journal/bodies.ts';
import { namedRow, rowsOfSubject } from '../../../journal/entries.ts';

/** What the journal alone makes of a subject's row; undefined for one without entries. */
export function entryFold<State, Event>(
  db: Db,
  apply: (before: State | undefined, at: string, event: Event, by: Named) => State | undefined,
): (row: number) => State | undefined {
  return (row) =>
    rowsOfSubject(db, row).reduce<State | undefined>((before, row) => {
      const event = { type: row.type, ...(JSON.parse(row.body) as object) } as unknown as Event;
      return apply(before, civilOf(row.at), event, namedRow(row));
    }, undefined);
}

/** All that happened to a case, first to last. */
export function actionsInJournal(db: Db): (row: number) => RecordedAction[] {
  const bodies = entryBodies(db);
  return (row) =>
    rowsOfSubject(db, row).map(({ seq, at, type, body, username, ...entry }) => ({
      seq,
      at: civilOf(at),
      actor: username ?? '',
      ...namedRow(entry),
      action: bodies.read(type, body, at, entry.uuid) as CaseAction,
    }));
}
