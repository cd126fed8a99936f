import { isFault } from '../../../contract/base/fault.ts';
import { isIn } from '../../../contract/base/case-status.ts';
import type { SupplementRule } from '../../../contract/catalogue/lists.ts';
import type { WorkCount, WorkList, WorkRow } from '../../../contract/counter/work/work.ts';
import { dayOfDate, secondsOf } from '../../../domain/base/civil-time.ts';
import { supplementTerm, supplementUntil } from '../../../domain/counter/case/supplement.ts';
import { correctionDue } from '../../../domain/deadline/office-clocks.ts';
import type { WorkCalendar } from '../../../domain/deadline/work-calendar.ts';
import { nearestClock } from '../../../domain/counter/intake/clocks.ts';
import { needsAttention } from '../../../domain/common/printing/print-job.ts';
import { type LegState, findCurrentLeg } from '../../../domain/routing/legs.ts';
import type { Whereabouts } from '../../../domain/routing/whereabouts.ts';
import { anyTime, apologyBorder, isApologyDue, radarRanges } from '../../../domain/counter/work/radar.ts';
import type { Db } from '../../../store/file/db.ts';
import { waitingIntakes } from '../../../store/counter/intake/intake.ts';
import { unsettledPrintJobs } from '../../../store/common/printing/print.ts';
import { findKeptProcess } from '../../../store/routing/process.ts';
import {
  type BesideCase,
  type BesideKind,
  type WorkCase,
  type WorkKind,
  type WorkQuestion,
  countBeside,
  countStops,
  countWork,
  findSupplementRule,
  findWorkCase,
  casesBeside,
  workCases,
} from '../../../store/counter/work/work.ts';
import { everChanged } from '../case/changed-promises.ts';
import type { DeskContext } from '../../core/context.ts';
import { intakeRow } from '../intake/view.ts';

type About = {
  readonly now: string;
  readonly calendar: WorkCalendar;
  readonly username: string;
  /** Whether who asks is one who decides what officers propose. */
  readonly decides: boolean;
  /** What the catalogue of today says of papers asked for. */
  readonly supplementToday: (code: string) => SupplementRule | null | undefined;
};

