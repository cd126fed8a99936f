import type { ActType } from '../../../../../electron/contract/counter/case/act.ts';
import type { TableAct } from '../../../../../electron/domain/counter/case/acts/acts.ts';
import type { CaseStateView, CaseView } from '../../../../../electron/contract/counter/case/case.ts';
import { nextAct } from '../../../../../electron/domain/counter/case/acts/next-act.ts';
import { roleOf, useKnownStatus } from '../../../../desk/desk-status.ts';
import { useSettings } from '../../../../look/settings.ts';
import { ActionButton } from '../../../../parts/controls/ActionButton.tsx';
import { OutcomeLine } from '../../../../parts/controls/OutcomeLine.tsx';
import { useAskedAct } from '../../../../parts/dialog/useAskedAct.ts';
import { Panel } from '../../../../parts/layout/Panel.tsx';
import { useTexts } from '../../../../text/texts.ts';
import { ActDialog } from './ActDialog.tsx';
import { OwnFieldsDialog } from './OwnFieldsDialog.tsx';
import { keyedAct } from './keyed-acts.ts';
import { actName } from '../../../../text/case-words.ts';
import { Block, Row, Text } from '../../../../parts/layout/primitives.ts';

type Available = CaseView['availableActions'];

type CaseActionsProps = {
  readonly actions: Available;
  readonly state: CaseStateView;
  readonly items: readonly string[];
  readonly onCorrect: () => void;
};

/** What the law allows on this case now, one key each. */
export function CaseActions({ actions, state, items, onCorrect }: CaseActionsProps) {
  const { caseFile } = useTexts();
  const { asked, ask, outcome, closing } = useAskedAct<ActType>();
  return (
    <Panel title={caseFile.actionsNow} shrink={false}>
      <Allowed actions={actions.filter(({ allowed }) => allowed)} state={state} onAsk={ask} onCorrect={onCorrect} />
      <OutcomeLine tone="good">{outcome}</OutcomeLine>
      {asked === 'set-own-fields' && <OwnFieldsDialog state={state} {...closing} />}
      {asked !== undefined && asked !== 'set-own-fields' && (
        <ActDialog act={asked} state={state} items={items} {...closing} />
      )}
    </Panel>
  );
}

type AllowedProps = Pick<CaseActionsProps, 'actions' | 'state' | 'onCorrect'> & {
  readonly onAsk: (act: ActType) => void;
};

function Allowed({ actions, state, onAsk, onCorrect }: AllowedProps) {
  const { caseFile, common } = useTexts();
  const role = useKnownStatus(roleOf);
  if (actions.length === 0) return <Text tone="secondary">{common.none}</Text>;
  const mine = actions.filter((one) => keyedAct(one, role) !== undefined);
  // The one that is next stands first and filled, of what this person may do.
  const next = nextAct(
    { status: state.status, holder: state.whereabouts.holder },
    mine.map(({ action }) => action as TableAct),
  );
  const inOrder = actions.toSorted((a, b) => Number(b.action === next) - Number(a.action === next));
  return (
    <Block as="ul">
      {inOrder.map((one) => {
        const { action, role: needed, rule } = one;
        const mayDo = keyedAct(one, role);
        return (
          <Row as="li" align="center" wrap columnGap={3} padding={[0.75, 0]} key={action}>
            {mayDo === undefined ? (
              <Text as="span" weight={600}>
                {actName(action, caseFile)} · {caseFile.needsRole(common.roles[needed])}
              </Text>
            ) : (
              <ActionButton
                keys={mayDo.keys}
                label={actName(action, caseFile)}
                onAct={() => (mayDo.action === 'correct' ? onCorrect() : onAsk(mayDo.action))}
                filled={action === next && action !== 'correct'}
              />
            )}
            <Text as="span" size="small" tone="secondary">
              {rule}
            </Text>
          </Row>
        );
      })}
    </Block>
  );
}

/** What nobody asks the reason of: what may be taken back for a minute alone, fields of a procedure that has none, and what stands beside another act. */
const quiet: ReadonlySet<string> = new Set([
  'undo-return',
  'undo-reception',
  'take-back-certified',
  'set-own-fields',
  'propose-supplement',
  'approve-supplement',
  'decline-supplement',
]);

/** What is not allowed now, with the reason and the article, to be read aloud to who asks. */
export function CaseNotNow({ actions }: { readonly actions: Available }) {
  const { caseFile } = useTexts();
  const { language } = useSettings();
  const forbidden = actions.filter(({ action, allowed }) => !allowed && !quiet.has(action));
  if (forbidden.length === 0) return null;
  return (
    <Panel title={caseFile.actionsNotNow} shrink={false}>
      <Text as="ul" marked tone="secondary">
        {forbidden.map(({ action, reason, reasonEn, rule }) => (
          <Block as="li" padding={[0.5, 0]} key={action}>
            {actName(action, caseFile)}{' '}
            <Text as="span" size="small">
              {[(language === 'vi' ? reason : reasonEn) ?? '', rule].filter((part) => part !== '').join(' · ')}
            </Text>
          </Block>
        ))}
      </Text>
    </Panel>
  );
}
