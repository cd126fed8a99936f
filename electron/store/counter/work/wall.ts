import type { WallFigure, WallFigures, WallFile } from '../../../contract/counter/work/wall.ts';
import type { Incentive } from '../../../contract/catalogue/lists.ts';
import { getStatusByCode, isIn } from '../../../contract/base/case-status.ts';
import type { DueRange } from '../../../domain/counter/work/radar.ts';
import { isUndoneRow, statusIn, statusIs } from '../case/listed.ts';
import { civilOf, civilOrNull, uuidText } from '../../file/rows/codecs.ts';
import type { Db } from '../../file/db.ts';
import { prepared, preparedValue } from '../../file/rows/prepared.ts';
import { firstSeqOf, registerHead } from '../../journal/journal.ts';
import { courseOf, handledDays, handledSince, mostProcedures, shownName, tenth } from './lately.ts';
import { unpaidCases, unpaidSum } from '../money/open-fees.ts';
import { findCodeOfDesk, findOffice } from '../../common/office/settings.ts';

/** Seconds since 1970; `ranges` as the radar has them. `people` where they are asked for by name. */
export type AskedWall = {
  readonly now: number;
  readonly startOfDay: number;
  readonly ranges: { readonly [N in NamedRange]: DueRange };
  readonly people: boolean;
  /** What takes something off a fee: what is owed hangs on it. */
  readonly incentives: readonly Incentive[];
};

type NamedRange = 'overdue' | 'today' | 'within-24h' | 'within-48h';

const day = 86_400;
/** Where a file stands still is told in these steps. */
const stillDays = [3, 7, 15, 30] as const;

/** From the indexes of what is open and the entries of the last week: after ten years it costs what it costs now. */
export function wallOf(db: Db, asked: AskedWall): Omit<WallFigures, 'now' | 'intake'> {
  const open = openCases(db);
  const moves = movesSince(db, asked.startOfDay);
  const near = Map.groupBy(open, (one) => nearness(one, asked));
  const promised = (name: Near) => near.get(name)?.length ?? 0;
  const isLate = (one: OpenCase) => isPast(one, asked);
  const results = waitingSince(db, `${statusIn('to-return')} AND archived = 0`, 'finished_at');
  const papers = waitingSince(db, statusIs('supplement-requested'), 'supplement_asked_at');
  const finished = moves.filter(({ kind }) => kind === 'finished');
  const standing = standingStill(db, open, asked.now);
  return {
    head: registerHead(db),
    today: doneOf(moves),
    promised: {
      late: promised('late'),
      today: promised('today'),
      within24h: promised('within24h'),
      within48h: promised('within48h'),
      later: promised('later'),
    },
    waiting: {
      papers: papers.length,
      papersHours: hoursSince(papers, asked.now),
      results: results.length,
      resultsOverWeek: results.filter((at) => at <= asked.now - 7 * day).length,
      resultsHours: hoursSince(results, asked.now),
      papersAway: preparedValue(db, `SELECT count(*) FROM ${filesAway}`).get() as number,
    },
    unpaid: unpaidSum(db, asked.incentives),
    course: courseOf(db, asked),
    handledHours: meanHours(finished),
    handled: handledSince(db, asked.now - handledDays * day),
    still: stillDays.map((days) => ({ days, files: open.filter((one) => stillFor(one, asked.now) === days).length })),
    standing: grouped(standing, ({ place }) => place)
      .map(([, list]) => ({ at: list[0]?.at ?? 'counter', agency: list[0]?.agency ?? '', files: list.length }))
      .toSorted((a, b) => b.files - a.files || (placeOf(a) < placeOf(b) ? -1 : 1)),
    counters: byCounter(db, moves)
      .map(([code, list]) => ({ code, files: new Set(list.map(({ caseId }) => caseId)).size, ...doneOf(list) }))
      .toSorted((a, b) => (a.code < b.code ? -1 : 1)),
    procedures: grouped(open, ({ code }) => code)
      .map(([code, list]) => ({
        code,
        name: shownName(code, list[0]?.name ?? code),
        open: list.length,
        late: list.filter(isLate).length,
      }))
      .toSorted((a, b) => b.late - a.late || b.open - a.open || (a.code < b.code ? -1 : 1))
      .slice(0, mostProcedures),
    people: asked.people ? peopleOf(db, open, isLate, finished) : null,
  };
}

