import Box from '@mui/material/Box';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { useTexts } from '../../text/texts.ts';
import { rem } from '../../theme.ts';

/** An empty list teaches what can be typed. The examples are words to read, and their meaning stands beside them. */
export function FindHelp({ text }: { readonly text: string }) {
  const { find } = useTexts();
  return (
    <EmptyState title={text === '' ? find.teachTitle : find.nothingTitle(text)}>
      {text !== '' && <Box sx={{ marginBottom: 4 }}>{find.nothing}</Box>}
      <Box
        component="dl"
        sx={{
          display: 'grid',
          gridTemplateColumns: 'auto 1fr',
          columnGap: rem(16),
          rowGap: rem(8),
          margin: 0,
          textAlign: 'left',
          alignItems: 'baseline',
        }}
      >
        {find.teach.map(([example, meaning]) => (
          <Box key={example} sx={{ display: 'contents' }}>
            <Box component="dt" sx={{ color: 'text.primary', fontWeight: 600, whiteSpace: 'nowrap' }}>
              {example}
            </Box>
            <Box component="dd" sx={{ margin: 0 }}>
              {meaning}
            </Box>
          </Box>
        ))}
      </Box>
    </EmptyState>
  );
}
