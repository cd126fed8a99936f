import type { Procedure } from '../../contract/catalogue/lists.ts';
import type { Deadline } from '../../contract/catalogue/procedure.ts';
import { type Fault, fault, isFault } from '../../contract/fault.ts';
import type { Channel, Term } from '../../contract/values.ts';
import { termFor } from '../../domain/catalogue/catalogue.ts';
import { explainDeadline } from '../../domain/deadline/deadline.ts';
import { deadlineStepText } from '../../domain/deadline/explanation.ts';
import type { WorkCalendar } from '../../domain/deadline/work-calendar.ts';
import type { DeadlineStep, LegDefinition, PlannedLeg } from '../../domain/entries/case.ts';
import { type LegQuestion, promiseOfLegs } from '../../domain/routing/legs.ts';
import { legPlanView } from './legs.ts';

/** What the office promises when it accepts a file now: the term that was used and what it comes to. */
export type CasePromise = {
  readonly term: Term;
  readonly rule: 'after-15h' | null;
  readonly dueAt: string;
  readonly dueDate: string;
  readonly steps: readonly DeadlineStep[];
  /** The way through other agencies; none where this office decides. */
  readonly legs: readonly PlannedLeg[];
};

/** The promise of a procedure for a file accepted at this moment. A procedure without a time limit is refused, never guessed. */
export function promiseOf(
  procedure: Procedure,
  channel: Channel,
  acceptedAt: string,
  calendar: WorkCalendar,
  legs: readonly LegDefinition[] = [],
): CasePromise | Fault<'time-limit-missing' | 'calendar-ends'> {
  const term = termFor(procedure, channel);
  if (legs.length > 0) return promiseOver(procedure, { legs, whole: term, acceptedAt }, calendar);
  if (term === null) return fault('time-limit-missing', { code: procedure.code });
  const rule = procedure.rule;
  const deadline = explainDeadline({ term, acceptedAt, ...(rule === null ? {} : { rule }) }, calendar);
  return isFault(deadline) ? deadline : { term, rule, ...deadline, legs: [] };
}

function promiseOver(
  { code, rule }: Procedure,
  question: Pick<LegQuestion, 'legs' | 'whole' | 'acceptedAt'>,
  calendar: WorkCalendar,
): CasePromise | Fault<'time-limit-missing' | 'calendar-ends'> {
  const promise = promiseOfLegs({ ...question, rule: rule ?? undefined }, calendar);
  if (promise === undefined) return fault('time-limit-missing', { code });
  return isFault(promise) ? promise : { ...promise, rule };
}

/** A deadline with its steps in words, as calls answer it. */
export function deadlineView(
  deadline: Pick<CasePromise, 'dueAt' | 'dueDate' | 'steps'> & Partial<CasePromise>,
): Deadline {
  const { dueAt, dueDate, steps, legs = [] } = deadline;
  return { dueAt, dueDate, steps: stepsView(steps), legs: legs.map(legPlanView) };
}

export function stepsView(steps: readonly DeadlineStep[]): Deadline['steps'] {
  return steps.map((step) => ({
    rule: step.rule,
    date: step.date,
    text: deadlineStepText(step, 'vi'),
    textEn: deadlineStepText(step, 'en'),
  }));
}