type OpenCase = {
  readonly caseId: number;
  readonly dueAt: number | null;
  /** 1 where its term has hours. */
  readonly byHour: number;
  readonly holder: string | null;
  readonly code: string;
  readonly name: string;
  /** When anything was last written of it. */
  readonly lastAt: number;
};

function openCases(db: Db): OpenCase[] {
  return prepared(
    db,
    `SELECT case_id AS caseId, due_at AS dueAt, by_hour AS byHour, holder, code, name, (SELECT max(at) FROM journal WHERE subject_id = case_id) AS lastAt
      FROM case_summary JOIN catalogue_procedure USING (procedure_id) WHERE ${statusIn('promised')}`,
  ).all() as OpenCase[];
}

type Near = keyof WallFigures['promised'];

/** Past its promise as Biểu 07a counts it: a term in days ends with its day, one in hours at its hour (`daysPast`, domain/deadline/past.ts). */
function isPast({ dueAt, byHour }: OpenCase, { now, startOfDay }: Pick<AskedWall, 'now' | 'startOfDay'>): boolean {
  return dueAt !== null && dueAt < (byHour === 1 ? now : startOfDay);
}

function nearness(one: OpenCase, asked: AskedWall): Near {
  const { ranges } = asked;
  const { dueAt } = one;
  if (dueAt === null) return 'later';
  if (isPast(one, asked)) return 'late';
  if (dueAt <= ranges.today.until) return 'today';
  if (dueAt <= ranges['within-24h'].until) return 'within24h';
  return dueAt <= ranges['within-48h'].until ? 'within48h' : 'later';
}

/** The greatest of the steps that nothing was written for; undefined where something was lately. */
function stillFor({ lastAt }: OpenCase, now: number): number | undefined {
  return stillDays.findLast((days) => lastAt <= now - days * day);
}

const filesAway = `whereabouts CROSS JOIN case_summary USING (case_id) WHERE (awaited_at IS NOT NULL OR missing_at IS NOT NULL OR lost_at IS NOT NULL) AND NOT ${isUndoneRow}`;

function waitingSince(db: Db, where: string, since: string): number[] {
  return preparedValue(db, `SELECT ${since} FROM case_summary WHERE ${where}`).all() as number[];
}

function hoursSince(moments: readonly number[], now: number): number | null {
  return moments.length === 0
    ? null
    : tenth(moments.reduce((sum, at) => sum + Math.max(0, now - at), 0) / moments.length / 3600);
}

function meanHours(moves: readonly Pick<Move, 'at' | 'acceptedAt'>[]): number | null {
  return moves.length === 0
    ? null
    : tenth(moves.reduce((sum, { at, acceptedAt }) => sum + at - acceptedAt, 0) / moves.length / 3600);
}

type Place = { readonly at: WallFigures['standing'][number]['at']; readonly agency: string };

const placeOf = ({ at, agency }: Place) => `${at} ${agency}`;

/** Where an open file is. */
function places(db: Db): (file: Pick<OpenCase, 'caseId' | 'holder'>) => Place {
  const legOf = preparedValue(db, `SELECT agency FROM case_leg WHERE case_id = ? AND stage IN ('sent', 'running')`);
  const hasLeft = preparedValue(db, 'SELECT 1 FROM whereabouts WHERE case_id = ?');
  return ({ caseId, holder }) => {
    const agency = (legOf.get(caseId) as string | undefined) ?? '';
    if (agency !== '') return { at: 'agency', agency };
    if (holder !== null) return { at: 'held', agency };
    return { at: hasLeft.get(caseId) === undefined ? 'counter' : 'untaken', agency };
  };
}

/** Where the files are on which nobody wrote anything for some days. */
function standingStill(
  db: Db,
  open: readonly OpenCase[],
  now: number,
): (Place & { readonly caseId: number; readonly place: string })[] {
  const placeOfCase = places(db);
  return open
    .filter((one) => stillFor(one, now) !== undefined)
    .map((one) => {
      const place = placeOfCase(one);
      return { caseId: one.caseId, ...place, place: placeOf(place) };
    });
}

type Move = {
  readonly caseId: number;
  readonly kind: 'received' | 'finished' | 'returned';
  readonly deskId: number;
  readonly username: string | null;
  readonly at: number;
  readonly acceptedAt: number;
  readonly code: string;
};

