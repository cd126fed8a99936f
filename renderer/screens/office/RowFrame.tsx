import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { KeyboardEvent, ReactNode } from 'react';
import { rem } from '../../look/theme.ts';
import { isComposing } from '../../parts/keys/shortcuts.ts';
import { useTexts } from '../../text/texts.ts';

type RowFrameProps = {
  readonly name: string;
  readonly index: number;
  readonly count: number;
  readonly columns: string;
  /** A row that is only read has no buttons. */
  readonly mayChange: boolean;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
  readonly children: ReactNode;
};

/** One row of a list whose order counts. Alt+arrows move it from any of its fields, a list of choices too. */
export function RowFrame({ name, index, count, columns, mayChange, onMove, onRemove, children }: RowFrameProps) {
  const { office } = useTexts();
  const texts = office.procedure;

  function onKeyDown(event: KeyboardEvent): void {
    if (!mayChange || isComposing(event.nativeEvent) || !event.altKey || event.ctrlKey || event.metaKey) return;
    const acts: Readonly<Record<string, () => void>> = {
      ArrowUp: () => onMove(-1),
      ArrowDown: () => onMove(1),
      Delete: onRemove,
    };
    const act = acts[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  }

  return (
    <Box
      role="group"
      aria-label={name}
      onKeyDown={onKeyDown}
      sx={{
        display: 'grid',
        gridTemplateColumns: `${rem(24)} ${columns} ${rem(mayChange ? 116 : 0)}`,
        gap: 2,
        alignItems: 'start',
        flexShrink: 0,
        padding: `${rem(4)} 0`,
      }}
    >
      <Box
        sx={{ alignSelf: 'start', paddingTop: rem(index === 0 ? 30 : 12), color: 'text.secondary', textAlign: 'right' }}
      >
        {index + 1}
      </Box>
      {children}
      {mayChange && (
        <Box sx={{ display: 'flex', gap: '2px', paddingTop: rem(index === 0 ? 22 : 4) }}>
          <Button
            variant="text"
            disabled={index === 0}
            onClick={() => onMove(-1)}
            aria-label={texts.upOf(name)}
            sx={small}
          >
            ↑
          </Button>
          <Button
            variant="text"
            disabled={index === count - 1}
            onClick={() => onMove(1)}
            aria-label={texts.downOf(name)}
            sx={small}
          >
            ↓
          </Button>
          <Button variant="text" onClick={onRemove} aria-label={texts.removeOf(name)} sx={small}>
            {texts.remove}
          </Button>
        </Box>
      )}
    </Box>
  );
}

const small = { minWidth: rem(30), padding: `0 ${rem(6)}` } as const;
