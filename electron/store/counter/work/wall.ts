import type { WallFigure, WallFigures, WallFile } from '../../../contract/counter/work/wall.ts';
import type { Incentive } from '../../../contract/catalogue/lists.ts';
import { CivilDate } from '../../../contract/base/values.ts';
import { secondsOf, startOfDay as startOfDayOf } from '../../../domain/base/civil-time.ts';
import { getStatusByCode, isIn } from '../../../contract/base/case-status.ts';
import { isUndoneRow, statusIn, statusIs } from '../case/listed.ts';
import { civilOf, civilOrNull, uuidText } from '../../file/rows/codecs.ts';
import type { Db } from '../../file/db.ts';
import { prepared, preparedValue } from '../../file/rows/prepared.ts';
import { firstSeqOf, registerHead } from '../../journal/journal.ts';
import { pastOf } from '../case/case.ts';
import { unpaidCases, unpaidPart, unpaidSum } from '../money/open-fees.ts';
import { codesOf } from './counters.ts';
import {
  type Handled,
  courseOf,
  handledByProcedure,
  handledDays,
  handledBefore,
  shownName,
  resultsOf,
  tenth,
} from './lately.ts';
import {
  type Near,
  type WallMoment,
  type OpenCase,
  type OpenPlace,
  isNear,
  isPast,
  nearness,
  openCases,
  placeOf,
  places,
  standingStill,
  stillDays,
  stillFor,
} from './open-files.ts';

/** `people` where they are asked for by name. */
export type AskedWall = WallMoment & {
  readonly people: boolean;
  /** What takes something off a fee: what is owed hangs on it. */
  readonly incentives: readonly Incentive[];
};

const day = 86_400;

/** From the indexes of what is open and the entries of the last week: after ten years it costs what it costs now. */
export function wallOf(db: Db, asked: AskedWall): Omit<WallFigures, 'now' | 'intake'> {
  const open = openCases(db);
  const moves = movesSince(db, asked.startOfDay);
  const near = Map.groupBy(open, (one) => nearness(one, asked));
  const promised = (name: Near) => near.get(name)?.length ?? 0;
  const results = waitingSince(db, `${statusIn('to-return')} AND archived = 0`, 'finished_at');
  const papers = waitingSince(db, statusIs('supplement-requested'), 'supplement_asked_at');
  const finished = moves.filter(({ kind }) => kind === 'finished');
  const handled = [
    ...handledBefore(db, asked),
    ...finished.map((one): Handled => ({ ...one, files: 1, took: one.at - one.acceptedAt })),
  ];
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
    handled: handledByProcedure(handled),
    still: stillDays.map((days) => ({ days, files: open.filter((one) => stillFor(one, asked.now) === days).length })),
    standing: grouped(standing, ({ place }) => place)
      .map(([, list]) => ({ at: list[0]?.at ?? 'counter', agency: list[0]?.agency ?? '', files: list.length }))
      .toSorted((a, b) => b.files - a.files || (placeOf(a) < placeOf(b) ? -1 : 1)),
    counters: countersOf(db, asked, { open, moves, handled }),
    procedures: grouped(open, ({ code }) => code)
      .map(([code, list]) => ({ code, name: shownName(code, list[0]?.name ?? code), ...openOf(list, asked) }))
      .toSorted((a, b) => b.late - a.late || b.open - a.open || (a.code < b.code ? -1 : 1)),
    people: asked.people ? peopleOf(db, asked, { open, moves: finished, handled }) : null,
  };
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

type Move = {
  readonly caseId: number;
  readonly kind: 'received' | 'finished' | 'returned';
  readonly deskId: number;
  readonly username: string | null;
  readonly at: number;
  readonly acceptedAt: number;
  readonly code: string;
  readonly name: string;
  /** 1 where it came after its promise. */
  readonly late: number;
};

