import { useEffect, useRef, useState } from 'react';
import type { ReportAnswer, ReportKind } from '../../../../electron/contract/books/report/report.ts';
import { dateText } from '../../../../electron/domain/base/civil-time.ts';
import { roleOf, useKnownStatus } from '../../../desk/desk-status.ts';
import { ActionButton } from '../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { Segmented } from '../../../parts/controls/Segmented.tsx';
import { UnderWay } from '../../../parts/controls/UnderWay.tsx';
import { useShortcuts } from '../../../parts/keys/shortcuts.ts';
import { Panel } from '../../../parts/layout/Panel.tsx';
import { Block, Row, Text } from '../../../parts/layout/primitives.ts';
import { useTexts } from '../../../text/texts.ts';
import { Centre } from './Centre.tsx';
import { Index766 } from './Index766.tsx';
import { Cut } from './Cut.tsx';
import { KeptReports } from './KeptReports.tsx';
import { useReport } from './useReport.ts';
import { type FormLine, Numbers, type NumberPlace, reportColumnsOf } from './Numbers.tsx';
import { PeriodField, usePeriod } from './Period.tsx';
import { Remarks } from './Remarks.tsx';
import { leastOfTable } from './table-height.ts';
import { ReportFiles } from './ReportFiles.tsx';
import { FileButtons, FileOutcome, useReportFile } from './report-file.tsx';

const kinds = ['07a', '06a', '08b'] as const satisfies readonly ReportKind[];

type ReportsProps = { readonly onClose: () => void; readonly onOpen: (caseId: string) => void };

/** What a commune reports: the three forms of a lawful period, the reports that were kept, and what is said of the centre. */
export function Reports({ onClose, onOpen }: ReportsProps) {
  const [shown, setShown] = useState<'form' | 'kept' | 'centre' | 'index' | 'cut'>('form');
  const [kind, setKind] = useState<ReportKind>('07a');
  const back = () => setShown('form');
  if (shown === 'kept') return <KeptReports onClose={back} onOpen={onOpen} />;
  if (shown === 'centre') return <Centre onClose={back} />;
  if (shown === 'cut') return <Cut onClose={back} onIndex={() => setShown('index')} onOpen={onOpen} />;
  if (shown === 'index') return <Index766 onClose={back} onOpen={onOpen} onCut={() => setShown('cut')} />;
  return (
    <Form
      key={kind}
      kind={kind}
      onKind={setKind}
      onClose={onClose}
      onOpen={onOpen}
      onKept={() => setShown('kept')}
      onCentre={() => setShown('centre')}
      onIndex={() => setShown('index')}
      onCut={() => setShown('cut')}
    />
  );
}

type FormProps = ReportsProps & {
  readonly kind: ReportKind;
  readonly onKind: (kind: ReportKind) => void;
  readonly onKept: () => void;
  readonly onCentre: () => void;
  readonly onIndex: () => void;
  readonly onCut: () => void;
};

