import Box from '@mui/material/Box';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { RegisterRow } from '../../../electron/contract/register/register.ts';
import { rem } from '../../look/theme.ts';
import { isComposing } from '../../parts/keys/shortcuts.ts';
import { useTexts } from '../../text/texts.ts';
import { RegisterLine, columns } from './RegisterLine.tsx';

type RegisterTableProps = {
  readonly rows: readonly RegisterRow[];
  /** How many there are, loaded or not. */
  readonly count: number;
  readonly onNearEnd: () => void;
  readonly onOpen: (caseId: string) => void;
  readonly ref: RefObject<HTMLDivElement | null>;
};

const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  Home: -1e9,
  End: 1e9,
};

/** The lines in sight and a few around them: a month has thousands. Arrows move, Enter opens. */
export function RegisterTable({ rows, count, onNearEnd, onOpen, ref }: RegisterTableProps) {
  const { register } = useTexts();
  const head = useRef<HTMLDivElement>(null);
  const [headHeight, setHeadHeight] = useState(0);
  const [chosen, setChosen] = useState(0);
  const current = Math.min(chosen, Math.max(0, rows.length - 1));
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => ref.current,
    estimateSize: () => 56,
    overscan: 8,
    // The titles stay in sight over the lines, so a line that is gone to must not come to lie under them.
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useLayoutEffect(() => setHeadHeight(head.current?.offsetHeight ?? 0), []);
  useEffect(() => {
    if (rows.length < count && last > rows.length - 60) onNearEnd();
  }, [rows.length, count, last, onNearEnd]);

  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event.nativeEvent) || event.ctrlKey || event.altKey) return;
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const next = Math.max(0, Math.min(rows.length - 1, current + step));
      setChosen(next);
      virtual.scrollToIndex(next);
    }
    const row = rows[current];
    if (event.key === 'Enter' && row !== undefined) {
      event.preventDefault();
      onOpen(row.caseId);
    }
  }

  return (
    <Box
      ref={ref}
      role="grid"
      aria-label={register.list}
      aria-rowcount={count + 1}
      aria-activedescendant={rows.length === 0 ? undefined : `register-${current}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
      sx={{ overflow: 'auto', minHeight: 0, flexGrow: 1, borderRadius: '8px' }}
    >
      <Box ref={head} role="rowgroup" sx={{ position: 'sticky', top: 0, zIndex: 1, bgcolor: 'background.paper' }}>
        <Box
          role="row"
          aria-rowindex={1}
          sx={{
            ...columns,
            fontSize: rem(12),
            fontWeight: 600,
            color: 'text.secondary',
            borderBottom: '1px solid var(--hairline)',
          }}
        >
          {Object.entries(register.columns).map(([key, name]) => (
            <span role="columnheader" key={key}>
              {name}
            </span>
          ))}
        </Box>
      </Box>
      <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {items.map(({ index, key, start }) => {
          const row = rows[index];
          return (
            row !== undefined && (
              <div
                key={key}
                role="presentation"
                data-index={index}
                ref={virtual.measureElement}
                style={{
                  position: 'absolute',
                  top: 0,
                  left: 0,
                  right: 0,
                  transform: `translateY(${start - headHeight}px)`,
                }}
              >
                <RegisterLine
                  id={`register-${index}`}
                  row={row}
                  current={index === current}
                  onChoose={() => setChosen(index)}
                  onOpen={() => onOpen(row.caseId)}
                />
              </div>
            )
          );
        })}
      </div>
    </Box>
  );
}
