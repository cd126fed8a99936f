import type { CaseStateView } from '../../../../electron/contract/counter/case/case.ts';
import { Panel } from '../../../parts/layout/Panel.tsx';
import { Block, Column, Text } from '../../../parts/layout/primitives.ts';
import { formatDateTime } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';

type Proposal = NonNullable<CaseStateView['proposal']>;

/** What an officer would ask the citizen for, beyond what they may decide alone; it waits for a supervisor. */
export function CaseProposal({ proposal }: Pick<CaseStateView, 'proposal'>) {
  const { caseFile } = useTexts();
  if (proposal === null) return null;
  return (
    <Panel title={caseFile.proposal.title} shrink={false}>
      <ProposalSaid {...proposal} />
      <Text size="small" tone="secondary" padding={[1, 0]}>
        {caseFile.proposal.note}
      </Text>
    </Panel>
  );
}

/** Its words, to be read before it is answered. */
export function ProposalSaid({ items, reason, override, byName, at }: Proposal) {
  const { caseFile } = useTexts();
  return (
    <Column gap={0.5} size="note">
      <Text weight={600} size="body">
        {reason}
      </Text>
      <Text as="ul" marked>
        {items.map((item, index) => (
          <Block as="li" key={`${index} ${item}`}>
            {item}
          </Block>
        ))}
      </Text>
      <div>{caseFile.proposal.why(override)}</div>
      <Text size="small" tone="secondary">
        {caseFile.proposal.by(byName, formatDateTime(at))}
      </Text>
    </Column>
  );
}
