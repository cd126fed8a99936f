import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { ReportAnswer, ReportValue } from '../../../../electron/contract/books/report/report.ts';
import { lineTermText } from '../../../../electron/domain/books/report/cut.ts';
import { desk, queries } from '../../../desk/client.ts';
import { roleOf, useKnownStatus } from '../../../desk/desk-status.ts';
import { useSettings } from '../../../look/settings.ts';
import { ActionButton } from '../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../parts/controls/Field.tsx';
import { OutcomeLine } from '../../../parts/controls/OutcomeLine.tsx';
import { UnderWay } from '../../../parts/controls/UnderWay.tsx';
import { Dialog } from '../../../parts/dialog/Dialog.tsx';
import { useShortcuts } from '../../../parts/keys/shortcuts.ts';
import { Panel } from '../../../parts/layout/Panel.tsx';
import { Column, Row, Text } from '../../../parts/layout/primitives.ts';
import { Choice, ChoiceList } from '../../../parts/list/ChoiceList.tsx';
import { ListHead } from '../../../parts/list/ListHead.tsx';
import { useListCursor } from '../../../parts/list/cursor.ts';
import { formatCount, formatDate, parseDate } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';
import { useReport } from './useReport.ts';
import { PeriodField, usePeriod } from './Period.tsx';
import { Remarks } from './Remarks.tsx';
import { leastOfTable } from './table-height.ts';
import { ReportFiles } from './ReportFiles.tsx';
import { FileButtons, FileOutcome, useReportFile } from './report-file.tsx';
import { shareText } from './shares.ts';

type Line = ReportAnswer['rows'][number];

const columns = { columns: 'minmax(0, 1fr) 5rem 10rem 10rem 7rem', columnGap: 3, padding: [1, 2] } as const;

type CutProps = {
  readonly onClose: () => void;
  readonly onIndex: () => void;
  readonly onOpen: (caseId: string) => void;
};

/** Of each procedure the law's time beside what the office commits to, and what that comes to over the files of a period. */
export function Cut({ onClose, onIndex, onOpen }: CutProps) {
  const { common, cut, index766, report } = useTexts();
  const says = useKnownStatus(roleOf) === 'supervisor';
  const list = useRef<HTMLDivElement>(null);
  const [behind, setBehind] = useState<Line | null>(null);
  const period = usePeriod('07a', () => setBehind(null));
  const asked = { report: 'cut', from: period.period.from, to: period.period.to } as const;
  const making = useReport(asked);
  const file = useReportFile(asked);
  const { data, error, underWay } = making;
  const [saying, setSaying] = useState<Line | null>(null);
  const [said, setSaid] = useState('');
  const rows = data?.rows ?? [];
  const cursor = useListCursor(rows.length, { page: 8, acts: { Enter: () => say(rows[cursor.current]) } });
  const known = data !== undefined;
  useEffect(() => {
    if (known && saying === null && behind === null) list.current?.focus();
  }, [known, saying, behind]);

  function say(line: Line | undefined): void {
    // What no law gives a time cannot be committed to less.
    if (says && line !== undefined && line.values['legal'] !== 'N/A') setSaying(line);
  }

  useShortcuts([
    ...(says ? [{ keys: 'Enter', label: cut.set, run: () => undefined, helpOnly: true }] : []),
    { keys: 'Escape', label: common.back, run: () => (behind === null ? onClose() : setBehind(null)) },
  ]);
  const share = (value: ReportValue | undefined) => shareText(value, cut.notKnown);
  const many = (value: ReportValue | undefined) => formatCount(Number(value));
  const total = data?.total.values;
  return (
    <Panel
      title={cut.title}
      aside={
        <>
          {said === '' ? <FileOutcome file={file} /> : <OutcomeLine tone="good">{said}</OutcomeLine>}
          <ActionButton keys="Esc" label={report.toForm} onAct={onClose} />
          <ActionButton keys="Alt+4" label={index766.name} onAct={onIndex} />
          <ActionButton
            keys="Alt+O"
            label={cut.showFiles}
            onAct={() => setBehind(rows[cursor.current] ?? null)}
            disabled={rows.length === 0}
          />
          <FileButtons file={{ ...file, make: (format) => (setSaid(''), file.make(format)) }} busy={underWay} />
        </>
      }
      sx={{ height: '100%', gap: 2 }}
    >
      <Row wrap gap={4} align="flex-end" shrink={false}>
        <PeriodField {...period} />
        {total !== undefined && Number(total['files']) > 0 && (
          <Text size="lead" weight={700} role="status">
            {total['promised'] === 0
              ? cut.nothingSaid(many(total['procedures']))
              : cut.whole(
                  share(total['cut']),
                  many(total['enough']),
                  many(total['promised']),
                  many(total['procedures']),
                )}
          </Text>
        )}
      </Row>
      <Text size="small" tone="secondary">
        {cut.hint} {cut.notApplicable} {says && cut.enterHint}
      </Text>
      <FaultNote error={error ?? file.error} />
      <UnderWay making={making} />
      {total?.['files'] === 0 && <Text tone="secondary">{cut.none}</Text>}
      {rows.length > 0 && (
        <Column
          gap={0}
          minHeight={leastOfTable}
          shrink
          maxHeight={behind === null ? undefined : '45%'}
          css={underWay ? { opacity: 0.45 } : {}}
        >
          <ListHead columns={columns} names={cut.columns} />
          <ChoiceList
            id="cut"
            label={cut.title}
            current={cursor.current}
            holdsFocus
            ref={list}
            onKeyDown={cursor.onKeyDown}
          >
            {rows.map((line, index) => (
              <Choice
                key={line.key}
                id={`cut-${index}`}
                current={index === cursor.current}
                onCurrent={() => cursor.setRow(index)}
                onChoose={() => say(line)}
                {...columns}
              >
                <Text lines={2}>
                  {line.name}{' '}
                  <Text as="span" size="small" tone="secondary">
                    {line.key}
                  </Text>
                </Text>
                <Text>{formatCount(Number(line.values['files']))}</Text>
                <Time line={line} name="legal" />
                <Time line={line} name="committed" />
                <Text weight={500} tone={toneOf(line.values['cut'])}>
                  {share(line.values['cut'])}
                </Text>
              </Choice>
            ))}
          </ChoiceList>
        </Column>
      )}
      {known && !underWay && behind === null && <Remarks data={data} />}
      {behind !== null && (
        <ReportFiles
          asked={asked}
          column="files"
          fieldKey={behind.key}
          title={(count) => cut.filesOf(behind.key, count)}
          onOpen={onOpen}
        />
      )}
      {saying !== null && (
        <CommitDialog
          line={saying}
          today={period.today}
          onClose={() => setSaying(null)}
          onSaid={(from) => setSaid(from > period.period.to ? cut.later(formatDate(from)) : cut.said)}
        />
      )}
    </Panel>
  );
}

