import { secondsOf } from '../../../domain/base/civil-time.ts';
import { commonFrom, commonWithin, isNational } from '../../../domain/centre/city/case-steps.ts';
import type { Db } from '../../file/db.ts';
import { uuidText } from '../../file/rows/codecs.ts';
import { prepared, preparedValue } from '../../file/rows/prepared.ts';
import { isUndoneRow } from '../../counter/case/listed.ts';
import type { Notice } from '../hub/centre.ts';

/** What this file keeps of its city; nothing where nobody joined one. Seconds since 1970. */
export type KeptCity = {
  readonly centre: string;
  readonly place: string;
  readonly secretKey: Buffer;
  readonly turn: number;
  readonly joinedAt: number;
  readonly generation: string | null;
  readonly looked: number;
  readonly lookedAllAt: number | null;
  /** The last case of a look at all of them that is under way. */
  readonly looking: number | null;
  readonly contactAt: number | null;
  readonly pushedAt: number | null;
  readonly doneAt: number | null;
  readonly differsSince: number | null;
  readonly stopped: Notice | null;
};

const columns = `centre, place, secret_key AS secretKey, turn, joined_at AS joinedAt, generation, looked, looked_all_at AS lookedAllAt, looking, contact_at AS contactAt,
  pushed_at AS pushedAt, done_at AS doneAt, differs_since AS differsSince, stopped`;

export function findCity(db: Db): KeptCity | undefined {
  const row = prepared(db, `SELECT ${columns} FROM city_link WHERE place <> ''`).get() as
    | (Omit<KeptCity, 'stopped'> & { readonly stopped: string | null })
    | undefined;
  return row && { ...row, stopped: row.stopped === null ? null : (JSON.parse(row.stopped) as Notice) };
}

export type NewCity = Pick<KeptCity, 'centre' | 'place' | 'secretKey' | 'turn' | 'joinedAt'>;

/** The centre joined, or another of its desks did. What is there already is asked anew; under another key the cases have other names. */
export function keepCity(db: Db, { centre, place, secretKey, turn, joinedAt }: NewCity): void {
  prepared(db, 'DELETE FROM city_link').run();
  prepared(db, 'DELETE FROM city_case').run();
  prepared(
    db,
    'INSERT INTO city_link (only_one, centre, place, secret_key, turn, joined_at) VALUES (1, ?, ?, ?, ?, ?)',
  ).run(centre, place, secretKey, turn, joinedAt);
}

/**
 * The centre left: nothing is told any more. The key of its names stays, with no way to the city beside it: who comes back names its cases as before, or what
 * was erased there would come again under another name.
 */
export function forgetCity(db: Db): void {
  prepared(db, `UPDATE city_link SET place = '', generation = NULL, stopped = NULL`).run();
  prepared(db, 'DELETE FROM city_case').run();
}

/** The key that cases of this centre were named by before it left; undefined where it never left. */
export function restingKey(db: Db, centre: string): Buffer | undefined {
  return preparedValue(db, `SELECT secret_key FROM city_link WHERE place = '' AND centre = ?`).get(centre) as
    | Buffer
    | undefined;
}

type Noted = Partial<
  Pick<
    KeptCity,
    'generation' | 'looked' | 'lookedAllAt' | 'looking' | 'contactAt' | 'pushedAt' | 'doneAt' | 'differsSince' | 'turn'
  >
>;
const noted: Readonly<Record<keyof Noted, string>> = {
  generation: 'generation',
  looked: 'looked',
  lookedAllAt: 'looked_all_at',
  looking: 'looking',
  contactAt: 'contact_at',
  pushedAt: 'pushed_at',
  doneAt: 'done_at',
  differsSince: 'differs_since',
  turn: 'turn',
};

export function noteCity(db: Db, values: Noted): void {
  for (const [name, value] of Object.entries(values))
    prepared(db, `UPDATE city_link SET ${noted[name as keyof Noted]} = ?`).run(value);
}

export function noteStopped(db: Db, stopped: Notice | null): void {
  prepared(db, 'UPDATE city_link SET stopped = ?').run(stopped === null ? null : JSON.stringify(stopped));
}

/** The last row of the journal before the first of a day that is not over; what is behind it is looked at from there on. */
export function lastRowBefore(db: Db, today: number): number {
  const begun = preparedValue(db, 'SELECT min(seq) FROM journal WHERE at >= ?').get(today) as number | null;
  return begun === null ? (preparedValue(db, 'SELECT coalesce(max(seq), 0) FROM journal').get() as number) : begun - 1;
}

/**
 * Cases of which something was told behind a row of the journal, a receipt of theirs among it; of so many rows at most, and up to which row that is. It ends before
 * the first row of a day that is not over.
 * @param today seconds since 1970, the day that runs
 */
