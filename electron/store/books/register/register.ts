import type { RegisterFilter, TimeClass } from '../../../contract/books/register/register.ts';
import type { Channel } from '../../../contract/base/values.ts';
import { addDays, secondsOf, startOfDay } from '../../../domain/base/civil-time.ts';
import { type Steps, atOnce } from '../../../domain/base/resumable.ts';
import { standingActions } from '../../../domain/counter/case/state.ts';
import type { CaseAction, RecordedAction } from '../../../domain/entries/case.ts';
import { type RegisterEntry, registerEntry, timeClass } from '../../../domain/books/register/register.ts';
import { channelCode, findCaseRow, pastOf } from '../../counter/case/case.ts';
import { isUndoneRow } from '../../counter/case/listed.ts';
import { civilOf, findUuidBytes, uuidText } from '../../file/rows/codecs.ts';
import type { Db } from '../../file/db.ts';
import type { HowFar } from '../../file/progress.ts';
import { prepared, preparedValue } from '../../file/rows/prepared.ts';
import { entryBodies } from '../../journal/bodies.ts';
import { entriesOf, rowsOfSubject } from '../../journal/entries.ts';
import { hasOtherDesks, tie } from '../../journal/order.ts';
import { type CaseStatus, getStatusByCode, statusCode } from '../../../contract/base/case-status.ts';

/** A case as the register lists it, before its place in the list is known. */
export type ListedCase = RegisterEntry & {
  readonly caseId: string;
  readonly number: string;
  readonly procedureId: number;
  readonly procedureCode: string;
  readonly procedureName: string;
  readonly channel: Channel;
  readonly status: CaseStatus;
  readonly acceptedAt: string;
  /** Its reception was taken back: the line is void. */
  readonly undone?: true;
  readonly archived?: true;
};

type Where = { readonly sql: string; readonly values: readonly (number | string)[] };

/** Seconds since 1970, the second of them no longer in it. */
type Stretch = readonly [begins: number, ends: number];

function stretchOf({ from, to }: RegisterFilter): Stretch {
  return [secondsOf(startOfDay(from)), secondsOf(startOfDay(addDays(to, 1)))];
}

function whereOf(filter: RegisterFilter, [begins, ends] = stretchOf(filter)): Where {
  const { channel, procedureCode } = filter;
  const parts: (readonly [string, number | string])[] = [
    ['accepted_at >= ?', begins],
    ['accepted_at < ?', ends],
  ];
  if (channel !== undefined) parts.push(['channel = ?', channelCode[channel]]);
  if (procedureCode !== undefined)
    parts.push(['procedure_id IN (SELECT procedure_id FROM catalogue_procedure WHERE code = ?)', procedureCode]);
  return { sql: parts.map(([sql]) => sql).join(' AND '), values: parts.map(([, value]) => value) };
}

/**
 * The running number of a case among those of its year, in the order in which the desk took them up: what a receipt calls its place in the register.
 * Later cases change no number before them.
 */
export function placeInYear(db: Db, caseId: string, acceptedAt: string): number {
  const year = Number(acceptedAt.slice(0, 4));
  const [from, until] = [year, year + 1].map((one) => secondsOf(`${one}-01-01T00:00:00+07:00`));
  const row = findCaseRow(db, caseId) ?? 0;
  if (hasOtherDesks(db)) return placeAtItsDesk(db, row, from, until);
  return preparedValue(
    db,
    'SELECT count(*) FROM case_summary WHERE accepted_at >= ? AND accepted_at < ? AND case_id <= ?',
  ).get(from, until, row) as number;
}

/** Among several desks each keeps its own book: in the order of its own entries, which is the same everywhere. */
function placeAtItsDesk(db: Db, row: number, from = 0, until = 0): number {
  const reception = rowsOfSubject(db, row).find(({ type }) => type === 'received');
  if (reception === undefined) return 0;
  return preparedValue(
    db,
    `SELECT count(DISTINCT case_id) FROM case_summary JOIN journal ON subject_id = case_id
      WHERE accepted_at >= ? AND accepted_at < ? AND type = 'received' AND desk_id = ? AND desk_seq <= ?`,
  ).get(from, until, reception.deskId, reception.deskSeq) as number;
}

/** Where a page begins: after which case, and how many stand before. */
export type PageStart = { readonly acceptedAt: number; readonly place: number | Buffer; readonly before: number };

export const firstPage: PageStart = { acceptedAt: 0, place: 0, before: 0 };

