import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { usePlace } from '../../desk/places.ts';
import { useSettings } from '../../look/settings.ts';
import { rem } from '../../look/theme.ts';
import { Chip } from '../../parts/controls/Chip.tsx';
import { FaultNote } from '../../parts/controls/FaultNote.tsx';
import { LabelButton } from '../../parts/paper/LabelButton.tsx';
import { PrintChip, usePrintJob } from '../../parts/paper/PrintChip.tsx';
import { formatMoment, formatMoney } from '../../text/format.ts';
import { useTexts } from '../../text/texts.ts';
import { Warning } from './Warning.tsx';
import type { Accepted } from './useReception.ts';

type AcceptedBoxProps = { readonly accepted: Accepted; readonly small: boolean; readonly next?: string };

/** The case that was just received: what the clerk says aloud, and whether its paper came out. `small` once the next has begun. */
export function AcceptedBox({ accepted, small, next }: AcceptedBoxProps) {
  const { reception, printTray } = useTexts();
  const { language } = useSettings();
  const { go } = usePlace();
  const texts = reception.accepted;
  const { received, fullName } = accepted;
  const job = usePrintJob(received.printJobId);
  const reason = job?.reason ?? null;
  const number = received.number.official ?? received.number.local;
  const owed = received.fees.reduce((sum, fee) => sum + (fee.amount ?? 0), 0);
  return (
    <Box
      component="section"
      aria-label={texts.title}
      sx={{
        border: '1px solid var(--brand)',
        borderRadius: '10px',
        bgcolor: 'var(--brand-soft)',
        padding: small ? rem(12) : rem(20),
        display: 'flex',
        flexDirection: 'column',
        gap: small ? 1 : 2,
      }}
    >
      <Box role="status" aria-live="polite">
        <Box sx={{ fontSize: rem(13), fontWeight: 600, color: 'var(--brand)' }}>
          <span aria-hidden>✓ </span>
          {texts.title} · {fullName}
        </Box>
        <Box sx={{ fontSize: rem(small ? 15 : 26), fontWeight: 700, lineHeight: 1.25 }}>{number}</Box>
        {received.number.official === null && !small && (
          <Box sx={{ fontSize: rem(12), color: 'text.secondary' }}>{texts.temporary}</Box>
        )}
        <Box sx={{ fontSize: rem(13), color: 'text.secondary', marginTop: small ? 0 : 2 }}>{texts.due}</Box>
        <Box sx={{ fontSize: rem(small ? 14 : 22), fontWeight: small ? 600 : 700, lineHeight: 1.25 }}>
          {formatMoment(received.dueAt, language)}
        </Box>
      </Box>
      {received.warnings.map(({ code, text, textEn }) => (
        <Box key={code} role="status">
          <Warning>{language === 'vi' ? text : textEn}</Warning>
        </Box>
      ))}
      {owed > 0 && !small && (
        <Box>
          {reception.fee.title}: <strong>{formatMoney(owed)}</strong>
        </Box>
      )}
      <Box
        role="status"
        aria-live="polite"
        sx={{ display: 'flex', gap: 2, alignItems: 'center', flexWrap: 'wrap', '& > span': { whiteSpace: 'normal' } }}
      >
        {received.printJobId === null ? <Chip tone="late">{texts.print.none}</Chip> : <PrintChip job={job} />}
        {reason !== null && <Box sx={{ fontSize: rem(12) }}>{printTray.reasons[reason] ?? reason}</Box>}
      </Box>
      {received.paperFault !== null && <FaultNote error={received.paperFault.message} />}
      <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap' }}>
        <Button size="small" onClick={() => go({ screen: 'case', caseId: received.caseId })}>
          {texts.open}
        </Button>
        {job?.needsAttention === true && (
          <Button size="small" onClick={() => go({ screen: 'print-tray' })}>
            {texts.tray}
          </Button>
        )}
      </Box>
      <LabelButton caseId={received.caseId} />
      {next !== undefined && <Box sx={{ fontSize: rem(13), color: 'text.secondary' }}>{next}</Box>}
    </Box>
  );
}