/** One form: every number leads to its files, and it comes out as a sheet or a workbook. */
function Form({ kind, onKind, onClose, onOpen, onKept, onCentre, onIndex, onCut }: FormProps) {
  const { common, cut, index766, register, report } = useTexts();
  const says = ['supervisor', 'admin'].includes(useKnownStatus(roleOf) ?? '');
  const [shown, setShown] = useState<NumberPlace | null>(null);
  const table = useRef<HTMLTableElement>(null);
  const chosen = usePeriod(kind, () => setShown(null));
  const { period } = chosen;
  const asked = { report: kind, from: period.from, to: period.to } as const;
  const making = useReport(asked);
  const { data, error, underWay } = making;
  const file = useReportFile(asked);
  const [place, setPlace] = useState<NumberPlace>({ row: 0, column: 0 });
  const lines = data === undefined ? [] : linesOf(data, kind, report.total);
  const columns = reportColumnsOf(kind);

  const known = data !== undefined;
  useEffect(() => {
    if (known && shown === null) table.current?.focus();
  }, [known, shown]);

  // With the files below it the table is half as high: the number they belong to stays in sight.
  useEffect(() => {
    table.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [shown, place.row]);

  /** Of Biểu 08b nothing is counted: what stands there was said. */
  function show(at: NumberPlace): void {
    setPlace(at);
    if (kind !== '08b') setShown(at);
    else if (says) onCentre();
  }

  useShortcuts([
    { keys: 'F8', label: report.toTable, run: () => table.current?.focus() },
    ...kinds.map((one, index) => ({ keys: `Alt+${index + 1}`, label: report.forms[one].name, run: () => onKind(one) })),
    { keys: 'ArrowDown', label: report.move, run: () => undefined, helpOnly: true },
    { keys: 'Enter', label: report.showFiles, run: () => undefined, helpOnly: true },
    { keys: 'Escape', label: common.back, run: () => (shown === null ? onClose() : setShown(null)) },
  ]);

  const line = shown === null ? undefined : lines[shown.row];
  const column = (shown === null ? undefined : columns[shown.column]) ?? '3';
  return (
    <Panel
      title={report.forms[kind].name}
      aside={
        <>
          <FileOutcome file={file} />
          <ActionButton keys="Esc" label={register.title} onAct={onClose} />
          {kind === '08b' && says && <ActionButton keys="Alt+6" label={report.sayCentre} onAct={onCentre} />}
          <ActionButton keys="Alt+4" label={index766.name} onAct={onIndex} />
          <ActionButton keys="Alt+5" label={cut.name} onAct={onCut} />
          <ActionButton keys="Alt+7" label={report.kept} onAct={onKept} />
          <FileButtons file={file} busy={underWay} />
        </>
      }
      sx={{ height: '100%', gap: 2 }}
    >
      <Row wrap gap={4} align="flex-end" shrink={false}>
        <Segmented
          label={report.form}
          value={kind}
          onChange={onKind}
          choices={kinds.map((one) => ({ value: one, label: report.forms[one].name }))}
        />
        <PeriodField {...chosen} />
        <Text size="small" tone="secondary" padding={[0, 0, 1, 0]}>
          {report.days(dateText(period.from), dateText(period.to))}
          {period.lawful ? ` · ${report.sendBy(dateText(period.sendBy))}` : ''}
        </Text>
      </Row>
      <Text size="small" tone="secondary">
        <Text as="span" weight={600}>
          {report.forms[kind].title}.
        </Text>{' '}
        {report.forms[kind].hint}
      </Text>
      <FaultNote error={error ?? file.error} />
      <UnderWay making={making} />
      {data !== undefined && (
        <Block
          scroll
          minHeight={leastOfTable}
          shrink
          radius={8}
          maxHeight={shown === null ? undefined : '45%'}
          css={{
            '&:has(> table:focus-visible)': { outline: '2px solid var(--focus)' },
            ...(underWay ? { opacity: 0.45 } : {}),
          }}
        >
          <Numbers
            ref={table}
            kind={kind}
            lines={lines}
            busy={underWay}
            place={place}
            onMove={setPlace}
            onChoose={show}
          />
        </Block>
      )}
      {data !== undefined && !underWay && <Remarks data={data} />}
      {line !== undefined && shown !== null && kind !== '08b' && (
        <ReportFiles
          asked={{ ...asked, report: kind }}
          column={column}
          named={line.values[column] === null ? report.eitherColumn(unsureOf(column)) : column}
          field={line.field}
          {...(line.key === undefined ? {} : { fieldKey: line.key })}
          onOpen={onOpen}
        />
      )}
    </Panel>
  );
}

/** What is in one of two columns and nobody knows in which: both of them. */
const unsure = [
  ['4', '5'],
  ['9', '10'],
  ['14', '15'],
] as const;

function unsureOf(column: string): readonly string[] {
  return unsure.find((pair) => pair.some((one) => one === column)) ?? [column];
}

/** Biểu 08b has no line for the sum: it is of one centre. */
function linesOf({ rows, total }: ReportAnswer, kind: ReportKind, sum: string): readonly FormLine[] {
  const fields = rows.map(({ key, values }) => ({ key, field: key, values }));
  return kind === '08b' ? fields : [...fields, { field: sum, values: total.values }];
}
