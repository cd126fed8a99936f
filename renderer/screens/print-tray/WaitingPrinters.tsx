import Box from '@mui/material/Box';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { PrintJob } from '../../../electron/contract/printing/paper.ts';
import { desk, queries } from '../../desk/client.ts';
import { useKnownStatus } from '../../desk/status.ts';
import { rem } from '../../look/theme.ts';
import { ActionButton } from '../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../parts/controls/FaultNote.tsx';
import { useTexts } from '../../text/texts.ts';
import { waitingPrinters } from './waiting-printers.ts';

type WaitingPrintersProps = { readonly jobs: readonly PrintJob[]; readonly onOutcome: (sentence: string) => void };

/** A printer that is away, and one key that moves all that waits for it to the spare. */
export function WaitingPrinters({ jobs, onOutcome }: WaitingPrintersProps) {
  const { printers: texts } = useTexts();
  const status = useKnownStatus(({ printer, sparePrinter }) => ({ printer, sparePrinter }));
  const listed = useQuery(desk.print.printers.queryOptions({ input: {} }));
  const all = useMutation(
    desk.print.allToSpare.mutationOptions({
      onSuccess: ({ moved, left }) => {
        const [first] = moved;
        const said = [
          first === undefined ? '' : texts.moved(moved.length, first.printer),
          left.length === 0 ? '' : texts.left(left.length),
        ];
        onOutcome(said.filter((part) => part !== '').join(' '));
        void queries.invalidateQueries({ queryKey: desk.print.key() });
      },
    }),
  );
  const [worst] = listed.data === undefined ? [] : waitingPrinters(jobs, listed.data.printers, status);
  if (worst === undefined) return <FaultNote error={all.error} />;
  const { printer, trouble, count, spare } = worst;
  return (
    <Box
      role="group"
      aria-label={texts.dead[trouble](printer, count)}
      sx={{
        border: '1px solid var(--late)',
        borderRadius: '8px',
        padding: `${rem(8)} ${rem(12)}`,
        display: 'flex',
        alignItems: 'center',
        justifyContent: 'space-between',
        flexWrap: 'wrap',
        gap: 2,
      }}
    >
      <Box sx={{ color: 'var(--late)', fontWeight: 600 }}>{texts.dead[trouble](printer, count)}</Box>
      {spare === undefined ? (
        <Box sx={{ fontSize: rem(13), color: 'text.secondary' }}>{texts.noSpare}</Box>
      ) : (
        <ActionButton
          keys="Alt+7"
          label={texts.allToSpare(count, spare)}
          onAct={() => all.mutate({ printer })}
          disabled={all.isPending}
        />
      )}
      <FaultNote error={all.error} />
    </Box>
  );
}
