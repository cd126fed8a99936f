import type { CaseView } from '../../../electron/contract/case/case.ts';
import { useSettings } from '../../look/settings.ts';
import { Panel } from '../../parts/layout/Panel.tsx';
import { formatMoment } from '../../text/format.ts';
import { useTexts } from '../../text/texts.ts';
import { type Standing, latestDetail } from './receiver.ts';
import { Text } from '../../parts/layout/primitives.ts';

/** Why nothing is handed out now, in words a clerk can say aloud to who asks. */
export function NotReturnable({ view, standing }: { readonly view: CaseView; readonly standing: Standing }) {
  const { returnResults, common } = useTexts();
  const { language } = useSettings();
  const { state, actions } = view;
  if (standing === 'returned' && state.returnedAt !== null) {
    const receiver = latestDetail(actions, 'returned')['receiver'] ?? '';
    return (
      <Panel title={returnResults.alreadyTitle} shrink={false}>
        {returnResults.already(receiver, formatMoment(state.returnedAt, language))}
      </Panel>
    );
  }
  return (
    <Panel title={returnResults.notYetTitle} shrink={false}>
      <div>{returnResults.notYet(common.status[state.status])}</div>
      <Text size="title" weight={600}>
        {state.dueAt === null ? returnResults.noPromise : returnResults.promised(formatMoment(state.dueAt, language))}
      </Text>
    </Panel>
  );
}
