import type { Procedure } from '../../contract/catalogue/lists.ts';
import type { OfficeSettings, Role } from '../../contract/office/office.ts';
import type { Term } from '../../contract/values.ts';
import type { WorkCalendar } from '../../domain/deadline/work-calendar.ts';
import { bodyWriter } from '../../store/journal/bodies.ts';
import { type Author, type Head, type MadeEntry, type NewEntry, makeEntry } from '../../store/journal/make-entry.ts';
import { type Counter, happeningsByDay } from './happenings.ts';
import { type RandomState, resumedRandom } from './random.ts';
import { procedureMix } from './requests.ts';
import type { PlannedTrip } from './trip.ts';
import { inventVisits } from './visits.ts';
import { inventWaiting } from './waiting.ts';
import { workTime } from './work-time.ts';

/** A desk whose chain the past goes on with. */
export type PastDesk = Counter & { readonly uuid: string; readonly head: Head };

/** All that an office's past follows from, as plain data: whoever has it makes the same entries, beside the file or on another thread. */
export type PastPlan = {
  readonly random: RandomState;
  readonly seed: number;
  readonly cases: number;
  /** Cases that the office receives itself in its last hour (last-hour.ts). */
  readonly more: number;
  readonly days: readonly { readonly index: number; readonly cases: number }[];
  /** The work second before which all of it happened. */
  readonly end: number;
  readonly calendar: WorkCalendar;
  readonly office: OfficeSettings;
  readonly catalogueVersion: string;
  readonly procedures: readonly Procedure[];
  readonly desks: readonly PastDesk[];
  readonly authors: ReadonlyMap<Role, Author>;
  /** Files that other agencies decide, by how many cases come after them. */
  readonly elsewhere: ReadonlyMap<number, PlannedTrip>;
};

/** The entries of an office's past, day after day, made ready to be written; last those of the files that wait. */
export function* pastDays(plan: PastPlan): Generator<readonly MadeEntry[]> {
  const { calendar, procedures, authors } = plan;
  const random = resumedRandom(plan.random);
  const time = workTime(calendar, calendar.firstDay, calendar.lastDay);
  const visits = inventVisits(plan.seed, random, procedureMix(procedures));
  const sameDay = getProcedure(procedures, 'same-day');
  const nextDay = getProcedure(procedures, 'working-day');
  const around = { ...plan, random, time, visits, sameDay, nextDay };
  const make = entryMaker(plan);
  const happeningsOf = happeningsByDay(around, plan.desks, authors, plan);
  for (const day of plan.days) yield happeningsOf(day).map(({ deskId, entry }) => make(deskId, entry));
  // After everything else, so that a seed's cases are what they were.
  if (plan.cases > 0) yield inventWaiting(around, authors).map((entry) => make(1, entry));
}

function entryMaker({ desks, catalogueVersion, procedures }: PastPlan) {
  const rules = new Map(procedures.map(({ code, feeRules, term }) => [code, { feeRules, term }]));
  const write = bodyWriter((asked) =>
    asked.catalogueVersion === catalogueVersion ? (rules.get(asked.procedureCode) ?? {}) : {},
  );
  const chains = new Map(desks.map(({ deskId, uuid }) => [deskId, { deskId, desk: uuid, write }]));
  const heads = new Map(desks.map(({ deskId, head }) => [deskId, head]));
  return (deskId: number, entry: NewEntry): MadeEntry => {
    const [chain, head] = [chains.get(deskId), heads.get(deskId)];
    if (chain === undefined || head === undefined) throw new Error(`no desk ${deskId}`);
    const made = makeEntry(chain, head, entry);
    heads.set(deskId, made);
    return made;
  };
}

/** A procedure with a time limit of one such unit; a certification where there is one, for anybody may ask for that. */
function getProcedure(procedures: readonly Procedure[], unit: Term['unit']): Procedure {
  const known = procedures.filter(
    ({ term, channelTerms }) => term?.unit === unit && term.value === 1 && channelTerms === undefined,
  );
  const found = known.find(({ field }) => field === 'Chứng thực') ?? known[0];
  if (found === undefined) throw new Error(`the catalogue has no procedure of one ${unit}`);
  return found;
}
