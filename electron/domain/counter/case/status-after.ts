import type { CaseStatus } from '../../../contract/base/case-status.ts';
import type { CaseAction } from '../../entries/case.ts';

/** The status an action leads to; null where the case stays in the one it is in. An action that is not here does not compile. */
const leadsTo = {
  received: 'accepted',
  transferred: 'processing',
  'leg-sent': 'processing',
  'supplement-requested': 'supplement-requested',
  supplemented: 'processing',
  'obligation-requested': 'obligation-requested',
  'obligation-met': 'processing',
  withdrawn: 'withdrawn',
  'reception-undone': 'withdrawn',
  stopped: 'stopped',
  refused: 'refused',
  finished: 'finished',
  returned: 'returned',
  corrected: null,
  'official-code-attached': null,
  'leg-not-arrived': null,
  'leg-received': null,
  'leg-finished': null,
  'leg-returned-incomplete': null,
  'supplement-proposed': null,
  'supplement-declined': null,
  'verification-needed': null,
  'papers-returned': null,
  extended: null,
  announced: null,
  certified: null,
  'error-reported': null,
  'result-corrected': null,
  'inquiry-sent': null,
  'inquiry-answered': null,
  confirmed: null,
  'identity-checked': null,
  archived: null,
  'taken-over': null,
  'handed-back': null,
  assigned: null,
  passed: null,
  reworked: null,
  'bundle-moved': null,
  'bundle-missed': null,
  'bundle-lost': null,
  'bundle-settled': null,
  'fee-set': null,
  'fee-waived': null,
  'fees-collected': null,
  'fees-refunded': null,
  'receipt-replaced': null,
  'receipt-error-told': null,
  'document-made': null,
  decided: null,
  'own-fields-set': null,
} as const satisfies Record<Exclude<CaseAction['type'], 'resumed' | 'return-undone'>, CaseStatus | null>;

/** The same of one action: what is resumed or was not handed out after all goes on where it stood, and what is handed out again was returned before. */
export function statusAfter(action: CaseAction): CaseStatus | null {
  if (action.type === 'resumed' || action.type === 'return-undone') return action.status;
  return action.type === 'returned' && action.again === true ? null : leadsTo[action.type];
}
