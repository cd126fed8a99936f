import Box from '@mui/material/Box';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useContext, useState } from 'react';
import type { MissingBundle } from '../../../electron/contract/routing/bundle.ts';
import { mayCall } from '../../../electron/domain/case/permission.ts';
import { desk, queries } from '../../desk/client.ts';
import { useFaultSentence } from '../../desk/fault.ts';
import { usePlace } from '../../desk/places.ts';
import { useKnownStatus } from '../../desk/status.ts';
import { rem } from '../../look/theme.ts';
import { ActionButton } from '../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../parts/controls/FaultNote.tsx';
import { StatusLine } from '../../parts/controls/StatusLine.tsx';
import { KeyCap } from '../../parts/keys/KeyCap.tsx';
import { ActiveContext, useShortcuts } from '../../parts/keys/shortcuts.ts';
import { Panel } from '../../parts/layout/Panel.tsx';
import { EmptyState } from '../../parts/list/EmptyState.tsx';
import { useInSight } from '../../parts/list/in-sight.ts';
import { useTexts } from '../../text/texts.ts';
import { LossDialog, SettleDialog } from './LossDialogs.tsx';
import { MissingList } from './MissingList.tsx';
import { ScanBox } from './ScanBox.tsx';
import { Sides } from './Sides.tsx';

/** Papers to look for, the worst first: found by a scan or a key, given up with who answers for it, made good by a supervisor. */
export function MissingBundles() {
  const { bundles } = useTexts();
  const sentenceOf = useFaultSentence();
  const { go } = usePlace();
  const active = useContext(ActiveContext);
  const user = useKnownStatus().user;
  // By case: what is reported as lost moves up the list, and the hand stays on it.
  const [at, setAt] = useState<{ readonly caseId: string | null; readonly index: number }>({ caseId: null, index: 0 });
  const [asked, setAsked] = useState<'lost' | 'settle' | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [done, setDone] = useState('');
  const { data, error } = useQuery(
    desk.bundle.missing.queryOptions({ input: {}, staleTime: 0, refetchInterval: active ? 60_000 : false }),
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
    for (const group of [desk.bundle, desk.case]) void queries.invalidateQueries({ queryKey: group.key() });
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
    { keys: 'Enter', label: bundles.openCase, run: () => undefined, told: true },
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
          <StatusLine tone="good">{done}</StatusLine>
          <FaultNote error={error} />
          {row !== undefined && (
            <Chosen
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
        {data?.more === true && <Box sx={{ color: 'text.secondary', paddingTop: rem(8) }}>{bundles.more}</Box>}
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
function Chosen({ row, settles, onFound, onAsk }: ChosenProps) {
  const { bundles } = useTexts();
  const open = row.kind === 'lost' || row.kind === 'missed';
  return (
    <Box component="section" aria-label={row.number} sx={{ display: 'flex', flexDirection: 'column', gap: rem(10) }}>
      <Box>
        <Box sx={{ fontSize: rem(18), fontWeight: 700 }}>{row.number}</Box>
        <Box sx={{ fontWeight: 600 }}>{row.applicantName}</Box>
        <Box>{row.procedureName}</Box>
        {row.holderName !== null && <Box sx={{ color: 'text.secondary' }}>{bundles.holder(row.holderName)}</Box>}
        {row.unit !== null && <Box sx={{ color: 'var(--late)', fontWeight: 600 }}>{bundles.answers(row.unit)}</Box>}
        {row.reason !== null && <Box>{row.reason}</Box>}
      </Box>
      <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap' }}>
        <ActionButton keys="Alt+K" label={bundles.found} onAct={onFound} filled />
        <ActionButton keys="Alt+B" label={bundles.report} onAct={() => onAsk('lost')} disabled={row.kind === 'lost'} />
        {settles && (
          <ActionButton keys="Alt+Q" label={bundles.settleLoss} onAct={() => onAsk('settle')} disabled={!open} />
        )}
      </Box>
      {!settles && row.kind === 'lost' && (
        <Box sx={{ color: 'text.secondary', fontSize: rem(13) }}>{bundles.supervisorSettles}</Box>
      )}
    </Box>
  );
}
