import { seriesName } from '../../../domain/safety/backup/series.ts';
import { yearOf } from '../../file/rows/codecs.ts';
import type { Db } from '../../file/db.ts';
import { prepared, preparedValue } from '../../file/rows/prepared.ts';
import { lastSpent } from '../office/spent.ts';

/** Keeps the text of a form's definition for good, under its hash (hexadecimal): archived papers are made by it again. */
export function keepForm(db: Db, sha256: string, text: string): void {
  prepared(db, 'INSERT INTO form_kept (sha256, body) VALUES (?, ?) ON CONFLICT DO NOTHING').run(
    Buffer.from(sha256, 'hex'),
    text,
  );
}

export function findKeptForm(db: Db, sha256: string): string | undefined {
  return preparedValue(db, 'SELECT body FROM form_kept WHERE sha256 = ?').get(Buffer.from(sha256, 'hex')) as
    | string
    | undefined;
}

/** The running number that the next paper of a form gets in the year of this moment (seconds since 1970). */
export function nextPaperNumber(db: Db, form: string, at: number): number {
  const last = preparedValue(db, 'SELECT max(number) FROM paper_number WHERE form = ? AND year = ?').get(
    form,
    yearOf(at),
  ) as number | null;
  return Math.max(last ?? 0, lastSpent(db, seriesName.paper(form, yearOf(at)))) + 1;
}
