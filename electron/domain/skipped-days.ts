import { dateOfDay, weekdayOfDay } from './civil-time.ts';
import { type DeadlineStep, step } from './deadline-step.ts';
import { type NamedDay, type WorkCalendar } from './work-calendar.ts';

type Run = { readonly first: number; last: number; readonly name: string; verified: boolean };

/**
 * The days after `from` and before `to` that did not count, and the weekend days that did: what a clerk is asked about.
 * Consecutive days of one holiday are one line; weekends are one line together.
 */
export function skippedSteps(calendar: WorkCalendar, from: number, to: number): DeadlineStep[] {
  const runs: Run[] = [];
  const steps: DeadlineStep[] = [];
  const weekend: number[] = [];
  for (let day = from + 1; day <= to; day += 1) {
    const makeUp = calendar.makeUpDays.get(day);
    const off = calendar.daysOff.get(day);
    if (makeUp !== undefined) steps.push(step('make-up-day', day, { name: makeUp.name }));
    else if (off !== undefined) extend(runs, day, off);
    else if (weekdayOfDay(day) > 5) weekend.push(day);
  }
  if (weekend.length > 0) steps.unshift(weekendStep(weekend));
  return [...steps, ...runs.map(runStep)].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

function extend(runs: Run[], day: number, { name, verified }: NamedDay): void {
  const title = name.replace(/ \(.*\)$/, '');
  const run = runs.at(-1);
  if (run !== undefined && run.name === title && run.last === day - 1) {
    run.last = day;
    run.verified &&= verified;
  } else {
    runs.push({ first: day, last: day, name: title, verified });
  }
}

function runStep({ first, last, name, verified }: Run): DeadlineStep {
  const until = last === first ? {} : { until: dateOfDay(last) };
  return step('day-off', first, { name, ...until, ...(verified ? {} : { unverified: 1 }) });
}

function weekendStep(days: readonly number[]): DeadlineStep {
  const [first = 0] = days;
  const last = days.at(-1) ?? first;
  return step('weekend', first, { days: days.length, ...(last === first ? {} : { until: dateOfDay(last) }) });
}
