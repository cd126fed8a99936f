import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useCallback, useContext, useEffect, useRef, useState } from 'react';
import { desk, deskClient, queries } from '../../desk/client.ts';
import { usePlace } from '../../desk/places.ts';
import { todayOf, useKnownStatus } from '../../desk/status.ts';
import { rem } from '../../look/theme.ts';
import { FaultNote } from '../../parts/controls/FaultNote.tsx';
import { Field } from '../../parts/controls/Field.tsx';
import { StatusLine } from '../../parts/controls/StatusLine.tsx';
import { useRested } from '../../parts/controls/rested.ts';
import { ActiveContext, isComposing, useShortcuts } from '../../parts/keys/shortcuts.ts';
import { Panel } from '../../parts/layout/Panel.tsx';
import { useScanner } from '../../scanner/useScanner.ts';
import { useTexts } from '../../text/texts.ts';
import { FindHelp } from './FindHelp.tsx';
import { HitList } from './HitList.tsx';
import { WaitingHits } from './WaitingHits.tsx';
import { idOfScan } from './find-text.ts';
import { Block } from '../../parts/layout/primitives.ts';

const limit = 30;
const listId = 'find-hits';

function searchInput(text: string) {
  return desk.case.search.queryOptions({ input: { text, limit }, gcTime: 30_000 });
}

/** One box over every case of this desk. `text` comes with a receipt that was scanned elsewhere: its case opens at once. */
export function Find({ text: given }: { readonly text?: string }) {
  const { find, reception } = useTexts();
  const { go } = usePlace();
  const today = useKnownStatus(todayOf);
  const shown = useContext(ActiveContext);
  const box = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [row, setRow] = useState(0);
  const [note, setNote] = useState<string | null>(null);
  const text = typed.trim();
  // The answer to an older text is never shown for a newer one as settled: react-query keys each answer by its text.
  const found = useQuery({ ...searchInput(text), enabled: text !== '', placeholderData: keepPreviousData });
  const hits = text === '' ? [] : (found.data?.hits ?? []);
  const current = Math.min(row, Math.max(0, hits.length - 1));

  // The case on which the eye rests is asked for before Enter asks for it.
  const resting = useRested(hits[current]?.caseId);
  useEffect(() => {
    if (resting !== undefined) void queries.prefetchQuery(desk.case.get.queryOptions({ input: { caseId: resting } }));
  }, [resting]);

  function search(wanted: string) {
    setTyped(wanted);
    setRow(0);
    setNote(null);
  }

  const open = useCallback((caseId: string) => go({ screen: 'case', caseId }), [go]);

  /** A receipt names one case: it opens. Anything else is shown as a search. */
  async function openByCode(code: string) {
    search(code);
    const answer = await deskClient.case.search({ text: code, limit: 2 }).catch(() => undefined);
    const [hit, second] = answer?.hits ?? [];
    if (hit !== undefined && (second === undefined || hit.number === code)) open(hit.caseId);
    else if (answer !== undefined && hit === undefined) setNote(find.notHere(code));
  }

  useScanner({
    onScan: (scan) => (scan.shape === 'code' ? void openByCode(scan.text) : search(idOfScan(scan.text))),
    onInputMethod: () => setNote(reception.inputMethodOn),
  });

  useEffect(() => {
    if (!shown) return;
    box.current?.focus();
    box.current?.select();
  }, [shown]);

  const openGiven = useRef(openByCode);
  useEffect(() => {
    openGiven.current = openByCode;
  });
  useEffect(() => {
    if (shown && given !== undefined) void openGiven.current(given);
  }, [shown, given]);

  function focusBox() {
    box.current?.focus();
    box.current?.select();
  }

  useShortcuts([
    { keys: 'F3', label: find.focus, run: focusBox },
    { keys: 'Ctrl+K', label: find.focus, run: focusBox },
    { keys: 'ArrowDown', label: find.move, run: () => undefined, told: true },
    { keys: 'Enter', label: find.open, run: () => undefined, told: true },
  ]);

  /** Enter takes the answer to what is typed now, waiting for it if it is still under way. */
  async function openCurrent() {
    if (text === '') return;
    const { data } = found.isPlaceholderData || found.data === undefined ? await found.refetch() : found;
    const hit = data?.hits[Math.min(row, (data?.hits.length ?? 1) - 1)];
    if (hit !== undefined) open(hit.caseId);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (isComposing(event.nativeEvent) || event.ctrlKey || event.altKey) return;
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setRow(Math.max(0, Math.min(hits.length - 1, current + step)));
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      void openCurrent();
    }
  }

  const settled = text !== '' && found.data !== undefined && !found.isPlaceholderData;
  return (
    <Panel title={find.title} full scroll={false}>
      <Block maxWidth={720} shrink={false} marginBottom={2}>
        <Field
          label={find.box}
          hint={find.boxHint}
          ref={box}
          value={typed}
          onChange={(event) => search(event.target.value)}
          onKeyDown={onKeyDown}
          sx={{ fontSize: rem(18) }}
          inputProps={{
            role: 'combobox',
            'aria-autocomplete': 'list',
            'aria-expanded': hits.length > 0,
            'aria-controls': listId,
            'aria-activedescendant': hits.length > 0 ? `${listId}-${current}` : undefined,
            maxLength: 200,
          }}
        />
      </Block>
      <StatusLine tone={note === null ? 'plain' : 'late'}>
        {note ?? (settled ? (hits.length === limit ? find.atLimit(limit) : find.results(hits.length)) : '')}
      </StatusLine>
      <WaitingHits text={text} />
      <FaultNote error={found.error} />
      {hits.length > 0 && (
        <HitList id={listId} hits={hits} current={current} today={today} onCurrent={setRow} onOpen={open} />
      )}
      {hits.length === 0 && (text === '' || settled) && <FindHelp text={text} />}
    </Panel>
  );
}
