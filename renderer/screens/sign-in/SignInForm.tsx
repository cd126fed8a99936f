import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useMutation } from '@tanstack/react-query';
import { type KeyboardEvent, type SubmitEvent, useRef, useState } from 'react';
import { desk } from '../../desk/client.ts';
import { faultOf } from '../../desk/fault.ts';
import { findPracticeAccess } from '../../desk/practice-access.ts';
import { FaultNote } from '../../parts/controls/FaultNote.tsx';
import { Field } from '../../parts/controls/Field.tsx';
import { KeyCap } from '../../parts/keys/KeyCap.tsx';
import { Panel } from '../../parts/layout/Panel.tsx';
import { useTexts } from '../../text/texts.ts';
import { PracticeAccounts } from './PracticeAccounts.tsx';
import { useWait } from './wait.ts';

type SignInFormProps = { readonly practice: boolean; readonly owner: string | undefined };

export function SignInForm({ practice, owner }: SignInFormProps) {
  const { common, signIn: words } = useTexts();
  const access = practice ? findPracticeAccess() : undefined;
  const [username, setUsername] = useState(owner ?? access?.users[0] ?? '');
  const [password, setPassword] = useState(access?.password ?? '');
  const [caps, setCaps] = useState(false);
  const [missing, setMissing] = useState(false);
  const passwordField = useRef<HTMLInputElement>(null);
  const wait = useWait();

  const signIn = useMutation(desk.account.signIn.mutationOptions());

  function refused(error: unknown): void {
    const seconds = faultOf(error)?.data['waitSeconds'];
    if (typeof seconds === 'number') wait.start(seconds);
    setPassword('');
    passwordField.current?.focus();
  }

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    const empty = username.trim() === '' || password === '';
    setMissing(empty);
    if (!empty && wait.left === 0 && !signIn.isPending) signIn.mutate({ username, password }, { onError: refused });
  }

  function pick(user: string): void {
    setUsername(user);
    passwordField.current?.focus();
  }

  function watchCaps(event: KeyboardEvent): void {
    setCaps(event.getModifierState('CapsLock'));
  }

  const needed = (value: string) => (missing && value.trim() === '' ? common.issues['required'] : undefined);
  return (
    <Panel title={words.title}>
      <Box component="form" noValidate onSubmit={submit} sx={{ display: 'flex', flexDirection: 'column', gap: 3 }}>
        {owner !== undefined && <Box role="status">{words.locked}</Box>}
        <FaultNote error={signIn.error} />
        {practice && <PracticeAccounts current={username} onPick={pick} password={access?.password} />}
        <Field
          label={words.username}
          value={username}
          onChange={(event) => setUsername(event.target.value)}
          autoComplete="username"
          autoFocus={username === ''}
          error={needed(username)}
        />
        <Field
          ref={passwordField}
          label={words.password}
          type="password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          onKeyUp={watchCaps}
          autoComplete="current-password"
          autoFocus={username !== ''}
          error={needed(password)}
          hint={caps ? words.capsLock : undefined}
        />
        <Button type="submit" variant="contained" disabled={wait.left > 0} sx={{ minHeight: 44 }}>
          {wait.left > 0 ? words.waiting(wait.left) : words.submit} <KeyCap keys="Enter" quiet />
        </Button>
      </Box>
    </Panel>
  );
}
