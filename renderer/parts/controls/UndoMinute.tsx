import { useEffect, useState } from 'react';
import { undoSeconds } from '../../../electron/contract/base/values.ts';
import { useTexts } from '../../text/texts.ts';
import { ActionButton } from './ActionButton.tsx';

type UndoMinuteProps = { readonly label: string; readonly onUndo: () => void; readonly disabled?: boolean };

/** Takes back what was just done, by the same key everywhere, for as long as the desk lets it be; then it is gone. */
export function UndoMinute({ label, onUndo, disabled = false }: UndoMinuteProps) {
  const { common } = useTexts();
  const [until] = useState(() => performance.now() + undoSeconds * 1000);
  const [left, setLeft] = useState(undoSeconds);
  useEffect(() => {
    const ticking = setInterval(() => setLeft(Math.max(0, Math.ceil((until - performance.now()) / 1000))), 1000);
    return () => clearInterval(ticking);
  }, [until]);
  if (left === 0) return null;
  return (
    <ActionButton keys={undoKeys} label={label} onAct={onUndo} disabled={disabled}>
      {label} ({common.secondsLeft(left)})
    </ActionButton>
  );
}

const undoKeys = 'Alt+8';
