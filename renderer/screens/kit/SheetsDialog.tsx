import { Dialog } from '../../parts/dialog/Dialog.tsx';
import { useTexts } from '../../text/texts.ts';
import { KitSheets } from './KitSheets.tsx';

type SheetsDialogProps = { readonly onClose: () => void; readonly onEnter: (number: string) => void };

/** The sheets that are left, where they are entered from. */
export function SheetsDialog({ onClose, onEnter }: SheetsDialogProps) {
  const { kit } = useTexts();
  return (
    <Dialog title={kit.list} onClose={onClose} act={null} wide>
      <KitSheets onEnter={onEnter} />
    </Dialog>
  );
}
