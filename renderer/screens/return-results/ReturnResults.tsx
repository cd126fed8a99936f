import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useContext, useEffect, useRef, useState } from 'react';
import { desk, deskClient } from '../../desk/client.ts';
import { useFaultSentence } from '../../desk/fault.ts';
import { rem } from '../../look/theme.ts';
import { FaultNote } from '../../parts/controls/FaultNote.tsx';
import { Field } from '../../parts/controls/Field.tsx';
import { StatusLine } from '../../parts/controls/StatusLine.tsx';
import { ActiveContext, isComposing, useShortcuts } from '../../parts/keys/shortcuts.ts';
import { Panel } from '../../parts/layout/Panel.tsx';
import { type Scan, useScanner } from '../../scanner/useScanner.ts';
import { useTexts } from '../../text/texts.ts';
import { idOfScan } from '../find/find-text.ts';
import { receiverFieldId } from './ReceiverForm.tsx';
import { NoCandidates, ReturnHelp } from './ReturnHelp.tsx';
import { ReturnList } from './ReturnList.tsx';
import { ReturnSheet } from './ReturnSheet.tsx';
import { type Returned, ReturnedBox } from './ReturnedBox.tsx';
import { type Receiver, receiverOfCard, startingReceiver } from './receiver.ts';
import { useCandidates } from './useCandidates.ts';
import { Column, Grid } from '../../parts/layout/primitives.ts';

const listId = 'return-candidates';

