import type { WorkItem } from '../work-sections.ts';
import type { BulkRow } from './bulk-acts.ts';

/** Cases that are marked, by their ids: the same case in two groups is one. */
export type Marks = ReadonlyMap<string, BulkRow>;

export const noMarks: Marks = new Map();

export function marksFor(rows: readonly BulkRow[]): Marks {
  return new Map(rows.map((row) => [row.caseId, row]));
}

/** What waits to be received is no case yet. */
function caseOf(item: WorkItem | undefined): BulkRow | undefined {
  return item === undefined || item.group === 'waiting' ? undefined : item.row;
}

/** The mark of a row set or taken away. */
export function rowToggled(marks: Marks, row: BulkRow | undefined): Marks {
  if (row === undefined) return marks;
  const next = new Map(marks);
  if (!next.delete(row.caseId)) next.set(row.caseId, row);
  return next;
}

/** These marked too; what is marked already stays so. */
export function withRows(marks: Marks, rows: readonly (BulkRow | undefined)[]): Marks {
  return new Map([...marks, ...rows.flatMap((row) => (row === undefined ? [] : [[row.caseId, row] as const]))]);
}

/** All of them; where all are marked already, none of them. */
export function rowsToggled(marks: Marks, rows: readonly BulkRow[]): Marks {
  if (!rows.every(({ caseId }) => marks.has(caseId))) return withRows(marks, rows);
  const gone = new Set(rows.map(({ caseId }) => caseId));
  return new Map([...marks].filter(([caseId]) => !gone.has(caseId)));
}

export function markToggled(marks: Marks, item: WorkItem | undefined): Marks {
  return rowToggled(marks, caseOf(item));
}

export function withMarked(marks: Marks, items: readonly (WorkItem | undefined)[]): Marks {
  return withRows(marks, items.map(caseOf));
}

export function groupToggled(marks: Marks, items: readonly WorkItem[]): Marks {
  return rowsToggled(
    marks,
    items.flatMap((item) => caseOf(item) ?? []),
  );
}

/** Those still marked of what the list shows now. What left it is done, or somebody else's. */
export function stillThere(marks: Marks, items: readonly { readonly row: { readonly caseId: string } }[]): Marks {
  if (marks.size === 0) return marks;
  const shown = new Set(items.map(({ row }) => row.caseId));
  const left = [...marks].filter(([caseId]) => shown.has(caseId));
  return left.length === marks.size ? marks : new Map(left);
}
