import { useEffect, useRef, useState } from 'react';
import type { Indicator, ReportValue } from '../../../../electron/contract/books/report/report.ts';
import { isOfProcedures } from '../../../../electron/domain/books/report/procedures-766.ts';
import { twiceSaid } from '../../../../electron/domain/books/report/raise-766.ts';
import { useSettings } from '../../../look/settings.ts';
import { ActionButton } from '../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { UnderWay } from '../../../parts/controls/UnderWay.tsx';
import { useShortcuts } from '../../../parts/keys/shortcuts.ts';
import { Panel } from '../../../parts/layout/Panel.tsx';
import { Column, Row, Text } from '../../../parts/layout/primitives.ts';
import { Choice, ChoiceList } from '../../../parts/list/ChoiceList.tsx';
import { ListHead } from '../../../parts/list/ListHead.tsx';
import { useListCursor } from '../../../parts/list/cursor.ts';
import { formatCount } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';
import { useReport } from './useReport.ts';
import { PeriodField, usePeriod } from './Period.tsx';
import { IndexProcedures } from './IndexProcedures.tsx';
import { IndexWeeks } from './IndexWeeks.tsx';
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

type Named = { readonly code: string; readonly name: string };

const columns = {
  columns: '3rem minmax(0, 1.1fr) 8rem 7.5rem 7rem 5rem minmax(0, 1.2fr)',
  columnGap: 3,
  padding: [1, 2],
} as const;

/** The index of public service: what each indicator comes to as far as the desk knows, which files lost it and what would raise it. */
export function Index766({ onClose, onOpen, onCut }: Props) {
  const { common, cut, index766, report } = useTexts();
  const [shown, setShown] = useState<string | null>(null);
  /** Of an indicator that counts procedures the one whose files are shown. */
  const [of, setOf] = useState<Named | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const chosen = usePeriod('07a', () => setBehind(null));
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

  function setBehind(code: string | null): void {
    setShown(code);
    setOf(null);
  }

  function show(indicator: Indicator | undefined): void {
    if (indicator === undefined) return;
    const { lost = 0, unknown = 0 } = indicator.procedures ?? {};
    if ((indicator.lost ?? 0) > 0 || lost + unknown > 0) setBehind(indicator.code);
  }

  function back(): void {
    if (of !== null) setOf(null);
    else if (shown !== null) setBehind(null);
    else onClose();
  }

  useShortcuts([
    { keys: 'Enter', label: index766.show, run: () => undefined, helpOnly: true },
    { keys: 'Escape', label: common.back, run: back },
  ]);

  return (
    <Panel
      title={index766.title}
      aside={
        <>
          <FileOutcome file={file} />
          <ActionButton keys="Esc" label={report.toForm} onAct={onClose} />
          <ActionButton keys="Alt+5" label={cut.name} onAct={onCut} />
          <ActionButton keys="Alt+6" label={index766.times} onAct={() => setBehind('2.2')} />
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
      {known && shown === null && (data.weeks ?? []).length > 0 && <IndexWeeks weeks={data.weeks ?? []} />}
      {known && !underWay && shown === null && <Remarks data={data} />}
      {shown !== null && isOfProcedures(shown) && of === null && (
        <IndexProcedures asked={period} column={shown} onFiles={setOf} />
      )}
      {shown !== null && (of !== null || !isOfProcedures(shown)) && (
        <ReportFiles
          asked={asked}
          column={shown}
          {...(of === null ? {} : { fieldKey: of.code })}
          title={(count) =>
            of === null
              ? index766.lostFiles(shown, index766.indicators[shown] ?? '', count)
              : index766.filesOf(shown, of.name, count)
          }
          onOpen={onOpen}
        />
      )}
    </Panel>
  );
}

function Line({
  indicator: { code, value, ours, numerator, denominator, points, max, twice, lost, procedures, raise },
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
      {procedures === undefined ? (
        <Text tone={(lost ?? 0) > 0 ? 'late' : 'secondary'}>{lost === null ? '' : formatCount(lost)}</Text>
      ) : (
        <Text tone={procedures.lost > 0 ? 'late' : 'secondary'}>
          {index766.lostOfProcedures(
            formatCount(procedures.lost),
            procedures.unknown === 0 ? '' : formatCount(procedures.unknown),
          )}
        </Text>
      )}
      <Text size="small">{raise === null ? '' : language === 'vi' ? raise.text : raise.textEn}</Text>
    </>
  );
}
