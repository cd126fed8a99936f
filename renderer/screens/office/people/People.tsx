import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { desk, queries } from '../../../desk/client.ts';
import { useKnownStatus, userOf } from '../../../desk/desk-status.ts';
import { rem } from '../../../look/theme.ts';
import { Chip } from '../../../parts/controls/Chip.tsx';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { OutcomeLine } from '../../../parts/controls/OutcomeLine.tsx';
import { KeyCap } from '../../../parts/keys/KeyCap.tsx';
import { useShortcuts } from '../../../parts/keys/shortcuts.ts';
import { Panel } from '../../../parts/layout/Panel.tsx';
import { Grid, Row, Text } from '../../../parts/layout/primitives.ts';
import { useTexts } from '../../../text/texts.ts';
import { Table } from '../Table.tsx';
import { AccountStateDialog, PasswordDialog, type OfficePerson } from './AccountDialogs.tsx';
import { AddPerson } from './AddPerson.tsx';

type Asked = { readonly what: 'password' | 'disable' | 'enable'; readonly person: OfficePerson };
/** Beside their buttons, not in them: what a button is called must be what stands on it. */
const keys = { password: 'Alt+P', shut: 'Alt+K' } as const;

/** Who may sign in at this desk: added, given a password, shut out, let in again. Nobody is removed, because what they did keeps their name. */
export function People() {
  const { common, firstRun, office } = useTexts();
  const user = useKnownStatus(userOf);
  const [asked, setAsked] = useState<Asked | undefined>(undefined);
  const [outcome, setOutcome] = useState('');
  const [at, setAt] = useState(0);
  const { data, error } = useQuery(desk.account.list.queryOptions({ input: {} }));

  function done(sentence: string): void {
    setAsked(undefined);
    setOutcome(sentence);
    void queries.invalidateQueries({ queryKey: desk.account.list.key() });
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
    {
      keys: keys.shut,
      label: marked?.disabled === true ? office.enable : office.disable,
      run: () => ask(marked?.disabled === true ? 'enable' : 'disable'),
      disabled: !mayShut,
    },
  ]);

  const rows = accounts.map(({ disabled, ...person }) => {
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
        <Chip key="state" tone={disabled ? 'plain' : 'good'}>
          {disabled ? office.disabled : office.inUse}
        </Chip>,
        disabled ? (
          <Row key="acts" gap={2} align="center" nowrap>
            <Button onClick={() => setAsked({ what: 'enable', person })} aria-label={office.enableOf(person.fullName)}>
              {office.enable}
            </Button>
            {cap('shut')}
          </Row>
        ) : (
          <Row key="acts" gap={2} align="center" nowrap>
            <Button
              onClick={() => setAsked({ what: 'password', person })}
              aria-label={office.setPasswordOf(person.fullName)}
            >
              {office.setPassword}
            </Button>
            {cap('password')}
            {!own && (
              <Button
                onClick={() => setAsked({ what: 'disable', person })}
                aria-label={office.disableOf(person.fullName)}
              >
                {office.disable}
              </Button>
            )}
            {!own && cap('shut')}
          </Row>
        ),
      ],
    };
  });

  return (
    <Grid
      height="100%"
      gap={3}
      columns={`minmax(0, 1fr) minmax(0, ${rem(360)})`}
      rows="minmax(0, 1fr)"
      css={{
        '@container screen (max-width: 62rem)': {
          gridTemplateColumns: 'minmax(0, 1fr)',
          gridTemplateRows: 'none',
          gridAutoRows: 'max-content',
          overflow: 'auto',
        },
      }}
    >
      <Panel title={office.accounts} sx={{ gap: 2 }}>
        <OutcomeLine tone="good">{outcome}</OutcomeLine>
        <FaultNote error={error} />
        <Table
          label={office.accounts}
          columns={[firstRun.fullName, firstRun.username, firstRun.role, office.state, office.change]}
          rows={rows}
          marked={marked?.username}
        />
      </Panel>
      <AddPerson onDone={(name) => done(office.added(name))} />
      {asked?.what === 'password' && (
        <PasswordDialog
          person={asked.person}
          own={asked.person.username === user?.username}
          onClose={() => setAsked(undefined)}
          onDone={() => done(office.passwordSet(asked.person.fullName))}
        />
      )}
      {(asked?.what === 'disable' || asked?.what === 'enable') && (
        <AccountStateDialog
          what={asked.what}
          person={asked.person}
          onClose={() => setAsked(undefined)}
          onDone={() =>
            done(
              asked.what === 'disable'
                ? office.accountDisabled(asked.person.fullName)
                : office.accountEnabled(asked.person.fullName),
            )
          }
        />
      )}
    </Grid>
  );
}