/** The start of the page after a case; undefined where this desk has no such case. */
export function findPageStart(db: Db, filter: RegisterFilter, after: string): PageStart | undefined {
  const row = findCaseRow(db, after);
  if (row === undefined) return undefined;
  const acceptedAt = preparedValue(db, 'SELECT accepted_at FROM case_summary WHERE case_id = ?').get(row) as
    | number
    | undefined;
  if (acceptedAt === undefined) return undefined;
  const { sql, values } = whereOf(filter);
  const before = preparedValue(
    db,
    `SELECT count(*) FROM case_summary WHERE ${sql} AND (accepted_at, ${tie(db)}) <= (?, ?)`,
  );
  // By what the case is called everywhere, where rows are in the order of arrival (journal/order.ts).
  const place = hasOtherDesks(db) ? (findUuidBytes(after) ?? row) : row;
  return { acceptedAt, place, before: before.get(...values, acceptedAt, place) as number };
}

type Row = {
  case_id: number;
  uuid: Buffer;
  number: string;
  procedure_id: number;
  code: string;
  name: string;
  channel: number;
  status: number;
  accepted_at: number;
  archived: number;
};

type Entry = { seq: number; at: number; type: string; body: string; full_name: string | null };

/** What a register says of a case happens in these; the journal holds many more. */
const listedTypes = [
  'received',
  'corrected',
  'supplemented',
  'verification-needed',
  'extended',
  'refused',
  'withdrawn',
  'reception-undone',
  'stopped',
  'returned',
  'return-undone',
  'papers-returned',
  'resumed',
  'obligation-met',
  'confirmed',
  'result-corrected',
  'official-code-attached',
];

/**
 * Cases in the order of reception, at most `limit`; a step for each. The list and the journal's end are taken first: what happens between
 * steps stands behind that end, for the journal only grows, so however long the reading takes it is of one moment.
 */
export function* listRegister(db: Db, filter: RegisterFilter, start: PageStart, limit: number): Steps<ListedCase[]> {
  const { sql, values } = whereOf(filter);
  const place = tie(db);
  const rows = prepared(
    db,
    `SELECT case_id, subject.name AS uuid, number, procedure_id, code, catalogue_procedure.name AS name, channel, status, accepted_at, archived
      FROM case_summary JOIN subject ON subject_id = case_id JOIN catalogue_procedure USING (procedure_id)
      WHERE ${sql} AND (accepted_at, ${place}) > (?, ?) ORDER BY accepted_at, ${place} LIMIT ?`,
  ).all(...values, start.acceptedAt, start.place, limit) as Row[];
  const head = preparedValue(db, 'SELECT coalesce(max(seq), 0) FROM journal').get() as number;
  const actions = prepared(
    db,
    `SELECT seq, at, type, body, full_name FROM journal LEFT JOIN account USING (account_id) WHERE subject_id = ? AND seq <= ? AND type IN ('${listedTypes.join("', '")}') ORDER BY seq`,
  );
  const bodies = entryBodies(db);
  const isShared = hasOtherDesks(db);
  /** Where several desks told of a case the register says what stands, in its order. */
  const standing = (caseId: number, entries: readonly Entry[]) => {
    const names = new Map(entries.map(({ seq, full_name }) => [seq, full_name]));
    return standingActions(entriesOf<RecordedAction>(db, caseId)).flatMap((told) =>
      names.has(told.seq) ? [{ ...told, actorName: names.get(told.seq) ?? null }] : [],
    );
  };
  const listed: ListedCase[] = [];
  for (const row of rows) {
    const entries = actions.all(row.case_id, head) as Entry[];
    const told = isShared
      ? standing(row.case_id, entries)
      : entries.map(({ at, type, body, full_name: actorName }) => ({
          at: civilOf(at),
          actorName,
          action: bodies.read(type, body, at) as CaseAction,
        }));
    const entry = registerEntry(told);
    listed.push({
      ...entry,
      caseId: uuidText(row.uuid),
      number: row.number,
      procedureId: row.procedure_id,
      procedureCode: row.code,
      procedureName: row.name,
      channel: channels[row.channel] ?? 'direct',
      status: getStatusByCode(row.status),
      acceptedAt: civilOf(row.accepted_at),
      ...(told.some(({ action }) => action.type === 'reception-undone') && { undone: true }),
      ...(row.archived === 1 && { archived: true }),
    });
    yield;
  }
  return listed;
}

