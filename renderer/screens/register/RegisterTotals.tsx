import Box from '@mui/material/Box';
import type { RegisterTotals as Totals, TimeClass } from '../../../electron/contract/register/register.ts';
import { rem } from '../../look/theme.ts';
import { Chip, type Tone } from '../../parts/controls/Chip.tsx';
import { formatCount } from '../../text/format.ts';
import { useTexts } from '../../text/texts.ts';

const tones: Readonly<Record<TimeClass, Tone>> = {
  early: 'good',
  'on-time': 'good',
  late: 'late',
  open: 'plain',
  'open-late': 'late',
  closed: 'plain',
};

/** How many, solved and open by time, and by status; a zero of a late kind is worth saying, a status without a case is not. */
export function RegisterTotals({ totals }: { readonly totals: Totals }) {
  const { common, register } = useTexts();
  const countOf = (time: TimeClass) => totals.byTime.find((count) => count.time === time)?.cases ?? 0;
  const times = (...wanted: readonly TimeClass[]) =>
    wanted.map((time) => (
      <Chip key={time} tone={countOf(time) === 0 ? 'plain' : tones[time]}>
        {register.times[time]} {formatCount(countOf(time))}
      </Chip>
    ));
  return (
    <Box
      role="group"
      aria-label={register.totals}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: rem(6), alignItems: 'center', flexShrink: 0 }}
    >
      <Box sx={{ fontSize: rem(21), fontWeight: 700, marginRight: 2 }}>{register.cases(formatCount(totals.cases))}</Box>
      <Box component="span">{register.solved}</Box>
      {times('early', 'on-time', 'late')}
      <Box component="span" sx={{ marginLeft: 2 }}>
        {register.open}
      </Box>
      {times('open', 'open-late')}
      <Box component="span" sx={{ marginLeft: 2 }}>
        {times('closed')}
      </Box>
      <Box sx={{ flexBasis: '100%', fontSize: rem(12), color: 'text.secondary' }}>
        {totals.byStatus
          .filter(({ cases }) => cases > 0)
          .map(({ status, cases }) => `${common.status[status]} ${formatCount(cases)}`)
          .join(' · ')}
      </Box>
    </Box>
  );
}
