import type { IntakeView } from '../../../../electron/contract/counter/intake/intake.ts';
import { Facts } from '../../../parts/layout/Facts.tsx';
import { PanelTitle } from '../../../parts/layout/Panel.tsx';
import { formatDateTime, formatIdNumber } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';
import { PaperButtons } from '../case-fields/PaperButton.tsx';
import { clockWords } from './clock-words.ts';
import { Block, Row, Text } from '../../../parts/layout/primitives.ts';

/** What is known of a waiting file: who, what, since when, with which attachments, and what was done about it. */
export function IntakeFactList({ view }: { readonly view: IntakeView }) {
  const { intake, caseFile, common } = useTexts();
  const texts = intake.detail;
  const { row, facts, asked, attachments, actions, documents } = view;
  const { applicant } = facts;
  const events = actions.filter(({ type }) => texts.events[type] !== undefined);
  return (
    <>
      <Text weight={600}>{row.procedureName}</Text>
      <Facts
        facts={[
          [
            texts.clocks,
            clockWords(row, intake)
              .map(({ words }) => words)
              .join(' · '),
          ],
          [texts.code[row.kind], row.code],
          [texts.submitted, view.submittedAt === null ? '' : formatDateTime(view.submittedAt)],
          [row.kind === 'online' ? texts.since : texts.arrived, formatDateTime(row.since)],
          [caseFile.idNumber, formatIdNumber(applicant.idNumber)],
          [caseFile.phone, applicant.phone],
          [caseFile.address, applicant.address],
          [caseFile.delivery, common.deliveries[facts.resultDelivery.kind]],
          [texts.summary, view.summary],
        ]}
      />
      {asked !== null && (
        <div>
          <PanelTitle>{texts.asked}</PanelTitle>
          <Block as="ol" marked>
            {asked.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </Block>
          <Text tone="secondary" size="note">
            {asked.reason}
          </Text>
        </div>
      )}
      {attachments.length > 0 && (
        <div>
          <PanelTitle>{texts.attachments(attachments.length)}</PanelTitle>
          {attachments.map(({ name, size, sha256 }) => (
            <Row gap={2} size="note" key={`${name} ${sha256}`}>
              <Text grow minWidth={0} breaks>
                {name}
              </Text>
              <Text tone="secondary" nowrap>
                {sizeWords(size)}
              </Text>
            </Row>
          ))}
          <Text tone="secondary" size="small">
            {texts.attachmentsNote}
          </Text>
        </div>
      )}
      {documents.length > 0 && (
        <div>
          <PanelTitle>{texts.papers}</PanelTitle>
          <PaperButtons documents={documents} />
        </div>
      )}
      <div>
        <PanelTitle>{texts.history}</PanelTitle>
        {events.map(({ seq, at, type, actorName }) => (
          <Text size="note" key={seq}>
            {formatDateTime(at)} · {texts.events[type]} · {actorName}
          </Text>
        ))}
      </div>
    </>
  );
}

/** 120034 -> '117,2 KB', as Vietnam writes it. */
function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const [value, unit] = bytes < 1024 * 1024 ? [bytes / 1024, 'KB'] : [bytes / 1024 / 1024, 'MB'];
  return `${value.toFixed(1).replace('.', ',')} ${unit}`;
}
