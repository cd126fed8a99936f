import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { faultOf, useFaultSentence } from '../../desk/fault.ts';
import { useSettings } from '../../look/settings.ts';
import { rem } from '../../look/theme.ts';
import { formatDate, formatMoment } from '../../text/format.ts';
import { useTexts } from '../../text/texts.ts';
import { Warning } from './Warning.tsx';
import type { DeadlineAnswer } from './useDeadline.ts';

function PromiseFrame({ wrong = false, children }: { readonly wrong?: boolean; readonly children: ReactNode }) {
  return (
    <Box
      role="status"
      aria-live="polite"
      sx={{
        flexShrink: 0,
        borderRadius: '8px',
        padding: `${rem(12)} ${rem(14)}`,
        bgcolor: wrong ? 'var(--late-soft)' : 'var(--brand-soft)',
        border: '1px solid',
        borderColor: wrong ? 'var(--late)' : 'transparent',
      }}
    >
      {children}
    </Box>
  );
}

/** Why there is no date, and what to do about it. */
function NoPromise({ error }: { readonly error: unknown }) {
  const { reception } = useTexts();
  const sentenceOf = useFaultSentence();
  const seen = faultOf(error);
  const texts = reception.promise;
  const said = {
    'time-limit-missing': () => [texts['time-limit-missing'].what, texts['time-limit-missing'].todo],
    'calendar-ends': () => [
      texts['calendar-ends'].what(formatDate(String(seen?.data['to'])), formatDate(String(seen?.data['needed']))),
      texts['calendar-ends'].todo,
    ],
  } as const;
  const code = seen?.code;
  const [what, todo] =
    code === 'time-limit-missing' || code === 'calendar-ends' ? said[code]() : [sentenceOf(error), ''];
  return (
    <PromiseFrame wrong>
      <Box sx={{ fontWeight: 600 }}>{what}</Box>
      <Box sx={{ fontSize: rem(13), marginTop: 1 }}>{todo}</Box>
    </PromiseFrame>
  );
}

/** The date a clerk says aloud, with each rule that led to it: who is asked «why then» can answer. */
export function PromiseBox({ answer, verified }: { readonly answer: DeadlineAnswer; readonly verified: boolean }) {
  const { reception } = useTexts();
  const { language } = useSettings();
  if (answer.error !== null) return <NoPromise error={answer.error} />;
  const { data } = answer;
  if (data === undefined) return <Box sx={{ minHeight: rem(88), flexShrink: 0 }} />;
  return (
    <PromiseFrame>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: rem(20), rowGap: rem(8), alignItems: 'center' }}>
        <Box sx={{ flex: '1 0 auto' }}>
          <Box sx={{ fontSize: rem(13), color: 'text.secondary' }}>{reception.promise.title}</Box>
          <Box sx={{ fontSize: rem(21), fontWeight: 700, lineHeight: 1.25 }}>{formatMoment(data.dueAt, language)}</Box>
          {!verified && (
            <Box sx={{ fontSize: rem(12), maxWidth: rem(290) }}>
              <Warning>{reception.promise.unverified}</Warning>
            </Box>
          )}
        </Box>
        <Box
          component="ol"
          sx={{
            flex: `1 1 ${rem(190)}`,
            margin: 0,
            paddingLeft: rem(18),
            fontSize: rem(12),
            color: 'text.secondary',
            maxHeight: rem(138),
            overflow: 'auto',
          }}
        >
          {data.steps.map((step, index) => (
            <li key={`${index} ${step.rule}`}>{language === 'vi' ? step.text : step.textEn}</li>
          ))}
        </Box>
      </Box>
    </PromiseFrame>
  );
}
