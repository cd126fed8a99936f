import { findCodeOfDesk, findOffice } from '../../common/office/settings.ts';
import type { Db } from '../../file/db.ts';
import { prepared, preparedValue } from '../../file/rows/prepared.ts';

/** A counter is its code: a desk that was put back under another id is the same one, and what a number holds its list shows. */
export function codesOf(db: Db): (deskId: number) => string {
  const known = new Map<number, string>();
  return (deskId) => {
    const code = known.get(deskId) ?? codeOf(db, deskId);
    known.set(deskId, code);
    return code;
  };
}

/** Of this file's own desks the code of its counter as it is now, of another the one it last told; a dash where it never told one. */
function codeOf(db: Db, deskId: number): string {
  const row = prepared(db, 'SELECT other, uuid FROM desk WHERE desk_id = ?').get(deskId) as
    | { other: number | null; uuid: string }
    | undefined;
  if (row === undefined) return '–';
  return row.other === null ? (findOffice(db)?.desk.code ?? '–') : (findCodeOfDesk(db, row.uuid) ?? '–');
}

const receivers = new WeakMap<Db, ReadonlyMap<number, number>>();

/**
 * The desk that received each of these files, or 0. A file is received once and by one desk, so each is looked up once a thread; of those that are open no longer
 * nothing is kept.
 */
export function receiversOf(db: Db, files: readonly { readonly caseId: number }[]): ReadonlyMap<number, number> {
  const known = receivers.get(db);
  const look = preparedValue(
    db,
    "SELECT desk_id FROM journal WHERE subject_id = ? AND type = 'received' ORDER BY seq LIMIT 1",
  );
  const found = new Map(
    files.map(({ caseId }) => [caseId, known?.get(caseId) ?? (look.get(caseId) as number | undefined) ?? 0] as const),
  );
  receivers.set(db, found);
  return found;
}
