import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useMutation } from '@tanstack/react-query';
import { type KeyboardEvent, type SubmitEvent, useEffect, useRef, useState } from 'react';
import type { Status } from '../../../electron/contract/office/office.ts';
import { desk } from '../../desk/client.ts';
import { faultOf } from '../../desk/fault.ts';
import { findPracticeAccess } from '../../desk/practice-access.ts';
import { rem } from '../../look/theme.ts';
import { FaultNote } from '../../parts/controls/FaultNote.tsx';
import { Field } from '../../parts/controls/Field.tsx';
import { LookControls } from '../../parts/controls/LookControls.tsx';
import { KeyCap } from '../../parts/keys/KeyCap.tsx';
import { Panel } from '../../parts/layout/Panel.tsx';
import { useTexts } from '../../text/texts.ts';

/** Who is at the counter. `owner`: whose work waits behind a locked session. */
export function SignIn({ status, owner }: { readonly status: Status; readonly owner?: string | undefined }) {
  const { common } = useTexts();
  return (
    <Box
      component="main"
      sx={{
        position: 'fixed',
        inset: 0,
        overflow: 'auto',
        bgcolor: 'background.default',
        display: 'flex',
        flexDirection: 'column',
        alignItems: 'center',
        padding: rem(24),
        gap: 5,
      }}
    >
      <Box sx={{ margin: 'auto 0', width: `min(${rem(420)}, 100%)`, display: 'flex', flexDirection: 'column', gap: 4 }}>
        <Box>
          <Typography variant="h2" sx={{ color: 'var(--brand)' }}>
            {common.productName} · {status.deskName}
          </Typography>
          <Typography variant="h1">{status.centreName}</Typography>
        </Box>
        <SignInForm key={owner ?? ''} practice={status.practice} owner={owner} />
      </Box>
      <Box sx={{ display: 'flex', gap: 3, flexWrap: 'wrap', justifyContent: 'center' }}>
        <LookControls hideLabels only={['look', 'language']} />
      </Box>
    </Box>
  );
}

type SignInFormProps = { readonly practice: boolean; readonly owner: string | undefined };

function SignInForm({ practice, owner }: SignInFormProps) {
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

/** The four people every practice office has (command `demo`). */
const accounts = ['clerk', 'officer', 'supervisor', 'admin'] as const;

type PracticeAccountsProps = {
  readonly current: string;
  readonly onPick: (username: string) => void;
  readonly password: string | undefined;
};

function PracticeAccounts({ current, onPick, password }: PracticeAccountsProps) {
  const { common, signIn } = useTexts();
  return (
    <Box role="group" aria-label={signIn.practiceAccounts}>
      <Box sx={{ fontSize: rem(13), color: 'text.secondary', marginBottom: 1 }}>{signIn.practiceNote}</Box>
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 2 }}>
        {accounts.map((username) => (
          <Button
            key={username}
            aria-pressed={username === current}
            onClick={() => onPick(username)}
            sx={username === current ? { bgcolor: 'var(--brand-soft)', borderColor: 'var(--brand)' } : {}}
          >
            {common.roles[username]}
            <Box component="span" sx={{ fontWeight: 400, color: 'text.secondary' }}>
              {username}
            </Box>
          </Button>
        ))}
      </Box>
      {password !== undefined && (
        <Box sx={{ fontSize: rem(13), marginTop: 2 }}>
          {signIn.practicePassword}: <strong>{password}</strong>
        </Box>
      )}
    </Box>
  );
}

/** Counts whole seconds down to 0 after `start(seconds)`. */
function useWait(): { readonly left: number; readonly start: (seconds: number) => void } {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (left <= 0) return undefined;
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left]);
  return { left, start: (seconds) => setLeft(Math.ceil(seconds)) };
}
