import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { saysSomething } from '../../../../../electron/contract/base/values.ts';
import { Role, Username } from '../../../../../electron/contract/common/office/office.ts';
import { isStrongPassword } from '../../../../../electron/contract/common/office/password.ts';
import { desk } from '../../../../desk/client.ts';
import { useKnownStatus } from '../../../../desk/desk-status.ts';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../../parts/controls/Field.tsx';
import { Segmented } from '../../../../parts/controls/Segmented.tsx';
import { SelectField } from '../../../../parts/controls/SelectField.tsx';
import { Dialog } from '../../../../parts/dialog/Dialog.tsx';
import { Surface, Text } from '../../../../parts/layout/primitives.ts';
import { OwnPasswordField } from '../../../../parts/person/OwnPasswordField.tsx';
import { useTexts } from '../../../../text/texts.ts';
import { useTwo } from '../../office-fields/TwoFields.tsx';

export type OfficePerson = { readonly username: string; readonly fullName: string; readonly role: Role };

/** What came of a dialog: the sentence, and the password that is told once. */
export type AccountOutcome = { readonly sentence: string; readonly oneTimePassword?: string | null };

type Act = {
  readonly kind: 'add' | 'role' | 'disable' | 'enable' | 'reset';
  readonly username: string;
  readonly fullName: string;
  readonly role: Role;
};

type SendProps = {
  readonly title: string;
  readonly act: string;
  readonly children: ReactNode;
  /** Whether two are asked for here. */
  readonly two: boolean;
  /** Whether a reason belongs to it where it is done at once too. */
  readonly asksReason: boolean;
  readonly isWhole: boolean;
  readonly busy: boolean;
  readonly error: unknown;
  readonly asked: Act;
  readonly onNow: (said: ReturnType<typeof useTwo>['said'], reason: string) => void;
  readonly onClose: () => void;
  readonly onDone: (done: AccountOutcome) => void;
};

