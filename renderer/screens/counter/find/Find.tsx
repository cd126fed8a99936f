import { useCallback, useContext, useEffect, useRef, useState } from 'react';
import type { ReceiptVerdict } from '../../../../electron/contract/safety/proof/receipt.ts';
import { isReceiptText } from '../../../../electron/domain/safety/proof/receipt-text.ts';
import { desk, deskClient } from '../../../desk/client.ts';
import { usePlace } from '../../../desk/places.ts';
import { todayOf, useKnownStatus } from '../../../desk/desk-status.ts';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { OutcomeLine } from '../../../parts/controls/OutcomeLine.tsx';
import { ActiveContext, useShortcuts } from '../../../parts/keys/shortcuts.ts';
import { Panel } from '../../../parts/layout/Panel.tsx';
import { Block, Row, Text } from '../../../parts/layout/primitives.ts';
import { useTexts } from '../../../text/texts.ts';
import { useCaseAhead } from '../case/case-ahead.ts';
import { ReceiptNote } from '../case-fields/ReceiptNote.tsx';
import { CaseSearchBox } from './CaseSearchBox.tsx';
import { HitList } from './HitList.tsx';
import { idOfScan, useCaseSearch } from './useCaseSearch.ts';
import { SavedFilters } from '../../../parts/list/SavedFilters.tsx';
import { EmptyState } from '../../../parts/list/EmptyState.tsx';
import { TeachList } from '../../../parts/list/TeachList.tsx';
import Button from '@mui/material/Button';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { KeyCap } from '../../../parts/keys/KeyCap.tsx';

const limit = 30;
const listId = 'find-hits';
/** Of these the case is opened: the register made the receipt, whether it is in force or not. */
const madeHere: ReadonlySet<ReceiptVerdict> = new Set(['genuine', 'superseded', 'void', 'entered-again']);

/** One box over every case of this desk. `text` comes with a receipt that was scanned elsewhere: its case opens at once. */
export function Find({ text: given, square: scanned }: { readonly text?: string; readonly square?: string }) {
  const { find, person } = useTexts();
  const { go } = usePlace();
  const today = useKnownStatus(todayOf);
  const shown = useContext(ActiveContext);
  const open = useCallback((caseId: string) => go({ screen: 'case', caseId }), [go]);
  const [square, setSquare] = useState<{ readonly digits: string; readonly code: string } | null>(null);
  /** The card that was scanned last: it tells the old number too. */
  const [card, setCard] = useState('');
  const search = useCaseSearch({
    limit,
    page: 10,
    rowsOf: (hits) => hits,
    onChoose: open,
    onSquare: (digits, code) => void openByReceipt(digits, code),
    onCard: (scan) => {
      setCard(scan);
      latest.current.search(idOfScan(scan));
    },
    notHere: find.notHere,
  });
  const { text, rows: hits, note, settled, current } = search;
  // It is of what stands in the box, and goes with it.
  const shownSquare = isReceiptText(text) ? text : square?.code === text ? square.digits : null;

  /** A receipt that the register made opens its case, which says whether it is in force; of any other is said here why not. */
  async function openByReceipt(digits: string, code: string): Promise<void> {
    setSquare({ digits, code });
    const found = await deskClient.receipt.check({ text: digits }).catch(() => undefined);
    const isOurs = found !== undefined && madeHere.has(found.verdict);
    if (isOurs && found.caseId !== null) go({ screen: 'case', caseId: found.caseId, square: digits });
    else search.search(code);
  }

  /** Of a whole number its bearer, whoever of a case that is; else who filed the case in front. */
  function openPerson(): void {
    const hit = hits[current];
    const former = formerOf(card, text);
    if (wholeNumber.test(text))
      go({ screen: 'person', whom: { idNumber: text, ...(former === undefined ? {} : { formerNumber: former }) } });
    else if (hit !== undefined) go({ screen: 'person', whom: { caseId: hit.caseId, of: 'applicant' } });
  }

  useCaseAhead(hits[current]?.caseId);

  const latest = useRef(search);
  const receiptOpener = useRef(openByReceipt);
  useEffect(() => {
    latest.current = search;
    receiptOpener.current = openByReceipt;
  });
  useEffect(() => {
    if (shown) latest.current.focus();
  }, [shown]);
  useEffect(() => {
    if (!shown || given === undefined) return;
    if (scanned === undefined) void latest.current.chooseByCode(given);
    else void receiptOpener.current(scanned, given);
  }, [shown, given, scanned]);

  useShortcuts([
    { keys: 'F3', label: find.focus, run: search.focus },
    { keys: 'Ctrl+F', label: find.focus, run: search.focus },
    {
      keys: 'Ctrl+I',
      label: person.open,
      run: openPerson,
      disabled: hits.length === 0 && wholeNumber.exec(text) === null,
    },
    { keys: 'ArrowDown', label: find.move, run: () => undefined, helpOnly: true },
    { keys: 'Enter', label: find.open, run: () => undefined, helpOnly: true },
  ]);

  return (
    <Panel title={find.title} full scroll={false}>
      <Block maxWidth={720} shrink={false} marginBottom={2}>
        <CaseSearchBox search={search} label={find.box} hint={find.boxHint} listId={listId} size="title" />
      </Block>
      <SavedFilters
        screen="find"
        named={text === '' ? null : (name) => ({ screen: 'find', name, text })}
        onCall={(saved) => {
          if (saved.screen !== 'find') return;
          search.search(saved.text);
          search.focus();
        }}
      />
      <OutcomeLine tone={note === null ? 'plain' : 'late'}>
        {note ?? (settled ? (hits.length === limit ? find.atLimit(limit) : find.results(hits.length)) : '')}
      </OutcomeLine>
      {hits.length > 0 && (
        <Text size="small" tone="secondary" shrink={false}>
          <KeyCap keys="Ctrl+I" /> {person.open}
        </Text>
      )}
      {shownSquare !== null && <ReceiptNote square={shownSquare} />}
      <WaitingHits text={text} />
      <FaultNote error={search.error} />
      {hits.length > 0 && (
        <HitList id={listId} hits={hits} current={current} today={today} onCurrent={search.onCurrent} onOpen={open} />
      )}
      {hits.length === 0 && (text === '' || settled) && <FindHelp text={text} />}
    </Panel>
  );
}

