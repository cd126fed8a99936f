import { useQuery } from '@tanstack/react-query';
import { type DragEvent, useContext, useEffect, useRef, useState } from 'react';
import { askedEveryMs, desk } from '../../../desk/client.ts';
import { usePlace } from '../../../desk/places.ts';
import { ActionButton } from '../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { OutcomeLine } from '../../../parts/controls/OutcomeLine.tsx';
import { ActiveContext, useInFront, useShortcuts } from '../../../parts/keys/shortcuts.ts';
import { Panel } from '../../../parts/layout/Panel.tsx';
import { EmptyState } from '../../../parts/list/EmptyState.tsx';
import { TeachList } from '../../../parts/list/TeachList.tsx';
import { useTexts } from '../../../text/texts.ts';
import { ImportDialog } from './ImportDialog.tsx';
import { IntakeList } from './IntakeList.tsx';
import { IntakeSheet, type IntakeSaid } from './IntakeSheet.tsx';
import { useImport } from './useImport.ts';
import { Grid, Text } from '../../../parts/layout/primitives.ts';

/** What waits to be received: online files, parcels, and files that their citizens complete. Enter takes one into Reception. */
export function IntakeScreen({ intakeId }: { readonly intakeId?: string }) {
  const { intake } = useTexts();
  const { go, back } = usePlace();
  const active = useContext(ActiveContext);
  const picker = useRef<HTMLInputElement>(null);
  const [at, setAt] = useState<{ readonly id: string | null; readonly index: number }>({
    id: intakeId ?? null,
    index: 0,
  });
  const [note, setNote] = useState<IntakeSaid | null>(null);
  const [dragging, setDragging] = useState(false);
  const list = useQuery(
    desk.intake.list.queryOptions({ input: { limit: 200 }, staleTime: 0, refetchInterval: askedEveryMs }),
  );
  const rows = list.data?.rows ?? [];
  // The same file if it is still there, else what has come into its place.
  const same = rows.findIndex((row) => row.intakeId === at.id);
  const current = same >= 0 ? same : Math.max(0, Math.min(at.index, rows.length - 1));
  const chosen = rows[current];
  useInFront(chosen?.intakeId, (rows[current + 1] ?? rows[current - 1])?.intakeId);
  const packs = useImport(() => setNote(null));

  const late = list.data !== undefined && list.data.late > 0;
  const known = list.data !== undefined;
  const front = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) front.current?.focus();
  }, [active, known]);

  function stand(index: number) {
    const next = Math.max(0, Math.min(rows.length - 1, index));
    setAt({ id: rows[next]?.intakeId ?? null, index: next });
  }

  function take(row = chosen) {
    if (row !== undefined) go({ screen: 'reception', intakeId: row.intakeId });
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setDragging(false);
    void packs.take(event.dataTransfer.files[0]);
  }

  useShortcuts([
    { keys: 'ArrowDown', label: intake.move, run: () => stand(current + 1), repeats: true },
    { keys: 'ArrowUp', label: intake.move, run: () => stand(current - 1), repeats: true },
    { keys: 'PageDown', label: intake.move, run: () => stand(current + 10), repeats: true },
    { keys: 'PageUp', label: intake.move, run: () => stand(current - 10), repeats: true },
    { keys: 'Enter', label: intake.take, run: () => undefined, helpOnly: true },
    { keys: 'Escape', label: intake.title, run: back },
  ]);

  return (
    <Grid
      height="100%"
      gap={3}
      columns="minmax(0, 62fr) minmax(0, 38fr)"
      rows="minmax(0, 1fr)"
      css={{ ...(dragging && { outline: '2px dashed var(--brand)', outlineOffset: '-4px', borderRadius: '10px' }) }}
      onDragOver={(event) => {
        event.preventDefault();
        setDragging(true);
      }}
      onDragLeave={() => setDragging(false)}
      onDrop={drop}
    >
      <Panel
        title={intake.title}
        aside={
          <>
            <input
              ref={picker}
              type="file"
              accept=".json,application/json"
              aria-label={intake.import.act}
              hidden
              onChange={(event) => {
                void packs.take(event.target.files?.[0]);
                event.target.value = '';
              }}
            />
            <ActionButton keys="Alt+N" label={intake.import.act} onAct={() => picker.current?.click()} />
          </>
        }
        scroll={false}
        gap={1.5}
      >
        <FaultNote error={list.error ?? packs.error ?? packs.trouble} />
        <OutcomeLine tone={dragging ? 'plain' : (note?.tone ?? (late ? 'late' : 'plain'))}>
          {dragging ? intake.import.drop : (note?.words ?? summary())}
        </OutcomeLine>
        {rows.length > 0 && <IntakeList ref={front} rows={rows} current={current} onCurrent={stand} onTake={take} />}
        {known && rows.length === 0 && (
          <div ref={front} tabIndex={-1}>
            <EmptyState title={intake.emptyTitle}>
              <TeachList rows={intake.teach} />
            </EmptyState>
          </div>
        )}
      </Panel>
      {chosen === undefined ? (
        <Panel title={intake.detail.person}>
          <Text tone="secondary">{intake.pick}</Text>
        </Panel>
      ) : (
        <IntakeSheet key={chosen.intakeId} intakeId={chosen.intakeId} onTake={() => take()} onDone={setNote} />
      )}
      {packs.result !== null && <ImportDialog result={packs.result} onClose={packs.close} />}
    </Grid>
  );

  function summary(): string {
    const { waiting = 0, late = 0 } = list.data ?? {};
    return [intake.waiting(waiting), late > 0 ? intake.late(late) : ''].filter((part) => part !== '').join(' · ');
  }
}
