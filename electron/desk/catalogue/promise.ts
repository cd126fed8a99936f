import type { Procedure, ProcedureTerm } from '../../contract/catalogue/lists.ts';
import type { Deadline } from '../../contract/catalogue/procedure.ts';
import { type Fault, fault, isFault } from '../../contract/base/fault.ts';
import type { Channel, CivilDate, DeadlineRule, Term, TypedTerm } from '../../contract/base/values.ts';
import { civilOfInstant, civilTime, getMoment, timeDateText } from '../../domain/base/civil-time.ts';
import {
  agreementKey,
  choosableTerms,
  lawfulTerms,
  plainTerm,
  receptionTerms,
  ruleOf,
  typedKey,
  typedRow,
  usualTerm,
} from '../../domain/catalogue/procedure-terms.ts';
import { agreedStep, termUntil } from '../../domain/deadline/steps.ts';
import { type DeadlineAnswer, explainDeadline } from '../../domain/deadline/deadline.ts';
import { deadlineStepText, termText } from '../../domain/deadline/explanation.ts';
import { type WorkCalendar, calendarFault, isOfficeOpen } from '../../domain/deadline/work-calendar.ts';
import type { ChosenTerm, DeadlineStep, LegDefinition, PlannedLeg } from '../../domain/entries/case.ts';
import { type LegPromise, promiseOfLegs } from '../../domain/routing/legs.ts';
import { legPlanView } from './legs.ts';

/** What the office promises when it accepts a file now: the term that was used and what it comes to. */
export type CasePromise = {
  readonly term: Term;
  readonly rule: DeadlineRule | null;
  /** The lawful limit that was chosen; null for the usual one. */
  readonly termCase: ChosenTerm | null;
  readonly dueAt: string;
  readonly dueDate: string;
  readonly steps: readonly DeadlineStep[];
  /** The way through other agencies; none where this office decides. */
  readonly legs: readonly PlannedLeg[];
};

/** What was chosen among the limits of a procedure, as calls say it. */
type TermChosen = {
  readonly termCase?: string | undefined;
  readonly termReason?: string | undefined;
  readonly agreedDueAt?: string | undefined;
  /** What was typed where no list has a limit. */
  readonly typedTerm?: TypedTerm | undefined;
};

export type TermFault = Fault<
  | 'time-limit-missing'
  | 'term-case-unknown'
  | 'term-reason-needed'
  | 'term-agreement-needed'
  | 'term-agreement-time'
  | 'term-listed'
>;
export type PromiseFault = TermFault | Fault<'calendar-ends'>;

export type PromiseQuestion = TermChosen & {
  readonly channel: Channel;
  /** From when the time runs. */
  readonly acceptedAt: string;
  /** The day whose law gives the limit, where it is another one than that. */
  readonly lawDay?: CivilDate;
  readonly legs?: readonly LegDefinition[];
  /** Only asked about: what a reason or an agreement would be needed for is answered without them. */
  readonly onlyAsked?: boolean;
};

/** The promise of a procedure for a file accepted at this moment. A procedure without a time limit is refused, never guessed. */
export function promiseOf(
  procedure: Procedure,
  asked: PromiseQuestion,
  calendar: WorkCalendar,
): CasePromise | PromiseFault {
  // A call may say the moment with another offset; the law is that of Vietnam's day.
  const question = { ...asked, acceptedAt: civilOfInstant(asked.acceptedAt) };
  const { acceptedAt, legs = [] } = question;
  const found = chosenTerm(procedure, question);
  if (isFault(found)) return found;
  const [term, rule] = found === null ? [null, null] : [plainTerm(found.row), ruleOf(found.row)];
  const counted: LegPromise | DeadlineAnswer | undefined | Fault<'calendar-ends'> =
    legs.length > 0
      ? promiseOfLegs({ legs, whole: term, rule: rule ?? undefined, acceptedAt }, calendar)
      : term === null
        ? undefined
        : explainDeadline({ term, acceptedAt, ...(rule === null ? {} : { rule }) }, calendar);
  if (counted === undefined) return fault('time-limit-missing', { code: procedure.code });
  if (isFault(counted)) return counted;
  const promise: CasePromise = {
    legs: [],
    ...counted,
    // Over several agencies it may be the time of the last one.
    term: termOver(counted) ?? getTerm(term),
    rule,
    termCase: found?.chosen ?? null,
    steps: named(counted.steps, found, acceptedAt),
  };
  return question.agreedDueAt === undefined || found?.row.needs !== 'written-agreement'
    ? promise
    : asAgreed(promise, question.agreedDueAt, acceptedAt, calendar);
}

