import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type {
  FigureKind,
  KeptReport,
  MovedFile,
  ReportAgain,
  ReportDifference,
  SaidSince,
} from '../../../../electron/contract/books/report/report.ts';
import { desk } from '../../../desk/client.ts';
import { usePlace } from '../../../desk/places.ts';
import { useLongWork, useStop, useWatchName } from '../../../desk/watched.ts';
import { useSettings } from '../../../look/settings.ts';
import { ActionButton } from '../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { UnderWay } from '../../../parts/controls/UnderWay.tsx';
import { useShortcuts } from '../../../parts/keys/shortcuts.ts';
import { Panel } from '../../../parts/layout/Panel.tsx';
import { Block, Column, Row, Text } from '../../../parts/layout/primitives.ts';
import { Choice, ChoiceList } from '../../../parts/list/ChoiceList.tsx';
import { EmptyState } from '../../../parts/list/EmptyState.tsx';
import { useListCursor } from '../../../parts/list/cursor.ts';
import { formatCount, formatDate, formatDateTime } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';
import { Figure } from './Numbers.tsx';

type KeptReportsProps = { readonly onClose: () => void; readonly onOpen: (caseId: string) => void };

/** The reports that left the desk as files; Enter makes one again and says whether it still is what it was. */
export function KeptReports({ onClose, onOpen }: KeptReportsProps) {
  const { common, report } = useTexts();
  const list = useRef<HTMLDivElement>(null);
  const { data, error, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery(
    desk.report.kept.infiniteOptions({
      input: (skip: number) => ({ skip, limit: 200 }),
      initialPageParam: 0,
      getNextPageParam: ({ count }, pages) => {
        const read = pages.reduce((sum, page) => sum + page.reports.length, 0);
        return read < count ? read : undefined;
      },
    }),
  );
  const more = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  const [chosen, setChosen] = useState<string | null>(null);
  const reports = data?.pages.flatMap((page) => page.reports) ?? [];
  const choose = (index: number) => setChosen(reports[index]?.reportId ?? null);
  const cursor = useListCursor(reports.length, { page: 8, acts: { Enter: () => choose(cursor.current) } });
  const known = data !== undefined;
  useEffect(() => {
    if (known && chosen === null) list.current?.focus();
  }, [known, chosen]);
  useShortcuts([
    { keys: 'Enter', label: report.makeAgain, run: () => undefined, helpOnly: true },
    { keys: 'Escape', label: common.back, run: () => (chosen === null ? onClose() : setChosen(null)) },
  ]);
  return (
    <Panel
      title={report.keptTitle}
      aside={<ActionButton keys="Esc" label={report.toForm} onAct={onClose} />}
      sx={{ height: '100%', gap: 2 }}
    >
      <Text size="small" tone="secondary">
        {report.keptHint}
      </Text>
      <FaultNote error={error} />
      {known && reports.length === 0 ? (
        <EmptyState title={report.keptNone}>{report.keptTeach}</EmptyState>
      ) : (
        <ChoiceList
          id="kept-reports"
          label={report.keptTitle}
          current={cursor.current}
          holdsFocus
          ref={list}
          onKeyDown={cursor.onKeyDown}
          onNearEnd={more}
          {...(chosen === null ? {} : { maxHeight: '35%' })}
        >
          {reports.map((one, index) => (
            <Choice
              key={one.reportId}
              id={`kept-reports-${index}`}
              current={index === cursor.current}
              onCurrent={() => cursor.setRow(index)}
              onChoose={() => choose(index)}
              columns="18rem 4rem minmax(0, 1fr) 19rem"
              columnGap={3}
              padding={[1, 2]}
            >
              <KeptLine report={one} />
            </Choice>
          ))}
        </ChoiceList>
      )}
      {chosen !== null && <Again key={chosen} reportId={chosen} onOpen={onOpen} />}
    </Panel>
  );
}

/** What a kind of figures is called; the index and the cut are no forms. */
function useReportName(): (kind: FigureKind) => string {
  const { cut, index766, report } = useTexts();
  return (kind) => (kind === '766' ? index766.name : kind === 'cut' ? cut.name : report.forms[kind].name);
}

function KeptLine({ report: one }: { readonly report: KeptReport }) {
  const { report } = useTexts();
  const nameOf = useReportName();
  return (
    <>
      <Text weight={500}>
        {nameOf(one.report)} · {report.named(one)}
      </Text>
      <Text size="small">{one.format.toUpperCase()}</Text>
      <Text>{report.madeBy(formatDateTime(one.madeAt), one.by)}</Text>
      <Text size="small" tone="secondary">
        {report.head(one.head)}
      </Text>
    </>
  );
}

/** One kept report beside the register as it is now. */
function Again({ reportId, onOpen }: { readonly reportId: string; readonly onOpen: (caseId: string) => void }) {
  const { report } = useTexts();
  const watch = useWatchName(['again', reportId]);
  const options = desk.report.again.infiniteOptions({
    input: (from: { skip: number; head?: string }) => ({ reportId, ...from, watch }),
    initialPageParam: { skip: 0 },
    getNextPageParam: ({ moved, head }, pages) => {
      const skip = pages.reduce((sum, page) => sum + page.files.length, 0);
      return skip < moved ? { skip, head } : undefined;
    },
  });
  const stopping = useStop(watch, options.queryKey);
  const { stopped } = stopping;
  const query = useInfiniteQuery({ ...options, enabled: !stopped });
  const { error, isFetching, isFetchingNextPage, hasNextPage, fetchNextPage, refetch } = query;
  const underWay = isFetchingNextPage || (isFetching && query.data === undefined);
  const making = useLongWork(watch, stopping, { underWay, refetch });
  const more = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  const data = query.data?.pages[0];
  if (stopped || data === undefined)
    return error === null || stopped ? <UnderWay making={making} /> : <FaultNote error={error} />;
  const files = query.data?.pages.flatMap((page) => page.files) ?? [];
  // Of one centre the sum is its line.
  const differences = data.differences.filter(({ key }) => key !== null || data.report.report !== '08b');
  return (
    <Column gap={2} grow minHeight={0} css={{ flexBasis: 0 }}>
      <Row wrap gap={4} shrink={false} role="status">
        <Text weight={600} tone={data.sameRegister === 'equal' ? 'good' : 'late'}>
          {data.sameRegister === 'equal' ? '✓ ' : ''}
          {report.sameRegister[data.sameRegister]}
        </Text>
        <Text weight={600} tone={differences.length === 0 ? 'good' : 'soon'}>
          {differences.length === 0 ? `✓ ${report.sameNow}` : report.otherNow(formatCount(differences.length))}
        </Text>
      </Row>
      <Rules rules={data.rules} />
      {differences.length > 0 && <Differences kind={data.report.report} differences={differences} />}
      <Said said={data.said} />
      <UnderWay making={making} />
      <Moved files={files} moved={data.moved} onNearEnd={more} onOpen={onOpen} />
    </Column>
  );
}

/** Files are counted by other rules since: which, in words; the list below says of each file whether it is one of them. */
function Rules({ rules: { made, now, changes } }: Pick<ReportAgain, 'rules'>) {
  const { report } = useTexts();
  const { language } = useSettings();
  if (made > now) return <Text size="small">{report.rulesLater(made, now)}</Text>;
  if (changes.length === 0) return null;
  return (
    <Block shrink={false}>
      <Text size="small" weight={600}>
        {report.rulesChanged(made, now)}
      </Text>
      {changes.map(({ rules, text, textEn }) => (
        <Text key={rules} size="small">
          {report.ruleNamed(rules, language === 'vi' ? text : textEn)}
        </Text>
      ))}
    </Block>
  );
}

type DifferencesProps = { readonly kind: FigureKind; readonly differences: readonly ReportDifference[] };

function Differences({ kind, differences }: DifferencesProps) {
  const { index766, report } = useTexts();
  const lineOf = (key: string | null) =>
    key === null
      ? report.total
      : kind === '766' && key in index766.indicators
        ? `${key} ${index766.indicators[key]}`
        : key;
  return (
    <Block scroll shrink={false} maxHeight="40%" role="list" aria-label={report.differences} tabIndex={0}>
      {differences.map(({ key, column, then, now }) => (
        <Row key={`${key ?? ''} ${column}`} role="listitem" gap={2} padding={[0.5, 2]}>
          <Block width={340} shrink={false}>
            {lineOf(key)}
          </Block>
          <Block width={150} shrink={false}>
            {report.figureColumns[column as keyof typeof report.figureColumns] ?? report.column(column)}
          </Block>
          <Text as="span" weight={500}>
            <Figure value={then} /> → <Figure value={now} />
          </Text>
        </Row>
      ))}
    </Block>
  );
}

/** What the office itself said since that the numbers hang on. */
function Said({ said }: { readonly said: readonly SaidSince[] }) {
  const { log, report } = useTexts();
  return said.map(({ type, at, by, about }) => (
    <Text key={`${type} ${at} ${about}`} size="small">
      {report.entered(
        `${log.types[type as keyof typeof log.types] ?? type} ${/^\d{4}-\d\d-\d\d$/.test(about) ? formatDate(about) : about}`,
        formatDateTime(at),
        by,
      )}
    </Text>
  ));
}

type MovedProps = Pick<ReportAgain, 'files' | 'moved'> & {
  readonly onNearEnd: () => void;
  readonly onOpen: (caseId: string) => void;
};

function Moved({ files, moved, onNearEnd, onOpen }: MovedProps) {
  const { report } = useTexts();
  const { go } = usePlace();
  const list = useRef<HTMLDivElement>(null);
  function open(file: MovedFile | undefined): void {
    if (file === undefined) return;
    if (file.caseId === null) go({ screen: 'petition', number: file.number });
    else onOpen(file.caseId);
  }
  const cursor = useListCursor(files.length, { page: 8, acts: { Enter: () => open(files[cursor.current]) } });
  useEffect(() => list.current?.focus(), []);
  if (moved === 0) return null;
  return (
    <>
      <Row gap={2} align="baseline" shrink={false}>
        <Text weight={600}>{report.moved(formatCount(moved))}</Text>
        {moved > files.length && (
          <Text size="small" tone="secondary">
            {report.filesShown(formatCount(files.length))}
          </Text>
        )}
      </Row>
      <ChoiceList
        id="moved-files"
        label={report.moved(formatCount(moved))}
        current={cursor.current}
        holdsFocus
        ref={list}
        onKeyDown={cursor.onKeyDown}
        onNearEnd={onNearEnd}
      >
        {files.map((file, index) => (
          <Choice
            key={file.number}
            id={`moved-files-${index}`}
            current={index === cursor.current}
            onCurrent={() => cursor.setRow(index)}
            onChoose={() => open(file)}
            columns="13rem minmax(0, 1fr) 12rem minmax(0, 1.2fr)"
            columnGap={3}
            padding={[1, 2]}
          >
            <Text weight={500}>{file.number}</Text>
            <Text lines={2}>{file.procedureName}</Text>
            <Text size="small">{report.fromTo(columnsText(file.then, report), columnsText(file.now, report))}</Text>
            <Why file={file} />
          </Choice>
        ))}
      </ChoiceList>
    </>
  );
}

function columnsText(columns: readonly string[], report: ReturnType<typeof useTexts>['report']): string {
  const numbers = columns.map((column) =>
    column === 'level-unknown'
      ? '4/5'
      : column === 'counted'
        ? report.counted
        : /^\d\.\d$/.test(column)
          ? report.lostIn(column)
          : column,
  );
  return numbers.length === 0 ? report.nowhere : numbers.join(', ');
}

/** The last entry says enough: by it the file stands where it does now. Without one its promise passed, or it is counted by other rules. */
function Why({ file: { since, byRule } }: { readonly file: MovedFile }) {
  const { petition, report } = useTexts();
  const last = since.at(-1);
  const words: Readonly<Record<string, string>> = { ...report.entries, ...petition.events };
  return (
    <Text size="small" tone="secondary">
      {last === undefined
        ? byRule
          ? report.byRule
          : report.timePassed
        : [
            report.entered(words[last.type] ?? last.type, formatDateTime(last.at), last.by),
            ...(byRule ? [report.byRuleToo] : []),
          ].join(', ')}
    </Text>
  );
}
