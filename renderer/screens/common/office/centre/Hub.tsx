import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { HubState } from '../../../../../electron/contract/centre/hub/hub.ts';
import { desk, queries } from '../../../../desk/client.ts';
import { findPendingJoin, keepPendingJoin } from '../../../../desk/pending-join.ts';
import { roleOf, useKnownStatus } from '../../../../desk/desk-status.ts';
import { useSettings } from '../../../../look/settings.ts';
import { ActionButton } from '../../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { OutcomeLine } from '../../../../parts/controls/OutcomeLine.tsx';
import { Panel, PanelTitle } from '../../../../parts/layout/Panel.tsx';
import { Row, Text } from '../../../../parts/layout/primitives.ts';
import { formatDateTime } from '../../../../text/format.ts';
import { useTexts } from '../../../../text/texts.ts';
import { Table } from '../Table.tsx';
import { ApproveDialog, JoinDialog, LeaveDialog } from './HubDialogs.tsx';

type Asked =
  | { readonly what: 'join' | 'leave' }
  | { readonly what: 'approve'; readonly no: number; readonly code: string };

/** The centre of this desk: joined, how far everybody is, who waits to be let in. */
export function Hub() {
  const { hub } = useTexts();
  const role = useKnownStatus(roleOf);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [said, setSaid] = useState('');
  const { data, error } = useQuery(
    desk.hub.state.queryOptions({
      input: {},
      // Whoever waits for the key sits before it while a colleague types the digits.
      refetchInterval: ({ state }) => (state.data?.link?.hasKey === false ? 1000 : 5000),
    }),
  );
  const sync = useMutation(
    desk.hub.sync.mutationOptions({
      onSuccess: ({ pushed, pulled, conflicts }) => {
        setSaid(hub.done(pushed, pulled, conflicts));
        void queries.invalidateQueries();
      },
    }),
  );
  const link = data?.link;
  // The code that was read on the first screen: whoever keeps this counter joins with it as soon as they are in.
  const begin = useMutation(
    desk.hub.join.mutationOptions({
      onSuccess: ({ desk: ownCode, no }) => {
        keepPendingJoin(undefined);
        setSaid(hub.joined(ownCode, no));
        void queries.invalidateQueries();
      },
    }),
  );
  const { mutate: join, isIdle } = begin;
  const mayBegin = role === 'admin' && link === null && isIdle;
  useEffect(() => {
    const pending = mayBegin ? findPendingJoin() : undefined;
    if (pending !== undefined) join({ code: pending.code });
  }, [mayBegin, join]);
  const done = (sentence: string) => {
    setSaid(sentence);
    setAsked(null);
    void queries.invalidateQueries();
  };
  const close = () => setAsked(null);
  const isAdmin = role === 'admin';
  return (
    <Panel title={hub.title} gap={3} sx={{ height: '100%' }}>
      {link === null && <Text>{hub.island}</Text>}
      {link !== null && link !== undefined && <Standing link={link} />}
      <Row gap={3} wrap>
        {isAdmin && data !== undefined && (
          <ActionButton
            keys="Alt+N"
            label={link === null ? hub.join : hub.joinAgain}
            onAct={() => setAsked({ what: 'join' })}
          />
        )}
        {link !== null && link !== undefined && (
          <ActionButton keys="Alt+T" label={hub.sync} disabled={sync.isPending} onAct={() => sync.mutate({})} />
        )}
        {isAdmin && link !== null && link !== undefined && (
          <ActionButton keys="Alt+X" label={hub.leave} onAct={() => setAsked({ what: 'leave' })} />
        )}
      </Row>
      <OutcomeLine tone="good">{said}</OutcomeLine>
      <FaultNote error={error ?? begin.error ?? sync.error} />
      {link !== null && link !== undefined && link.desks.length > 0 && (
        <Desks link={link} onApprove={(no, code) => setAsked({ what: 'approve', no, code })} />
      )}
      {asked?.what === 'join' && <JoinDialog own={link?.code ?? null} onClose={close} onDone={done} />}
      {asked?.what === 'leave' && <LeaveDialog onClose={close} onDone={done} />}
      {asked?.what === 'approve' && <ApproveDialog no={asked.no} code={asked.code} onClose={close} onDone={done} />}
    </Panel>
  );
}

/** How this desk and its hub stand to each other, and what has to be known. */
function Standing({ link }: { readonly link: HubState }) {
  const { hub } = useTexts();
  const { language } = useSettings();
  const { outbox, trouble, notices } = link;
  return (
    <>
      <Text weight={600} tone={link.state === 'connected' ? 'good' : link.state === 'stopped' ? 'late' : 'soon'}>
        {hub.states[link.state]}
      </Text>
      <Text>{hub.where(link.centre, link.address, link.code, link.no)}</Text>
      {link.lastContact !== null && <Text>{hub.contact(formatDateTime(link.lastContact))}</Text>}
      <Text>
        {outbox.entries === 0
          ? hub.sent
          : hub.outbox(outbox.entries, outbox.since === null ? '' : formatDateTime(outbox.since))}
      </Text>
      <Text>{link.centreDigits === null ? hub.ownDigits(link.ownDigits) : hub.key(link.centreDigits)}</Text>
      {trouble !== null && <Text tone="late">{trouble[language]}</Text>}
      {notices.map((one) => (
        <Text key={one.vi} tone="soon">
          {one[language]}
        </Text>
      ))}
    </>
  );
}

type DesksProps = { readonly link: HubState; readonly onApprove: (no: number, code: string) => void };

function Desks({ link, onApprove }: DesksProps) {
  const { hub } = useTexts();
  const role = useKnownStatus(roleOf);
  const mayLetIn = link.hasKey && (role === 'admin' || role === 'supervisor');
  // One after the other: each has its own digits.
  const next = mayLetIn ? link.desks.find(({ state, isThis }) => state === 'waiting' && !isThis) : undefined;
  return (
    <>
      <PanelTitle>{hub.desks}</PanelTitle>
      <Table
        label={hub.desks}
        columns={hub.columns}
        rows={link.desks.map((one) => ({
          key: String(one.no),
          cells: [
            one.isThis ? `${one.code} · ${hub.thisDesk}` : one.code,
            hub.deskStates[one.state],
            one.numbers.map(({ first, last }) => `${first}–${last}`).join(', '),
            one.lastSeen === null ? hub.never : formatDateTime(one.lastSeen),
            hub.progress(one.here, one.there),
            one.no === next?.no ? (
              <ActionButton
                key="let-in"
                keys="Alt+Y"
                label={`${hub.approve} ${one.code}`}
                onAct={() => onApprove(one.no, one.code)}
              />
            ) : (
              ''
            ),
          ],
        }))}
      />
    </>
  );
}
