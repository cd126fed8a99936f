import Button from '@mui/material/Button';
import { useMutation, useQuery } from '@tanstack/react-query';
import { desk } from '../../../../desk/client.ts';
import { ActionButton } from '../../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { OutcomeLine } from '../../../../parts/controls/OutcomeLine.tsx';
import { Dialog } from '../../../../parts/dialog/Dialog.tsx';
import { KeyCap } from '../../../../parts/keys/KeyCap.tsx';
import { PaperView } from '../../../../parts/paper/PaperView.tsx';
import { vi } from '../../../../text/languages.ts';
import { useTexts } from '../../../../text/texts.ts';
import { Grid } from '../../../../parts/layout/primitives.ts';
import Box from '@mui/material/Box';
import type { PaperPage } from '../../../../../electron/contract/common/printing/paper.ts';
import { rem } from '../../../../look/theme.ts';

/** The request to pay as it prints, large enough for a telephone to read its code from the screen. */
export function TransferSlipDialog({
  documentId,
  onClose,
}: {
  readonly documentId: string;
  readonly onClose: () => void;
}) {
  const { cash, common } = useTexts();
  const paper = useQuery(desk.paper.view.queryOptions({ input: { documentId }, staleTime: 'static' }));
  const print = useMutation(desk.print.again.mutationOptions());
  return (
    <Dialog
      title={cash.transfer.slipTitle}
      onClose={onClose}
      wide
      actions={
        <>
          <Button onClick={onClose} autoFocus>
            {common.close} <KeyCap keys="Esc" />
          </Button>
          <ActionButton
            keys="Ctrl+Enter"
            label={cash.transfer.print}
            // Recorded with the print, so in the language of the record.
            onAct={() => print.mutate({ documentId, reason: vi.cash.transfer.printReason })}
            disabled={print.isPending || print.isSuccess}
          />
        </>
      }
    >
      <FaultNote error={paper.error ?? print.error} />
      <OutcomeLine tone="good">{print.isSuccess ? cash.transfer.sent : ''}</OutcomeLine>
      {paper.data !== undefined && (
        <Grid columns="minmax(0, 1fr) minmax(0, 1.1fr)" gap={4} align="center">
          {paper.data.pages.slice(0, 1).map((page, at) => (
            <PayCode key={at} page={page} />
          ))}
          <PaperView pages={paper.data.pages} />
        </Grid>
      )}
    </Dialog>
  );
}

/** The square code of the slip alone, as large as a telephone likes it. Its modules are the lowest of the filled boxes. */
function PayCode({ page }: { readonly page: PaperPage }) {
  const { cash } = useTexts();
  const filled = page.ops.flatMap((op) => (op.kind === 'rect' && op.fill ? [op] : []));
  const module = Math.min(...filled.map(({ height }) => height));
  const modules = filled.filter(({ height }) => height < module * 1.5);
  const left = Math.min(...modules.map(({ x }) => x));
  const top = Math.min(...modules.map(({ y }) => y));
  const right = Math.max(...modules.map(({ x, width }) => x + width));
  const quiet = module * 4;
  if (modules.length === 0) return null;
  return (
    <Box
      component="svg"
      role="img"
      aria-label={cash.transfer.slip}
      viewBox={`${left - quiet} ${top - quiet} ${right - left + 2 * quiet} ${right - left + 2 * quiet}`}
      sx={{ width: '100%', maxWidth: rem(300), bgcolor: '#ffffff', borderRadius: '8px', flexShrink: 0 }}
    >
      <path
        d={modules.map(({ x, y, width, height }) => `M${x} ${y}h${width}v${height}h${-width}z`).join('')}
        fill="#111111"
      />
    </Box>
  );
}