export function casesTold(
  db: Db,
  behind: number,
  { most, today }: { readonly most: number; readonly today: number },
): { readonly cases: readonly number[]; readonly upTo: number } {
  const upTo = endOfPage(db, behind, most);
  const begun = preparedValue(db, 'SELECT min(seq) FROM journal WHERE seq > ? AND seq <= ? AND at >= ?').get(
    behind,
    upTo,
    today,
  ) as number | null;
  const last = begun === null ? upTo : begun - 1;
  return { cases: last === behind ? [] : casesBetween(db, behind, last), upTo: last };
}

function endOfPage(db: Db, behind: number, most: number): number {
  const last = preparedValue(db, 'SELECT max(seq) FROM (SELECT seq FROM journal WHERE seq > ? ORDER BY seq LIMIT ?)');
  return (last.get(behind, most) as number | null) ?? behind;
}

function casesBetween(db: Db, behind: number, upTo: number): readonly number[] {
  return preparedValue(
    db,
    `SELECT case_id FROM case_summary WHERE case_id IN (SELECT subject_id FROM journal WHERE seq > @behind AND seq <= @upTo)
     UNION SELECT case_id FROM receipt WHERE receipt_id IN (SELECT subject_id FROM journal WHERE seq > @behind AND seq <= @upTo) ORDER BY 1`,
  ).all({ behind, upTo }) as number[];
}

/** How many cases are told once the day is over, of so many rows at most. */
export function casesOfToday(db: Db, looked: number): number {
  return casesBetween(db, looked, endOfPage(db, looked, 50_000)).length;
}

/** Every case behind one, in the order of their ids. */
export function casesBehind(db: Db, behind: number, most: number): readonly number[] {
  return preparedValue(db, 'SELECT case_id FROM case_summary WHERE case_id > ? ORDER BY case_id LIMIT ?').all(
    behind,
    most,
  ) as number[];
}

export type SeenCase = {
  readonly caseId: number;
  readonly uuid: string;
  readonly procedureCode: string;
  /** Seconds since 1970. */
  readonly received: number;
};

/** Those of some cases that this file holds nothing of for the city yet. */
export function unseenCases(db: Db, cases: readonly number[]): readonly SeenCase[] {
  const rows = prepared(
    db,
    `SELECT case_id AS caseId, subject.name AS uuid, code AS procedureCode, accepted_at AS received FROM json_each(?) JOIN case_summary ON case_id = value
       JOIN subject ON subject_id = case_id JOIN catalogue_procedure USING (procedure_id)
      WHERE case_id NOT IN (SELECT case_id FROM city_case)`,
  ).all(JSON.stringify(cases)) as (Omit<SeenCase, 'uuid'> & { readonly uuid: Buffer })[];
  return rows.map((row) => ({ ...row, uuid: uuidText(row.uuid) }));
}

/** A case of which nothing is told, so far. @param nothing what a case comes to of which nothing is told */
export function seeCase(db: Db, { caseId, procedureCode, received }: SeenCase, key: Buffer, nothing: Buffer): void {
  prepared(
    db,
    'INSERT INTO city_case (case_id, procedure_code, received, key, want, mark, sent) VALUES (?, ?, ?, ?, ?, 0, ?) ON CONFLICT DO NOTHING',
  ).run(caseId, procedureCode, received, key, nothing, nothing);
}

/** What is to be told of a case now. */
export function wantCase(db: Db, caseId: number, want: Buffer, mark: number): void {
  prepared(db, 'UPDATE city_case SET want = ?, mark = ?, refused = NULL WHERE case_id = ? AND want IS NOT ?').run(
    want,
    mark,
    caseId,
    want,
  );
}

/** The same before a city was joined, when nothing is kept for it: read from the cases themselves, of a few of them. */
export function wouldBeCommon(db: Db, procedureCode: string, receivedAt: string): boolean {
  if (!isNational(procedureCode)) return false;
  const at = secondsOf(receivedAt);
  const before = preparedValue(
    db,
    `SELECT count(*) FROM (SELECT 1 FROM case_summary JOIN catalogue_procedure USING (procedure_id)
      WHERE accepted_at >= ? AND accepted_at < ? AND code = ? AND NOT ${isUndoneRow} LIMIT ${commonFrom - 1})`,
  ).get(at - commonWithin * 86_400, at, procedureCode) as number;
  return before === commonFrom - 1;
}

/** Whether so many files of a procedure had been received here in the year before that one more names nobody. */
export function isCommon(db: Db, procedureCode: string, receivedAt: string): boolean {
  if (!isNational(procedureCode)) return false;
  const at = secondsOf(receivedAt);
  const before = preparedValue(
    db,
    `SELECT count(*) FROM (SELECT 1 FROM city_case CROSS JOIN case_summary USING (case_id)
      WHERE procedure_code = ? AND received >= ? AND received < ? AND NOT ${isUndoneRow} LIMIT ${commonFrom - 1})`,
  ).get(procedureCode, at - commonWithin * 86_400, at) as number;
  return before === commonFrom - 1;
}

