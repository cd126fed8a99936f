import type { CaseStatus } from '../../../../electron/contract/base/case-status.ts';
import { StatusChip } from '../../../parts/controls/StatusChip.tsx';
import { Choice, ChoiceList } from '../../../parts/list/ChoiceList.tsx';
import { shortMoment } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';
import type { HowChosen } from '../find/useCaseSearch.ts';
import { Row, Text } from '../../../parts/layout/primitives.ts';

/** A case that may be fetched: found by what was typed, or waiting. */
export type Candidate = {
  readonly caseId: string;
  readonly number: string;
  readonly applicantName: string;
  readonly submitterName?: string | null;
  readonly procedureName: string;
  readonly status: CaseStatus;
  readonly readyAt?: string | null;
};

type ReturnListProps = {
  readonly id: string;
  readonly candidates: readonly Candidate[];
  readonly current: number;
  readonly chosen: string | null;
  readonly onChoose: (caseId: string, how: HowChosen) => void;
};

/** Cases to choose from; the box keeps the cursor, so arrows and Enter are its own. */
export function ReturnList({ id, candidates, current, chosen, onChoose }: ReturnListProps) {
  const { find, returnResults } = useTexts();
  return (
    <ChoiceList id={id} label={returnResults.list} current={current} margin={[0, -2]}>
      {candidates.map((candidate, index) => (
        <Choice
          key={candidate.caseId}
          id={`${id}-${index}`}
          padding={[1.75, 2.5]}
          current={index === current}
          chosen={candidate.caseId === chosen}
          onChoose={() => onChoose(candidate.caseId, 'picked')}
        >
          <Row gap={2} align="center">
            <Text weight={600} grow minWidth={0}>
              {candidate.applicantName}
              {typeof candidate.submitterName === 'string' && (
                <Text as="span" weight={400} size="note" tone="secondary">
                  {' '}
                  {find.filedBy(candidate.submitterName)}
                </Text>
              )}
            </Text>
            <StatusChip status={candidate.status} />
          </Row>
          <Text lines={1} size="note">
            {candidate.procedureName}
          </Text>
          <Row gap={2} size="note" tone="secondary">
            <span>{candidate.number}</span>
            {candidate.readyAt !== undefined && candidate.readyAt !== null && (
              <span>· {returnResults.ready(shortMoment(candidate.readyAt))}</span>
            )}
          </Row>
        </Choice>
      ))}
    </ChoiceList>
  );
}
