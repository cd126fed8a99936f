import { ActionButton } from '../../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { useTexts } from '../../../../text/texts.ts';
import { IntakeSlipDialog } from '../../intake/IntakeSlipDialog.tsx';
import { AskedBeforeDialog } from '../waiting/AskedBeforeDialog.tsx';
import { missingItems } from '../waiting/intake-form.ts';
import type { ReceptionForm } from '../../case-fields/reception-form.ts';
import type { DeskSlipHook } from './useDeskSlip.ts';
import { useProcedureDetail } from '../../case-fields/what/useProcedureDetail.ts';
import { SmallActs } from '../../../../parts/layout/SmallActs.tsx';

const acts = [
  ['guide', 'Ctrl+Shift+H'],
  ['ask-supplement', 'Alt+B'],
  ['refuse', 'Alt+Shift+T'],
] as const;

/** What may be done instead of receiving: each a small button with its key, and the dialog that asks what the slip says. */
export function DeskActs({ form, slip }: { readonly form: ReceptionForm; readonly slip: DeskSlipHook }) {
  const { intake, reception } = useTexts();
  const procedure = useProcedureDetail(form);
  return (
    <>
      <SmallActs paddingTop={2}>
        {acts.map(([act, keys]) => (
          <ActionButton key={act} keys={keys} label={intake.acts[act]} onAct={() => slip.ask(act)}>
            {intake.shortActs[act]}
          </ActionButton>
        ))}
        {form.channel === 'post' && (
          <ActionButton keys="Alt+G" label={intake.keepParcelLong} onAct={() => void slip.keepParcel()}>
            {intake.keepParcel}
          </ActionButton>
        )}
      </SmallActs>
      {slip.before !== null && (
        <AskedBeforeDialog row={slip.before} onGoOn={slip.goOn} onOther={slip.askOther} onClose={slip.close} />
      )}
      {slip.asked === null && <FaultNote error={slip.error} />}
      {slip.asked !== null && (
        <IntakeSlipDialog
          key={slip.asked}
          act={slip.asked}
          items={missingItems(form, procedure.data, reception.what.oneOf)}
          pending={slip.pending}
          error={slip.error}
          onAct={(act) => void slip.act(act)}
          onClose={slip.close}
        />
      )}
    </>
  );
}
