import { addDays, dayOfDate, endOfDay, secondsOf, startOfDay, toCivilTime } from '../../base/civil-time.ts';
import type { CivilDate, CivilTime } from '../../../contract/base/values.ts';
import type {
  Indicator,
  IndexWeek,
  ReportGap,
  ReportValue,
  ReportValues,
} from '../../../contract/books/report/report.ts';
import { type CountedProcedure, isDecidedHere } from './bieu-07a.ts';
import type { CaseFact } from './case-fact.ts';
import { countingRules } from './counting-rules.ts';
import { type IndicatorCode, type Scored, indicators, whyUnknown } from './indicators-766.ts';
import { type Offered, offeredWith } from './offered.ts';
import { type ProcedureCounts, countedOf, countProcedure, isOfProcedures, lostProcedures } from './procedures-766.ts';
import { raiseOf, raiseOfWeek } from './raise-766.ts';
import { percentOf } from './figures.ts';
import type { Days } from '../register/register.ts';

/**
 * The index of public service (QĐ 766/QĐ-TTg), as far as a desk can tell it. Its annex was not read: formulas are those of a working paper, points those that
 * the portal's public figures follow (docs/law/reports.md). What the desk does not hold (links of results, syncing) is a range and never 0.
 */

/**
 * Of a file: what the index asks beside what a report counts. `inCash`: its fee was taken in cash here; what the portal took is not known here. `complained`: a
 * petition about how officials acted names it. `unnamed`: this desk has no number of who applied, by which a population database would know them.
 */
export type IndexedFile = {
  readonly fact: CaseFact;
  readonly procedure: CountedProcedure;
  readonly inCash: boolean;
  readonly complained?: boolean;
  readonly unnamed?: boolean;
};

/** A number that is known, or between which two it lies. */
type Range = { readonly least: number; readonly most: number };
const just = (one: number): Range => ({ least: one, most: one });

type Counts = {
  files: number;
  /** Of those on time the ones that are still open: they may yet be late. */
  open: number;
  onTime: number;
  ours: number;
  /** On time, and nobody complained of it. */
  uncontested: number;
  complained: number;
  online: number;
  owing: number;
  owingAtMost: number;
  inCash: number;
};
const none = (): Counts => ({
  files: 0,
  open: 0,
  onTime: 0,
  ours: 0,
  uncontested: 0,
  complained: 0,
  online: 0,
  owing: 0,
  owingAtMost: 0,
  inCash: 0,
});

/**
 * Whether a file is on time by the portal's formula: its end not after the promise. More than one request for papers is late; one that is not answered ends the
 * count when it was asked, whether the file waits still or was closed for it; the days in which an answered one waited are taken off the end. An open file is measured on the last day of the period.
 */
export function isOnTimeForPortal({ end, dueAt, asked }: CaseFact, last: CivilTime): boolean {
  if (asked.length > 1) return false;
  const [only] = asked;
  if (dueAt === null) return true;
  const isAnswered = end !== null && (end.how === 'finished' || end.how === 'refused');
  const moment = only !== undefined && only.to === null && !isAnswered ? only.from : (end?.at ?? last);
  const waited = only === undefined || only.to === null ? 0 : secondsOf(only.to) - secondsOf(only.from);
  return toCivilTime((secondsOf(moment) - waited) * 1000) <= dueAt;
}

/** By our promise: before its day or on it, or still within it (Biểu 07a). */
export function isOnTimeForUs({ end, openPast }: CaseFact): boolean {
  const past = end === null ? openPast : end.past;
  return past === null || past <= 0;
}

/** Which files lost an indicator, or may lose it: those that a list behind its number shows. Of 5.2 no files, but limits of petitions. */
export function isLost(code: string, { fact, inCash, complained }: IndexedFile, last: CivilTime): boolean {
  if (code === '2.1') return !isOnTimeForPortal(fact, last);
  // 5.4 counts what is on time and pleased its citizen: what is late is lost for it, too.
  if (code === '5.4') return complained === true || !isOnTimeForPortal(fact, last);
  if (code === '3.3') return fact.channel !== 'online';
  if (code === '3.6') return fact.owes !== false && inCash;
  return false;
}

/** Of which files the portal's period is: it goes by the day of reception. */
export function isOfIndex({ fact, procedure }: IndexedFile, { from, to }: Days): boolean {
  return fact.receivedAt >= startOfDay(from) && fact.receivedAt <= endOfDay(to) && isDecidedHere(fact, procedure);
}

