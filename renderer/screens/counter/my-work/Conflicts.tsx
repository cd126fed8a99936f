import Button from '@mui/material/Button';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useContext, useEffect, useState } from 'react';
import type {
  BesideRow,
  ConflictRow,
  DoubledRow,
  OwedRow,
} from '../../../../electron/contract/counter/work/conflict.ts';
import { askedEveryMs, desk } from '../../../desk/client.ts';
import { usePlace } from '../../../desk/places.ts';
import { rem } from '../../../look/theme.ts';
import { ActionButton } from '../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { OutcomeLine } from '../../../parts/controls/OutcomeLine.tsx';
import { KeyCap } from '../../../parts/keys/KeyCap.tsx';
import { focusById } from '../../../parts/keys/focus.ts';
import { ActiveContext, useShortcuts } from '../../../parts/keys/shortcuts.ts';
import { Panel } from '../../../parts/layout/Panel.tsx';
import { Column, Row, Text } from '../../../parts/layout/primitives.ts';
import { Choice, ChoiceList } from '../../../parts/list/ChoiceList.tsx';
import { EmptyState } from '../../../parts/list/EmptyState.tsx';
import { within } from '../../../parts/list/cursor.ts';
import { countersWords, formName } from '../../../text/case-words.ts';
import { formatDateTime } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';
import { ConflictSides } from './ConflictSides.tsx';
import { actCalled, owedDoWords, owedWords } from './conflict-words.ts';
import { rowAfter } from './work-sections.ts';

const listId = 'conflict-list';

type Item =
  | { readonly key: string; readonly conflict: ConflictRow }
  | { readonly key: string; readonly owed: OwedRow }
  | { readonly key: string; readonly doubled: DoubledRow }
  | { readonly key: string; readonly beside: BesideRow };

function useConflicts(enabled: boolean) {
  return useQuery({
    ...desk.conflict.list.queryOptions({ input: {}, staleTime: 0, refetchInterval: askedEveryMs }),
    enabled,
    placeholderData: keepPreviousData,
  });
}

/** How much waits for a decision between two counters, and the way to it; nothing where nothing does. */
export function ConflictNote({ onOpen }: { readonly onOpen: () => void }) {
  const { conflict } = useTexts();
  const { data } = useConflicts(useContext(ActiveContext));
  const [open, owed] = [
    (data?.conflicts.length ?? 0) + (data?.doubled.length ?? 0) + (data?.besides.length ?? 0),
    data?.owed.length ?? 0,
  ];
  if (open + owed === 0) return null;
  return (
    <Row gap={3} align="center" wrap shrink={false}>
      <Text tone={open > 0 ? 'late' : 'soon'} weight={600}>
        <span aria-hidden>! </span>
        {conflict.note(open, owed)}
      </Text>
      <ActionButton keys="Alt+V" label={conflict.show} onAct={onOpen} />
    </Row>
  );
}

