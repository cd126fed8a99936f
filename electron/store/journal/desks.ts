import type { Db } from '../file/db.ts';
import { prepared, preparedValue } from '../file/prepared.ts';

/** This file's own desk: row 1, named by a UUID when the file is made. */
export const ownDesk = 1;

/** Names a desk of this file by a UUID. Throws once the desk has entries: its name is in their hashes. */
export function nameDesk(db: Db, deskId: number, uuid: string): void {
  const used = preparedValue(db, 'SELECT 1 FROM journal WHERE desk_id = ? LIMIT 1').get(deskId);
  if (used !== undefined) throw new Error(`desk ${deskId} has entries and keeps its name`);
  prepared(
    db,
    'INSERT INTO desk (desk_id, uuid) VALUES (?, ?) ON CONFLICT (desk_id) DO UPDATE SET uuid = excluded.uuid',
  ).run(deskId, uuid);
}

export function findDeskUuid(db: Db, deskId: number): string | undefined {
  return preparedValue(db, 'SELECT uuid FROM desk WHERE desk_id = ?').get(deskId) as string | undefined;
}
