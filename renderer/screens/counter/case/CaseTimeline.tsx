import type { CaseView } from '../../../../electron/contract/counter/case/case.ts';
import { rem } from '../../../look/theme.ts';
import { Chip } from '../../../parts/controls/Chip.tsx';
import { Panel } from '../../../parts/layout/Panel.tsx';
import { formatDateTime } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';
import { actionSentence, actorNames } from '../../../text/case-words.ts';
import { Block, Grid, Text } from '../../../parts/layout/primitives.ts';

type CaseTimelineProps = Pick<CaseView, 'actions' | 'state'>;

/** What happened, newest first, in words. */
export function CaseTimeline({ actions, state }: CaseTimelineProps) {
  const { caseFile, conflict, correction, kit } = useTexts();
  const uncounted = new Map(state.contradictions.flatMap(({ seq, aside, decided }) => (aside ? [[seq, decided]] : [])));
  const names = actorNames(actions);
  return (
    <Panel title={caseFile.timeline} shrink={false}>
      <Block as="ol" reversed>
        {actions.toReversed().map((action) => (
          <Grid
            as="li"
            columns={`${rem(122)} minmax(0, 1fr)`}
            columnGap={3}
            padding={[1.5, 0]}
            line="bottom"
            css={{ '&:last-of-type': { border: 0 } }}
            key={action.seq}
          >
            <Text tone="secondary" size="note">
              {formatDateTime(action.at)}
            </Text>
            <div>
              <Text weight={500} {...(uncounted.has(action.seq) ? { tone: 'secondary' } : {})}>
                {actionSentence(action.type, action.detail, caseFile, names)}{' '}
                {uncounted.has(action.seq) && (
                  <Chip tone="late">{uncounted.get(action.seq) === true ? correction.lost : correction.uncounted}</Chip>
                )}
              </Text>
              {action.type === 'received' && state.enteredLater !== null && (
                <Text tone="soon" size="small">
                  {kit.paperTime(formatDateTime(state.acceptedAt))}
                </Text>
              )}
              <Text tone="secondary" size="small">
                {[
                  action.actorName,
                  action.desk === '' ? conflict.noCounter : action.desk,
                  action.apart === true ? conflict.apart : '',
                ]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </Text>
            </div>
          </Grid>
        ))}
      </Block>
    </Panel>
  );
}
