import Box from '@mui/material/Box';
import type { KeyboardEvent } from 'react';
import { rem } from '../../../../look/theme.ts';
import { useTexts } from '../../../../text/texts.ts';
import type { Component, ComponentCounts } from './usual-components.ts';
import { Grid, Text } from '../../../../parts/layout/primitives.ts';

export const rowColumns = {
  columns: `${rem(28)} minmax(0, 1fr) ${rem(60)} ${rem(52)}`,
  columnGap: 2,
  align: 'center',
  padding: [0, 1, 0, 1.5],
} as const;

/** In pixels at 100 %. Each row is as high as any other, with the cursor or without: none moves under the hand that ticks. */
export const rowHeight = 29;

type ComponentRowProps = {
  readonly id?: string;
  readonly component: Component;
  readonly row: number;
  /** The one Tab stop of the table. */
  readonly current: boolean;
  readonly counts: ComponentCounts | undefined;
  readonly onFocus: () => void;
  readonly onMove: (step: number) => void;
  readonly onTick: () => void;
  readonly onDigit: (kind: keyof ComponentCounts, digit: number, at: number) => void;
  readonly onCounts: (counts: ComponentCounts) => void;
};

const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 5,
  PageUp: -5,
  Home: -999,
  End: 999,
};

/** One paper of the file, in one line; below the table stands the whole name of the one that has the cursor. */
export function ComponentRow({
  id,
  component,
  row,
  current,
  counts,
  onFocus,
  onMove,
  onTick,
  onDigit,
  onCounts,
}: ComponentRowProps) {
  const { reception } = useTexts();
  const texts = reception.what;
  const name = component.short || component.name;

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
    const step = steps[event.key];
    if (digit === undefined && step === undefined) return;
    event.preventDefault();
    if (step !== undefined) onMove(step);
    else onDigit(event.shiftKey ? 'copies' : 'originals', Number(digit), event.timeStamp);
  }

  function countField(kind: keyof ComponentCounts) {
    return (
      <CountField
        label={`${texts[kind]}: ${name}`}
        count={counts?.[kind]}
        onChange={(count) => onCounts({ originals: 0, copies: 0, ...counts, [kind]: count })}
      />
    );
  }

  return (
    <Grid
      {...rowColumns}
      line="bottom"
      css={{
        height: rem(rowHeight),
        '&:hover': { backgroundColor: 'var(--ground)' },
        '&:focus-within': { backgroundColor: 'var(--brand-soft)' },
      }}
    >
      <Box
        component="input"
        type="checkbox"
        {...(id === undefined ? {} : { id })}
        data-row={row}
        tabIndex={current ? 0 : -1}
        checked={counts !== undefined}
        aria-label={component.name}
        onChange={onTick}
        onFocus={onFocus}
        onKeyDown={onKeyDown}
        sx={{
          width: rem(18),
          height: rem(18),
          margin: 0,
          accentColor: 'var(--brand)',
          cursor: 'pointer',
        }}
      />
      <Text minWidth={0} lines={1} css={{ cursor: 'pointer' }} onClick={onTick} title={component.name}>
        {name}
      </Text>
      {countField('originals')}
      {countField('copies')}
    </Grid>
  );
}

type CountFieldProps = {
  readonly label: string;
  readonly count: number | undefined;
  readonly onChange: (count: number) => void;
};

/** A count for the mouse; the keyboard counts from the row itself, so this is no Tab stop. */
function CountField({ label, count, onChange }: CountFieldProps) {
  return (
    <Box
      component="input"
      type="text"
      inputMode="numeric"
      tabIndex={-1}
      aria-label={label}
      value={count ?? '–'}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => {
        const digits = event.target.value.replace(/\D/g, '').slice(-3);
        onChange(digits === '' ? 0 : Number(digits));
      }}
      sx={{
        font: 'inherit',
        fontWeight: count === undefined ? 400 : 500,
        color: count === undefined ? 'var(--secondary)' : 'inherit',
        textAlign: 'center',
        width: '100%',
        minWidth: 0,
        padding: `${rem(1)} 0`,
        border: '1px solid transparent',
        borderRadius: '5px',
        bgcolor: 'transparent',
        '&:hover': { borderColor: 'var(--control)' },
      }}
    />
  );
}
