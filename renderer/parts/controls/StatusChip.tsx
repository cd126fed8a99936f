import { useTexts } from '../../text/texts.ts';
import { Chip, type Tone } from './Chip.tsx';
import type { CaseStatus } from '../../../electron/contract/base/case-status.ts';

/** Red is kept for late and wrong; a refused or stopped file is neither, so it is plain. */
const tones: Record<CaseStatus, Tone> = {
  registered: 'plain',
  accepted: 'brand',
  refused: 'plain',
  processing: 'soon',
  'supplement-requested': 'soon',
  'obligation-requested': 'soon',
  withdrawn: 'plain',
  stopped: 'plain',
  finished: 'good',
  returned: 'brand',
};

type StatusChipProps = {
  readonly status: CaseStatus;
  readonly undone?: true | undefined;
  /** In a narrow column: the word may need a second line. */
  readonly wraps?: boolean;
};

/** The status of a case: its word, with a colour that adds to it. */
export function StatusChip({ status, undone, wraps = false }: StatusChipProps) {
  const { common } = useTexts();
  // The national list has no word for a reception that was taken back: «rút hồ sơ» would be said of a citizen who withdrew nothing.
  if (undone === true) return <Chip tone="plain">{common.undone}</Chip>;
  return (
    <Chip tone={tones[status]} wraps={wraps}>
      {common.status[status]}
    </Chip>
  );
}
