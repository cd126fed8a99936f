import { isFault } from '../../../contract/base/fault.ts';
import { onlineAnswerDue, onlineNotifyDue } from '../../deadline/office-clocks.ts';
import type { WorkCalendar } from '../../deadline/work-calendar.ts';
import type { Intake } from './intake.ts';

export type IntakeClocks = {
  /** Civil times, +07:00; null where no such clock runs. */
  readonly notifyDue: string | null;
  readonly answerDue: string | null;
  readonly notifyLate: boolean;
  readonly answerLate: boolean;
};

const none: IntakeClocks = { notifyDue: null, answerDue: null, notifyLate: false, answerLate: false };

/**
 * The two clocks of an online file (NĐ 118/2025 Điều 17 k2): two hours until somebody at the desk has seen it, eight working hours until it
 * is accepted or its completion asked for. Of a parcel and of a person at the counter the decree gives none. A file that its citizen
 * completed is answered within eight working hours again: our reading, the decree is silent.
 */
export function intakeClocks(intake: Intake, now: string, calendar: WorkCalendar): IntakeClocks {
  if (intake.kind !== 'online' || intake.status !== 'registered') return none;
  const notifyDue = intake.seenAt === null ? onlineNotifyDue(intake.since) : null;
  const answer = onlineAnswerDue(intake.since, calendar);
  // A calendar that ends leaves the clock open: the file is still shown.
  const answerDue = isFault(answer) ? null : answer;
  return {
    notifyDue,
    answerDue,
    notifyLate: notifyDue !== null && now > notifyDue,
    answerLate: answerDue !== null && now > answerDue,
  };
}

/** The clock that ends first, of those that run. */
export function nearestClock({ notifyDue, answerDue }: IntakeClocks): string | null {
  const running = [notifyDue, answerDue].filter((due) => due !== null).toSorted();
  return running[0] ?? null;
}
