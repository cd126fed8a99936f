import type { CaseStateView } from '../../../../electron/contract/counter/case/case.ts';
import { Chip } from '../../../parts/controls/Chip.tsx';
import { Panel } from '../../../parts/layout/Panel.tsx';
import { Column, Row, Text } from '../../../parts/layout/primitives.ts';
import { formatDateTime } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';

/** What was asked of others, with its dates and its answer; what is over its time says whom to tell (NĐ 118/2025 Điều 19 k4). */
export function CaseInquiries({ inquiries }: Pick<CaseStateView, 'inquiries'>) {
  const { caseFile } = useTexts();
  if (inquiries.length === 0) return null;
  const open = inquiries.filter(({ answeredAt }) => answeredAt === null).length;
  return (
    <Panel
      title={caseFile.inquiries}
      aside={open > 0 && <Chip tone="plain">{caseFile.inquiriesOpen(open)}</Chip>}
      shrink={false}
    >
      <Column as="ol">
        {inquiries.map((one, index) => (
          <Inquiry key={`${one.sentAt} ${index}`} {...one} />
        ))}
      </Column>
    </Panel>
  );
}

function Inquiry({
  kind,
  asked,
  about,
  sentAt,
  answerBy,
  answer,
  answeredAt,
  late,
}: CaseStateView['inquiries'][number]) {
  const { caseFile } = useTexts();
  return (
    <Column as="li" gap={0.5} padding={[1.5, 0]} line="top" size="note">
      <Row gap={2} wrap align="baseline">
        <Text weight={600} size="body">
          {asked}
        </Text>
        <Chip tone={late ? 'late' : answer === null ? 'soon' : 'good'}>
          {late ? '! ' : ''}
          {caseFile.inquiryKinds[kind]}: {caseFile.inquiryStates[late ? 'late' : answer === null ? 'open' : 'answered']}
        </Chip>
      </Row>
      <div>{about}</div>
      <Text size="small" tone="secondary">
        {caseFile.inquiryDates(formatDateTime(sentAt), formatDateTime(answerBy))}
        {answeredAt !== null && ` · ${caseFile.inquiryAnswered(formatDateTime(answeredAt))}`}
      </Text>
      {late && <Text tone="late">{caseFile.inquiryTell}</Text>}
      {answer !== null && <Text weight={500}>→ {answer}</Text>}
    </Column>
  );
}
