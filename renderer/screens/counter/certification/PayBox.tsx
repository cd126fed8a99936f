import type { PayMethod } from '../../../../electron/contract/counter/money/fee-receipt.ts';
import { amountInWords } from '../../../../electron/domain/base/dong.ts';
import { Segmented } from '../../../parts/controls/Segmented.tsx';
import { useShortcuts } from '../../../parts/keys/shortcuts.ts';
import { Grid, Text } from '../../../parts/layout/primitives.ts';
import { formatMoney } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';
import { MoneyField } from '../cash/pay/MoneyField.tsx';

const payWays = ['cash', 'transfer', 'card', 'later'] as const satisfies readonly (PayMethod | 'later')[];
export type PayWay = (typeof payWays)[number];

export const tenderedId = 'certification-tendered';

type PayBoxProps = {
  readonly due: number;
  readonly way: PayWay;
  readonly onWay: (way: PayWay) => void;
  readonly tendered: string;
  readonly onTendered: (digits: string) => void;
  /** What is wanting of the sum, once somebody pressed on. */
  readonly isShort: boolean;
};

/** The sum, how it is paid and what goes back. */
export function PayBox({ due, way, onWay, tendered, onTendered, isShort }: PayBoxProps) {
  const { certification } = useTexts();
  const given = tendered === '' ? due : Number(tendered);
  const change = Math.max(0, given - due);
  useShortcuts(
    payWays.map((value, at) => ({
      keys: `Alt+${at + 1}`,
      label: certification.methods[value],
      run: () => onWay(value),
    })),
  );
  return (
    <>
      <div>
        <Text size="note" tone="secondary">
          {certification.due}
        </Text>
        <Text size="display" weight={700} role="status">
          {formatMoney(due)}
        </Text>
      </div>
      <Segmented
        label={certification.method}
        value={way}
        onChange={onWay}
        choices={payWays.map((value) => ({ value, label: certification.methods[value] }))}
      />
      {way === 'cash' && (
        <Grid columns="minmax(0, 1fr) minmax(0, 1fr)" gap={3} align="start">
          <MoneyField
            id={tenderedId}
            label={certification.tendered}
            value={tendered}
            onChange={onTendered}
            hint={tendered === '' ? undefined : certification.givenIs(amountInWords(given))}
            error={isShort ? certification.short(formatMoney(due - given)) : undefined}
            large
          />
          <Text textAlign="right">
            <Text size="note" tone="secondary">
              {certification.change}
            </Text>
            <Text size="figure" weight={700} tone={change > 0 ? 'brand' : undefined}>
              {formatMoney(change)}
            </Text>
          </Text>
        </Grid>
      )}
      {way === 'later' && (
        <Text size="note" tone="soon">
          {certification.later}
        </Text>
      )}
      {(way === 'transfer' || way === 'card') && (
        <Text size="note" tone="soon">
          {certification.seen}
        </Text>
      )}
    </>
  );
}
