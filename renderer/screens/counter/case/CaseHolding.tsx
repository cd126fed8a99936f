import type { ReactNode } from 'react';
import type { CaseStateView } from '../../../../electron/contract/counter/case/case.ts';
import { isIn } from '../../../../electron/contract/base/case-status.ts';
import type { WhereaboutsView } from '../../../../electron/contract/routing/process.ts';
import { Chip } from '../../../parts/controls/Chip.tsx';
import { type Fact, Facts } from '../../../parts/layout/Facts.tsx';
import { Panel } from '../../../parts/layout/Panel.tsx';
import { formatDateTime } from '../../../text/format.ts';
import type { Texts } from '../../../text/languages.ts';
import { useTexts } from '../../../text/texts.ts';
import { Row, Text } from '../../../parts/layout/primitives.ts';
import { rem } from '../../../look/theme.ts';

type HoldingTexts = Texts['holding'];

/** Who to go to for the file, and who for its papers: the first thing a clerk is asked about a case. */
export function CaseHolding({ state }: { readonly state: CaseStateView }) {
  const { holding } = useTexts();
  const { steps, step, papers } = state.whereabouts;
  return (
    <Panel
      title={holding.title}
      aside={step !== null && <Chip>{holding.stepOf(step.index + 1, steps.length)}</Chip>}
      shrink={false}
      gap={2}
    >
      <Text size="lead" weight={600} role="status">
        {holderWords(state, holding)}
      </Text>
      <Facts facts={[...stepFacts(state, holding), [holding.papers, <Papers key="papers" papers={papers} />]]} />
      {steps.length > 0 && !isAway(state) && <StepLine steps={steps} />}
    </Panel>
  );
}

function holderWords(state: CaseStateView, texts: HoldingTexts): string {
  const { status, whereabouts } = state;
  const { holderName, step } = whereabouts;
  if (isIn(status, 'ended')) return texts.closed;
  if (isIn(status, 'to-return')) return texts.finished;
  const leg = legElsewhere(state);
  if (leg !== undefined) return texts.elsewhere[leg.stage](leg.agency);
  return holderName ?? (step === null ? texts.atTheCounter : texts.nobody);
}

/** The leg whose turn it is, where another agency has it or has to get it. */
function legElsewhere({ legs }: CaseStateView) {
  const leg = legs.find(({ stage }) => stage !== 'finished');
  if (leg === undefined || leg.way === 'here') return undefined;
  const { stage, agency } = leg;
  return stage === 'to-send' || stage === 'sent' || stage === 'running' ? { stage, agency } : undefined;
}

/** The inner steps are this office's own: they say nothing while the file is with somebody else. */
function isAway(state: CaseStateView): boolean {
  const leg = legElsewhere(state);
  return leg !== undefined && leg.stage !== 'to-send';
}

function stepFacts({ status, whereabouts }: CaseStateView, texts: HoldingTexts): Fact[] {
  const { step } = whereabouts;
  if (step === null || isIn(status, 'ended')) return [];
  const { name, since, dueAt, late, reworks } = step;
  const due =
    dueAt === null ? null : (
      <Marked words={formatDateTime(dueAt)} mark={late ? <Chip tone="late">! {texts.late}</Chip> : null} />
    );
  const back = reworks === 0 ? null : <Chip tone="soon">{texts.reworks(reworks)}</Chip>;
  return [
    [texts.step, <Marked key="step" words={name} after={texts.since(formatDateTime(since))} mark={back} />],
    [texts.due, due],
  ];
}

function Papers({ papers }: { readonly papers: WhereaboutsView['papers'] }) {
  const { holding } = useTexts();
  const { place, since } = papers;
  const doubt = paperDoubt(papers, holding);
  return (
    <div>
      <Marked words={holding.places[place.kind](place.name)} after={holding.since(formatDateTime(since))} />
      {doubt !== undefined && (
        <Text tone={doubt.late ? 'late' : 'soon'} size="note">
          {doubt.late && <span aria-hidden>! </span>}
          {doubt.words}
        </Text>
      )}
    </div>
  );
}

/** The gravest thing to say of the papers, where there is one. */
function paperDoubt(papers: WhereaboutsView['papers'], texts: HoldingTexts) {
  const { awaitedUntil, late, missingSince, lost } = papers;
  if (lost !== null)
    return lost.settledAt === null
      ? { words: texts.lost(lost.unit), late: true }
      : { words: texts.lostSettled, late: false };
  if (missingSince !== null) return { words: texts.missing(formatDateTime(missingSince)), late: true };
  if (awaitedUntil === null) return undefined;
  const at = formatDateTime(awaitedUntil);
  return late ? { words: texts.awaitedLate(at), late } : { words: texts.awaited(at), late };
}

type MarkedProps = { readonly words: string; readonly after?: string; readonly mark?: ReactNode };

function Marked({ words, after, mark }: MarkedProps) {
  return (
    <Row wrap columnGap={2} align="baseline">
      <span>{words}</span>
      {after !== undefined && (
        <Text as="span" tone="secondary" size="note" weight={400}>
          {after}
        </Text>
      )}
      {mark}
    </Row>
  );
}

type Step = WhereaboutsView['steps'][number];

const colours: Readonly<Record<Step['state'], string>> = {
  done: 'var(--brand)',
  now: 'var(--brand)',
  'to-come': 'var(--hairline)',
  skipped: 'var(--hairline)',
};

/** The steps in their order, the present one marked by sign and word. Many steps wrap onto further lines. */
function StepLine({ steps }: { readonly steps: readonly Step[] }) {
  const { holding } = useTexts();
  return (
    <Row as="ol" wrap rowGap={2} aria-label={holding.line}>
      {steps.map(({ index, name, state }) => (
        <Text
          as="li"
          flex={`1 1 ${rem(112)}`}
          minWidth={0}
          padding={[1.5, 2, 0, 0]}
          size="note"
          breaks
          css={{ borderTop: state === 'now' ? '3px solid' : '1px solid', borderTopColor: colours[state] }}
          key={index}
          aria-current={state === 'now' ? 'step' : undefined}
        >
          <Text weight={state === 'now' ? 700 : 500}>
            <span aria-hidden>{holding.signs[state]} </span>
            {name}
          </Text>
          <Text size="small" tone={state === 'now' ? 'brand' : 'secondary'}>
            {holding.states[state]}
          </Text>
        </Text>
      ))}
    </Row>
  );
}
