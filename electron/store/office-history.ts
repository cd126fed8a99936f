import type { OfficeSettings } from '../contract/office/office.ts';
import { civilOf } from './instant.ts';
import type { Db } from './open.ts';

/** The office's settings as they were when entry `seq` was written: papers are made again as they were first made. */
export function officeAt(db: Db, seq: number): OfficeSettings | undefined {
  const body = db
    .prepare(`SELECT body FROM journal WHERE subject_id = (SELECT subject_id FROM subject WHERE kind = 1)
      AND type IN ('office-set-up', 'settings-changed') AND seq <= ? ORDER BY seq DESC LIMIT 1`)
    .pluck()
    .get(seq) as string | undefined;
  return body === undefined ? undefined : (JSON.parse(body) as { settings: OfficeSettings }).settings;
}

type Setting = { readonly at: number; readonly reason: string; readonly by: string | null };

/** Who last set something for a procedure, when (civil time) and why; undefined where nobody did. */
export function findLastSetting(
  db: Db,
  type: 'process-set' | 'legs-set',
  code: string,
): { readonly by: string; readonly at: string; readonly reason: string } | undefined {
  const found = db
    .prepare(`SELECT at, json_extract(body, '$.reason') AS reason, full_name AS by
      FROM journal LEFT JOIN account USING (account_id)
      WHERE subject_id = (SELECT subject_id FROM subject WHERE kind = 1) AND type = ? AND json_extract(body, '$.code') = ?
      ORDER BY seq DESC LIMIT 1`)
    .get(type, code) as Setting | undefined;
  return found === undefined ? undefined : { by: found.by ?? '', at: civilOf(found.at), reason: found.reason };
}
