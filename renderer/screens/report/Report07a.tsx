import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { ReportAnswer, ReportFormat, ReportValue } from '../../../electron/contract/report/report.ts';
import { columns07a } from '../../../electron/domain/report/bieu-07a.ts';
import { periodName, reportPeriods } from '../../../electron/domain/report/report-period.ts';
import { todayOf, useKnownStatus } from '../../desk/desk-status.ts';
import { desk } from '../../desk/client.ts';
import { ActionButton } from '../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../parts/controls/FaultNote.tsx';
import { OutcomeLine } from '../../parts/controls/OutcomeLine.tsx';
import { Segmented } from '../../parts/controls/Segmented.tsx';
import { isComposing, useShortcuts } from '../../parts/keys/shortcuts.ts';
import { Panel } from '../../parts/layout/Panel.tsx';
import { Block, Row, Text } from '../../parts/layout/primitives.ts';
import { within } from '../../parts/list/cursor.ts';
import { download } from '../../parts/paper/download.ts';
import { formatCount } from '../../text/format.ts';
import { useTexts } from '../../text/texts.ts';
import { ReportFiles } from './ReportFiles.tsx';

type Column = (typeof columns07a)[number];

/** The number under the hand: a field's line or the sum, and a column. */
type Place = { readonly row: number; readonly column: number };

const steps: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, -1e9],
  End: [0, 1e9],
};

/** Biểu 07a of a lawful period: every number leads to its files, and the form comes out as a sheet or a workbook. */
export function Report07a({
  onClose,
  onOpen,
}: {
  readonly onClose: () => void;
  readonly onOpen: (caseId: string) => void;
}) {
  const { common, register, report } = useTexts();
  const today = useKnownStatus(todayOf);
  const table = useRef<HTMLTableElement>(null);
  const periods = reportPeriods(today);
  const [chosen, setChosen] = useState(1);
  const days = periods[chosen] ?? { from: today, to: today };
  const asked = { report: '07a', ...days } as const;
  const { data, error, isPlaceholderData } = useQuery({
    ...desk.report.make.queryOptions({ input: asked }),
    placeholderData: keepPreviousData,
  });
  const file = useMutation(desk.report.file.mutationOptions({ onSuccess: download }));
  const [place, setPlace] = useState<Place>({ row: 0, column: 0 });
  const [shown, setShown] = useState<Place | null>(null);
  const lines = data === undefined ? [] : linesOf(data, report.total);
  const at = { row: within(lines.length, place.row), column: within(columns07a.length, place.column) };

  const known = data !== undefined;
  useEffect(() => {
    if (known && shown === null) table.current?.focus();
  }, [known, shown]);

  // With the files below it the table is half as high: the number they belong to stays in sight.
  useEffect(() => {
    table.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [shown, at.row]);

  function choose(index: number): void {
    setChosen(index);
    setShown(null);
  }

  function make(format: ReportFormat): void {
    if (!file.isPending) file.mutate({ ...asked, format });
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event.nativeEvent) || event.ctrlKey || event.altKey) return;
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setPlace({ row: within(lines.length, at.row + step[0]), column: within(columns07a.length, at.column + step[1]) });
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      setShown(at);
    }
  }

  useShortcuts([
    { keys: 'F8', label: report.toTable, run: () => table.current?.focus() },
    { keys: 'Alt+K', label: report.nextPeriod, run: () => choose((chosen + 1) % periods.length) },
    { keys: 'ArrowDown', label: report.move, run: () => undefined, helpOnly: true },
    { keys: 'Enter', label: report.showFiles, run: () => undefined, helpOnly: true },
    { keys: 'Escape', label: common.back, run: () => (shown === null ? onClose() : setShown(null)) },
  ]);

  const outcome = file.isPending ? report.makingFile : file.data === undefined ? '' : report.saved(file.data.fileName);
  const line = shown === null ? undefined : lines[shown.row];
  return (
    <Panel
      title={report.title}
      aside={
        <>
          <OutcomeLine tone={file.data === undefined || file.isPending ? 'plain' : 'good'}>{outcome}</OutcomeLine>
          <ActionButton keys="Esc" label={register.title} onAct={onClose} />
          <ActionButton keys="Alt+X" label={register.xlsx} onAct={() => make('xlsx')} disabled={file.isPending} />
          <ActionButton keys="Alt+P" label={register.pdf} onAct={() => make('pdf')} filled disabled={file.isPending} />
        </>
      }
      sx={{ height: '100%', overflow: 'hidden', gap: 2 }}
    >
      <Segmented
        label={report.period}
        value={String(chosen)}
        onChange={(value) => choose(Number(value))}
        choices={periods.map((one, index) => ({ value: String(index), label: periodName(one) }))}
      />
      <Text size="small" tone="secondary">
        {report.hint}
      </Text>
      <FaultNote error={error ?? file.error} />
      {data === undefined ? (
        <Text tone="secondary">{error === null ? report.making : ''}</Text>
      ) : (
        <Block scroll minHeight={0} shrink radius={8} maxHeight={shown === null ? undefined : '45%'}>
          <table
            ref={table}
            role="grid"
            aria-label={report.title}
            aria-busy={isPlaceholderData}
            aria-activedescendant={cellId(at)}
            tabIndex={0}
            onKeyDown={onKeyDown}
            style={{ width: '100%', borderCollapse: 'collapse' }}
          >
            <Numbers
              lines={lines}
              at={at}
              onChoose={(next) => {
                setPlace(next);
                setShown(next);
              }}
            />
          </table>
        </Block>
      )}
      {data !== undefined && <Remarks data={data} />}
      {line !== undefined && shown !== null && (
        <ReportFiles
          asked={asked}
          column={columns07a[shown.column] ?? '3'}
          field={line.field}
          {...(line.key === undefined ? {} : { fieldKey: line.key })}
          onOpen={onOpen}
        />
      )}
    </Panel>
  );
}

