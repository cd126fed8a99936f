import type { KeyboardEvent, Ref } from 'react';
import type { ReportKind, ReportValue, ReportValues } from '../../../../electron/contract/books/report/report.ts';
import { columns06a } from '../../../../electron/domain/books/report/bieu-06a.ts';
import { columns07a } from '../../../../electron/domain/books/report/bieu-07a.ts';
import { columns08b } from '../../../../electron/domain/books/report/bieu-08b.ts';
import { isComposing } from '../../../parts/keys/shortcuts.ts';
import { Text } from '../../../parts/layout/primitives.ts';
import { within } from '../../../parts/list/cursor.ts';
import { formatCount } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';

/** The number under the hand: a field's line or the sum, and a column. */
export type NumberPlace = { readonly row: number; readonly column: number };

/** A line of a form; the one of the sum has no key. */
export type FormLine = { readonly key?: string; readonly field: string; readonly values: ReportValues };

const columns: Readonly<Record<ReportKind, readonly string[]>> = {
  '06a': columns06a,
  '07a': columns07a,
  // Whole numbers stand in their own order.
  '08b': Object.keys(columns08b),
};

export function reportColumnsOf(kind: ReportKind): readonly string[] {
  return columns[kind];
}

/** What several columns stand under, and how many; a column of its own stands under nothing. */
const groups = {
  '06a': [
    ['received', 5],
    ['processed', 5],
    ['processing', 3],
    ['', 1],
  ],
  '07a': [
    ['received', 6],
    ['handled', 4],
    ['open', 3],
  ],
  '08b': [
    ['', 1],
    ['staff', 3],
    ['equipment', 4],
  ],
} as const satisfies Readonly<Record<ReportKind, readonly (readonly [group: string, columns: number])[]>>;

/** Numbers that are bad news when there is something in them. */
const late: Readonly<Record<ReportKind, readonly string[]>> = { '06a': [], '07a': ['12', '15'], '08b': [] };

const steps: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, -1e9],
  End: [0, 1e9],
};

type NumbersProps = {
  readonly kind: ReportKind;
  readonly lines: readonly FormLine[];
  readonly busy: boolean;
  readonly place: NumberPlace;
  readonly onMove: (place: NumberPlace) => void;
  readonly onChoose: (place: NumberPlace) => void;
  readonly ref: Ref<HTMLTableElement>;
};

const cellId = ({ row, column }: NumberPlace) => `report-${row}-${column}`;

/** The numbers of a form: arrows move, Enter asks what stands behind one. */
export function Numbers({ kind, lines, busy, place, onMove, onChoose, ref }: NumbersProps) {
  const { report } = useTexts();
  const { field, columns: names, title } = report.forms[kind];
  const shown = reportColumnsOf(kind);
  // The widest form stands on the narrowest screen in large letters without scrolling sideways.
  const padding = [1, shown.length > 13 ? 0.75 : 2] as const;
  const at = { row: within(lines.length, place.row), column: within(shown.length, place.column) };

  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event.nativeEvent) || event.ctrlKey || event.altKey) return;
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      onMove({ row: within(lines.length, at.row + step[0]), column: within(shown.length, at.column + step[1]) });
    }
    if (event.key === 'Enter' && lines.length > 0) {
      event.preventDefault();
      onChoose(at);
    }
  }

  return (
    <table
      ref={ref}
      role="grid"
      aria-label={title}
      aria-busy={busy}
      aria-activedescendant={lines.length === 0 ? undefined : cellId(at)}
      tabIndex={0}
      onKeyDown={onKeyDown}
      // Its ring is that of what it scrolls in, which would cut one around it to a line.
      style={{ width: '100%', borderCollapse: 'collapse', outline: 'none' }}
    >
      <thead style={{ position: 'sticky', top: 0, zIndex: 1, backgroundColor: 'var(--panel)' }}>
        <tr>
          <Text as="th" rowSpan={2} size="small" tone="secondary" padding={[1, 2]} textAlign="left">
            {field}
          </Text>
          {groups[kind].map(([group, span]) => (
            // A column of its own stands under nothing.
            <Text
              as={group === '' ? 'td' : 'th'}
              key={group}
              colSpan={span}
              size="small"
              tone="secondary"
              padding={[1, 2]}
              textAlign="center"
            >
              {group === '' ? '' : report.groups[group]}
            </Text>
          ))}
        </tr>
        <tr>
          {shown.map((column) => (
            <Text as="th" key={column} size="small" tone="secondary" padding={padding} textAlign="right" line="bottom">
              {names[column as keyof typeof names]} ({column})
            </Text>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line, row) => (
          <tr key={line.key ?? ''}>
            <Text
              as="th"
              scope="row"
              weight={line.key === undefined ? 700 : 500}
              padding={[1, 2]}
              textAlign="left"
              line="bottom"
            >
              {line.field}
            </Text>
            {shown.map((column, index) => (
              <Text
                as="td"
                key={column}
                id={cellId({ row, column: index })}
                aria-selected={at.row === row && at.column === index}
                textAlign="right"
                padding={padding}
                line="bottom"
                weight={line.key === undefined ? 700 : 400}
                tone={late[kind].includes(column) && Number(line.values[column] ?? 0) > 0 ? 'late' : 'ink'}
                onClick={() => onChoose({ row, column: index })}
                css={{
                  cursor: 'pointer',
                  // Gone to, it does not come to lie under the titles.
                  scrollMarginTop: '5rem',
                  ...(at.row === row &&
                    at.column === index && { outline: '2px solid var(--brand)', outlineOffset: -2 }),
                }}
              >
                <Figure value={line.values[column] ?? null} />
              </Text>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What is not known is no 0. */
export function Figure({ value }: { readonly value: ReportValue }) {
  const { report } = useTexts();
  if (typeof value === 'number') return formatCount(value);
  return (
    value ?? (
      <Text as="span" tone="soon" size="small">
        {report.unknown}
      </Text>
    )
  );
}
