import type { WorkRow } from '../../../../../electron/contract/counter/work/work.ts';
import type { WorkItem } from '../work-sections.ts';

/** Cases that are marked, by their ids: the same case in two groups is one. */
export type Marks = ReadonlyMap<string, WorkRow>;

export const noMarks: Marks = new Map();

export function marksOf(rows: readonly WorkRow[]): Marks {
  return new Map(rows.map((row) => [row.caseId, row]));
}

/** What waits to be received is no case yet. */
function caseOf(item: WorkItem | undefined): WorkRow | undefined {
  return item === undefined || item.group === 'waiting' ? undefined : item.row;
}

/** The mark of a row set or taken away. */
export function markToggled(marks: Marks, item: WorkItem | undefined): Marks {
  const row = caseOf(item);
  if (row === undefined) return marks;
  const next = new Map(marks);
  if (!next.delete(row.caseId)) next.set(row.caseId, row);
  return next;
}

/** These marked too; what is marked already stays so. */
export function withMarked(marks: Marks, items: readonly (WorkItem | undefined)[]): Marks {
  return new Map([...marks, ...items.flatMap((item) => caseOf(item) ?? []).map((row) => [row.caseId, row] as const)]);
}

/** All of a group; where all of it is marked already, none of it. */
export function groupToggled(marks: Marks, items: readonly WorkItem[]): Marks {
  const rows = items.flatMap((item) => caseOf(item) ?? []);
  if (!rows.every(({ caseId }) => marks.has(caseId))) return withMarked(marks, items);
  const gone = new Set(rows.map(({ caseId }) => caseId));
  return new Map([...marks].filter(([caseId]) => !gone.has(caseId)));
}

/** Those still marked of what the list shows now. What left it is done, or somebody else's. */
export function stillThere(marks: Marks, items: readonly WorkItem[]): Marks {
  if (marks.size === 0) return marks;
  const shown = new Set(items.map(({ row }) => row.caseId));
  const left = [...marks].filter(([caseId]) => shown.has(caseId));
  return left.length === marks.size ? marks : new Map(left);
}