/** When an open file is looked at: now, while the period runs; the last day as such, once it is over. */
export function momentOf({ to }: Pick<Days, 'to'>, now: CivilTime): CivilTime {
  return now <= endOfDay(to) ? now : startOfDay(to);
}

/** Up to when what was paid is looked at: the end of the period, or now while it runs. */
export function endedBy(to: CivilDate, now: CivilTime): CivilTime {
  return now <= endOfDay(to) ? now : endOfDay(to);
}

export type IndexCounts = {
  readonly all: Counts;
  readonly byField: readonly { readonly field: string; readonly counts: Counts }[];
  readonly weeks: readonly IndexWeek[];
  /** Codes of procedures of which something came online. */
  readonly cameOnline: readonly string[];
  /** What came of each procedure, by its code. */
  readonly procedures: readonly ProcedureCounts[];
  /** Files of which this desk has no personal number of its citizen, and no number of an organisation. */
  readonly unnamed: number;
  /** Nothing of it can be raised any more. */
  readonly over: boolean;
};

/** Days of a period that is told week by week; of a longer one nobody reads a line for each. */
const longest = 400;

/** Counts files one by one. @param now civil time of the desk's clock */
export function countIndex(days: Days, now: CivilTime) {
  const last = momentOf(days, now);
  const isOver = (to: CivilDate) => now > endOfDay(to);
  const all = none();
  const byField = new Map<string, Counts>();
  const byWeek = new Map<number, Counts>();
  const cameOnline = new Set<string>();
  const cameByWeek = new Map<number, Set<string>>();
  const procedures = new Map<string, ProcedureCounts>();
  let unnamed = 0;

  function add(file: IndexedFile): void {
    if (!isOfIndex(file, days)) return;
    const { fact, procedure } = file;
    const week = Math.floor((dayOfDate(fact.receivedAt.slice(0, 10)) - dayOfDate(days.from)) / 7);
    const [onTime, ours, online] = [isOnTimeForPortal(fact, last), isOnTimeForUs(fact), fact.channel === 'online'];
    const mayOwe = fact.owes !== false;
    for (const counts of [all, of(byField, procedure.field), of(byWeek, week)]) {
      counts.files += 1;
      counts.onTime += Number(onTime);
      counts.open += Number(onTime && fact.end === null);
      counts.ours += Number(ours);
      counts.uncontested += Number(onTime && file.complained !== true);
      counts.complained += Number(file.complained === true);
      counts.online += Number(online);
      counts.owing += Number(fact.owes === true);
      counts.owingAtMost += Number(mayOwe);
      counts.inCash += Number(mayOwe && file.inCash);
    }
    if (online) {
      cameOnline.add(procedure.code);
      cameByWeek.set(week, (cameByWeek.get(week) ?? new Set()).add(procedure.code));
    }
    if (file.unnamed === true) unnamed += 1;
    countProcedure(countedOf(procedures, procedure), file);
  }

  function finish(): IndexCounts {
    const length = dayOfDate(days.to) - dayOfDate(days.from) + 1;
    const weeks = Array.from({ length: length > longest ? 0 : Math.ceil(length / 7) }, (_, nth) => {
      const { files, onTime, ours, online, open, owingAtMost, inCash, uncontested } = byWeek.get(nth) ?? none();
      const from = addDays(days.from, nth * 7);
      const ends = addDays(from, 6);
      const to = ends > days.to ? days.to : ends;
      return {
        from,
        to,
        files,
        onTime,
        ours,
        online,
        came: cameByWeek.get(nth)?.size ?? 0,
        owing: owingAtMost,
        inCash,
        uncontested,
        limits: null,
        open,
        raise: raiseOfWeek({ files, online, open }, { weekOver: isOver(to), periodOver: isOver(days.to) }),
      };
    });
    const inOrder = [...byField].toSorted(([a], [b]) => a.localeCompare(b, 'vi'));
    return {
      all,
      byField: inOrder.map(([field, counts]) => ({ field, counts })),
      weeks,
      cameOnline: [...cameOnline],
      procedures: [...procedures.values()],
      unnamed,
      over: isOver(days.to),
    };
  }

  return { add, finish };
}

function of<K>(map: Map<K, Counts>, key: K): Counts {
  const found = map.get(key) ?? none();
  map.set(key, found);
  return found;
}

