import Box from '@mui/material/Box';
import type { SetBy } from '../../../../electron/contract/values.ts';
import { rem } from '../../../look/theme.ts';
import { Chip } from '../../../parts/controls/Chip.tsx';
import { formatDateTime } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';

type ProvenanceProps = {
  readonly set: SetBy | null;
  readonly verified: boolean;
  /** What it is while nobody of the office set it. */
  readonly otherwise: string;
  readonly note: string;
};

/** Where a list comes from: set by whom, when and why, or supplied and not verified. */
export function Provenance({ set, verified, otherwise, note }: ProvenanceProps) {
  const { office } = useTexts();
  const texts = office.procedure;
  return (
    <Box sx={{ fontSize: rem(13), display: 'flex', gap: 2, alignItems: 'baseline' }}>
      <Box sx={{ flexShrink: 0 }}>
        {set !== null ? (
          <Chip tone="good">{texts.ofOffice}</Chip>
        ) : (
          <Chip tone={verified ? 'plain' : 'soon'}>{verified ? otherwise : `! ${texts.unverified(otherwise)}`}</Chip>
        )}
      </Box>
      <Box sx={{ color: 'text.secondary', minWidth: 0 }}>
        {set === null ? note : texts.setBy(set.by, formatDateTime(set.at), set.reason)}
      </Box>
    </Box>
  );
}
