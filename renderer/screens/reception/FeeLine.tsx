import Box from '@mui/material/Box';
import type { ProcedureDetail } from '../../../electron/contract/procedure.ts';
import { formatMoney } from '../../format.ts';
import { useTexts } from '../../text/texts.ts';
import { rem } from '../../theme.ts';
import { twoLines } from './EarlierCases.tsx';

/** What it costs at the counter. An amount nobody found is said to be unknown, never free. */
export function FeeLine({ procedure }: { readonly procedure: ProcedureDetail }) {
  const { reception } = useTexts();
  const texts = reception.fee;
  const { feeAmount, feeNote } = procedure;
  return (
    <Box
      sx={{
        display: 'flex',
        gap: 4,
        alignItems: 'baseline',
        flexShrink: 0,
        borderTop: '1px dashed var(--hairline)',
        paddingTop: rem(8),
      }}
    >
      <Box sx={{ flexGrow: 1, minWidth: 0 }}>
        <Box component="span" sx={{ fontWeight: 500 }}>
          {texts.title}
        </Box>
        <Box title={feeNote} sx={{ fontSize: rem(12), color: 'text.secondary', ...twoLines }}>
          {feeAmount === null ? `${texts.unknownHint} ` : ''}
          {feeNote}
        </Box>
      </Box>
      <Box
        sx={{
          fontSize: rem(feeAmount === null ? 14 : 18),
          fontWeight: 700,
          whiteSpace: 'nowrap',
          color: feeAmount === null ? 'var(--soon)' : 'inherit',
        }}
      >
        {feeAmount === null ? texts.unknown : formatMoney(feeAmount)}
      </Box>
    </Box>
  );
}
