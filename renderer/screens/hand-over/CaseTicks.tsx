import Box from '@mui/material/Box';
import { type KeyboardEvent, type Ref, useId, useState } from 'react';
import { rem } from '../../look/theme.ts';
import { isComposing, useShortcuts } from '../../parts/keys/shortcuts.ts';
import { useInSight } from '../../parts/list/in-sight.ts';
import { useTexts } from '../../text/texts.ts';

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
    <Box
      ref={ref}
      role="listbox"
      aria-label={label}
      aria-multiselectable
      aria-activedescendant={rows.length === 0 ? undefined : `${id}-${current}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
      sx={{ overflow: 'auto', minHeight: 0, flexGrow: 1, margin: `0 ${rem(-8)}`, outlineOffset: '-2px' }}
    >
      {rows.map((row, index) => (
        <Box
          key={row.caseId}
          id={`${id}-${index}`}
          role="option"
          aria-selected={ticked.has(row.caseId)}
          onClick={() => {
            setAt(index);
            onTick(row.caseId);
          }}
          sx={{
            display: 'grid',
            gridTemplateColumns: `${rem(22)} minmax(0, 1fr) auto`,
            columnGap: rem(8),
            padding: `${rem(6)} ${rem(10)}`,
            cursor: 'pointer',
            borderBottom: '1px solid var(--hairline)',
            borderLeft: '3px solid',
            borderLeftColor: index === current ? 'var(--brand)' : 'transparent',
            bgcolor: ticked.has(row.caseId) ? 'var(--brand-soft)' : 'transparent',
          }}
        >
          <TickBox ticked={ticked.has(row.caseId)} />
          <Box sx={{ minWidth: 0 }}>
            <Box sx={{ fontWeight: 600 }}>{row.number}</Box>
            <Box sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', fontSize: rem(13) }}>
              {row.applicantName} · {row.procedureName}
            </Box>
          </Box>
          <Box
            sx={{
              fontSize: rem(12),
              textAlign: 'right',
              maxWidth: rem(150),
              color: row.late === true ? 'var(--late)' : 'text.secondary',
              fontWeight: row.late === true ? 600 : 400,
            }}
          >
            {row.aside ?? ''}
          </Box>
        </Box>
      ))}
    </Box>
  );
}

function TickBox({ ticked }: { readonly ticked: boolean }) {
  return (
    <Box
      aria-hidden
      sx={{
        width: rem(18),
        height: rem(18),
        marginTop: rem(2),
        borderRadius: '4px',
        border: '1.5px solid',
        borderColor: ticked ? 'var(--brand)' : 'var(--control)',
        bgcolor: ticked ? 'var(--brand)' : 'transparent',
        color: 'var(--panel)',
        display: 'grid',
        placeItems: 'center',
        fontSize: rem(13),
        fontWeight: 700,
      }}
    >
      {ticked ? '✓' : ''}
    </Box>
  );
}
