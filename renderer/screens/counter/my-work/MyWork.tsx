import { useCaseAhead } from '../case/case-ahead.ts';
import Button from '@mui/material/Button';
import ButtonBase from '@mui/material/ButtonBase';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useContext, useEffect, useState } from 'react';
import type { WorkList } from '../../../../electron/contract/counter/work/work.ts';
import { mayCall } from '../../../../electron/domain/common/office/call-roles.ts';
import { askedEveryMs, desk } from '../../../desk/client.ts';
import { usePlace } from '../../../desk/places.ts';
import { WallContext } from '../../../desk/wall-door.ts';
import { useKnownStatus, userOf } from '../../../desk/desk-status.ts';
import { rem } from '../../../look/theme.ts';
import { ActionButton } from '../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { KeyHints } from '../../../parts/keys/KeyHints.tsx';
import { KeyCap, ariaKeys } from '../../../parts/keys/KeyCap.tsx';
import { focusById, showById } from '../../../parts/keys/focus.ts';
import { ActiveContext, RegistryContext, useShortcuts } from '../../../parts/keys/shortcuts.ts';
import { Panel } from '../../../parts/layout/Panel.tsx';
import { Column, Row, Text } from '../../../parts/layout/primitives.ts';
import { SavedFilters } from '../../../parts/list/SavedFilters.tsx';
import { EmptyState } from '../../../parts/list/EmptyState.tsx';
import { within } from '../../../parts/list/cursor.ts';
import { useScanner } from '../../../scanner/useScanner.ts';
import { useTexts } from '../../../text/texts.ts';
import { MissingPapers } from '../kit/MissingPapers.tsx';
import { ApartCases } from '../correction/ApartCases.tsx';
import { idOfScan } from '../find/useCaseSearch.ts';
import { workActs } from './bulk/bulk-acts.ts';
import { BulkBar } from './bulk/BulkBar.tsx';
import { type Marks, groupToggled, noMarks, stillThere, markToggled, withMarked } from './bulk/marks.ts';
import { Apologies } from './Apologies.tsx';
import { ConflictNote, Conflicts } from './Conflicts.tsx';
import { Reasons } from './Reasons.tsx';
import { WorkRadar } from './WorkRadar.tsx';
import { WorkHeading, WorkSections, sectionId, workListId } from './WorkSections.tsx';
import { type SectionName, type WorkItem, itemsOf, rowAfter, sectionsOf } from './work-sections.ts';

/** A group of more is worked off from its beginning. */
const wholeLimit = 100;

/** What is to be done; for an officer the apologies that have to leave, for a supervisor what was done with a reason. */
export function MyWork() {
  const [side, setSide] = useState<'apologies' | 'reasons' | 'conflicts' | null>(null);
  const { place } = usePlace();
  const [seen, setSeen] = useState<typeof place | null>(null);
  if (place !== seen && place.screen === 'my-work') {
    setSeen(place);
    if (place.conflicts === true) setSide('conflicts');
    // A filter that is called is one of the board.
    else if (place.filter !== undefined) setSide(null);
  }
  const back = () => setSide(null);
  if (side === 'apologies') return <Apologies onBack={back} />;
  if (side === 'reasons') return <Reasons onBack={back} />;
  if (side === 'conflicts') return <Conflicts onBack={back} />;
  return (
    <WorkBoard
      onApologies={() => setSide('apologies')}
      onReasons={() => setSide('reasons')}
      onConflicts={() => setSide('conflicts')}
    />
  );
}

/** What is to be done, most urgent first: asked anew each minute and after each act while it is in front. */
type WorkBoardProps = {
  readonly onApologies: () => void;
  readonly onReasons: () => void;
  readonly onConflicts: () => void;
};

