import { useMutation, useQuery } from '@tanstack/react-query';
import { useContext, useEffect, useRef, useState } from 'react';
import type { HandOverView } from '../../../../electron/contract/routing/hand-over.ts';
import { desk } from '../../../desk/client.ts';
import { minuteOf, useKnownStatus } from '../../../desk/desk-status.ts';
import { ActionButton } from '../../../parts/controls/ActionButton.tsx';
import { Chip } from '../../../parts/controls/Chip.tsx';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../parts/controls/Field.tsx';
import { OutcomeLine } from '../../../parts/controls/OutcomeLine.tsx';
import { ActiveContext } from '../../../parts/keys/shortcuts.ts';
import { Panel } from '../../../parts/layout/Panel.tsx';
import { PaperView } from '../../../parts/paper/PaperView.tsx';
import { useScanner } from '../../../scanner/useScanner.ts';
import { formatDateTime, parseDate } from '../../../text/format.ts';
import { focusById } from '../../../parts/keys/focus.ts';
import { useTexts } from '../../../text/texts.ts';
import { CounterMark } from '../../../parts/list/CounterMark.tsx';
import { CaseTicks, bears } from './CaseTicks.tsx';
import { ChoicePanel } from './ChoicePanel.tsx';
import { allOrNone, toggled } from './ticks.ts';
import { Grid, Row, Text } from '../../../parts/layout/primitives.ts';

type SignListProps = { readonly number: string | undefined; readonly onNumber: (number: string) => void };

/** Lists that the other side has not signed: scan the list, tick what arrived, one key. */
export function SignList({ number, onNumber }: SignListProps) {
  const { handOver, reception } = useTexts();
  const [trouble, setTrouble] = useState<string>();
  const [ticks, setTicks] = useState<readonly string[]>([]);
  const { data, error } = useQuery(desk.handOver.list.queryOptions({ input: { open: true }, staleTime: 0 }));
  const chosen = number ?? data?.handOvers[0]?.number;
  const { data: list, error: listError } = useQuery({
    ...desk.handOver.get.queryOptions({ input: { number: chosen ?? '-' } }),
    enabled: chosen !== undefined,
  });
  const shown = list?.number === chosen ? list : undefined;

  function choose(next: string) {
    onNumber(next);
    setTicks([]);
    setTrouble(undefined);
  }

  /** The bar code of a list opens it; that of a bundle says that it arrived. */
  function onCode(code: string) {
    const row = shown?.cases.find((one) => bears(one, code));
    if (row !== undefined) {
      setTicks((before) => [...before.filter((one) => one !== row.caseId), row.caseId]);
      return setTrouble(undefined);
    }
    if (!code.startsWith('BG.')) return setTrouble(handOver.notOnList(code));
    // At once: a bundle that is scanned while the list is on its way must not be forgotten when it comes.
    if (code !== chosen) choose(code);
  }

  useScanner({
    onScan: (scan) => (scan.shape === 'code' ? onCode(scan.text) : setTrouble(handOver.scanList)),
    onInputMethod: () => setTrouble(reception.inputMethodOn),
  });

  return (
    <>
      <ChoicePanel
        title={handOver.unsigned}
        items={data?.handOvers}
        error={error}
        keyOf={(one) => one.number}
        chosen={chosen}
        onChoose={choose}
        next={handOver.nextList}
        previous={handOver.previousList}
        empty={{ title: handOver.noneUnsigned, help: handOver.noneUnsignedHelp }}
      >
        {(one) => (
          <>
            <Text weight={600}>{one.number}</Text>
            <CounterMark counter={one.counter} />
            <div>{one.to.name}</div>
            <Text size="small" tone="secondary">
              {handOver.madeBy(one.madeByName, formatDateTime(one.madeAt))}
            </Text>
            <Chip tone="plain">{handOver.count(one.cases)}</Chip>
          </>
        )}
      </ChoicePanel>
      <Panel title={shown?.number ?? handOver.list} gap={2} scroll={false}>
        <FaultNote error={listError} />
        <OutcomeLine tone={trouble === undefined ? 'plain' : 'late'}>{trouble ?? handOver.signHint}</OutcomeLine>
        {shown !== undefined && (
          <Signing
            key={shown.handOverId}
            list={shown}
            ticks={ticks}
            onTicks={setTicks}
            onSigned={() => {
              // It leaves the unsigned; what became of it stays in sight.
              onNumber(shown.number);
              setTrouble(undefined);
            }}
          />
        )}
      </Panel>
      <Panel title={handOver.paper}>
        {shown?.documents[0] !== undefined && <Kept documentId={shown.documents[0].documentId} />}
      </Panel>
    </>
  );
}

