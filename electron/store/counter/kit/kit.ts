import type { SheetState } from '../../../contract/counter/kit/kit.ts';
import type { ReceivedAction } from '../../../domain/entries/case.ts';
import type { KitEvent, RecordedKitEvent } from '../../../domain/entries/kit.ts';
import { type KitState, foldKit } from '../../../domain/counter/kit/kit.ts';
import { dateOfNumber, dayNumber, uuidText } from '../../file/rows/codecs.ts';
import type { Db } from '../../file/db.ts';
import { prepared, preparedValue } from '../../file/rows/prepared.ts';
import { entryBodies } from '../../journal/bodies.ts';
import { type RecordedBy, entriesOf } from '../../journal/entries.ts';
import { hasOtherDesks } from '../../journal/order.ts';
import { findSubjectRow } from '../../journal/subject.ts';

export type SheetRow = {
  readonly day: string;
  readonly serial: number;
  readonly kitId: string;
  readonly state: SheetState;
  readonly caseId: string | null;
};

/** A kit as its entries fold; undefined when this desk has none of that id. */
export function findKit(db: Db, kitId: string): KitState | undefined {
  const row = findSubjectRow(db, 'kit', kitId);
  const events = row === undefined ? [] : kitEvents(db, row);
  const isHere = events.some(({ event }) => event.type === 'kit-set-aside');
  return isHere ? foldKit(events) : undefined;
}

type RecordedKit = Omit<RecordedKitEvent, 'event'> & { readonly action: KitEvent };

/** All that is recorded of a kit's row, first to last. */
export function kitEvents(db: Db, row: number): RecordedKitEvent[] {
  return entriesOf<RecordedKit>(db, row).map(({ action: event, ...recorded }) => ({ ...recorded, event }));
}

/** Ids of kits, the latest first; those alone that have an open sheet, or at most the last hundred. */
export function kitIds(db: Db, openOnly: boolean): string[] {
  const where = openOnly ? `WHERE state = ${sheetCode.open}` : '';
  // When its numbers were set aside; by rows while this file's desks are alone, which make them one after the other.
  const newest = hasOtherDesks(db)
    ? '(SELECT max(at) FROM journal WHERE journal.subject_id = subject.subject_id), name'
    : 'subject_id';
  const rows = preparedValue(
    db,
    `SELECT name FROM subject WHERE subject_id IN (SELECT kit_id FROM kit_number ${where})
      ORDER BY ${newest} DESC LIMIT 100`,
  ).all() as Buffer[];
  return rows.map(uuidText);
}

type Row = { day: number; serial: number; kit: Buffer; state: number; kase: Buffer | null };

/** Of two cases from one sheet, where the one that it names got another number, the one that kept the sheet's; NULL for any other sheet. */
const keeps = `SELECT min(other.name) FROM superseded_number AS void
  JOIN number_use AS use ON use.day = void.day AND use.serial = void.serial AND use.case_id <> void.case_id
  JOIN subject AS other ON other.subject_id = use.case_id
  JOIN journal ON journal.subject_id = use.case_id AND type = 'received'
  WHERE void.day = kit_number.day AND void.serial = kit_number.serial AND void.case_id = kit_number.case_id
    AND unhex(replace(body ->> '$.fromKit.kitId', '-', '')) = kit.name
    AND NOT EXISTS (SELECT 1 FROM superseded_number AS gone
      WHERE gone.day = use.day AND gone.serial = use.serial AND gone.case_id = use.case_id)`;

const select = `SELECT day, serial, kit.name AS kit, state, coalesce((${keeps}), kase.name) AS kase FROM kit_number
  JOIN subject AS kit ON kit.subject_id = kit_id LEFT JOIN subject AS kase ON kase.subject_id = case_id`;

export function sheetsOfKit(db: Db, kitId: string): SheetRow[] {
  const sql = `${select} WHERE kit_id = ? ORDER BY day, serial`;
  return (prepared(db, sql).all(findSubjectRow(db, 'kit', kitId) ?? null) as Row[]).map(sheetOf);
}

export function findSheet(db: Db, date: string, serial: number): SheetRow | undefined {
  const row = prepared(db, `${select} WHERE day = ? AND serial = ?`).get(dayNumber(date), serial) as Row | undefined;
  return row && sheetOf(row);
}

