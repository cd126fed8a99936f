import Button from '@mui/material/Button';
import { Dialog } from '../../parts/Dialog.tsx';
import { KeyCap } from '../../parts/KeyCap.tsx';
import { useTexts } from '../../text/texts.ts';
import { KitSheets } from './KitSheets.tsx';

type SheetsDialogProps = { readonly onClose: () => void; readonly onEnter: (number: string) => void };

/** The sheets that are left, where they are entered from. */
export function SheetsDialog({ onClose, onEnter }: SheetsDialogProps) {
  const { common, kit } = useTexts();
  return (
    <Dialog
      title={kit.list}
      onClose={onClose}
      wide
      actions={
        <Button onClick={onClose}>
          {common.close} <KeyCap keys="Esc" />
        </Button>
      }
    >
      <KitSheets onEnter={onEnter} />
    </Dialog>
  );
}
