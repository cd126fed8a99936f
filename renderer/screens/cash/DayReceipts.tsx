import Box from '@mui/material/Box';
import { useEffect, useRef } from 'react';
import type { ReceiptView } from '../../../electron/contract/money/receipt.ts';
import { rem } from '../../look/theme.ts';
import { Chip } from '../../parts/controls/Chip.tsx';
import { formatMoney, formatTime } from '../../text/format.ts';
import { useTexts } from '../../text/texts.ts';

type DayReceiptsProps = {
  readonly receipts: readonly ReceiptView[];
  readonly current: number;
  readonly onCurrent: (row: number) => void;
};

const cell = { padding: `${rem(5)} ${rem(8)}`, textAlign: 'left', verticalAlign: 'top' } as const;

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
    <Box component="table" aria-label={cash.day.receipts} sx={{ borderCollapse: 'collapse', width: '100%' }}>
      <Box component="thead" sx={{ fontSize: rem(12), color: 'text.secondary' }}>
        <tr>
          {columns.map((name) => (
            <Box
              component="th"
              scope="col"
              key={name}
              sx={{ ...cell, fontWeight: 400, ...(name === 'amount' && { textAlign: 'right' }) }}
            >
              {cash.day[name]}
            </Box>
          ))}
        </tr>
      </Box>
      <tbody>
        {receipts.map((receipt, at) => (
          <Box
            component="tr"
            key={receipt.receiptId}
            ref={at === current ? row : null}
            aria-current={at === current ? 'true' : undefined}
            onClick={() => onCurrent(at)}
            sx={{
              cursor: 'pointer',
              borderTop: '1px solid var(--hairline)',
              ...(at === current && { bgcolor: 'var(--brand-soft)', boxShadow: 'inset 3px 0 var(--brand)' }),
            }}
          >
            <Box component="td" sx={{ ...cell, fontWeight: 600, whiteSpace: 'nowrap' }}>
              {receipt.number}
            </Box>
            <Box component="td" sx={cell}>
              {formatTime(receipt.at)}
            </Box>
            <Box component="td" sx={{ ...cell, overflowWrap: 'anywhere' }}>
              {receipt.payer}
              <Box sx={{ fontSize: rem(12), color: 'text.secondary' }}>{receipt.caseNumber}</Box>
            </Box>
            <Box component="td" sx={cell}>
              {cash.methods[receipt.method]}
            </Box>
            <Box component="td" sx={cell}>
              {receipt.clerk}
            </Box>
            <Box component="td" sx={{ ...cell, textAlign: 'right', whiteSpace: 'nowrap' }}>
              {formatMoney(receipt.amount)}
              {receipt.refunded !== null && (
                <Box>
                  <Chip tone="soon">{cash.day.refunded}</Chip>
                </Box>
              )}
              {receipt.replacedBy !== null && (
                <Box>
                  <Chip>{cash.day.replaced}</Chip>
                </Box>
              )}
            </Box>
          </Box>
        ))}
      </tbody>
    </Box>
  );
}
