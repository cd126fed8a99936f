import type { ProcessStep } from '../../contract/routing/process.ts';
import { firstHandling } from '../routing/process.ts';
import type { ActContext } from './acts.ts';
import type { CaseState } from './state.ts';

/**
 * The approval a case has yet to pass before its result is recorded; undefined where nothing stands in the way. Only what an office
 * set itself binds: the general frames are the product's own and nobody published them, so they forbid nothing. A supervisor who
 * records the result approves with their name, at whatever step; and what another agency decides is not approved here
 * (NĐ 118/2025 Điều 19 k1, Điều 20).
 */
export function findOpenApproval({ stage, legs }: CaseState, { process, role }: ActContext): ProcessStep | undefined {
  if (process?.byOffice !== true || role === 'supervisor' || legs.length > 0) return undefined;
  const at = stage?.index ?? 0;
  return process.steps
    .slice(0, -1)
    .find((step, index) => index >= Math.max(at, firstHandling) && step.role === 'supervisor');
}

export function approvalGuard(state: CaseState, context: ActContext): 'approval-first' | null {
  return findOpenApproval(state, context) === undefined ? null : 'approval-first';
}