/**
 * Petitions of the period: how many limits ran, how many were kept, and how many petitions there were; of those, how many were handled late or left their sender
 * displeased (one that is both is lost once), and of how many of the others nobody recorded what the sender said.
 */
export type PetitionsInTime = PetitionCounts & {
  /** Of those that came in the period, by the week in which they came. */
  readonly weeks?: readonly PetitionCounts[];
};

export type PetitionCounts = {
  readonly asked: number;
  readonly kept: number;
  readonly petitions: number;
  readonly displeased: number;
  readonly unasked: number;
};

type Told = { readonly numerator: Range; readonly denominator: Range; readonly lost?: number };

/** What is told of an indicator; null where the desk holds nothing of it. */
type Tellings = { readonly [C in IndicatorCode]: Told | null };

/** Null where it is not known, «N/A» where nothing is there to be counted against. */
function valueOf({ numerator, denominator }: Told): ReportValue {
  if (denominator.most === 0) return 'N/A';
  const isKnown = numerator.least === numerator.most && denominator.least === denominator.most;
  return isKnown ? percentOf(numerator.least, denominator.least) : null;
}

function limitsOf(petitions: PetitionsInTime | null, nth: number): IndexWeek['limits'] {
  if (petitions === null) return null;
  const { asked, kept, petitions: many, displeased } = petitions.weeks?.[nth] ?? noPetitions;
  return { asked, kept, petitions: many, displeased };
}

const noPetitions: PetitionCounts = { asked: 0, kept: 0, petitions: 0, displeased: 0, unasked: 0 };

/** What is known to be lost is; of what nobody asked the sender it may yet be. */
function contentWith({ petitions, displeased, unasked }: PetitionsInTime): Told {
  const most = petitions - displeased;
  return { numerator: { least: most - unasked, most }, denominator: just(petitions), lost: displeased };
}

const share = (part: number, whole: number) => (whole === 0 ? 0 : Math.min(1, part / whole));

function pointsOf(
  { code, max, score }: Pick<Scored, 'code' | 'max' | 'score'>,
  told: Told | null,
  rules: number,
): Range {
  if (told === null) return { least: 0, most: max };
  const { numerator, denominator } = told;
  // Nothing to be counted against: of petitions the portal gives all of the points, of files none.
  if (denominator.most === 0) return code === '5.2' || code === '5.3' ? just(max) : just(0);
  // A file of which nobody knows whether it has a fee is paid online only where it has one: it counts above and below, or in neither.
  const whole = code === '3.6' && rules >= 3 ? denominator.most : denominator.least;
  return {
    least: round(score(share(numerator.least, denominator.most))),
    most: round(score(share(numerator.most, Math.max(1, whole)))),
  };
}

const round = (points: number) => Math.round(points * 100) / 100;

/**
 * Files that are late and displeased their citizen: taken off once as one number of files, or twice where both shares are added (docs/law/reports.md). Known are
 * those that a petition names; as nobody here knows who was content, each late file may be one.
 */
function twiceOf({ code, score }: Pick<Scored, 'code' | 'score'>, all: Counts): Indicator['twice'] {
  if (code !== '5.4' || all.files === 0) return undefined;
  const late = all.files - all.onTime;
  const worth = (files: number) => round(score(share(Math.max(0, files), all.files)));
  return {
    overlap: { least: late + all.complained - (all.files - all.uncontested), most: late },
    highest: { least: worth(all.files - late - all.complained), most: worth(all.uncontested) },
  };
}

/**
 * Every indicator with what is known of it, what it is worth, and what would raise it.
 * @param rules those by which figures were counted that were kept before
 */
