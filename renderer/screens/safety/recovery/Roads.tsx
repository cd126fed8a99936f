import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { faultSentence } from '../../../../electron/contract/base/fault.ts';
import { desk } from '../../../desk/client.ts';
import { faultOf } from '../../../desk/fault.ts';
import { useSettings } from '../../../look/settings.ts';
import { Field } from '../../../parts/controls/Field.tsx';
import { OutcomeLine } from '../../../parts/controls/OutcomeLine.tsx';
import { Block, Column, Row, Surface, Text } from '../../../parts/layout/primitives.ts';
import { formatDateTime } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';
import type { RecoveryOutcome } from './RestoredNotice.tsx';

const shown = 5;

type Outcome = RecoveryOutcome & {
  readonly spent: readonly { readonly series: string; readonly first: number; readonly last: number }[];
};

type RoadsProps = {
  readonly onRestored: (outcome: Outcome) => void;
  /** Where nothing is damaged and nothing is kept: what is said where backups are found, and where none are. */
  readonly words?: { readonly title: string; readonly found: string; readonly none: string };
};

/** The backups that can take the place of a register that does not open. What was there is kept, so each of them may be tried. */
export function Roads({ onRestored, words }: RoadsProps) {
  const { recovery } = useTexts();
  const { language } = useSettings();
  /** Where a stick or another drive was plugged in, once it was looked for there. */
  const [place, setPlace] = useState('');
  const [typed, setTyped] = useState('');
  const roads = useQuery(
    desk.recovery.roads.queryOptions({ input: place === '' ? {} : { place }, placeholderData: keepPreviousData }),
  );
  const look = () => (typed.trim() === place ? void roads.refetch() : setPlace(typed.trim()));
  const restore = useMutation(desk.recovery.restore.mutationOptions({ onSuccess: onRestored }));
  /** The encrypted backup that is to be opened. */
  const [opening, setOpening] = useState<string | null>(null);
  const refused = restore.error === null ? undefined : faultOf(restore.error);
  /** Backups of an office that two keep: both stand for what takes the register's place. */
  const [asksTwo, setAsksTwo] = useState<ReadonlySet<string>>(new Set());

  function open(file: string, opener: Opened = {}): void {
    restore.mutate(
      { file, ...opener },
      {
        onError: (error) => {
          const code = faultOf(error)?.code;
          if (code !== 'second-person-needed' && code !== 'sign-in-required') return;
          if (code === 'second-person-needed') setAsksTwo((before) => new Set([...before, file]));
          setOpening(file);
        },
      },
    );
  }
  if (roads.data === undefined) return null;
  const { places } = roads.data;
  const backups = roads.data.backups.slice(0, shown);
  const isThere = places.every((one) => one.there || one.had !== null);
  return (
    <Column gap={2}>
      <Typography variant="h3" component="h2">
        {words?.title ?? recovery.roads}
      </Typography>
      {backups.length === 0 ? (
        <Text tone="secondary">{words?.none ?? recovery.noBackups}</Text>
      ) : (
        <Text>{words?.found ?? recovery.roadsSay}</Text>
      )}
      {backups.map(({ file, madeAt, cases, centreName, deskName, place: lies, foreign, two, sealedFor }) => (
        <Column key={file} gap={2}>
          <Row gap={3} align="center" justify="space-between">
            <div>
              <Text {...(foreign ? { tone: 'secondary' } : {})}>
                {recovery.backup(formatDateTime(madeAt), cases, deskName)}
                {sealedFor !== null && ` · ${recovery.sealed}`}
                {two === true && ` · ${recovery.byTwo}`}
              </Text>
              <Text size="small" tone="secondary" breaks>
                {foreign ? recovery.foreign(centreName) : `${centreName} · ${lies}`}
              </Text>
            </div>
            {file !== opening && !foreign && (
              <Button
                variant="outlined"
                sx={{ flexShrink: 0, whiteSpace: 'nowrap' }}
                disabled={restore.isPending}
                onClick={() => (sealedFor === null && two !== true ? open(file) : setOpening(file))}
              >
                {recovery.restore}
              </Button>
            )}
          </Row>
          {file === opening && (
            <Opener
              sealedFor={sealedFor}
              two={two === true || asksTwo.has(file)}
              disabled={restore.isPending}
              onOpen={(opener) => open(file, opener)}
            />
          )}
          {/* Beside what was tried: at the end of the list it would be out of sight. */}
          {refused !== undefined && restore.variables?.file === file && (
            <Text
              role="alert"
              tone="late"
              weight={500}
              ref={(node: HTMLElement | null) => node?.scrollIntoView({ block: 'nearest' })}
            >
              {faultSentence(refused.code, refused.data, language)}
            </Text>
          )}
        </Column>
      ))}
      {places.map(({ path, there, had, broken }) => (
        <Column key={path} gap={1}>
          {!there && had !== null && (
            <Text tone="soon" weight={500}>
              {recovery.secondAway(path, formatDateTime(had.madeAt))}
            </Text>
          )}
          {!there && had === null && path !== places[0]?.path && (
            <Text role="alert" tone="late" weight={500}>
              {recovery.notThere(path)}
            </Text>
          )}
          {broken.length > 0 && (
            <Text size="note" tone="secondary" breaks>
              {recovery.broken(path, broken.join(', '))}
            </Text>
          )}
        </Column>
      ))}
      <Row gap={2} align="start">
        <Block grow>
          <Field
            label={recovery.place}
            hint={recovery.placeHint}
            value={typed}
            disabled={restore.isPending}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={(event) => event.key === 'Enter' && look()}
          />
        </Block>
        {/* Beside the field, under the height of its label. */}
        <Block marginTop={5.5}>
          <Button variant="outlined" disabled={typed.trim() === '' || restore.isPending} onClick={look}>
            {recovery.look}
          </Button>
        </Block>
      </Row>
      {place !== '' && isThere && !roads.isFetching && (
        <OutcomeLine>{recovery.looked(place, backups.length)}</OutcomeLine>
      )}
      {restore.isPending && <OutcomeLine tone="good">{recovery.restoring}</OutcomeLine>}
    </Column>
  );
}

