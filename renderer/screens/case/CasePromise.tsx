import Box from '@mui/material/Box';
import type { CaseState } from '../../../electron/contract/case/case.ts';
import { useKnownStatus } from '../../desk/status.ts';
import { useSettings } from '../../look/settings.ts';
import { rem } from '../../look/theme.ts';
import { Chip } from '../../parts/controls/Chip.tsx';
import { formatDateTime, formatMoment } from '../../text/format.ts';
import { useTexts } from '../../text/texts.ts';
import { dueWords } from './case-words.ts';
import { isIn } from '../../../electron/contract/status.ts';

/** The promise as it is said aloud, how far it is, and why it is this date. */
export function CasePromise({ state }: { readonly state: CaseState }) {
  const { caseFile } = useTexts();
  const { language } = useSettings();
  const { now } = useKnownStatus();
  const waiting = isIn(state.status, 'open') && state.finishedAt === null;
  const due = state.dueAt !== null && waiting ? dueWords(now, state.dueAt, caseFile) : undefined;
  return (
    <Box
      sx={{
        bgcolor: 'var(--brand-soft)',
        borderRadius: '10px',
        padding: rem(14),
        display: 'flex',
        gap: 5,
        flexWrap: 'wrap',
        alignItems: 'center',
      }}
    >
      <Box sx={{ minWidth: 0, flexGrow: 1 }}>
        <Box sx={{ color: 'text.secondary', fontSize: rem(13), display: 'flex', gap: 2, alignItems: 'center' }}>
          {caseFile.due} {due !== undefined && <Chip tone={due.tone}>{due.words}</Chip>}
        </Box>
        <Box sx={{ fontSize: rem(21), fontWeight: 700 }}>
          {state.dueAt === null ? caseFile.noDue : formatMoment(state.dueAt, language)}
        </Box>
        {state.finishedAt !== null && <Box>{caseFile.finishedAt(formatDateTime(state.finishedAt))}</Box>}
        {state.returnedAt !== null && <Box>{caseFile.returnedAt(formatDateTime(state.returnedAt))}</Box>}
      </Box>
      {state.dueAt !== null && state.steps.length > 0 && (
        <Box
          component="ol"
          aria-label={caseFile.explanation}
          sx={{ margin: 0, paddingLeft: rem(18), fontSize: rem(13), color: 'text.secondary', flex: `1 1 ${rem(220)}` }}
        >
          {state.steps.map((step, index) => (
            <li key={index}>{language === 'vi' ? step.text : step.textEn}</li>
          ))}
        </Box>
      )}
    </Box>
  );
}
