import type { ReceivedAction } from '../../../../domain/entries/case.ts';
import { type KitState, foldKit, sheetState } from '../../../../domain/counter/kit/kit.ts';
import { dayNumber } from '../../../file/rows/codecs.ts';
import type { Db } from '../../../file/db.ts';
import { prepared, preparedValue } from '../../../file/rows/prepared.ts';
import { entryBodies } from '../../../journal/bodies.ts';
import { hasOtherDesks } from '../../../journal/order.ts';
import { kindCode } from '../../../journal/subject.ts';
import { kitEvents, sheetCode } from '../../../counter/kit/kit.ts';

type Row = { day: number; serial: number; state: number; case_id: number | null };
type Use = { case_id: number; serial: number };

/**
 * What is wrong with kits: a list of sheets that is not the fold of its entries and cases, a number set aside that an ordinary
 * reception was given. Noted: sheets that nobody has entered or voided yet.
 */
export function kitFindings(db: Db): { looked: number; found: string[]; notes: string[] } {
  const kits = preparedValue(
    db,
    'SELECT subject_id FROM subject WHERE kind = ? AND subject_id NOT IN (SELECT subject_id FROM set_aside) ORDER BY subject_id',
  ).all(kindCode('kit')) as number[];
  const rows = prepared(db, 'SELECT day, serial, state, case_id FROM kit_number WHERE kit_id = ? ORDER BY serial');
  // Receptions are many: they are read through only where there is a kit.
  const uses = kits.length === 0 ? new Map<number, Use[]>() : usesByKit(db);
  const found: string[] = [];
  const notes: string[] = [];
  let looked = 0;
  for (const id of kits) {
    const events = kitEvents(db, id);
    // Of what another desk told of a kit without its numbers there is nothing to compare.
    if (events[0]?.event.type !== 'kit-set-aside') continue;
    const kit = foldKit(events);
    const kept = rows.all(id) as Row[];
    looked += kept.length;
    const day = dayNumber(kit.day);
    if (JSON.stringify(kept) !== JSON.stringify(foldedRows(kit, day, uses.get(id) ?? [])))
      found.push(`the sheets of ${day} from ${kit.serials[0] ?? 0} are not the fold of their entries and cases`);
    const open = kept.filter(({ state }) => state === sheetCode.open).map(({ serial }) => serial);
    if (open.length > 0) notes.push(`${day}: ${runs(open)} set aside on paper, neither entered nor void`);
  }
  return { looked, found: [...found, ...unmatchedNumbers(db)], notes };
}

function foldedRows(kit: KitState, day: number, uses: readonly Use[]): Row[] {
  // Of two cases from one sheet the sheet names the one that is called less.
  const caseOf = new Map(uses.toReversed().map(({ serial, case_id }) => [serial, case_id]));
  return kit.serials
    .toSorted((a, b) => a - b)
    .map((serial) => ({
      day,
      serial,
      state: sheetCode[sheetState(caseOf.has(serial), kit.voids.has(serial))],
      case_id: caseOf.get(serial) ?? null,
    }));
}

/** The receptions that name a kit, by the kit's row. */
function usesByKit(db: Db): Map<number, Use[]> {
  const rows = prepared(
    db,
    `SELECT kit.subject_id AS kit, journal.subject_id AS case_id, at, body FROM journal
      JOIN subject AS kit ON kit.kind = ${kindCode('kit')} AND kit.name = unhex(replace(body ->> '$.fromKit.kitId', '-', ''))
      JOIN subject AS kase ON kase.subject_id = journal.subject_id
      WHERE type = 'received' AND body ->> '$.fromKit.kitId' IS NOT NULL ORDER BY kase.name`,
  ).all() as { kit: number; case_id: number; at: number; body: string }[];
  const bodies = entryBodies(db);
  const uses = new Map<number, Use[]>();
  for (const { kit, case_id, at, body } of rows) {
    const serial = serialIn(() => bodies.read('received', body, at) as ReceivedAction);
    if (serial === undefined) continue;
    uses.set(kit, [...(uses.get(kit) ?? []), { case_id, serial }]);
  }
  return uses;
}

/** Undefined where another desk told it in no shape that anybody reads: then it used no sheet. */
function serialIn(read: () => ReceivedAction): number | undefined {
  try {
    return read().serial;
  } catch {
    return undefined;
  }
}

/** A number that is on paper and on a case that was not entered from that paper. Of several desks that is told as a number given twice. */
function unmatchedNumbers(db: Db): string[] {
  if (hasOtherDesks(db)) return [];
  const rows = prepared(
    db,
    `SELECT day, serial FROM number_use JOIN kit_number USING (day, serial)
      WHERE kit_number.case_id IS NOT number_use.case_id LIMIT 20`,
  ).all() as { day: number; serial: number }[];
  return rows.map(({ day, serial }) => `number ${serial} of ${day} is on paper and on another case`);
}

/** [3, 4, 5, 9] as `3–5, 9`. */
function runs(serials: readonly number[]): string {
  const found: [number, number][] = [];
  for (const serial of serials) {
    const open = found.at(-1);
    if (open !== undefined && open[1] === serial - 1) open[1] = serial;
    else found.push([serial, serial]);
  }
  return found.map(([first, last]) => (first === last ? String(first) : `${first}–${last}`)).join(', ');
}
