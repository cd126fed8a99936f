import type { CaseHit, CaseStateView } from '../../../../electron/contract/counter/case/case.ts';
import { type CaseStatus, isIn } from '../../../../electron/contract/base/case-status.ts';
import { daysBetween } from '../../../text/format.ts';

/** What has a result first; the rest stays in sight, for whoever asks about it is to be told something. */
export function returnableFirst(hits: readonly CaseHit[]): readonly CaseHit[] {
  const returnable = ({ status }: CaseHit) => isIn(status, 'to-return');
  return [...hits.filter(returnable), ...hits.filter((hit) => !returnable(hit))];
}

/** What goes back over the counter: a result, what was refused with its papers, or of what was closed without either the papers alone. */
export function whatGoesBack(status: CaseStatus): 'result' | 'refusal' | 'papers' {
  if (status === 'refused') return 'refusal';
  return status === 'stopped' || status === 'withdrawn' ? 'papers' : 'result';
}

type Late = Pick<CaseStateView, 'dueAt' | 'finishedAt'>;

/** By how many days of the calendar the result came after its promise: 0 for later on the same day; undefined where it came in time. */
export function lateBy({ dueAt, finishedAt }: Late): number | undefined {
  if (dueAt === null || finishedAt === null || finishedAt <= dueAt) return undefined;
  return daysBetween(dueAt, finishedAt);
}