/** What was done since a moment. Rows are read from the end: what is told of these days stands among the last. */
function movesSince(db: Db, since: number): Move[] {
  return prepared(
    db,
    `SELECT case_id AS caseId, CASE type WHEN 'received' THEN 'received' WHEN 'returned' THEN 'returned' ELSE 'finished' END AS kind,
        desk_id AS deskId, username, at, accepted_at AS acceptedAt, code
      FROM journal JOIN case_summary ON case_id = subject_id JOIN catalogue_procedure USING (procedure_id)
        LEFT JOIN account USING (account_id)
      WHERE journal.seq >= ? AND type IN ('received', 'returned', 'finished', 'refused') AND at >= ?
        AND NOT ${isUndoneRow}
        AND NOT (type = 'returned' AND EXISTS (SELECT 1 FROM journal AS back
          WHERE back.subject_id = journal.subject_id AND back.type = 'return-undone' AND back.seq > journal.seq
            AND NOT EXISTS (SELECT 1 FROM journal AS again WHERE again.subject_id = journal.subject_id AND again.type = 'returned'
              AND again.seq > journal.seq AND again.seq < back.seq)))`,
  ).all(firstSeqOf(db, since), since) as Move[];
}

function doneOf(moves: readonly Move[]): WallFigures['today'] {
  const of = (kind: Move['kind']) => moves.filter((one) => one.kind === kind).length;
  return { received: of('received'), finished: of('finished'), returned: of('returned') };
}

function grouped<T, K>(list: readonly T[], by: (one: T) => K): [K, T[]][] {
  return [...Map.groupBy(list, by)];
}

/** A counter is its code: a desk that was put back under another id is the same one, and what a number holds its list shows. */
function byCounter(db: Db, moves: readonly Move[]): [string, Move[]][] {
  const codes = new Map([...new Set(moves.map(({ deskId }) => deskId))].map((desk) => [desk, codeOf(db, desk)]));
  return grouped(moves, ({ deskId }) => codes.get(deskId) ?? '–');
}

/** Of this file's own desks the code of its counter as it is now, of another the one it last told; a dash where it never told one. */
function codeOf(db: Db, deskId: number): string {
  const row = prepared(db, 'SELECT other, uuid FROM desk WHERE desk_id = ?').get(deskId) as
    | { other: number | null; uuid: string }
    | undefined;
  if (row === undefined) return '–';
  return row.other === null ? (findOffice(db)?.desk.code ?? '–') : (findCodeOfDesk(db, row.uuid) ?? '–');
}

function peopleOf(
  db: Db,
  open: readonly OpenCase[],
  isLate: (one: OpenCase) => boolean,
  finished: readonly Move[],
): NonNullable<WallFigures['people']> {
  const nameOf = namesOfStaff(db);
  const holders = new Set([
    ...open.flatMap(({ holder }) => holder ?? []),
    ...finished.flatMap(({ username }) => username ?? []),
  ]);
  // By name, never by figure: it is no ranking.
  return [...holders]
    .map((username) => {
      const held = open.filter(({ holder }) => holder === username);
      return {
        username,
        name: nameOf(username),
        open: held.length,
        late: held.filter(isLate).length,
        finishedToday: finished.filter((one) => one.username === username).length,
      };
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, 'vi'));
}

export type AskedBehind = AskedWall & {
  readonly figure: WallFigure;
  readonly key?: string | undefined;
  readonly skip: number;
  readonly limit: number;
};

/** The files behind a figure of the wall, by the very rules that count it; the most pressing first. */
export function wallFiles(db: Db, asked: AskedBehind): { files: WallFile[]; count: number } {
  const rows = rowsBehind(db, asked);
  // Of what is owed the sum is counted without its files.
  const count = asked.figure === 'unpaid' ? unpaidSum(db, asked.incentives).files : rows.length;
  return { files: rows.slice(asked.skip, asked.skip + asked.limit).map(filesOf(db)), count };
}

