import Box from '@mui/material/Box';
import type { CaseState } from '../../../electron/contract/case/case.ts';
import type { FeeLine } from '../../../electron/contract/values.ts';
import { totalFees } from '../../../electron/domain/money/fees.ts';
import { useSettings } from '../../look/settings.ts';
import { rem } from '../../look/theme.ts';
import { FaultNote } from '../../parts/controls/FaultNote.tsx';
import { Panel } from '../../parts/layout/Panel.tsx';
import { PaperView } from '../../parts/paper/PaperView.tsx';
import { formatMoment, formatMoney } from '../../text/format.ts';
import { useTexts } from '../../text/texts.ts';
import type { FactName } from './correction-form.ts';
import { type Difference, differences } from './difference.ts';
import type { CorrectionHook } from './useCorrection.ts';

/** Old and new side by side, the promise first in size, and the paper as it will print. */
export function CorrectionDifference({ hook, state }: { readonly hook: CorrectionHook; readonly state: CaseState }) {
  const texts = useTexts();
  const { correction, reception } = texts;
  const { language } = useSettings();
  const { ahead, before, after, form } = hook;
  const names = Object.keys(hook.change) as FactName[];
  const facts =
    before === undefined || after === undefined
      ? []
      : differences(names, before, after, { was: state.procedure, becomes: form.procedure?.name ?? '' }, texts);
  const money = (fees: readonly FeeLine[]) => {
    const { known, unknown } = totalFees(fees);
    return unknown > 0 ? reception.fee.unknown : formatMoney(known);
  };
  const rows: Difference[] = [
    ...facts,
    { name: correction.facts.number, was: hook.number, becomes: correction.numberAfter },
    ...(ahead === undefined || !ahead.feesChange
      ? []
      : [{ name: correction.facts.fees, was: money(ahead.feesBefore), becomes: money(ahead.fees) }]),
  ];
  return (
    <Panel title={correction.changes} focusable sx={{ gap: 3 }}>
      {names.length === 0 && <Box sx={{ color: 'text.secondary' }}>{correction.noChange}</Box>}
      <FaultNote error={hook.failure ?? hook.trouble} />
      {names.length > 0 && (
        <Box component="dl" sx={{ margin: 0, display: 'grid', gap: rem(6) }}>
          {rows.map((row) => (
            <Changed key={row.name} {...row} />
          ))}
        </Box>
      )}
      {ahead !== undefined && hook.trouble === null && (
        <Box
          role="status"
          aria-live="polite"
          sx={{ bgcolor: 'var(--brand-soft)', borderRadius: '8px', padding: `${rem(10)} ${rem(12)}` }}
        >
          <Box sx={{ fontSize: rem(13), color: 'text.secondary' }}>{correction.facts.due}</Box>
          {ahead.dueAt !== ahead.dueBefore && (
            <Box sx={{ textDecoration: 'line-through', color: 'text.secondary' }}>
              {formatMoment(ahead.dueBefore, language)}
            </Box>
          )}
          <Box sx={{ fontSize: rem(18), fontWeight: 700 }}>
            {formatMoment(ahead.dueAt, language)}
            {ahead.dueAt === ahead.dueBefore && (
              <Box component="span" sx={{ fontSize: rem(13), fontWeight: 500, color: 'text.secondary' }}>
                {' '}
                {correction.sameDue}
              </Box>
            )}
          </Box>
          {ahead.extendedTo !== null && <Box sx={{ fontSize: rem(12) }}>{correction.extendedStands}</Box>}
          <Box component="ol" sx={{ margin: 0, paddingLeft: rem(18), fontSize: rem(12), color: 'text.secondary' }}>
            {ahead.steps.map((step, index) => (
              <li key={`${index} ${step.rule}`}>{language === 'vi' ? step.text : step.textEn}</li>
            ))}
          </Box>
        </Box>
      )}
      {ahead !== undefined && hook.trouble === null && <PaperView pages={ahead.pages} />}
    </Panel>
  );
}

function Changed({ name, was, becomes }: Difference) {
  const { correction } = useTexts();
  return (
    <Box sx={{ borderBottom: '1px solid var(--hairline)', paddingBottom: rem(6) }}>
      <Box component="dt" sx={{ fontSize: rem(12), color: 'text.secondary' }}>
        {name}
      </Box>
      <Box component="dd" sx={{ margin: 0, overflowWrap: 'anywhere' }}>
        <Box component="del" aria-label={correction.was} sx={{ color: 'text.secondary' }}>
          {was === '' ? '–' : was}
        </Box>{' '}
        <span aria-hidden>→</span>{' '}
        <Box component="ins" aria-label={correction.becomes} sx={{ textDecoration: 'none', fontWeight: 600 }}>
          {becomes === '' ? '–' : becomes}
        </Box>
      </Box>
    </Box>
  );
}
