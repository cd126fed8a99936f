import Box from '@mui/material/Box';
import type { Pile } from '../../../electron/contract/routing/hand-over.ts';
import { rem } from '../../look/theme.ts';
import { Chip } from '../../parts/controls/Chip.tsx';
import { formatDateTime } from '../../text/format.ts';
import { useTexts } from '../../text/texts.ts';

export function pileKey({ to }: Pile): string {
  return `${to.kind} ${to.name}`;
}

/** What waits for one receiver: where it goes, how much it is, and its nearest clock. */
export function PileFacts({ pile }: { readonly pile: Pile }) {
  const { handOver } = useTexts();
  return (
    <>
      <Box sx={{ fontSize: rem(12), color: 'text.secondary' }}>{handOver.kinds[pile.to.kind]}</Box>
      <Box sx={{ fontWeight: 600 }}>{pile.to.name}</Box>
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center', marginTop: rem(2) }}>
        <Chip tone="plain">{handOver.count(pile.cases.length)}</Chip>
        {pile.late > 0 && <Chip tone="late">{handOver.lateCount(pile.late)}</Chip>}
        {pile.by !== null && (
          <Box component="span" sx={{ fontSize: rem(12) }}>
            {handOver.by(formatDateTime(pile.by))}
          </Box>
        )}
      </Box>
    </>
  );
}
