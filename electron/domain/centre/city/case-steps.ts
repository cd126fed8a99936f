import type { Channel, CivilDate } from '../../../contract/base/values.ts';
import { addDays, endOfDay, secondsOf, startOfDay, toCivilTime } from '../../base/civil-time.ts';
import type { RecordedAction } from '../../entries/case.ts';
import { type CountedProcedure, isDecidedHere } from '../../books/report/bieu-07a.ts';
import { type CaseFact, caseFact } from '../../books/report/case-fact.ts';
import { isOnTimeForPortal } from '../../books/report/index-766.ts';

/**
 * What the city is told of a case: how it stood from a day on, as often as that changed (docs/adr/0032-the-city.md). Days and no hours, no person, no number,
 * no amount. Each is made by the fold that the ward's own report is made by (`caseFact`), so that a period counted of these comes to what the ward counts.
 */
export type CaseStep = {
  readonly day: CivilDate;
  readonly kind: 'received' | 'changed' | 'ended' | 'resumed';
  /** Null where so few files of it were received that it would tell whose this one is. */
  readonly procedure: string | null;
  /** Empty where the office typed its own. */
  readonly field: string;
  readonly channel: Channel;
  readonly level: 'none' | 'partial' | 'full' | null;
  /** This commune's committee decides it; what others decide is in no figure of it. */
  readonly ours: boolean;
  readonly received: CivilDate;
  readonly ended: CivilDate | null;
  readonly how: 'finished' | 'refused' | 'withdrawn' | 'stopped' | null;
  /** Ended: before its promised day (-1), on it (0), after it (1). Open: in time (0) or late (1) whatever day it is; null where `due` says. */
  readonly late: -1 | 0 | 1 | null;
  /** The last day on which it is in time, while it is open. */
  readonly due: CivilDate | null;
  /** On time by the portal's words (QĐ 766); null where `portalDue` says: the last day on which it is. */
  readonly portal: boolean | null;
  readonly portalDue: CivilDate | null;
  /** Whether something is to be paid for it; null where an amount is not known. */
  readonly owes: boolean | null;
  /** From its reception to its end, up to the next quarter of an hour; null while it is open. */
  readonly minutes: number | null;
};

export type StepsOf = {
  /** As it was adopted when the file was received. */
  readonly procedureOf: (fact: CaseFact) => Pick<CountedProcedure, 'field' | 'decidingAgency' | 'onlineLevel'>;
  /** Whether its procedure may be named. */
  readonly mayName: (fact: CaseFact) => boolean;
  /** Whether a field is one of the lists that everybody has; what was typed at a counter may be anything. */
  readonly isKnownField: (field: string) => boolean;
};

type Told = readonly Pick<RecordedAction, 'at' | 'action'>[];

/** In the order of their days; none of a case that this office never decided. */
export function caseSteps(told: Told, { procedureOf, mayName, isKnownField }: StepsOf): readonly CaseStep[] {
  const [first] = told;
  if (first === undefined) return [];
  const received = receivedOn(told);
  const days = new Set([received, ...told.slice(1).map(({ at }) => later(at.slice(0, 10), received))]);
  const steps: CaseStep[] = [];
  for (const day of [...days].toSorted()) {
    const fact = caseFact(told, day);
    if (fact === null) continue;
    const procedure = procedureOf(fact);
    const { field } = procedure;
    const stands = standing(told, fact, day);
    const { onlineLevel: level } = procedure;
    const step = {
      procedure: mayName(fact) ? fact.procedureCode : null,
      field: isKnownField(field) ? field : '',
      channel: fact.channel,
      level,
      ours: isDecidedHere(fact, procedure),
      received,
      owes: fact.owes,
      ...stands,
    };
    const before = steps.at(-1);
    if (before !== undefined && isSame(before, step)) continue;
    steps.push({ day, kind: kindOf(before, step), ...step });
  }
  return steps.some(({ ours }) => ours) ? steps : [];
}

function later(one: CivilDate, other: CivilDate): CivilDate {
  return one > other ? one : other;
}

function receivedOn(told: Told): CivilDate {
  const [first] = told;
  if (first?.action.type !== 'received') throw new Error('a case begins with its reception');
  const { fromKit, foreign } = first.action;
  return (fromKit?.acceptedAt ?? foreign?.arrivedAt ?? first.at).slice(0, 10);
}

type Stands = Pick<CaseStep, 'ended' | 'how' | 'late' | 'due' | 'portal' | 'portalDue' | 'minutes'>;