function Kept({ documentId }: { readonly documentId: string }) {
  const view = useQuery(desk.paper.view.queryOptions({ input: { documentId }, staleTime: 'static' }));
  if (view.error !== null) return <FaultNote error={view.error} />;
  return view.data === undefined ? null : <PaperView pages={view.data.pages.slice(0, 1)} />;
}

type SigningProps = {
  readonly list: HandOverView;
  readonly ticks: readonly string[];
  readonly onTicks: (ticks: readonly string[]) => void;
  readonly onSigned: () => void;
};

function Signing({ list, ticks, onTicks, onSigned }: SigningProps) {
  const { common, handOver } = useTexts();
  const now = useKnownStatus(minuteOf);
  const active = useContext(ActiveContext);
  const rows = useRef<HTMLDivElement>(null);
  const [by, setBy] = useState('');
  const [at, setAt] = useState(() => formatDateTime(now));
  const [tried, setTried] = useState(false);
  useEffect(() => {
    if (active) rows.current?.focus();
  }, [active]);
  const ids = list.cases.map(({ caseId }) => caseId);
  const missing = ids.filter((caseId) => !ticks.includes(caseId));
  const sign = useMutation(
    desk.handOver.receive.mutationOptions({
      onSuccess: () => {
        onSigned();
      },
    }),
  );

  const nobody = by.trim().length < 2;
  const moment = momentOf(at, now);

  function submit() {
    setTried(true);
    if (nobody) {
      focusById('hand-over-by');
      return;
    }
    if (moment === undefined) {
      focusById('hand-over-at');
      return;
    }
    if (!sign.isPending) sign.mutate({ handOverId: list.handOverId, missing, by, ...moment });
  }

  const signed = list.received;
  return (
    <>
      {signed !== null && (
        <OutcomeLine tone="good">{handOver.signed(signed.by, formatDateTime(signed.at), signed.missing)}</OutcomeLine>
      )}
      <CaseTicks
        ref={rows}
        label={handOver.arrived}
        rows={list.cases.map((row) => ({
          ...row,
          ...(signed !== null && row.missing ? { aside: handOver.missing, late: true } : {}),
        }))}
        ticked={new Set(signed === null ? ticks : list.cases.filter((row) => !row.missing).map(({ caseId }) => caseId))}
        onTick={(caseId) => signed === null && onTicks(toggled(ticks, caseId))}
      />
      {signed === null && (
        <>
          <Grid columns="minmax(0, 1fr) minmax(0, 1fr)" gap={2}>
            <Field
              id="hand-over-by"
              label={handOver.takenBy}
              value={by}
              error={tried && nobody ? handOver.takenByNeeded : undefined}
              onChange={(event) => setBy(event.target.value)}
            />
            <Field
              id="hand-over-at"
              label={handOver.takenAt}
              value={at}
              error={tried && moment === undefined ? common.issues['invalid'] : undefined}
              onChange={(event) => setAt(event.target.value)}
            />
          </Grid>
          {missing.length > 0 && ticks.length > 0 && (
            <OutcomeLine tone="late">{handOver.willMiss(missing.length)}</OutcomeLine>
          )}
          <FaultNote error={sign.error} />
          <Row gap={2} wrap justify="space-between">
            <ActionButton keys="Alt+A" label={handOver.allArrived} onAct={() => onTicks(allOrNone(ticks, ids))} />
            <ActionButton
              keys="Ctrl+Enter"
              label={handOver.sign}
              onAct={submit}
              filled
              disabled={ticks.length === 0 || sign.isPending}
            />
          </Row>
        </>
      )}
    </>
  );
}

/** '25/11/2026 08:30' as an instant, left to the desk while it is this very minute; undefined for what is no moment. */
function momentOf(typed: string, now: string): { at?: string } | undefined {
  if (typed === formatDateTime(now)) return {};
  const [day = '', time = ''] = typed.trim().split(/\s+/);
  const date = parseDate(day);
  if (date === undefined || !/^([01]?\d|2[0-3]):[0-5]\d$/.test(time)) return undefined;
  return { at: `${date}T${time.padStart(5, '0')}:00+07:00` };
}
