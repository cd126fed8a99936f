import { type Fault, fault } from '../contract/fault.ts';
import type { ReceivedAction } from './case-action.ts';
import { civilTime, dayOfDate, getMoment, msPerMinute } from './civil-time.ts';
import { type DeadlineStep, unpackSteps } from './deadline-step.ts';

/** What a case entered from a kit's sheet keeps beside the rest: `at` of its entry is when somebody typed it in. */
export type PaperReception = {
  readonly kitId: string;
  /** When the file was really received, as the sheet says. Civil time, +07:00. */
  readonly acceptedAt: string;
  /** What the law gives from then on. */
  readonly lawDueAt: string;
  /** What was written on the sheet, where it is something else. */
  readonly promisedAt?: string;
};

type Promised = { readonly date?: string | undefined; readonly time?: string | undefined };

/**
 * The promise in force for a file received on paper. A citizen may hold the office to what was written, and the office may not
 * take longer than the law (NĐ 118/2025 Điều 17 k3): the earlier of both. A date without an hour is the hour of closing.
 * @param closing milliseconds since midnight. Faults: kit-promise when it was promised before the file came.
 */
export function promiseOnPaper(
  { acceptedAt, lawDueAt }: { readonly acceptedAt: string; readonly lawDueAt: string },
  written: Promised,
  closing: number,
): { readonly dueAt: string; readonly promisedAt?: string } | Fault<'kit-promise'> {
  const { date, time } = written;
  if (date === undefined) return { dueAt: lawDueAt };
  if (date < acceptedAt.slice(0, 10)) return fault('kit-promise', { promised: date, acceptedAt });
  // The day alone was written and it is the law's day: nothing else was promised.
  if (time === undefined && date === lawDueAt.slice(0, 10)) return { dueAt: lawDueAt };
  const accepted = getMoment(acceptedAt);
  const day = dayOfDate(date);
  const atClosing = day === accepted.day ? Math.max(closing, accepted.msOfDay) : closing;
  const promisedAt = civilTime(day, time === undefined ? atClosing : msOf(time));
  if (promisedAt < acceptedAt) return fault('kit-promise', { promised: promisedAt, acceptedAt });
  if (promisedAt === lawDueAt) return { dueAt: lawDueAt };
  return { dueAt: promisedAt < lawDueAt ? promisedAt : lawDueAt, promisedAt };
}

function msOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return (hours * 60 + minutes) * msPerMinute;
}

/** When a case was received: what its sheet says, or the moment of its entry. */
export function acceptedAtOf(received: ReceivedAction, recordedAt: string): string {
  return received.fromKit?.acceptedAt ?? recordedAt;
}

/** The explanation of the first promise: the law's, and then what the paper promised, where that was something else. */
export function promiseSteps(received: ReceivedAction): DeadlineStep[] {
  const { steps, term, dueAt, fromKit } = received;
  const byLaw = unpackSteps(steps, term, fromKit?.lawDueAt ?? dueAt);
  const written = fromKit?.promisedAt;
  if (written === undefined) return byLaw;
  const rule = written === dueAt ? 'promised-on-paper-earlier' : 'promised-on-paper-later';
  return [...byLaw, { rule, date: written.slice(0, 10), values: { time: written.slice(11, 16) } }];
}