function rowsBehind(db: Db, asked: AskedBehind): readonly number[] {
  const { figure, key, now, startOfDay } = asked;
  const open = (fits: (one: OpenCase) => boolean) =>
    openCases(db)
      .filter(fits)
      .toSorted((a, b) => (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity) || a.caseId - b.caseId)
      .map(({ caseId }) => caseId);
  const moved = (since: number, fits: (one: Move) => boolean) => [
    ...new Set(
      movesSince(db, since)
        .filter(fits)
        .toReversed()
        .map(({ caseId }) => caseId),
    ),
  ];
  const listed = (where: string, order: string) =>
    preparedValue(db, `SELECT case_id FROM case_summary WHERE ${where} ORDER BY ${order}, case_id`).all() as number[];
  switch (figure) {
    case 'late':
    case 'today':
    case 'within24h':
    case 'within48h':
    case 'later':
      return open((one) => nearness(one, asked) === figure);
    case 'papers':
      return listed(statusIs('supplement-requested'), 'supplement_asked_at');
    case 'results':
      return listed(`${statusIn('to-return')} AND archived = 0`, 'finished_at');
    case 'resultsOverWeek':
      return listed(`${statusIn('to-return')} AND archived = 0 AND finished_at <= ${now - 7 * day}`, 'finished_at');
    case 'papersAway':
      return preparedValue(
        db,
        `SELECT case_id FROM ${filesAway} ORDER BY coalesce(lost_at, missing_at, awaited_at), 1`,
      ).all() as number[];
    case 'unpaid':
      return unpaidCases(db, asked.incentives, asked.skip + asked.limit);
    case 'received':
    case 'finished':
    case 'returned':
      return moved(startOfDay, ({ kind }) => kind === figure);
    case 'handled':
      return moved(now - handledDays * day, ({ kind, code }) => kind === 'finished' && code === key);
    case 'counter':
      return [
        ...new Set(
          byCounter(db, movesSince(db, startOfDay))
            .flatMap(([code, list]) => (code === key ? list : []))
            .toReversed()
            .map(({ caseId }) => caseId),
        ),
      ];
    case 'still':
      return open((one) => stillFor(one, now) === Number(key));
    case 'standing': {
      const there = new Set(
        standingStill(db, openCases(db), now)
          .filter(({ place }) => place === key)
          .map(({ caseId }) => caseId),
      );
      return open(({ caseId }) => there.has(caseId));
    }
    case 'procedure':
      return open(({ code }) => code === key);
    case 'person':
      return open(({ holder }) => holder === key);
  }
}

type BehindRow = {
  readonly uuid: Buffer;
  readonly number: string;
  readonly code: string;
  readonly procedure: string;
  readonly acceptedAt: number;
  readonly dueAt: number | null;
  readonly lastAt: number | null;
  readonly status: number;
  readonly archived: number;
  readonly holder: string | null;
  readonly keeper: string | null;
};

function filesOf(db: Db): (caseId: number) => WallFile {
  const rows = prepared(
    db,
    `SELECT subject.name AS uuid, number, code, catalogue_procedure.name AS procedure, accepted_at AS acceptedAt, due_at AS dueAt,
        (SELECT max(at) FROM journal WHERE subject_id = case_id) AS lastAt, status, archived, case_summary.holder, keeper
      FROM case_summary JOIN subject ON subject_id = case_id JOIN catalogue_procedure USING (procedure_id) LEFT JOIN whereabouts USING (case_id)
      WHERE case_id = ?`,
  );
  const nameOf = namesOfStaff(db);
  const standing = places(db);
  return (caseId) => {
    const row = rows.get(caseId) as BehindRow;
    const { holder, keeper } = row;
    return {
      caseId: uuidText(row.uuid),
      number: row.number,
      procedureName: shownName(row.code, row.procedure),
      acceptedAt: civilOf(row.acceptedAt),
      dueAt: civilOrNull(row.dueAt),
      lastAt: civilOrNull(row.lastAt),
      where: whereIs(row, () => standing({ caseId, holder })),
      // Kept after the end: an error in the result is theirs to correct.
      holder: holder === null ? null : nameOf(holder),
      papersWith: keeper === null || keeper === holder ? null : nameOf(keeper),
    };
  };
}

function whereIs({ status: code, archived }: BehindRow, standing: () => Place): WallFile['where'] {
  const status = getStatusByCode(code);
  if (isIn(status, 'promised')) return standing();
  if (isIn(status, 'waiting-for-the-citizen')) return { at: 'citizen', agency: '' };
  return { at: isIn(status, 'to-return') && archived === 0 ? 'ready' : 'ended', agency: '' };
}

function namesOfStaff(db: Db): (username: string) => string {
  const rows = prepared(db, 'SELECT username, full_name AS fullName FROM account').all() as {
    username: string;
    fullName: string;
  }[];
  const names = new Map(rows.map(({ username, fullName }) => [username, fullName] as const));
  return (username) => names.get(username) ?? username;
}
