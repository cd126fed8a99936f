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
export const mostProcedures = 8;
/** So far back goes what is told of how long files took. */
export const handledDays = 7;

/** Days that are over change by what comes late alone: they are counted anew after a minute, and not at each change of a busy day. */
const overFor = 60;

type DayCount = { readonly nth: number; readonly received: number; readonly finished: number };

/**
 * What a thread counted last. Each reading has a connection of its own, so the register is known again by its file and by the entry that it ended with: where that is
 * another one, the register is not what it was and goes on, and is counted anew.
 */
type CountedOver = {
  readonly file: string;
  readonly startOfDay: number;
  readonly at: number;
  readonly seq: number;
  readonly hash: Buffer;
  readonly days: readonly DayCount[];
};
const counted: { last?: CountedOver } = {};

/**
 * What was received and decided on each of the last days, as «today» on the wall counts it; null before the register began, which is no day without files.
 * @param startOfDay seconds since 1970; no day of Vietnam is longer or shorter than another
 */
export function courseOf(db: Db, { startOfDay, now }: { readonly startOfDay: number; readonly now: number }) {
  const since = startOfDay - (courseDays - 1) * day;
  const days = [...overDays(db, startOfDay, now), ...countedDays(db, since, startOfDay, now + day)];
  // As the reports have it: with the first reception.
  const began = preparedValue(db, 'SELECT min(accepted_at) FROM case_summary').get() as number | null;
  return Array.from({ length: courseDays }, (_, nth): WallFigures['course'][number] => {
    const { received, finished } = days.find((one) => one.nth === nth) ?? { received: 0, finished: 0 };
    const at = since + nth * day;
    const isKnown = at === startOfDay || (began !== null && began < at + day);
    return { day: civilOf(at).slice(0, 10), received: isKnown ? received : null, finished: isKnown ? finished : null };
  });
}

function overDays(db: Db, startOfDay: number, now: number): readonly DayCount[] {
  const hashAt = preparedValue(db, 'SELECT hash FROM journal WHERE seq = ?');
  const kept = counted.last;
  if (kept?.file === db.name && kept.startOfDay === startOfDay && now >= kept.at && now < kept.at + overFor) {
    const hash = hashAt.get(kept.seq) as Buffer | undefined;
    if (hash?.equals(kept.hash) === true) return kept.days;
  }
  const since = startOfDay - (courseDays - 1) * day;
  const days = countedDays(db, since, since, startOfDay);
  const seq = lastSeq(db);
  const hash = hashAt.get(seq) as Buffer | undefined;
  if (hash !== undefined) counted.last = { file: db.name, startOfDay, at: now, seq, hash, days };
  return days;
}

/** The days from `since` that lie between two moments, by their number. */
function countedDays(db: Db, since: number, from: number, until: number): readonly DayCount[] {
  return prepared(
    db,
    `SELECT CAST((at - ?) / ${day} AS INTEGER) AS nth, sum(type = 'received') AS received, sum(type <> 'received') AS finished
      FROM journal JOIN case_summary ON case_id = subject_id
      WHERE journal.seq >= ? AND type IN ('received', 'finished', 'refused') AND at >= ? AND at < ? AND NOT ${isUndoneRow} GROUP BY nth`,
  ).all(since, firstSeqOf(db, from), from, until) as DayCount[];
}

/** Results since a moment by procedure, the most first: a week of a large office is counted where it lies. */
export function handledSince(db: Db, since: number): WallFigures['handled'] {
  const rows = prepared(
    db,
    `SELECT code, max(name) AS name, sum(files) AS files, sum(took) AS took, sum(late) AS late FROM (
        SELECT procedure_id, count(*) AS files, sum(at - accepted_at) AS took, sum(coalesce(${pastOf('at')} > 0, 0)) AS late
          FROM journal JOIN case_summary ON case_id = subject_id
          WHERE journal.seq >= ? AND type IN ('finished', 'refused') AND at >= ? GROUP BY procedure_id)
      JOIN catalogue_procedure USING (procedure_id) GROUP BY code ORDER BY files DESC, code LIMIT ${mostProcedures}`,
  ).all(firstSeqOf(db, since), since) as { code: string; name: string; files: number; took: number; late: number }[];
  return rows.map(({ code, name, files, took, late }) => ({
    code,
    name: shownName(code, name),
    files,
    hours: tenth(took / files / 3600),
    late,
  }));
}

/** What somebody typed at a counter may name a person. */
export function shownName(code: string, name: string): string {
  return isOwnCode(code) ? '' : name;
}

export const tenth = (hours: number) => Math.round(hours * 10) / 10;
