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
import type { RegisterRow } from '../../../../electron/contract/books/register/register.ts';
import { noteText } from '../../../../electron/domain/books/register/register.ts';
import { useSettings } from '../../../look/settings.ts';
import { rem } from '../../../look/theme.ts';
import { narrowerThan } from '../../../look/tokens.ts';
import { StatusChip } from '../../../parts/controls/StatusChip.tsx';
import { isComposing } from '../../../parts/keys/shortcuts.ts';
import { Block, Grid, Text } from '../../../parts/layout/primitives.ts';
import { within } from '../../../parts/list/cursor.ts';
import { isFor, mostCasesAtOnce, registerActs } from '../../counter/my-work/bulk/bulk-acts.ts';
import { type Marks, rowToggled, rowsToggled, withRows } from '../../counter/my-work/bulk/marks.ts';
import { formatCount, formatDate, formatTime } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';

type RegisterTableProps = {
  readonly rows: readonly RegisterRow[];
  /** How many there are, loaded or not. */
  readonly count: number;
  readonly onNearEnd: () => void;
  readonly onOpen: (caseId: string) => void;
  readonly marks: Marks;
  readonly onMarks: (marks: Marks) => void;
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
export function RegisterTable({ rows, count, onNearEnd, onOpen, marks, onMarks, ref }: RegisterTableProps) {
  const { register } = useTexts();
  const head = useRef<HTMLDivElement>(null);
  const [headHeight, setHeadHeight] = useState(0);
  const [chosen, setChosen] = useState(0);
  const current = within(rows.length, chosen);
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
    if (isComposing(event.nativeEvent) || event.altKey) return;
    if (event.ctrlKey && event.key.toLowerCase() === 'a') {
      event.preventDefault();
      // Of what is loaded: those for which there is something to do here.
      const some = rows.filter((line) => registerActs.some((act) => isFor(act, line))).slice(0, mostCasesAtOnce);
      return onMarks(rowsToggled(marks, some));
    }
    if (event.ctrlKey) return;
    const row = rows[current];
    if (event.key === ' ') {
      event.preventDefault();
      return onMarks(rowToggled(marks, row));
    }
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const next = within(rows.length, current + step);
      if (event.shiftKey && Math.abs(step) === 1) onMarks(withRows(marks, [row, rows[next]]));
      setChosen(next);
      virtual.scrollToIndex(next);
    }
    if (event.key === 'Enter' && row !== undefined) {
      event.preventDefault();
      onOpen(row.caseId);
    }
  }

  return (
    <Block
      scroll
      minHeight={0}
      grow
      radius={8}
      ref={ref}
      role="grid"
      aria-label={register.list}
      aria-multiselectable
      aria-rowcount={count + 1}
      aria-activedescendant={rows.length === 0 ? undefined : `register-${current}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <Block ground="panel" css={{ position: 'sticky', top: 0, zIndex: 1 }} ref={head} role="rowgroup">
        <Grid
          {...columns}
          css={inNarrow}
          size="small"
          weight={600}
          tone="secondary"
          line="bottom"
          role="row"
          aria-rowindex={1}
        >
          {Object.entries(register.columns).map(([key, name]) => (
            <span role="columnheader" key={key}>
              {name}
            </span>
          ))}
        </Grid>
      </Block>
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
                  marked={marks.size === 0 ? undefined : marks.has(row.caseId)}
                  onChoose={(mark) => {
                    setChosen(index);
                    if (mark) onMarks(rowToggled(marks, row));
                  }}
                  onOpen={() => onOpen(row.caseId)}
                />
              </div>
            )
          );
        })}
      </div>
    </Block>
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
const narrow = narrowerThan('rows');

const columns = { columns: wide, columnGap: 2, align: 'start', padding: [1.5, 2] } as const;
const inNarrow = { [narrow]: { gridTemplateColumns: 'repeat(5, minmax(0, 1fr))', rowGap: rem(4) } } as const;

type LineProps = {
  readonly id: string;
  readonly row: RegisterRow;
  readonly current: boolean;
  /** Undefined where nothing is marked: then the row in front is the chosen one. */
  readonly marked: boolean | undefined;
  readonly onChoose: (mark: boolean) => void;
  readonly onOpen: () => void;
};

function Cell({ main, more, lines }: { readonly main: ReactNode; readonly more?: ReactNode; readonly lines?: 2 }) {
  return (
    <Text minWidth={0} breaks role="gridcell">
      <Text lines={lines}>{main}</Text>
      {Boolean(more) && (
        <Text size="small" tone="secondary">
          {more}
        </Text>
      )}
    </Text>
  );
}

/** One case, in the order of Mẫu 07's columns; what paper gives a column of its own stands here in a second line. */
const RegisterLine = memo(function RegisterLine({ id, row, current, marked, onChoose, onOpen }: LineProps) {
  const { common, conflict, register } = useTexts();
  const { language } = useSettings();
  const { counter } = row;
  const at = counter === undefined ? '' : counter === '' ? conflict.noCounter : conflict.counter(counter, '');
  return (
    <Grid
      {...columns}
      size="note"
      line="bottom"
      css={{
        ...inNarrow,
        ...(row.undone === true && { textDecoration: 'line-through', color: 'var(--secondary)' }),
        ...(current && { backgroundColor: 'var(--brand-soft)', boxShadow: 'inset 3px 0 0 var(--brand)' }),
        cursor: 'pointer',
      }}
      id={id}
      role="row"
      aria-rowindex={row.no + 1}
      aria-selected={marked ?? current}
      onClick={(event) => onChoose(event.ctrlKey)}
      onDoubleClick={onOpen}
    >
      <Cell
        main={
          <>
            {marked === true && (
              <Text as="span" tone="brand" weight={700} aria-hidden>
                ✓{' '}
              </Text>
            )}
            {formatCount(row.no)}
          </>
        }
      />
      <Cell
        main={<Text weight={500}>{row.number}</Text>}
        more={[common.channels[row.channel], at].filter((part) => part !== '').join(' · ')}
      />
      <Cell main={row.procedureName} lines={2} />
      <Cell main={row.quantity} />
      <Cell
        main={<Text weight={600}>{row.applicantName}</Text>}
        more={[row.address, row.phone].filter((part) => part !== '').join(' · ')}
      />
      <Cell main={row.authority} lines={2} />
      <Cell main={formatDate(row.acceptedAt)} more={formatTime(row.acceptedAt)} />
      <Cell main={formatDate(row.dueAt)} more={formatTime(row.dueAt)} />
      <Cell
        main={row.returnedAt === null ? common.deliveries[row.delivery] : formatDate(row.returnedAt)}
        more={
          row.returnedAt !== null &&
          `${common.deliveries[row.delivery]}${row.receiver === '' ? '' : ` · ${row.receiver}`}`
        }
      />
      <Cell
        main={<StatusChip status={row.status} undone={row.undone} wraps />}
        more={[row.archived === true ? register.archived : '', noteText(row.notes, language)]
          .filter((part) => part !== '')
          .join(' · ')}
      />
    </Grid>
  );
});