/** What two counters did that does not go together, and what is left to do of what was decided: the list, then one side by side. */
export function Conflicts({ onBack }: { readonly onBack: () => void }) {
  const { conflict, caseFile } = useTexts();
  const { go } = usePlace();
  const shown = useContext(ActiveContext);
  const [at, setAt] = useState<{ readonly key: string | null; readonly index: number }>({ key: null, index: 0 });
  const [chosen, setChosen] = useState<ConflictRow | null>(null);
  const [outcome, setOutcome] = useState('');
  const { data, error } = useConflicts(shown);
  // Of what is no case there is no screen that makes papers: the line does it.
  const notice = useMutation(
    desk.conflict.notice.mutationOptions({
      onSuccess: ({ documents, paperFault }) => {
        const forms = documents.map(({ form }) => formName(form, caseFile)).join(', ');
        setOutcome(paperFault?.message ?? conflict.made(forms));
      },
    }),
  );
  const items: Item[] = [
    ...(data?.conflicts ?? []).map((one) => ({ key: JSON.stringify(one.ref), conflict: one })),
    ...(data?.doubled ?? []).map((one) => ({ key: `${one.kind} ${one.number}`, doubled: one })),
    ...(data?.besides ?? []).map((one, nth) => ({ key: `${one.kind} ${one.of} ${one.number} ${nth}`, beside: one })),
    ...(data?.owed ?? []).map((one) => ({ key: `${one.kind} ${one.caseId} ${one.receiptId ?? ''}`, owed: one })),
  ];
  const current = items.length === 0 ? 0 : rowAfter(items, at.key, at.index);
  const known = data !== undefined;
  const isListed = chosen === null;
  useEffect(() => {
    if (shown && known && isListed) focusById(listId);
  }, [shown, known, isListed]);

  function stand(index: number) {
    const next = within(items.length, index);
    setAt({ key: items[next]?.key ?? null, index: next });
  }

  function open(item: Item | undefined) {
    // Of a doubled number nothing is to be chosen: its line says all.
    if (item === undefined || 'doubled' in item) return;
    if ('beside' in item) {
      if (item.beside.caseId !== null) go({ screen: 'case', caseId: item.beside.caseId });
      return;
    }
    if ('conflict' in item) {
      setOutcome('');
      setChosen(item.conflict);
    } else if (item.owed.kind === 'notice' && item.owed.about !== 'case') {
      setOutcome('');
      if (!notice.isPending) notice.mutate({ about: item.owed.about, id: item.owed.caseId, print: true });
    } else if (item.owed.kind === 'notice') go({ screen: 'case', caseId: item.owed.caseId });
    else go({ screen: 'cash', caseId: item.owed.caseId });
  }

  useShortcuts([
    { keys: 'ArrowDown', label: conflict.move, run: () => stand(current + 1), repeats: true, disabled: !isListed },
    { keys: 'ArrowUp', label: conflict.move, run: () => stand(current - 1), repeats: true, disabled: !isListed },
    { keys: 'Enter', label: conflict.open, run: () => open(items[current]), disabled: !isListed },
    { keys: 'Escape', label: conflict.back, run: onBack, disabled: !isListed },
  ]);

  if (chosen !== null)
    return (
      <ConflictSides
        row={chosen}
        onBack={() => setChosen(null)}
        onDone={(said) => {
          setOutcome(said);
          setChosen(null);
          // What waits for a decision stands first; a line of which nothing is to be chosen may have moved under the cursor.
          setAt({ key: null, index: 0 });
        }}
      />
    );
  return (
    <Panel
      title={conflict.title}
      aside={
        <Button size="small" onClick={onBack}>
          {conflict.back} <KeyCap keys="Esc" />
        </Button>
      }
      sx={{ height: '100%', overflow: 'hidden', gap: rem(8) }}
    >
      <FaultNote error={error ?? notice.error} />
      <OutcomeLine tone="good">{outcome}</OutcomeLine>
      {known && items.length === 0 ? (
        <EmptyState title={conflict.nothingTitle}>{conflict.nothing}</EmptyState>
      ) : (
        <Column minHeight={0} grow>
          <ChoiceList id={listId} label={conflict.title} current={current} holdsFocus grow>
            {items.map((item, index) => (
              <Choice
                key={item.key}
                id={`${listId}-${index}`}
                columns={`${rem(150)} minmax(0, 1fr) minmax(0, 1.6fr) minmax(0, 1fr)`}
                columnGap={3}
                align="start"
                padding={[1.5, 2.5]}
                current={index === current}
                onCurrent={() => stand(index)}
                onChoose={() => open(item)}
              >
                {'conflict' in item && <ConflictLine row={item.conflict} />}
                {'doubled' in item && <DoubledLine row={item.doubled} />}
                {'beside' in item && <BesideLine row={item.beside} />}
                {'owed' in item && <OwedLine row={item.owed} />}
              </Choice>
            ))}
          </ChoiceList>
        </Column>
      )}
    </Panel>
  );
}

/** A number, and what it is the number of. */
function Numbered({ number, of }: { readonly number: string; readonly of: string }) {
  return (
    <div>
      <Text weight={600} breaks>
        {number}
      </Text>
      <Text size="note" tone="secondary">
        {of}
      </Text>
    </div>
  );
}

function ConflictLine({ row }: { readonly row: ConflictRow }) {
  const texts = useTexts();
  const { conflict } = texts;
  const { ref, number, types, counters, at } = row;
  const isCase = ref.kind === 'case';
  return (
    <>
      <div>
        <Text size="note">{formatDateTime(at)}</Text>
        <Text size="small" tone="late" weight={500}>
          {conflict.waiting}
        </Text>
      </div>
      <Numbered number={number === '' ? conflict.unnumbered : number} of={conflict.of[ref.kind]} />
      <Text weight={500}>
        {types.map((type) => conflict.quoted(actCalled(type, isCase, texts))).join(conflict.and)}
      </Text>
      <Text size="note">{countersWords(counters, texts)}</Text>
    </>
  );
}

function DoubledLine({ row }: { readonly row: DoubledRow }) {
  const texts = useTexts();
  const { conflict } = texts;
  return (
    <>
      <Text size="small" tone="late" weight={500}>
        {conflict.doubled}
      </Text>
      <Numbered number={row.number} of={conflict.doubledOf[row.kind]} />
      <div>
        <Text weight={500}>{conflict.doubledDo}</Text>
        {row.cases.length > 0 && <Text size="note">{row.cases.join(conflict.and)}</Text>}
      </div>
      <Text size="note">{countersWords(row.counters, texts)}</Text>
    </>
  );
}

function BesideLine({ row }: { readonly row: BesideRow }) {
  const texts = useTexts();
  const { conflict } = texts;
  return (
    <>
      <Text size="small" tone="late" weight={500}>
        {conflict.beside[row.kind]}
      </Text>
      <Numbered number={row.number === '' ? conflict.unnumbered : row.number} of={conflict.besideOf[row.of]} />
      <Text weight={500}>{conflict.besideDo[row.kind]}</Text>
      <Text size="note">{countersWords(row.counters, texts)}</Text>
    </>
  );
}

function OwedLine({ row }: { readonly row: OwedRow }) {
  const texts = useTexts();
  const { conflict } = texts;
  return (
    <>
      <Text size="small" tone="soon" weight={500}>
        {conflict.owed}
      </Text>
      <Numbered number={row.number} of={conflict.of[row.about]} />
      <Text weight={500}>{owedWords(row, texts)}</Text>
      <Text size="note" tone="secondary">
        {owedDoWords(row, texts)}
      </Text>
    </>
  );
}
