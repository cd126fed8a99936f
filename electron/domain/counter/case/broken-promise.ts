import type { CaseStatus } from '../../../contract/base/case-status.ts';
import { type Promised, daysPast } from '../../deadline/past.ts';
import type { CaseAction } from '../../entries/case.ts';

type Promising = {
  readonly status: CaseStatus;
  readonly dueAt: string | null;
  readonly received: Promised;
};

/** Whether an action ends the running of the promise that stands, or has another take its place. What is to be counted again is looked at by then. */
export function endsPromise(action: CaseAction): boolean {
  switch (action.type) {
    case 'supplement-requested':
    case 'verification-needed':
    case 'withdrawn':
    case 'reception-undone':
    case 'stopped':
      return true;
    case 'obligation-requested':
      return action.stopsClock === true;
    default:
      return false;
  }
}

/**
 * Whether the promise was over when an action ended its running: a term that is counted from then on (NĐ 118/2025 Điều 19 k5) takes back no promise that was
 * broken before. An extension says itself whether it came too late (Điều 12 k5), and what corrects the receipt corrects its promise: the wrong one was never owed.
 */
export function breaksPromise({ status, dueAt, received }: Promising, at: string, action: CaseAction): boolean {
  // Of what waits for its citizen it was looked at when they were asked.
  return endsPromise(action) && status !== 'supplement-requested' && (daysPast(at, dueAt, received) ?? 0) > 0;
}
