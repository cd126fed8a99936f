import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { saysSomething } from '../../../../../electron/contract/base/values.ts';
import { desk, deskClient, queries } from '../../../../desk/client.ts';
import { useKnownStatus, userOf } from '../../../../desk/desk-status.ts';
import { useIssueSentence } from '../../../../desk/fault.ts';
import { ActionButton } from '../../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../../parts/controls/Field.tsx';
import { OutcomeLine } from '../../../../parts/controls/OutcomeLine.tsx';
import { Dialog } from '../../../../parts/dialog/Dialog.tsx';
import { Row, Text } from '../../../../parts/layout/primitives.ts';
import { download } from '../../../../parts/paper/download.ts';
import { OwnPasswordField } from '../../../../parts/person/OwnPasswordField.tsx';
import { parseDate } from '../../../../text/format.ts';
import { useTexts } from '../../../../text/texts.ts';
import { useTwo } from '../../office-fields/TwoFields.tsx';

/** The key that receipts are signed with: what others need to check them, and another one in its place. */
export function ReceiptKeyRow() {
  const { data: texts } = useTexts();
  const words = texts.deskKey;
  const isAdmin = useKnownStatus(userOf)?.role === 'admin';
  const [asked, setAsked] = useState(false);
  const [said, setSaid] = useState(words.say);
  const keys = useMutation({
    mutationFn: () => deskClient.receipt.keys({}),
    onSuccess: (made) => {
      const base64 = btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(made))));
      download({ fileName: `khoa-kiem-giay-${made.asOf.slice(0, 10)}.json`, mediaType: 'application/json', base64 });
      setSaid(words.saved(made.keys.length));
    },
  });
  return (
    <Row gap={3} align="center" wrap>
      <ActionButton keys="Alt+L" label={words.keys} disabled={keys.isPending} onAct={() => keys.mutate()} />
      {isAdmin && <ActionButton keys="Alt+Y" label={words.turn} onAct={() => setAsked(true)} />}
      <OutcomeLine>{said}</OutcomeLine>
      <FaultNote error={keys.error} />
      {asked && (
        <TurnKeyDialog
          onClose={() => setAsked(false)}
          onDone={(keyId) => {
            setAsked(false);
            setSaid(words.turned(keyId));
          }}
        />
      )}
    </Row>
  );
}

type TurnKeyProps = { readonly onClose: () => void; readonly onDone: (keyId: string) => void };

function TurnKeyDialog({ onClose, onDone }: TurnKeyProps) {
  const { common, data: texts } = useTexts();
  const words = texts.deskKey;
  const sentenceOf = useIssueSentence();
  const [reason, setReason] = useState('');
  const [lost, setLost] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const { data } = useQuery(desk.keys.status.queryOptions({ input: {} }));
  const both = useTwo(data?.two ?? false, tried, false);
  const day = lost.trim() === '' ? null : parseDate(lost);
  const isDay = day === null || day?.length === 10;
  const turn = useMutation(
    desk.receipt.turnKey.mutationOptions({
      onSuccess: ({ keyId }) => {
        void queries.invalidateQueries();
        onDone(keyId);
      },
    }),
  );
  function submit(): void {
    setTried(true);
    if (!saysSomething(reason) || !isDay || password === '' || !both.isWhole || turn.isPending) return;
    const stolen = day === null ? {} : { stolenSince: `${day}T00:00:00+07:00` };
    turn.mutate({ password, reason, ...stolen, ...both.said });
  }
  return (
    <Dialog title={words.turn} onClose={onClose} act={{ label: words.turn, onAct: submit, disabled: turn.isPending }}>
      <Text>{words.what}</Text>
      <Field
        label={words.why}
        value={reason}
        autoFocus
        error={tried && !saysSomething(reason) ? common.issues['reason-needed'] : undefined}
        onChange={(event) => setReason(event.target.value)}
      />
      <Field
        label={words.lost}
        value={lost}
        error={isDay ? undefined : sentenceOf('date')}
        onChange={(event) => setLost(event.target.value)}
      />
      <OwnPasswordField value={password} tried={tried} onChange={setPassword} />
      {both.fields}
      <FaultNote error={turn.error} />
    </Dialog>
  );
}
