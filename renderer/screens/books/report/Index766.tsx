import { useEffect, useRef, useState } from 'react';
import type { Indicator, IndexWeek, ReportValue } from '../../../../electron/contract/books/report/report.ts';
import { dateText } from '../../../../electron/domain/base/civil-time.ts';
import { percentOf } from '../../../../electron/domain/books/report/figures.ts';
import { useSettings } from '../../../look/settings.ts';
import { rem } from '../../../look/theme.ts';
import { ActionButton } from '../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { UnderWay } from '../../../parts/controls/UnderWay.tsx';
import { useShortcuts } from '../../../parts/keys/shortcuts.ts';
import { LineChart } from '../../../parts/chart/LineChart.tsx';
import { Panel } from '../../../parts/layout/Panel.tsx';
import { Column, Grid, Row, Text } from '../../../parts/layout/primitives.ts';
import { Choice, ChoiceList } from '../../../parts/list/ChoiceList.tsx';
import { ListHead } from '../../../parts/list/ListHead.tsx';
import { useListCursor } from '../../../parts/list/cursor.ts';
import { formatCount } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';
import { useReport } from './useReport.ts';
import { PeriodField, usePeriod } from './Period.tsx';
import { figureText, shareText } from './shares.ts';
import { Remarks } from './Remarks.tsx';
import { ReportFiles } from './ReportFiles.tsx';
import { FileButtons, FileOutcome, useReportFile } from './report-file.tsx';

type Props = {
  readonly onClose: () => void;
  readonly onOpen: (caseId: string) => void;
  readonly onCut: () => void;
};

const columns = {
  columns: '3rem minmax(12rem, 1fr) 9rem 9rem 8rem 4rem minmax(12rem, 1.2fr)',
  columnGap: 3,
  padding: [1, 2],
} as const;

/** The index of public service: what each indicator comes to as far as the desk knows, which files lost it and what would raise it. */
export function Index766({ onClose, onOpen, onCut }: Props) {
  const { common, cut, index766, report } = useTexts();
  const [shown, setShown] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const chosen = usePeriod('07a', () => setShown(null));
  const { period } = chosen;
  const asked = { report: '766', from: period.from, to: period.to } as const;
  const making = useReport(asked);
  const file = useReportFile(asked);
  const { data, error, underWay } = making;
  const indicators = data?.indicators ?? [];
  const cursor = useListCursor(indicators.length, { page: 8, acts: { Enter: () => show(indicators[cursor.current]) } });
  const known = data !== undefined;
  useEffect(() => {
    if (known && shown === null) list.current?.focus();
  }, [known, shown]);

  function show(indicator: Indicator | undefined): void {
    if (indicator !== undefined && (indicator.lost ?? 0) > 0) setShown(indicator.code);
  }

  useShortcuts([
    { keys: 'Enter', label: index766.show, run: () => undefined, helpOnly: true },
    { keys: 'Escape', label: common.back, run: () => (shown === null ? onClose() : setShown(null)) },
  ]);

  return (
    <Panel
      title={index766.title}
      aside={
        <>
          <FileOutcome file={file} />
          <ActionButton keys="Esc" label={report.toForm} onAct={onClose} />
          <ActionButton keys="Alt+5" label={cut.name} onAct={onCut} />
          <FileButtons file={file} busy={underWay} />
        </>
      }
      sx={{ height: '100%', overflow: 'hidden', gap: 2 }}
    >
      <Row wrap gap={4} align="flex-end" shrink={false}>
        <PeriodField {...chosen} />
        {data?.points !== undefined && (
          <Row gap={2} align="baseline">
            <Text size="lead" weight={700}>
              {index766.points(figureText(data.points.least), figureText(data.points.most))}
            </Text>
            <Text size="small" tone="secondary">
              {index766.ofHundred}
            </Text>
          </Row>
        )}
      </Row>
      <Text size="small" tone="secondary">
        {index766.hint}
      </Text>
      <Text size="small" tone="soon">
        {index766.unverified}
      </Text>
      <FaultNote error={error ?? file.error} />
      <UnderWay making={making} />
      {known && (
        <Column
          gap={0}
          minHeight={0}
          shrink
          grow={shown === null}
          maxHeight={shown === null ? undefined : '45%'}
          css={underWay ? { opacity: 0.45 } : {}}
        >
          <ListHead columns={columns} names={index766.columns} />
          <ChoiceList
            id="index-766"
            label={index766.title}
            current={cursor.current}
            holdsFocus
            ref={list}
            onKeyDown={cursor.onKeyDown}
          >
            {indicators.map((one, index) => (
              <Choice
                key={one.code}
                id={`index-766-${index}`}
                current={index === cursor.current}
                onCurrent={() => cursor.setRow(index)}
                onChoose={() => show(one)}
                {...columns}
              >
                <Line indicator={one} />
              </Choice>
            ))}
          </ChoiceList>
        </Column>
      )}
      {known && shown === null && (data.weeks ?? []).length > 0 && <Weeks weeks={data.weeks ?? []} />}
      {known && !underWay && shown === null && <Remarks data={data} />}
      {shown !== null && (
        <ReportFiles
          asked={asked}
          column={shown}
          title={(count) => index766.lostFiles(shown, index766.indicators[shown] ?? '', count)}
          onOpen={onOpen}
        />
      )}
    </Panel>
  );
}

