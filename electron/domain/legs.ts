import type { Term } from '../contract/catalogue/procedure.ts';
import { type Fault, isFault } from '../contract/fault.ts';
import { type CivilTime, getMoment } from './civil-time.ts';
import { type DeadlineStep, acceptedStep, step, termStep } from './deadline-step.ts';
import { type DeadlineAnswer, type DeadlineRule, explainDeadline } from './deadline.ts';
import { skippedSteps } from './skipped-days.ts';
import type { WorkCalendar } from './work-calendar.ts';

/** How a file comes to the agency of a leg: it is here already, its papers are sent, or its data go over at once (Điều 18 k1). */
export type LegWay = 'here' | 'paper' | 'electronic';

/** One leg (chặng): what one agency does to a case, and the time it has. */
export type LegDefinition = {
  readonly agency: string;
  /** Five digits, where the agency is the office of a commune. */
  readonly unitCode?: string;
  /** What it has to do there; Điều 20 wants it named on the transfer slip, with the time. */
  readonly work: string;
  readonly way: LegWay;
  /** Null where no source gives a time: a supervisor sets it, nobody guesses it. */
  readonly term: Term | null;
};

/** A leg with the dates that were reckoned when the case was received, or when the leg before it ended. */
export type PlannedLeg = LegDefinition & {
  /** When the agency has the file at the latest; null while the leg before it has no end. */
  readonly sendBy: CivilTime | null;
  /** When it is done at the latest, if it has the file no earlier than `sendBy`. */
  readonly plannedDueAt: CivilTime | null;
};

export type LegQuestion = {
  readonly legs: readonly LegDefinition[];
  /** The time of the whole procedure; null where it is only the sum of its legs. */
  readonly whole: Term | null;
  readonly rule?: DeadlineRule | undefined;
  readonly acceptedAt: CivilTime;
};

export type LegPromise = DeadlineAnswer & {
  /** What the promise is counted by: the whole time, or that of the last leg. */
  readonly term: Term;
  readonly legs: readonly PlannedLeg[];
};

const oneWorkingDay = { value: 1, unit: 'working-day' } as const;

/** The last lawful moment at which the next agency has the file: papers within one working day (NĐ 118/2025 Điều 20), data at once. */
export function arrivalDue(from: CivilTime, way: LegWay, calendar: WorkCalendar): CivilTime | Fault<'calendar-ends'> {
  if (way !== 'paper') return from;
  const answer = explainDeadline({ term: oneWorkingDay, acceptedAt: from }, calendar);
  return isFault(answer) ? answer : answer.dueAt;
}

/** When a leg has to be done that began at this moment; null where its time is not known. */
export function legDue(
  term: Term | null,
  rule: DeadlineRule | undefined,
  startedAt: CivilTime,
  calendar: WorkCalendar,
): CivilTime | null | Fault<'calendar-ends'> {
  if (term === null) return null;
  const answer = explainDeadline({ term, acceptedAt: startedAt, rule }, calendar);
  return isFault(answer) ? answer : answer.dueAt;
}

/**
 * The promise for a file that another agency decides. The term runs from when that agency has the file (Điều 17 k3 as amended by
 * NĐ 309/2026), which nobody knows at reception; the receipt prints a date all the same, so it is counted from the last moment at
 * which the file may lawfully arrive. Undefined where neither the whole nor each leg has a time.
 */
export function promiseOfLegs(
  question: LegQuestion,
  calendar: WorkCalendar,
): LegPromise | undefined | Fault<'calendar-ends'> {
  const legs = planLegs(question, calendar);
  if (isFault(legs)) return legs;
  return question.whole === null
    ? promiseOfChain(question, legs, calendar)
    : promiseOfWhole(question, question.whole, legs, calendar);
}

