import type { Role } from '../../contract/office/office.ts';
import type { CaseAction } from '../../domain/entries/case.ts';
import type { Moved, StepName } from './course.ts';

/** Steps after which the file is still in somebody's hands, so that its papers are looked for where it is. */
const inHand: ReadonlySet<StepName> = new Set<StepName>([
  'transferred',
  'supplement-requested',
  'supplemented',
  'obligation-requested',
  'obligation-met',
]);

/** The few cases of every office whose papers are to be looked for, counted from the last one: two late, one that nobody found. */
const late: ReadonlySet<number> = new Set([18, 19]);
const missed = 20;

type BundleStep = { readonly at: number; readonly by: Role; readonly action: CaseAction };

/**
 * What happened to the papers of a case that is still in hand when the office opens; of the many that are closed nobody asks any
 * more, so a long past costs nothing. They come within the hour, before the day on which they are looked for (NĐ 118/2025 Điều 18).
 * @param after how many cases come after this one
 */
export function bundleSteps(steps: readonly Moved[], after: number, end: number): BundleStep[] {
  const last = steps.at(-1);
  const sent = steps.find(({ step }) => step === 'transferred');
  if (last === undefined || sent === undefined || !inHand.has(last.step) || late.has(after)) return [];
  if (after === missed) return [{ at: end - 1, by: 'officer', action: { type: 'bundle-missed' } }];
  const at = Math.min(sent.at + 600 + ((after * 577) % 2400), end - 1);
  return [{ at, by: 'officer', action: { type: 'bundle-moved', to: { kind: 'person', username: 'officer' } } }];
}
