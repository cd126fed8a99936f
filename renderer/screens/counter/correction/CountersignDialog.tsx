import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { desk } from '../../../desk/client.ts';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { Dialog } from '../../../parts/dialog/Dialog.tsx';
import { Grid, Text } from '../../../parts/layout/primitives.ts';
import { OwnPasswordField } from '../../../parts/person/OwnPasswordField.tsx';
import { useSettings } from '../../../look/settings.ts';
import { formatDateTime } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';
import { Changed } from './Changed.tsx';
import { caseDifferences } from './difference.ts';

type Props = {
  readonly correction: {
    readonly caseId: string;
    readonly requestId: string;
    readonly number: string;
    readonly at: string;
    readonly byName: string;
    readonly reason: string;
  };
  readonly onClose: () => void;
  readonly onDone: () => void;
};

/** What one person changed on a receipt, old and new, and a supervisor's word that they looked: with their own password. */
export function CountersignDialog({ correction, onClose, onDone }: Props) {
  const texts = useTexts();
  const { people } = texts;
  const { language } = useSettings();
  const { caseId, requestId, number, at, byName, reason } = correction;
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const { data, error } = useQuery(desk.work.correction.queryOptions({ input: { caseId, requestId } }));
  const sign = useMutation(desk.work.countersign.mutationOptions({ onSuccess: onDone }));
  const changed = data === undefined ? [] : caseDifferences(data.was, data.becomes, texts, language);

  function submit(): void {
    setTried(true);
    if (data === undefined || password === '' || sign.isPending) return;
    sign.mutate({ caseId, requestId, password });
  }

  return (
    <Dialog
      title={people.countersignOf(number)}
      onClose={onClose}
      act={{ label: people.countersign, onAct: submit, disabled: data === undefined || sign.isPending }}
    >
      <Text>{people.countersignSay(byName, formatDateTime(at), reason)}</Text>
      <Grid as="dl" gap={1.5}>
        {changed.map((row) => (
          <Changed key={row.name} {...row} />
        ))}
      </Grid>
      {data !== undefined && changed.length === 0 && <Text tone="secondary">{people.countersignSame}</Text>}
      <OwnPasswordField autoFocus value={password} tried={tried} onChange={setPassword} />
      <FaultNote error={sign.error ?? error} />
    </Dialog>
  );
}
