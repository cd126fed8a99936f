import Button from '@mui/material/Button';
import { useMutation, useQuery } from '@tanstack/react-query';
import { desk } from '../../desk/client.ts';
import { ActionButton } from '../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../parts/controls/FaultNote.tsx';
import { StatusLine } from '../../parts/controls/StatusLine.tsx';
import { Dialog } from '../../parts/dialog/Dialog.tsx';
import { KeyCap } from '../../parts/keys/KeyCap.tsx';
import { PaperView } from '../../parts/paper/PaperView.tsx';
import { vi } from '../../text/languages.ts';
import { useTexts } from '../../text/texts.ts';
import { PayCode } from './PayCode.tsx';
import { Grid } from '../../parts/layout/primitives.ts';

/** The request to pay as it prints, large enough for a telephone to read its code from the screen. */
export function SlipDialog({ documentId, onClose }: { readonly documentId: string; readonly onClose: () => void }) {
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
      <StatusLine tone="good">{print.isSuccess ? cash.transfer.sent : ''}</StatusLine>
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
