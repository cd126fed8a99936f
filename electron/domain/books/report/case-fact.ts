import { endOfDay } from '../../base/civil-time.ts';
import type { CivilDate, CivilTime, Channel } from '../../../contract/base/values.ts';
import { type DaysPast, daysPast } from '../../deadline/past.ts';
import { endsPromise } from '../../counter/case/broken-promise.ts';
import { countingRules } from './counting-rules.ts';
import type { CaseAction, LegDefinition, ReceivedAction, RecordedAction } from '../../entries/case.ts';

/** What a report counts of one case, as it stood at the end of a day. It names nobody. */
export type CaseFact = {
  readonly procedureCode: string;
  readonly catalogueVersion: string;
  readonly channel: Channel;
  readonly legs: readonly Pick<LegDefinition, 'agency' | 'way'>[];
  /** Another centre received it, and this office decides. */
  readonly foreign: boolean;
  /** When this office had it. Civil, as all of these. */
  readonly receivedAt: string;
  readonly dueAt: string | null;
  /** The first of a result, a refusal, a withdrawal and a stop; null while it is under way. Its time against the promise in force then. */
  readonly end: {
    readonly how: 'finished' | 'refused' | 'withdrawn' | 'stopped';
    readonly at: string;
    readonly past: DaysPast;
  } | null;
  /** How far past its promise an open one is: on the last day, or when papers were asked for that are still awaited. */
  readonly openPast: DaysPast;
  /** Each request for papers and when it was answered; null while its papers are awaited. */
  readonly asked: readonly { readonly from: string; readonly to: string | null }[];
  /** Whether something is to be paid for it, or was: as its reception says, and what was set and waived since; null where an amount is not known. */
  readonly owes: boolean | null;
  /** The stretches in which it was closed until it was taken up again. */
  readonly closed: readonly { readonly from: string; readonly to: string }[];
};

type Course = {
  readonly rules: number;
  facts: Pick<ReceivedAction, 'procedureCode' | 'catalogueVersion' | 'channel' | 'legs' | 'term' | 'termCase' | 'fees'>;
  dueAt: string | null;
  askedAt: string | null;
  /** Its promise was over before a later one was made: it counts as late (NĐ 118/2025 Điều 12 k5, Điều 19 k5). */
  late: boolean;
  end: CaseFact['end'];
  asked: { from: string; to: string | null }[];
  /** What is asked for its fees, by their place and name, where somebody set or waived it. */
  feesSaid: Map<string, number>;
  closed: { readonly from: string; readonly to: string }[];
};

/**
 * Reads a case as it stood at the end of a day: what was written later says nothing of it, but for a file that was received on paper
 * and entered afterwards, which counts from the day on the paper. Null where it had not been received by then.
 * @param now of a period that still runs: nothing is late that may yet be kept
 * @param rules those by which figures were counted that were kept before
 */
export function caseFact(
  actions: readonly Pick<RecordedAction, 'at' | 'action'>[],
  lastDay: CivilDate,
  now?: CivilTime,
  rules: number = countingRules,
): CaseFact | null {
  const [first, ...rest] = actions;
  if (first?.action.type !== 'received') throw new Error('a case begins with its reception');
  const { action: received } = first;
  const receivedAt = received.fromKit?.acceptedAt ?? received.foreign?.arrivedAt ?? first.at;
  const ends = endOfDay(lastDay);
  const until = now !== undefined && now < ends ? now : ends;
  if (receivedAt > until) return null;
  // Taken back as a mistake within the minute: nothing was received.
  if (rest.some((one) => one.action.type === 'reception-undone')) return null;
  const course: Course = {
    rules,
    facts: received,
    dueAt: received.dueAt,
    askedAt: null,
    late: false,
    end: null,
    asked: [],
    feesSaid: new Map(),
    closed: [],
  };
  for (const one of rest) if (one.at <= until) follow(course, one);
  const { facts, dueAt, askedAt, end, asked } = course;
  return {
    procedureCode: facts.procedureCode,
    catalogueVersion: facts.catalogueVersion,
    channel: facts.channel,
    legs: facts.legs ?? [],
    foreign: received.foreign !== undefined,
    receivedAt,
    dueAt,
    end,
    openPast: pastAt(course, askedAt ?? until),
    asked,
    owes: owes(course),
    closed: course.closed,
  };
}

