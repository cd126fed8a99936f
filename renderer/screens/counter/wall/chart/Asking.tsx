import ButtonBase from '@mui/material/ButtonBase';
import type { ReactNode } from 'react';
import { type Asked, keyOf } from './asked.ts';

type AskingProps = {
  readonly asked: Asked;
  readonly onAsk: (asked: Asked) => void;
  /** Nothing stands behind 0, and nothing is asked for. */
  readonly count: number;
  readonly children: ReactNode;
};

/** A figure that leads to its files, by a click, by Enter and by the arrows. */
export function Asking({ asked, onAsk, count, children }: AskingProps) {
  return (
    <ButtonBase
      data-asks={keyOf(asked)}
      onClick={() => count > 0 && onAsk(asked)}
      aria-disabled={count === 0}
      sx={{
        display: 'block',
        width: '100%',
        font: 'inherit',
        color: 'inherit',
        textAlign: 'left',
        borderRadius: '6px',
        cursor: count > 0 ? 'pointer' : 'default',
        '&:hover': count > 0 ? { bgcolor: 'var(--brand-soft)' } : {},
        '&:focus-visible': { outline: '3px solid var(--focus)', outlineOffset: '2px' },
      }}
    >
      {children}
    </ButtonBase>
  );
}
