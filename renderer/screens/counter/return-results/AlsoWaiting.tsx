import Checkbox from '@mui/material/Checkbox';
import { useQuery } from '@tanstack/react-query';
import type { CaseHit, CaseStateView } from '../../../../electron/contract/counter/case/case.ts';
import { isIn } from '../../../../electron/contract/base/status.ts';
import { maskIdNumber } from '../../../../electron/domain/common/person/id-number.ts';
import { desk } from '../../../desk/client.ts';
import { ActionButton } from '../../../parts/controls/ActionButton.tsx';
import { Panel } from '../../../parts/layout/Panel.tsx';
import { Column, Row, Text } from '../../../parts/layout/primitives.ts';
import { useTexts } from '../../../text/texts.ts';
import { whatGoesBack } from './returnable.ts';

/** More than one person fetches at once; a company with more comes for the rest behind them. */
const mostAsked = 50;

/** What else of the same applicant lies ready: a company's messenger and a family's mother fetch all of it in one visit. */
export function useAlsoWaiting(state: CaseStateView, asked: boolean): readonly CaseHit[] {
  const { idNumber, fullName } = state.applicant;
  const { data } = useQuery({
    ...desk.case.search.queryOptions({ input: { text: idNumber, limit: mostAsked }, staleTime: 0 }),
    enabled: asked && idNumber !== '',
  });
  const masked = maskIdNumber(idNumber);
  return (data?.hits ?? []).filter(
    (hit) =>
      hit.caseId !== state.caseId &&
      isIn(hit.status, 'to-return') &&
      hit.idNumberMasked === masked &&
      hit.applicantName === fullName,
  );
}

type AlsoWaitingProps = {
  readonly hits: readonly CaseHit[];
  readonly ticked: readonly string[];
  readonly onTicked: (caseIds: readonly string[]) => void;
};

/** Those that go to the same hand now, each with an entry of its own. None is ticked before somebody has the paper of each before them. */
export function AlsoWaiting({ hits, ticked, onTicked }: AlsoWaitingProps) {
  const { returnResults } = useTexts();
  const texts = returnResults.also;
  if (hits.length === 0) return null;
  const all = ticked.length === hits.length;
  return (
    <Panel
      title={texts.title(hits.length)}
      shrink={false}
      gap={1.5}
      aside={
        <ActionButton
          keys="Alt+G"
          label={all ? texts.none : texts.all}
          onAct={() => onTicked(all ? [] : hits.map(({ caseId }) => caseId))}
        />
      }
    >
      <Text size="small" tone="secondary">
        {texts.hint}
      </Text>
      <Column role="group" aria-label={texts.title(hits.length)}>
        {hits.map(({ caseId, number, procedureName, status }) => (
          <Row as="label" key={caseId} align="center" gap={1} size="note">
            <Checkbox
              size="small"
              checked={ticked.includes(caseId)}
              onChange={(event) =>
                onTicked(event.target.checked ? [...ticked, caseId] : ticked.filter((one) => one !== caseId))
              }
            />
            <Text as="span" lines={1} title={procedureName}>
              <Text as="span" weight={600}>
                {number}
              </Text>{' '}
              · {texts.backs[whatGoesBack(status)]} · {procedureName}
            </Text>
          </Row>
        ))}
      </Column>
    </Panel>
  );
}