function standing(told: Told, fact: CaseFact, day: CivilDate): Stands {
  const { end, openPast, dueAt, asked } = fact;
  if (end !== null) {
    const { past } = end;
    return {
      ended: end.at.slice(0, 10),
      how: end.how,
      late: past === null || past < 0 ? -1 : past === 0 ? 0 : 1,
      due: null,
      portal: isOnTimeForPortal(fact, startOfDay(day)),
      portalDue: null,
      minutes: Math.ceil(Math.max(0, secondsOf(end.at) - secondsOf(fact.receivedAt)) / 900) * 15,
    };
  }
  const open = { ended: null, how: null, minutes: null };
  const portal = portalWhileOpen(fact);
  const isLate = openPast !== null && openPast > 0;
  // While papers are awaited no promise runs; without one, or once it is over, no later day makes a difference.
  const isFixed = isLate || dueAt === null || asked.at(-1)?.to === null;
  if (isFixed || dueAt === null) return { ...open, late: isLate ? 1 : 0, due: null, ...portal };
  // A promise by the hour is over at the end of its own day, one by the day is not.
  const last = dueAt.slice(0, 10);
  const untilThen = told.filter(({ at }, nth) => nth === 0 || at <= endOfDay(day));
  const onLast = caseFact(untilThen, last);
  const isOverThat = onLast === null || (onLast.openPast !== null && onLast.openPast > 0);
  return { ...open, late: null, due: isOverThat ? addDays(last, -1) : last, ...portal };
}

/** The portal looks at an open file on the last day of its period, as it begins: the days in which answered papers were awaited are taken off. */
function portalWhileOpen(fact: CaseFact): Pick<CaseStep, 'portal' | 'portalDue'> {
  const { dueAt, asked } = fact;
  const [only] = asked;
  if (asked.length > 1) return { portal: false, portalDue: null };
  if (dueAt === null) return { portal: true, portalDue: null };
  if (only !== undefined && only.to === null)
    return { portal: isOnTimeForPortal(fact, startOfDay(only.from.slice(0, 10))), portalDue: null };
  const waited = only === undefined || only.to === null ? 0 : secondsOf(only.to) - secondsOf(only.from);
  return { portal: null, portalDue: toCivilTime((secondsOf(dueAt) + waited) * 1000).slice(0, 10) };
}

type Unnamed = Omit<CaseStep, 'day' | 'kind'>;

function isSame(before: CaseStep, step: Unnamed): boolean {
  return (Object.keys(step) as (keyof Unnamed)[]).every((key) => before[key] === step[key]);
}

function kindOf(before: CaseStep | undefined, step: Unnamed): CaseStep['kind'] {
  if (before === undefined) return step.ended === null ? 'received' : 'ended';
  if (before.ended === null && step.ended !== null) return 'ended';
  return before.ended !== null && step.ended === null ? 'resumed' : 'changed';
}

/** Of a procedure of which so many files were received in the year before, one more names nobody. */
export const commonFrom = 5;
/** Days that are looked back. */
export const commonWithin = 365;

/** What an office typed itself is known nowhere else. */
export function isNational(procedureCode: string): boolean {
  return !procedureCode.startsWith('0.');
}

const channels = ['direct', 'online', 'post'] as const satisfies readonly Channel[];
const kinds = ['received', 'changed', 'ended', 'resumed'] as const satisfies readonly CaseStep['kind'][];
const levels = ['none', 'partial', 'full'] as const satisfies readonly CaseStep['level'][];
const hows = ['finished', 'refused', 'withdrawn', 'stopped'] as const satisfies readonly CaseStep['how'][];

/** A step as it goes over the line and into a row: numbers for words, in this order for ever. */
export type PlainStep = readonly (string | number | boolean | null)[];

export function plainStep(step: CaseStep): PlainStep {
  const { day, procedure, field, ours, received, ended, late, due, portal, portalDue, owes, minutes } = step;
  const level = step.level === null ? null : levels.indexOf(step.level);
  const how = step.how === null ? null : hows.indexOf(step.how);
  const [kind, channel] = [kinds.indexOf(step.kind), channels.indexOf(step.channel)];
  return [
    day,
    kind,
    procedure,
    field,
    channel,
    level,
    ours,
    received,
    ended,
    how,
    late,
    due,
    portal,
    portalDue,
    owes,
    minutes,
  ];
}