/** The serials of a block that are on paper on a day, with what became of each. */
export function sheetsOfDay(
  db: Db,
  date: string,
  block: { readonly first: number; readonly last: number },
): Map<number, SheetState> {
  const sql = 'SELECT serial, state FROM kit_number WHERE day = ? AND serial BETWEEN ? AND ? ORDER BY serial';
  const rows = prepared(db, sql).all(dayNumber(date), block.first, block.last) as { serial: number; state: number }[];
  return new Map(rows.map(({ serial, state }) => [serial, stateOf(state)]));
}

function sheetOf({ day, serial, kit, state, kase }: Row): SheetRow {
  return {
    day: dateOfNumber(day),
    serial,
    kitId: uuidText(kit),
    state: stateOf(state),
    caseId: kase === null ? null : uuidText(kase),
  };
}

function stateOf(code: number): SheetState {
  if (code === sheetCode.used) return 'used';
  return code === sheetCode.void ? 'void' : 'open';
}

export const sheetCode = { open: 1, used: 2, void: 3 } as const satisfies Record<SheetState, number>;

/** The sheets of kits as the journal tells them. Of a number that is set aside already nothing is written. */
export function kitProjection(db: Db): (kitId: number, event: KitEvent, by: RecordedBy) => void {
  const insert = prepared(
    db,
    `INSERT INTO kit_number (day, serial, kit_id, state) VALUES (?, ?, ?, ${sheetCode.open})`,
  );
  const settle = prepared(
    db,
    `UPDATE kit_number SET state = ? WHERE kit_id = ? AND serial = ? AND state <> ${sheetCode.used}`,
  );
  const known = preparedValue(db, 'SELECT 1 FROM kit_number WHERE day = ? AND serial = ?');
  const use = sheetUse(db);

  function setAside(kitId: number, date: string, serial: number, { isNew }: RecordedBy): void {
    const day = dayNumber(date);
    if (isNew === true && known.get(day, serial) !== undefined)
      throw new Error(`number ${serial} of ${date} is set aside already`);
    insert.run(day, serial, kitId);
    // Put together anew, it is told again which cases were entered from it.
    if (isNew !== true)
      for (const caseId of casesFromSheet(db, kitId, day, serial)) use.row(kitId, day, serial, caseId);
  }

  return (kitId, event, by) => {
    switch (event.type) {
      case 'kit-set-aside':
        for (const serial of event.serials) setAside(kitId, event.day, serial, by);
        return undefined;
      case 'sheets-voided':
        for (const serial of event.serials) settle.run(sheetCode.void, kitId, serial);
        return undefined;
      case 'sheets-restored':
        for (const serial of event.serials) settle.run(sheetCode.open, kitId, serial);
        return undefined;
      case 'document-made':
        return undefined;
    }
  };
}

type Sheet = { readonly kitId: string; readonly day: string; readonly serial: number };

/** A case was entered from a sheet. Of two that were entered from one at two desks the sheet names one, everywhere the same. */
export function sheetUse(db: Db) {
  const use = prepared(
    db,
    `UPDATE kit_number SET state = ${sheetCode.used}, case_id = @caseId WHERE kit_id = @kitId AND day = @day AND serial = @serial
      AND (case_id IS NULL OR (SELECT name FROM subject WHERE subject_id = case_id) > (SELECT name FROM subject WHERE subject_id = @caseId))`,
  );
  const row = (kitId: number, day: number, serial: number, caseId: number) =>
    void use.run({ kitId, day, serial, caseId });
  return {
    row,
    byCase: ({ kitId, day, serial }: Sheet, caseId: number): void =>
      row(findSubjectRow(db, 'kit', kitId) ?? 0, dayNumber(day), serial, caseId),
  };
}

/** The cases that were received from this sheet, by what their receptions say. */
function casesFromSheet(db: Db, kitId: number, day: number, serial: number): number[] {
  const rows = prepared(
    db,
    `SELECT case_id AS caseId, at, body FROM number_use JOIN journal ON journal.subject_id = case_id JOIN subject AS kit ON kit.subject_id = ?
      WHERE day = ? AND serial = ? AND type = 'received' AND unhex(replace(body ->> '$.fromKit.kitId', '-', '')) = kit.name`,
  ).all(kitId, day, serial) as { caseId: number; at: number; body: string }[];
  const bodies = entryBodies(db);
  // A case that two desks received may have this number by the other reception.
  return rows
    .filter(({ at, body }) => (bodies.read('received', body, at) as ReceivedAction).serial === serial)
    .map(({ caseId }) => caseId);
}
