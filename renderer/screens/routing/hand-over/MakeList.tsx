import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useContext, useEffect, useRef, useState } from 'react';
import type { Pile } from '../../../../electron/contract/routing/hand-over.ts';
import { askedEveryMs, desk } from '../../../desk/client.ts';
import { ActionButton } from '../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../parts/controls/Field.tsx';
import { OutcomeLine } from '../../../parts/controls/OutcomeLine.tsx';
import { ActiveContext } from '../../../parts/keys/shortcuts.ts';
import { Panel } from '../../../parts/layout/Panel.tsx';
import { EmptyState } from '../../../parts/list/EmptyState.tsx';
import { PaperView } from '../../../parts/paper/PaperView.tsx';
import { PrintChip, usePrintJob } from '../../../parts/paper/PrintChip.tsx';
import { useScanner } from '../../../scanner/useScanner.ts';
import { formatDateTime } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';
import { CaseTicks, type TickRow, bears } from './CaseTicks.tsx';
import { ChoicePanel } from './ChoicePanel.tsx';
import { allOrNone, toggled } from './ticks.ts';
import { Row, Surface, Text } from '../../../parts/layout/primitives.ts';
import { Chip } from '../../../parts/controls/Chip.tsx';

type MakeListProps = { readonly onListScanned: (number: string) => void };

/** Left what waits, in the middle the list that is being made, right the paper. */
export function MakeList({ onListScanned }: MakeListProps) {
  const { handOver, reception } = useTexts();
  const active = useContext(ActiveContext);
  const list = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState<string>();
  const [ticks, setTicks] = useState<readonly string[]>([]);
  const [name, setName] = useState<string>();
  const [note, setNote] = useState('');
  const [trouble, setTrouble] = useState<string>();
  const [requestId, setRequestId] = useState(() => crypto.randomUUID());
  const { data, error } = useQuery({
    ...desk.handOver.prepare.queryOptions({ input: {}, staleTime: 0 }),
    refetchInterval: active ? askedEveryMs : false,
  });
  const piles = data?.piles ?? [];
  const pile = piles.find((one) => pileKey(one) === wanted) ?? piles[0];
  const ids = pile?.cases.map(({ caseId }) => caseId) ?? [];
  const ticked = ticks.filter((caseId) => ids.includes(caseId));
  const to = pile && { ...pile.to, ...(pile.to.kind === 'division' && name !== undefined ? { name } : {}) };

  useEffect(() => {
    if (active) list.current?.focus();
  }, [active, pile?.to.name]);

  function choose(key: string) {
    setWanted(key);
    setTicks([]);
    setName(undefined);
    setTrouble(undefined);
  }

  /** A bar code on a bundle puts its case on the list, in the pile it belongs to. */
  function addByCode(code: string) {
    const found = piles.find((one) => one.cases.some((row) => bears(row, code)));
    const row = found?.cases.find((one) => bears(one, code));
    if (code.startsWith('BG.')) return onListScanned(code);
    if (found === undefined || row === undefined) return setTrouble(handOver.notWaiting(code));
    setTrouble(undefined);
    if (found !== pile) setWanted(pileKey(found));
    setTicks((before) => [...(found === pile ? before : []).filter((one) => one !== row.caseId), row.caseId]);
  }

  useScanner({
    onScan: (scan) => (scan.shape === 'code' ? addByCode(scan.text) : setTrouble(handOver.scanCase)),
    onInputMethod: () => setTrouble(reception.inputMethodOn),
  });

  const make = useMutation(
    desk.handOver.make.mutationOptions({
      onSuccess: () => {
        setTicks([]);
        setNote('');
        setRequestId(crypto.randomUUID());
      },
    }),
  );

  function submit() {
    if (to === undefined || ticked.length === 0 || make.isPending) return;
    make.mutate({ to, caseIds: [...ticked], note, print: true, requestId }, { onSuccess: () => list.current?.focus() });
  }

  return (
    <>
      <ChoicePanel
        title={handOver.waiting}
        items={data?.piles}
        error={error}
        keyOf={pileKey}
        chosen={pile && pileKey(pile)}
        onChoose={choose}
        next={handOver.nextPile}
        previous={handOver.previousPile}
        empty={{ title: handOver.nothing, help: handOver.nothingHelp }}
      >
        {(one) => <PileFacts pile={one} />}
      </ChoicePanel>
      <Panel title={handOver.list} aside={handOver.chosen(ticked.length, ids.length)} gap={2} scroll={false}>
        {pile === undefined ? (
          <EmptyState title={handOver.noPile} />
        ) : (
          <>
            <Field
              label={handOver.receiver}
              value={to?.name ?? ''}
              disabled={pile.to.kind !== 'division'}
              onChange={(event) => setName(event.target.value)}
            />
            <OutcomeLine tone={trouble === undefined ? 'plain' : 'late'}>{trouble ?? handOver.scanHint}</OutcomeLine>
            <CaseTicks
              ref={list}
              label={handOver.list}
              rows={pile.cases.map((row) => tickRow(row, handOver))}
              ticked={new Set(ticked)}
              onTick={(caseId) => setTicks(toggled(ticked, caseId))}
            />
            <Field label={handOver.note} value={note} onChange={(event) => setNote(event.target.value)} />
            <FaultNote error={make.error} />
            <Row gap={2} wrap justify="space-between">
              <ActionButton keys="Alt+A" label={handOver.all} onAct={() => setTicks(allOrNone(ticked, ids))} />
              <ActionButton
                keys="Ctrl+Enter"
                label={handOver.make}
                onAct={submit}
                filled
                disabled={ticked.length === 0 || make.isPending}
              />
            </Row>
          </>
        )}
      </Panel>
      <Panel title={handOver.paper}>
        {make.data !== undefined && <Made made={make.data} />}
        {to !== undefined && ticked.length > 0 ? (
          <Preview to={to} caseIds={ticked} note={note} />
        ) : (
          make.data === undefined && <Text tone="secondary">{handOver.paperEmpty}</Text>
        )}
      </Panel>
    </>
  );
}