/** What is to be done now, of the whole desk or of who asks. From the projections alone, so it costs the same after ten years. */
export function workList(
  db: Db,
  { mine, limit }: { readonly mine: boolean; readonly limit: number },
  about: About,
): WorkList {
  const { now, calendar, username } = about;
  const holder = mine ? username : null;
  const ranges = radarRanges(now, calendar);
  const apologies = { after: ranges.today.until, until: secondsOf(apologyBorder(now, calendar)) };
  return {
    now,
    mine,
    groups: [
      ...groups.map(({ group, kind }) => {
        const question = { holder, ...(kind === 'due' ? { range: ranges[group] } : {}) };
        const rows = workCases(db, kind, question, limit).map((found) => rowOf(db, found, kind, about));
        return { group, count: count(db, kind, question), rows };
      }),
      toApprove(db, { holder: about.decides ? null : holder, limit, now, username }),
      ...handWork(db, mine, limit, about),
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

function count(db: Db, kind: WorkKind, question: WorkQuestion): WorkCount {
  return shownCount(countWork(db, kind, question));
}

/** Of what was counted up to `countStops`: 99, and that there are more. */
function shownCount(counted: number): WorkCount {
  return counted < countStops ? { value: counted, more: false } : { value: countStops - 1, more: true };
}

function rowOf(db: Db, found: WorkCase, kind: WorkKind, about: About): WorkRow {
  const { now, calendar, username } = about;
  const rule = kind === 'papers' ? ruleOf(db, found, about) : undefined;
  const until = untilOf(found, kind, calendar, rule);
  const end = until ?? (kind === 'due' ? found.dueAt : null);
  const apologyDue = kind === 'due' && isApologyDue(found, now, calendar);
  const readyAt = kind === 'results' ? found.finishedAt : null;
  const papers = rule === undefined ? null : { term: supplementTerm(rule), afterwards: rule?.afterwards ?? 'close' };
  return workRow(found, { now, username, end }, { until, apologyDue, readyAt, papers });
}

/** What an officer begins with: what nobody has taken yet, and what they hold that is not urgent. */
function handWork(db: Db, mine: boolean, limit: number, about: About): WorkList['groups'] {
  const question: WorkQuestion = mine
    ? { holder: about.username, range: radarRanges(about.now, about.calendar).later }
    : { holder: null, range: anyTime };
  const kind = mine ? 'due' : 'untaken';
  const rows = workCases(db, kind, question, limit).map((found) => rowOf(db, found, 'due', about));
  const nothing = { count: { value: 0, more: false }, rows: [] };
  const some = { count: count(db, kind, question), rows };
  return [
    { group: 'untaken', ...(mine ? nothing : some) },
    { group: 'held-later', ...(mine ? some : nothing) },
  ];
}

type Listed = Pick<
  WorkRow,
  'caseId' | 'number' | 'applicantName' | 'procedureName' | 'status' | 'dueAt' | 'holderName'
> & { readonly holder: string | null };
type Clock = { readonly now: string; readonly username: string; readonly end: string | null };
type OfGroup = Partial<Pick<WorkRow, 'until' | 'apologyDue' | 'readyAt' | 'papers' | 'place' | 'legStage'>>;

/** A row of the list, with what its group alone knows of it; `end` is what its days are counted to. */
function workRow(
  { caseId, number, applicantName, procedureName, status, dueAt, holder, holderName }: Listed,
  { now, username, end }: Clock,
  ofGroup: OfGroup,
): WorkRow {
  return {
    caseId,
    number,
    applicantName,
    procedureName,
    status,
    dueAt,
    holderName,
    held: holder === username,
    daysLeft: end === null ? null : dayOfDate(end.slice(0, 10)) - dayOfDate(now.slice(0, 10)),
    apologyDue: false,
    until: null,
    readyAt: null,
    papers: null,
    place: null,
    legStage: null,
    ...ofGroup,
  };
}

function ruleOf(db: Db, { caseId }: WorkCase, { supplementToday }: About): SupplementRule | null {
  const found = findSupplementRule(db, caseId);
  return found === undefined ? null : (found.rule ?? supplementToday(found.code) ?? null);
}

/** The end of a clock that the calendar cannot tell is left open: the list still shows the case. */
function untilOf(
  { supplementAskedAt, errorAt }: WorkCase,
  kind: WorkKind,
  calendar: WorkCalendar,
  rule: SupplementRule | null | undefined,
): string | null {
  const until =
    kind === 'papers' && supplementAskedAt !== null
      ? supplementUntil(supplementAskedAt, calendar, rule)
      : kind === 'errors' && errorAt !== null
        ? correctionDue(errorAt, calendar)
        : null;
  return isFault(until) ? null : until;
}

type Asked = {
  readonly holder: string | null;
  readonly limit: number;
  readonly now: string;
  readonly username: string;
};

const kinds = [
  { group: 'step-late', kind: 'step' },
  { group: 'leg-late', kind: 'leg' },
  { group: 'leg-untimed', kind: 'untimed' },
  { group: 'answer-late', kind: 'answer' },
] as const;

/** Inner clocks that ran out, while the promise to the citizen may still hold: of a step here, of an agency's leg, of an answer (Điều 19 k4c); and legs without one. */
function lateWork(db: Db, { holder, limit, now, username }: Asked): WorkList['groups'] {
  return kinds.map(({ group, kind }) => {
    const { count, found } = ofKind(db, kind, { holder, limit, now });
    return { group, count, rows: found.map((one) => lateRow(db, kind, one, { now, username })) };
  });
}

function ofKind(db: Db, kind: BesideKind, { holder, limit, now }: Omit<Asked, 'username'>) {
  const question = { holder, now: secondsOf(now) };
  return {
    count: shownCount(countBeside(db, kind, { ...question, limit: countStops })),
    found: casesBeside(db, kind, { ...question, limit }),
  };
}

/** What an officer proposed to ask a citizen for; its promise runs on meanwhile. */
function toApprove(db: Db, { now, username, ...asked }: Asked): WorkList['groups'][number] {
  const { count, found } = ofKind(db, 'proposal', { ...asked, now });
  const rows = found.map((one) =>
    workRow(one, { now, username, end: one.dueAt }, { readyAt: one.until, place: one.state }),
  );
  return { group: 'to-approve', count, rows };
}

function lateRow(
  db: Db,
  kind: BesideKind,
  found: BesideCase,
  { now, username }: Pick<Asked, 'now' | 'username'>,
): WorkRow {
  const { until } = found;
  const readyAt = kind === 'untimed' ? legSince(found) : null;
  const place = placeOf(db, kind, found);
  return workRow(found, { now, username, end: until }, { until, readyAt, ...place });
}

type Place = Pick<WorkRow, 'place' | 'legStage'>;

function placeOf(db: Db, kind: BesideKind, found: BesideCase): Place {
  if (kind === 'answer') return { place: found.state, legStage: null };
  return kind === 'step' ? stepOf(db, found) : legOf(found);
}

function stepOf(db: Db, { state }: BesideCase): Place {
  const { stage } = JSON.parse(state) as Whereabouts;
  if (stage === null || stage.process === null) return { place: null, legStage: null };
  return { place: findKeptProcess(db, stage.process)?.[stage.index]?.name ?? null, legStage: null };
}

function legOf({ state }: BesideCase): Place {
  const leg = findCurrentLeg(JSON.parse(state) as readonly LegState[])?.leg;
  return { place: leg?.agency ?? null, legStage: leg?.stage ?? null };
}

/** Since when the agency has it, or it was sent there. */
function legSince({ state }: BesideCase): string | null {
  const leg = findCurrentLeg(JSON.parse(state) as readonly LegState[])?.leg;
  return leg?.receivedAt ?? leg?.sentAt ?? null;
}

type PromisesAsked = { readonly mine: boolean; readonly limit: number; readonly username: string };

/**
 * Promises that today's calendar would have made for another day, as a group of the work list: the printed one stands, and who
 * promised it calls the citizen. `until` is the day the calendar comes to, null beyond its end.
 */
export function promiseWork(desk: DeskContext, { mine, limit, username }: PromisesAsked): WorkList['groups'][number] {
  const found = standing(desk, mine ? username : null);
  return {
    group: 'promise-changed',
    count: shownCount(found.length),
    rows: found
      .slice(0, limit)
      .map(({ now: row, printed, wouldBe }) =>
        workRow({ ...row, dueAt: printed }, { now: desk.nowCivil(), username, end: printed }, { until: wouldBe }),
      ),
  };
}

type Standing = { readonly now: WorkCase; readonly printed: string; readonly wouldBe: string | null };

/** Those whose promise still runs as it was printed, up to where counting stops. */
function standing(desk: DeskContext, holder: string | null): Standing[] {
  const found: Standing[] = [];
  for (const { caseId, printed, wouldBe } of everChanged(desk)) {
    const now = findWorkCase(desk.store.db, caseId);
    if (now === undefined || now.dueAt !== printed || now.extended) continue;
    if (!isIn(now.status, 'promised') || (holder !== null && now.holder !== holder)) continue;
    found.push({ now, printed, wouldBe });
    if (found.length >= countStops) break;
  }
  return found;
}

/** What waits to be received, as a group of the work list: nobody holds it yet, so it is no one person's. */
export function waitingWork(
  desk: DeskContext,
  { mine, limit }: { readonly mine: boolean; readonly limit: number },
): WorkList['groups'][number] {
  const waiting = mine
    ? []
    : waitingIntakes(desk.store.db, 'registered', '', countStops).map((kept) => intakeRow(desk, kept));
  const about = { now: desk.nowCivil(), username: '' };
  return {
    group: 'waiting',
    count: shownCount(waiting.length),
    rows: waiting.slice(0, limit).map((row) => {
      const until = nearestClock(row);
      const { intakeId: caseId, code: number, applicantName, procedureName } = row;
      const nobody = { status: 'registered', dueAt: null, holder: null, holderName: null } as const;
      return workRow({ caseId, number, applicantName, procedureName, ...nobody }, { ...about, end: until }, { until });
    }),
  };
}
