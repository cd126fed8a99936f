import { useQuery } from '@tanstack/react-query';
import type { TillView } from '../../../../../electron/contract/counter/money/till.ts';
import { mayCall } from '../../../../../electron/domain/common/office/call-roles.ts';
import { desk } from '../../../../desk/client.ts';
import { useKnownStatus, userOf } from '../../../../desk/desk-status.ts';
import { ActionButton } from '../../../../parts/controls/ActionButton.tsx';
import { Chip } from '../../../../parts/controls/Chip.tsx';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { OutcomeLine } from '../../../../parts/controls/OutcomeLine.tsx';
import { useAskedAct } from '../../../../parts/dialog/useAskedAct.ts';
import { type Fact, Facts } from '../../../../parts/layout/Facts.tsx';
import { Panel, PanelTitle } from '../../../../parts/layout/Panel.tsx';
import { formatDate, formatDateTime, formatMoney } from '../../../../text/format.ts';
import type { Texts } from '../../../../text/languages.ts';
import { useTexts } from '../../../../text/texts.ts';
import { type TillDeed, TillDialog } from './TillDialog.tsx';
import { formatDifference } from './difference.ts';
import { Block, Row, Text } from '../../../../parts/layout/primitives.ts';

const keysOf: Record<TillDeed, string> = {
  open: 'Alt+O',
  count: 'Alt+Shift+D',
  handOver: 'Alt+Y',
  takeOver: 'Alt+T',
  close: 'Alt+D',
};

/** What this person may do with the till as it stands (domain/counter/money/till.ts decides; here it is only what is offered). */
function actsFor(till: TillView, user: { readonly username: string; readonly role: string } | null): TillDeed[] {
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
  const user = useKnownStatus(userOf);
  const { data: till, error } = useQuery(desk.till.status.queryOptions({ input: {} }));
  const { asked, ask, outcome, closing } = useAskedAct<TillDeed>();
  if (till === undefined) return <FaultNote error={error} />;
  const acts = user !== null && mayCall(user.role, 'clerk') ? actsFor(till, user) : [];
  return (
    <Panel
      title={cash.till.title(till.till)}
      aside={<Chip tone={till.open ? 'good' : 'soon'}>{till.open ? cash.till.open : cash.till.closed}</Chip>}
      gap={2}
      focusable
    >
      <OutcomeLine tone="good">{outcome}</OutcomeLine>
      {till.open ? (
        <OpenTill till={till} mine={till.holder === user?.username} counting={asked !== undefined} />
      ) : (
        <ClosedTill till={till} />
      )}
      <Row wrap gap={2} marginTop={1}>
        {acts.map((act) => (
          <ActionButton
            key={act}
            keys={keysOf[act]}
            label={cash.till.acts[act]}
            onAct={() => ask(act)}
            filled={act === 'open'}
          />
        ))}
      </Row>
      {till.open && <HandOvers till={till} />}
      {asked !== undefined && <TillDialog act={asked} till={till} {...closing} />}
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
      <div>{cash.till.closedHelp}</div>
      {closed !== null && (
        <Text size="note" tone="secondary">
          {cash.till.lastClose}: {formatDateTime(closed.at)} · {formatMoney(closed.counted)} ·{' '}
          {differenceWords(closed.difference, cash.till)}
          {closed.reason !== null && ` · ${closed.reason}`}
        </Text>
      )}
    </>
  );
}

type OpenTillProps = {
  readonly till: TillView;
  readonly mine: boolean;
  /** The drawer is being counted: what must lie in it is not shown beside the count. */
  readonly counting: boolean;
};

function OpenTill({ till, mine, counting }: OpenTillProps) {
  const { cash } = useTexts();
  const today = useKnownStatus(({ now }) => now.slice(0, 10));
  const opened = till.openedAt?.slice(0, 10) ?? today;
  const { lastCount, holderName, handingTo } = till;
  const facts: Fact[] = [
    [cash.till.holder, holderName],
    [cash.till.openedAt, till.openedAt === null ? null : formatDateTime(till.openedAt)],
    [cash.till.float, formatMoney(till.float)],
    [cash.till.gained, counting ? null : formatDifference(till.cash - till.float)],
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
      {opened < today && (
        <Text tone="soon" weight={500} role="status">
          <span aria-hidden>▲ </span>
          {opened.slice(0, 4) < today.slice(0, 4)
            ? cash.till.openSinceYear(formatDate(opened))
            : cash.till.openSince(formatDate(opened))}
        </Text>
      )}
      {handingTo !== null && (
        <Text tone="soon" weight={500}>
          {cash.till.handing(holderName ?? '', handingTo)}
        </Text>
      )}
      {handingTo === null && !mine && (
        <Text tone="soon" weight={500}>
          {cash.till.held(holderName ?? '')}
        </Text>
      )}
      <div>
        <Text size="note" tone="secondary">
          {cash.till.cash}
        </Text>
        <Text size="figure" weight={700}>
          {counting ? '…' : formatMoney(till.cash)}
        </Text>
      </div>
      <Facts facts={facts} />
    </>
  );
}

function HandOvers({ till }: { readonly till: TillView }) {
  const { cash } = useTexts();
  if (till.handOvers.length === 0) return null;
  return (
    <Block marginTop={2}>
      <PanelTitle>{cash.till.handOvers}</PanelTitle>
      <Text as="ul" marked size="note">
        {till.handOvers.map((one) => (
          <li key={one.at}>
            {formatDateTime(one.at)}: {one.from} → {one.to}, {formatMoney(one.counted)},{' '}
            {differenceWords(one.difference, cash.till)}
            {one.reason !== null && ` (${one.reason})`}
          </li>
        ))}
      </Text>
    </Block>
  );
}