function owes({ facts: { fees }, feesSaid }: Course): boolean | null {
  const amounts = fees.map(({ name, amount }, nth) => feesSaid.get(`${nth} ${name}`) ?? amount);
  if (amounts.some((amount) => amount !== null && amount > 0)) return true;
  return amounts.includes(null) ? null : false;
}

/** What a list says nobody sets; of two waivers the better one holds. What was asked for later than at the reception is no fee of the list. */
function sayFee({ facts: { fees }, feesSaid }: Course, { type, line, amount }: FeeSaid): void {
  const fee = fees[Number(line)];
  if (fee === undefined || (type === 'fee-set' && fee.amount !== null)) return;
  const name = `${Number(line)} ${fee.name}`;
  const before = feesSaid.get(name) ?? fee.amount;
  feesSaid.set(name, type === 'fee-set' || before === null ? amount : Math.min(before, amount));
}
type FeeSaid = Extract<CaseAction, { type: 'fee-set' | 'fee-waived' }>;

function pastAt({ facts: { term, termCase }, dueAt, late, rules }: Course, moment: string): DaysPast {
  const past = daysPast(moment, dueAt, rules < 2 ? { term } : { term, termCase });
  return late ? Math.max(1, past ?? 1) : past;
}

function follow(course: Course, { at, action }: Pick<RecordedAction, 'at' | 'action'>): void {
  // A term that is counted anew (NĐ 118/2025 Điều 19 k5) makes nothing timely that was over before.
  if (course.rules >= 2 && course.askedAt === null && course.end === null && endsPromise(action))
    course.late ||= (pastAt(course, at) ?? 0) > 0;
  switch (action.type) {
    case 'corrected':
      course.facts = action;
      course.dueAt = action.extendedTo ?? action.dueAt;
      return;
    case 'supplement-requested':
      course.askedAt = at;
      course.asked.push({ from: at, to: null });
      return;
    case 'supplemented':
      course.askedAt = null;
      answer(course, at);
      course.dueAt = action.dueAt;
      return;
    case 'verification-needed':
      // From here on it goes by that limit, with its unit.
      if (course.rules >= 2) course.facts = { ...course.facts, term: action.term, termCase: { key: action.termCase } };
      course.dueAt = action.dueAt;
      return;
    case 'fee-set':
    case 'fee-waived':
      if (course.rules >= 3) sayFee(course, action);
      return;
    case 'extended':
      course.late ||= action.overdue === true;
      course.dueAt = action.dueAt;
      return;
    case 'obligation-requested':
      // While the law stops the clock no promise runs.
      if (action.stopsClock === true) course.dueAt = null;
      return;
    case 'obligation-met':
      course.dueAt = action.dueAt ?? course.dueAt;
      return;
    case 'resumed':
      if (course.end !== null) course.closed.push({ from: course.end.at, to: at });
      course.end = null;
      course.dueAt = action.dueAt ?? course.dueAt;
      return;
    case 'finished':
    case 'refused':
      course.end ??= { how: action.type, at, past: pastAt(course, at) };
      return;
    case 'withdrawn':
    case 'stopped':
      // What was asked of its citizen ended the count when it was asked.
      course.end ??= { how: action.type, at, past: pastAt(course, course.askedAt ?? at) };
      return;
    default:
  }
}

function answer({ asked }: Course, at: string): void {
  const open = asked.at(-1);
  if (open !== undefined) open.to ??= at;
}
