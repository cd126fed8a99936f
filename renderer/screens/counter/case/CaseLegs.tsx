import type { LegView } from '../../../../electron/contract/routing/legs.ts';
import { rem } from '../../../look/theme.ts';
import { Chip, type Tone } from '../../../parts/controls/Chip.tsx';
import { Panel } from '../../../parts/layout/Panel.tsx';
import { formatDateTime } from '../../../text/format.ts';
import type { Texts } from '../../../text/languages.ts';
import { useTexts } from '../../../text/texts.ts';
import { Column, Row, Text } from '../../../parts/layout/primitives.ts';

type CaseTexts = Texts['caseFile'];

const tones: Readonly<Record<LegView['stage'], Tone>> = {
  waiting: 'plain',
  'to-send': 'soon',
  sent: 'soon',
  running: 'brand',
  finished: 'good',
};

/** What is known of a leg's dates: what happened, else what was reckoned. */
function datesOf(leg: LegView, texts: CaseTexts): string[] {
  const { stage, sendBy, plannedDueAt, receivedAt, dueAt, finishedAt, way } = leg;
  const arrival = receivedAt ?? (stage === 'finished' ? null : sendBy);
  return [
    arrival !== null && way !== 'here'
      ? receivedAt === null
        ? texts.legSendBy(formatDateTime(arrival))
        : texts.legReceived(formatDateTime(arrival))
      : '',
    dueAt === null
      ? plannedDueAt === null
        ? ''
        : texts.legPlanned(formatDateTime(plannedDueAt))
      : texts.legDue(formatDateTime(dueAt)),
    finishedAt === null ? '' : texts.legFinished(formatDateTime(finishedAt)),
  ].filter((part) => part !== '');
}

/** The agencies a case goes through, on one line of time: each with what it does, its time, and where it stands. */
export function CaseLegs({ legs }: { readonly legs: readonly LegView[] }) {
  const { caseFile } = useTexts();
  if (legs.length === 0) return null;
  return (
    <Panel title={caseFile.legs} shrink={false}>
      <Row as="ol" wrap rowGap={3}>
        {legs.map((leg) => (
          <Leg key={leg.index} leg={leg} />
        ))}
      </Row>
    </Panel>
  );
}

function Leg({ leg }: { readonly leg: LegView }) {
  const { caseFile } = useTexts();
  const current = leg.stage !== 'waiting' && leg.stage !== 'finished';
  const colour = leg.late ? 'var(--late)' : current || leg.stage === 'finished' ? 'var(--brand)' : 'var(--hairline)';
  return (
    <Column
      as="li"
      flex={`1 1 ${rem(150)}`}
      padding={[2, 3, 0, 0]}
      size="note"
      gap={0.5}
      css={{ borderTop: '3px solid', borderTopColor: colour }}
      aria-current={current ? 'step' : undefined}
    >
      <Text weight={600}>
        {leg.index + 1}. {leg.agency}
      </Text>
      <div>{leg.work}</div>
      <Row gap={1} wrap>
        <Chip tone={tones[leg.stage]}>{caseFile.legStages[leg.stage]}</Chip>
        {leg.late && <Chip tone="late">{caseFile.legLate}</Chip>}
        {leg.missed && <Chip tone="late">{caseFile.legMissed}</Chip>}
      </Row>
      <Text tone="secondary" size="small">
        {leg.way === 'here' ? `${caseFile.legHere} · ` : ''}
        {leg.termText === null ? caseFile.legNoTerm : caseFile.legTerm(leg.termText)}
      </Text>
      {datesOf(leg, caseFile).map((words) => (
        <Text size="small" key={words}>
          {words}
        </Text>
      ))}
      {leg.result !== null && <div>{leg.result}</div>}
      {leg.returnReason !== null && <Text tone="late">{caseFile.legReturned(leg.returnReason)}</Text>}
    </Column>
  );
}
