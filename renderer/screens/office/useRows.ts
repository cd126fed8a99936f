import { useEffect, useId, useRef } from 'react';
import { moved } from './procedure-rows.ts';
import { useUnsaved } from './unsaved.ts';

/** Rows that are added, removed and moved by keys; the cursor goes with its row. `saved`: as they are in force, `name`: what they are of. */
export function useRows<R extends { readonly key: string }>(name: string, saved: readonly R[]) {
  const scope = useId();
  const { value: rows, set: setRows, changed, left } = useUnsaved(`${name} rows`, saved);
  const wanted = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (wanted.current === undefined) return;
    document.getElementById(wanted.current)?.focus();
    wanted.current = undefined;
  });

  const idOf = (key: string, field: string) => `${scope}-${key}-${field}`;

  return {
    rows,
    setRows,
    /** Other than what is in force. */
    changed,
    /** Found as they had been left, unsaved. */
    left,
    idOf,
    /** Puts the cursor into a field by its place: `1.name` in a row, `reason` below them. */
    focus: (place: string) => {
      const [index, field = ''] = place.split('.');
      const row = rows[Number(index)];
      document.getElementById(row === undefined ? idOf('foot', place) : idOf(row.key, field))?.focus();
    },
    put: (index: number, row: R) => setRows((now) => now.with(index, row)),
    /** Before the last row where `before` says so: what ends the list stays its end. */
    add: (row: Omit<R, 'key'>, field: string, before = false) => {
      const key = `new-${crypto.randomUUID()}`;
      wanted.current = idOf(key, field);
      const at = before ? Math.max(0, rows.length - 1) : rows.length;
      setRows(rows.toSpliced(at, 0, { ...row, key } as R));
    },
    remove: (index: number, field: string) => {
      const left = rows.toSpliced(index, 1);
      const next = left[Math.min(index, left.length - 1)];
      wanted.current = next === undefined ? undefined : idOf(next.key, field);
      setRows(left);
    },
    move: (index: number, by: -1 | 1) => {
      wanted.current = document.activeElement?.id;
      setRows(moved(rows, index, by));
    },
  };
}
