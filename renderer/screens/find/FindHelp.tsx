import { EmptyState } from '../../parts/list/EmptyState.tsx';
import { TeachList } from '../../parts/list/TeachList.tsx';
import { useTexts } from '../../text/texts.ts';
import { Block } from '../../parts/layout/primitives.ts';

/** An empty list teaches what can be typed. The examples are words to read, and their meaning stands beside them. */
export function FindHelp({ text }: { readonly text: string }) {
  const { find } = useTexts();
  return (
    <EmptyState title={text === '' ? find.teachTitle : find.nothingTitle(text)}>
      {text !== '' && <Block marginBottom={4}>{find.nothing}</Block>}
      <TeachList rows={find.teach} />
    </EmptyState>
  );
}
