import { useState } from 'react';
import { desk, queries } from '../../desk/client.ts';
import { useKnownStatus, userOf } from '../../desk/status.ts';
import { useTexts } from '../../text/texts.ts';
import { firstWrong } from './procedure-rows.ts';
import { useUnsaved } from './unsaved.ts';
import { useRows } from './useRows.ts';

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
