import { useState } from 'react';
import { useKnownStatus } from '../../status.ts';
import { useTexts } from '../../text/texts.ts';
import { useUnsaved } from './unsaved.ts';

export type Editor = ReturnType<typeof useEditor>;
export type Said = { readonly text: string; readonly tone: 'plain' | 'good' | 'late' };
type Change = { readonly isPending: boolean; readonly isSuccess: boolean };

/** What both editors keep beside their rows: the reason, what is wrong, and whether it was kept. `rows`: as `useRows` answers them. */
export function useEditor(
  name: string,
  rows: { readonly left: boolean },
  change: Change,
  issues: (reason: string) => ReadonlyMap<string, string>,
) {
  const { common, office } = useTexts();
  const { user } = useKnownStatus();
  const texts = office.procedure;
  const { value: reason, set: setReason } = useUnsaved(`${name} reason`, '');
  const [tried, setTried] = useState(false);
  const found = tried ? issues(reason) : new Map<string, string>();
  const wrong = found.size;

  function messageAt(field: string, empty = false): string | undefined {
    const issue = found.get(field);
    if (issue === undefined) return undefined;
    if (empty) return common.issues['required'];
    return texts.issues[issue] ?? common.issues['invalid'];
  }

  return {
    mayChange: user?.role === 'supervisor',
    reason,
    setReason,
    messageAt,
    /** The first field that is wrong, in the order of the list; undefined when all is well. */
    tryToKeep: (): string | undefined => {
      setTried(true);
      return [...issues(reason).keys()].toSorted()[0];
    },
    kept: () => {
      setReason('');
      setTried(false);
    },
    said: change.isPending
      ? ({ text: office.saving, tone: 'plain' } as const)
      : wrong > 0
        ? ({ text: texts.wrong(wrong), tone: 'late' } as const)
        : change.isSuccess && reason === ''
          ? ({ text: texts.kept, tone: 'good' } as const)
          : ({ text: rows.left ? office.leftUnsaved : '', tone: 'plain' } as const),
  };
}
