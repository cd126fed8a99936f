import { saysSomething } from '../../../../../electron/contract/base/values.ts';
import Button from '@mui/material/Button';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { DocumentRef } from '../../../../../electron/contract/base/values.ts';
import { desk } from '../../../../desk/client.ts';
import { ActionButton } from '../../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../../parts/controls/Field.tsx';
import { Dialog } from '../../../../parts/dialog/Dialog.tsx';
import { KeyCap } from '../../../../parts/keys/KeyCap.tsx';
import { useShortcuts } from '../../../../parts/keys/shortcuts.ts';
import { useTexts } from '../../../../text/texts.ts';
import { formName } from '../../../../text/case-words.ts';
import { Column, Row, Text } from '../../../../parts/layout/primitives.ts';

type ReprintDialogProps = {
  readonly document: DocumentRef;
  readonly onClose: () => void;
  readonly onDone: (copy: number) => void;
};

/** Asks why, once: the usual reasons by one key, any other in words. */
export function ReprintDialog(props: ReprintDialogProps) {
  const { caseFile } = useTexts();
  return (
    <Dialog
      title={caseFile.reprintTitle(formName(props.document.form, caseFile))}
      onClose={props.onClose}
      actions={null}
    >
      <ReprintForm {...props} />
    </Dialog>
  );
}

function ReprintForm({ document, onClose, onDone }: ReprintDialogProps) {
  const { caseFile, common } = useTexts();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const again = useMutation(
    desk.print.again.mutationOptions({
      onSuccess: (job) => {
        onDone(job.copyOf);
      },
    }),
  );

  function submit(why: string): void {
    const tooShort = !saysSomething(why);
    setMissing(tooShort);
    if (!tooShort && !again.isPending) again.mutate({ documentId: document.documentId, reason: why });
  }

  useShortcuts(
    caseFile.reprintReasons.map((label, index) => ({ keys: `Alt+${index + 1}`, label, run: () => submit(label) })),
  );
  return (
    <>
      <Text tone="secondary">{caseFile.reprintNote}</Text>
      <Column gap={2} role="group" aria-label={caseFile.reprintReason}>
        {caseFile.reprintReasons.map((label, index) => (
          <Button
            key={label}
            onClick={() => submit(label)}
            sx={{ justifyContent: 'space-between', fontWeight: 500 }}
            aria-keyshortcuts={`Alt+${index + 1}`}
          >
            {label} <KeyCap keys={`Alt+${index + 1}`} />
          </Button>
        ))}
      </Column>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit(reason);
        }}
      >
        <Field
          label={caseFile.otherReason}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          error={missing ? common.issues['required'] : undefined}
          autoFocus
        />
      </form>
      <FaultNote error={again.error} />
      <Row justify="flex-end" gap={2}>
        <Button onClick={onClose}>
          {common.cancel} <KeyCap keys="Esc" />
        </Button>
        <ActionButton
          keys="Ctrl+Enter"
          label={caseFile.reprint}
          onAct={() => submit(reason)}
          filled
          disabled={again.isPending}
        />
      </Row>
    </>
  );
}