/** What was done since a moment. Rows are read from the end: what is told of these days stands among the last. */
function movesSince(db: Db, since: number): Move[] {
  return prepared(
    db,
    `SELECT case_id AS caseId, CASE type WHEN 'received' THEN 'received' WHEN 'returned' THEN 'returned' ELSE 'finished' END AS kind,
        desk_id AS deskId, username, at, accepted_at AS acceptedAt, code, name, coalesce(${pastOf('at')} > 0, 0) AS late
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

/** Open files of a group, the late ones and the nearly late ones, and how long ago anything was written of them. */
function openOf(list: readonly OpenCase[], asked: WallMoment): { open: number; late: number; near: number } {
  return {
    open: list.length,
    late: list.filter((one) => isPast(one, asked)).length,
    near: list.filter((one) => isNear(one, asked)).length,
  };
}

/** How long it waited since anything was written of an open file, and how long results of the last days took. */
function hoursOf(list: readonly OpenCase[], results: readonly Handled[], now: number) {
  const { files, hours } = resultsOf(results);
  return {
    idleHours: hoursSince(
      list.map(({ lastAt }) => lastAt),
      now,
    ),
    results: files,
    resultHours: hours,
  };
}

type Told = {
  readonly open: readonly OpenCase[];
  readonly moves: readonly Move[];
  readonly handled: readonly Handled[];
};

/** An open file is told at the counter that received it; a result at the one that wrote it down. */
function countersOf(db: Db, asked: AskedWall, { open, moves, handled }: Told): WallFigures['counters'] {
  const codeOf = codesOf(db);
  const [done, received, results] = [
    Map.groupBy(moves, ({ deskId }) => codeOf(deskId)),
    Map.groupBy(open, ({ deskId }) => codeOf(deskId)),
    Map.groupBy(handled, ({ deskId }) => codeOf(deskId)),
  ];
  return [...new Set([...done.keys(), ...received.keys(), ...results.keys()])].toSorted().map((code) => {
    const [today, files] = [done.get(code) ?? [], received.get(code) ?? []];
    return {
      code,
      files: new Set(today.map(({ caseId }) => caseId)).size,
      ...doneOf(today),
      ...openOf(files, asked),
      ...hoursOf(files, results.get(code) ?? [], asked.now),
    };
  });
}

function peopleOf(db: Db, asked: AskedWall, { open, moves, handled }: Told): NonNullable<WallFigures['people']> {
  const nameOf = namesOfStaff(db);
  const [held, done, results] = [
    Map.groupBy(open, ({ holder }) => holder),
    Map.groupBy(moves, ({ username }) => username),
    Map.groupBy(handled, ({ username }) => username),
  ];
  // By name, never by figure: it is no ranking.
  return [...new Set([...held.keys(), ...done.keys(), ...results.keys()])]
    .filter((username) => username !== null)
    .map((username) => {
      const files = held.get(username) ?? [];
      return {
        username,
        name: nameOf(username),
        ...openOf(files, asked),
        finishedToday: done.get(username)?.length ?? 0,
        ...hoursOf(files, results.get(username) ?? [], asked.now),
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
  const { figure, incentives, skip, limit } = asked;
  if (figure === 'unpaidReturned' || figure === 'unpaidUnknown') {
    const { caseIds, count } = unpaidPart(
      db,
      incentives,
      figure === 'unpaidReturned' ? 'returned' : 'unknown',
      skip + limit,
    );
    return { files: caseIds.slice(skip).map(filesOf(db)), count };
  }
  const rows = rowsBehind(db, { ...asked, figure });
  // Of what is owed the sum is counted without its files.
  const count = figure === 'unpaid' ? unpaidSum(db, incentives).files : rows.length;
  return { files: rows.slice(skip, skip + limit).map(filesOf(db)), count };
}

type ListedFigure = Exclude<WallFigure, 'unpaidReturned' | 'unpaidUnknown'>;

function rowsBehind(db: Db, asked: AskedBehind & { readonly figure: ListedFigure }): readonly number[] {
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
  const lately = (fits: (one: Move) => boolean) =>
    moved(now - handledDays * day, (one) => one.kind === 'finished' && fits(one));
  const onDay = (kind: Move['kind']) => {
    const from = key === undefined || !CivilDate.safeParse(key).success ? Infinity : secondsOf(startOfDayOf(key));
    return from > now ? [] : moved(from, (one) => one.kind === kind && one.at < from + day);
  };
  const receivedAt = (fits: (one: OpenCase) => boolean) => {
    const isThere = ofCounter(db, key);
    return open((one) => isThere(one) && fits(one));
  };
  const isLate = (one: OpenCase) => isPast(one, asked);
  const isSoon = (one: OpenCase) => isNear(one, asked);
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
      return lately(({ code }) => code === key);
    case 'handledLate':
      return lately(({ code, late }) => code === key && late === 1);
    case 'receivedOn':
      return onDay('received');
    case 'finishedOn':
      return onDay('finished');
    case 'counterOpen':
      return receivedAt(() => true);
    case 'counterLate':
      return receivedAt(isLate);
    case 'counterNear':
      return receivedAt(isSoon);
    case 'counterHandled':
      return lately(ofCounter(db, key));
    case 'counter':
      return moved(startOfDay, ofCounter(db, key));
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
    case 'procedureLate':
      return open((one) => one.code === key && isLate(one));
    case 'procedureNear':
      return open((one) => one.code === key && isSoon(one));
    case 'personLate':
      return open((one) => one.holder === key && isLate(one));
    case 'personNear':
      return open((one) => one.holder === key && isSoon(one));
    case 'personHandled':
      return lately(({ username }) => username === key);
  }
}

function ofCounter(db: Db, key: string | undefined): (one: { readonly deskId: number }) => boolean {
  const codeOf = codesOf(db);
  return ({ deskId }) => codeOf(deskId) === key;
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

function whereIs({ status: code, archived }: BehindRow, standing: () => OpenPlace): WallFile['where'] {
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
