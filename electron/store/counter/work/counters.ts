import { findCodeOfDesk, findOffice } from '../../common/office/settings.ts';
import type { Db } from '../../file/db.ts';
import { prepared } from '../../file/rows/prepared.ts';

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
