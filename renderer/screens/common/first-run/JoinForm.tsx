import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { desk } from '../../../desk/client.ts';
import { type PendingJoin, keepPendingJoin } from '../../../desk/pending-join.ts';
import { rememberPracticeAccess } from '../../../desk/practice-access.ts';
import { ActionButton } from '../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../parts/controls/Field.tsx';
import { OutcomeLine } from '../../../parts/controls/OutcomeLine.tsx';
import { Column, Row } from '../../../parts/layout/primitives.ts';
import { useTexts } from '../../../text/texts.ts';

/** A counter of a centre that there is: its code says which; the hub is asked before anything is set up here. */
export function JoinForm({ onOffice }: { readonly onOffice: (pending: PendingJoin) => void }) {
  const { firstRun } = useTexts();
  const [code, setCode] = useState('');
  const practice = useMutation(desk.office.openPractice.mutationOptions({ onSuccess: rememberPracticeAccess }));
  const look = useMutation(
    desk.hub.look.mutationOptions({
      onSuccess: (found) => {
        const pending = { code: code.trim(), ...found };
        keepPendingJoin(pending);
        if (found.practice) practice.mutate({ cases: 0 });
        else onOffice(pending);
      },
    }),
  );
  const busy = look.isPending || practice.isPending;

  function submit(): void {
    if (code.trim() !== '' && !busy) look.mutate({ code: code.trim() });
  }

  return (
    <Column
      as="form"
      gap={3}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Field
        label={firstRun.joinCode}
        hint={firstRun.joinCodeHint}
        value={code}
        autoComplete="off"
        onChange={(event) => setCode(event.target.value)}
      />
      <FaultNote error={look.error ?? practice.error} />
      <Row gap={3} align="center">
        <ActionButton keys="Alt+2" label={firstRun.joinOpen} onAct={submit} disabled={busy || code.trim() === ''} />
        <OutcomeLine>{busy ? firstRun.joinLooking : ''}</OutcomeLine>
      </Row>
    </Column>
  );
}
