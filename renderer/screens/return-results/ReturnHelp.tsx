import Box from '@mui/material/Box';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { Panel } from '../../parts/Panel.tsx';
import { useTexts } from '../../text/texts.ts';
import { rem } from '../../theme.ts';

/** Before a case is chosen: what can be done here. */
export function ReturnHelp() {
  const { returnResults } = useTexts();
  return (
    <Panel sx={{ flexGrow: 1, justifyContent: 'center' }}>
      <EmptyState title={returnResults.emptyTitle}>
        <Box
          component="dl"
          sx={{
            display: 'grid',
            gridTemplateColumns: 'auto 1fr',
            columnGap: rem(16),
            rowGap: rem(8),
            margin: `${rem(12)} 0 0`,
            textAlign: 'left',
            alignItems: 'baseline',
          }}
        >
          {returnResults.empty.map(([what, how]) => (
            <Box key={what} sx={{ display: 'contents' }}>
              <Box component="dt" sx={{ color: 'text.primary', fontWeight: 600, whiteSpace: 'nowrap' }}>
                {what}
              </Box>
              <Box component="dd" sx={{ margin: 0 }}>
                {how}
              </Box>
            </Box>
          ))}
        </Box>
      </EmptyState>
    </Panel>
  );
}

/** An empty list says what would stand there and what to try. */
export function NoCandidates({ text }: { readonly text: string }) {
  const { returnResults } = useTexts();
  return text === '' ? (
    <EmptyState title={returnResults.noneTitle}>{returnResults.none}</EmptyState>
  ) : (
    <EmptyState title={returnResults.nothingTitle(text)}>{returnResults.nothing}</EmptyState>
  );
}
