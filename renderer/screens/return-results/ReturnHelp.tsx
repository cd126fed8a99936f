import Box from '@mui/material/Box';
import { rem } from '../../look/theme.ts';
import { Panel } from '../../parts/layout/Panel.tsx';
import { EmptyState } from '../../parts/list/EmptyState.tsx';
import { TeachList } from '../../parts/list/TeachList.tsx';
import { useTexts } from '../../text/texts.ts';

/** Before a case is chosen: what can be done here. */
export function ReturnHelp() {
  const { returnResults } = useTexts();
  return (
    <Panel sx={{ flexGrow: 1, justifyContent: 'center' }}>
      <EmptyState title={returnResults.emptyTitle}>
        <Box sx={{ marginTop: rem(12) }}>
          <TeachList rows={returnResults.empty} />
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
