import Button from '@mui/material/Button';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { isStrongPassword } from '../../../../electron/contract/common/office/password.ts';
import { desk } from '../../../desk/client.ts';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../parts/controls/Field.tsx';
import { Dialog } from '../../../parts/dialog/Dialog.tsx';
import { Row, Text } from '../../../parts/layout/primitives.ts';
import { useTexts } from '../../../text/texts.ts';

type Props = {
  readonly username: string;
  /** Why it has to be, before anything else; left out where the person wants it. */
  readonly must?: 'first' | 'old';
  /** The password they signed in with at this page just now: nobody types it twice. */
  readonly known?: string | undefined;
  readonly onClose: () => void;
  readonly onDone: () => void;
};

/** A password of one's own in the place of the one before, which is typed once more. */
export function OwnPassword({ username, must, known, onClose, onDone }: Props) {
  const { firstRun, people } = useTexts();
  const [values, setValues] = useState({ current: known ?? '', next: '', again: '' });
  const [tried, setTried] = useState(false);
  const propose = useMutation(desk.account.propose.mutationOptions());
  const set = useMutation(desk.account.setPassword.mutationOptions({ onSuccess: onDone }));
  const weak = !isStrongPassword(values.next);
  const differs = values.again !== values.next;
  const field = (name: keyof typeof values) => ({
    type: 'password',
    value: values[name],
    onChange: (event: { target: { value: string } }) => setValues({ ...values, [name]: event.target.value }),
  });

  function submit(): void {
    setTried(true);
    if (values.current === '' || weak || differs || set.isPending) return;
    set.mutate({ username, password: values.next, current: values.current });
  }

  return (
    <Dialog title={people.change} onClose={onClose} act={{ label: people.set, onAct: submit, disabled: set.isPending }}>
      {must !== undefined && <Text>{must === 'first' ? people.mustFirst : people.mustOld}</Text>}
      {known === undefined && (
        <Field
          label={people.current}
          autoComplete="current-password"
          autoFocus
          error={tried && values.current === '' ? people.needed : undefined}
          {...field('current')}
        />
      )}
      <Row gap={3} align="center" wrap>
        <Button onClick={() => propose.mutate({})}>{people.propose}</Button>
        {propose.data !== undefined && (
          <Text role="status">
            {people.proposed} <strong>{propose.data.password}</strong>
          </Text>
        )}
      </Row>
      <Field
        label={people.next}
        autoFocus={known !== undefined}
        hint={people.hint}
        autoComplete="new-password"
        error={tried && weak ? firstRun.passwordWeak : undefined}
        {...field('next')}
      />
      <Field
        label={people.again}
        autoComplete="new-password"
        error={tried && differs ? people.notSame : undefined}
        {...field('again')}
      />
      <FaultNote error={set.error ?? propose.error} />
    </Dialog>
  );
}