export type CityCase = {
  readonly caseId: number;
  readonly key: Buffer;
  readonly want: Buffer;
  readonly sent: Buffer | null;
  readonly n: number | null;
  readonly live: number;
  readonly cash: boolean;
};

/** Cases that are not told as they are, without those that were not taken. */
export function waitingCases(db: Db, most: number): readonly CityCase[] {
  const rows = prepared(
    db,
    `SELECT case_id AS caseId, key, want, sent, n, live, cash FROM city_case WHERE sent IS NOT want AND refused IS NULL ORDER BY case_id LIMIT ?`,
  ).all(most) as (Omit<CityCase, 'cash'> & { readonly cash: number })[];
  return rows.map((row) => ({ ...row, cash: row.cash === 1 }));
}

export function waitingCount(db: Db): number {
  return preparedValue(db, 'SELECT count(*) FROM city_case WHERE sent IS NOT want AND refused IS NULL').get() as number;
}

/** What the city did not take, the newest first. */
export function refusedCases(db: Db, most: number): readonly { readonly number: string; readonly why: string }[] {
  return prepared(
    db,
    `SELECT number, refused AS why FROM city_case JOIN case_summary USING (case_id) WHERE refused IS NOT NULL ORDER BY case_id DESC LIMIT ?`,
  ).all(most) as { number: string; why: string }[];
}

export function refusedCount(db: Db): number {
  return preparedValue(db, 'SELECT count(*) FROM city_case WHERE refused IS NOT NULL').get() as number;
}

/** How far a case is there, as the city said it or took it. */
export function noteThere(
  db: Db,
  caseId: number,
  { sent, n, live, cash }: { readonly sent: Buffer; readonly n: number; readonly live: number; readonly cash: boolean },
): void {
  prepared(
    db,
    'UPDATE city_case SET sent = ?, n = ?, live = CASE WHEN live < 0 AND ? >= 0 AND n IS NOT NULL THEN live ELSE ? END, cash = ?, refused = NULL WHERE case_id = ?',
  ).run(sent, n, live, live, cash ? 1 : 0, caseId);
}

/** How far it is there is to be asked. */
export function noteUnknown(db: Db, caseId: number): void {
  prepared(db, 'UPDATE city_case SET sent = NULL, n = NULL WHERE case_id = ?').run(caseId);
}

export function noteRefused(db: Db, caseId: number, why: string): void {
  prepared(db, 'UPDATE city_case SET refused = ? WHERE case_id = ?').run(why, caseId);
}

/** The city is another, or was put back: of each case it is asked anew how far it is there. */
export function askAllAnew(db: Db): void {
  prepared(db, 'UPDATE city_case SET sent = NULL, n = NULL, live = 0, refused = NULL').run();
}

/** What is told of files is worked out otherwise: the next push looks at every case, and says that all is told only then. */
export function lookAnew(db: Db): void {
  prepared(db, 'UPDATE city_link SET looked_all_at = NULL, looking = NULL').run();
}

/** How many cases stand there as far as this file knows, and the sum of their marks (`exchange/city/facts.ts`). */
export function totalsThere(db: Db): { readonly cases: number; readonly marks: number } {
  return prepared(
    db,
    'SELECT count(*) AS cases, coalesce(sum(mark), 0) AS marks FROM city_case WHERE live > 0',
  ).get() as {
    cases: number;
    marks: number;
  };
}

/** Names of all cases behind one, a page of them. */
export function keysBehind(
  db: Db,
  behind: number,
  most: number,
): readonly { readonly caseId: number; readonly key: Buffer }[] {
  return prepared(db, 'SELECT case_id AS caseId, key FROM city_case WHERE case_id > ? ORDER BY case_id LIMIT ?').all(
    behind,
    most,
  ) as { caseId: number; key: Buffer }[];
}

export type NewestCase = { readonly caseId: number; readonly uuid: string; readonly number: string };

/** The newest by their reception. */
export function newestCases(db: Db, most: number): readonly NewestCase[] {
  const rows = prepared(
    db,
    `SELECT case_id AS caseId, subject.name AS uuid, number FROM case_summary JOIN subject ON subject_id = case_id
      ORDER BY accepted_at DESC, case_id DESC LIMIT ?`,
  ).all(most) as (Omit<NewestCase, 'uuid'> & { readonly uuid: Buffer })[];
  return rows.map((row) => ({ ...row, uuid: uuidText(row.uuid) }));
}