function WorkBoard({ onApologies, onReasons, onConflicts }: WorkBoardProps) {
  const { apology, myWork, wall } = useTexts();
  const onWall = useContext(WallContext);
  const user = useKnownStatus(userOf);
  const maySupervise = user !== null && mayCall(user.role, 'supervisor');
  const mayExtend = user !== null && mayCall(user.role, 'officer');
  const { go } = usePlace();
  const shown = useContext(ActiveContext);
  const [mine, setMine] = useState(false);
  /** The one section that is shown; null for all. */
  const [only, setOnly] = useState<SectionName | null>(null);
  const [whole, setWhole] = useState<number | null>(null);
  const [at, setAt] = useState<{ readonly key: string | null; readonly index: number }>({ key: null, index: 0 });
  const { data: list, error } = useQuery({
    ...desk.work.list.queryOptions({
      input: { mine, ...(whole ? { limit: whole } : {}) },
      staleTime: 0,
      refetchInterval: askedEveryMs,
    }),
    enabled: shown,
    placeholderData: keepPreviousData,
  });
  const sections = list === undefined ? [] : sectionsOf(list);
  const shownSections = only === null ? sections : sections.filter(({ name }) => name === only);
  const items = itemsOf(shownSections);
  const current = rowAfter(items, at.key, at.index);

  const [all, setMarks] = useState<Marks>(noMarks);
  const marks = list === undefined ? all : stillThere(all, items);

  const currentSection = sections.find(({ groups }) =>
    groups.some((group) => group.items.some((item) => item === items[current])),
  );
  useCaseAhead(items[current]?.group === 'waiting' ? undefined : items[current]?.row.caseId);

  const registry = useContext(RegistryContext);
  const known = list !== undefined;
  useEffect(() => {
    // A palette or a question that was opened while the list was fetched keeps the hand.
    if (shown && registry?.top() === 0) focusById(workListId);
  }, [shown, known, registry]);

  function stand(index: number) {
    const next = within(items.length, index);
    setAt({ key: items[next]?.key ?? null, index: next });
  }

  /** The row and the next are marked, and one stands on the next. */
  function markOn(step: 1 | -1) {
    setMarks(withMarked(marks, [items[current], items[current + step]]));
    stand(current + step);
  }

  function markGroup() {
    setMarks(groupToggled(marks, currentSection?.groups.flatMap((one) => one.items) ?? []));
  }

  function open(item: WorkItem | undefined) {
    if (item === undefined) return;
    const { caseId } = item.row;
    go(item.group === 'waiting' ? { screen: 'intake', intakeId: caseId } : { screen: 'case', caseId });
  }

  function showOnly(name: SectionName | null) {
    setOnly(name);
    // Of all sections one stands on the same row again.
    if (name !== null && name !== currentSection?.name) setAt({ key: null, index: 0 });
  }

  const turnOnly = () => showOnly(only === null ? (currentSection?.name ?? null) : null);

  function jump(name: SectionName) {
    const first = sections.find((section) => section.name === name)?.groups.flatMap((group) => group.items)[0];
    if (only !== null) showOnly(name);
    else if (first !== undefined) stand(items.indexOf(first));
    showById(sectionId(name));
    focusById(workListId);
  }

  useScanner({
    onScan: ({ shape, text, square }) =>
      go({
        screen: 'find',
        text: shape === 'code' ? text : idOfScan(text),
        ...(square === undefined ? {} : { square }),
      }),
    onInputMethod: () => undefined,
  });

  useShortcuts([
    { keys: 'ArrowDown', label: myWork.move, run: () => stand(current + 1), repeats: true },
    { keys: 'ArrowUp', label: myWork.move, run: () => stand(current - 1), repeats: true },
    { keys: 'PageDown', label: myWork.move, run: () => stand(current + 12), repeats: true },
    { keys: 'PageUp', label: myWork.move, run: () => stand(current - 12), repeats: true },
    { keys: 'Enter', label: myWork.open, run: () => open(items[current]) },
    { keys: 'Space', label: myWork.mark, run: () => undefined, helpOnly: true },
    { keys: 'Shift+ArrowDown', label: myWork.markRange, run: () => markOn(1), repeats: true },
    { keys: 'Shift+ArrowUp', label: myWork.markRange, run: () => markOn(-1), repeats: true },
    { keys: 'Ctrl+A', label: myWork.markAll, run: markGroup },
    ...sections.map(({ name, keys }) => ({ keys, label: myWork.jump(myWork.sections[name]), run: () => jump(name) })),
    { keys: 'X', label: myWork.more, run: () => setWhole(whole === null ? wholeLimit : null) },
    { keys: 'G', label: myWork.toggleOnly, run: turnOnly },
    { keys: 'M', label: myWork.toggleMine, run: () => setMine((before) => !before) },
  ]);

  return (
    <Panel
      title={myWork.title}
      aside={
        <Row gap={2}>
          {mayExtend && <ActionButton keys="Alt+H" label={apology.title} onAct={onApologies} />}
          {maySupervise && <ActionButton keys="Alt+1" label={myWork.reasons.title} onAct={onReasons} />}
          <ActionButton keys="Alt+W" label={wall.open} onAct={onWall} />
          <BundlesButton />
          <Toggle isOn={mine} keys="M" onTurn={() => setMine(!mine)}>
            {myWork.mine}
            {list !== undefined && ` (${myWork.count(list.heldByMe.value, list.heldByMe.more)})`}
          </Toggle>
        </Row>
      }
      sx={{ height: '100%', overflow: 'hidden', gap: rem(8) }}
    >
      <FaultNote error={error} />
      <MissingPapers />
      {list !== undefined && (
        <>
          <WorkRadar sections={sections} current={only ?? currentSection?.name} onJump={jump} />
          {maySupervise ? <ConflictNote onOpen={onConflicts} /> : <ApartCases />}
          <WorkNotes list={list} />
          <Row gap={2} wrap align="center" shrink={false}>
            <Toggle isOn={only !== null} keys="G" onTurn={turnOnly}>
              {only === null ? myWork.only : myWork.onlyOf(myWork.sections[only])}
            </Toggle>
            <SavedFilters
              screen="my-work"
              named={mine || only !== null ? (name) => ({ screen: 'my-work', name, mine, section: only }) : null}
              onCall={(saved) => {
                if (saved.screen !== 'my-work') return;
                setMine(saved.mine);
                setOnly(saved.section);
                setAt({ key: null, index: 0 });
                focusById(workListId);
              }}
            />
            {marks.size === 0 && items.length > 0 && (
              <KeyHints
                hints={[
                  ['Space', myWork.marking.one],
                  ['Shift+ArrowDown', myWork.marking.on],
                  ['Ctrl+A', myWork.marking.group],
                ]}
              />
            )}
          </Row>
          <BulkBar acts={workActs} marks={marks} onMarks={setMarks} />
          {items.length === 0 ? (
            <NothingToDo mine={mine} only={only} />
          ) : (
            <Column minHeight={0} grow>
              <WorkHeading />
              <WorkSections
                sections={shownSections}
                items={items}
                current={current}
                now={list.now}
                marks={marks}
                onMark={(index) => setMarks(markToggled(marks, items[index]))}
                onCurrent={stand}
                onOpen={open}
              />
            </Column>
          )}
        </>
      )}
    </Panel>
  );
}

