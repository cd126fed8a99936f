import { isFault } from '../../contract/base/fault.ts';
import type { ProcessStep } from '../../contract/routing/process.ts';
import type { Term, CivilTime } from '../../contract/base/values.ts';
import { msPerMinute } from '../base/civil-time.ts';
import { explainDeadline } from '../deadline/deadline.ts';
import type { WorkCalendar } from '../deadline/work-calendar.ts';

/** The inner steps of a procedure: the first is the reception, the last the return of the result; a case moves between them. */
export type Process = {
  /** Names these very steps; a case keeps the process it began with. */
  readonly id: string;
  readonly steps: readonly ProcessStep[];
  /** Set by a supervisor of this office; a frame of the product binds nobody (domain/counter/case/acts/decision.ts). */
  readonly byOffice?: boolean;
};

/** Why a list of steps is no process. */
export type ProcessFlaw = 'reception-first' | 'return-last' | 'name-twice' | 'nobody-handles';

/** A file comes in at the one-stop desk and its result leaves there (NĐ 118/2025 Điều 17, Điều 22); between them somebody works on it. */
export function processFlaw(steps: readonly Pick<ProcessStep, 'name' | 'role'>[]): ProcessFlaw | null {
  if (steps.length < 3) return 'nobody-handles';
  if (steps[0]?.role !== 'clerk') return 'reception-first';
  if (steps.at(-1)?.role !== 'clerk') return 'return-last';
  const names = new Set(steps.map(({ name }) => name.toLocaleLowerCase('vi')));
  return names.size === steps.length ? null : 'name-twice';
}

/** The step a case enters when it leaves the counter. */
export const firstHandling = 1;

/** Whether the result is recorded at this step: what follows is its return. */
export function isLastHandling({ steps }: Pick<Process, 'steps'>, index: number): boolean {
  return index >= steps.length - 2;
}

const minutesOfHour = 60;
/** Five working days are a week of seven: how much of a day of the clock belongs to the office. */
const [workingDays, weekDays] = [5, 7];

/**
 * A term as minutes of the office's own time, so that steps and limits of different units can be compared. A day of the clock counts
 * five sevenths of a working day; exact for each family alone.
 */
export function officeMinutes({ value, unit }: Term, calendar: Pick<WorkCalendar, 'sessions'>): number {
  const day = calendar.sessions.reduce((sum, { start, end }) => sum + (end - start) / msPerMinute, 0);
  switch (unit) {
    case 'same-day':
      return day;
    case 'working-day':
      return value * day;
    case 'working-hour':
      return value * minutesOfHour;
    case 'day':
      return (value * day * workingDays) / weekDays;
    case 'month':
      return (value * 30 * day * workingDays) / weekDays;
    case 'year':
      return (value * 365 * day * workingDays) / weekDays;
    case 'hour':
      return (value * day * workingDays) / weekDays / 24;
  }
}

export type ProcessSum = {
  /** Minutes of the office's time over all steps that have a time. */
  readonly minutes: number;
  readonly termMinutes: number | null;
  readonly fits: boolean;
  /** Steps without a time of their own. */
  readonly open: number;
};

/** The times of the steps against the limit promised to the citizen: inside they may be shorter, never longer. */
export function sumProcess(
  steps: readonly Pick<ProcessStep, 'time'>[],
  term: Term | null,
  calendar: Pick<WorkCalendar, 'sessions'>,
): ProcessSum {
  const minutes = steps.reduce((sum, { time }) => sum + (time === null ? 0 : officeMinutes(time, calendar)), 0);
  const termMinutes = term === null ? null : officeMinutes(term, calendar);
  const open = steps.filter(({ time }) => time === null).length;
  // A hundredth of a minute: sevenths do not add up exactly.
  return { minutes, termMinutes, fits: termMinutes === null || minutes <= termMinutes + 0.01, open };
}

/** Until when a step that began at `since` is to be done: an inner clock, which moves no promise. Null where nothing limits it. */
export function stepDue(step: ProcessStep | undefined, since: CivilTime, calendar: WorkCalendar): CivilTime | null {
  if (step === undefined || step.time === null) return null;
  const due = explainDeadline({ term: step.time, acceptedAt: since }, calendar);
  return isFault(due) ? null : due.dueAt;
}