const wholeNumber = /^\d{12}$/;

/** The old number that the scanned card tells, while its number is what is looked for. */
function formerOf(card: string, text: string): string | undefined {
  return idOfScan(card) === text ? /^\d{12}\|(\d{9})\|/.exec(card.trim())?.[1] : undefined;
}

/** An empty list teaches what can be typed. The examples are words to read, and their meaning stands beside them. */
function FindHelp({ text }: { readonly text: string }) {
  const { find } = useTexts();
  return (
    <EmptyState title={text === '' ? find.teachTitle : find.nothingTitle(text)}>
      {text !== '' && <Block marginBottom={4}>{find.nothing}</Block>}
      <TeachList rows={find.teach} />
    </EmptyState>
  );
}

/** Files that wait to be received and fit what is typed: they are no cases yet, so they stand apart. */
function WaitingHits({ text }: { readonly text: string }) {
  const { intake } = useTexts();
  const { go } = usePlace();
  const found = useQuery({
    ...desk.intake.list.queryOptions({ input: { text, limit: 3 } }),
    enabled: text !== '',
    placeholderData: keepPreviousData,
  });
  const rows = text === '' ? [] : (found.data?.rows ?? []);
  const [first] = rows;
  useShortcuts([
    {
      keys: 'Alt+O',
      label: intake.open,
      run: () => go({ screen: 'intake', ...(first === undefined ? {} : { intakeId: first.intakeId }) }),
    },
  ]);
  if (first === undefined) return null;
  return (
    <Row as="section" gap={2} align="center" wrap size="note" shrink={false} aria-label={intake.findHits}>
      <Text tone="secondary">{intake.findHits}:</Text>
      {rows.map(({ intakeId, applicantName, code }) => (
        <Button key={intakeId} size="small" onClick={() => go({ screen: 'intake', intakeId })}>
          {[applicantName || intake.unnamed, code].filter((part) => part !== '').join(' · ')}
          {intakeId === first.intakeId && <KeyCap keys="Alt+O" />}
        </Button>
      ))}
    </Row>
  );
}
