import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Role } from '../../../electron/contract/office.ts';
import { desk, queries } from '../../desk.ts';
import { Chip } from '../../parts/Chip.tsx';
import { FaultNote } from '../../parts/FaultNote.tsx';
import { Panel } from '../../parts/Panel.tsx';
import { StatusLine } from '../../parts/StatusLine.tsx';
import { useKnownStatus } from '../../status.ts';
import { useTexts } from '../../text/texts.ts';
import { rem } from '../../theme.ts';
import { AddPerson } from './AddPerson.tsx';
import { DisableDialog } from './DisableDialog.tsx';
import { PasswordDialog } from './PasswordDialog.tsx';
import { Table } from './Table.tsx';

export type Person = { readonly username: string; readonly fullName: string; readonly role: Role };
type Asked = { readonly what: 'password' | 'disable'; readonly person: Person };

/** Who may sign in at this desk: added, given a password, shut out. Nobody is removed, because what they did keeps their name. */
export function People() {
  const { common, firstRun, office } = useTexts();
  const { user } = useKnownStatus();
  const [asked, setAsked] = useState<Asked | undefined>(undefined);
  const [outcome, setOutcome] = useState('');
  const { data, error } = useQuery(desk.account.list.queryOptions({ input: {} }));

  function done(sentence: string): void {
    setAsked(undefined);
    setOutcome(sentence);
    void queries.invalidateQueries({ queryKey: desk.account.list.key() });
  }

  const rows = (data?.accounts ?? []).map(({ disabled, ...person }) => {
    const own = person.username === user?.username;
    return {
      key: person.username,
      cells: [
        <Box key="name" sx={{ fontWeight: 600 }}>
          {person.fullName} {own && <Chip tone="brand">{office.you}</Chip>}
        </Box>,
        person.username,
        common.roles[person.role],
        <Chip key="state" tone={disabled ? 'plain' : 'good'}>
          {disabled ? office.disabled : office.inUse}
        </Chip>,
        disabled ? (
          ''
        ) : (
          <Box key="acts" sx={{ display: 'flex', gap: 2 }}>
            <Button
              onClick={() => setAsked({ what: 'password', person })}
              aria-label={office.setPasswordOf(person.fullName)}
            >
              {office.setPassword}
            </Button>
            {!own && (
              <Button
                onClick={() => setAsked({ what: 'disable', person })}
                aria-label={office.disableOf(person.fullName)}
              >
                {office.disable}
              </Button>
            )}
          </Box>
        ),
      ],
    };
  });

  return (
    <Box
      sx={{
        height: '100%',
        display: 'grid',
        gap: rem(12),
        gridTemplateColumns: `minmax(0, 1fr) minmax(0, ${rem(360)})`,
        gridTemplateRows: 'minmax(0, 1fr)',
        '@container screen (max-width: 62rem)': {
          gridTemplateColumns: 'minmax(0, 1fr)',
          gridTemplateRows: 'none',
          gridAutoRows: 'max-content',
          overflow: 'auto',
        },
      }}
    >
      <Panel title={office.accounts} sx={{ gap: 2 }}>
        <StatusLine tone="good">{outcome}</StatusLine>
        <FaultNote error={error} />
        <Table
          label={office.accounts}
          columns={[firstRun.fullName, firstRun.username, firstRun.role, office.state, office.change]}
          rows={rows}
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
      {asked?.what === 'disable' && (
        <DisableDialog
          person={asked.person}
          onClose={() => setAsked(undefined)}
          onDone={() => done(office.accountDisabled(asked.person.fullName))}
        />
      )}
    </Box>
  );
}
