import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { desk, queries } from '../../../desk/client.ts';
import { useKnownStatus, userOf } from '../../../desk/desk-status.ts';
import { rem } from '../../../look/theme.ts';
import { Columns } from '../../../parts/layout/Columns.tsx';
import { Chip } from '../../../parts/controls/Chip.tsx';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { OutcomeLine } from '../../../parts/controls/OutcomeLine.tsx';
import { KeyCap } from '../../../parts/keys/KeyCap.tsx';
import { useShortcuts } from '../../../parts/keys/shortcuts.ts';
import { Panel } from '../../../parts/layout/Panel.tsx';
import { Column, Row, Text } from '../../../parts/layout/primitives.ts';
import { formatDate } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';
import { Table } from '../Table.tsx';
import { OwnPassword } from '../../sign-in/OwnPassword.tsx';
import {
  AccountStateDialog,
  type AccountOutcome,
  OneTimeDialog,
  PasswordDialog,
  RoleDialog,
  type OfficePerson,
} from './AccountDialogs.tsx';
import { AddPerson } from './AddPerson.tsx';
import { Requests } from './Requests.tsx';

type Asked = { readonly what: 'password' | 'role' | 'disable' | 'enable'; readonly person: OfficePerson };
/** Beside their buttons, not in them: what a button is called must be what stands on it. */
const keys = { password: 'Alt+P', role: 'Alt+V', shut: 'Alt+K' } as const;

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

  function move(by: number): void {
    if (accounts.length > 0) setAt((at + by + accounts.length) % accounts.length);
  }
  function ask(what: Asked['what']): void {
    if (marked !== undefined) setAsked({ what, person: marked });
  }
  useShortcuts([
    { keys: 'ArrowDown', label: office.nextPerson, run: () => move(1), repeats: true },
    { keys: 'ArrowUp', label: office.previousPerson, run: () => move(-1), repeats: true },
    {
      keys: keys.password,
      label: office.setPassword,
      run: () => ask('password'),
      disabled: marked?.disabled !== false,
    },
    { keys: keys.role, label: people.setRole, run: () => ask('role'), disabled: marked?.disabled !== false },
    {
      keys: keys.shut,
      label: marked?.disabled === true ? office.enable : office.disable,
      run: () => ask(marked?.disabled === true ? 'enable' : 'disable'),
      disabled: !mayShut,
    },
  ]);

  const rows = accounts.map(({ disabled, shutInDays: _days, shutOn, lastSignInAt: _last, ...person }) => {
    const own = person.username === user?.username;
    const cap = (name: keyof typeof keys) => person.username === marked?.username && <KeyCap keys={keys[name]} />;
    return {
      key: person.username,
      cells: [
        <Text weight={600} key="name">
          {person.fullName} {own && <Chip tone="brand">{office.you}</Chip>}
        </Text>,
        person.username,
        common.roles[person.role],
        <Chip key="state" wraps tone={disabled ? 'plain' : shutOn === null ? 'good' : 'soon'}>
          {disabled ? office.disabled : shutOn === null ? office.inUse : people.shutOn(formatDate(shutOn))}
        </Chip>,
        disabled ? (
          <Row key="acts" gap={2} align="center" nowrap>
            <Button
              size="small"
              onClick={() => setAsked({ what: 'enable', person })}
              aria-label={office.enableOf(person.fullName)}
            >
              {office.enable} {cap('shut')}
            </Button>
          </Row>
        ) : (
          <Row key="acts" gap={2} align="center" wrap>
            <Button
              size="small"
              onClick={() => setAsked({ what: 'password', person })}
              aria-label={office.setPasswordOf(person.fullName)}
            >
              {office.setPassword} {cap('password')}
            </Button>
            <Button
              size="small"
              onClick={() => setAsked({ what: 'role', person })}
              aria-label={people.setRoleOf(person.fullName)}
            >
              {people.setRole} {cap('role')}
            </Button>
            {!own && (
              <Button
                size="small"
                onClick={() => setAsked({ what: 'disable', person })}
                aria-label={office.disableOf(person.fullName)}
              >
                {office.disable} {cap('shut')}
              </Button>
            )}
          </Row>
        ),
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
      {asked?.what === 'role' && <RoleDialog {...dialog(asked.person)} />}
      {(asked?.what === 'disable' || asked?.what === 'enable') && (
        <AccountStateDialog what={asked.what} {...dialog(asked.person)} />
      )}
      {told !== undefined && <OneTimeDialog {...told} onClose={() => setTold(undefined)} />}
    </Columns>
  );
}
