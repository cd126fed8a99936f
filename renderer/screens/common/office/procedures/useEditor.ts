import { useEffect, useId, useRef, useState } from 'react';
import { desk, queries } from '../../../../desk/client.ts';
import { useKnownStatus, userOf } from '../../../../desk/desk-status.ts';
import { focusById } from '../../../../parts/keys/focus.ts';
import { useTexts } from '../../../../text/texts.ts';
import { useUnsaved } from '../unsaved.ts';
import { firstWrong, moved } from './procedure-rows.ts';

export type Editor<R extends { readonly key: string }> = ReturnType<typeof useEditor<R>>;
export type Said = { readonly text: string; readonly tone: 'plain' | 'good' | 'late' };
type Change = {
  readonly isPending: boolean;
  readonly isSuccess: boolean;
  readonly error: unknown;
  readonly reset: () => void;
};

/** Rows of one procedure as they are typed, the reason, what is wrong with them, and the call that changes what is in force. */
export function useEditor<R extends { readonly key: string }>(
  name: string,
  inForce: readonly R[],
  change: Change,
  issuesOf: (rows: readonly R[], reason: string) => ReadonlyMap<string, string>,
) {
  const { common, office } = useTexts();
  const user = useKnownStatus(userOf);
  const texts = office.procedure;
  const list = useRows(name, inForce);
  const { value: reason, set: setReason } = useUnsaved(`${name} reason`, '');
  const [tried, setTried] = useState(false);
  const found = tried ? issuesOf(list.rows, reason) : new Map<string, string>();
  const wrong = found.size;

  function messageAt(field: string, empty = false): string | undefined {
    const issue = found.get(field);
    if (issue === undefined) return undefined;
    if (empty) return common.issues['required'];
    return texts.issues[issue] ?? common.issues['invalid'];
  }

  function settle(rows: readonly R[]): void {
    list.setRows(rows);
    setReason('');
    setTried(false);
  }

  return {
    list,
    mayChange: user?.role === 'supervisor',
    reason,
    setReason,
    messageAt,
    pending: change.isPending,
    failure: change.error,
    /** Sends what is typed, once; or puts the cursor into the first field that is wrong. */
    keep: (send: () => void) => {
      setTried(true);
      const first = firstWrong(issuesOf(list.rows, reason));
      if (first !== undefined) list.focus(first);
      else if (!change.isPending) send();
    },
    /** These are in force now. */
    kept: (rows: readonly R[]) => {
      settle(rows);
      void queries.invalidateQueries({ queryKey: desk.procedure.key() });
    },
    discard: () => {
      settle(inForce);
      change.reset();
    },
    said: change.isPending
      ? ({ text: office.saving, tone: 'plain' } as const)
      : wrong > 0
        ? ({ text: texts.wrong(wrong), tone: 'late' } as const)
        : change.isSuccess && reason === ''
          ? ({ text: texts.kept, tone: 'good' } as const)
          : ({ text: list.left ? office.leftUnsaved : '', tone: 'plain' } as const),
  };
}

/** Rows that are added, removed and moved by keys; the cursor goes with its row. `saved`: as they are in force, `name`: what they are of. */
function useRows<R extends { readonly key: string }>(name: string, saved: readonly R[]) {
  const scope = useId();
  const { value: rows, set: setRows, changed, left } = useUnsaved(`${name} rows`, saved);
  const wanted = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (wanted.current === undefined) return;
    focusById(wanted.current);
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
      focusById(row === undefined ? idOf('foot', place) : idOf(row.key, field));
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
