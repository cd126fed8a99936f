import { type KeyboardEvent, type Ref, useId, useState } from 'react';
import { rem } from '../../look/theme.ts';
import { isComposing, useShortcuts } from '../../parts/keys/shortcuts.ts';
import { useInSight } from '../../parts/list/in-sight.ts';
import { useTexts } from '../../text/texts.ts';
import { Block, Grid, Text } from '../../parts/layout/primitives.ts';

export type TickRow = {
  readonly caseId: string;
  readonly number: string;
  readonly applicantName: string;
  readonly procedureName: string;
  /** What stands at the right: a clock, a warning. */
  readonly aside?: string;
  readonly late?: boolean;
};

type CaseTicksProps = {
  readonly label: string;
  readonly rows: readonly TickRow[];
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (caseId: string) => void;
  readonly ref?: Ref<HTMLDivElement>;
};

/** Cases with a box each: arrows move, Space ticks, a scan ticks from outside. */
export function CaseTicks({ label, rows, ticked, onTick, ref }: CaseTicksProps) {
  const { handOver } = useTexts();
  const id = useId();
  const [at, setAt] = useState(0);
  const current = Math.max(0, Math.min(at, rows.length - 1));
  useInSight(`${id}-${current}`);
  useShortcuts([
    { keys: 'ArrowDown', label: handOver.move, run: () => undefined, told: true },
    { keys: 'Space', label: handOver.tick, run: () => undefined, told: true },
  ]);

  function onKeyDown(event: KeyboardEvent) {
    if (isComposing(event.nativeEvent) || event.ctrlKey || event.altKey) return;
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step !== undefined) setAt(Math.max(0, Math.min(rows.length - 1, current + step)));
    const row = rows[current];
    if (event.key === ' ' && row !== undefined) onTick(row.caseId);
    if (step !== undefined || event.key === ' ') event.preventDefault();
  }

  return (
    <Block
      scroll
      minHeight={0}
      grow
      margin={[0, -2]}
      css={{ outlineOffset: '-2px' }}
      ref={ref}
      role="listbox"
      aria-label={label}
      aria-multiselectable
      aria-activedescendant={rows.length === 0 ? undefined : `${id}-${current}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      {rows.map((row, index) => (
        <Grid
          columns={`${rem(22)} minmax(0, 1fr) auto`}
          columnGap={2}
          padding={[1.5, 2.5]}
          line="bottom"
          ground={ticked.has(row.caseId) ? 'brand' : undefined}
          css={{
            cursor: 'pointer',
            borderLeft: '3px solid',
            borderLeftColor: index === current ? 'var(--brand)' : 'transparent',
          }}
          key={row.caseId}
          id={`${id}-${index}`}
          role="option"
          aria-selected={ticked.has(row.caseId)}
          onClick={() => {
            setAt(index);
            onTick(row.caseId);
          }}
        >
          <TickBox ticked={ticked.has(row.caseId)} />
          <Block minWidth={0}>
            <Text weight={600}>{row.number}</Text>
            <Text lines={1} size="note">
              {row.applicantName} · {row.procedureName}
            </Text>
          </Block>
          <Text
            size="small"
            textAlign="right"
            maxWidth={150}
            tone={row.late === true ? 'late' : 'secondary'}
            weight={row.late === true ? 600 : 400}
          >
            {row.aside ?? ''}
          </Text>
        </Grid>
      ))}
    </Block>
  );
}

function TickBox({ ticked }: { readonly ticked: boolean }) {
  return (
    <Grid
      width={18}
      height={18}
      marginTop={0.5}
      size="note"
      weight={700}
      css={{
        borderRadius: '4px',
        border: '1.5px solid',
        borderColor: ticked ? 'var(--brand)' : 'var(--control)',
        backgroundColor: ticked ? 'var(--brand)' : 'transparent',
        color: 'var(--panel)',
        placeItems: 'center',
      }}
      aria-hidden
    >
      {ticked ? '✓' : ''}
    </Grid>
  );
}
