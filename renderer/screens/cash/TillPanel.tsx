import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TillView } from '../../../electron/contract/money/till.ts';
import { mayCall } from '../../../electron/domain/case/permission.ts';
import { desk } from '../../desk/client.ts';
import { useKnownStatus } from '../../desk/status.ts';
import { rem } from '../../look/theme.ts';
import { ActionButton } from '../../parts/controls/ActionButton.tsx';
import { Chip } from '../../parts/controls/Chip.tsx';
import { FaultNote } from '../../parts/controls/FaultNote.tsx';
import { StatusLine } from '../../parts/controls/StatusLine.tsx';
import { type Fact, Facts } from '../../parts/layout/Facts.tsx';
import { Panel, PanelTitle } from '../../parts/layout/Panel.tsx';
import { formatDateTime, formatMoney } from '../../text/format.ts';
import type { Texts } from '../../text/languages.ts';
import { useTexts } from '../../text/texts.ts';
import { type TillAct, TillDialog } from './TillDialog.tsx';
import { formatDifference } from './difference.ts';

const keysOf: Record<TillAct, string> = {
  open: 'Alt+O',
  count: 'Alt+K',
  handOver: 'Alt+G',
  takeOver: 'Alt+T',
  close: 'Alt+D',
};

/** What this person may do with the till as it stands (domain/till-acts.ts decides; here it is only what is offered). */
function actsFor(till: TillView, user: { readonly username: string; readonly role: string } | null): TillAct[] {
  if (user === null) return [];
  if (!till.open) return ['open'];
  const mine = till.holder === user.username;
  if (till.handingTo !== null) {
    if (mine) return ['takeOver', 'handOver'];
    return till.handingTo === user.username ? ['takeOver'] : [];
  }
  if (mine) return ['count', 'handOver', 'close'];
  return user.role === 'supervisor' ? ['count', 'close'] : [];
}

/** The drawer of this counter: whose hands it is in, what must lie in it, and what may be done with it. */
export function TillPanel() {
  const { cash } = useTexts();
  const { user } = useKnownStatus();
  const { data: till, error } = useQuery(desk.till.status.queryOptions({ input: {} }));
  const [asked, setAsked] = useState<TillAct | undefined>(undefined);
  const [outcome, setOutcome] = useState('');
  if (till === undefined) return <FaultNote error={error} />;
  const acts = user !== null && mayCall(user.role, 'clerk') ? actsFor(till, user) : [];
  return (
    <Panel
      title={cash.till.title(till.till)}
      aside={<Chip tone={till.open ? 'good' : 'soon'}>{till.open ? cash.till.open : cash.till.closed}</Chip>}
      sx={{ gap: 2 }}
      focusable
    >
      <StatusLine tone="good">{outcome}</StatusLine>
      {till.open ? <OpenTill till={till} mine={till.holder === user?.username} /> : <ClosedTill till={till} />}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, marginTop: 1 }}>
        {acts.map((act) => (
          <ActionButton
            key={act}
            keys={keysOf[act]}
            label={cash.till.acts[act]}
            onAct={() => setAsked(act)}
            filled={act === 'open'}
          />
        ))}
      </Box>
      {till.open && <HandOvers till={till} />}
      {asked !== undefined && (
        <TillDialog
          act={asked}
          till={till}
          onClose={() => setAsked(undefined)}
          onDone={(sentence) => {
            setAsked(undefined);
            setOutcome(sentence);
          }}
        />
      )}
    </Panel>
  );
}

function differenceWords(difference: number, texts: Texts['cash']['till']): string {
  return difference === 0 ? texts.balanced : texts.difference(formatDifference(difference));
}

function ClosedTill({ till }: { readonly till: TillView }) {
  const { cash } = useTexts();
  const { closed } = till;
  return (
    <>
      <Box>{cash.till.closedHelp}</Box>
      {closed !== null && (
        <Box sx={{ fontSize: rem(13), color: 'text.secondary' }}>
          {cash.till.lastClose}: {formatDateTime(closed.at)} · {formatMoney(closed.counted)} ·{' '}
          {differenceWords(closed.difference, cash.till)}
          {closed.reason !== null && ` · ${closed.reason}`}
        </Box>
      )}
    </>
  );
}

function OpenTill({ till, mine }: { readonly till: TillView; readonly mine: boolean }) {
  const { cash } = useTexts();
  const { lastCount, holderName, handingTo } = till;
  const facts: Fact[] = [
    [cash.till.holder, holderName],
    [cash.till.openedAt, till.openedAt === null ? null : formatDateTime(till.openedAt)],
    [cash.till.float, formatMoney(till.float)],
    [cash.till.gained, formatDifference(till.cash - till.float)],
    [cash.till.transfer, formatMoney(till.transfer)],
    [cash.till.card, formatMoney(till.card)],
    [cash.till.receipts, till.receipts],
    [
      cash.till.lastCount,
      lastCount === null
        ? null
        : `${formatDateTime(lastCount.at)} · ${differenceWords(lastCount.difference, cash.till)}`,
    ],
  ];
  return (
    <>
      {handingTo !== null && (
        <Box sx={{ color: 'var(--soon)', fontWeight: 500 }}>{cash.till.handing(holderName ?? '', handingTo)}</Box>
      )}
      {handingTo === null && !mine && (
        <Box sx={{ color: 'var(--soon)', fontWeight: 500 }}>{cash.till.held(holderName ?? '')}</Box>
      )}
      <Box>
        <Box sx={{ fontSize: rem(13), color: 'text.secondary' }}>{cash.till.cash}</Box>
        <Box sx={{ fontSize: rem(26), fontWeight: 700, lineHeight: 1.2 }}>{formatMoney(till.cash)}</Box>
      </Box>
      <Facts facts={facts} />
    </>
  );
}

function HandOvers({ till }: { readonly till: TillView }) {
  const { cash } = useTexts();
  if (till.handOvers.length === 0) return null;
  return (
    <Box sx={{ marginTop: 2 }}>
      <PanelTitle>{cash.till.handOvers}</PanelTitle>
      <Box component="ul" sx={{ margin: 0, paddingLeft: rem(18), fontSize: rem(13) }}>
        {till.handOvers.map((one) => (
          <li key={one.at}>
            {formatDateTime(one.at)}: {one.from} → {one.to}, {formatMoney(one.counted)},{' '}
            {differenceWords(one.difference, cash.till)}
            {one.reason !== null && ` (${one.reason})`}
          </li>
        ))}
      </Box>
    </Box>
  );
}
