import type { ActType } from '../../../../../electron/contract/counter/case/act.ts';
import type { WorkRow } from '../../../../../electron/contract/counter/work/work.ts';
import { actRules } from '../../../../../electron/domain/counter/case/acts/acts.ts';

/** Acts that say the same of each: what a case has to be looked at for is done in the case. */
export const bulkActs = [
  'take-over',
  'transfer',
  'pass',
  'finish',
  'announce',
  'assign',
] as const satisfies readonly ActType[];
export type BulkAct = (typeof bulkActs)[number];

/** Whether the row shows already that this act is not for it: another step, or held by who would take it. */
export function isFor(act: BulkAct, { status, held }: Pick<WorkRow, 'status' | 'held'>): boolean {
  return actRules[act].from.includes(status) && !(act === 'take-over' && held);
}
