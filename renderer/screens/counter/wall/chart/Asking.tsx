import ButtonBase from '@mui/material/ButtonBase';
import type { ReactNode } from 'react';
import { type Asked, keyOf } from './asked.ts';

type LeadingProps = {
  /** By it the arrows find it, and who comes back stands on it again. */
  readonly mark: string;
  readonly onGo: (() => void) | undefined;
  /** What it is called where its words do not say of what they are. */
  readonly label?: string | undefined;
  /** As wide as its words, underlined. */
  readonly inline?: boolean;
  readonly children: ReactNode;
};

/** What leads on by a click, by Enter and by the arrows; where it leads nowhere it says so. */
export function Leading({ mark, onGo, label, inline = false, children }: LeadingProps) {
  return (
    <ButtonBase
      data-asks={mark}
      onClick={onGo}
      aria-disabled={onGo === undefined}
      aria-label={label}
      sx={{
        display: inline ? 'inline-block' : 'block',
        width: inline ? 'auto' : '100%',
        font: 'inherit',
        color: 'inherit',
        textAlign: 'left',
        ...(inline && { textDecoration: 'underline', textDecorationThickness: '1px', textUnderlineOffset: '0.2em' }),
        borderRadius: '6px',
        cursor: onGo === undefined ? 'default' : 'pointer',
        '&:hover': onGo === undefined ? {} : { bgcolor: 'var(--brand-soft)' },
        '&:focus-visible': { outline: '3px solid var(--focus)', outlineOffset: '2px' },
      }}
    >
      {children}
    </ButtonBase>
  );
}

type AskingProps = Pick<LeadingProps, 'label' | 'inline' | 'children'> & {
  readonly asked: Asked;
  readonly onAsk: (asked: Asked) => void;
  /** Nothing stands behind 0, and nothing is asked for. */
  readonly count: number;
};

/** A figure that leads to its files. */
export function Asking({ asked, onAsk, count, ...rest }: AskingProps) {
  return <Leading mark={keyOf(asked)} onGo={count > 0 ? () => onAsk(asked) : undefined} {...rest} />;
}
