import { Panel } from '../../parts/layout/Panel.tsx';
import { EmptyState } from '../../parts/list/EmptyState.tsx';
import { TeachList } from '../../parts/list/TeachList.tsx';
import { useTexts } from '../../text/texts.ts';
import { Block } from '../../parts/layout/primitives.ts';

/** Before a case is chosen: what can be done here. */
export function ReturnHelp() {
  const { returnResults } = useTexts();
  return (
    <Panel grow sx={{ justifyContent: 'center' }}>
      <EmptyState title={returnResults.emptyTitle}>
        <Block marginTop={3}>
          <TeachList rows={returnResults.empty} />
        </Block>
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