function Line({
  indicator: { code, value, ours, numerator, denominator, points, max, lost, raise },
}: {
  readonly indicator: Indicator;
}) {
  const { index766 } = useTexts();
  const { language } = useSettings();
  const range = (one: { readonly least: number; readonly most: number } | null) =>
    one === null
      ? ''
      : one.least === one.most
        ? figureText(one.least)
        : `${figureText(one.least)}–${figureText(one.most)}`;
  const share = (one: ReportValue) => shareText(one, index766.notKnown);
  const full = points.least === max;
  return (
    <>
      <Text weight={500}>{code}</Text>
      <div>
        <Text>{index766.indicators[code] ?? code}</Text>
        {index766.doubts[code] !== undefined && (
          <Text size="small" tone="soon">
            {index766.doubts[code]}
          </Text>
        )}
      </div>
      <div>
        <Text tone={value === null ? 'soon' : 'ink'}>{share(value)}</Text>
        {ours !== undefined && (
          <Text size="small" tone="secondary">
            {index766.ours(share(ours))}
          </Text>
        )}
      </div>
      <Text size="small" tone="secondary">
        {numerator === null ? '' : `${range(numerator)} / ${range(denominator)}`}
      </Text>
      <Text weight={500} tone={full ? 'good' : 'ink'}>
        {range(points)} / {max}
      </Text>
      <Text tone={(lost ?? 0) > 0 ? 'late' : 'secondary'}>{lost === null ? '' : formatCount(lost)}</Text>
      <Text size="small">{raise === null ? '' : language === 'vi' ? raise.text : raise.textEn}</Text>
    </>
  );
}

/** A line for each week with its bar: how many were on time by the portal and by our promise, and what would raise it. */
function Weeks({ weeks }: { readonly weeks: readonly IndexWeek[] }) {
  const { index766 } = useTexts();
  const { language } = useSettings();
  const share = (part: number, whole: number) => shareText(whole === 0 ? null : percentOf(part, whole), '–');
  const most = Math.max(1, ...weeks.map(({ files }) => files));
  return (
    <Column as="section" gap={1} shrink={false} maxHeight="34%" scroll tabIndex={0} aria-label={index766.weeks}>
      <Text weight={600}>{index766.weeks}</Text>
      <Grid columns={weeks.length < 2 ? 'minmax(0, 1fr)' : 'minmax(0, 2fr) minmax(0, 3fr)'} gap={4} align="start">
        {weeks.length > 1 && (
          <LineChart
            label={index766.weeks}
            along={weeks.map(({ from }) => `${from.slice(8)}/${from.slice(5, 7)}`)}
            lines={[
              {
                name: index766.byPortal,
                values: weeks.map(({ onTime, files }) => (files === 0 ? null : percentOf(onTime, files))),
              },
              {
                name: index766.onPaper,
                values: weeks.map(({ ours, files }) => (files === 0 ? null : percentOf(ours, files))),
              },
            ]}
            end={100}
            format={(value) => `${figureText(value)} %`}
            notKnown="–"
            width={460}
            height={150}
            letters={12}
            keySize={rem(12)}
            told={false}
          />
        )}
        <table aria-label={index766.weeks} style={{ borderCollapse: 'collapse' }}>
          <tbody>
            {weeks.map(({ from, to, files, ours, onTime, raise }) => (
              <tr key={from}>
                <Text as="th" scope="row" weight={400} size="small" tone="secondary" textAlign="left" width={190}>
                  {index766.weekOf(dateText(from), dateText(to))}
                </Text>
                <Text as="td" width={232}>
                  <svg width="220" height="14" aria-hidden>
                    <rect width={(files / most) * 220} height="14" rx="2" fill="var(--late)" />
                    <rect width={(onTime / most) * 220} height="14" rx="2" fill="var(--brand)" />
                  </svg>
                </Text>
                <Text as="td" size="small">
                  {files === 0
                    ? index766.none
                    : index766.weekSays(formatCount(files), share(ours, files), share(onTime, files))}
                </Text>
                <Text as="td" size="small" padding={[0, 3]}>
                  {raise === null ? '' : language === 'vi' ? raise.text : raise.textEn}
                </Text>
              </tr>
            ))}
          </tbody>
        </table>
      </Grid>
    </Column>
  );
}
