import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useMutation } from '@tanstack/react-query';
import { type KeyboardEvent, type SubmitEvent, useContext, useEffect, useRef, useState } from 'react';
import type { Status } from '../../../../electron/contract/common/office/office.ts';
import { desk } from '../../../desk/client.ts';
import { faultOf, useFaultSentence } from '../../../desk/fault.ts';
import { disasterOf, leaveForRecovery } from '../../../desk/recovery.ts';
import { WallContext } from '../../../desk/wall-door.ts';
import { findPendingJoin } from '../../../desk/pending-join.ts';
import { findOfficeKeeper } from '../../../desk/pending-office.ts';
import { type PracticeAccess, findPracticeAccess } from '../../../desk/practice-access.ts';
import { rem } from '../../../look/theme.ts';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../parts/controls/Field.tsx';
import { LookControls } from '../../../parts/controls/LookControls.tsx';
import { KeyCap } from '../../../parts/keys/KeyCap.tsx';
import { useShortcuts } from '../../../parts/keys/shortcuts.ts';
import { Panel } from '../../../parts/layout/Panel.tsx';
import { Column, Grid, Row, Text } from '../../../parts/layout/primitives.ts';
import { formatDateTime } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';
import { RecoverDialog } from './RecoverDialog.tsx';

/** Who is at the counter. `owner`: whose work waits behind a locked session. */
type SignInProps = {
  readonly status: Status;
  readonly owner?: string | undefined;
  /** With the password that was right, which some have to change before anything else. */
  readonly onSigned: (password: string) => void;
};

export function SignIn({ status, owner, onSigned }: SignInProps) {
  const { common, frame, keys, wall } = useTexts();
  const [isLost, setLost] = useState(false);
  /** A screen that hangs on the wall needs nobody: it shows figures alone. */
  const onWall = useContext(WallContext);
  useShortcuts([{ keys: 'Alt+W', label: wall.open, run: onWall }]);
  return (
    <Column
      as="main"
      scroll
      align="center"
      padding={6}
      gap={5}
      css={{ position: 'fixed', inset: 0, backgroundColor: 'var(--ground)' }}
    >
      <Column width={`min(${rem(420)}, 100%)`} gap={4} css={{ margin: 'auto 0' }}>
        <div>
          <Typography variant="h2" sx={{ color: 'var(--brand)' }}>
            {common.productName} · {status.deskName}
          </Typography>
          <Typography variant="h1">{status.centreName}</Typography>
        </div>
        {status.clock.state !== 'good' && (
          <Text tone="late" weight={600} role="status">
            {status.clock.hubAt === undefined
              ? frame.clockSignIn(
                  formatDateTime(status.now),
                  status.clock.lastEntryAt === null ? '–' : formatDateTime(status.clock.lastEntryAt),
                )
              : frame.clockSignInHub(formatDateTime(status.now), formatDateTime(status.clock.hubAt))}
          </Text>
        )}
        <SignInForm
          key={owner ?? ''}
          practice={status.practice}
          owner={owner}
          passwords={status.passwords}
          onSigned={onSigned}
        />
        {status.sealing !== 'plain' && (
          <Row justify="center">
            <Button onClick={() => setLost(true)}>{keys.lost}</Button>
          </Row>
        )}
      </Column>
      {isLost && <RecoverDialog onClose={() => setLost(false)} />}
      <Row justify="center">
        <Button onClick={onWall}>
          {wall.open} <KeyCap keys="Alt+W" quiet />
        </Button>
      </Row>
      <Row gap={3} wrap justify="center">
        <LookControls hideLabels only={['look', 'language']} />
      </Row>
    </Column>
  );
}

type SignInFormProps = {
  readonly practice: boolean;
  readonly owner: string | undefined;
  readonly passwords: Status['passwords'];
  readonly onSigned: (password: string) => void;
};

