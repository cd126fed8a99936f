import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { desk, deskClient, queries } from '../../../../desk/client.ts';
import { useKnownStatus, userOf } from '../../../../desk/desk-status.ts';
import { rem } from '../../../../look/theme.ts';
import { Columns } from '../../../../parts/layout/Columns.tsx';
import { Chip } from '../../../../parts/controls/Chip.tsx';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { OutcomeLine } from '../../../../parts/controls/OutcomeLine.tsx';
import { KeyCap } from '../../../../parts/keys/KeyCap.tsx';
import { useShortcuts } from '../../../../parts/keys/shortcuts.ts';
import { Panel } from '../../../../parts/layout/Panel.tsx';
import { Column, Row, Text } from '../../../../parts/layout/primitives.ts';
import { formatDate } from '../../../../text/format.ts';
import { useTexts } from '../../../../text/texts.ts';
import { Table } from '../Table.tsx';
import { OwnPassword } from '../../sign-in/OwnPassword.tsx';
import {
  AccountStateDialog,
  type AccountOutcome,
  OneTimeDialog,
  PasswordDialog,
  RenameDialog,
  RoleDialog,
  TakeInDialog,
  type OfficePerson,
} from './AccountDialogs.tsx';
import { AccessReview } from './AccessReview.tsx';
import { AddPerson } from './AddPerson.tsx';
import { FactorPanel } from './FactorPanel.tsx';
import { Requests } from './Requests.tsx';

type Account = Awaited<ReturnType<typeof deskClient.account.list>>['accounts'][number];
type Asked = {
  readonly what: 'password' | 'role' | 'disable' | 'enable' | 'take-in' | 'rename';
  readonly person: OfficePerson;
};
/** Beside their buttons, not in them: what a button is called must be what stands on it. */
const keys = { password: 'Alt+P', role: 'Alt+Shift+G', shut: 'Alt+K', rename: 'Alt+E' } as const;

/** Who may sign in at this desk: added, given a password, shut out, let in again. Nobody is removed, because what they did keeps their name. */
export function PeoplePart() {
  const { common, firstRun, office, people } = useTexts();
  const user = useKnownStatus(userOf);
  const [asked, setAsked] = useState<Asked | undefined>(undefined);
  const [outcome, setOutcome] = useState('');
  const [at, setAt] = useState(0);
  const { data, error } = useQuery(desk.account.list.queryOptions({ input: {} }));

  const [told, setTold] = useState<{ readonly name: string; readonly password: string } | undefined>(undefined);
  const two = data?.two ?? false;

  function done(name: string, { sentence, oneTimePassword = null }: AccountOutcome): void {
    setAsked(undefined);
    setOutcome(sentence);
    if (oneTimePassword !== null) setTold({ name, password: oneTimePassword });
    void queries.invalidateQueries({ queryKey: desk.account.key() });
  }

  const accounts = data?.accounts ?? [];
  const marked = accounts[Math.min(at, accounts.length - 1)];
  const mayShut = marked !== undefined && marked.username !== user?.username;

  function ask(what: Asked['what']): void {
    if (marked !== undefined) setAsked({ what, person: marked });
  }
  usePersonKeys(marked, mayShut, ask, (by) => {
    if (accounts.length > 0) setAt((at + by + accounts.length) % accounts.length);
  });

  const rows = accounts.map((account) => {
    const {
      disabled,
      elsewhere,
      shutElsewhere,
      shut,
      needsPassword,
      shutInDays: _days,
      shutOn,
      lastSignInAt: _last,
      code: _code,
      nameTwice,
      ...person
    } = account;
    const own = person.username === user?.username;
    return {
      key: person.username,
      cells: [
        <Text weight={600} key="name">
          {person.fullName} {own && <Chip tone="brand">{office.you}</Chip>}
        </Text>,
        person.username,
        common.roles[person.role],
        <Column key="state" gap={1} align="flex-start">
          {!disabled && needsPassword ? (
            <Chip tone="soon">{people.needsPassword}</Chip>
          ) : (
            <Chip wraps tone={disabled ? 'plain' : shutOn === null ? 'good' : 'soon'}>
              {elsewhere !== null
                ? people.ofDesk(elsewhere)
                : disabled
                  ? office.disabled
                  : shutOn === null
                    ? office.inUse
                    : people.shutOn(formatDate(shutOn))}
            </Chip>
          )}
          {shutElsewhere !== null && (
            <Text size="small" tone="late">
              {people.shutAt(shutElsewhere.desk, formatDate(shutElsewhere.at.slice(0, 10)))}
            </Text>
          )}
          {!disabled && nameTwice.length > 0 && (
            <Text size="small" tone="late">
              {people.nameTwice(nameTwice.join(', '))}
            </Text>
          )}
          {elsewhere !== null && (
            <Text size="small" tone="secondary">
              {people.ofDeskWhy}
            </Text>
          )}
          {needsPassword && elsewhere === null && (
            <Text size="small" tone="secondary">
              {disabled ? people.needsPasswordThen : people.needsPasswordWhy}
            </Text>
          )}
          {shut !== null && (
            <Text size="small" tone="secondary">
              {people.shutWhy[shut.why](formatDate(shut.at.slice(0, 10)), shut.reason)}
            </Text>
          )}
        </Column>,
        <PersonActs
          key="acts"
          account={account}
          own={own}
          marked={person.username === marked?.username}
          onAsk={(what) => setAsked({ what, person })}
        />,
      ],
    };
  });

  const dialog = (person: OfficePerson) => ({
    person,
    two,
    onClose: () => setAsked(undefined),
    onDone: (what: AccountOutcome) => done(person.fullName, what),
  });
  return (
    <Columns whole columns={`minmax(0, 1fr) minmax(0, ${rem(360)})`} narrowAt="sheet" narrow="stacked">
      <Column gap={3} minHeight={0} scroll>
        <Panel title={office.accounts} sx={{ gap: 2 }} shrink={false}>
          <OutcomeLine tone="good">{outcome}</OutcomeLine>
          <FaultNote error={error} />
          <Table
            label={office.accounts}
            columns={[firstRun.fullName, firstRun.username, firstRun.role, office.state, office.change]}
            rows={rows}
            marked={marked?.username}
          />
        </Panel>
        {two && <Requests arrows={false} onOutcome={setOutcome} />}
        {data !== undefined && <FactorPanel list={data} onOutcome={setOutcome} />}
        <AccessReview onOutcome={setOutcome} />
      </Column>
      <AddPerson two={two} onDone={done} />
      {asked?.what === 'password' &&
        (asked.person.username === user?.username ? (
          <OwnPassword
            username={asked.person.username}
            onClose={() => setAsked(undefined)}
            onDone={() => done(asked.person.fullName, { sentence: people.changed })}
          />
        ) : (
          <PasswordDialog {...dialog(asked.person)} />
        ))}
      {asked?.what === 'take-in' && <TakeInDialog {...dialog(asked.person)} />}
      {asked?.what === 'rename' && <RenameDialog {...dialog(asked.person)} />}
      {asked?.what === 'role' && <RoleDialog {...dialog(asked.person)} />}
      {(asked?.what === 'disable' || asked?.what === 'enable') && (
        <AccountStateDialog what={asked.what} {...dialog(asked.person)} />
      )}
      {told !== undefined && <OneTimeDialog {...told} onClose={() => setTold(undefined)} />}
    </Columns>
  );
}

