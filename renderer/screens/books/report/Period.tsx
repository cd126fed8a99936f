import { useState } from 'react';
import type { ReportKind } from '../../../../electron/contract/books/report/report.ts';
import { type ReportPeriod, lastOver, reportPeriods } from '../../../../electron/domain/books/report/report-period.ts';
import { todayOf, useKnownStatus } from '../../../desk/desk-status.ts';
import { SelectField } from '../../../parts/controls/SelectField.tsx';
import { useShortcuts } from '../../../parts/keys/shortcuts.ts';
import { Block } from '../../../parts/layout/primitives.ts';
import { useTexts } from '../../../text/texts.ts';

/** Whoever goes from one figure to another looks at the same days. */
let shownLast: Pick<ReportPeriod, 'from' | 'to'> | undefined;

/** The lawful periods of a form, the last one that is over chosen first; Alt+K goes back through them. */
export function usePeriod(kind: ReportKind, onChange: () => void = () => undefined) {
  const { report } = useTexts();
  const today = useKnownStatus(todayOf);
  const periods = reportPeriods(today, kind);
  const [chosen, setChosen] = useState(() => {
    const same = periods.findIndex(({ from, to }) => from === shownLast?.from && to === shownLast.to);
    return same === -1 ? lastOver(periods, today) : same;
  });
  const period: ReportPeriod = periods[chosen] ?? { from: today, to: today, lawful: false, sendBy: today };

  function choose(index: number): void {
    shownLast = periods[index];
    setChosen(index);
    onChange();
  }

  useShortcuts([{ keys: 'Alt+K', label: report.nextPeriod, run: () => choose((chosen + 1) % periods.length) }]);
  return { today, periods, chosen, choose, period };
}

export function PeriodField({ today, periods, chosen, choose }: ReturnType<typeof usePeriod>) {
  const { report } = useTexts();
  return (
    <Block width={400}>
      <SelectField
        label={`${report.period} (Alt+K)`}
        value={String(chosen)}
        onChange={({ target }) => choose(Number(target.value))}
        choices={periods.map((one, index) => ({
          value: String(index),
          label: report.periodIn(report.named(one), one.to >= today, one.lawful),
        }))}
      />
    </Block>
  );
}
