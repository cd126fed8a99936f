import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ActType } from '../../../../electron/contract/case/act.ts';
import type { CaseStateView } from '../../../../electron/contract/case/case.ts';
import { desk } from '../../../desk/client.ts';
import { faultOf, useIssueSentence } from '../../../desk/fault.ts';
import { minuteOf, useKnownStatus } from '../../../desk/status.ts';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { Dialog } from '../../../parts/dialog/Dialog.tsx';
import { useTexts } from '../../../text/texts.ts';
import { ActField } from './ActField.tsx';
import { actFields, readAct, startingValues } from './act-fields.ts';
import { Text } from '../../../parts/layout/primitives.ts';

type ActDialogProps = {
  readonly act: ActType;
  readonly state: CaseStateView;
  readonly onClose: () => void;
  readonly onDone: (sentence: string) => void;
};

/** Asks for what the act needs, says that it is recorded, and does it on one key. */
export function ActDialog({ act, state, onClose, onDone }: ActDialogProps) {
  const { caseFile } = useTexts();
  const sentenceOf = useIssueSentence();
  const now = useKnownStatus(minuteOf);
  const [values, setValues] = useState(() => startingValues(act, state, now));
  const [wrong, setWrong] = useState<ReadonlyMap<string, string>>(new Map());
  const name = caseFile.acts[act];
  const doAct = useMutation(
    desk.case.act.mutationOptions({
      onSuccess: ({ paperFault }) => {
        onDone(paperFault === null ? caseFile.actDone(name) : caseFile.actDoneNoPaper(name));
      },
    }),
  );

  function submit(): void {
    const read = readAct(act, values);
    if (read instanceof Map) {
      setWrong(read);
      return;
    }
    setWrong(new Map());
    if (!doAct.isPending)
      doAct.mutate({
        caseId: state.caseId,
        act: read as Exclude<typeof read, ReadonlyMap<string, string>>,
        print: true,
      });
  }

  const unknown = faultOf(doAct.error)?.code === 'account-unknown';
  return (
    <Dialog
      title={name}
      onClose={onClose}
      act={{ label: name, onAct: submit, disabled: doAct.isPending, autoFocus: actFields[act].length === 0 }}
    >
      <Text tone="secondary">{caseFile.actPrompt}</Text>
      {actFields[act].map((field, index) => (
        <ActField
          key={field}
          act={act}
          state={state}
          name={field}
          value={values[field] ?? ''}
          error={sentenceOf(field === 'to' && unknown ? 'invalid' : wrong.get(field))}
          first={index === 0}
          onChange={(value) => setValues({ ...values, [field]: value })}
        />
      ))}
      <FaultNote error={doAct.error} />
    </Dialog>
  );
}