type Opened = {
  readonly username?: string;
  readonly password?: string;
  readonly recoveryKey?: string;
  readonly second?: { readonly username: string; readonly password: string };
};

type OpenerProps = {
  readonly sealedFor: { readonly accounts: readonly string[]; readonly recovery: boolean } | null;
  /** Whether two have to stand for it; the key on paper is enough by itself. */
  readonly two: boolean;
  readonly disabled: boolean;
  readonly onOpen: (opener: Opened) => void;
};

/** What opens an encrypted backup: somebody's password, or the key on paper. Of an office that two keep, who stands for it. */
function Opener({ sealedFor, two, disabled, onOpen }: OpenerProps) {
  const { keys, people, recovery, signIn } = useTexts();
  const { accounts = [], recovery: hasPaper = false } = sealedFor ?? {};
  const [second, setSecond] = useState({ username: '', password: '' });
  const [username, setUsername] = useState(accounts[0] ?? '');
  const [password, setPassword] = useState('');
  const [recoveryKey, setRecoveryKey] = useState('');
  const isPaper = recoveryKey.trim() !== '';
  const isNamed = username.trim() !== '' && password !== '';
  const isSecond = second.username.trim() !== '' && second.password !== '';
  const stand = [isPaper, isNamed, isSecond].filter(Boolean).length;
  const isWhole = isPaper || (two ? stand > 1 : isNamed);

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    if (!isWhole || disabled) return;
    const named = { username: username.trim(), password };
    if (!two) return onOpen(isPaper ? { recoveryKey } : named);
    onOpen({
      ...(isNamed ? named : {}),
      ...(isPaper ? { recoveryKey } : {}),
      ...(isSecond ? { second: { ...second, username: second.username.trim() } } : {}),
    });
  }

  return (
    <Surface ground="brand" padding={3.5}>
      <Column as="form" gap={3} noValidate onSubmit={submit}>
        {sealedFor !== null && <Text>{recovery.sealedSay(accounts.join(', '), two)}</Text>}
        {two && <Text weight={600}>{people.restoreTwo}</Text>}
        <Field
          label={signIn.username}
          value={username}
          autoComplete="username"
          onChange={(event) => setUsername(event.target.value)}
        />
        <Field
          label={signIn.password}
          type="password"
          autoComplete="current-password"
          autoFocus
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        {two && (
          <>
            <Field
              label={people.secondName}
              value={second.username}
              autoComplete="off"
              onChange={(event) => setSecond({ ...second, username: event.target.value })}
            />
            <Field
              label={people.secondPassword}
              type="password"
              autoComplete="off"
              value={second.password}
              onChange={(event) => setSecond({ ...second, password: event.target.value })}
            />
          </>
        )}
        {hasPaper && (
          <Field
            label={keys.key}
            hint={recovery.keyInstead}
            value={recoveryKey}
            onChange={(event) => setRecoveryKey(event.target.value)}
          />
        )}
        <Row>
          <Button type="submit" variant="contained" disabled={!isWhole || disabled}>
            {recovery.openAndRestore}
          </Button>
        </Row>
      </Column>
    </Surface>
  );
}
