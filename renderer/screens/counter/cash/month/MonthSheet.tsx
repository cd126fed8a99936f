import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type {
  MoneyFormat,
  MoneyList,
  SettlementAnswer,
} from '../../../../../electron/contract/counter/money/settlement.ts';
import { desk, deskClient } from '../../../../desk/client.ts';
import { todayOf, useKnownStatus } from '../../../../desk/desk-status.ts';
import { useLongWork, useStop, useWatchName } from '../../../../desk/watched.ts';
import { ActionButton } from '../../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { OutcomeLine } from '../../../../parts/controls/OutcomeLine.tsx';
import { Segmented } from '../../../../parts/controls/Segmented.tsx';
import { SelectField } from '../../../../parts/controls/SelectField.tsx';
import { UnderWay } from '../../../../parts/controls/UnderWay.tsx';
import { useShortcuts } from '../../../../parts/keys/shortcuts.ts';
import { Panel } from '../../../../parts/layout/Panel.tsx';
import { Block, Row, Text } from '../../../../parts/layout/primitives.ts';
import { useVolumes } from '../../../../parts/paper/volumes.ts';
import { formatCount, formatDate } from '../../../../text/format.ts';
import { useTexts } from '../../../../text/texts.ts';
import { PaidInParts } from './PaidInParts.tsx';
import { SettlementTable } from './SettlementTable.tsx';
import { UnpaidList } from './UnpaidList.tsx';
import { monthText, monthsBefore } from '../../../../text/months.ts';

type MonthSheetProps = { readonly onBack: () => void; readonly onCase: (caseId: string) => void };

type Wanted = { readonly month: string; readonly list: MoneyList; readonly format: MoneyFormat };

const lists = ['settlement', 'unpaid'] as const satisfies readonly MoneyList[];

/** What a month of the calendar came to, what is paid in of it to whom, and who still owes a fee; each a file on one key. */
export function MonthSheet({ onBack, onCase }: MonthSheetProps) {
  const { cash, common } = useTexts();
  const texts = cash.monthly;
  const today = useKnownStatus(todayOf);
  const months = monthsBefore(today);
  const front = useRef<HTMLDivElement>(null);
  // In its first days the month before is the one that is settled.
  const [chosen, setChosen] = useState(Number(today.slice(8, 10)) <= 10 ? 1 : 0);
  const [list, setList] = useState<MoneyList>('settlement');
  const month = months[chosen] ?? today.slice(0, 7);
  const watch = useWatchName(['settlement', month]);
  const asked = desk.money.settlement.queryOptions({ input: { month, watch } });
  const stopping = useStop(watch, asked.queryKey);
  const { stopped } = stopping;
  const settlement = useQuery({ ...asked, placeholderData: keepPreviousData, staleTime: 0, enabled: !stopped });
  const underWay = settlement.isFetching && (settlement.data === undefined || settlement.isPlaceholderData);
  const making = useLongWork(watch, stopping, { underWay, refetch: settlement.refetch });
  const file = useVolumes(desk.money.monthFile.key(), (wanted: Wanted, from) =>
    deskClient.money.monthFile({ ...wanted, ...from }),
  );

  const known = settlement.data !== undefined;
  useEffect(() => {
    if (known && list === 'settlement') front.current?.focus();
  }, [known, list]);

  function make(format: MoneyFormat): void {
    if (!file.isPending) file.make({ month, list, format });
  }

  useShortcuts([
    { keys: 'Alt+K', label: texts.nextMonth, run: () => setChosen((chosen + 1) % months.length) },
    ...lists.map((one, index) => ({ keys: `Alt+${index + 1}`, label: texts.show[one], run: () => setList(one) })),
    { keys: 'Escape', label: cash.day.back, run: onBack },
  ]);

  const outcome = file.isPending
    ? texts.makingFile
    : file.data === undefined || file.data.volumes === 0
      ? ''
      : file.data.volumes > 1
        ? texts.savedParts(formatCount(file.data.volumes), formatCount(file.data.lines))
        : texts.saved(file.data.fileName);
  const data = stopped ? undefined : settlement.data;
  return (
    <Panel
      title={list === 'settlement' ? texts.title : texts.unpaidTitle}
      aside={
        <>
          <OutcomeLine tone={file.data === undefined || file.isPending ? 'plain' : 'good'}>{outcome}</OutcomeLine>
          <ActionButton keys="Esc" label={cash.day.back} onAct={onBack} />
          {file.isPending && file.progress !== null && (
            <ActionButton keys="Alt+U" label={common.underWay.stop} onAct={file.stop} disabled={file.stopping} />
          )}
          <ActionButton keys="Alt+Shift+X" label={texts.xlsx} onAct={() => make('xlsx')} disabled={file.isPending} />
          <ActionButton keys="Alt+I" label={texts.pdf} onAct={() => make('pdf')} filled disabled={file.isPending} />
        </>
      }
      sx={{ height: '100%', gap: 2 }}
    >
      <Row gap={3} align="flex-end" wrap shrink={false}>
        <Block width={160}>
          <SelectField
            label={texts.month}
            choices={months.map((one, index) => ({ value: String(index), label: monthText(one) }))}
            value={String(chosen)}
            onChange={(event) => setChosen(Number(event.target.value))}
          />
        </Block>
        <Segmented
          label={texts.showLabel}
          hideLabel
          value={list}
          onChange={setList}
          choices={lists.map((value) => ({ value, label: texts.show[value] }))}
        />
      </Row>
      <FaultNote error={settlement.error ?? file.error} />
      {list === 'unpaid' && <UnpaidList month={month} onCase={onCase} />}
      {list === 'settlement' && <UnderWay making={making} />}
      {list === 'settlement' && data !== undefined && !data.known && (
        <div ref={front} tabIndex={-1}>
          <Text tone="soon">{texts.before(formatDate(data.began ?? ''))}</Text>
        </div>
      )}
      {list === 'settlement' && data?.known === true && (
        <>
          <Text size="small" tone="secondary" shrink={false}>
            {texts.hint}
            {data.began !== null && (
              <Text as="span" tone="soon">
                {' '}
                {texts.begins(formatDate(data.began))}
              </Text>
            )}
          </Text>
          {data.rows.length === 0 ? (
            <div ref={front} tabIndex={-1}>
              <Text>{texts.none}</Text>
            </div>
          ) : (
            <SettlementTable data={data} front={front} busy={settlement.isPlaceholderData} />
          )}
          <PaidInParts data={data} />
          <Remarks data={data} />
        </>
      )}
    </Panel>
  );
}

function Remarks({ data }: { readonly data: SettlementAnswer }) {
  const { cash } = useTexts();
  const texts = cash.monthly;
  const bad = data.checks.filter(({ ok }) => !ok);
  return (
    <Row wrap gap={3} size="small" tone="secondary" shrink={false}>
      {bad.length === 0 ? (
        <Text as="span" tone="good">
          ✓ {texts.checksGood}
        </Text>
      ) : (
        bad.map(({ name }) => (
          <Text as="span" tone="late" key={name}>
            {texts.checkBad(texts.checks[name] ?? name)}
          </Text>
        ))
      )}
      <span>{texts.head(data.head)}</span>
    </Row>
  );
}
