import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { usePlace } from '../../desk/places.ts';
import { rem } from '../../look/theme.ts';
import { FaultNote } from '../../parts/controls/FaultNote.tsx';
import { PrintChip, usePrintJob } from '../../parts/paper/PrintChip.tsx';
import { useTexts } from '../../text/texts.ts';

export type Returned = {
  readonly caseId: string;
  readonly number: string;
  readonly receiver: string;
  readonly printJobId: string | null;
  readonly paperFault: string | null;
};

/** What was just handed out, and whether its slip came out of the printer. It stays until the next one. */
export function ReturnedBox({ returned }: { readonly returned: Returned }) {
  const { returnResults, reception } = useTexts();
  const { go } = usePlace();
  const job = usePrintJob(returned.printJobId);
  return (
    <Box
      component="section"
      aria-label={returnResults.doneTitle}
      sx={{
        border: '1px solid var(--brand)',
        borderRadius: '10px',
        bgcolor: 'var(--brand-soft)',
        padding: `${rem(10)} ${rem(14)}`,
        display: 'flex',
        flexDirection: 'column',
        gap: rem(6),
        flexShrink: 0,
      }}
    >
      <Box role="status" aria-live="polite" sx={{ fontWeight: 600 }}>
        <Box component="span" sx={{ color: 'var(--brand)' }}>
          <span aria-hidden>✓ </span>
          {returnResults.doneTitle}
        </Box>{' '}
        {returnResults.doneTo(returned.receiver)} · {returned.number}
      </Box>
      {returned.paperFault !== null && <FaultNote error={`${returnResults.noPaper} ${returned.paperFault}`} />}
      <Box sx={{ display: 'flex', gap: rem(8), alignItems: 'center', flexWrap: 'wrap' }}>
        {returned.printJobId !== null && <PrintChip job={job} />}
        <Button size="small" onClick={() => go({ screen: 'case', caseId: returned.caseId })}>
          {returnResults.open}
        </Button>
        {job?.needsAttention === true && (
          <Button size="small" onClick={() => go({ screen: 'print-tray' })}>
            {reception.accepted.tray}
          </Button>
        )}
      </Box>
    </Box>
  );
}
