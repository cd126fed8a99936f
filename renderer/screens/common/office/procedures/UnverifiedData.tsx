import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { desk, queries } from '../../../../desk/client.ts';
import { useKnownStatus, userOf } from '../../../../desk/desk-status.ts';
import { Columns } from '../../../../parts/layout/Columns.tsx';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { OutcomeLine } from '../../../../parts/controls/OutcomeLine.tsx';
import { Panel } from '../../../../parts/layout/Panel.tsx';
import { Block, Row, Text } from '../../../../parts/layout/primitives.ts';
import { EmptyState } from '../../../../parts/list/EmptyState.tsx';
import { stepOf } from '../../../../parts/list/cursor.ts';
import { useTexts } from '../../../../text/texts.ts';
import { TermDialog } from './TermDialog.tsx';

type UnverifiedDataProps = {
  /** Without a code the editor opens on its picker: a frame is many procedures'. */
  readonly onProcess: (code: string | undefined) => void;
  readonly onLegs: (code: string) => void;
};

/** What the supplied data lack or are not sure of: time limits to set first, then what else the office sets, then what is only to be checked. */
export function UnverifiedData({ onProcess, onLegs }: UnverifiedDataProps) {
  const { office } = useTexts();
  const user = useKnownStatus(userOf);
  const [setting, setSetting] = useState<string | undefined>(undefined);
  const [outcome, setOutcome] = useState('');
  const { data, error } = useQuery(desk.procedure.unverified.queryOptions({ input: {} }));
  const entries = data?.entries ?? [];
  const missing = entries.filter(({ kind }) => kind === 'term-missing');
  const maySet = user?.role === 'supervisor';

  function done(code: string): void {
    setSetting(undefined);
    setOutcome(office.termSet(code));
    void queries.invalidateQueries({ queryKey: desk.procedure.key() });
  }

  function openingOf({ kind, code }: Entry): Opening | undefined {
    const label = maySet ? office.procedure.set : office.procedure.look;
    switch (kind) {
      case 'term-missing':
      case 'term-unverified':
        return maySet
          ? { label: office.setTerm, spoken: office.setTermOf(code), open: () => setSetting(code) }
          : undefined;
      case 'legs':
        return { label, spoken: `${label}: ${office.procedure.legsOfCode(code)}`, open: () => onLegs(code) };
      case 'process-frame':
        return {
          label,
          spoken: `${label}: ${office.procedure.processOfFrame(code)}`,
          open: () => onProcess(undefined),
        };
      default:
        return undefined;
    }
  }

  const others = entries
    .filter(({ kind }) => kind !== 'term-missing')
    .toSorted((one, other) => Number(openingOf(one) === undefined) - Number(openingOf(other) === undefined));

  return (
    <Columns whole columns="repeat(2, minmax(0, 1fr))" narrowAt="sheet" narrow="stacked">
      <Panel title={office.missing(missing.length)} sx={{ gap: 2 }} focusable>
        <Text size="note" tone="secondary">
          {office.missingText} {!maySet && office.onlySupervisor}
        </Text>
        <OutcomeLine tone="good">{outcome}</OutcomeLine>
        <FaultNote error={error} />
        {data !== undefined && missing.length === 0 && <EmptyState title={office.noMissing} />}
        <EntryList entries={missing} openingOf={openingOf} />
      </Panel>
      <Panel title={office.unverified(others.length)} sx={{ gap: 2 }} focusable>
        <Text size="note" tone="secondary">
          {office.unverifiedText} {office.procedure.doubtKeys}
        </Text>
        <EntryList entries={others} openingOf={openingOf} />
      </Panel>
      {setting !== undefined && <TermDialog code={setting} onClose={() => setSetting(undefined)} onDone={done} />}
    </Columns>
  );
}

type Entry = { readonly kind: string; readonly code: string; readonly what: string };
/** How an entry is opened: what its button says, what it is called aloud, and where it leads. */
type Opening = { readonly label: string; readonly spoken: string; readonly open: () => void };

type EntryListProps = { readonly entries: readonly Entry[]; readonly openingOf: (entry: Entry) => Opening | undefined };

/** Entries in one list: Enter opens the one with the focus, arrows go from one that opens to the next. */
function EntryList({ entries, openingOf }: EntryListProps) {
  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const by = stepOf(event);
    if (by === undefined) return;
    const buttons = [...event.currentTarget.querySelectorAll('button')];
    const next = buttons[buttons.indexOf(document.activeElement as HTMLButtonElement) + by];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  }

  return (
    <Block as="ul" onKeyDown={onKeyDown}>
      {entries.map((entry, index) => {
        const opening = openingOf(entry);
        return (
          <Row
            as="li"
            gap={3}
            align="center"
            padding={[1.5, 0]}
            line="bottom"
            size="note"
            key={`${entry.kind} ${entry.code} ${index}`}
          >
            <Block grow minWidth={0}>
              <strong>{entry.code}</strong> {entry.what}
            </Block>
            {opening !== undefined && (
              <Button onClick={opening.open} aria-label={opening.spoken} sx={{ flexShrink: 0 }}>
                {opening.label}
              </Button>
            )}
          </Row>
        );
      })}
    </Block>
  );
}