function termOver(counted: DeadlineAnswer & { readonly term?: Term }): Term | undefined {
  return counted.term;
}

function getTerm(term: Term | null): Term {
  if (term === null) throw new Error('what was counted has a term');
  return term;
}

/** Which case of the procedure it is, before the last step, where somebody chose one. */
function named(steps: readonly DeadlineStep[], found: Found | null, acceptedAt: string): readonly DeadlineStep[] {
  if (found === null || found.chosen === null) return steps;
  const { key, words, article } = found.row;
  const { reason } = found.chosen;
  // Where no law gives a limit, the reason is all there is to explain it by.
  const said = (key === agreementKey || key === typedKey) && reason !== undefined ? `${words}: ${reason}` : words;
  const values = { words: said, ...(article === '' ? {} : { article }) };
  return [...steps.slice(0, -1), { rule: 'term-case', date: acceptedAt.slice(0, 10), values }, ...steps.slice(-1)];
}

type Found = { readonly row: ProcedureTerm; readonly chosen: ChosenTerm | null };

/** The limit a file goes by: the one that was named, or the usual one; null where the procedure has none. */
function chosenTerm(procedure: Procedure, question: PromiseQuestion): Found | null | TermFault {
  const { termReason, agreedDueAt, onlyAsked, channel, acceptedAt, lawDay } = question;
  const on = { day: lawDay ?? acceptedAt.slice(0, 10), channel };
  const usual = usualTerm(procedure, on);
  if (question.typedTerm !== undefined) return typedTermOf(procedure, question.typedTerm, on);
  // Where no law gives a limit, the day alone says that it was agreed.
  const key = question.termCase ?? (usual === undefined && agreedDueAt !== undefined ? agreementKey : undefined);
  if (key === undefined || key === usual?.key) return usual === undefined ? null : { row: usual, chosen: null };
  const lawful = choosableTerms(onlyAsked === true ? lawfulTerms(procedure, on) : receptionTerms(procedure, on));
  const row = lawful.find((term) => term.key === key);
  if (row === undefined) {
    const known = lawful.map((term) => `${term.key} (${term.words})`).join(', ');
    return fault('term-case-unknown', { code: procedure.code, termCase: key, known });
  }
  const bare = row.key === agreementKey;
  if (onlyAsked !== true && (bare || row.needs === 'reason') && termReason === undefined)
    return fault('term-reason-needed', { words: row.words });
  if ((bare || onlyAsked !== true) && row.needs === 'written-agreement' && agreedDueAt === undefined)
    return fault('term-agreement-needed', { words: row.words });
  const agreed = row.needs === 'written-agreement' && agreedDueAt !== undefined;
  const reason = termReason === undefined ? {} : { reason: termReason };
  return { row, chosen: { key, ...reason, ...(agreed ? { agreed: true } : {}) } };
}

/** Only where no list gives a limit: a lawful one is never typed over. */
function typedTermOf(
  procedure: Procedure,
  typed: TypedTerm,
  on: { readonly day: CivilDate; readonly channel: Channel },
): Found | Fault<'term-listed'> {
  const lawful = receptionTerms(procedure, on);
  if (lawful.length > 0) {
    const known = lawful.map((term) => `${term.words}: ${termText(term, 'vi')}`).join(', ');
    return fault('term-listed', { code: procedure.code, known });
  }
  return { row: typedRow(typed), chosen: { key: typedKey, reason: typed.ground } };
}

const longestAgreement = 366;

/** The day and hour of a written agreement take the place of what the limit would come to (NĐ 23/2015 Điều 21). */
function asAgreed(
  promise: CasePromise,
  agreedDueAt: string,
  acceptedAt: string,
  calendar: WorkCalendar,
): CasePromise | Fault<'term-agreement-time' | 'calendar-ends'> {
  const { day, msOfDay } = getMoment(agreedDueAt);
  const outside = calendarFault(calendar, day);
  if (outside !== null) return outside;
  const dueAt = civilTime(day, msOfDay);
  if (dueAt <= acceptedAt || day > getMoment(acceptedAt).day + longestAgreement || !isOfficeOpen(calendar, dueAt))
    return fault('term-agreement-time', { agreed: timeDateText(dueAt) });
  const begun = promise.steps.filter(({ rule }, index) => index === 0 || rule === 'term-case');
  // What no law counts is as long as was agreed: a completed file is counted by it again (NĐ 118/2025 Điều 19 k5).
  const term = promise.termCase?.key === agreementKey ? { term: termUntil(acceptedAt, dueAt, calendar) } : {};
  return { ...promise, ...term, dueAt, dueDate: dueAt.slice(0, 10), steps: [...begun, agreedStep(dueAt)] };
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
