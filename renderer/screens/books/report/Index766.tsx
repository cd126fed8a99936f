import { useEffect, useRef, useState } from 'react';
import type { Indicator, IndexWeek, ReportValue } from '../../../../electron/contract/books/report/report.ts';
import { percentOf } from '../../../../electron/domain/books/report/figures.ts';
import { twiceSaid } from '../../../../electron/domain/books/report/raise-766.ts';
import { useSettings } from '../../../look/settings.ts';
import { rem } from '../../../look/theme.ts';
import { ActionButton } from '../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { UnderWay } from '../../../parts/controls/UnderWay.tsx';
import { useShortcuts } from '../../../parts/keys/shortcuts.ts';
import { LineChart } from '../../../parts/chart/LineChart.tsx';
import { Panel } from '../../../parts/layout/Panel.tsx';
import { Block, Column, Row, Text } from '../../../parts/layout/primitives.ts';
import { Choice, ChoiceList } from '../../../parts/list/ChoiceList.tsx';
import { ListHead } from '../../../parts/list/ListHead.tsx';
import { useListCursor } from '../../../parts/list/cursor.ts';
import { formatCount } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';
import { useReport } from './useReport.ts';
import { PeriodField, usePeriod } from './Period.tsx';
import { figureText, shareText } from './shares.ts';
import { Remarks } from './Remarks.tsx';
import { leastOfTable } from './table-height.ts';
import { ReportFiles } from './ReportFiles.tsx';
import { FileButtons, FileOutcome, useReportFile } from './report-file.tsx';

type Props = {
  readonly onClose: () => void;
  readonly onOpen: (caseId: string) => void;
  readonly onCut: () => void;
};

const columns = {
  columns: '3rem minmax(0, 1.1fr) 8rem 7.5rem 7rem 3.5rem minmax(0, 1.2fr)',
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
      sx={{ height: '100%', gap: 2 }}
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
          minHeight={leastOfTable}
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
  indicator: { code, value, ours, numerator, denominator, points, max, twice, lost, raise },
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
  const said = twiceSaid({ twice });
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
        {said !== null && <Text size="small">{language === 'vi' ? said.text : said.textEn}</Text>}
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

const dayMonth = (day: string) => `${day.slice(8)}/${day.slice(5, 7)}`;

/** A line for each week: its files, how many of them were on time by our promise and by the portal, and what would raise it. */
function Weeks({ weeks }: { readonly weeks: readonly IndexWeek[] }) {
  const { index766 } = useTexts();
  const { language } = useSettings();
  const share = (part: number, whole: number) => shareText(whole === 0 ? null : percentOf(part, whole), '–');
  const shares = (of: 'onTime' | 'ours') =>
    weeks.map((week) => (week.files === 0 ? null : percentOf(week[of], week.files)));
  const most = Math.max(1, ...weeks.map(({ files }) => files));
  const { week: first, raise: last, ...between } = index766.weekColumns;
  return (
    <Column as="section" gap={1} shrink={false} maxHeight="36%" scroll tabIndex={0} aria-label={index766.weeks}>
      <Text weight={600}>{index766.weeks}</Text>
      <Row wrap gap={4} align="flex-start">
        {weeks.length > 1 && (
          <Block css={{ flex: `2 1 ${rem(300)}` }}>
            <LineChart
              label={index766.weeks}
              along={weeks.map(({ from }) => dayMonth(from))}
              lines={[
                { name: index766.byPortal, values: shares('onTime') },
                { name: index766.onPaper, values: shares('ours') },
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
          </Block>
        )}
        <table aria-label={index766.weeks} style={{ borderCollapse: 'collapse', flex: `5 1 ${rem(640)}` }}>
          <thead>
            <tr>
              <WeekHead stands="first">{first}</WeekHead>
              {Object.values(between).map((name) => (
                <WeekHead key={name}>{name}</WeekHead>
              ))}
              <WeekHead stands="last">{last}</WeekHead>
            </tr>
          </thead>
          <tbody>
            {weeks.map(({ from, to, files, ours, onTime, online, raise }) => (
              <tr key={from}>
                <Text as="th" scope="row" weight={400} size="small" textAlign="left" nowrap padding={[0, 2, 0, 0]}>
                  {index766.weekOf(dayMonth(from), dayMonth(to))}
                </Text>
                <Text as="td" size="small" textAlign="right" nowrap padding={[0, 2]}>
                  <svg width="80" height="10" aria-hidden style={{ marginRight: 8 }}>
                    <rect x={80 - (files / most) * 80} width={(files / most) * 80} height="10" fill="var(--late)" />
                    <rect x={80 - (files / most) * 80} width={(onTime / most) * 80} height="10" fill="var(--brand)" />
                  </svg>
                  {formatCount(files)}
                </Text>
                <WeekShare>{share(ours, files)}</WeekShare>
                <WeekShare>{share(onTime, files)}</WeekShare>
                <WeekShare>{formatCount(online)}</WeekShare>
                <Text as="td" size="small" padding={[0, 0, 0, 2]}>
                  {raise === null ? '' : language === 'vi' ? raise.text : raise.textEn}
                </Text>
              </tr>
            ))}
          </tbody>
        </table>
      </Row>
    </Column>
  );
}

function WeekHead({ children, stands }: { readonly children: string; readonly stands?: 'first' | 'last' }) {
  return (
    <Text
      as="th"
      scope="col"
      size="small"
      tone="secondary"
      textAlign={stands === undefined ? 'right' : 'left'}
      padding={[0, stands === 'last' ? 0 : 2, 0, stands === 'first' ? 0 : 2]}
    >
      {children}
    </Text>
  );
}

function WeekShare({ children }: { readonly children: string }) {
  return (
    <Text as="td" size="small" textAlign="right" nowrap padding={[0, 2]}>
      {children}
    </Text>
  );
}
