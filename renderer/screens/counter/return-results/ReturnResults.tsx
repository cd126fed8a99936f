import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useContext, useEffect, useRef, useState } from 'react';
import type { CaseView } from '../../../../electron/contract/counter/case/case.ts';
import type { WorkList } from '../../../../electron/contract/counter/work/work.ts';
import { askedEveryMs, desk, deskClient } from '../../../desk/client.ts';
import { useFaultSentence } from '../../../desk/fault.ts';
import { rem } from '../../../look/theme.ts';
import { Columns } from '../../../parts/layout/Columns.tsx';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { OutcomeLine } from '../../../parts/controls/OutcomeLine.tsx';
import { focusById } from '../../../parts/keys/focus.ts';
import { ActiveContext, useShortcuts } from '../../../parts/keys/shortcuts.ts';
import { Panel } from '../../../parts/layout/Panel.tsx';
import { Block, Column } from '../../../parts/layout/primitives.ts';
import { EmptyState } from '../../../parts/list/EmptyState.tsx';
import { TeachList } from '../../../parts/list/TeachList.tsx';
import { useTexts } from '../../../text/texts.ts';
import { CaseSearchBox } from '../find/CaseSearchBox.tsx';
import { type HowChosen, useCaseSearch } from '../find/useCaseSearch.ts';
import { receiverFieldId } from './ReceiverForm.tsx';
import { type Candidate, ReturnList } from './ReturnList.tsx';
import { ReturnSheet } from './ReturnSheet.tsx';
import { type Returned, ReturnedBox } from './ReturnedBox.tsx';
import { type Receiver, receiverOfCard, startingReceiver } from './receiver.ts';
import { returnableFirst } from './returnable.ts';

const listId = 'return-candidates';

/** Hands results out: scan the receipt, see what goes back, say to whom, one key. Whatever is typed stays until it is recorded. */
export function ReturnResults() {
  const { returnResults } = useTexts();
  const sentenceOf = useFaultSentence();
  const shown = useContext(ActiveContext);
  const [chosen, setChosen] = useState<string | null>(null);
  const { receiverOf, setByReceipt, keepReceiver, forgetReceiver } = useReceivers();
  const [note, setNote] = useState<string | null>(null);
  const [returned, setReturned] = useState<Returned | null>(null);
  const { data: view, error } = useQuery({
    ...desk.case.get.queryOptions({ input: { caseId: chosen ?? '' } }),
    enabled: chosen !== null,
    placeholderData: keepPreviousData,
  });
  const chosenView = view !== undefined && view.state.caseId === chosen ? view : undefined;
  const receiver = chosenView === undefined ? undefined : receiverOf(chosenView.state);

  function choose(caseId: string, how: HowChosen) {
    setChosen(caseId);
    setByReceipt(how === 'scanned' ? caseId : null);
    setReturned(null);
    setNote(null);
  }

  /** With a case in front a card says who takes the result; without one it says whose case to look for. */
  async function readCard(scan: string, { state }: CaseView, before: Receiver) {
    try {
      const { idNumber, fullName } = await deskClient.citizenCard.read({ scan });
      const next = receiverOfCard({ idNumber, fullName: fullName ?? '' }, before, state);
      keepReceiver(state.caseId, next);
      setNote(next.as === 'proxy' ? returnResults.cardOther : null);
      search.setNote(null);
    } catch (failure) {
      search.setNote(sentenceOf(failure));
    }
  }

  const waiting = useWaiting(shown);
  const search = useCaseSearch<Candidate>({
    limit: 30,
    page: 8,
    noneAtFirst: true,
    rowsOf: returnableFirst,
    waiting,
    onChoose: choose,
    onCard:
      chosenView === undefined || receiver === undefined
        ? undefined
        : (scan) => void readCard(scan, chosenView, receiver),
    notHere: returnResults.notHere,
  });
  const { text, rows: candidates, settled, current } = search;
  useFocusInFront(shown, search.focus, chosenView?.state.caseId);

  useShortcuts([
    { keys: 'F6', label: returnResults.focus, run: search.focus },
    { keys: 'Escape', label: returnResults.focus, run: search.focus },
    { keys: 'ArrowDown', label: returnResults.move, run: () => undefined, helpOnly: true },
    { keys: 'Enter', label: returnResults.choose, run: () => undefined, helpOnly: true },
  ]);

  function onReturned(done: Returned) {
    setReturned(done);
    setChosen(null);
    forgetReceiver(done.given[0].caseId);
    search.search('');
    setNote(null);
    search.focus();
  }

  return (
    <Columns whole columns={`minmax(0, ${rem(420)}) minmax(0, 1fr)`} narrowAt="returning" narrow="stacked">
      <Panel title={returnResults.title} gap={2} scroll={false}>
        <CaseSearchBox
          search={search}
          label={returnResults.box}
          hint={returnResults.boxHint}
          listId={listId}
          size="title"
        />
        <OutcomeLine tone={search.note === null ? 'plain' : 'late'}>
          {search.note ?? (text === '' ? returnResults.waiting : settled ? returnResults.found(candidates.length) : '')}
        </OutcomeLine>
        {candidates.length > 0 ? (
          <ReturnList id={listId} candidates={candidates} current={current} chosen={chosen} onChoose={choose} />
        ) : (
          settled && <NoCandidates text={text} />
        )}
      </Panel>
      <Column gap={3} minHeight={0}>
        {returned !== null && <ReturnedBox key={returned.given[0].caseId} returned={returned} />}
        {chosen !== null && <FaultNote error={error} />}
        {chosenView !== undefined && receiver !== undefined ? (
          <ReturnSheet
            key={chosenView.state.caseId}
            view={chosenView}
            receiver={receiver}
            note={note}
            onReceiver={(next) => keepReceiver(chosenView.state.caseId, next)}
            onReturned={onReturned}
          />
        ) : (
          chosen === null && <ReturnHelp />
        )}
      </Column>
    </Columns>
  );
}

