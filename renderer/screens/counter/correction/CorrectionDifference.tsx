import type { CaseStateView } from '../../../../electron/contract/counter/case/case.ts';
import type { FeeLineView } from '../../../../electron/contract/base/values.ts';
import { useSettings } from '../../../look/settings.ts';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { Panel } from '../../../parts/layout/Panel.tsx';
import { PaperView } from '../../../parts/paper/PaperView.tsx';
import { formatMoment } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';
import type { FactName } from './correction-form.ts';
import { Changed } from './Changed.tsx';
import { type Difference, differences, money } from './difference.ts';
import type { CorrectionHook } from './useCorrection.ts';
import { Grid, Surface, Text } from '../../../parts/layout/primitives.ts';

/** Old and new side by side, the promise first in size, and the paper as it will print. */
export function CorrectionDifference({
  hook,
  state,
}: {
  readonly hook: CorrectionHook;
  readonly state: CaseStateView;
}) {
  const texts = useTexts();
  const { correction, reception } = texts;
  const { language } = useSettings();
  const { ahead, before, after, form } = hook;
  const names = Object.keys(hook.change) as FactName[];
  const facts =
    before === undefined || after === undefined
      ? []
      : differences(names, before, after, { was: state.procedure, becomes: form.procedure?.name ?? '' }, texts);
  const of = (fees: readonly FeeLineView[]) => money(fees, reception.fee.unknown);
  const rows: Difference[] = [
    ...facts,
    { name: correction.facts.number, was: hook.number, becomes: correction.numberAfter },
    ...(ahead === undefined || !ahead.feesChange
      ? []
      : [{ name: correction.facts.fees, was: of(ahead.feesBefore), becomes: of(ahead.fees) }]),
  ];
  return (
    <Panel title={correction.changes} focusable gap={3}>
      {names.length === 0 && <Text tone="secondary">{correction.noChange}</Text>}
      <FaultNote error={hook.failure ?? hook.trouble} />
      {names.length > 0 && (
        <Grid as="dl" gap={1.5}>
          {rows.map((row) => (
            <Changed key={row.name} {...row} />
          ))}
        </Grid>
      )}
      {ahead !== undefined && hook.trouble === null && (
        <Surface ground="brand" padding={[2.5, 3]} role="status" aria-live="polite">
          <Text size="note" tone="secondary">
            {correction.facts.due}
          </Text>
          {ahead.dueAt !== ahead.dueBefore && (
            <Text tone="secondary" css={{ textDecoration: 'line-through' }}>
              {formatMoment(ahead.dueBefore, language)}
            </Text>
          )}
          <Text size="title" weight={700}>
            {formatMoment(ahead.dueAt, language)}
            {ahead.dueAt === ahead.dueBefore && (
              <Text as="span" size="note" weight={500} tone="secondary">
                {' '}
                {correction.sameDue}
              </Text>
            )}
          </Text>
          {ahead.extendedTo !== null && <Text size="small">{correction.extendedStands}</Text>}
          <Text as="ol" marked size="small" tone="secondary">
            {ahead.steps.map((step, index) => (
              <li key={`${index} ${step.rule}`}>{language === 'vi' ? step.text : step.textEn}</li>
            ))}
          </Text>
        </Surface>
      )}
      {ahead !== undefined && hook.trouble === null && <PaperView pages={ahead.pages} />}
    </Panel>
  );
}
