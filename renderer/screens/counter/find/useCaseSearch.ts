import { isSameCode } from '../../../../electron/domain/base/numbering.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { CaseHit } from '../../../../electron/contract/counter/case/case.ts';
import { desk, deskClient } from '../../../desk/client.ts';
import type { Scan } from '../../../scanner/scan-listeners.ts';
import { useScanner } from '../../../scanner/useScanner.ts';
import { useTexts } from '../../../text/texts.ts';
import { noRow, useListCursor } from '../../../parts/list/cursor.ts';

/** What to search for when a whole card is scanned: its number, the first field. */
export function idOfScan(text: string): string {
  return /^\d{12}/.exec(text.trim())?.[0] ?? text.trim().slice(0, 200);
}

/** What stands in the list while nothing is typed. */
type Waiting<Row> = { readonly rows: readonly Row[] | undefined; readonly ask: () => Promise<readonly Row[]> };

/** Whether the case was chosen by its own receipt under the scanner, or by hand. */
export type HowChosen = 'scanned' | 'picked';

type CaseSearchOptions<Row> = {
  /** So many hits at most. */
  readonly limit: number;
  readonly page?: number;
  /** Nothing stands chosen until an arrow or a scan chooses it; Enter takes what was typed only where it names one case. */
  readonly noneAtFirst?: boolean;
  readonly rowsOf: (hits: readonly CaseHit[]) => readonly Row[];
  readonly waiting?: Waiting<Row>;
  readonly onChoose: (caseId: string, how: HowChosen) => void;
  /** What a scanned card does; it says whose case to look for when nothing is said here. */
  readonly onCard?: ((text: string) => void) | undefined;
  /** What the signed square of a receipt does; it chooses its case like any code when nothing is said here. */
  readonly onSquare?: ((square: string, code: string) => void) | undefined;
  /** What is said of a code that no case of this desk has. */
  readonly notHere: (code: string) => string;
};

/**
 * The search for a case, the same at every counter: what is typed is looked for, a receipt under the scanner chooses its case at once,
 * arrows move among what was found and Enter takes it. `CaseSearchBox` shows it.
 */
export function useCaseSearch<Row extends { readonly caseId: string }>(options: CaseSearchOptions<Row>) {
  const { limit, page, noneAtFirst = false, rowsOf, waiting, onChoose, onCard, onSquare, notHere } = options;
  const { reception } = useTexts();
  const box = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [note, setNote] = useState<string | null>(null);
  const text = typed.trim();
  // The answer to an older text is never shown for a newer one as settled: react-query keys each answer by its text.
  const found = useQuery({
    ...desk.case.search.queryOptions({ input: { text, limit }, gcTime: 30_000 }),
    enabled: text !== '',
    placeholderData: keepPreviousData,
  });
  const answered = text !== '' && found.data !== undefined && !found.isPlaceholderData;
  const settled = text === '' ? waiting?.rows !== undefined : answered;
  const rows = text === '' ? (waiting?.rows ?? []) : rowsOf(found.data?.hits ?? []);
  const cursor = useListCursor(rows.length, {
    ...(page === undefined ? {} : { page }),
    noneAtFirst,
    acts: { Enter: () => void chooseCurrent() },
  });

  function search(wanted: string): void {
    setTyped(wanted);
    cursor.reset();
    setNote(null);
  }

  /** A receipt names one case; a text that names none or several is shown as a search. */
  async function chooseByCode(code: string): Promise<void> {
    search(code);
    const answer = await deskClient.case.search({ text: code, limit: 2 }).catch(() => undefined);
    const [hit, second] = answer?.hits ?? [];
    if (hit !== undefined && (second === undefined || isSameCode(hit.number, code))) onChoose(hit.caseId, 'scanned');
    else if (answer !== undefined && hit === undefined) setNote(notHere(code));
  }

  /** The answer to what is typed now, waited for if it is still under way. */
  async function answer(): Promise<readonly Row[]> {
    if (text === '') return waiting === undefined ? [] : (waiting.rows ?? waiting.ask());
    const { data } = answered ? found : await found.refetch();
    return rowsOf(data?.hits ?? []);
  }

  async function chooseCurrent(): Promise<void> {
    const list = await answer();
    const named = text !== '' && list.length === 1 ? 0 : noRow;
    const row = list[cursor.row === noRow ? named : Math.min(cursor.row, list.length - 1)];
    if (row !== undefined) onChoose(row.caseId, 'picked');
  }

  const onShape: Readonly<Record<Scan['shape'], (scan: Scan) => void>> = {
    code: ({ text: code, square }) =>
      square !== undefined && onSquare !== undefined ? onSquare(square, code) : void chooseByCode(code),
    card: ({ text: scan }) => (onCard === undefined ? search(idOfScan(scan)) : onCard(scan)),
    'id-number': ({ text: scan }) => search(idOfScan(scan)),
  };
  useScanner({
    onScan: (scan) => onShape[scan.shape](scan),
    onInputMethod: () => setNote(reception.inputMethodOn),
  });

  function focus(): void {
    box.current?.focus();
    box.current?.select();
  }

  return {
    box,
    typed,
    text,
    rows,
    settled,
    /** Why a scan found nothing. */
    note,
    setNote,
    error: found.error,
    current: cursor.current,
    onCurrent: cursor.setRow,
    onKeyDown: cursor.onKeyDown,
    search,
    chooseByCode,
    focus,
  };
}
