import type { CaseStatus } from '../../../contract/base/case-status.ts';
import type { SupplementAction } from '../../entries/supplement.ts';

type ProposedAction = Extract<SupplementAction, { type: 'supplement-proposed' }>;

/** What an officer would ask the citizen for, where a supervisor decides. */
export type SupplementProposal = Omit<ProposedAction, 'type'> & { readonly by: string; readonly at: string };

type Proposing = { readonly status: CaseStatus; readonly proposal?: SupplementProposal };
type Recorded = { readonly actor: string; readonly at: string };

export function withProposal<T extends Proposing>(state: T, action: ProposedAction, { actor, at }: Recorded): T {
  // Told at a counter that had not heard how the file went on: there is nothing left to ask for.
  if (state.status !== 'processing') return state;
  const { type: _type, ...asked } = action;
  return { ...state, proposal: { ...asked, by: actor, at } };
}

/** Answered, or of a file that has gone on. */
export function withoutProposal<T extends Proposing>({ proposal: _answered, ...state }: T): Omit<T, 'proposal'> {
  return state;
}
