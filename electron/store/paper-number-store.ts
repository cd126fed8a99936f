import { yearOf } from './instant.ts';
import type { Db } from './open.ts';

/** The running number that the next paper of a form gets in the year of this moment (seconds since 1970). */
export function nextPaperNumber(db: Db, form: string, at: number): number {
  const last = db
    .prepare('SELECT max(number) FROM paper_number WHERE form = ? AND year = ?')
    .pluck()
    .get(form, yearOf(at)) as number | null;
  return (last ?? 0) + 1;
}
