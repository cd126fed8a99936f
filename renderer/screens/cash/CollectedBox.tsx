import Box from '@mui/material/Box';
import { useKnownStatus } from '../../desk/status.ts';
import { rem } from '../../look/theme.ts';
import { Chip } from '../../parts/controls/Chip.tsx';
import { FaultNote } from '../../parts/controls/FaultNote.tsx';
import { formatMoney } from '../../text/format.ts';
import { useTexts } from '../../text/texts.ts';
import type { Collected } from './PayPanel.tsx';

/** What was just done: the receipt's number and the change, large enough to be read across the counter. */
export function CollectedBox({ collected }: { readonly collected: Collected }) {
  const { cash } = useTexts();
  const { receipt, amount, change, number, paperFault, printJobId } = collected;
  const printer = useKnownStatus().printer.state;
  // A job for a printer that is not there waits in the tray: nobody should wait for the paper.
  const sent = printJobId !== null && printer !== 'none' && printer !== 'missing' && printer !== 'stopped';
  const label = { fontSize: rem(13), color: 'text.secondary' };
  const title = amount === 0 ? cash.done.zeroTitle : cash.done.title;
  const printing = receipt.kind === 'paper' ? cash.done.printing : cash.done.slipPrinting;
  return (
    <Box
      component="section"
      aria-label={title}
      sx={{
        border: '1px solid var(--brand)',
        borderRadius: '10px',
        bgcolor: 'var(--brand-soft)',
        padding: rem(16),
        display: 'flex',
        flexDirection: 'column',
        gap: 2,
        flexShrink: 0,
      }}
    >
      <Box role="status" aria-live="polite">
        <Box sx={{ fontSize: rem(13), fontWeight: 600, color: 'var(--brand)' }}>
          <span aria-hidden>✓ </span>
          {title} · {receipt.payer}
        </Box>
        <Box sx={{ ...label, marginTop: 2 }}>{cash.done.number}</Box>
        <Box sx={{ fontSize: rem(34), fontWeight: 700, lineHeight: 1.15, overflowWrap: 'anywhere' }}>{number}</Box>
        <Box sx={{ ...label, fontSize: rem(12) }}>{cash.done.symbol(receipt.template, receipt.symbol)}</Box>
        <Box sx={{ display: 'flex', columnGap: 6, rowGap: 1, flexWrap: 'wrap', marginTop: 2 }}>
          <Box>
            <Box sx={label}>{cash.done.amount}</Box>
            <Box sx={{ fontSize: rem(21), fontWeight: 700 }}>{formatMoney(amount)}</Box>
          </Box>
          {change > 0 && (
            <Box>
              <Box sx={label}>{cash.done.change}</Box>
              <Box sx={{ fontSize: rem(28), fontWeight: 700, lineHeight: 1.1, color: 'var(--brand)' }}>
                {formatMoney(change)}
              </Box>
            </Box>
          )}
        </Box>
      </Box>
      <Box sx={{ '& > span': { whiteSpace: 'normal' } }}>
        <Chip tone={sent ? 'good' : 'late'}>{sent ? printing : cash.done.notPrinted}</Chip>
      </Box>
      {paperFault !== null && <FaultNote error={paperFault.message} />}
      <Box sx={label}>{cash.done.next}</Box>
    </Box>
  );
}