/** Of a username that was changed nothing is done any more: its person has another account. */
function isRenamed({ disabled, shut }: Account): boolean {
  return disabled && shut?.why === 'renamed';
}

/** The acts on the person that is marked, by their keys. */
function usePersonKeys(
  marked: Account | undefined,
  mayShut: boolean,
  ask: (what: Asked['what']) => void,
  move: (by: number) => void,
): void {
  const { office, people } = useTexts();
  const isIn = marked?.disabled === false;
  const isOut = marked?.disabled === true;
  const isElsewhere = isOut && marked.elsewhere !== null;
  useShortcuts([
    { keys: 'ArrowDown', label: office.nextPerson, run: () => move(1), repeats: true },
    { keys: 'ArrowUp', label: office.previousPerson, run: () => move(-1), repeats: true },
    { keys: keys.password, label: office.setPassword, run: () => ask('password'), disabled: !isIn },
    { keys: keys.role, label: people.setRole, run: () => ask('role'), disabled: !isIn },
    {
      keys: keys.rename,
      label: people.rename,
      run: () => ask('rename'),
      disabled: !isIn || marked.nameTwice.length === 0,
    },
    {
      keys: keys.shut,
      label: isElsewhere ? people.takeIn : isOut ? office.enable : office.disable,
      run: () => ask(isElsewhere ? 'take-in' : isOut ? 'enable' : 'disable'),
      disabled: !mayShut || (marked !== undefined && isRenamed(marked)),
    },
  ]);
}

type PersonActsProps = {
  readonly account: Account;
  readonly own: boolean;
  readonly marked: boolean;
  readonly onAsk: (what: Asked['what']) => void;
};

/** What may be done with one account; the keys stand beside the person that is marked. */
function PersonActs({ account, own, marked, onAsk }: PersonActsProps) {
  const { disabled, elsewhere, fullName, nameTwice } = account;
  const { office, people } = useTexts();
  // Beside its button and not in it: what a button is called for a machine has to hold all that is written on it.
  const act = (what: Asked['what'], key: keyof typeof keys, text: string, name: string) => (
    <Row gap={1} align="center" nowrap>
      <Button size="small" onClick={() => onAsk(what)} aria-label={name}>
        {text}
      </Button>
      {marked && <KeyCap keys={keys[key]} />}
    </Row>
  );
  if (isRenamed(account)) return null;
  if (elsewhere !== null) return act('take-in', 'shut', people.takeIn, people.takeInOf(fullName));
  if (disabled) return act('enable', 'shut', office.enable, office.enableOf(fullName));
  return (
    <Row gap={2} align="center" wrap>
      {act('password', 'password', office.setPassword, office.setPasswordOf(fullName))}
      {act('role', 'role', people.setRole, people.setRoleOf(fullName))}
      {nameTwice.length > 0 && act('rename', 'rename', people.rename, people.renameOf(fullName))}
      {!own && act('disable', 'shut', office.disable, office.disableOf(fullName))}
    </Row>
  );
}
