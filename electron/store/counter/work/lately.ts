import type { WallFigures } from '../../../contract/counter/work/wall.ts';
import { isOwnCode } from '../../../domain/catalogue/offers.ts';
import { pastOf } from '../case/case.ts';
import { isUndoneRow } from '../case/listed.ts';
import { civilOf } from '../../file/rows/codecs.ts';
import type { Db } from '../../file/db.ts';
import { prepared, preparedValue } from '../../file/rows/prepared.ts';
import { firstSeqOf, lastSeq } from '../../journal/journal.ts';

const day = 86_400;
/** So many days are told, today the last: two weeks, so that a day stands beside the same one of the week before. */
const courseDays = 14;
/** So far back goes what is told of how long files took. */
export const handledDays = 7;

/** Days that are over change by what comes late alone: they are counted anew after a minute, and not at each change of a busy day. */
const overFor = 60;

type Moment = { readonly startOfDay: number; readonly now: number };

/**
 * Keeps what a thread counted last of days that are over. Each reading has a connection of its own, so the register is known again by its file and by the entry that it
 * ended with: where that is another one, the register is not what it was and goes on, and is counted anew.
 */
function keptOver<T>(count: (db: Db, moment: Moment) => T): (db: Db, moment: Moment) => T {
  type Kept = {
    readonly file: string;
    readonly startOfDay: number;
    readonly at: number;
    readonly seq: number;
    readonly hash: Buffer;
    readonly counted: T;
  };
  let last: Kept | undefined;
  return (db, moment) => {
    const { startOfDay, now } = moment;
    const hashAt = preparedValue(db, 'SELECT hash FROM journal WHERE seq = ?');
    if (last?.file === db.name && last.startOfDay === startOfDay && now >= last.at && now < last.at + overFor) {
      const hash = hashAt.get(last.seq) as Buffer | undefined;
      if (hash?.equals(last.hash) === true) return last.counted;
    }
    const counted = count(db, moment);
    const seq = lastSeq(db);
    const hash = hashAt.get(seq) as Buffer | undefined;
    if (hash !== undefined) last = { file: db.name, startOfDay, at: now, seq, hash, counted };
    return counted;
  };
}

type DayCount = { readonly nth: number; readonly received: number; readonly finished: number };

/**
 * What was received and decided on each of the last days, as «today» on the wall counts it; null before the register began, which is no day without files.
 * @param startOfDay seconds since 1970; no day of Vietnam is longer or shorter than another
 */
export function courseOf(db: Db, { startOfDay, now }: Moment) {
  const since = startOfDay - (courseDays - 1) * day;
  const days = [...overDays(db, { startOfDay, now }), ...countedDays(db, since, startOfDay, now + day)];
  // As the reports have it: with the first reception.
  const began = preparedValue(db, 'SELECT min(accepted_at) FROM case_summary').get() as number | null;
  return Array.from({ length: courseDays }, (_, nth): WallFigures['course'][number] => {
    const { received, finished } = days.find((one) => one.nth === nth) ?? { received: 0, finished: 0 };
    const at = since + nth * day;
    const isKnown = at === startOfDay || (began !== null && began < at + day);
    return { day: civilOf(at).slice(0, 10), received: isKnown ? received : null, finished: isKnown ? finished : null };
  });
}

const overDays = keptOver((db, { startOfDay }) => {
  const since = startOfDay - (courseDays - 1) * day;
  return countedDays(db, since, since, startOfDay);
});

/** The days from `since` that lie between two moments, by their number. */
function countedDays(db: Db, since: number, from: number, until: number): readonly DayCount[] {
  return prepared(
    db,
    `SELECT CAST((at - ?) / ${day} AS INTEGER) AS nth, sum(type = 'received') AS received, sum(type <> 'received') AS finished
      FROM journal JOIN case_summary ON case_id = subject_id
      WHERE journal.seq >= ? AND type IN ('received', 'finished', 'refused') AND at >= ? AND at < ? AND NOT ${isUndoneRow} GROUP BY nth`,
  ).all(since, firstSeqOf(db, from), from, until) as DayCount[];
}

/** Results that one person wrote down at one counter, of one procedure: how many, how many seconds they took in all, how many came after their promise. */
export type Handled = {
  readonly code: string;
  readonly name: string;
  readonly deskId: number;
  readonly username: string | null;
  readonly files: number;
  readonly took: number;
  readonly late: number;
};

/** Results of the last days until today began, counted where they lie: the week of a large office has 12,000 of them, and today's stand in memory. */
export const handledBefore = keptOver((db, { startOfDay, now }): readonly Handled[] => {
  const since = now - handledDays * day;
  return prepared(
    db,
    `SELECT code, name, desk_id AS deskId, username, files, took, late FROM (
        SELECT procedure_id, desk_id, account_id, count(*) AS files, sum(at - accepted_at) AS took, sum(coalesce(${pastOf('at')} > 0, 0)) AS late
          FROM journal JOIN case_summary ON case_id = subject_id
          WHERE journal.seq >= ? AND type IN ('finished', 'refused') AND at >= ? AND at < ? GROUP BY procedure_id, desk_id, account_id)
      JOIN catalogue_procedure USING (procedure_id) LEFT JOIN account USING (account_id)`,
  ).all(firstSeqOf(db, since), since, startOfDay) as Handled[];
});

/** By procedure, the most first. */
export function handledByProcedure(handled: readonly Handled[]): WallFigures['handled'] {
  return [...Map.groupBy(handled, ({ code }) => code)]
    .map(([code, list]) => {
      const { files, hours, late } = resultsOf(list);
      return { code, name: shownName(code, list[0]?.name ?? code), files, hours: hours ?? 0, late };
    })
    .toSorted((a, b) => b.files - a.files || (a.code < b.code ? -1 : 1));
}

export function resultsOf(handled: readonly Handled[]): { files: number; hours: number | null; late: number } {
  let [files, took, late] = [0, 0, 0];
  for (const one of handled) {
    files += one.files;
    took += one.took;
    late += one.late;
  }
  return { files, hours: files === 0 ? null : tenth(took / files / 3600), late };
}

/** What somebody typed at a counter may name a person. */
export function shownName(code: string, name: string): string {
  return isOwnCode(code) ? '' : name;
}

export const tenth = (hours: number) => Math.round(hours * 10) / 10;