export function index766(
  { all, byField, weeks, cameOnline, procedures, unnamed, over }: IndexCounts,
  listed: readonly Offered[],
  petitions: PetitionsInTime | null,
  rules: number = countingRules,
): {
  readonly rows: { key: string; values: ReportValues }[];
  readonly total: { values: ReportValues };
  readonly checks: { name: string; ok: boolean }[];
  readonly missing: ReportGap[];
  readonly indicators: Indicator[];
  readonly points: Range;
  readonly weeks: IndexWeek[];
} {
  const came = new Set(cameOnline);
  const offered = offeredWith(listed, cameOnline);
  const onlineKnown = offered.filter(
    ({ code, onlineLevel }) => came.has(code) || (onlineLevel !== null && onlineLevel !== 'none'),
  );
  const online: Range = {
    least: onlineKnown.length,
    most:
      onlineKnown.length + offered.filter(({ code, onlineLevel }) => onlineLevel === null && !came.has(code)).length,
  };
  const withFee: Range = {
    least: offered.filter(({ hasFee }) => hasFee === true).length,
    most: offered.filter(({ hasFee }) => hasFee !== false).length,
  };
  const ofFiles = (numerator: Range, lost?: number): Told => ({
    numerator,
    denominator: just(all.files),
    ...(lost === undefined ? {} : { lost }),
  });
  const upTo = (most: number): Range => ({ least: 0, most });
  const late = all.files - all.onTime;
  const told: Tellings = {
    '1.1': null,
    '1.2': null,
    '1.3': null,
    '1.4': ofFiles(upTo(all.files)),
    '2.1': ofFiles(just(all.onTime), late),
    '3.1': { numerator: online, denominator: just(offered.length) },
    '3.2': { numerator: just(came.size), denominator: online },
    // Online counts only with its result online, which this desk does not hold.
    '3.3': ofFiles(upTo(all.online), all.files - all.online),
    '3.4': { numerator: upTo(withFee.most), denominator: withFee },
    '3.5': { numerator: upTo(withFee.most), denominator: withFee },
    '3.6': {
      numerator: upTo(all.owingAtMost - all.inCash),
      denominator: { least: all.owing, most: all.owingAtMost },
      lost: all.inCash,
    },
    '4.1': ofFiles(upTo(all.files)),
    '4.2': ofFiles(upTo(all.files)),
    '4.3': ofFiles(upTo(all.files)),
    '4.4': ofFiles(upTo(all.files)),
    '4.5': ofFiles(upTo(all.files)),
    '4.6': null,
    '5.2':
      petitions === null
        ? null
        : {
            numerator: just(petitions.kept),
            denominator: just(petitions.asked),
            lost: petitions.asked - petitions.kept,
          },
    '5.3': petitions === null ? null : contentWith(petitions),
    '5.4': ofFiles(upTo(all.uncontested), all.files - all.uncontested),
  };
  const ofProcedures = { counted: procedures, offered };
  const standing = {
    all,
    late,
    silent: Math.max(0, online.least - came.size),
    unknown: {
      online: online.most - online.least,
      fee: withFee.most - withFee.least,
      cashOnly: lostProcedures('3.5', ofProcedures).lost,
    },
    unnamed,
    petitions,
    over,
  };
  const made = indicators.map((one): Indicator => {
    const telling = told[one.code];
    const value = telling === null ? null : valueOf(telling);
    const points = pointsOf(one, telling, rules);
    const twice = twiceOf(one, all);
    return {
      code: one.code,
      max: one.max,
      value,
      numerator: telling?.numerator ?? null,
      denominator: telling?.denominator ?? null,
      points,
      ...(twice === undefined ? {} : { twice }),
      lost: telling?.lost ?? null,
      ...(isOfProcedures(one.code) ? { procedures: lostProcedures(one.code, ofProcedures) } : {}),
      raise: raiseOf(one.code, standing),
      ...(one.code === '2.1' ? { ours: all.files === 0 ? 'N/A' : percentOf(all.ours, all.files) } : {}),
    };
  });
  const unknown = made.filter(({ value }) => value === null);
  const rowOf = ({ files, onTime }: Counts): ReportValues => ({
    '2.1': files === 0 ? 'N/A' : percentOf(onTime, files),
  });
  return {
    rows: byField.map(({ field, counts }) => ({ key: field, values: rowOf(counts) })),
    total: { values: Object.fromEntries(made.map(({ code, value }) => [code, value])) },
    checks: [
      { name: '2.1 = Σ', ok: byField.reduce((sum, { counts }) => sum + counts.files, 0) === all.files },
      { name: 'Σ max = 100', ok: indicators.reduce((sum, { max }) => sum + max, 0) === 100 },
    ],
    missing: unknown.map(({ code }): ReportGap => ({
      code: 'indicator',
      indicator: code,
      ...whyUnknown(code as IndicatorCode),
    })),
    indicators: made,
    points: {
      least: round(made.reduce((sum, { points }) => sum + points.least, 0)),
      most: round(made.reduce((sum, { points }) => sum + points.most, 0)),
    },
    weeks: weeks.map((week, nth) => ({ ...week, limits: limitsOf(petitions, nth) })),
  };
}
