import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseStateView } from '../../../../../electron/contract/counter/case/case.ts';
import { desk } from '../../../../desk/client.ts';
import { standingFault, useIssueSentence } from '../../../../desk/fault.ts';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { Dialog } from '../../../../parts/dialog/Dialog.tsx';
import { Text } from '../../../../parts/layout/primitives.ts';
import { useTexts } from '../../../../text/texts.ts';
import { FieldScope } from '../../case-fields/field-id.ts';
import { OwnFieldsForm } from '../../case-fields/what/OwnFieldsForm.tsx';
import { ownInput, ownTyped } from '../../case-fields/what/own-fields.ts';

type OwnFieldsDialogProps = {
  readonly state: CaseStateView;
  readonly onClose: () => void;
  readonly onDone: (sentence: string) => void;
};

/** What the procedure asks beside, said anew after the reception: no receipt shows it, so none is issued again. */
export function OwnFieldsDialog({ state, onClose, onDone }: OwnFieldsDialogProps) {
  const { caseFile, ownFields: texts } = useTexts();
  const sentenceOf = useIssueSentence();
  const [typed, setTyped] = useState(() => ownTyped(state.ownFields));
  const name = caseFile.acts['set-own-fields'];
  const save = useMutation(desk.case.act.mutationOptions({ onSuccess: () => onDone(caseFile.actDone(name)) }));
  const input = {
    caseId: state.caseId,
    act: { type: 'set-own-fields' as const, ownFields: ownInput(typed, state.ownFieldsAsked) },
    attended: true as const,
  };
  const { error, issues } = standingFault(save.error, save.variables, input);
  return (
    <Dialog
      title={name}
      wide
      onClose={onClose}
      act={{
        label: texts.save,
        disabled: save.isPending,
        onAct: () => save.mutate(input),
      }}
    >
      <FieldScope value="own-fields">
        <OwnFieldsForm
          fields={state.ownFieldsAsked}
          typed={typed}
          onChange={setTyped}
          wrongOf={(key) => sentenceOf(issues.get(`act.ownFields.${key}`))}
        />
      </FieldScope>
      <Text size="small" tone="secondary">
        {texts.setLater}
      </Text>
      <FaultNote error={issues.size > 0 ? null : error} />
    </Dialog>
  );
}
