import Box from '@mui/material/Box';
import type { LegView } from '../../../electron/contract/routing/legs.ts';
import { rem } from '../../look/theme.ts';
import { Chip, type Tone } from '../../parts/controls/Chip.tsx';
import { Panel } from '../../parts/layout/Panel.tsx';
import { formatDateTime } from '../../text/format.ts';
import type { Texts } from '../../text/languages.ts';
import { useTexts } from '../../text/texts.ts';

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
    <Panel title={caseFile.legs} sx={{ flexShrink: 0 }}>
      <Box
        component="ol"
        sx={{ listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexWrap: 'wrap', rowGap: rem(12) }}
      >
        {legs.map((leg) => (
          <Leg key={leg.index} leg={leg} />
        ))}
      </Box>
    </Panel>
  );
}

function Leg({ leg }: { readonly leg: LegView }) {
  const { caseFile } = useTexts();
  const current = leg.stage !== 'waiting' && leg.stage !== 'finished';
  const colour = leg.late ? 'var(--late)' : current || leg.stage === 'finished' ? 'var(--brand)' : 'var(--hairline)';
  return (
    <Box
      component="li"
      aria-current={current ? 'step' : undefined}
      sx={{
        flex: `1 1 ${rem(150)}`,
        borderTop: '3px solid',
        borderTopColor: colour,
        padding: `${rem(8)} ${rem(12)} 0 0`,
        fontSize: rem(13),
        display: 'flex',
        flexDirection: 'column',
        gap: rem(2),
      }}
    >
      <Box sx={{ fontWeight: 600 }}>
        {leg.index + 1}. {leg.agency}
      </Box>
      <Box>{leg.work}</Box>
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        <Chip tone={tones[leg.stage]}>{caseFile.legStages[leg.stage]}</Chip>
        {leg.late && <Chip tone="late">{caseFile.legLate}</Chip>}
        {leg.missed && <Chip tone="late">{caseFile.legMissed}</Chip>}
      </Box>
      <Box sx={{ color: 'text.secondary', fontSize: rem(12) }}>
        {leg.way === 'here' ? `${caseFile.legHere} · ` : ''}
        {leg.termText === null ? caseFile.legNoTerm : caseFile.legTerm(leg.termText)}
      </Box>
      {datesOf(leg, caseFile).map((words) => (
        <Box key={words} sx={{ fontSize: rem(12) }}>
          {words}
        </Box>
      ))}
      {leg.result !== null && <Box>{leg.result}</Box>}
      {leg.returnReason !== null && <Box sx={{ color: 'var(--late)' }}>{caseFile.legReturned(leg.returnReason)}</Box>}
    </Box>
  );
}
