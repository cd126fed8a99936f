import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { saysSomething } from '../../../../../electron/contract/base/values.ts';
import { desk, queries } from '../../../../desk/client.ts';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../../parts/controls/Field.tsx';
import { Dialog } from '../../../../parts/dialog/Dialog.tsx';
import { Text } from '../../../../parts/layout/primitives.ts';
import { useTexts } from '../../../../text/texts.ts';

type KeepingDialogProps = { readonly fields: readonly string[]; readonly onClose: () => void };

/** How long files of a field are kept, and the document that says so; left blank, for good. */
export function KeepingDialog({ fields, onClose }: KeepingDialogProps) {
  const { common, privacy } = useTexts();
  const words = privacy.term;
  // The first that is known, also where the list comes after the dialog was opened, until somebody types.
  const [typed, setField] = useState<string | null>(null);
  const field = typed ?? fields[0] ?? '';
  const [years, setYears] = useState('');
  const [document, setDocument] = useState('');
  const [tried, setTried] = useState(false);
  const set = useMutation(
    desk.privacy.setTerm.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries();
        onClose();
      },
    }),
  );
  const count = years.trim() === '' ? null : Number(years);
  const isYears = count === null || (Number.isInteger(count) && count >= 2 && count <= 70);
  function submit(): void {
    setTried(true);
    if (field.trim() !== '' && isYears && saysSomething(document) && !set.isPending)
      set.mutate({ field: field.trim(), years: count, document });
  }
  return (
    <Dialog title={words.act} onClose={onClose} act={{ label: words.set, onAct: submit, disabled: set.isPending }}>
      <Text>{words.say}</Text>
      <Field
        label={words.field}
        value={field}
        autoFocus
        error={tried && field.trim() === '' ? common.issues['required'] : undefined}
        onChange={(event) => setField(event.target.value)}
      />
      <Field
        label={words.howLong}
        value={years}
        error={isYears ? undefined : words.between}
        onChange={(event) => setYears(event.target.value)}
      />
      <Field
        label={words.document}
        value={document}
        error={tried && !saysSomething(document) ? common.issues['reason-needed'] : undefined}
        onChange={(event) => setDocument(event.target.value)}
      />
      <FaultNote error={set.error} />
    </Dialog>
  );
}
