import type { Procedure } from '../../../contract/catalogue/lists.ts';
import { isFault } from '../../../contract/base/fault.ts';
import type { OfficeSettings, Role } from '../../../contract/common/office/office.ts';
import { toCivilTime } from '../../../domain/base/civil-time.ts';
import type { WorkCalendar } from '../../../domain/deadline/work-calendar.ts';
import type { CaseAction, LegDefinition } from '../../../domain/entries/case.ts';
import { receivedAction } from '../../counter/case/receive.ts';
import { type CasePromise, promiseOf } from '../../catalogue/promise.ts';
import { type Story, actionOf, bundleSteps, doer, drawStory, press, standings, timeSteps } from './course.ts';
import type { Visits } from '../people.ts';
import type { SeededRandom } from '../random.ts';
import { type Request, inventRequest } from '../requests.ts';
import type { PlannedTrip } from './trip-acts.ts';
import type { WorkTime } from '../work-time.ts';

/** One thing that happened to a case, at a work second (work-time.ts). */
export type Happening = {
  readonly at: number;
  readonly deskId: number;
  readonly caseId: string;
  readonly by: Role;
  readonly action: CaseAction;
};

/** A case about to be received: where, when, and under which number. */
export type Arrival = {
  readonly at: number;
  readonly date: string;
  readonly deskId: number;
  readonly deskCode: string;
  readonly serial: number;
  readonly caseId: string;
  /** How many cases come after this one: the last ones stand at every status, so that each can be practised on. */
  readonly after: number;
};

export type Surroundings = {
  readonly random: SeededRandom;
  readonly office: OfficeSettings;
  readonly calendar: WorkCalendar;
  readonly catalogueVersion: string;
  readonly time: WorkTime;
  /** The work second before which all of it happened: the opening of the day on which the office is made. */
  readonly end: number;
  readonly visits: Visits;
  /** A procedure that is answered the same day. */
  readonly sameDay: Procedure;
  /** A procedure that is answered on the next working day. */
  readonly nextDay: Procedure;
  readonly procedures: readonly Procedure[];
  /** Files that other agencies decide, by how many cases come after them. */
  readonly elsewhere: ReadonlyMap<number, PlannedTrip>;
};

/** Cases that nobody got round to: one in 250 of the last sixty working days, and three at the end of every office. */
const forgotten = { share: 1 / 250, days: 60, surely: 3 };

/** What somebody is still to pay by the notice they were sent; no rule of a fee is meant by it. */
const owedAmounts = [150_000, 320_000] as const;

/** How many of the last cases have a standing of their own, or were forgotten. */
export const lastCases = standings.length * 2 + forgotten.surely;

type Plan = {
  readonly story?: Story;
  readonly procedure?: Procedure;
  readonly pressed?: true;
  readonly legs?: readonly LegDefinition[];
};

/** Everything that happened to a new case before the office opened today, first to last. */
export function inventCase(around: Surroundings, arrival: Arrival): Happening[] {
  const { random, time, end } = around;
  const { at, deskId, caseId } = arrival;
  const plan = planOf(around, arrival);
  const { applicant, procedure } = around.visits.next(plan.procedure);
  const { legs } = plan;
  const invented = inventRequest(random, procedure, applicant);
  // Papers go from counter to counter; a file of data is sent to where it belongs by the portal.
  const request = legs === undefined ? invented : { ...invented, channel: 'direct' as const };
  const promise = promiseAt(around, request, at, legs);
  const sent = random.chance(0.04) ? { submitter: around.visits.submitter() } : {};
  const received = receivedAction({
    office: around.office,
    deskCode: arrival.deskCode,
    day: arrival.date,
    serial: arrival.serial,
    catalogueVersion: around.catalogueVersion,
    procedure,
    promise,
    input: { ...request, ...sent, applicant },
  });
  const story = plan.story ?? drawStory(random, promise.term.unit === 'same-day');
  const due = time.workSecondOf(Date.parse(promise.dueAt));
  const newDue = (from: number) =>
    from < end ? time.workSecondOf(Date.parse(promiseAt(around, request, from).dueAt)) : from;
  const moved = timeSteps(random, story, at, due, newDue);
  const steps = (plan.pressed ? press(moved, at, end) : moved).filter((step) => step.at < end);
  const receiver = (sent.submitter ?? applicant).fullName;
  return [
    { at, deskId, caseId, by: 'clerk', action: received },
    ...steps.map(({ step, at: when }) => {
      const owes = story === 'awaits-payment' ? owedAmounts[arrival.after % owedAmounts.length] : undefined;
      const about = { field: procedure.field, receiver, owes, promiseNow: () => promiseAt(around, request, when) };
      return { at: when, deskId, caseId, by: doer[step], action: actionOf(step, about) };
    }),
    ...bundleSteps(steps, arrival.after, end).map((step) => ({ ...step, deskId, caseId })),
  ];
}

function planOf(around: Surroundings, { at, after }: Arrival): Plan {
  const { random, time, end, sameDay, nextDay } = around;
  const elsewhere = around.elsewhere.get(after);
  // What becomes of it is done by the office's own handlers (trip-past.ts).
  if (elsewhere !== undefined) {
    const procedure = around.procedures.find(({ code }) => code === elsewhere.procedure);
    return { story: 'just-accepted', legs: elsewhere.legs, ...(procedure === undefined ? {} : { procedure }) };
  }
  const standing = standings[after % standings.length];
  const stood = standings.length * 2;
  if (after < stood && standing !== undefined) {
    // The very last one is due today; what is fetched at the counter is answered there.
    const fixed = { 'just-accepted': { procedure: nextDay }, 'at-the-counter': { procedure: sameDay } } as Partial<
      Record<Story, Plan>
    >;
    return { ...fixed[standing], story: standing, pressed: true };
  }
  if (after < stood + forgotten.surely) return { story: 'in-hand', procedure: sameDay };
  const late = end - at < forgotten.days * time.secondsADay && random.chance(forgotten.share);
  return late ? { story: 'in-hand' } : {};
}

/** The promise a clerk would have given, by the same rules (desk/catalogue/promise.ts). The calendar reaches far enough: open-practice.ts sees to it. */
function promiseAt(
  { calendar, time }: Surroundings,
  { procedure, channel }: Request,
  at: number,
  legs: readonly LegDefinition[] = [],
): CasePromise {
  const acceptedAt = toCivilTime(time.instantOf(at));
  const promise = promiseOf(procedure, { channel, acceptedAt, legs }, calendar);
  if (isFault(promise)) throw new Error(`no promise for ${procedure.code}: ${promise.fault}`);
  return promise;
}
