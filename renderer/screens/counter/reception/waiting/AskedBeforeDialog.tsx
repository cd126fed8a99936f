import type { IntakeRow } from '../../../../../electron/contract/counter/intake/intake.ts';
import { ActionButton } from '../../../../parts/controls/ActionButton.tsx';
import { Dialog } from '../../../../parts/dialog/Dialog.tsx';
import { Column, Text } from '../../../../parts/layout/primitives.ts';
import { shortMoment } from '../../../../text/format.ts';
import { useTexts } from '../../../../text/texts.ts';

type AskedBeforeDialogProps = {
  readonly row: IntakeRow;
  readonly onGoOn: () => void;
  readonly onOther: () => void;
  readonly onClose: () => void;
};

/** Papers are asked for once: whether this is the file that they were asked for only the clerk can say. */
export function AskedBeforeDialog({ row, onGoOn, onOther, onClose }: AskedBeforeDialogProps) {
  const { intake } = useTexts();
  const texts = intake.askedBefore;
  return (
    <Dialog title={texts.title} onClose={onClose}>
      <Text>{texts.what(row.procedureName, row.applicantName, shortMoment(row.askedAt ?? row.since))}</Text>
      <Column gap={2} align="flex-start">
        <ActionButton keys="Alt+1" label={texts.goOn} onAct={onGoOn} />
        <ActionButton keys="Alt+2" label={texts.other} onAct={onOther} />
      </Column>
    </Dialog>
  );
}
