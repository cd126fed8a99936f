import { stoodInCash } from '../../../domain/counter/money/fee-receipt.ts';
import { receiptsOfRow } from '../../counter/money/fee-receipt.ts';
import type { CivilDate, CivilTime } from '../../../contract/base/values.ts';
import { addDays, secondsOf, startOfDay } from '../../../domain/base/civil-time.ts';
import { standingActions } from '../../../domain/counter/case/state.ts';
import type { CaseAction, RecordedAction } from '../../../domain/entries/case.ts';
import type { Procedure } from '../../../contract/catalogue/lists.ts';
import type { CountedProcedure } from '../../../domain/books/report/bieu-07a.ts';
import type { CaseFact } from '../../../domain/books/report/case-fact.ts';
import { findAdoptedProcedure } from '../../catalogue/catalogue.ts';
import { civilOf } from '../../file/rows/codecs.ts';
import type { Db } from '../../file/db.ts';
import { type HowFar, toldOnTheWay } from '../../file/progress.ts';
import { prepared, preparedValue } from '../../file/rows/prepared.ts';
import { entryBodies } from '../../journal/bodies.ts';
import { entriesOf } from '../../journal/entries.ts';
import { hasOtherDesks } from '../../journal/order.ts';

export type CaseRow = { readonly uuid: Buffer; readonly number: string };

/** What a case is called. Asked of the files that are listed alone: of each of a large office it would hold 30 MB. */
export function caseNames(db: Db): (caseId: number) => CaseRow {
  const row = prepared(
    db,
    'SELECT subject.name AS uuid, number FROM case_summary JOIN subject ON subject_id = case_id WHERE case_id = ?',
  );
  return (caseId) => row.get(caseId) as CaseRow;
}

/** What was told of a case that may change where it is counted, in the order in which it is folded. */
export type CountedEntry = { readonly seq: number; readonly at: string; readonly action: CaseAction };

/** What changes where a case is counted. */
export const countedTypes: readonly CaseAction['type'][] = [
  'received',
  'corrected',
  'supplement-requested',
  'supplemented',
  'verification-needed',
  'extended',
  'obligation-requested',
  'obligation-met',
  'withdrawn',
  'reception-undone',
  'stopped',
  'resumed',
  'refused',
  'finished',
  'fee-set',
  'fee-waived',
];
const countedList = `'${countedTypes.join("', '")}'`;

/** `since`: a moment, in seconds since 1970, from which on a result is looked at too, though it lies before the period. */
export type Looked = { readonly from: CivilDate; readonly to: CivilDate; readonly since?: number };

/**
 * Every case that may be of a period, with what was told of it: received by its end, and with no result before it began. Those without a result that
 * ended otherwise are among them: only their entries tell when.
 */
export function* casesOf(
  db: Db,
  { from, to, since = Infinity }: Looked,
  tell?: HowFar,
): Generator<{ readonly caseId: number; readonly told: readonly CountedEntry[] }> {
  const begin = Math.min(since, secondsOf(startOfDay(from)));
  const ids = preparedValue(
    db,
    'SELECT case_id FROM case_summary WHERE accepted_at < ? AND (finished_at IS NULL OR finished_at >= ?) ORDER BY accepted_at, case_id',
  ).all(secondsOf(startOfDay(addDays(to, 1))), begin) as number[];
  const toldOf = hasOtherDesks(db) ? countedEntries(db) : countedOfMany(db, ids);
  for (const caseId of toldOnTheWay(ids, tell)) yield { caseId, told: toldOf(caseId) };
}

/** So many cases are read at once: what was told of them is used up while it is young. With 250 a report held 45 MB more. */
const readAtOnce = 60;

/**
 * What was told of each of many cases, asked for in their order. On an island alone. The rows of many are read in the order in which they lie: one case after
 * another each page was read from the file again and again.
 */
function countedOfMany(db: Db, ids: readonly number[]): (caseId: number) => readonly CountedEntry[] {
  const entries = prepared(
    db,
    `SELECT subject_id, seq, at, type, body FROM journal
      WHERE seq IN (SELECT seq FROM journal WHERE subject_id IN (SELECT value FROM json_each(?))) AND type IN (${countedList}) ORDER BY seq`,
  ).raw();
  const readEntry = entryReader(db);
  let [read, rows] = [0, new Map<number, EntryRow[]>()];
  return (caseId) => {
    if (!rows.has(caseId)) {
      const next = ids.slice(read, read + readAtOnce);
      read += next.length;
      rows = new Map(next.map((id): [number, EntryRow[]] => [id, []]));
      for (const [id, ...row] of entries.all(JSON.stringify(next)) as [number, ...EntryRow][]) rows.get(id)?.push(row);
    }
    return (rows.get(caseId) ?? []).map(readEntry);
  };
}

type EntryRow = [seq: number, at: number, type: string, body: string];

function entryReader(db: Db): (row: EntryRow) => CountedEntry {
  const bodies = entryBodies(db);
  return ([seq, at, type, body]) => ({ seq, at: civilOf(at), action: bodies.read(type, body, at) as CaseAction });
}

/** The same of these cases alone, as far as they were told by an entry. */
export function* casesOfRows(
  db: Db,
  rows: Uint32Array,
  upTo: number,
): Generator<{ readonly caseId: number; readonly told: readonly CountedEntry[] }> {
  const toldOf = countedEntries(db);
  for (const caseId of rows) yield { caseId, told: toldOf(caseId).filter(({ seq }) => seq <= upTo) };
}

/** What was told of one case, as far as it counts. */
export function countedEntries(db: Db): (caseId: number) => readonly CountedEntry[] {
  const entries = prepared(
    db,
    `SELECT seq, at, type, body FROM journal WHERE subject_id = ? AND type IN (${countedList}) ORDER BY seq`,
  ).raw();
  const readEntry = entryReader(db);
  // On an island they stand in the order of their rows, and those that change nothing here need not be read.
  return hasOtherDesks(db)
    ? (caseId) => standingActions(entriesOf<RecordedAction>(db, caseId))
    : (caseId) => (entries.all(caseId) as EntryRow[]).map(readEntry);
}

/** When the first file of this register came, in seconds since 1970; null where there is none. */
export function firstReceptionAt(db: Db): number | null {
  return preparedValue(db, 'SELECT min(accepted_at) FROM case_summary').get() as number | null;
}

/** Whether a fee of a file was in a drawer here at a moment; left out, as it stands now. */
export function paidInCash(db: Db): (caseId: number, by?: CivilTime) => boolean {
  return (caseId, by = '9999') => stoodInCash(receiptsOfRow(db, caseId), by);
}

/** As it was adopted when the file was received. */
export function procedures(db: Db): (fact: CaseFact) => CountedProcedure & Pick<Procedure, 'terms'> {
  const known = new Map<string, CountedProcedure & Pick<Procedure, 'terms'>>();
  return ({ catalogueVersion, procedureCode }) => {
    const name = `${catalogueVersion} ${procedureCode}`;
    const found = known.get(name);
    if (found !== undefined) return found;
    // Adopted in earlier years, it may lack what was not asked then.
    const adopted = (findAdoptedProcedure(db, catalogueVersion, procedureCode) ?? {}) as Partial<Procedure>;
    const { name: called = procedureCode, field = '', decidingAgency = '', onlineLevel = null, terms = [] } = adopted;
    const made = { code: procedureCode, name: called, field, decidingAgency, onlineLevel, terms };
    known.set(name, made);
    return made;
  };
}
