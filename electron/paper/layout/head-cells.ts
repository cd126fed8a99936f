/** What stands over the columns of a table: titles of groups over those of their columns, in as many rows as the deepest has. */

export type HeadColumn = {
  readonly title: string;
  /** Titles over this column's own, the outermost first, each also over those of its neighbours that stand under the same ones. */
  readonly group?: string | readonly string[] | undefined;
};

/** From which column to which, both in it; over which rows. */
export type HeadCell = {
  readonly title: string;
  readonly from: number;
  readonly to: number;
  readonly row: number;
  readonly rows: number;
};

function groupsOf({ group = [] }: HeadColumn): readonly string[] {
  return typeof group === 'string' ? [group] : group;
}

/** How many of their groups two columns share, from the outermost on. */
export function sharedGroups(one: HeadColumn | undefined, other: HeadColumn | undefined): number {
  if (one === undefined || other === undefined) return 0;
  const [a, b] = [groupsOf(one), groupsOf(other)];
  const differs = a.findIndex((title, at) => title !== b[at]);
  return differs === -1 ? a.length : differs;
}

export function headRows(columns: readonly HeadColumn[]): number {
  return Math.max(1, ...columns.map((column) => groupsOf(column).length + 1));
}

export function headCells(columns: readonly HeadColumn[]): HeadCell[] {
  const rows = headRows(columns);
  return columns.flatMap((column, from) => {
    const groups = groupsOf(column);
    const shared = sharedGroups(column, columns[from - 1]);
    const over = groups.slice(shared).map((title, nth): HeadCell => {
      const row = shared + nth;
      let to = from;
      while (sharedGroups(column, columns[to + 1]) > row) to += 1;
      return { title, from, to, row, rows: 1 };
    });
    return [...over, { title: column.title, from, to: from, row: groups.length, rows: rows - groups.length }];
  });
}
