import Box from '@mui/material/Box';
import type { ProcedureDetail } from '../../../electron/contract/catalogue/procedure.ts';
import type { FeeLine as Fee } from '../../../electron/contract/values.ts';
import { totalFees } from '../../../electron/domain/money/fees.ts';
import { rem } from '../../look/theme.ts';
import { formatMoney } from '../../text/format.ts';
import { useTexts } from '../../text/texts.ts';
import { twoLines } from './EarlierCases.tsx';

type FeeLineProps = { readonly procedure: ProcedureDetail; readonly fees: readonly Fee[] | undefined };

/** What it costs as the form stands. An amount nobody found is said to be unknown, never free. */
export function FeeLine({ procedure, fees }: FeeLineProps) {
  const { reception } = useTexts();
  const texts = reception.fee;
  const total = totalFees(fees ?? []);
  const unknown = fees !== undefined && total.unknown > 0;
  const note = feeNote(fees ?? [], procedure.feeNote);
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
          {fees?.length === 1 ? fees[0]?.name : texts.title}
        </Box>
        <Box title={note} sx={{ fontSize: rem(12), color: 'text.secondary', ...twoLines }}>
          {unknown ? `${texts.unknownHint} ` : ''}
          {note}
        </Box>
      </Box>
      <Box
        sx={{
          fontSize: rem(unknown ? 14 : 18),
          fontWeight: 700,
          whiteSpace: 'nowrap',
          color: unknown ? 'var(--soon)' : 'inherit',
        }}
      >
        {fees === undefined ? '' : unknown ? texts.unknown : formatMoney(total.known)}
      </Box>
    </Box>
  );
}

/** How the amount came about; the catalogue's own note where the lines say nothing. */
function feeNote(fees: readonly Fee[], catalogueNote: string): string {
  const notes = fees.map(({ name, amount, note }) =>
    fees.length === 1
      ? note
      : `${name}: ${amount === null ? '…' : formatMoney(amount)}${note === '' ? '' : ` (${note})`}`,
  );
  return notes.filter((note) => note !== '').join(' · ') || catalogueNote;
}
