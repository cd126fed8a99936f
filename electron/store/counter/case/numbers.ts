import { seriesName } from '../../../domain/safety/backup/series.ts';
import { type PrintedNumber, isSameCode, parseCaseNumber } from '../../../domain/base/numbering.ts';
import { parseSearch } from '../../../domain/counter/search/query.ts';
import type { CaseAction } from '../../../domain/entries/case.ts';
import { civilOf, dayNumber, findUuidBytes, uuidText, yearOf } from '../../file/rows/codecs.ts';
import type { Db } from '../../file/db.ts';
import { prepared, preparedValue } from '../../file/rows/prepared.ts';
import type { RecordedBy } from '../../journal/entries.ts';
import { certificationProjection } from '../certification/certification.ts';
import { sheetUse } from '../kit/kit.ts';
import { greatestSpent } from '../../common/office/spent.ts';

type Range = { readonly first: number; readonly last: number };

/**
 * The greatest serial a day has used or set aside on paper within any of these blocks; 0 when none. An earlier date goes on where it
 * stopped, and what is on a kit's sheet, or may be on a receipt that no backup had yet, is never given again.
 */
export function lastSerial(db: Db, date: string, blocks: readonly Range[]): number {
  // One question of the three tables: each seeks its index once, and a reception waits for all of them.
  const greatest = preparedValue(
    db,
    `SELECT max(
      coalesce((SELECT max(serial) FROM number_use WHERE day = @day AND serial BETWEEN @first AND @last), 0),
      coalesce((SELECT max(serial) FROM kit_number WHERE day = @day AND serial BETWEEN @first AND @last), 0),
      coalesce((${greatestSpent}), 0))`,
  );
  const [day, series] = [dayNumber(date), seriesName.case(date)];
  return Math.max(0, ...blocks.map(({ first, last }) => greatest.get({ day, series, first, last }) as number));
}

/** The case that bears this official code, however it is written; undefined where none does. */
export function findCaseByCode(db: Db, code: string): string | undefined {
  const number = parseCaseNumber(code);
  if (number === undefined || number.kind !== 'official') return undefined;
  const found = preparedValue(
    db,
    `SELECT case_id FROM official_number WHERE day = ? AND serial = ?
      UNION SELECT case_id FROM number_use WHERE day = ? AND serial = ?`,
  ).all(dayNumber(number.date), number.serial, dayNumber(number.date), number.serial) as number[];
  const row = prepared(
    db,
    'SELECT name, number FROM case_summary JOIN subject ON subject_id = case_id WHERE case_id = ?',
  );
  const same = found
    .map((caseId) => row.get(caseId) as { name: Buffer; number: string } | undefined)
    // What was kept before codes had one spelling stays as it was kept.
    .find((one) => one !== undefined && isSameCode(one.number, code));
  return same === undefined ? undefined : uuidText(same.name);
}

/** Cases that came with a number of this day and serial, an office's or a counter's: counters of two offices give the same one. */
export function casesGiven(db: Db, code: string): string[] {
  const number = parseCaseNumber(code);
  if (number === undefined) return [];
  const sql = `SELECT name FROM official_number JOIN subject ON subject_id = case_id WHERE day = ? AND serial = ?`;
  return (preparedValue(db, sql).all(dayNumber(number.date), number.serial) as Buffer[]).map(uuidText);
}

/** The case that a serial of a day was given to at this desk; undefined while no case bears it. */
export function findCaseOfSerial(db: Db, date: string, serial: number): string | undefined {
  const name = preparedValue(
    db,
    'SELECT name FROM number_use JOIN subject ON subject_id = case_id WHERE day = ? AND serial = ?',
  ).get(dayNumber(date), serial) as Uint8Array | undefined;
  return name === undefined ? undefined : uuidText(name);
}

/** The least and the greatest serial that any day used within a block; none where no day did. */
export function usedSpans(db: Db, { first, last }: Range): Range[] {
  const span = prepared(
    db,
    'SELECT min(serial) AS first, max(serial) AS last FROM number_use WHERE serial BETWEEN ? AND ?',
  ).get(first, last) as { first: number | null; last: number | null };
  return span.first === null || span.last === null ? [] : [{ first: span.first, last: span.last }];
}

export function usedSerials(db: Db, date: string, block: Range): number[] {
  return preparedValue(
    db,
    'SELECT serial FROM number_use WHERE day = ? AND serial BETWEEN ? AND ? ORDER BY serial',
  ).all(dayNumber(date), block.first, block.last) as number[];
}

export function countUsedSerials(db: Db, date: string, { first, last }: Range): number {
  return preparedValue(db, 'SELECT count(*) FROM number_use WHERE day = ? AND serial BETWEEN ? AND ?').get(
    dayNumber(date),
    first,
    last,
  ) as number;
}

export type SupersededNumber = { readonly number: string; readonly at: string };

