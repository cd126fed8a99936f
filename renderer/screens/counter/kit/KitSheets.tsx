import { useQuery } from '@tanstack/react-query';
import { useContext, useEffect, useRef, useState } from 'react';
import { desk } from '../../../desk/client.ts';
import { roleOf, useKnownStatus } from '../../../desk/desk-status.ts';
import { ActionButton } from '../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { Segmented } from '../../../parts/controls/Segmented.tsx';
import { OutcomeLine } from '../../../parts/controls/OutcomeLine.tsx';
import { Dialog } from '../../../parts/dialog/Dialog.tsx';
import { ActiveContext, useShortcuts } from '../../../parts/keys/shortcuts.ts';
import { EmptyState } from '../../../parts/list/EmptyState.tsx';
import { useTexts } from '../../../text/texts.ts';
import { ChangeSheetsDialog } from './ChangeSheetsDialog.tsx';
import { SheetList } from './SheetList.tsx';
import { sheetRows } from './sheet-rows.ts';
import { Block, Column, Row, Text } from '../../../parts/layout/primitives.ts';

type KitSheetsProps = { readonly onEnter: (number: string) => void };

/** Every sheet that is neither entered nor void yet, until none is left. */
export function KitSheets({ onEnter }: KitSheetsProps) {
  const { kit } = useTexts();
  const role = useKnownStatus(roleOf);
  const active = useContext(ActiveContext);
  const list = useRef<HTMLDivElement>(null);
  const [show, setShow] = useState<'open' | 'all'>('open');
  const [chosen, setChosen] = useState('');
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<'void' | 'restore' | 'reprint' | null>(null);
  const [outcome, setOutcome] = useState('');
  const { data, error } = useQuery(desk.kit.list.queryOptions({ input: { all: show === 'all' } }));
  const rows = sheetRows(data?.kits ?? [], show === 'all');
  const at = Math.max(
    0,
    rows.findIndex(({ key }) => key === chosen),
  );
  const current = rows[at];
  const marked = rows.filter(({ key }) => ticked.has(key));
  const meant = marked.length > 0 ? marked : current === undefined ? [] : [current];
  const every = (state: 'open' | 'void') => meant.length > 0 && meant.every((row) => row.state === state);
  const receives = role !== 'admin';
  const shown = rows.length > 0;
  useEffect(() => {
    if (shown && active) list.current?.focus();
  }, [shown, active]);

  function move(step: number): void {
    setChosen(rows[Math.min(rows.length - 1, Math.max(0, at + step))]?.key ?? '');
  }

  function tick(): void {
    if (current === undefined) return;
    const next = new Set(ticked);
    if (!next.delete(current.key)) next.add(current.key);
    setTicked(next);
    move(1);
  }

  function done(sentence: string): void {
    setAsked(null);
    setTicked(new Set());
    setOutcome(sentence);
  }

  useShortcuts([
    { keys: 'ArrowDown', label: kit.nextSheet, run: () => move(1), repeats: true },
    { keys: 'ArrowUp', label: kit.previousSheet, run: () => move(-1), repeats: true },
    { keys: 'Space', label: kit.tick, run: tick, helpOnly: true },
    { keys: 'Alt+A', label: kit.showAll, run: () => setShow(show === 'all' ? 'open' : 'all') },
  ]);

  return (
    <Column gap={2} minHeight={0}>
      <Row gap={2} wrap align="center">
        <Segmented
          label={kit.show}
          hideLabel
          value={show}
          onChange={setShow}
          choices={[
            { value: 'open', label: kit.showOpen },
            { value: 'all', label: `${kit.showAll} (Alt+A)` },
          ]}
        />
        <Block grow />
        {receives && (
          <>
            <ActionButton
              keys="Alt+N"
              label={kit.enter}
              onAct={() => current !== undefined && onEnter(current.number)}
              disabled={current?.state !== 'open'}
            />
            <ActionButton
              keys="Alt+I"
              label={kit.reprint(meant.length)}
              onAct={() => setAsked('reprint')}
              disabled={!every('open') || meant.some(({ paper }) => paper === null)}
            />
            <ActionButton
              keys="Alt+3"
              label={kit.void(meant.length)}
              onAct={() => setAsked('void')}
              disabled={!every('open')}
            />
          </>
        )}
        {role === 'supervisor' && show === 'all' && (
          <ActionButton
            keys="Alt+4"
            label={kit.restore(meant.length)}
            onAct={() => setAsked('restore')}
            disabled={!every('void')}
          />
        )}
      </Row>
      <OutcomeLine tone="good">{outcome}</OutcomeLine>
      <FaultNote error={error} />
      {data !== undefined && !shown && <EmptyState title={kit.noneTitle}>{kit.noneHelp}</EmptyState>}
      {current !== undefined && (
        <>
          <SheetList
            ref={list}
            rows={rows}
            current={current.key}
            ticked={ticked}
            onChoose={setChosen}
            onTick={tick}
            onOpen={() => receives && current.state === 'open' && onEnter(current.number)}
          />
          <Text size="small" tone="secondary">
            {kit.listKeys}
          </Text>
        </>
      )}
      {asked !== null && <ChangeSheetsDialog what={asked} rows={meant} onClose={() => setAsked(null)} onDone={done} />}
    </Column>
  );
}

/** The sheets that are left, where they are entered from. */
export function SheetsDialog({ onClose, onEnter }: KitSheetsProps & { readonly onClose: () => void }) {
  const { kit } = useTexts();
  return (
    <Dialog title={kit.list} onClose={onClose} act={null} wide>
      <KitSheets onEnter={onEnter} />
    </Dialog>
  );
}
