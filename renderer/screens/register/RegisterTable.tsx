import Box from '@mui/material/Box';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  memo,
  type ReactNode,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { RegisterRow } from '../../../electron/contract/register/register.ts';
import { noteText } from '../../../electron/domain/register/register.ts';
import { useSettings } from '../../look/settings.ts';
import { rem } from '../../look/theme.ts';
import { StatusChip } from '../../parts/controls/StatusChip.tsx';
import { isComposing } from '../../parts/keys/shortcuts.ts';
import { formatCount, formatDate, formatTime } from '../../text/format.ts';
import { useTexts } from '../../text/texts.ts';

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

const wide = [
  rem(36),
  rem(166),
  'minmax(0, 1fr)',
  rem(28),
  'minmax(0, 1.3fr)',
  rem(92),
  rem(84),
  rem(84),
  rem(132),
  rem(128),
].join(' ');
/** Large text: the same cells in two rows of fewer columns. */
const narrow = '@container screen (max-width: 66rem)';

const columns = {
  display: 'grid',
  gridTemplateColumns: wide,
  columnGap: rem(8),
  alignItems: 'start',
  padding: `${rem(6)} ${rem(8)}`,
  [narrow]: { gridTemplateColumns: 'repeat(5, minmax(0, 1fr))', rowGap: rem(4) },
} as const;

type LineProps = {
  readonly id: string;
  readonly row: RegisterRow;
  readonly current: boolean;
  readonly onChoose: () => void;
  readonly onOpen: () => void;
};

function Cell({ main, more, clamp }: { readonly main: ReactNode; readonly more?: ReactNode; readonly clamp?: number }) {
  return (
    <Box role="gridcell" sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
      <Box
        sx={
          clamp === undefined
            ? {}
            : { display: '-webkit-box', WebkitLineClamp: clamp, WebkitBoxOrient: 'vertical', overflow: 'hidden' }
        }
      >
        {main}
      </Box>
      {Boolean(more) && <Box sx={{ fontSize: rem(12), color: 'text.secondary' }}>{more}</Box>}
    </Box>
  );
}

/** One case, in the order of Mẫu 07's columns; what paper gives a column of its own stands here in a second line. */
const RegisterLine = memo(function RegisterLine({ id, row, current, onChoose, onOpen }: LineProps) {
  const { common } = useTexts();
  const { language } = useSettings();
  return (
    <Box
      id={id}
      role="row"
      aria-rowindex={row.no + 1}
      aria-selected={current}
      onClick={onChoose}
      onDoubleClick={onOpen}
      sx={{
        ...columns,
        fontSize: rem(13),
        cursor: 'pointer',
        borderBottom: '1px solid var(--hairline)',
        ...(current && { bgcolor: 'var(--brand-soft)', boxShadow: 'inset 3px 0 0 var(--brand)' }),
      }}
    >
      <Cell main={formatCount(row.no)} />
      <Cell main={<Box sx={{ fontWeight: 500 }}>{row.number}</Box>} more={common.channels[row.channel]} />
      <Cell main={row.procedureName} clamp={2} />
      <Cell main={row.quantity} />
      <Cell
        main={<Box sx={{ fontWeight: 600 }}>{row.applicantName}</Box>}
        more={[row.address, row.phone].filter((part) => part !== '').join(' · ')}
      />
      <Cell main={row.authority} clamp={2} />
      <Cell main={formatDate(row.acceptedAt)} more={formatTime(row.acceptedAt)} />
      <Cell main={formatDate(row.dueAt)} more={formatTime(row.dueAt)} />
      <Cell
        main={row.returnedAt === null ? common.deliveries[row.delivery] : formatDate(row.returnedAt)}
        more={
          row.returnedAt !== null &&
          `${common.deliveries[row.delivery]}${row.receiver === '' ? '' : ` · ${row.receiver}`}`
        }
      />
      <Cell main={<StatusChip status={row.status} />} more={noteText(row.notes, language)} />
    </Box>
  );
});
