import type { OfficeSettings } from '../contract/office.ts';
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
