import { type Fault, fault } from '../../contract/fault.ts';
import { kitOfDocument } from '../../domain/kit/kit.ts';
import { findKit, sheetsOfKit } from '../../store/kit/kit.ts';
import type { Room } from '../room.ts';

/**
 * The sheets that a paper of a kit may still be printed with: what is neither entered nor void. A number that left the desk twice
 * would be two receipts with one number. Undefined for the papers of anything else.
 */
export function openSheets(room: Room, documentId: string): readonly number[] | undefined {
  const kitId = kitOfDocument(documentId);
  if (kitId === undefined || findKit(room.store.db, kitId) === undefined) return undefined;
  return sheetsOfKit(room.store.db, kitId).flatMap(({ serial, state }) => (state === 'open' ? [serial] : []));
}

/** What is wrong with sheets that somebody chose to print again; null where nothing is. */
export function chosenSheetsFault(
  room: Room,
  documentId: string,
  serials: readonly number[] | undefined,
): Fault<'kit-sheets'> | null {
  const open = openSheets(room, documentId) ?? [];
  const wrong = (serials ?? []).filter((serial) => !open.includes(serial));
  if (wrong.length === 0) return null;
  const sheets = sheetsOfKit(room.store.db, kitOfDocument(documentId) ?? '');
  const state = sheets.find(({ serial }) => serial === wrong[0])?.state ?? 'unknown';
  return fault('kit-sheets', { serials: wrong.join(', '), state });
}
