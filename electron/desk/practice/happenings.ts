import type { Role } from '../../contract/office/office.ts';
import { dateOfDay } from '../../domain/base/civil-time.ts';
import { findUuidBytes, uuidText, uuidV7 } from '../../store/file/codecs.ts';
import type { Author, NewEntry } from '../../store/journal/make-entry.ts';
import { type Arrival, type Happening, type Surroundings, inventCase } from './cases.ts';
import { arrivals, queueEnds } from './days.ts';
import { weighted } from './random.ts';

/** The counters of an office: the row of each desk and the code on its numbers. */
export type Counter = { readonly deskId: number; readonly code: string; readonly firstSerial: number };

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

export type DeskEntry = { readonly deskId: number; readonly entry: NewEntry };

/**
 * An office's past day by day, in the order in which it happened, as its own desks would have written it.
 * @param authors the account of each role
 */
export function happeningsByDay(
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