/** The legs one after the other: each begins when the one before it is due, and its file has come over. */
export function planLegs(
  { legs, whole, rule, acceptedAt }: LegQuestion,
  calendar: WorkCalendar,
): PlannedLeg[] | Fault<'calendar-ends'> {
  const planned: PlannedLeg[] = [];
  let from: CivilTime | null = acceptedAt;
  for (const leg of legs) {
    // The one agency that decides has the whole time: the law counts it from when that agency has the file.
    const term: Term | null = leg.term ?? (legs.length === 1 ? whole : null);
    const sendBy: CivilTime | null | Fault<'calendar-ends'> = from && arrivalDue(from, leg.way, calendar);
    if (isFault(sendBy)) return sendBy as Fault<'calendar-ends'>;
    const due: CivilTime | null | Fault<'calendar-ends'> = sendBy && legDue(term, rule, sendBy, calendar);
    if (isFault(due)) return due as Fault<'calendar-ends'>;
    planned.push({ ...leg, term, sendBy, plannedDueAt: due });
    from = due;
  }
  return planned;
}

function promiseOfWhole(
  { acceptedAt, rule }: LegQuestion,
  term: Term,
  legs: readonly PlannedLeg[],
  calendar: WorkCalendar,
): LegPromise | Fault<'calendar-ends'> {
  const [first] = legs;
  const arrival = first?.sendBy ?? acceptedAt;
  const counted = explainDeadline({ term, acceptedAt: arrival, rule }, calendar);
  if (isFault(counted)) return counted;
  const steps =
    first?.way === 'paper'
      ? [...wayThere(first, acceptedAt, arrival, calendar), ...fromArrival(first, counted.steps)]
      : counted.steps;
  return { ...counted, steps, term, legs };
}

function promiseOfChain(
  { acceptedAt, rule }: LegQuestion,
  legs: readonly PlannedLeg[],
  calendar: WorkCalendar,
): LegPromise | undefined | Fault<'calendar-ends'> {
  const last = legs.at(-1);
  if (last?.term === undefined || last.term === null || last.plannedDueAt === null) return undefined;
  const steps: DeadlineStep[] = [];
  let from = acceptedAt;
  for (const leg of legs) {
    const { term, sendBy, plannedDueAt } = leg;
    if (term === null || sendBy === null || plannedDueAt === null) return undefined;
    const counted = explainDeadline({ term, acceptedAt: sendBy, rule }, calendar);
    if (isFault(counted)) return counted;
    if (leg.way === 'paper') steps.push(...wayThere(leg, from, sendBy, calendar));
    steps.push(...fromArrival(leg, counted.steps).slice(0, -1), legStep(leg, term, plannedDueAt));
    from = plannedDueAt;
  }
  const dueAt = last.plannedDueAt;
  return { dueAt, dueDate: dueAt.slice(0, 10), term: last.term, legs, steps: [...steps, termStep(last.term, dueAt)] };
}

/** Accepted here, the days passed on the way, and the last moment at which the papers are there. */
function wayThere(leg: PlannedLeg, from: CivilTime, arrival: CivilTime, calendar: WorkCalendar): DeadlineStep[] {
  const [accepted, there] = [getMoment(from), getMoment(arrival)];
  const begun = acceptedStep('accepted-for-another', accepted, calendar);
  return [
    { ...begun, values: { ...begun.values, agency: leg.agency } },
    ...skippedSteps(calendar, accepted.day, there.day),
    step('leg-sent-by', there.day, { agency: leg.agency, time: arrival.slice(11, 16) }),
  ];
}

/** The same explanation, said of the agency that has the file from there instead of the counter. */
function fromArrival({ agency }: PlannedLeg, steps: readonly DeadlineStep[]): DeadlineStep[] {
  return steps.map((one, index) =>
    index === 0 ? { ...one, rule: 'leg-counted-from', values: { ...one.values, agency } } : one,
  );
}

function legStep({ agency }: PlannedLeg, term: Term, dueAt: CivilTime): DeadlineStep {
  const { date, values } = termStep(term, dueAt);
  return { rule: 'leg-due', date, values: { ...values, agency } };
}