/** Hands results out: scan the receipt, see what goes back, say to whom, one key. Whatever is typed stays until it is recorded. */
export function ReturnResults() {
  const { returnResults, reception } = useTexts();
  const sentenceOf = useFaultSentence();
  const shown = useContext(ActiveContext);
  const box = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [row, setRow] = useState(0);
  const [chosen, setChosen] = useState<string | null>(null);
  /** By case, so that looking at another case forgets nothing. */
  const [receivers, setReceivers] = useState<Readonly<Record<string, Receiver>>>({});
  const [trouble, setTrouble] = useState<string | null>(null);
  const [note, setNote] = useState<string | null>(null);
  const [returned, setReturned] = useState<Returned | null>(null);
  const text = typed.trim();
  const { candidates, settled, answer } = useCandidates(text, shown);
  const current = Math.max(0, Math.min(row, candidates.length - 1));
  const { data: view, error } = useQuery({
    ...desk.case.get.queryOptions({ input: { caseId: chosen ?? '' } }),
    enabled: chosen !== null,
    placeholderData: keepPreviousData,
  });
  const chosenView = view !== undefined && view.state.caseId === chosen ? view : undefined;
  const receiver =
    chosenView === undefined ? undefined : (receivers[chosenView.state.caseId] ?? startingReceiver(chosenView.state));

  function search(wanted: string) {
    setTyped(wanted);
    setRow(0);
    setTrouble(null);
  }

  function choose(caseId: string) {
    setChosen(caseId);
    setReturned(null);
    setNote(null);
  }

  function focusBox() {
    box.current?.focus();
    box.current?.select();
  }

  /** A receipt names one case; a text that names none or several is shown as a search. */
  async function chooseByCode(code: string) {
    search(code);
    const found = await deskClient.case.search({ text: code, limit: 2 }).catch(() => undefined);
    const [hit, second] = found?.hits ?? [];
    if (hit !== undefined && (second === undefined || hit.number === code)) choose(hit.caseId);
    else if (found !== undefined && hit === undefined) setTrouble(returnResults.notHere(code));
  }

  /** With a case in front a card says who takes the result; without one it says whose case to look for. */
  async function readCard(scan: string) {
    if (chosenView === undefined || receiver === undefined) return search(idOfScan(scan));
    try {
      const { idNumber, fullName } = await deskClient.citizenCard.read({ scan });
      const next = receiverOfCard({ idNumber, fullName: fullName ?? '' }, receiver, chosenView.state);
      setReceivers({ ...receivers, [chosenView.state.caseId]: next });
      setNote(next.as === 'proxy' ? returnResults.cardOther : null);
      setTrouble(null);
    } catch (failure) {
      setTrouble(sentenceOf(failure));
    }
  }

  const onShape: Record<Scan['shape'], (scan: string) => void> = {
    code: (scan) => void chooseByCode(scan),
    card: (scan) => void readCard(scan),
    'id-number': search,
  };
  useScanner({
    onScan: (scan) => onShape[scan.shape](scan.text),
    onInputMethod: () => setTrouble(reception.inputMethodOn),
  });

  useEffect(() => {
    if (shown) focusBox();
  }, [shown]);
  const inFront = chosenView?.state.caseId;
  const lastInFront = useRef(inFront);
  useEffect(() => {
    // Only when another case has come in front, not at each new answer about it, nor on return to the screen.
    if (!shown || inFront === lastInFront.current) return;
    lastInFront.current = inFront;
    if (inFront !== undefined) document.getElementById(receiverFieldId('fullName'))?.focus();
  }, [shown, inFront]);

  useShortcuts([
    { keys: 'F6', label: returnResults.focus, run: focusBox },
    { keys: 'Escape', label: returnResults.focus, run: focusBox },
    { keys: 'ArrowDown', label: returnResults.move, run: () => undefined, told: true },
    { keys: 'Enter', label: returnResults.choose, run: () => undefined, told: true },
  ]);

  async function chooseCurrent() {
    const list = await answer();
    const candidate = list[Math.min(row, list.length - 1)];
    if (candidate !== undefined) choose(candidate.caseId);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (isComposing(event.nativeEvent) || event.ctrlKey || event.altKey) return;
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setRow(Math.max(0, Math.min(candidates.length - 1, current + step)));
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      void chooseCurrent();
    }
  }

  function onReturned(done: Returned) {
    setReturned(done);
    setChosen(null);
    const { [done.caseId]: _done, ...others } = receivers;
    setReceivers(others);
    search('');
    setNote(null);
    focusBox();
  }

  return (
    <Grid
      height="100%"
      gap={3}
      columns={`minmax(0, ${rem(420)}) minmax(0, 1fr)`}
      rows="minmax(0, 1fr)"
      css={{
        '@container screen (max-width: 50rem)': {
          gridTemplateColumns: 'minmax(0, 1fr)',
          gridTemplateRows: 'none',
          overflow: 'auto',
        },
      }}
    >
      <Panel title={returnResults.title} gap={2} scroll={false}>
        <Field
          label={returnResults.box}
          hint={returnResults.boxHint}
          ref={box}
          value={typed}
          onChange={(event) => search(event.target.value)}
          onKeyDown={onKeyDown}
          sx={{ fontSize: rem(18), flexShrink: 0 }}
          inputProps={{
            role: 'combobox',
            'aria-autocomplete': 'list',
            'aria-expanded': candidates.length > 0,
            'aria-controls': listId,
            'aria-activedescendant': candidates.length > 0 ? `${listId}-${current}` : undefined,
            maxLength: 200,
          }}
        />
        <StatusLine tone={trouble === null ? 'plain' : 'late'}>
          {trouble ?? (text === '' ? returnResults.waiting : settled ? returnResults.found(candidates.length) : '')}
        </StatusLine>
        {candidates.length > 0 ? (
          <ReturnList
            id={listId}
            candidates={candidates}
            current={current}
            chosen={chosen}
            onCurrent={setRow}
            onChoose={choose}
          />
        ) : (
          settled && <NoCandidates text={text} />
        )}
      </Panel>
      <Column gap={3} minHeight={0}>
        {returned !== null && <ReturnedBox returned={returned} />}
        {chosen !== null && <FaultNote error={error} />}
        {chosenView !== undefined && receiver !== undefined ? (
          <ReturnSheet
            key={chosenView.state.caseId}
            view={chosenView}
            receiver={receiver}
            note={note}
            onReceiver={(next) => setReceivers({ ...receivers, [chosenView.state.caseId]: next })}
            onReturned={onReturned}
          />
        ) : (
          chosen === null && <ReturnHelp />
        )}
      </Column>
    </Grid>
  );
}