type ToggleProps = {
  readonly isOn: boolean;
  readonly keys: string;
  readonly onTurn: () => void;
  readonly children: ReactNode;
};

/** What is shown alone, or among all. */
function Toggle({ isOn, keys, onTurn, children }: ToggleProps) {
  return (
    <Button
      size="small"
      aria-pressed={isOn}
      aria-keyshortcuts={keys}
      onClick={onTurn}
      sx={isOn ? { bgcolor: 'var(--brand-soft)', borderColor: 'var(--brand)', color: 'var(--brand)' } : {}}
    >
      {isOn && <span aria-hidden>✓</span>} {children} <KeyCap keys={keys} />
    </Button>
  );
}

/** Why the list is empty, and what would fill it. */
function NothingToDo({ mine, only }: { readonly mine: boolean; readonly only: SectionName | null }) {
  const { myWork } = useTexts();
  if (only !== null)
    return <EmptyState title={myWork.nothingOnlyTitle(myWork.sections[only])}>{myWork.nothingOnly}</EmptyState>;
  return (
    <EmptyState title={mine ? myWork.nothingMineTitle : myWork.nothingTitle}>
      {mine ? myWork.nothingMine : myWork.nothing}
    </EmptyState>
  );
}

/** A note that leads somewhere. */
const note = {
  font: 'inherit',
  fontSize: 'inherit',
  gap: rem(6),
  color: 'var(--late)',
  fontWeight: 600,
  textDecoration: 'underline',
} as const;

/** What no row can say alone: apologies that must leave today, papers nobody is sure of, and what comes later. */
function WorkNotes({ list }: { readonly list: WorkList }) {
  const { myWork, people } = useTexts();
  const { go } = usePlace();
  const { apologies, later, unsettledPrints } = list;
  const corrections = useKnownStatus((status) => status.corrections);
  if (apologies.value === 0 && later.value === 0 && unsettledPrints === 0 && corrections === 0) return null;
  return (
    <Row wrap columnGap={5} rowGap={0.5} size="note" shrink={false}>
      {apologies.value > 0 && (
        <Text tone="late" weight={600}>
          <span aria-hidden>! </span>
          {myWork.apologies(myWork.count(apologies.value, apologies.more))}
        </Text>
      )}
      {unsettledPrints > 0 && (
        <ButtonBase onClick={() => go({ screen: 'print-tray' })} sx={note}>
          {myWork.unsettled(unsettledPrints)} <KeyCap keys="Ctrl+J" />
        </ButtonBase>
      )}
      {corrections > 0 && (
        <ButtonBase onClick={() => go({ screen: 'office', part: 'people' })} sx={{ ...note, color: 'var(--soon)' }}>
          {people.correctionsWaiting(corrections)}
        </ButtonBase>
      )}
      {later.value > 0 && <Text tone="secondary">{myWork.later(myWork.count(later.value, later.more))}</Text>}
    </Row>
  );
}

const counted = 20;

/** The way to the paper bundles, and how many are to be found. */
function BundlesButton() {
  const { bundles, myWork } = useTexts();
  const { go } = usePlace();
  const active = useContext(ActiveContext);
  const { data } = useQuery({
    ...desk.bundle.missing.queryOptions({ input: { limit: counted }, staleTime: 0, refetchInterval: askedEveryMs }),
    enabled: active,
  });
  const open = () => go({ screen: 'bundles' });
  useShortcuts([{ keys: 'Alt+2', label: bundles.open, run: open }]);
  const late = data !== undefined && data.count > 0;
  return (
    <Button
      size="small"
      onClick={open}
      aria-keyshortcuts={ariaKeys('Alt+2')}
      sx={late ? { color: 'var(--late)', borderColor: 'var(--late)' } : {}}
    >
      {late ? `${bundles.button}: ${bundles.toFind(myWork.count(data.count, data.more))}` : bundles.button}{' '}
      <KeyCap keys="Alt+2" />
    </Button>
  );
}