/** One act on an account: done at once, by two at this screen where two are asked for, or sent for another person to approve at their own counter. */
export function ActFrame(props: SendProps) {
  const { title, act, children, two, asksReason, isWhole, busy, error, asked, onNow, onClose, onDone } = props;
  const { office, people } = useTexts();
  const [way, setWay] = useState<'now' | 'ask'>('now');
  const [reason, setReason] = useState('');
  const [own, setOwn] = useState('');
  const [tried, setTried] = useState(false);
  const both = useTwo(two && way === 'now', tried);
  const sends = two && way === 'ask';
  const ask = useMutation(
    desk.account.ask.mutationOptions({ onSuccess: () => onDone({ sentence: people.asked(asked.fullName) }) }),
  );
  const needsReason = asksReason || sends;
  const isShort = needsReason && !saysSomething(reason);

  function submit(): void {
    setTried(true);
    if (!isWhole || isShort || busy || ask.isPending) return;
    if (sends) {
      if (own !== '') ask.mutate({ act: sentAct(asked), reason, password: own });
      return;
    }
    if (both.isWhole) onNow(both.said, reason);
  }

  return (
    <Dialog
      title={title}
      onClose={onClose}
      act={{ label: sends ? people.send : act, onAct: submit, disabled: busy || ask.isPending }}
    >
      {children}
      {two && (
        <Segmented
          label={people.way}
          value={way}
          onChange={setWay}
          choices={(['now', 'ask'] as const).map((value) => ({ value, label: people.ways[value] }))}
        />
      )}
      {needsReason && (
        <Field
          label={office.why}
          autoFocus={asksReason}
          value={reason}
          error={tried && isShort ? office.reasonShort : undefined}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
      {both.fields}
      {sends && (
        <>
          <Text size="note" tone="secondary">
            {people.askSay}
          </Text>
          <OwnPasswordField value={own} tried={tried} onChange={setOwn} />
        </>
      )}
      <FaultNote error={sends ? ask.error : error} />
    </Dialog>
  );
}

function sentAct({ kind, username, fullName, role }: Act) {
  if (kind === 'add') return { kind, username, fullName, role };
  return kind === 'role' ? { kind, username, role } : { kind, username };
}

type PersonProps = {
  readonly person: OfficePerson;
  readonly two: boolean;
  readonly onClose: () => void;
  readonly onDone: (done: AccountOutcome) => void;
};

/** A new password for somebody else, told to them by word of mouth: in a real office one is proposed, and good for one sign-in. */
export function PasswordDialog({ person, two, onClose, onDone }: PersonProps) {
  const { firstRun, office, people } = useTexts();
  const isPractice = useKnownStatus(({ practice }) => practice);
  const [password, setPassword] = useState('');
  const set = useMutation(
    desk.account.setPassword.mutationOptions({
      onSuccess: ({ oneTimePassword }) => onDone({ sentence: office.passwordSet(person.fullName), oneTimePassword }),
    }),
  );
  const weak = isPractice && !isStrongPassword(password);
  return (
    <ActFrame
      title={office.setPasswordOf(person.fullName)}
      act={office.setPassword}
      two={two}
      asksReason={false}
      isWhole={!weak}
      busy={set.isPending}
      error={set.error}
      asked={{ kind: 'reset', ...person }}
      onNow={(said) => set.mutate({ username: person.username, ...(isPractice ? { password } : {}), ...said })}
      onClose={onClose}
      onDone={onDone}
    >
      {isPractice ? (
        <Field
          label={office.newPassword}
          hint={firstRun.passwordHint}
          type="password"
          autoComplete="new-password"
          autoFocus
          value={password}
          error={password !== '' && weak ? firstRun.passwordWeak : undefined}
          onChange={(event) => setPassword(event.target.value)}
        />
      ) : (
        <Text>{people.resetText}</Text>
      )}
    </ActFrame>
  );
}

/** Shuts a person out or lets them in again: says what will happen, asks why, and does it once. */
export function AccountStateDialog({ what, person, ...frame }: PersonProps & { readonly what: 'disable' | 'enable' }) {
  const { office } = useTexts();
  const { fullName, username } = person;
  const words =
    what === 'disable'
      ? { title: office.disableOf(fullName), text: office.disableText, act: office.disable }
      : { title: office.enableOf(fullName), text: office.enableText, act: office.enable };
  const sentence = what === 'disable' ? office.accountDisabled(fullName) : office.accountEnabled(fullName);
  const onSuccess = () => frame.onDone({ sentence });
  const disable = useMutation(desk.account.disable.mutationOptions({ onSuccess }));
  const enable = useMutation(desk.account.enable.mutationOptions({ onSuccess }));
  const change = what === 'disable' ? disable : enable;
  return (
    <ActFrame
      {...frame}
      title={words.title}
      act={words.act}
      asksReason
      isWhole
      busy={change.isPending}
      error={change.error}
      asked={{ kind: what, ...person }}
      onNow={(said, reason) => change.mutate({ username, reason, ...said })}
    >
      <div>{words.text}</div>
    </ActFrame>
  );
}

export function RoleDialog({ person, ...frame }: PersonProps) {
  const { common, firstRun, people } = useTexts();
  const [role, setRole] = useState(person.role);
  const change = useMutation(
    desk.account.setRole.mutationOptions({
      onSuccess: () => frame.onDone({ sentence: people.roleSet(person.fullName) }),
    }),
  );
  return (
    <ActFrame
      {...frame}
      title={people.setRoleOf(person.fullName)}
      act={people.setRole}
      asksReason
      isWhole
      busy={change.isPending}
      error={change.error}
      asked={{ kind: 'role', ...person, role }}
      onNow={(said, reason) => change.mutate({ username: person.username, role, reason, ...said })}
    >
      <Text>{people.setRoleText}</Text>
      <SelectField
        label={firstRun.role}
        value={role}
        onChange={(event) => setRole(Role.parse(event.target.value))}
        choices={Role.options.map((value) => ({ value, label: common.roles[value] }))}
      />
    </ActFrame>
  );
}

/** Another username for who has one that is somebody else's at another counter. Done by who is at this screen: nobody approves a name from afar. */
export function RenameDialog({ person, two, onClose, onDone }: PersonProps) {
  const { office, people } = useTexts();
  const [to, setTo] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const both = useTwo(two, tried);
  const isName = Username.safeParse(to).success && to.trim() !== person.username;
  const rename = useMutation(
    desk.account.rename.mutationOptions({
      onSuccess: ({ username, oneTimePassword }) =>
        onDone({ sentence: people.renamed(person.fullName, username), oneTimePassword }),
    }),
  );

  function submit(): void {
    setTried(true);
    if (!isName || !saysSomething(reason) || !both.isWhole || rename.isPending) return;
    rename.mutate({ username: person.username, to, reason, ...both.said });
  }

  return (
    <Dialog
      title={people.renameOf(person.fullName)}
      onClose={onClose}
      act={{ label: people.rename, onAct: submit, disabled: rename.isPending }}
    >
      <Text>{people.renameText}</Text>
      <Field
        label={people.newName}
        autoFocus
        value={to}
        error={tried && !isName ? people.newNameWrong : undefined}
        onChange={(event) => setTo(event.target.value)}
      />
      <Field
        label={office.why}
        value={reason}
        error={tried && !saysSomething(reason) ? office.reasonShort : undefined}
        onChange={(event) => setReason(event.target.value)}
      />
      {both.fields}
      <FaultNote error={rename.error} />
    </Dialog>
  );
}

/** A person of another counter works here too: the role they have here, and a first password as for anybody who is new. */
export function TakeInDialog({ person, ...frame }: PersonProps) {
  const { common, firstRun, office, people } = useTexts();
  const isPractice = useKnownStatus(({ practice }) => practice);
  const [role, setRole] = useState(person.role);
  const [password, setPassword] = useState('');
  const weak = isPractice && !isStrongPassword(password);
  const add = useMutation(
    desk.account.add.mutationOptions({
      onSuccess: ({ oneTimePassword }) => frame.onDone({ sentence: people.takenIn(person.fullName), oneTimePassword }),
    }),
  );
  return (
    <ActFrame
      {...frame}
      title={people.takeInOf(person.fullName)}
      act={people.takeIn}
      asksReason={false}
      isWhole={!weak}
      busy={add.isPending}
      error={add.error}
      asked={{ kind: 'add', ...person, role }}
      onNow={(said) => {
        const { username, fullName } = person;
        add.mutate({ username, fullName, role, ...(isPractice ? { password } : {}), ...said });
      }}
    >
      <Text>{people.takeInText}</Text>
      <SelectField
        label={firstRun.role}
        value={role}
        onChange={(event) => setRole(Role.parse(event.target.value))}
        choices={Role.options.map((value) => ({ value, label: common.roles[value] }))}
      />
      {isPractice && (
        <Field
          label={office.newPassword}
          hint={firstRun.passwordHint}
          type="password"
          autoComplete="new-password"
          value={password}
          error={password !== '' && weak ? firstRun.passwordWeak : undefined}
          onChange={(event) => setPassword(event.target.value)}
        />
      )}
    </ActFrame>
  );
}

/** Somebody's first password, on screen until it was told. */
export function OneTimeDialog({
  name,
  password,
  onClose,
}: {
  readonly name: string;
  readonly password: string;
  readonly onClose: () => void;
}) {
  const { people } = useTexts();
  return (
    <Dialog
      title={people.oneTimeTitle(name)}
      onClose={onClose}
      act={{ label: people.oneTimeDone, onAct: onClose, autoFocus: true }}
    >
      <Text>{people.oneTimeSay}</Text>
      <Surface ground="brand" padding={3.5}>
        <Text size="heading" weight={700} css={{ userSelect: 'text', overflowWrap: 'anywhere' }}>
          {password}
        </Text>
      </Surface>
    </Dialog>
  );
}
