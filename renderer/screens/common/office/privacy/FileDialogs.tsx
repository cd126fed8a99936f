import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { saysSomething } from '../../../../../electron/contract/base/values.ts';
import type { PrivacyFormat } from '../../../../../electron/contract/safety/privacy/privacy.ts';
import { desk } from '../../../../desk/client.ts';
import { todayOf, useKnownStatus } from '../../../../desk/desk-status.ts';
import { useIssueSentence } from '../../../../desk/fault.ts';
import { ActionButton } from '../../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../../parts/controls/Field.tsx';
import { Dialog } from '../../../../parts/dialog/Dialog.tsx';
import { Grid, Text } from '../../../../parts/layout/primitives.ts';
import { download } from '../../../../parts/paper/download.ts';
import { formatCount, formatDate, parseDate } from '../../../../text/format.ts';
import { useTexts } from '../../../../text/texts.ts';

type FileDialogProps = { readonly onClose: () => void; readonly onDone: (sentence: string) => void };

/** A field whose reason is asked for, and told once it was tried without. */
function useReason() {
  const { common, privacy } = useTexts();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const isShort = !saysSomething(reason);
  return {
    reason,
    isShort,
    tryIt: () => setTried(true),
    tried,
    field: (
      <Field
        label={privacy.reason}
        value={reason}
        error={tried && isShort ? common.issues['reason-needed'] : undefined}
        onChange={(event) => setReason(event.target.value)}
      />
    ),
  };
}

/** Everything held on one id number, for the person who asks for it. */
export function CopyDialog({ onClose, onDone }: FileDialogProps) {
  const { common, privacy } = useTexts();
  const [idNumber, setIdNumber] = useState('');
  const why = useReason();
  const copy = useMutation(
    desk.privacy.copy.mutationOptions({
      onSuccess: (made) => {
        download(made);
        onDone(privacy.saved(made.fileName, formatCount(made.rows)));
      },
    }),
  );
  const isEmpty = idNumber.trim() === '';
  function make(format: PrivacyFormat): void {
    why.tryIt();
    if (!isEmpty && !why.isShort && !copy.isPending) copy.mutate({ idNumber, format, reason: why.reason });
  }
  return (
    <Dialog
      title={privacy.copy.act}
      onClose={onClose}
      act={{ label: privacy.pdf, onAct: () => make('pdf'), disabled: copy.isPending }}
    >
      <Text>{privacy.copy.say}</Text>
      <Field
        label={privacy.copy.idNumber}
        value={idNumber}
        autoFocus
        error={why.tried && isEmpty ? common.issues['required'] : undefined}
        onChange={(event) => setIdNumber(event.target.value)}
      />
      {why.field}
      <ActionButton keys="Alt+Shift+X" label={privacy.xlsx} onAct={() => make('xlsx')} disabled={copy.isPending} />
      <FaultNote error={copy.error} />
    </Dialog>
  );
}

/** Who looked at whom in a stretch of days: yesterday and today, where nobody says otherwise. */
export function BreachDialog({ onClose, onDone }: FileDialogProps) {
  const { privacy } = useTexts();
  const sentenceOf = useIssueSentence();
  const today = useKnownStatus(todayOf);
  const [from, setFrom] = useState(formatDate(today));
  const [to, setTo] = useState(formatDate(today));
  const [username, setUsername] = useState('');
  const why = useReason();
  const [first, last] = [from, to].map((typed) => {
    const read = parseDate(typed);
    return read?.length === 10 ? read : undefined;
  });
  const backwards = first !== undefined && last !== undefined && first > last;
  const file = useMutation(
    desk.privacy.breach.mutationOptions({
      onSuccess: (made) => {
        download(made);
        onDone(privacy.saved(made.fileName, formatCount(made.rows)));
      },
    }),
  );
  function make(format: PrivacyFormat): void {
    why.tryIt();
    if (first === undefined || last === undefined || backwards || why.isShort || file.isPending) return;
    const one = username.trim() === '' ? {} : { username: username.trim() };
    file.mutate({ from: first, to: last, format, reason: why.reason, ...one });
  }
  return (
    <Dialog
      title={privacy.breach.act}
      onClose={onClose}
      act={{ label: privacy.pdf, onAct: () => make('pdf'), disabled: file.isPending }}
    >
      <Text>{privacy.breach.say}</Text>
      <Grid columns="minmax(0, 1fr) minmax(0, 1fr)" gap={3} align="start">
        <Field
          label={privacy.breach.from}
          value={from}
          autoFocus
          error={first === undefined ? sentenceOf('date') : undefined}
          onChange={(event) => setFrom(event.target.value)}
        />
        <Field
          label={privacy.breach.to}
          value={to}
          error={last === undefined ? sentenceOf('date') : backwards ? sentenceOf('period-backwards') : undefined}
          onChange={(event) => setTo(event.target.value)}
        />
      </Grid>
      <Field label={privacy.breach.username} value={username} onChange={(event) => setUsername(event.target.value)} />
      {why.field}
      <ActionButton keys="Alt+Shift+X" label={privacy.xlsx} onAct={() => make('xlsx')} disabled={file.isPending} />
      <FaultNote error={file.error} />
    </Dialog>
  );
}