function toneOf(cut: ReportValue | undefined): 'good' | 'soon' | 'secondary' | 'ink' {
  if (typeof cut === 'number') return cut >= 30 ? 'good' : 'ink';
  return cut === 'N/A' ? 'secondary' : 'soon';
}

function Time({ line, name }: { readonly line: Line; readonly name: 'legal' | 'committed' }) {
  const { cut } = useTexts();
  const { language } = useSettings();
  if (line.values['legal'] === 'N/A') return <Text tone="secondary">{name === 'legal' ? cut.withoutLaw : 'N/A'}</Text>;
  if (line.values[name] === 'N/A') return <Text tone="secondary">{cut.notCommitted}</Text>;
  const text = lineTermText(line, name, language);
  return text === null ? <Text tone="soon">{cut.notKnown}</Text> : <Text>{text}</Text>;
}

type CommitProps = {
  readonly line: Line;
  readonly today: string;
  readonly onClose: () => void;
  readonly onSaid: (from: string) => void;
};

function CommitDialog({ line, today, onClose, onSaid }: CommitProps) {
  const { common, cut } = useTexts();
  const { key, name = key } = line;
  const [value, setValue] = useState('');
  const [document, setDocument] = useState('');
  const [from, setFrom] = useState(formatDate(today));
  const [tried, setTried] = useState(false);
  const day = parseDate(from);
  const isWrong = !/^([1-9]\d{0,3})?$/.test(value.trim());
  const set = useMutation(
    desk.report.setCommitted.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries();
        onSaid(day ?? today);
        onClose();
      },
    }),
  );

  function submit(): void {
    setTried(true);
    if (isWrong || day?.length !== 10 || document.trim() === '' || set.isPending) return;
    set.mutate({
      procedureCode: key,
      value: value.trim() === '' ? null : Number(value),
      document: document.trim(),
      from: day,
    });
  }

  return (
    <Dialog title={cut.set} onClose={onClose} act={{ label: cut.set, onAct: submit, disabled: set.isPending }}>
      <Text weight={600}>{name}</Text>
      <Row gap={2}>
        <Text tone="secondary">{cut.byLaw}</Text>
        <Time line={line} name="legal" />
      </Row>
      <Field
        label={cut.value}
        hint={cut.ends}
        autoFocus
        value={value}
        error={tried && isWrong ? cut.valueWrong : undefined}
        onChange={(event) => setValue(event.target.value)}
        inputProps={{ inputMode: 'numeric' }}
      />
      <Field
        label={cut.document}
        value={document}
        error={tried && document.trim() === '' ? common.issues['required'] : undefined}
        onChange={(event) => setDocument(event.target.value)}
      />
      <Field
        label={cut.from}
        value={from}
        error={tried && day?.length !== 10 ? common.issues.date : undefined}
        onChange={(event) => setFrom(event.target.value)}
      />
      <FaultNote error={set.error} />
    </Dialog>
  );
}
