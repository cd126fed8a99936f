import Box from '@mui/material/Box';
import { useFaultSentence } from '../../desk/fault.ts';
import { rem } from '../../look/theme.ts';

/** What went wrong and what to do, in one sentence, spoken at once. Takes the error of a call, or a sentence. */
export function FaultNote({ error }: { readonly error: unknown }) {
  const sentenceOf = useFaultSentence();
  const sentence = typeof error === 'string' ? error : sentenceOf(error);
  if (sentence === null || sentence === '') return null;
  return (
    <Box
      role="alert"
      sx={{
        display: 'flex',
        gap: 2,
        padding: `${rem(8)} ${rem(12)}`,
        borderRadius: '8px',
        border: '1px solid var(--late)',
        bgcolor: 'var(--late-soft)',
        color: 'var(--ink)',
        fontWeight: 500,
      }}
    >
      <Box component="span" aria-hidden sx={{ color: 'var(--late)', fontWeight: 700 }}>
        !
      </Box>
      <span>{sentence}</span>
    </Box>
  );
}