/** Who takes each result, as typed: by case, so that looking at another case forgets nothing. */
function useReceivers() {
  const [receivers, setReceivers] = useState<Readonly<Record<string, Receiver>>>({});
  /** The case whose receipt was scanned: its bearer has shown it. */
  const [byReceipt, setByReceipt] = useState<string | null>(null);

  function receiverOf(state: CaseView['state']): Receiver {
    const typed = receivers[state.caseId] ?? startingReceiver(state);
    return state.caseId === byReceipt ? { ...typed, shown: typed.shown ?? 'receipt' } : typed;
  }

  function keepReceiver(caseId: string, receiver: Receiver): void {
    setReceivers({ ...receivers, [caseId]: receiver });
  }

  function forgetReceiver(caseId: string): void {
    const { [caseId]: _done, ...others } = receivers;
    setReceivers(others);
  }

  return { receiverOf, setByReceipt, keepReceiver, forgetReceiver };
}

/** The cursor goes to the box of the search when the screen comes, and to who takes the result when a case comes in front. */
function useFocusInFront(shown: boolean, focusSearch: () => void, inFront: string | undefined): void {
  const latest = useRef(focusSearch);
  useEffect(() => {
    latest.current = focusSearch;
  });
  useEffect(() => {
    if (shown) latest.current();
  }, [shown]);
  const lastInFront = useRef(inFront);
  useEffect(() => {
    // Only when another case has come in front, not at each new answer about it, nor on return to the screen.
    if (!shown || inFront === lastInFront.current) return;
    lastInFront.current = inFront;
    if (inFront !== undefined) focusById(receiverFieldId('fullName'));
  }, [shown, inFront]);
}

/** Before a case is chosen: what can be done here. */
function ReturnHelp() {
  const { returnResults } = useTexts();
  return (
    <Panel grow sx={{ justifyContent: 'center' }}>
      <EmptyState title={returnResults.emptyTitle}>
        <Block marginTop={3}>
          <TeachList rows={returnResults.empty} />
        </Block>
      </EmptyState>
    </Panel>
  );
}

/** An empty list says what would stand there and what to try. */
function NoCandidates({ text }: { readonly text: string }) {
  const { returnResults } = useTexts();
  return text === '' ? (
    <EmptyState title={returnResults.noneTitle}>{returnResults.none}</EmptyState>
  ) : (
    <EmptyState title={returnResults.nothingTitle(text)}>{returnResults.nothing}</EmptyState>
  );
}

function waitingOf(list: WorkList | undefined): readonly Candidate[] | undefined {
  return list === undefined ? undefined : (list.groups.find(({ group }) => group === 'to-return')?.rows ?? []);
}

/** What waits to be fetched, to choose from while nothing is typed. */
function useWaiting(shown: boolean) {
  const waiting = useQuery({
    ...desk.work.list.queryOptions({ input: {}, staleTime: 0, refetchInterval: askedEveryMs }),
    enabled: shown,
  });
  return {
    rows: waitingOf(waiting.data),
    ask: async () => waitingOf((await waiting.refetch()).data) ?? [],
  };
}
