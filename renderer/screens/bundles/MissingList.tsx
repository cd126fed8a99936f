import Box from '@mui/material/Box';
import type { MissingBundle } from '../../../electron/contract/routing/bundle.ts';
import { rem } from '../../look/theme.ts';
import { Chip, type Tone } from '../../parts/controls/Chip.tsx';
import { formatDateTime } from '../../text/format.ts';
import { useTexts } from '../../text/texts.ts';
import { BundleLine } from './BundleLine.tsx';
import { placeWords } from './bundle-words.ts';

const tones: Readonly<Record<MissingBundle['kind'], Tone>> = { late: 'soon', missed: 'late', lost: 'late' };

type MissingListProps = {
  readonly rows: readonly MissingBundle[];
  readonly current: number;
  readonly onCurrent: (index: number) => void;
};

/** What is looked for: since when, and where it was last seen. The scan box keeps the keyboard; arrows move here. */
export function MissingList({ rows, current, onCurrent }: MissingListProps) {
  const { bundles } = useTexts();
  return (
    <Box component="ul" aria-label={bundles.modes.missing} sx={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {rows.map((row, index) => (
        <Box
          component="li"
          key={row.caseId}
          id={`missing-${index}`}
          aria-current={index === current ? 'true' : undefined}
          onClick={() => onCurrent(index)}
          sx={{
            padding: `${rem(6)} ${rem(10)}`,
            cursor: 'pointer',
            borderBottom: '1px solid var(--hairline)',
            borderLeft: '3px solid',
            borderLeftColor: index === current ? 'var(--brand)' : 'transparent',
            bgcolor: index === current ? 'var(--brand-soft)' : 'transparent',
          }}
        >
          <BundleLine
            row={row}
            aside={
              <>
                <Chip tone={tones[row.kind]}>{bundles.kinds[row.kind]}</Chip> {bundles.from[row.kind]}{' '}
                {formatDateTime(row.from)}
                <br />
                {placeWords(row.place, bundles)}
              </>
            }
          />
        </Box>
      ))}
    </Box>
  );
}