const channels = Object.fromEntries(Object.entries(channelCode).map(([name, code]) => [code, name as Channel]));

type Count = { status: number; past: number | null; late: number; undone: number; cases: number };
const asked = statusCode('supplement-requested');

/** When a case's time was up to: its result, the request it waits for, or now. */
const end = `coalesce(finished_at, CASE status WHEN ${asked} THEN supplement_asked_at END, CAST(@now AS INTEGER))`;

/**
 * How many cases the register has, by status and by time. `now` in seconds: open cases are measured from today, those that wait for
 * papers from when these were asked for. The days are those of `daysPast` (domain/deadline/past.ts).
 */
export function countRegister(db: Db, filter: RegisterFilter, now: number, tell?: HowFar) {
  const counts: Count[] = [];
  for (const stretch of tell === undefined ? [stretchOf(filter)] : stretchesOf(db, filter, tell)) {
    const { sql, values } = whereOf(filter, stretch);
    const some = prepared(
      db,
      `SELECT status, coalesce(closed_past, ${pastOf(end)}) AS past, counts_late AS late, ${isUndoneRow} AS undone, count(*) AS cases
        FROM case_summary WHERE ${sql} GROUP BY 1, 2, 3, 4`,
    ).all({ now }, ...values) as Count[];
    counts.push(...some);
  }
  const byStatus = new Map<CaseStatus, number>();
  const byTime = new Map<TimeClass, number>();
  for (const { status: code, past, late, undone, cases } of counts) {
    // A void line counts nowhere.
    if (undone === 1) continue;
    const status = getStatusByCode(code);
    const time = timeClass(status, past, late === 1);
    byStatus.set(status, (byStatus.get(status) ?? 0) + cases);
    byTime.set(time, (byTime.get(time) ?? 0) + cases);
  }
  const sumOf = (some: readonly Count[]) => some.reduce((sum, { cases }) => sum + cases, 0);
  const voided = sumOf(counts.filter(({ undone }) => undone === 1));
  return { cases: sumOf(counts) - voided, voided, byStatus, byTime };
}

/** So many stretches a long register is counted in: how far it is is told after each. */
const stretches = 16;

/** The days of a register in stretches of one length, from the first case to the last; how many lines are behind is told of each as it is left. */
function* stretchesOf(db: Db, filter: RegisterFilter, tell: HowFar): Generator<Stretch> {
  const [begins, ends] = stretchOf(filter);
  const [first, last] = ['min', 'max'].map((of) =>
    preparedValue(db, `SELECT ${of}(accepted_at) FROM case_summary WHERE accepted_at >= ? AND accepted_at < ?`).get(
      begins,
      ends,
    ),
  ) as [number | null, number | null];
  if (first === null || last === null) return;
  const countOf = preparedValue(db, 'SELECT count(*) FROM case_summary WHERE accepted_at >= ? AND accepted_at < ?');
  const all = countOf.get(begins, ends) as number;
  const length = Math.ceil((last - first + 1) / stretches);
  let done = 0;
  tell(done, all);
  for (let at = first; at <= last; at += length) {
    yield [at, at + length];
    done += countOf.get(at, at + length) as number;
    tell(done, all);
  }
}

/** Whether the days of a register have more lines than this. Found in the index, and no further than that. */
export function hasMoreLines(db: Db, filter: RegisterFilter, lines: number): boolean {
  const found = preparedValue(
    db,
    'SELECT count(*) FROM (SELECT 1 FROM case_summary WHERE accepted_at >= ? AND accepted_at < ? LIMIT ?)',
  );
  return (found.get(...stretchOf(filter), lines + 1) as number) > lines;
}

export type AskedPage = {
  readonly filter: RegisterFilter;
  /** The last case of the page before. */
  readonly after?: string | undefined;
  readonly limit: number;
  /** Seconds since 1970, by which open cases are in time or not. */
  readonly now: number;
};

/** A page of the register, how many lines stand before it, and what all of it comes to. Read beside the desk where it is long. Null where `after` is none of this desk's. */
export function registerPage(db: Db, { filter, after, limit, now }: AskedPage, tell?: HowFar) {
  const start = after === undefined ? firstPage : findPageStart(db, filter, after);
  if (start === undefined) return null;
  const counts = countRegister(db, filter, now, tell);
  return { before: start.before, counts, cases: atOnce(listRegister(db, filter, start, limit)) };
}