/** The void numbers that a search text names, by the case each of them led to. */
export function supersededIn(db: Db, text: string): ReadonlyMap<string, SupersededNumber> {
  const { numbers, serial } = parseSearch(text);
  const asked = numbers.map(({ date, serial: of }) => [dayNumber(date), of] as const);
  if (asked.length === 0 && serial !== undefined) {
    const newest = preparedValue(db, 'SELECT max(day) FROM number_use').get() as number | null;
    if (newest !== null) asked.push([newest, serial]);
  }
  if (asked.length === 0) return new Map();
  const find = prepared(
    db,
    `SELECT name, number, at FROM superseded_number JOIN subject ON subject_id = case_id
    WHERE day = ? AND serial = ?`,
  );
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
  return prepared(
    db,
    `SELECT serial, superseded_number.number AS number, case_summary.number AS supersededBy
      FROM superseded_number JOIN case_summary USING (case_id) WHERE day = ? AND serial BETWEEN ? AND ? ORDER BY serial`,
  ).all(dayNumber(date), first, last) as { serial: number; number: string; supersededBy: string }[];
}

/** Every void number with what took its place, for the report of numbers: `20261123: 43 void, superseded by …`. */
export function supersededNotes(db: Db): string[] {
  const rows = prepared(
    db,
    `SELECT day, serial, case_summary.number AS supersededBy FROM superseded_number JOIN case_summary USING (case_id)
      ORDER BY day, serial LIMIT 200`,
  ).all() as { day: number; serial: number; supersededBy: string }[];
  return rows.map(({ day, serial, supersededBy }) => `${day}: ${serial} void, superseded by ${supersededBy}`);
}

/** The number of the case that this text is, where a correction has made that number void. */
export function findVoidNumber(db: Db, caseId: string, text: string): string | null {
  const asked = parseCaseNumber(text);
  if (asked === undefined) return null;
  const printed = preparedValue(
    db,
    `SELECT number FROM superseded_number JOIN subject ON subject_id = case_id
      WHERE day = ? AND serial = ? AND name = ?`,
  ).get(dayNumber(asked.date), asked.serial, findUuidBytes(caseId)) as string | undefined;
  return printed !== undefined && isVoid(asked, printed) ? printed : null;
}

/** The portal's own code stays in force, though this desk gave the same serial on that day and made it void. */
function isVoid({ kind, prefix }: PrintedNumber, printed: string): boolean {
  return kind === 'local' || parseCaseNumber(printed)?.prefix === prefix;
}

/**
 * The numbers that a case's entries gave, each kept with its case. They hang on no order, and a case that cannot be put together keeps its numbers
 * too: they stand on paper. One that this file's own desk gives in this moment must be free.
 */
export function numberProjection(db: Db): (caseId: number, at: number, action: CaseAction, by: RecordedBy) => void {
  const use = prepared(db, 'INSERT INTO number_use (day, serial, case_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING');
  const used = preparedValue(db, 'SELECT 1 FROM number_use WHERE day = ? AND serial = ?');
  const official = prepared(db, 'INSERT OR IGNORE INTO official_number (day, serial, case_id) VALUES (?, ?, ?)');
  const paper = paperNumberProjection(db);
  const sheet = sheetUse(db);
  const certified = certificationProjection(db);
  const supersede = prepared(
    db,
    `INSERT INTO superseded_number (day, serial, case_id, number, at) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET at = min(at, excluded.at), number = min(number, excluded.number)`,
  );

  function take(caseId: number, date: string, serial: number, { isNew }: RecordedBy): void {
    const day = dayNumber(date);
    if (isNew === true && used.get(day, serial) !== undefined)
      throw new Error(`number ${serial} of ${date} is given already`);
    use.run(day, serial, caseId);
  }

  function given(caseId: number, code: string): void {
    const number = parseCaseNumber(code);
    if (number !== undefined) official.run(dayNumber(number.date), number.serial, caseId);
  }

  return (caseId, at, action, by) => {
    switch (action.type) {
      case 'received':
        take(caseId, action.day, action.serial, by);
        // A file from the portal brought its number: it is found by that as well.
        if (action.origin?.portalNumber !== undefined && action.origin.portalNumber === action.number.official)
          given(caseId, action.origin.portalNumber);
        // The code on the receipt that the citizen has is what it is asked for by, whosever number that is.
        if (action.foreign !== undefined) given(caseId, action.foreign.code);
        if (action.fromKit?.kitId !== undefined)
          sheet.byCase({ kitId: action.fromKit.kitId, day: action.day, serial: action.serial }, caseId);
        return;
      case 'corrected':
        if (action.voided === undefined || action.voidedDay === undefined || action.voidedSerial === undefined) return;
        take(caseId, action.day, action.serial, by);
        supersede.run(dayNumber(action.voidedDay), action.voidedSerial, caseId, action.voided, at);
        return;
      case 'official-code-attached':
        return given(caseId, action.official);
      case 'certified':
        return certified(caseId, at, action, by);
      case 'document-made':
        if (action.number !== undefined) paper(caseId, at, { form: action.form, number: action.number }, by);
        return;
      default:
    }
  };
}

/** The running numbers of papers are of the office, whatever the paper is of: of a case, or of a file that waits. */
export function paperNumberProjection(
  db: Db,
): (subjectId: number, at: number, paper: { readonly form: string; readonly number: number }, by: RecordedBy) => void {
  const use = prepared(
    db,
    'INSERT INTO paper_number (form, year, number, case_id) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const used = preparedValue(db, 'SELECT 1 FROM paper_number WHERE form = ? AND year = ? AND number = ?');
  return (subjectId, at, { form, number }, { isNew }) => {
    const year = yearOf(at);
    if (isNew === true && used.get(form, year, number) !== undefined)
      throw new Error(`number ${number} of ${form} is given already in ${year}`);
    use.run(form, year, number, subjectId);
  };
}
