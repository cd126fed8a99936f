import { useMutation, useQuery } from '@tanstack/react-query';
import { useContext, useEffect, useState } from 'react';
import type { MissingBundle } from '../../../../electron/contract/routing/bundle.ts';
import { mayCall } from '../../../../electron/domain/common/office/call-roles.ts';
import { askedEveryMs, desk } from '../../../desk/client.ts';
import { useFaultSentence } from '../../../desk/fault.ts';
import { usePlace } from '../../../desk/places.ts';
import { useKnownStatus, userOf } from '../../../desk/desk-status.ts';
import { ActionButton } from '../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { OutcomeLine } from '../../../parts/controls/OutcomeLine.tsx';
import { KeyCap } from '../../../parts/keys/KeyCap.tsx';
import { ActiveContext, useShortcuts } from '../../../parts/keys/shortcuts.ts';
import { Panel } from '../../../parts/layout/Panel.tsx';
import { EmptyState } from '../../../parts/list/EmptyState.tsx';
import { useTexts } from '../../../text/texts.ts';
import { LossDialog, SettleDialog } from './LossDialogs.tsx';
import { MissingList } from './MissingList.tsx';
import { ScanBox } from './ScanBox.tsx';
import { Sides } from './Sides.tsx';
import { Column, Row, Text } from '../../../parts/layout/primitives.ts';

/** Papers to look for, the worst first: found by a scan or a key, given up with who answers for it, made good by a supervisor. */
export function MissingBundles() {
  const { bundles } = useTexts();
  const sentenceOf = useFaultSentence();
  const { go } = usePlace();
  const active = useContext(ActiveContext);
  const user = useKnownStatus(userOf);
  // By case: what is reported as lost moves up the list, and the hand stays on it.
  const [at, setAt] = useState<{ readonly caseId: string | null; readonly index: number }>({ caseId: null, index: 0 });
  const [asked, setAsked] = useState<'lost' | 'settle' | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [done, setDone] = useState('');
  const { data, error } = useQuery(
    desk.bundle.missing.queryOptions({ input: {}, staleTime: 0, refetchInterval: active ? askedEveryMs : false }),
  );
  const rows = data?.rows ?? [];
  const same = rows.findIndex(({ caseId }) => caseId === at.caseId);
  const current = same === -1 ? Math.max(0, Math.min(at.index, rows.length - 1)) : same;
  const row = rows[current];

  function ask(what: 'lost' | 'settle') {
    stand(current);
    setAsked(what);
  }

  function changed(words: string) {
    setTrouble(null);
    setDone(words);
    setAsked(null);
  }

  const take = useMutation(
    desk.bundle.take.mutationOptions({
      onSuccess: ({ bundle }) => changed(bundles.foundDone(bundle.number)),
      onError: (failure) => setTrouble(sentenceOf(failure)),
    }),
  );
  const found = (scan: string) => take.mutate({ scan });
  const open = () => row !== undefined && go({ screen: 'case', caseId: row.caseId });
  const step = (by: number) => stand(Math.max(0, Math.min(rows.length - 1, current + by)));

  function stand(index: number) {
    setAt({ caseId: rows[index]?.caseId ?? null, index });
  }

  useInSight(`missing-${current}`);
  useShortcuts([
    { keys: 'ArrowDown', label: bundles.move, run: () => step(1), repeats: true },
    { keys: 'ArrowUp', label: bundles.move, run: () => step(-1), repeats: true },
    { keys: 'Enter', label: bundles.openCase, run: () => undefined, helpOnly: true },
  ]);

  return (
    <Sides
      left={
        <>
          <ScanBox
            focusOn={`missing ${asked ?? ''}`}
            error={trouble}
            onCode={found}
            onTrouble={setTrouble}
            onEmptyEnter={open}
          />
          <OutcomeLine tone="good">{done}</OutcomeLine>
          <FaultNote error={error} />
          {row !== undefined && (
            <ChosenBundle
              row={row}
              settles={user !== null && mayCall(user.role, 'supervisor')}
              onFound={() => found(row.number)}
              onAsk={ask}
            />
          )}
        </>
      }
    >
      <Panel
        title={bundles.modes.missing}
        aside={
          rows.length > 0 && (
            <>
              {bundles.openCase} <KeyCap keys="Enter" />
            </>
          )
        }
        focusable
      >
        {data !== undefined && rows.length === 0 && (
          <EmptyState title={bundles.nothingMissing}>{bundles.nothingMissingHelp}</EmptyState>
        )}
        {rows.length > 0 && <MissingList rows={rows} current={current} onCurrent={stand} />}
        {data?.more === true && (
          <Text tone="secondary" paddingTop={2}>
            {bundles.more}
          </Text>
        )}
      </Panel>
      {asked === 'lost' && row !== undefined && (
        <LossDialog row={row} onClose={() => setAsked(null)} onDone={() => changed(bundles.reported(row.number))} />
      )}
      {asked === 'settle' && row !== undefined && (
        <SettleDialog
          row={row}
          onClose={() => setAsked(null)}
          onDone={() => changed(bundles.lossSettled(row.number))}
        />
      )}
    </Sides>
  );
}

type ChosenProps = {
  readonly row: MissingBundle;
  readonly settles: boolean;
  readonly onFound: () => void;
  readonly onAsk: (what: 'lost' | 'settle') => void;
};

/** The bundle in front and what can be done about it. */
function ChosenBundle({ row, settles, onFound, onAsk }: ChosenProps) {
  const { bundles } = useTexts();
  const open = row.kind === 'lost' || row.kind === 'missed';
  return (
    <Column as="section" gap={2.5} aria-label={row.number}>
      <div>
        <Text size="title" weight={700}>
          {row.number}
        </Text>
        <Text weight={600}>{row.applicantName}</Text>
        <div>{row.procedureName}</div>
        {row.holderName !== null && <Text tone="secondary">{bundles.holder(row.holderName)}</Text>}
        {row.unit !== null && (
          <Text tone="late" weight={600}>
            {bundles.answers(row.unit)}
          </Text>
        )}
        {row.reason !== null && <div>{row.reason}</div>}
      </div>
      <Row gap={2} wrap>
        <ActionButton keys="Alt+4" label={bundles.found} onAct={onFound} filled />
        <ActionButton keys="Alt+5" label={bundles.report} onAct={() => onAsk('lost')} disabled={row.kind === 'lost'} />
        {settles && (
          <ActionButton keys="Alt+6" label={bundles.settleLoss} onAct={() => onAsk('settle')} disabled={!open} />
        )}
      </Row>
      {!settles && row.kind === 'lost' && (
        <Text tone="secondary" size="note">
          {bundles.supervisorSettles}
        </Text>
      )}
    </Column>
  );
}

/** Scrolls the row in front into sight, no further than needed, whenever another one comes to the front. */
function useInSight(id: string): void {
  useEffect(() => {
    document.getElementById(id)?.scrollIntoView({ block: 'nearest' });
  }, [id]);
}
