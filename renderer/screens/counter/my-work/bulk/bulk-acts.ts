import type { ActType } from '../../../../../electron/contract/counter/case/act.ts';

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
