import { type Fault, fault } from '../../contract/base/fault.ts';
import type { FromKit } from '../../contract/kit/kit.ts';
import type { CaseNumber } from '../../contract/base/values.ts';
import { civilOfInstant, timeDateText } from '../../domain/base/civil-time.ts';
import { parseCaseNumber, printedNumber } from '../../domain/base/numbering.ts';
import { kitOfDocument, sheetNumber } from '../../domain/kit/kit.ts';
import { getCaseFile } from '../../store/case/case.ts';
import type { Db } from '../../store/file/db.ts';
import { type SheetRow, findKit, findSheet, sheetsOfKit } from '../../store/kit/kit.ts';
import type { DeskContext } from '../core/context.ts';

/** A sheet that may be entered now: its number as printed, and when the file was received. */
export type OpenSheet = {
  readonly kitId: string;
  readonly day: string;
  readonly serial: number;
  readonly number: CaseNumber;
  readonly acceptedAt: string;
};

type SheetFault = Fault<'kit-number-unknown' | 'kit-number-used' | 'kit-number-void' | 'kit-time'>;

/** The sheet of this desk's kits that a citizen holds, or why it cannot be entered. `now` is civil time. */
export function findOpenSheet(db: Db, { number: typed, acceptedAt }: FromKit, now: string): OpenSheet | SheetFault {
  const parsed = parseCaseNumber(typed);
  const sheet = parsed && findSheet(db, parsed.date, parsed.serial);
  const kit = sheet && findKit(db, sheet.kitId);
  if (parsed === undefined || sheet === undefined || kit === undefined)
    return fault('kit-number-unknown', { number: typed });
  const number = sheetNumber(kit, sheet.serial);
  const printed = printedNumber(number);
  // The same serial under another office's or desk's name is another number.
  if (![number.local, number.official].some((text) => text !== null && parseCaseNumber(text)?.prefix === parsed.prefix))
    return fault('kit-number-unknown', { number: typed });
  if (sheet.state === 'used') return usedFault(db, sheet, printed);
  if (sheet.state === 'void')
    return fault('kit-number-void', { number: printed, reason: kit.voids.get(sheet.serial) ?? '' });
  const received = civilOfInstant(acceptedAt);
  // By hand one writes minutes: the minute of the print is not before it.
  if (received.slice(0, 16) < kit.setAsideAt.slice(0, 16) || received > now)
    return fault('kit-time', {
      acceptedAt: timeDateText(received),
      from: timeDateText(kit.setAsideAt),
      to: timeDateText(now),
    });
  return { kitId: sheet.kitId, day: kit.day, serial: sheet.serial, number, acceptedAt: received };
}

function usedFault(db: Db, { caseId }: SheetRow, number: string): Fault<'kit-number-used'> {
  const { state } = getCaseFile(db, caseId ?? '');
  const caseNumber = printedNumber(state.number);
  const enteredAt = timeDateText(state.enteredLater?.at ?? state.acceptedAt);
  return fault('kit-number-used', { number, caseId: caseId ?? '', caseNumber, enteredAt });
}

/**
 * The sheets that a paper of a kit may still be printed with: what is neither entered nor void. A number that left the desk twice
 * would be two receipts with one number. Undefined for the papers of anything else.
 */
export function openSheets(desk: DeskContext, documentId: string): readonly number[] | undefined {
  const kitId = kitOfDocument(documentId);
  if (kitId === undefined || findKit(desk.store.db, kitId) === undefined) return undefined;
  return sheetsOfKit(desk.store.db, kitId).flatMap(({ serial, state }) => (state === 'open' ? [serial] : []));
}

/** What is wrong with sheets that somebody chose to print again; null where nothing is. */
export function chosenSheetsFault(
  desk: DeskContext,
  documentId: string,
  serials: readonly number[] | undefined,
): Fault<'kit-sheets'> | null {
  const open = openSheets(desk, documentId) ?? [];
  const wrong = (serials ?? []).filter((serial) => !open.includes(serial));
  if (wrong.length === 0) return null;
  const sheets = sheetsOfKit(desk.store.db, kitOfDocument(documentId) ?? '');
  const state = sheets.find(({ serial }) => serial === wrong[0])?.state ?? 'unknown';
  return fault('kit-sheets', { serials: wrong.join(', '), state });
}
