import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useContext, useEffect, useRef, useState } from 'react';
import { desk } from '../../../desk/client.ts';
import { usePlace } from '../../../desk/places.ts';
import { ActionButton } from '../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../parts/controls/Field.tsx';
import { OutcomeLine } from '../../../parts/controls/OutcomeLine.tsx';
import { Segmented } from '../../../parts/controls/Segmented.tsx';
import { useRested } from '../../../parts/controls/rested.ts';
import { ActiveContext, useInFront, useShortcuts } from '../../../parts/keys/shortcuts.ts';
import { Panel } from '../../../parts/layout/Panel.tsx';
import { Block, Grid, Row, Text } from '../../../parts/layout/primitives.ts';
import { within } from '../../../parts/list/cursor.ts';
import { SavedFilters } from '../../../parts/list/SavedFilters.tsx';
import { EmptyState } from '../../../parts/list/EmptyState.tsx';
import { TeachList } from '../../../parts/list/TeachList.tsx';
import { formatDateTime } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';
import { ExportDialog } from './ExportDialog.tsx';
import { PetitionList, listId } from './PetitionList.tsx';
import { PetitionSheet } from './PetitionSheet.tsx';
import { RegisterDialog } from './RegisterDialog.tsx';

const shows = ['waiting', 'ended', 'all'] as const;
type Show = (typeof shows)[number];

/** Phản ánh, kiến nghị: what people complain of and propose, 1022 among it, with what is due and by when. */
export function Petitions() {
  const { common, petition } = useTexts();
  const { back, place } = usePlace();
  const looked = place.screen === 'petition' ? place.number : undefined;
  const shown = useContext(ActiveContext);
  const box = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [show, setShow] = useState<Show>('all');
  const [at, setAt] = useState<{ readonly id: string | null; readonly index: number }>({ id: null, index: 0 });
  const [note, setNote] = useState<string | null>(null);
  const [open, setOpen] = useState<'register' | 'export' | null>(null);
  // Who comes from a list of petitions, as the one behind a number of a report, has that one before them.
  const [sought, setSought] = useState<string>();
  if (looked !== sought) {
    setSought(looked);
    if (looked !== undefined) {
      setText(looked);
      setShow('all');
    }
  }
  const asked = useRested(text);
  const list = useInfiniteQuery({
    ...desk.petition.list.infiniteOptions({
      input: (after: string | undefined) => ({
        text: asked,
        show,
        limit: 200,
        ...(after === undefined ? {} : { after }),
      }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
    }),
    staleTime: 0,
    refetchInterval: 60_000,
    placeholderData: keepPreviousData,
    enabled: shown,
  });
  const { hasNextPage, isFetching, fetchNextPage } = list;
  const more = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  // What was done to one meanwhile may have moved it to a page behind.
  const all = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const rows = [...new Map(all.map((row) => [row.petitionId, row])).values()];
  const front = list.data?.pages[0];
  // The same one if it is still there, else what has come into its place.
  const same = rows.findIndex(({ petitionId }) => petitionId === at.id);
  const current = same >= 0 ? same : within(rows.length, at.index);
  const chosen = rows[current];
  useInFront(chosen?.petitionId, (rows[current + 1] ?? rows[current - 1])?.petitionId);

  useEffect(() => {
    if (shown) box.current?.focus();
  }, [shown]);

  function stand(index: number): void {
    const next = within(rows.length, index);
    setAt({ id: rows[next]?.petitionId ?? null, index: next });
  }

  const turn = () => setShow(shows[(shows.indexOf(show) + 1) % shows.length] ?? 'all');
  useShortcuts([
    { keys: 'F11', label: petition.toSearch, run: () => box.current?.focus() },
    { keys: 'ArrowDown', label: petition.move, run: () => stand(current + 1), repeats: true },
    { keys: 'ArrowUp', label: petition.move, run: () => stand(current - 1), repeats: true },
    { keys: 'PageDown', label: petition.move, run: () => stand(current + 10), repeats: true },
    { keys: 'PageUp', label: petition.move, run: () => stand(current - 10), repeats: true },
    { keys: 'Alt+K', label: petition.showKeys, run: turn },
    { keys: 'Escape', label: common.back, run: back },
  ]);

  const { waiting = 0, late = 0, count = 0, fields = [] } = front ?? {};
  const summary = [
    petition.waiting(waiting),
    late > 0 ? petition.late(late) : '',
    petition.shown(rows.length, count),
  ].filter((part) => part !== '');
  return (
    <Grid height="100%" gap={3} columns="minmax(0, 63fr) minmax(0, 37fr)" rows="minmax(0, 1fr)">
      <Panel
        title={petition.title}
        aside={
          <>
            <ActionButton keys="Alt+Shift+X" label={petition.export.act} onAct={() => setOpen('export')} />
            <ActionButton keys="Alt+N" label={petition.register.short} onAct={() => setOpen('register')} filled />
          </>
        }
        scroll={false}
        gap={1.5}
      >
        <Row gap={3} align="flex-end" wrap shrink={false}>
          <Block grow minWidth={0}>
            <Field
              ref={box}
              label={petition.search}
              value={text}
              placeholder=""
              title={petition.searchHint}
              onChange={(event) => setText(event.target.value)}
              inputProps={{
                role: 'combobox',
                'aria-expanded': rows.length > 0,
                'aria-controls': listId,
                'aria-activedescendant': chosen === undefined ? undefined : `${listId}-${current}`,
              }}
            />
          </Block>
          <Segmented
            label={petition.showLabel}
            hideLabel
            value={show}
            onChange={setShow}
            choices={shows.map((value) => ({ value, label: petition.show[value] }))}
          />
        </Row>
        <SavedFilters
          screen="petition"
          named={(name) => ({ screen: 'petition', name, text, show })}
          onCall={(saved) => {
            if (saved.screen !== 'petition') return;
            setText(saved.text);
            setShow(saved.show);
          }}
        />
        <FaultNote error={list.error} />
        <OutcomeLine tone={note === null && late > 0 ? 'late' : note === null ? 'plain' : 'good'}>
          {note ?? summary.join(' · ')}
        </OutcomeLine>
        {rows.length > 0 && <PetitionList rows={rows} current={current} onCurrent={stand} onNearEnd={more} />}
        {list.data !== undefined && rows.length === 0 && (
          <EmptyState title={petition.emptyTitle}>
            <Block marginBottom={3}>{petition.hint}</Block>
            <TeachList rows={petition.teach} />
          </EmptyState>
        )}
      </Panel>
      {chosen === undefined ? (
        <Panel title={petition.list}>
          <Text tone="secondary">{petition.pick}</Text>
        </Panel>
      ) : (
        <PetitionSheet key={chosen.petitionId} petitionId={chosen.petitionId} fields={fields} onDone={setNote} />
      )}
      {open === 'register' && (
        <RegisterDialog
          fields={fields}
          onClose={() => setOpen(null)}
          onDone={({ petitionId, number, answerDue }) => {
            setOpen(null);
            setText('');
            setShow('all');
            setAt({ id: petitionId, index: 0 });
            setNote(
              answerDue === null
                ? petition.register.doneUndated(number)
                : petition.register.done(number, formatDateTime(answerDue)),
            );
          }}
        />
      )}
      {open === 'export' && (
        <ExportDialog
          onClose={() => setOpen(null)}
          onDone={(sentence) => {
            setOpen(null);
            setNote(sentence);
          }}
        />
      )}
    </Grid>
  );
}
