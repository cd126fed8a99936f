import type { CertificationKind, CertificationSigner } from '../../../contract/counter/certification/certification.ts';
import { type CaseStatus, getStatusByCode, statusCode, statusCodes } from '../../../contract/base/case-status.ts';
import type { CivilDate } from '../../../contract/base/values.ts';
import { seriesName } from '../../../domain/safety/backup/series.ts';
import { addDays, secondsOf, startOfDay } from '../../../domain/base/civil-time.ts';
import { certificationKinds, certificationNumber } from '../../../domain/counter/certification/book.ts';
import type { CertifiedAction } from '../../../domain/entries/certification.ts';
import { civilOf, findUuidBytes, uuidText } from '../../file/rows/codecs.ts';
import type { Db } from '../../file/db.ts';
import { prepared, preparedValue } from '../../file/rows/prepared.ts';
import type { RecordedBy } from '../../journal/entries.ts';
import { lastSpent, spentRuns } from '../../common/office/spent.ts';

/**
 * The book as the entries of cases tell it. A number hangs on no order: it stands on paper, and is kept with its case whatever becomes of that. One that
 * this file's own desk gives in this moment must be free.
 */
export function certificationProjection(
  db: Db,
): (caseId: number, at: number, action: CertifiedAction, by: Pick<RecordedBy, 'isNew'>) => void {
  const insert = prepared(
    db,
    `INSERT INTO certification (series, serial, case_id, kind, at, paper, pages, copies, fee, signer, title)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  );
  const used = preparedValue(db, 'SELECT 1 FROM certification WHERE series = ? AND serial = ? LIMIT 1');
  return (caseId, at, { series, kind, signer, papers }, { isNew }) => {
    for (const { serial, paper, pages, copies, fee } of papers) {
      if (isNew === true && used.get(series, serial) !== undefined)
        throw new Error(`certification ${certificationNumber({ series, serial })} of ${series} is given already`);
      insert.run(series, serial, caseId, kind, at, paper ?? null, pages, copies, fee, signer.name, signer.title);
    }
  };
}

/** The greatest number a run has given, or a restore passed over; 0 where it gave none. */
export function lastCertified(db: Db, series: string): number {
  const greatest = preparedValue(db, 'SELECT max(serial) FROM certification WHERE series = ?').get(series);
  return Math.max((greatest as number | null) ?? 0, lastSpent(db, seriesName.certification(series)));
}

/** Who signed lately, the newest first, each once. */
export function lateSigners(db: Db, limit: number): CertificationSigner[] {
  return prepared(
    db,
    `SELECT signer AS name, title FROM (SELECT signer, title, at FROM certification ORDER BY at DESC LIMIT 2000)
      GROUP BY signer, title ORDER BY max(at) DESC LIMIT ?`,
  ).all(limit) as CertificationSigner[];
}

/** SQL over certifications with their `case_summary`: what was taken back stands in a book as a number that was not used. */
const isTakenBack = `(status = ${statusCode('withdrawn')} AND EXISTS (SELECT 1 FROM journal AS back
  WHERE back.subject_id = certification.case_id AND back.type = 'reception-undone'))`;

/** How many requests and papers were certified on a day; what was taken back was not. */
export function certifiedOn(db: Db, date: CivilDate): { readonly requests: number; readonly papers: number } {
  return prepared(
    db,
    `SELECT count(DISTINCT case_id) AS requests, count(*) AS papers FROM certification JOIN case_summary USING (case_id)
      WHERE kind IN ('copy', 'signature', 'contract') AND at >= ? AND at < ? AND NOT ${isTakenBack}`,
  ).get(secondsOf(startOfDay(date)), secondsOf(startOfDay(addDays(date, 1)))) as { requests: number; papers: number };
}

/** The years in which something was certified, and those between, the newest first. Both ends are read off the index of the book. */
export function certifiedYears(db: Db): string[] {
  const ends = (['min', 'max'] as const).map((which) =>
    certificationKinds.flatMap((kind) => {
      const at = preparedValue(db, `SELECT ${which}(at) FROM certification WHERE kind = ?`).get(kind) as number | null;
      return at === null ? [] : [Number(civilOf(at).slice(0, 4))];
    }),
  );
  const [first, last] = [Math.min(...(ends[0] ?? [])), Math.max(...(ends[1] ?? []))];
  return first > last ? [] : Array.from({ length: last - first + 1 }, (_, back) => String(last - back));
}

/** The cases whose papers bear this number in one of these runs, in the order of the runs. */
export function casesCertified(db: Db, series: readonly string[], serial: number): number[] {
  const sql = `SELECT DISTINCT case_id FROM json_each(?) AS run CROSS JOIN certification ON series = run.value WHERE serial = ?
    AND EXISTS (SELECT 1 FROM case_summary WHERE case_summary.case_id = certification.case_id) ORDER BY run.key, case_id`;
  return preparedValue(db, sql).all(JSON.stringify(series), serial) as number[];
}

export type BookEntry = {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly series: string;
  readonly serial: number;
  readonly kind: CertificationKind;
  readonly at: string;
  readonly applicant: string;
  readonly idNumber: string;
  readonly others: readonly { readonly fullName: string; readonly idNumber: string }[];
  readonly paper: string;
  readonly pages: number;
  readonly copies: number;
  readonly fee: number | null;
  readonly signer: CertificationSigner;
  readonly status: CaseStatus;
  /** It was taken back: its number stands in the book as one that was not used. */
  readonly undone: boolean;
};

type Row = Omit<BookEntry, 'caseId' | 'at' | 'signer' | 'status' | 'others' | 'undone'> & {
  readonly others: string | null;
  readonly name: Buffer;
  readonly at: number;
  readonly signer: string;
  readonly title: string;
  readonly status: number;
  readonly undone: number;
};

const selectEntries = `SELECT subject.name AS name, number AS caseNumber, series, serial, certification.kind AS kind, certification.at AS at,
    full_name AS applicant, id_number AS idNumber,
    (SELECT body ->> '$.others' FROM journal WHERE journal.subject_id = certification.case_id AND type = 'received' LIMIT 1) AS others, coalesce(paper, '') AS paper, pages, copies, fee, signer, title, status, ${isTakenBack} AS undone
  FROM certification JOIN subject ON subject_id = certification.case_id JOIN case_summary USING (case_id) JOIN person USING (person_id)`;

function entryOf({ name, at, signer, title, status, others, undone, ...row }: Row): BookEntry {
  return {
    ...row,
    others: others === null ? [] : (JSON.parse(others) as BookEntry['others']),
    caseId: uuidText(name),
    at: civilOf(at),
    signer: { name: signer, title },
    status: getStatusByCode(status),
    undone: undone === 1,
  };
}

/** A book from one day to another, both of them in it, with what was taken back: by desk, and there in the order of its numbers. */
export function bookEntries(db: Db, kind: CertificationKind, from: CivilDate, to: CivilDate): BookEntry[] {
  const sql = `${selectEntries} WHERE certification.kind = ? AND certification.at >= ? AND certification.at < ? ORDER BY series, serial, subject.name`;
  return (prepared(db, sql).all(kind, secondsOf(startOfDay(from)), secondsOf(startOfDay(addDays(to, 1)))) as Row[]).map(
    entryOf,
  );
}

/** Of what several lists look for in a part of the cases, by the indexes of those parts: signed for by nobody yet, or not in the person's hands. */
const unfinished = `SELECT case_id FROM case_summary WHERE status IN (${statusCodes('promised').join(', ')})
  UNION ALL SELECT case_id FROM case_summary WHERE status IN (${statusCodes('to-return').join(', ')}) AND archived = 0`;

/** What was numbered and waits: for its signature, or to be paid and handed out; the oldest first. */
export function waitingCertifications(db: Db, limit: number): BookEntry[] {
  const sql = `${selectEntries} WHERE case_id IN (SELECT case_id FROM (${unfinished})
      AS open WHERE EXISTS (SELECT 1 FROM certification AS own WHERE own.case_id = open.case_id))
    ORDER BY certification.at, series, serial LIMIT ?`;
  return (prepared(db, sql).all(limit) as Row[]).map(entryOf);
}

/** How many cases wait so. */
export function countWaiting(db: Db): number {
  return preparedValue(
    db,
    `SELECT count(*) FROM (${unfinished}) AS open WHERE EXISTS (SELECT 1 FROM certification WHERE certification.case_id = open.case_id)`,
  ).get() as number;
}

/** How many these are. */
export function countUnnumbered(db: Db, procedures: readonly string[]): number {
  const sql = `SELECT count(*) FROM case_summary JOIN catalogue_procedure USING (procedure_id) ${isUnnumbered}`;
  return preparedValue(db, sql).get(JSON.stringify(procedures)) as number;
}

const isUnnumbered = `WHERE status IN (${statusCodes('promised').join(', ')}) AND status IN (${statusCodes('with-the-office').join(', ')})
  AND code IN (SELECT value FROM json_each(?)) AND NOT EXISTS (SELECT 1 FROM certification WHERE certification.case_id = case_summary.case_id)`;

export type Unnumbered = Pick<BookEntry, 'caseId' | 'caseNumber' | 'at' | 'applicant'> & {
  readonly procedureCode: string;
};

/** Cases of these procedures that are under way and have no number of a book yet, the oldest first. */
export function unnumberedCases(db: Db, procedures: readonly string[], limit: number): Unnumbered[] {
  const rows = prepared(
    db,
    `SELECT subject.name AS name, number AS caseNumber, accepted_at AS at, full_name AS applicant, code AS procedureCode
      FROM case_summary JOIN subject ON subject_id = case_id JOIN person USING (person_id) JOIN catalogue_procedure USING (procedure_id)
      ${isUnnumbered}
      ORDER BY accepted_at LIMIT ?`,
  ).all(JSON.stringify(procedures), limit) as (Omit<Unnumbered, 'caseId' | 'at'> & { name: Buffer; at: number })[];
  return rows.map(({ name, at, ...row }) => ({ ...row, caseId: uuidText(name), at: civilOf(at) }));
}

/** Where the run of each book stood before a day: the number its next paper was to have. */
export function lastBefore(db: Db, series: string, date: CivilDate): number {
  const sql = 'SELECT max(serial) FROM certification WHERE series = ? AND at < ?';
  return (preparedValue(db, sql).get(series, secondsOf(startOfDay(date))) as number | null) ?? 0;
}

/** The numbers of a run that a restore passed over: they may stand on paper that no register holds. */
export function passedOver(db: Db, series: string): readonly { readonly first: number; readonly last: number }[] {
  return spentRuns(db).filter((run) => run.series === seriesName.certification(series));
}

/** Numbers of a book's run that stand on no paper and that no restore passed over: `BS.Q3-2026: 43–44 not used`. A desk skips none, so each asks for its reason. */
export function certificationGaps(db: Db): string[] {
  const jumps = prepared(
    db,
    `SELECT series, serial, before FROM
      (SELECT series, serial, coalesce(lag(serial) OVER (PARTITION BY series ORDER BY serial), 0) AS before
        FROM (SELECT DISTINCT series, serial FROM certification))
      WHERE serial - before > 1 ORDER BY series, serial LIMIT 200`,
  ).all() as { series: string; serial: number; before: number }[];
  return jumps
    .filter(
      ({ series, serial, before }) =>
        !passedOver(db, series).some((run) => run.first <= before + 1 && run.last >= serial - 1),
    )
    .map(({ series, serial, before }) => {
      const [first, last] = [before + 1, serial - 1];
      return `${series}: ${first}${last > first ? `–${last}` : ''} not used`;
    });
}

/** What was certified in these cases, the newest first. */
export function certifiedIn(db: Db, caseIds: readonly string[], limit: number): BookEntry[] {
  const names = caseIds.flatMap((caseId) => findUuidBytes(caseId) ?? []);
  const ofCase = prepared(
    db,
    `${selectEntries} WHERE certification.case_id IN (SELECT subject_id FROM subject WHERE name = ?) ORDER BY certification.series, certification.serial`,
  );
  return names.flatMap((name) => (ofCase.all(name) as Row[]).map(entryOf)).slice(0, limit);
}
