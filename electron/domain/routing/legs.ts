import { type Fault, isFault } from '../../contract/base/fault.ts';
import type { Term, CivilTime, DeadlineRule } from '../../contract/base/values.ts';
import { getMoment } from '../base/civil-time.ts';
import { acceptedStep, skippedSteps, step, termStep } from '../deadline/steps.ts';
import { type DeadlineAnswer, explainDeadline } from '../deadline/deadline.ts';
import type { WorkCalendar } from '../deadline/work-calendar.ts';
import { type EntryName, type Reference, placeOf } from '../entries/reference.ts';
import type { DeadlineStep, LegAction, LegDefinition, LegWay, PlannedLeg } from '../entries/case.ts';

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
    if (isFault(sendBy)) return sendBy;
    const due: CivilTime | null | Fault<'calendar-ends'> = sendBy && legDue(term, rule, sendBy, calendar);
    if (isFault(due)) return due;
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

export type LegStage = 'waiting' | 'to-send' | 'sent' | 'running' | 'finished';

export type LegState = PlannedLeg & {
  readonly stage: LegStage;
  readonly sentAt: string | null;
  readonly handOverId: string | null;
  /** When the agency had it: its clock starts there (NĐ 118/2025 Điều 17 k3 as amended). */
  readonly receivedAt: string | null;
  readonly receivedBy: string | null;
  /** The end of the leg's own time, once it has begun. It moves no printed promise. */
  readonly dueAt: string | null;
  readonly finishedAt: string | null;
  readonly result: string | null;
  /** Why it came back last, where it did. */
  readonly returnReason: string | null;
  /** It was on a list and did not arrive. */
  readonly missed: boolean;
  /** The correction that made the legs anew, where one did and named them; absent of those of the reception. */
  readonly anew?: EntryName;
};

const untouched = {
  sentAt: null,
  handOverId: null,
  receivedAt: null,
  receivedBy: null,
  dueAt: null,
  finishedAt: null,
  result: null,
  returnReason: null,
  missed: false,
} as const;

/** @param anew the correction that begins them, where it gives them its name */
export function beginLegs(planned: readonly PlannedLeg[], acceptedAt: string, anew?: EntryName): readonly LegState[] {
  return planned.map((leg, index) => {
    const named = anew === undefined ? {} : { anew };
    const waiting: LegState = { ...leg, ...untouched, stage: 'waiting', ...named };
    return index === 0 ? begun(waiting, acceptedAt, leg.plannedDueAt) : waiting;
  });
}

/** A leg whose turn has come: what is done here begins at once, what is done elsewhere has to get there first. */
function begun(leg: LegState, at: string, dueAt: string | null): LegState {
  return leg.way === 'here' ? { ...leg, stage: 'running', receivedAt: at, dueAt } : { ...leg, stage: 'to-send' };
}

/** What entries call a leg. */
export function legRef(legs: readonly LegState[], index: number): string {
  const anew = legs[index]?.anew;
  return anew === undefined ? String(index) : `${anew}.${index}`;
}

/** A leg as an entry says which. */
export function whichLeg(
  legs: readonly LegState[],
  { index, leg }: CurrentLeg,
): { readonly leg: string; readonly agency: string } {
  return { leg: legRef(legs, index), agency: leg.agency };
}

/** Where the leg stands that an entry speaks of; -1 where it is not one of these: they were begun anew by somebody else. */
export function placeOfLeg(legs: readonly LegState[], spokenOf: Reference): number {
  return placeOf(
    legs.map((_leg, index) => ({ ref: legRef(legs, index) })),
    spokenOf,
  );
}

/** One more action on the legs. What may follow what is the business of domain/counter/case/acts/legs.ts. */
export function applyLeg(legs: readonly LegState[], at: string, action: LegAction): readonly LegState[] {
  const place = placeOfLeg(legs, action.leg);
  const together = action.type === 'leg-sent' ? (action.together ?? []).map((one) => placeOfLeg(legs, one)) : [];
  const changed = legs.map((leg, index) =>
    index === place || together.includes(index) ? applyTo(leg, at, action) : leg,
  );
  if (action.type !== 'leg-finished') return changed;
  const { next, returnedAt } = action;
  return changed.map((leg, index) =>
    index === place + 1 && place !== -1 && next !== undefined && leg.stage === 'waiting'
      ? begun({ ...leg, sendBy: next.sendBy }, returnedAt, next.dueAt)
      : leg,
  );
}

