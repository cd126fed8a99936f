import type { WallFigures } from '../../contract/work/wall.ts';
import { isOwnCode } from '../../domain/catalogue/offers.ts';
import type { DueRange } from '../../domain/work/radar.ts';
import { statusIn, statusIs } from '../case/listed.ts';
import type { Db } from '../file/db.ts';
import { prepared, preparedValue } from '../file/prepared.ts';
import { registerHead } from '../journal/journal.ts';
import { hasOtherDesks } from '../journal/order.ts';
import { byOwnDesk } from '../journal/subject.ts';
import { findCodeOfDesk, findOffice } from '../office/settings.ts';

/** Seconds since 1970; `ranges` as the radar has them. `people` where they are asked for by name. */
export type AskedWall = {
  readonly now: number;
  readonly startOfDay: number;
  readonly ranges: { readonly [N in 'overdue' | 'today' | 'within-24h' | 'within-48h']: DueRange };
  readonly people: boolean;
};

const day = 86_400;
/** Where a file stands still is told in these steps. */
const stillDays = [3, 7, 15, 30] as const;
const mostProcedures = 8;

/** From the indexes of what is open and the entries of today: after ten years it costs what it costs now. */
export function wallOf(db: Db, asked: AskedWall): Omit<WallFigures, 'now' | 'intake'> {
  const open = openCases(db);
  const moves = movesToday(db, asked.startOfDay);
  const within = ({ after, until }: DueRange) =>
    open.filter(({ dueAt }) => dueAt !== null && dueAt > after && dueAt <= until).length;
  const { ranges } = asked;
  const [late, today, within24h, within48h] = [
    ranges.overdue,
    ranges.today,
    ranges['within-24h'],
    ranges['within-48h'],
  ].map(within);
  const isLate = ({ dueAt }: OpenCase) => dueAt !== null && dueAt <= ranges.overdue.until;
  const known = { late: late ?? 0, today: today ?? 0, within24h: within24h ?? 0, within48h: within48h ?? 0 };
  const results = prepared(
    db,
    `SELECT finished_at AS at FROM case_summary WHERE ${statusIn('to-return')} AND archived = 0`,
  ).all() as { at: number }[];
  const finished = moves.filter(({ kind }) => kind === 'finished');
  return {
    head: registerHead(db),
    today: doneOf(moves),
    promised: { ...known, later: open.length - known.late - known.today - known.within24h - known.within48h },
    waiting: {
      papers: preparedValue(
        db,
        `SELECT count(*) FROM case_summary WHERE ${statusIs('supplement-requested')}`,
      ).get() as number,
      results: results.length,
      resultsOverWeek: results.filter(({ at }) => at <= asked.now - 7 * day).length,
    },
    handledHours:
      finished.length === 0
        ? null
        : Math.round(
            (finished.reduce((sum, { at, acceptedAt }) => sum + at - acceptedAt, 0) / finished.length / 3600) * 10,
          ) / 10,
    still: stillDays.map((days, nth) => {
      const next = stillDays[nth + 1];
      const files = open.filter(
        ({ lastAt }) => lastAt <= asked.now - days * day && (next === undefined || lastAt > asked.now - next * day),
      ).length;
      return { days, files };
    }),
    counters: grouped(moves, ({ deskId }) => deskId)
      .map(([deskId, list]) => ({ code: codeOf(db, deskId), ...doneOf(list) }))
      .toSorted((a, b) => (a.code < b.code ? -1 : 1)),
    procedures: grouped(open, ({ code }) => code)
      .map(([code, list]) => ({
        code,
        // What somebody typed at a counter may name a person.
        name: isOwnCode(code) ? '' : (list[0]?.name ?? code),
        open: list.length,
        late: list.filter(isLate).length,
      }))
      .toSorted((a, b) => b.late - a.late || b.open - a.open || (a.code < b.code ? -1 : 1))
      .slice(0, mostProcedures),
    people: asked.people ? peopleOf(db, open, isLate, finished) : null,
  };
}

type OpenCase = {
  readonly dueAt: number | null;
  readonly holder: string | null;
  readonly code: string;
  readonly name: string;
  /** When anything was last written of it. */
  readonly lastAt: number;
};

function openCases(db: Db): OpenCase[] {
  return prepared(
    db,
    `SELECT due_at AS dueAt, holder, code, name, (SELECT max(at) FROM journal WHERE subject_id = case_id) AS lastAt
      FROM case_summary JOIN catalogue_procedure USING (procedure_id) WHERE ${statusIn('promised')}`,
  ).all() as OpenCase[];
}

type Move = {
  readonly kind: 'received' | 'finished' | 'returned';
  readonly deskId: number;
  readonly username: string | null;
  readonly at: number;
  readonly acceptedAt: number;
};

/** What was done since a moment. Rows are read from the end: what is told of today stands among the last. */
function movesToday(db: Db, since: number): Move[] {
  return prepared(
    db,
    `SELECT CASE type WHEN 'received' THEN 'received' WHEN 'returned' THEN 'returned' ELSE 'finished' END AS kind,
        desk_id AS deskId, username, at, accepted_at AS acceptedAt
      FROM journal JOIN case_summary ON case_id = subject_id LEFT JOIN account USING (account_id)
      WHERE journal.seq >= ? AND type IN ('received', 'returned', 'finished', 'refused') AND at >= ?`,
  ).all(firstSeqOf(db, since), since) as Move[];
}

/**
 * A row before which nothing is of a day, found by halves: rows stand in the order of their moments, but for a clock that was put back. What other desks told
 * came here after it happened, so among several the own rows alone are asked, and all behind the last of before that day is looked at.
 */
function firstSeqOf(db: Db, since: number): number {
  const which = hasOtherDesks(db) ? ` AND ${byOwnDesk}` : '';
  const at = preparedValue(db, `SELECT at FROM journal WHERE seq >= ?${which} ORDER BY seq LIMIT 1`);
  let low = 1;
  let high = (preparedValue(db, 'SELECT coalesce(max(seq), 0) FROM journal').get() as number) + 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const moment = at.get(middle) as number | undefined;
    if (moment !== undefined && moment < since) low = middle + 1;
    else high = middle;
  }
  if (which === '') return Math.max(1, low);
  const before = `SELECT seq FROM journal WHERE seq < ?${which} ORDER BY seq DESC LIMIT 1`;
  return (preparedValue(db, before).get(low) as number | undefined) ?? 1;
}

function doneOf(moves: readonly Move[]): WallFigures['today'] {
  const of = (kind: Move['kind']) => moves.filter((one) => one.kind === kind).length;
  return { received: of('received'), finished: of('finished'), returned: of('returned') };
}

function grouped<T, K>(list: readonly T[], by: (one: T) => K): [K, T[]][] {
  return [...Map.groupBy(list, by)];
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
  const names = new Map(
    (
      prepared(db, 'SELECT username, full_name AS fullName FROM account').all() as {
        username: string;
        fullName: string;
      }[]
    ).map(({ username, fullName }) => [username, fullName] as const),
  );
  const holders = new Set([
    ...open.flatMap(({ holder }) => holder ?? []),
    ...finished.flatMap(({ username }) => username ?? []),
  ]);
  // By name, never by figure: it is no ranking.
  return [...holders]
    .map((username) => {
      const held = open.filter(({ holder }) => holder === username);
      return {
        name: names.get(username) ?? username,
        open: held.length,
        late: held.filter(isLate).length,
        finishedToday: finished.filter((one) => one.username === username).length,
      };
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, 'vi'));
}
