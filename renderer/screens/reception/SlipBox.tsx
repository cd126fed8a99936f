import Box from '@mui/material/Box';
import { rem } from '../../look/theme.ts';
import { Chip } from '../../parts/controls/Chip.tsx';
import { PrintChip, usePrintJob } from '../../parts/paper/PrintChip.tsx';
import { useTexts } from '../../text/texts.ts';
import type { MadeSlip } from './useDeskSlip.ts';

/** What was done instead of receiving, and what became of its slip. */
export function SlipBox({ slip }: { readonly slip: MadeSlip }) {
  const { intake, reception } = useTexts();
  const job = usePrintJob(slip.printJobId);
  return (
    <Box
      component="section"
      aria-label={intake.acts[slip.act]}
      sx={{
        border: '1px solid var(--brand)',
        borderRadius: '10px',
        bgcolor: 'var(--brand-soft)',
        padding: rem(12),
        display: 'flex',
        gap: 2,
        alignItems: 'center',
        flexWrap: 'wrap',
      }}
    >
      <Box sx={{ fontSize: rem(13), fontWeight: 600, color: 'var(--brand)', flexGrow: 1 }}>
        <span aria-hidden>✓ </span>
        {intake.acts[slip.act]}
      </Box>
      {slip.printJobId === null ? <Chip tone="late">{reception.accepted.print.none}</Chip> : <PrintChip job={job} />}
    </Box>
  );
}
