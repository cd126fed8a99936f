import Box from '@mui/material/Box';
import type { KeyboardEvent, Ref } from 'react';
import type { SheetState } from '../../../electron/contract/kit/kit.ts';
import { rem } from '../../look/theme.ts';
import { Chip, type Tone } from '../../parts/controls/Chip.tsx';
import { useInSight } from '../../parts/list/in-sight.ts';
import { formatDate } from '../../text/format.ts';
import { useTexts } from '../../text/texts.ts';
import type { SheetRow } from './sheet-rows.ts';

const tones: Record<SheetState, Tone> = { open: 'soon', used: 'good', void: 'plain' };

type SheetListProps = {
  readonly ref: Ref<HTMLDivElement>;
  readonly rows: readonly SheetRow[];
  readonly current: string;
  readonly ticked: ReadonlySet<string>;
  readonly onChoose: (key: string) => void;
  readonly onTick: () => void;
  readonly onOpen: () => void;
};

/** One line a sheet. Arrows move, Space marks several, Enter enters the one in front. */
export function SheetList({ ref, rows, current, ticked, onChoose, onTick, onOpen }: SheetListProps) {
  const { kit } = useTexts();
  useInSight(idOf(current));

  function onKeyDown(event: KeyboardEvent): void {
    const act = { ' ': onTick, Enter: event.ctrlKey ? undefined : onOpen }[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  }

  return (
    <Box
      ref={ref}
      role="listbox"
      aria-label={kit.list}
      aria-multiselectable
      tabIndex={0}
      aria-activedescendant={idOf(current)}
      onKeyDown={onKeyDown}
      sx={{ borderRadius: '8px', overflow: 'auto', minHeight: rem(80), maxHeight: rem(360) }}
    >
      {rows.map(({ key, number, day, state, reason }) => (
        <Box
          key={key}
          id={idOf(key)}
          role="option"
          aria-selected={ticked.has(key)}
          onClick={() => onChoose(key)}
          sx={{
            display: 'grid',
            gridTemplateColumns: `${rem(20)} ${rem(190)} ${rem(110)} minmax(0, 1fr) auto`,
            gap: 2,
            alignItems: 'center',
            padding: `${rem(6)} ${rem(12)}`,
            cursor: 'pointer',
            borderBottom: '1px solid var(--hairline)',
            borderLeft: '3px solid transparent',
            ...(key === current && { bgcolor: 'var(--brand-soft)', borderLeftColor: 'var(--brand)' }),
          }}
        >
          <Box aria-hidden sx={{ fontWeight: 700, color: 'var(--brand)' }}>
            {ticked.has(key) ? '✓' : ''}
          </Box>
          <Box sx={{ fontWeight: 600 }}>{number}</Box>
          <Box sx={{ fontSize: rem(13), color: 'text.secondary' }}>{formatDate(day)}</Box>
          <Box sx={{ fontSize: rem(13), color: 'text.secondary' }}>{reason}</Box>
          <Chip tone={tones[state]}>{kit.states[state]}</Chip>
        </Box>
      ))}
    </Box>
  );
}

function idOf(key: string): string {
  return `sheet-${key.replace(' ', '-')}`;
}
