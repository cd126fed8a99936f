import type { ActType } from '../../../../electron/contract/case/act.ts';
import type { CaseState } from '../../../../electron/contract/case/case.ts';
import type { StepRole } from '../../../../electron/contract/routing/process.ts';
import { firstHandling } from '../../../../electron/domain/routing/process.ts';

/** How far from the present step an act gives the file to somebody. */
const moves: Readonly<Partial<Record<ActType, number>>> = { assign: 0, pass: 1, rework: -1 };

/** The role of who is given the file by this act: of the step it goes to, or an officer's where no process is known. */
export function receiverRole(act: ActType, { whereabouts }: Pick<CaseState, 'whereabouts'>): StepRole {
  const { step, steps } = whereabouts;
  const index = act === 'transfer' ? firstHandling : (step?.index ?? firstHandling) + (moves[act] ?? 0);
  return steps[index]?.role ?? 'officer';
}
