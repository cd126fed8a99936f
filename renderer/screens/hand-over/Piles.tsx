import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import type { Pile } from '../../../electron/contract/hand-over.ts';
import { formatDateTime } from '../../format.ts';
import { Chip } from '../../parts/Chip.tsx';
import { useTexts } from '../../text/texts.ts';
import { rem } from '../../theme.ts';

export function pileKey({ to }: Pile): string {
  return `${to.kind} ${to.name}`;
}

type PilesProps = {
  readonly piles: readonly Pile[];
  readonly chosen: string | undefined;
  readonly onChoose: (key: string) => void;
};

/** What waits, by where it goes, each with its nearest clock. */
export function Piles({ piles, chosen, onChoose }: PilesProps) {
  const { handOver } = useTexts();
  return (
    <Box component="ul" sx={{ listStyle: 'none', margin: `0 ${rem(-8)}`, padding: 0, overflow: 'auto', minHeight: 0 }}>
      {piles.map((pile) => {
        const key = pileKey(pile);
        return (
          <li key={key}>
            <ButtonBase
              aria-current={key === chosen ? 'true' : undefined}
              onClick={() => onChoose(key)}
              sx={{
                width: '100%',
                display: 'block',
                textAlign: 'left',
                font: 'inherit',
                padding: `${rem(8)} ${rem(10)}`,
                borderBottom: '1px solid var(--hairline)',
                borderLeft: '3px solid',
                borderLeftColor: key === chosen ? 'var(--brand)' : 'transparent',
                bgcolor: key === chosen ? 'var(--brand-soft)' : 'transparent',
              }}
            >
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
            </ButtonBase>
          </li>
        );
      })}
    </Box>
  );
}
