import type { CaseStatus } from '../contract/case.ts';
import type { CaseActionType } from './case-action.ts';
import type { CaseState } from './case-state.ts';

type StatusAction = Exclude<CaseActionType, 'received' | 'document-made' | 'official-code-attached'>;

export type Transition = {
  readonly action: StatusAction;
  readonly from: readonly CaseStatus[];
  readonly to: CaseStatus;
  /** The article of Nghị định 118/2025 (as amended) that the move rests on; the table itself is derived (rules 4.3). */
  readonly rule: string;
};

/** The only place that knows which act may follow which status. */
export const transitions: readonly Transition[] = [
  { action: 'transferred', from: ['accepted'], to: 'processing', rule: 'NĐ 118/2025 Điều 18' },
  { action: 'supplement-requested', from: ['processing'], to: 'supplement-requested', rule: 'NĐ 118/2025 Điều 19 k5' },
  { action: 'supplemented', from: ['supplement-requested'], to: 'processing', rule: 'NĐ 118/2025 Điều 19 k5' },
  { action: 'obligation-requested', from: ['processing'], to: 'obligation-requested', rule: 'NĐ 118/2025 Điều 24' },
  { action: 'obligation-met', from: ['obligation-requested'], to: 'processing', rule: 'NĐ 118/2025 Điều 24' },
  {
    action: 'withdrawn',
    from: ['accepted', 'processing', 'supplement-requested', 'obligation-requested'],
    to: 'withdrawn',
    rule: 'NĐ 118/2025 Điều 21',
  },
  { action: 'stopped', from: ['withdrawn', 'supplement-requested'], to: 'stopped', rule: 'NĐ 118/2025 Điều 19 k5, Điều 21' },
  { action: 'refused', from: ['processing'], to: 'refused', rule: 'NĐ 118/2025 Điều 19 k3' },
  { action: 'finished', from: ['processing', 'accepted'], to: 'finished', rule: 'NĐ 118/2025 Điều 17 k4, Điều 22' },
  { action: 'returned', from: ['finished', 'refused'], to: 'returned', rule: 'NĐ 118/2025 Điều 22' },
];

export type Availability = {
  readonly action: StatusAction;
  readonly allowed: boolean;
  readonly rule: string;
  /** Why not, as a key of the sentences in case-reasons.ts; null when allowed. */
  readonly reason: 'wrong-status' | 'second-supplement' | 'result-issued' | null;
};

/** What the law allows on this case now, and why the rest is not allowed. Who may do it is another table. */
export function availableActions(state: CaseState): readonly Availability[] {
  return transitions.map((transition) => {
    const { action, rule } = transition;
    const reason = whyNot(state, transition);
    return { action, rule, allowed: reason === null, reason };
  });
}

function whyNot(state: CaseState, transition: Transition): Availability['reason'] {
  const resultIssued = state.status === 'finished' || state.status === 'returned';
  if (transition.action === 'withdrawn' && resultIssued) return 'result-issued';
  if (!transition.from.includes(state.status)) return 'wrong-status';
  if (transition.action === 'supplement-requested' && state.supplementRequests > 0) return 'second-supplement';
  return null;
}
