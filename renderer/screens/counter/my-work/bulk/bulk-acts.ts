import { type manyActs, mostCasesAtOnce } from '../../../../../electron/contract/counter/case/act.ts';
import type { WorkRow } from '../../../../../electron/contract/counter/work/work.ts';
import { actRules } from '../../../../../electron/domain/counter/case/acts/acts.ts';

export { mostCasesAtOnce };

type ManyAct = (typeof manyActs)[number];

/** Acts that say the same of each, as My work offers them: what a case has to be looked at for is done in the case. */
export const workActs = [
  'take-over',
  'transfer',
  'pass',
  'finish',
  'announce',
  'assign',
] as const satisfies readonly ManyAct[];

/** And those of the register, where lies what is done. */
export const registerActs = ['announce', 'archive'] as const satisfies readonly ManyAct[];

export type BulkAct = (typeof workActs)[number] | (typeof registerActs)[number];

/** What a list says of a case that can be marked. */
export type BulkRow = Pick<WorkRow, 'caseId' | 'number' | 'applicantName' | 'status'> & {
  readonly held?: boolean;
  readonly archived?: true | undefined;
};

/** Whether the row shows already that this act is not for it: another step, held by who would take it, or lying in the archive. */
export function isFor(
  act: BulkAct,
  { status, held = false, archived }: Omit<BulkRow, 'caseId' | 'number' | 'applicantName'>,
): boolean {
  return (
    actRules[act].from.includes(status) && !(act === 'take-over' && held) && !(act === 'archive' && archived === true)
  );
}
