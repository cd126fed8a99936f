import type { CaseAction, RecordedAction } from '../../domain/entries/case.ts';
import { civilOf } from '../file/codecs.ts';
import type { Db } from '../file/db.ts';
import { entryBodies } from '../journal/bodies.ts';
import { rowsOfSubject } from '../journal/entries.ts';

/** What the journal alone makes of a subject's row; undefined for one without entries. */
export function entryFold<State, Event>(
  db: Db,
  apply: (before: State | undefined, at: string, event: Event) => State,
): (row: number) => State | undefined {
  return (row) =>
    rowsOfSubject(db, row).reduce<State | undefined>(
      (before, { at, type, body }) =>
        apply(before, civilOf(at), { type, ...(JSON.parse(body) as object) } as unknown as Event),
      undefined,
    );
}

/** All that happened to a case, first to last. */
export function actionsInJournal(db: Db): (row: number) => RecordedAction[] {
  const bodies = entryBodies(db);
  return (row) =>
    rowsOfSubject(db, row).map(({ seq, at, type, body, username, uuid }) => ({
      seq,
      at: civilOf(at),
      actor: username ?? '',
      desk: uuid,
      action: bodies.read(type, body, at) as CaseAction,
    }));
}
