import { type Fault, fault, isFault } from '../../../contract/base/fault.ts';
import type { FromKit } from '../../../contract/counter/kit/kit.ts';
import type { CaseNumber } from '../../../contract/base/values.ts';
import { civilOfInstant, timeDateText } from '../../../domain/base/civil-time.ts';
import { seriesName } from '../../../domain/safety/backup/series.ts';
import {
  type PrintedNumber,
  localNumber,
  officialCode,
  ownIdentifier,
  parseCaseNumber,
  printedNumber,
} from '../../../domain/base/numbering.ts';
import { squareFault } from '../../../domain/counter/kit/back-entry.ts';
import { kitOfDocument, sheetNumber } from '../../../domain/counter/kit/kit.ts';
import { getCaseFile } from '../../../store/counter/case/case.ts';
import type { Db } from '../../../store/file/db.ts';
import { type KeptRestore, keptRestores } from '../../../store/common/office/spent.ts';
import { findCaseOfSerial } from '../../../store/counter/case/numbers.ts';
import { findKit, findSheet, sheetsOfKit } from '../../../store/counter/kit/kit.ts';
import type { DeskContext } from '../../core/context.ts';

/** A paper that may be entered now: its number as printed, and when the file was received. */
export type OpenSheet = {
  /** Absent of a receipt whose number a restore passed over. */
  readonly kitId?: string;
  readonly day: string;
  readonly serial: number;
  readonly number: CaseNumber;
  readonly acceptedAt: string;
};

type SheetFault = Fault<'kit-number-unknown' | 'kit-number-used' | 'kit-number-void' | 'kit-time' | 'kit-square'>;

/** The paper with a number of this desk that a citizen holds and no case bears yet, or why it cannot be entered. */
export function findOpenSheet(desk: DeskContext, db: Db, from: FromKit): OpenSheet | SheetFault {
  const parsed = parseCaseNumber(from.number);
  if (parsed === undefined) return fault('kit-number-unknown', { number: from.number });
  return findSheetOfKit(db, parsed, from, desk.nowCivil()) ?? findPassedOver(desk, db, parsed, from);
}

/** A sheet of this desk's kits; undefined where none bears that number. `now` is civil time. */
function findSheetOfKit(
  db: Db,
  parsed: PrintedNumber,
  { number: typed, acceptedAt }: FromKit,
  now: string,
): OpenSheet | SheetFault | undefined {
  const sheet = findSheet(db, parsed.date, parsed.serial);
  const kit = sheet && findKit(db, sheet.kitId);
  if (sheet === undefined || kit === undefined) return undefined;
  const number = sheetNumber(kit, sheet.serial);
  const printed = printedNumber(number);
  // The same serial under another office's or desk's name is another number.
  if (![number.local, number.official].some((text) => text !== null && parseCaseNumber(text)?.prefix === parsed.prefix))
    return fault('kit-number-unknown', { number: typed });
  if (sheet.state === 'used') return usedFault(db, sheet.caseId ?? '', printed);
  if (sheet.state === 'void')
    return fault('kit-number-void', { number: printed, reason: kit.voids.get(sheet.serial) ?? '' });
  const received = receivedSince(kit.setAsideAt, acceptedAt, now);
  if (isFault(received)) return received;
  return { kitId: sheet.kitId, day: kit.day, serial: sheet.serial, number, acceptedAt: received };
}

/**
 * A receipt of this desk that was given after the backup from which the register came back, or that nobody's witness speaks for: its number is
 * passed over and never given again, so the case takes it, and what was promised with it holds (NĐ 118/2025 Điều 17 k3).
 */
function findPassedOver(
  desk: DeskContext,
  db: Db,
  { kind, prefix, date: day, serial }: PrintedNumber,
  from: FromKit,
): OpenSheet | SheetFault {
  const { number: typed, acceptedAt } = from;
  const since = restoresPassingOver(desk, db, { kind, prefix, date: day, serial })
    .map(({ madeAt }) => madeAt)
    .toSorted()[0];
  if (since === undefined) return fault('kit-number-unknown', { number: typed });
  const { code } = desk.getOffice().desk;
  const official = kind === 'official' ? officialCode(prefix, day, serial) : null;
  const number = { local: localNumber(code, day, serial), official };
  const standing = findCaseOfSerial(db, day, serial);
  if (standing !== undefined) return usedFault(db, standing, printedNumber(number));
  const received = receivedSince(since, acceptedAt, desk.nowCivil());
  if (isFault(received)) return received;
  return squareFault(from) ?? { day, serial, number, acceptedAt: received };
}

/** The restores that passed over a number of this desk: it may have been given after their backups were made. Empty for any other number. */
export function restoresPassingOver(
  desk: DeskContext,
  db: Db,
  { kind, prefix, date, serial }: PrintedNumber,
): readonly KeptRestore[] {
  const office = desk.getOffice();
  const { code, blocks } = office.desk;
  const isOwn =
    prefix === (kind === 'local' ? code : ownIdentifier(office)) &&
    blocks.some(({ first, last }) => serial >= first && serial <= last);
  if (!isOwn) return [];
  const series = seriesName.case(date);
  return keptRestores(db).filter(({ spent }) =>
    spent.some((run) => run.series === series && serial >= run.first && serial <= run.last),
  );
}

/** When it was received, as the paper says. By hand one writes minutes: the minute from which on it may have been is not before it. */
function receivedSince(from: string, acceptedAt: string, now: string): string | Fault<'kit-time'> {
  const received = civilOfInstant(acceptedAt);
  if (received.slice(0, 16) >= from.slice(0, 16) && received <= now) return received;
  return fault('kit-time', {
    acceptedAt: timeDateText(received),
    from: timeDateText(from),
    to: timeDateText(now),
  });
}

function usedFault(db: Db, caseId: string, number: string): Fault<'kit-number-used'> {
  const { state } = getCaseFile(db, caseId);
  const caseNumber = printedNumber(state.number);
  const enteredAt = timeDateText(state.enteredLater?.at ?? state.acceptedAt);
  return fault('kit-number-used', { number, caseId, caseNumber, enteredAt });
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