function applyTo(leg: LegState, at: string, action: LegAction): LegState {
  switch (action.type) {
    case 'leg-sent':
      return { ...leg, stage: 'sent', sentAt: at, handOverId: action.handOverId ?? null, missed: false };
    case 'leg-not-arrived':
      return { ...leg, stage: 'to-send', sentAt: null, handOverId: null, missed: true };
    case 'leg-received': {
      const { receivedAt, by, dueAt } = action;
      return { ...leg, stage: 'running', receivedAt, receivedBy: by, dueAt };
    }
    case 'leg-finished':
      return { ...leg, stage: 'finished', finishedAt: action.returnedAt, result: action.result };
    case 'leg-returned-incomplete': {
      const { reason, sendBy } = action;
      return { ...leg, ...untouched, stage: 'to-send', sendBy, returnReason: reason };
    }
  }
}

/** The file is complete again: its agency has it later than was reckoned (Điều 19 k5, 20). */
export function resendBy(legs: readonly LegState[], sendBy: string | undefined): readonly LegState[] {
  const current = findCurrentLeg(legs);
  if (sendBy === undefined || current === undefined) return legs;
  return legs.map((leg, index) => (index === current.index ? { ...leg, sendBy } : leg));
}

/** The completed file goes to its agency anew: what ran there runs no more (Điều 19 k5, 20). */
export function legAnew(legs: readonly LegState[], sendBy: string | undefined): readonly LegState[] {
  const current = findCurrentLeg(legs);
  if (sendBy === undefined || current === undefined) return legs;
  return legs.map((leg, index) =>
    index === current.index ? { ...leg, ...untouched, stage: 'to-send' as const, sendBy } : leg,
  );
}

/** The one agency that decides has the whole time, and so another one where the case goes by another limit. */
export function legsOfWhole(legs: readonly LegState[], term: Term, dueAt: string): readonly LegState[] {
  const [only] = legs;
  if (only === undefined || legs.length > 1) return legs;
  return [{ ...only, term, plannedDueAt: dueAt, dueAt: only.dueAt === null ? null : dueAt }];
}

export type CurrentLeg = { readonly index: number; readonly leg: LegState };

/** The leg whose turn it is; undefined when the case has none, or all are done. */
export function findCurrentLeg(legs: readonly LegState[]): CurrentLeg | undefined {
  const index = legs.findIndex(({ stage }) => stage !== 'finished');
  const leg = legs[index];
  return leg && { index, leg };
}

/** The leg that lists show: of those under way the one whose next moment is nearest; where all are done, none. */
export function findShownLeg(legs: readonly LegState[]): LegState | undefined {
  const underWay = legs.filter(({ stage }) => stage !== 'finished' && stage !== 'waiting');
  const timed = underWay.filter((leg) => nextMomentOf(leg) !== null);
  const [first, ...others] = timed.length > 0 ? timed : underWay;
  if (first === undefined) return findCurrentLeg(legs)?.leg;
  return others.reduce((best, leg) => ((nextMomentOf(leg) ?? '') < (nextMomentOf(best) ?? '') ? leg : best), first);
}

/** The first leg that stands so; the one of that number, where one is named. */
export function findLegAt(legs: readonly LegState[], stage: LegStage, named?: number): CurrentLeg | undefined {
  const index = named ?? legs.findIndex((leg) => leg.stage === stage);
  const leg = legs[index];
  return leg?.stage === stage ? { index, leg } : undefined;
}

/** Whether the case has left the office, or has to: its agency is another one. */
export function isElsewhere(legs: readonly LegState[]): boolean {
  const current = findCurrentLeg(legs);
  return current !== undefined && current.leg.way !== 'here';
}

/** The next moment the leg has to keep, by its stage: when its agency has the file, then when it is done. */
export function nextMomentOf({ stage, sendBy, dueAt }: LegState): string | null {
  if (stage === 'to-send' || stage === 'sent') return sendBy;
  return stage === 'running' ? dueAt : null;
}

export function isLegLate(leg: LegState, now: string): boolean {
  if (leg.stage === 'finished') return leg.dueAt !== null && (leg.finishedAt ?? '') > leg.dueAt;
  const next = nextMomentOf(leg);
  return next !== null && now > next;
}