type Line = { readonly key?: string; readonly field: string; readonly values: ReportAnswer['total']['values'] };

function linesOf({ rows, total }: ReportAnswer, sum: string): readonly Line[] {
  return [...rows.map(({ key, values }) => ({ key, field: key, values })), { field: sum, values: total.values }];
}

const cellId = ({ row, column }: Place) => `report-${row}-${column}`;

const groups = [
  ['received', 6],
  ['handled', 4],
  ['open', 3],
] as const;
const late: readonly Column[] = ['12', '15'];

type NumbersProps = { readonly lines: readonly Line[]; readonly at: Place; readonly onChoose: (place: Place) => void };

function Numbers({ lines, at, onChoose }: NumbersProps) {
  const { report } = useTexts();
  return (
    <>
      <thead>
        <tr>
          <Text as="th" rowSpan={2} size="small" tone="secondary" padding={[1, 2]} textAlign="left">
            {report.field}
          </Text>
          {groups.map(([group, span]) => (
            <Text as="th" key={group} colSpan={span} size="small" tone="secondary" padding={[1, 2]} textAlign="center">
              {report.groups[group]}
            </Text>
          ))}
        </tr>
        <tr>
          {columns07a.map((column) => (
            <Text as="th" key={column} size="small" tone="secondary" padding={[1, 2]} textAlign="right" line="bottom">
              {report.columns[column]} ({column})
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
            {columns07a.map((column, index) => (
              <Text
                as="td"
                key={column}
                id={cellId({ row, column: index })}
                aria-selected={at.row === row && at.column === index}
                textAlign="right"
                padding={[1, 2]}
                line="bottom"
                weight={line.key === undefined ? 700 : 400}
                tone={late.includes(column) && Number(line.values[column] ?? 0) > 0 ? 'late' : 'ink'}
                onClick={() => onChoose({ row, column: index })}
                css={{
                  cursor: 'pointer',
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
    </>
  );
}

/** What is not known is no 0. */
function Figure({ value }: { readonly value: ReportValue }) {
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

function Remarks({ data }: { readonly data: ReportAnswer }) {
  const { report } = useTexts();
  const bad = data.checks.filter(({ ok }) => !ok);
  return (
    <Row wrap gap={3} size="small" tone="secondary" shrink={false}>
      {bad.length === 0 ? (
        <Text as="span" tone="good">
          ✓ {report.checksGood}
        </Text>
      ) : (
        bad.map(({ name }) => (
          <Text as="span" tone="late" key={name}>
            {report.checkBad(name)}
          </Text>
        ))
      )}
      {data.missing.length > 0 && (
        <Text as="span" tone="soon">
          {report.gaps(data.missing.length)}
        </Text>
      )}
      <span>{report.head(data.head)}</span>
    </Row>
  );
}
