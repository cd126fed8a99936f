import { useEffect, useRef } from 'react';
import type { ReceiptView } from '../../../../../electron/contract/counter/money/fee-receipt.ts';
import { Chip } from '../../../../parts/controls/Chip.tsx';
import { formatMoney, formatTime } from '../../../../text/format.ts';
import { CounterMark } from '../../../../parts/list/CounterMark.tsx';
import { useTexts } from '../../../../text/texts.ts';
import { Block, Text } from '../../../../parts/layout/primitives.ts';

type DayReceiptsProps = {
  readonly receipts: readonly ReceiptView[];
  readonly current: number;
  readonly onCurrent: (row: number) => void;
};

const cell = { padding: [1.25, 2], textAlign: 'left', css: { verticalAlign: 'top' } } as const;

/** The receipts in the order of their numbers. What was given back or replaced keeps its line and says so. */
export function DayReceipts({ receipts, current, onCurrent }: DayReceiptsProps) {
  const { cash } = useTexts();
  const row = useRef<HTMLTableRowElement>(null);
  const columns = ['number', 'time', 'payer', 'method', 'clerk', 'amount'] as const;
  useEffect(() => {
    // Braces matter: Chromium answers a promise, and an effect's answer is called when it ends.
    row.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <Block as="table" width="100%" css={{ borderCollapse: 'collapse' }} aria-label={cash.day.receipts}>
      <Text as="thead" size="small" tone="secondary">
        <tr>
          {columns.map((name) => (
            <Text
              as="th"
              {...cell}
              weight={400}
              css={{ ...(name === 'amount' && { textAlign: 'right' }) }}
              scope="col"
              key={name}
            >
              {cash.day[name]}
            </Text>
          ))}
        </tr>
      </Text>
      <tbody>
        {receipts.map((receipt, at) => (
          <Block
            as="tr"
            line="top"
            css={{
              ...(at === current && { backgroundColor: 'var(--brand-soft)', boxShadow: 'inset 3px 0 var(--brand)' }),
              cursor: 'pointer',
            }}
            key={receipt.receiptId}
            ref={at === current ? row : null}
            aria-current={at === current ? 'true' : undefined}
            onClick={() => onCurrent(at)}
          >
            <Text as="td" {...cell} weight={600} nowrap>
              {receipt.number}
            </Text>
            <Text as="td" {...cell}>
              {formatTime(receipt.at)}
            </Text>
            <Text as="td" {...cell} breaks>
              {receipt.payer}
              <Text size="small" tone="secondary">
                {receipt.caseNumber}
              </Text>
            </Text>
            <Text as="td" {...cell}>
              {cash.methods[receipt.method]}
            </Text>
            <Text as="td" {...cell}>
              {receipt.clerk}
              <CounterMark counter={receipt.counter} />
            </Text>
            <Text as="td" {...cell} textAlign="right" nowrap>
              {formatMoney(receipt.amount)}
              {receipt.refunded !== null && (
                <div>
                  <Chip tone="soon">{cash.day.refunded}</Chip>
                </div>
              )}
              {receipt.replacedBy !== null && (
                <div>
                  <Chip>{cash.day.replaced}</Chip>
                </div>
              )}
            </Text>
          </Block>
        ))}
      </tbody>
    </Block>
  );
}
