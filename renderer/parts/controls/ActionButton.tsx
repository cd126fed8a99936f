import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { KeyCap, ariaKeys } from '../keys/KeyCap.tsx';
import { useShortcuts } from '../keys/shortcuts.ts';

type ActionButtonProps = {
  readonly keys: string;
  readonly label: string;
  readonly onAct: () => void;
  /** The one filled button of a screen. */
  readonly filled?: boolean;
  readonly disabled?: boolean;
  readonly autoFocus?: boolean;
  readonly children?: ReactNode;
};

/** A button with its key: both do the same, both are told. */
export function ActionButton({
  keys,
  label,
  onAct,
  filled = false,
  disabled = false,
  autoFocus = false,
  children,
}: ActionButtonProps) {
  useShortcuts([{ keys, label, run: onAct, disabled }]);
  return (
    <Button
      variant={filled ? 'contained' : 'outlined'}
      onClick={onAct}
      disabled={disabled}
      autoFocus={autoFocus}
      aria-keyshortcuts={ariaKeys(keys)}
    >
      {children ?? label} <KeyCap keys={keys} quiet={filled} />
    </Button>
  );
}
