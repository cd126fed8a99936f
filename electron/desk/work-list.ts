import type { WorkCount, WorkList, WorkRow } from '../contract/case/work.ts';
import { isFault } from '../contract/fault.ts';
import { dayOfDate } from '../domain/base/civil-time.ts';
import { apologyBorder, isApologyDue, radarBorders } from '../domain/case/radar.ts';
import { correctionDue, supplementUntil } from '../domain/deadline/office-clocks.ts';
import type { WorkCalendar } from '../domain/deadline/work-calendar.ts';
import { needsAttention } from '../domain/printing/print-job.ts';
import {
  type DueRange,
  type WorkCase,
  type WorkKind,
  type WorkQuestion,
  countStops,
  countWork,
  workCases,
} from '../store/case/work.ts';
import { secondsOf } from '../store/file/codecs.ts';
import type { Db } from '../store/file/db.ts';
import { unsettledPrintJobs } from '../store/printing/print.ts';
import { lateWork } from './late-work.ts';

type About = { readonly now: string; readonly calendar: WorkCalendar; readonly username: string };

/** What is to be done now, of the whole desk or of who asks. From the projections alone, so it costs the same after ten years. */
export function workList(
  db: Db,
  { mine, limit }: { readonly mine: boolean; readonly limit: number },
  about: About,
): WorkList {
  const { now, calendar, username } = about;
  const holder = mine ? username : null;
  const ranges = dueRanges(now, calendar);
  const apologies = { after: ranges.today.until, until: secondsOf(apologyBorder(now, calendar)) };
  return {
    now,
    mine,
    groups: [
      ...groups.map(({ group, kind }) => {
        const question = { holder, ...(kind === 'due' ? { range: ranges[group] } : {}) };
        const rows = workCases(db, kind, question, limit).map((found) => rowOf(found, kind, about));
        return { group, count: count(db, kind, question), rows };
      }),
      ...lateWork(db, { holder, limit, now, username }),
    ],
    later: count(db, 'due', { holder, range: ranges.later }),
    heldByMe: count(db, 'due', { holder: username, range: anyTime }),
    apologies: count(db, 'apologies', { holder, range: apologies }),
    unsettledPrints: unsettledPrintJobs(db).filter(({ state }) => needsAttention(state)).length,
  };
}

const groups = [
  { group: 'overdue', kind: 'due' },
  { group: 'today', kind: 'due' },
  { group: 'within-24h', kind: 'due' },
  { group: 'within-48h', kind: 'due' },
  { group: 'within-72h', kind: 'due' },
  { group: 'supplement', kind: 'papers' },
  { group: 'to-return', kind: 'results' },
  { group: 'error', kind: 'errors' },
] as const;

const anyTime: DueRange = { after: 0, until: Number.MAX_SAFE_INTEGER };

/** The groups of the radar as instants: what is due at this very second is not late yet. */
function dueRanges(now: string, calendar: WorkCalendar) {
  const borders = radarBorders(now, calendar);
  const ends = Object.fromEntries(Object.entries(borders).map(([group, end]) => [group, secondsOf(end)])) as Record<
    keyof typeof borders,
    number
  >;
  return {
    overdue: { after: 0, until: ends.overdue - 1 },
    today: { after: ends.overdue - 1, until: ends.today },
    'within-24h': { after: ends.today, until: ends['within-24h'] },
    'within-48h': { after: ends['within-24h'], until: ends['within-48h'] },
    'within-72h': { after: ends['within-48h'], until: ends['within-72h'] },
    later: { after: ends['within-72h'], until: anyTime.until },
  };
}

function count(db: Db, kind: WorkKind, question: WorkQuestion): WorkCount {
  const counted = countWork(db, kind, question);
  return counted < countStops ? { value: counted, more: false } : { value: countStops - 1, more: true };
}

function rowOf(found: WorkCase, kind: WorkKind, { now, calendar, username }: About): WorkRow {
  const until = untilOf(found, kind, calendar);
  const end = until ?? (kind === 'due' ? found.dueAt : null);
  return {
    caseId: found.caseId,
    number: found.number,
    applicantName: found.applicantName,
    procedureName: found.procedureName,
    status: found.status,
    dueAt: found.dueAt,
    holderName: found.holderName,
    held: found.holder === username,
    apologyDue: kind === 'due' && isApologyDue(found, now, calendar),
    until,
    daysLeft: end === null ? null : dayOfDate(end.slice(0, 10)) - dayOfDate(now.slice(0, 10)),
    readyAt: kind === 'results' ? found.finishedAt : null,
    place: null,
    legStage: null,
  };
}

/** The end of a clock that the calendar cannot tell is left open: the list still shows the case. */
function untilOf(found: WorkCase, kind: WorkKind, calendar: WorkCalendar): string | null {
  const { supplementAskedAt, errorAt } = found;
  const until =
    kind === 'papers' && supplementAskedAt !== null
      ? supplementUntil(supplementAskedAt, calendar)
      : kind === 'errors' && errorAt !== null
        ? correctionDue(errorAt, calendar)
        : null;
  return isFault(until) ? null : until;
}
