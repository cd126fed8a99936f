import type { CaseAction, RecordedAction } from '../../domain/entries/case.ts';
import type { Named } from '../../domain/entries/reference.ts';
import { civilOf } from '../file/codecs.ts';
import type { Db } from '../file/db.ts';
import { prepared } from '../file/prepared.ts';
import { entryBodies } from '../journal/bodies.ts';

type Entry = {
  seq: number;
  at: number;
  type: string;
  body: string;
  username: string | null;
  desk: string;
  deskSeq: number;
};

const selectEntries = `SELECT seq, at, type, body, username, uuid AS desk, desk_seq AS deskSeq FROM journal JOIN desk USING (desk_id) LEFT JOIN account USING (account_id)
  WHERE subject_id = ? ORDER BY seq`;

/** What the journal alone makes of a subject's row; undefined for one without entries. */
export function entryFold<State, Event>(
  db: Db,
  apply: (before: State | undefined, at: string, event: Event, by: Named) => State | undefined,
): (row: number) => State | undefined {
  const entries = prepared(db, selectEntries);
  return (row) =>
    (entries.all(row) as Entry[]).reduce<State | undefined>(
      (before, { at, type, body, desk, deskSeq }) =>
        apply(before, civilOf(at), { type, ...(JSON.parse(body) as object) } as unknown as Event, { desk, deskSeq }),
      undefined,
    );
}

/** All that happened to a case, first to last. */
export function actionsInJournal(db: Db): (row: number) => RecordedAction[] {
  const [entries, bodies] = [prepared(db, selectEntries), entryBodies(db)];
  return (row) =>
    (entries.all(row) as Entry[]).map(({ seq, at, type, body, username, desk, deskSeq }) => ({
      seq,
      at: civilOf(at),
      actor: username ?? '',
      desk,
      deskSeq,
      action: bodies.read(type, body, at, desk) as CaseAction,
    }));
}
