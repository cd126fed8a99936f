import type { Procedure } from '../../../contract/catalogue/lists.ts';
import type { OfficeSettings, Role } from '../../../contract/common/office/office.ts';
import type { Term } from '../../../contract/base/values.ts';
import { dateOfDay } from '../../../domain/base/civil-time.ts';
import type { WorkCalendar } from '../../../domain/deadline/work-calendar.ts';
import { findUuidBytes, uuidText, uuidV7 } from '../../../store/file/rows/codecs.ts';
import { bodyWriter } from '../../../store/journal/bodies.ts';
import { rulesOfAdopted } from '../../../store/journal/packing.ts';
import { type Author, type Head, type MadeEntry, type NewEntry, makeEntry } from '../../../store/journal/make-entry.ts';
import { type Arrival, type Happening, type Surroundings, inventCase } from './cases.ts';
import { inventVisits } from '../people.ts';
import { type RandomState, resumedRandom, weighted } from '../random.ts';
import { procedureMix } from '../requests.ts';
import type { PlannedTrip } from './trip-acts.ts';
import { inventWaiting } from './waiting.ts';
import { arrivals, queueEnds, workTime } from '../work-time.ts';

/** The counters of an office: the row of each desk and the code on its numbers. */
type Counter = { readonly deskId: number; readonly code: string; readonly firstSerial: number };

type Day = { readonly index: number; readonly cases: number };

/** What is told of the papers draws no chance, so that with the same seed the people and their cases stay who they were. */
function tailOf(caseId: string): Buffer {
  return (findUuidBytes(caseId) ?? Buffer.alloc(16)).subarray(6);
}

/** The crowd does not spread evenly: the first counter is nearest to the door. */
const queue = weighted<number>([
  [0, 4],
  [1, 3],
  [2, 3],
]);

type DeskEntry = { readonly deskId: number; readonly entry: NewEntry };

/**
 * An office's past day by day, in the order in which it happened, as its own desks would have written it.
 * @param authors the account of each role
 */
function happeningsByDay(
  around: Surroundings,
  counters: readonly Counter[],
  authors: ReadonlyMap<Role, Author>,
  { cases: total, more }: { readonly cases: number; readonly more: number },
) {
  const { random, time, end } = around;
  const later = new Map<number, Happening[]>();
  let made = 0;

  function arrivalsOf({ index, cases }: Day): Arrival[] {
    const date = dateOfDay(time.days[index] ?? 0);
    const serials = counters.map(({ firstSerial }) => firstSerial);
    return arrivals(random, cases).map((second) => {
      const at = index * time.secondsADay + second;
      const called = queue(random);
      // Who would have come to the first counter in its last hour goes to the next one.
      const which = more > 0 && called === 0 && at >= end - time.secondsADay + queueEnds ? 1 : called;
      const { deskId, code } = counters[which] as Counter;
      const serial = serials[which] as number;
      serials[which] = serial + 1;
      made += 1;
      const caseId = uuidText(uuidV7(time.instantOf(at), random.bytes(10)));
      return { at, date, deskId, deskCode: code, serial, caseId, after: total - made };
    });
  }

  function happeningsOf(day: Day): Happening[] {
    const today = later.get(day.index) ?? [];
    later.delete(day.index);
    for (const happening of arrivalsOf(day).flatMap((arrival) => inventCase(around, arrival))) {
      const on = Math.floor(happening.at / time.secondsADay);
      if (on === day.index) today.push(happening);
      else {
        const then = later.get(on);
        if (then === undefined) later.set(on, [happening]);
        else then.push(happening);
      }
    }
    return today.sort((a, b) => a.at - b.at);
  }

  return (day: Day): DeskEntry[] =>
    happeningsOf(day).map(({ at, deskId, caseId, by, action }) => {
      const now = time.instantOf(at);
      const id = uuidV7(now, action.type.startsWith('bundle-') ? tailOf(caseId) : random.bytes(10));
      const author = authors.get(by) ?? null;
      return { deskId, entry: { id, now, author, subject: { kind: 'case', caseId }, event: action } };
    });
}

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
  const rules = new Map(procedures.map((procedure) => [procedure.code, rulesOfAdopted(procedure)]));
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
    ({ terms }) => terms[0]?.unit === unit && terms[0].value === 1 && terms[0].channels === undefined,
  );
  const found = known.find(({ field }) => field === 'Chứng thực') ?? known[0];
  if (found === undefined) throw new Error(`the catalogue has no procedure of one ${unit}`);
  return found;
}
