import Checkbox from '@mui/material/Checkbox';
import { useQuery } from '@tanstack/react-query';
import type { CaseStateView } from '../../../../electron/contract/counter/case/case.ts';
import { desk } from '../../../desk/client.ts';
import { ActionButton } from '../../../parts/controls/ActionButton.tsx';
import { Panel } from '../../../parts/layout/Panel.tsx';
import { Column, Row, Text } from '../../../parts/layout/primitives.ts';
import { useTexts } from '../../../text/texts.ts';
import type { Waiting } from './return-together.ts';
import { whatGoesBack } from './returnable.ts';

type Hit = Waiting & { readonly procedureName: string };

/** What lies ready beside the case in front, and how many more there are than the desk lists at once. */
type AlsoWaiting = { readonly hits: readonly Hit[]; readonly more: number };

/** What else of the same applicant lies ready: a company's messenger and a family's mother fetch all of it in one visit. */
export function useAlsoWaiting({ caseId, applicant }: CaseStateView, asked: boolean): AlsoWaiting {
  const { idNumber } = applicant;
  const { data } = useQuery({
    ...desk.person.earlier.queryOptions({ input: { idNumber, toReturnWith: caseId }, staleTime: 0 }),
    enabled: asked && idNumber !== '',
  });
  return { hits: data?.cases ?? [], more: data?.more ?? 0 };
}

type ReturnTogetherProps = {
  readonly waiting: AlsoWaiting;
  readonly ticked: readonly string[];
  readonly onTicked: (caseIds: readonly string[]) => void;
};

/** Those that go to the same hand now, each with an entry of its own. None is ticked before somebody has the paper of each before them. */
export function ReturnTogether({ waiting: { hits, more }, ticked, onTicked }: ReturnTogetherProps) {
  const { returnResults } = useTexts();
  const texts = returnResults.together;
  if (hits.length === 0) return null;
  const all = ticked.length === hits.length;
  return (
    <Panel
      title={texts.title(hits.length + more)}
      shrink={false}
      gap={1.5}
      aside={
        <ActionButton
          keys="Alt+A"
          label={all ? texts.none : texts.all}
          onAct={() => onTicked(all ? [] : hits.map(({ caseId }) => caseId))}
        />
      }
    >
      <Text size="small" tone="secondary">
        {texts.hint}
      </Text>
      <Column role="group" aria-label={texts.title(hits.length + more)}>
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
      {more > 0 && <Text size="note">{texts.more(more)}</Text>}
    </Panel>
  );
}
