import Box from '@mui/material/Box';
import { EmptyState } from '../../parts/list/EmptyState.tsx';
import { TeachList } from '../../parts/list/TeachList.tsx';
import { useTexts } from '../../text/texts.ts';

/** An empty list teaches what can be typed. The examples are words to read, and their meaning stands beside them. */
export function FindHelp({ text }: { readonly text: string }) {
  const { find } = useTexts();
  return (
    <EmptyState title={text === '' ? find.teachTitle : find.nothingTitle(text)}>
      {text !== '' && <Box sx={{ marginBottom: 4 }}>{find.nothing}</Box>}
      <TeachList rows={find.teach} />
    </EmptyState>
  );
}
