import Button from '@mui/material/Button';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { desk } from '../../../../desk/client.ts';
import { todayOf, useKnownStatus } from '../../../../desk/desk-status.ts';
import { rem } from '../../../../look/theme.ts';
import { Columns } from '../../../../parts/layout/Columns.tsx';
import { ActionButton } from '../../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../../parts/controls/Field.tsx';
import { KeyCap } from '../../../../parts/keys/KeyCap.tsx';
import { useShortcuts } from '../../../../parts/keys/shortcuts.ts';
import { Panel } from '../../../../parts/layout/Panel.tsx';
import { EmptyState } from '../../../../parts/list/EmptyState.tsx';
import { formatDate, formatMoney, parseDate } from '../../../../text/format.ts';
import { useTexts } from '../../../../text/texts.ts';
import { DayPrint } from './DayPrint.tsx';
import { DayReceipts } from './DayReceipts.tsx';
import { DayTotals } from './DayTotals.tsx';
import { Block, Row, Text } from '../../../../parts/layout/primitives.ts';

type DaySheetProps = {
  readonly onBack: () => void;
  readonly onCase: (caseId: string) => void;
  readonly onMonth: () => void;
};

/** What went through the tills on one day: every receipt, and the sums that must agree with the drawers. */
export function DaySheet({ onBack, onCase, onMonth }: DaySheetProps) {
  const { cash, common } = useTexts();
  const today = useKnownStatus(todayOf);
  const [typed, setTyped] = useState(formatDate(today));
  const [row, setRow] = useState(0);
  const read = parseDate(typed);
  const date = read?.length === 10 ? read : undefined;
  const { data: day, error } = useQuery({
    ...desk.money.daySheet.queryOptions({ input: { date: date ?? today } }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const receipts = day?.receipts ?? [];
  const current = Math.min(row, Math.max(0, receipts.length - 1));
  const move = (step: number) => () => setRow(Math.max(0, Math.min(receipts.length - 1, current + step)));
  const chosen = receipts[current];

  useShortcuts([
    { keys: 'ArrowDown', label: cash.day.next, run: move(1), repeats: true },
    { keys: 'ArrowUp', label: cash.day.previous, run: move(-1), repeats: true },
    { keys: 'F7', label: cash.day.back, run: onBack },
    { keys: 'Escape', label: cash.day.back, run: onBack },
  ]);

  return (
    <Columns whole columns={`minmax(0, 1fr) minmax(0, ${rem(400)})`} narrowAt="sheet" narrow="stacked">
      <Panel
        title={cash.day.title}
        aside={
          <>
            <ActionButton keys="Alt+Shift+Q" label={cash.monthly.act} onAct={onMonth} />
            <Button onClick={onBack} aria-keyshortcuts="Escape">
              {cash.day.back} <KeyCap keys="Esc" />
            </Button>
          </>
        }
        gap={3}
      >
        <Row gap={3} align="flex-end" wrap>
          <Block width={150}>
            <Field
              label={cash.day.date}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              error={date === undefined ? common.issues['date'] : undefined}
              autoFocus
            />
          </Block>
          {chosen !== undefined && (
            <ActionButton keys="Alt+O" label={cash.day.openCase} onAct={() => onCase(chosen.caseId)} />
          )}
          {day !== undefined && (
            <ActionButton keys="Ctrl+P" label={cash.day.print} onAct={() => window.print()} filled />
          )}
        </Row>
        <FaultNote error={error} />
        {day !== undefined && receipts.length === 0 && (
          <EmptyState title={cash.day.none}>{cash.day.noneHelp}</EmptyState>
        )}
        {receipts.length > 0 && <DayReceipts receipts={receipts} current={current} onCurrent={setRow} />}
        {day !== undefined && receipts.length > 0 && (
          <Text size="note" tone="secondary">
            {[
              day.zeroReceipts > 0 ? cash.day.zero(day.zeroReceipts) : '',
              day.waived > 0 ? cash.day.waived(formatMoney(day.waived)) : '',
            ]
              .filter((part) => part !== '')
              .join(' · ')}
          </Text>
        )}
      </Panel>
      {day !== undefined && <DayTotals day={day} />}
      {day !== undefined && <DayPrint day={day} />}
    </Columns>
  );
}