type HandOverTexts = ReturnType<typeof useTexts>['handOver'];

function tickRow(row: Pile['cases'][number], texts: HandOverTexts): TickRow {
  const { caseId, number, givenCode, applicantName, procedureName, by, late, missedFrom } = row;
  const clock = by === null ? '' : late ? texts.lateSince(formatDateTime(by)) : texts.by(formatDateTime(by));
  const aside = missedFrom === null ? clock : texts.missed(missedFrom);
  return { caseId, number, givenCode, applicantName, procedureName, aside, late: late || missedFrom !== null };
}

type Making = { readonly to: Pile['to']; readonly caseIds: readonly string[]; readonly note: string };

function Preview({ to, caseIds, note }: Making) {
  const preview = useQuery(
    desk.handOver.preview.queryOptions({
      input: { to, caseIds: [...caseIds], note },
      placeholderData: keepPreviousData,
      gcTime: 10_000,
    }),
  );
  if (preview.error !== null) return <FaultNote error={preview.error} />;
  return preview.data === undefined ? null : <PaperView pages={preview.data.pages.slice(0, 1)} />;
}

type MadeAnswer = Awaited<ReturnType<NonNullable<ReturnType<typeof desk.handOver.make.mutationOptions>['mutationFn']>>>;

/** What has just been made: its number to say aloud, and what becomes of its paper. */
function Made({ made }: { readonly made: MadeAnswer }) {
  const { handOver } = useTexts();
  const job = usePrintJob(made.printJobId);
  return (
    <Surface ground="brand" padding={3} marginBottom={3} role="status">
      <Text size="note" tone="secondary">
        {handOver.made(made.handOver.cases.length, made.handOver.to.name)}
      </Text>
      <Text size="number" weight={700}>
        {made.handOver.number}
      </Text>
      {made.paperFault === null ? <PrintChip job={job} /> : <FaultNote error={made.paperFault.message} />}
    </Surface>
  );
}

function pileKey({ to }: Pile): string {
  return `${to.kind} ${to.name}`;
}

/** What waits for one receiver: where it goes, how much it is, and its nearest clock. */
function PileFacts({ pile }: { readonly pile: Pile }) {
  const { handOver } = useTexts();
  return (
    <>
      <Text size="small" tone="secondary">
        {handOver.kinds[pile.to.kind]}
      </Text>
      <Text weight={600}>{pile.to.name}</Text>
      <Row gap={1} wrap align="center" marginTop={0.5}>
        <Chip tone="plain">{handOver.count(pile.cases.length)}</Chip>
        {pile.late > 0 && <Chip tone="late">{handOver.lateCount(pile.late)}</Chip>}
        {pile.by !== null && (
          <Text as="span" size="small">
            {handOver.by(formatDateTime(pile.by))}
          </Text>
        )}
      </Row>
    </>
  );
}
