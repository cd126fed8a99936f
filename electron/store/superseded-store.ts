import { type CaseNumber, parseCaseNumber } from '../domain/base/numbering.ts';
import { parseSearch } from '../domain/search/query.ts';
import { dayNumber } from './day-number.ts';
import { civilOf } from './instant.ts';
import type { Db } from './open.ts';
import { findUuidBytes, uuidText } from './uuid.ts';

export type SupersededNumber = { readonly number: string; readonly at: string };

/** The void numbers that a search text names, by the case each of them led to. */
export function supersededIn(db: Db, text: string): ReadonlyMap<string, SupersededNumber> {
  const { numbers, serial } = parseSearch(text);
  const asked = numbers.map(({ date, serial: of }) => [dayNumber(date), of] as const);
  if (asked.length === 0 && serial !== undefined) {
    const newest = db.prepare('SELECT max(day) FROM number_use').pluck().get() as number | null;
    if (newest !== null) asked.push([newest, serial]);
  }
  if (asked.length === 0) return new Map();
  const find = db.prepare(`SELECT name, number, at FROM superseded_number JOIN subject ON subject_id = case_id
    WHERE day = ? AND serial = ?`);
  const found = asked.map((key) => find.get(...key) as { name: Buffer; number: string; at: number } | undefined);
  const whole = parseCaseNumber(text);
  return new Map(
    found
      .filter((row) => row !== undefined)
      .filter(({ number }) => whole === undefined || isVoid(whole, number))
      .map(({ name, number, at }) => [uuidText(name), { number, at: civilOf(at) }] as const),
  );
}

/** The void numbers of a day within a block, and the number that is in force in the place of each. */
export function supersededOfDay(db: Db, date: string, { first, last }: { first: number; last: number }) {
  return db
    .prepare(`SELECT serial, superseded_number.number AS number, case_summary.number AS supersededBy
      FROM superseded_number JOIN case_summary USING (case_id) WHERE day = ? AND serial BETWEEN ? AND ? ORDER BY serial`)
    .all(dayNumber(date), first, last) as { serial: number; number: string; supersededBy: string }[];
}

/** Every void number with what took its place, for the report of numbers: `20261123: 43 void, superseded by …`. */
export function supersededNotes(db: Db): string[] {
  const rows = db
    .prepare(`SELECT day, serial, case_summary.number AS supersededBy FROM superseded_number JOIN case_summary USING (case_id)
      ORDER BY day, serial LIMIT 200`)
    .all() as { day: number; serial: number; supersededBy: string }[];
  return rows.map(({ day, serial, supersededBy }) => `${day}: ${serial} void, superseded by ${supersededBy}`);
}

/** The number of the case that this text is, where a correction has made that number void. */
export function findVoidNumber(db: Db, caseId: string, text: string): string | null {
  const asked = parseCaseNumber(text);
  if (asked === undefined) return null;
  const printed = db
    .prepare(`SELECT number FROM superseded_number JOIN subject ON subject_id = case_id
      WHERE day = ? AND serial = ? AND name = ?`)
    .pluck()
    .get(dayNumber(asked.date), asked.serial, findUuidBytes(caseId)) as string | undefined;
  return printed !== undefined && isVoid(asked, printed) ? printed : null;
}

/** The portal's own code stays in force, though this desk gave the same serial on that day and made it void. */
function isVoid({ kind, prefix }: CaseNumber, printed: string): boolean {
  return kind === 'local' || parseCaseNumber(printed)?.prefix === prefix;
}
