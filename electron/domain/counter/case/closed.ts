import type { CaseStatus } from '../../../contract/base/case-status.ts';
import { type DaysPast, type Promised, daysPast } from '../../deadline/past.ts';

/** How far a case had come when it was withdrawn or closed. */
export type Closed = {
  readonly at: string;
  readonly status: CaseStatus;
  readonly dueAt: string | null;
  readonly past: DaysPast;
  readonly undone?: true;
};

type Promising = Pick<Closed, 'status' | 'dueAt'> & {
  readonly received: Promised;
  readonly supplementRequestedAt: string | null;
};

/**
 * How far past its promise it was closed. What waited for its citizen is measured from when it was asked of them (QĐ 766, formula 2.1);
 * a clock that stands was stopped in time.
 */
export function closing(
  { status, dueAt, received, supplementRequestedAt }: Promising,
  at: string,
  by: 'withdrawn' | 'reception-undone' | 'stopped',
): Closed {
  const end = status === 'supplement-requested' ? (supplementRequestedAt ?? at) : at;
  const past = dueAt === null ? -1 : Math.sign(daysPast(end, dueAt, received) ?? 0);
  return { at, status, dueAt, past, ...(by === 'reception-undone' && { undone: true }) };
}
