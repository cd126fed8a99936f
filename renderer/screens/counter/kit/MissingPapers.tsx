import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { saysSomething } from '../../../../electron/contract/base/values.ts';
import { desk, queries } from '../../../desk/client.ts';
import { roleOf, useKnownStatus } from '../../../desk/desk-status.ts';
import { usePlace } from '../../../desk/places.ts';
import { ActionButton } from '../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../parts/controls/Field.tsx';
import { Dialog } from '../../../parts/dialog/Dialog.tsx';
import { Column, Row, Surface, Text } from '../../../parts/layout/primitives.ts';
import { formatDate, formatDateTime } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';

/** Days in a row of words; the others stand in the list of F9. */
const shown = 4;

/** What a restore left on paper alone, until somebody says that it is entered again; nothing where no restore waits for that. */
export function MissingPapers() {
  const { kit } = useTexts();
  const { go } = usePlace();
  const receives = useKnownStatus(roleOf) !== 'admin';
  const words = kit.missing;
  const [asked, setAsked] = useState(false);
  const { data } = useQuery(desk.office.restores.queryOptions({ input: {} }));
  const open = data?.restores.find(({ entered, missing }) => entered === null && missing.receptions > 0);
  if (open === undefined) return null;
  const { receptions, atMost } = open.missing;
  const runs = open.spent.filter(({ kind }) => kind === 'case');
  const said = runs.slice(0, shown).map(({ of, first, last }) => words.numbers(formatDate(of), first, last));
  const numbers = [...said, ...(runs.length > shown ? [words.more(runs.length - shown)] : [])].join('; ');
  return (
    <Surface ground="soon" padding={3} shrink={false}>
      <Row align="center" gap={3} wrap>
        <Column grow gap={1} minWidth={280}>
          <Text weight={600} role="status">
            <span aria-hidden>! </span>
            {words.title(receptions, atMost)}
          </Text>
          <Text size="note">
            {words.since[open.why](formatDateTime(open.madeAt), formatDateTime(open.at), numbers)}
          </Text>
          <Text size="note">
            {words.how} {open.enteredAgain > 0 && words.entered(open.enteredAgain)}
          </Text>
        </Column>
        {receives && (
          <ActionButton keys="Alt+N" label={words.enter} onAct={() => go({ screen: 'reception', sheet: '' })} />
        )}
        <ActionButton keys="Alt+X" label={words.done} onAct={() => setAsked(true)} />
      </Row>
      {asked && <EnteredDialog restored={open.restored} onClose={() => setAsked(false)} />}
    </Surface>
  );
}

type EnteredProps = { readonly restored: string; readonly onClose: () => void };

function EnteredDialog({ restored, onClose }: EnteredProps) {
  const { common, kit } = useTexts();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const say = useMutation(
    desk.office.papersEntered.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries();
        onClose();
      },
    }),
  );
  function submit(): void {
    setTried(true);
    if (saysSomething(reason) && !say.isPending) say.mutate({ restored, reason });
  }
  return (
    <Dialog
      title={kit.missing.doneTitle}
      onClose={onClose}
      act={{ label: kit.missing.done, onAct: submit, disabled: say.isPending }}
    >
      <div>{kit.missing.doneSay}</div>
      <Field
        label={kit.missing.doneReason}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        error={tried && !saysSomething(reason) ? common.issues['required'] : undefined}
        autoFocus
      />
      <FaultNote error={say.error} />
    </Dialog>
  );
}