function SignInForm({ practice, owner, passwords, onSigned }: SignInFormProps) {
  const { common, people, signIn: words } = useTexts();
  const access = practice ? findPracticeAccess() : undefined;
  const [username, setUsername] = useState(owner ?? firstUser(access));
  const [password, setPassword] = useState(access?.password ?? '');
  /** Null until the desk asks for the code of a phone. */
  const [code, setCode] = useState<string | null>(null);
  const [caps, setCaps] = useState(false);
  const [missing, setMissing] = useState(false);
  const passwordField = useRef<HTMLInputElement>(null);
  const wait = useWait();

  // The wait begins before the refusal is shown: a key pressed at once upon it would be taken for nothing.
  const signIn = useMutation(
    desk.account.signIn.mutationOptions({
      onError: beginWait,
      onSuccess: (_answer, { password: right }) => onSigned(right),
    }),
  );
  const sentenceOf = useFaultSentence();
  // The password was right: what is asked next is no fault.
  const asksCode = faultOf(signIn.error)?.code === 'second-factor-needed';

  function beginWait(error: unknown): void {
    if (disasterOf(error) !== undefined) return leaveForRecovery();
    const seconds = faultOf(error)?.data['waitSeconds'];
    if (typeof seconds === 'number') wait.start(seconds);
  }

  function refused(error: unknown): void {
    if (faultOf(error)?.code.startsWith('second-factor') === true) return setCode('');
    setPassword('');
    passwordField.current?.focus();
  }

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    const empty = username.trim() === '' || password === '';
    setMissing(empty);
    if (!empty && wait.left === 0 && !signIn.isPending)
      signIn.mutate({ username, password, ...(code === null ? {} : { code }) }, { onError: refused });
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
      <Column as="form" gap={3} noValidate onSubmit={submit}>
        {owner !== undefined && <div role="status">{words.locked}</div>}
        {asksCode ? <div role="status">{sentenceOf(signIn.error)}</div> : <FaultNote error={signIn.error} />}
        {faultOf(signIn.error)?.code === 'sign-in-refused' && passwords !== 'all' && (
          <Text size="note">{words.passwordsNote[passwords]}</Text>
        )}
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
        {code !== null && (
          <Field
            label={people.code}
            value={code}
            autoComplete="one-time-code"
            autoFocus
            inputProps={{ inputMode: 'numeric', maxLength: 6 }}
            onChange={(event) => setCode(event.target.value)}
          />
        )}
        <Button type="submit" variant="contained" disabled={wait.left > 0} sx={{ minHeight: 44 }}>
          {wait.left > 0 ? words.waiting(wait.left) : words.submit} <KeyCap keys="Enter" quiet />
        </Button>
      </Column>
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
    <div role="group" aria-label={signIn.practiceAccounts}>
      <Text size="note" tone="secondary" marginBottom={1}>
        {signIn.practiceNote}
      </Text>
      <Grid columns="1fr 1fr" gap={2}>
        {accounts.map((username) => (
          <Button
            key={username}
            aria-pressed={username === current}
            onClick={() => onPick(username)}
            sx={username === current ? { bgcolor: 'var(--brand-soft)', borderColor: 'var(--brand)' } : {}}
          >
            {common.roles[username]}
            <Text as="span" weight={400} tone="secondary">
              {username}
            </Text>
          </Button>
        ))}
      </Grid>
      {password !== undefined && (
        <Text size="note" marginTop={2}>
          {signIn.practicePassword}: <strong>{password}</strong>
        </Text>
      )}
    </div>
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

/** Of a practice office somebody to begin with; where the counter is about to join a centre, who may. Of an office that was set up a moment ago who did it. */
function firstUser(access: PracticeAccess | undefined): string {
  const joins = access !== undefined && findPendingJoin() !== undefined;
  return access?.users.find((user) => joins && user === 'admin') ?? access?.users[0] ?? findOfficeKeeper() ?? '';
}
