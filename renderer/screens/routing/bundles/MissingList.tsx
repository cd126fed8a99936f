import type { MissingBundle } from '../../../../electron/contract/routing/bundle.ts';
import { Chip, type Tone } from '../../../parts/controls/Chip.tsx';
import { formatDateTime } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';
import { BundleLine } from './BundleLine.tsx';
import { whereWords } from './bundle-words.ts';
import { Block } from '../../../parts/layout/primitives.ts';

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
    <Block as="ul" aria-label={bundles.modes.missing}>
      {rows.map((row, index) => (
        <Block
          as="li"
          padding={[1.5, 2.5]}
          line="bottom"
          ground={index === current ? 'brand' : undefined}
          css={{
            cursor: 'pointer',
            borderLeft: '3px solid',
            borderLeftColor: index === current ? 'var(--brand)' : 'transparent',
          }}
          key={row.caseId}
          id={`missing-${index}`}
          aria-current={index === current ? 'true' : undefined}
          onClick={() => onCurrent(index)}
        >
          <BundleLine
            row={row}
            aside={
              <>
                <Chip tone={tones[row.kind]}>{bundles.kinds[row.kind]}</Chip> {bundles.from[row.kind]}{' '}
                {formatDateTime(row.from)}
                <br />
                {whereWords(row.place, bundles)}
              </>
            }
          />
        </Block>
      ))}
    </Block>
  );
}
