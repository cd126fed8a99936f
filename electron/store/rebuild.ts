import { entryBodies } from './entry-body.ts';
import type { Db } from './open.ts';
import { type Projections, projectedTables, projections } from './projections.ts';
import { rebuildSearch } from './search-projection.ts';
import { kindOf } from './subject.ts';

type Row = {
  seq: number;
  subjectId: number;
  kind: number;
  at: number;
  type: string;
  body: string;
  actor: string | null;
};

const entriesAtOnce = 1000;

/**
 * Throws everything away that was derived from the journal and derives it again, in one transaction: after a crash or a full
 * disk (which throws) the old rows stand. Returns how many entries were read.
 */
export function rebuildProjections(db: Db): number {
  return db
    .transaction(() => {
      for (const table of projectedTables) db.exec(`DELETE FROM ${table}`);
      // No person is left, so this only empties the search tables.
      rebuildSearch(db);
      return replay(db, projections(db));
    })
    .immediate();
}

/** Gives every entry of the journal to those who derive from it, in their order; returns how many there were. */
export function replay(db: Db, project: Projections): number {
  const bodies = entryBodies(db);
  const next = db.prepare(`SELECT seq, subject_id AS subjectId, kind, at, type, body, username AS actor
    FROM journal JOIN subject USING (subject_id) LEFT JOIN account USING (account_id)
    WHERE seq > ? ORDER BY seq LIMIT ${entriesAtOnce}`);
  let [last, read] = [0, 0];
  for (;;) {
    const rows = next.all(last) as Row[];
    for (const { seq, subjectId, kind, at, type, body, actor } of rows) {
      project(kindOf(kind), subjectId, at, bodies.read(type, body, at), { seq, actor: actor ?? '' });
    }
    read += rows.length;
    if (rows.length < entriesAtOnce) return read;
    last = rows.at(-1)?.seq ?? last;
  }
}
