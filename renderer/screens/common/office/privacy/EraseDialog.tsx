import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { saysSomething } from '../../../../../electron/contract/base/values.ts';
import type { EraseGround } from '../../../../../electron/contract/safety/privacy/privacy.ts';
import { isSameCode } from '../../../../../electron/domain/base/numbering.ts';
import { desk, queries } from '../../../../desk/client.ts';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../../parts/controls/Field.tsx';
import { SelectField } from '../../../../parts/controls/SelectField.tsx';
import { Dialog } from '../../../../parts/dialog/Dialog.tsx';
import { Text } from '../../../../parts/layout/primitives.ts';
import { formatDateTime } from '../../../../text/format.ts';
import { useTexts } from '../../../../text/texts.ts';
import { OwnPasswordField } from '../../../../parts/person/OwnPasswordField.tsx';
import { useTwo } from '../../office-fields/TwoFields.tsx';

type EraseDialogProps = {
  /** The one that is longest past its term, if any. */
  readonly number: string;
  readonly onClose: () => void;
  readonly onDone: (sentence: string) => void;
};

/** Who filed a case is taken out of it for good: the case named by its whole code, a ground, a document, two persons. */
export function EraseDialog({ number: first, onClose, onDone }: EraseDialogProps) {
  const { common, privacy } = useTexts();
  const words = privacy.erase;
  const [number, setNumber] = useState(first);
  const [ground, setGround] = useState<EraseGround>('term-over');
  const [document, setDocument] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const { data: keys } = useQuery(desk.keys.status.queryOptions({ input: {} }));
  const both = useTwo(keys?.two ?? false, tried, false);
  const text = number.trim();
  const { data } = useQuery({ ...desk.case.search.queryOptions({ input: { text, limit: 5 } }), enabled: text !== '' });
  // Only a code written whole names a case here: an erasure is not undone.
  const hit = data?.hits.find((one) => isSameCode(one.number, text));
  const erase = useMutation(
    desk.privacy.erase.mutationOptions({
      onSuccess: ({ number: done, erased, kept, backups }) => {
        void queries.invalidateQueries();
        const places = backups.map(({ place, madeAt }) => `${place} (${formatDateTime(madeAt)})`).join('; ');
        onDone(words.done(done, erased, kept.map((one) => words.kept[one]).join(', '), places));
      },
    }),
  );
  function submit(): void {
    setTried(true);
    if (hit === undefined || !saysSomething(document) || password === '' || !both.isWhole || erase.isPending) return;
    erase.mutate({ caseId: hit.caseId, ground, document, password, ...both.said });
  }
  return (
    <Dialog title={words.act} onClose={onClose} act={{ label: words.doIt, onAct: submit, disabled: erase.isPending }}>
      <Text>{words.say}</Text>
      <Field
        label={words.number}
        value={number}
        autoFocus
        error={tried && hit === undefined ? words.whole : undefined}
        hint={hit === undefined ? (tried ? undefined : words.whole) : `${hit.applicantName} · ${hit.procedureName}`}
        onChange={(event) => setNumber(event.target.value)}
      />
      <SelectField
        label={words.ground}
        value={ground}
        choices={Object.entries(words.grounds).map(([value, label]) => ({ value, label }))}
        onChange={(event) => setGround(event.target.value as EraseGround)}
      />
      <Field
        label={words.document}
        value={document}
        error={tried && !saysSomething(document) ? common.issues['reason-needed'] : undefined}
        onChange={(event) => setDocument(event.target.value)}
      />
      <OwnPasswordField value={password} tried={tried} onChange={setPassword} />
      {both.fields}
      <FaultNote error={erase.error} />
    </Dialog>
  );
}
