import type { SheetState } from '../contract/kit/kit.ts';
import type { KitEvent } from '../domain/entries/kit.ts';
import { dayNumber } from './day-number.ts';
import type { Db } from './open.ts';

export const sheetCode = { open: 1, used: 2, void: 3 } as const satisfies Record<SheetState, number>;

/** The sheets of kits as the journal tells them. A number set aside twice breaks the table's key, and nothing is written. */
export function kitProjection(db: Db): (kitId: number, event: KitEvent) => void {
  const insert = db.prepare(`INSERT INTO kit_number (day, serial, kit_id, state) VALUES (?, ?, ?, ${sheetCode.open})`);
  const settle = db.prepare(
    `UPDATE kit_number SET state = ? WHERE kit_id = ? AND serial = ? AND state <> ${sheetCode.used}`,
  );
  return (kitId, event) => {
    switch (event.type) {
      case 'kit-set-aside':
        for (const serial of event.serials) insert.run(dayNumber(event.day), serial, kitId);
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

/** A case was entered from a sheet. */
export function sheetUse(db: Db): (day: string, serial: number, caseId: number) => void {
  const use = db.prepare(`UPDATE kit_number SET state = ${sheetCode.used}, case_id = ? WHERE day = ? AND serial = ?`);
  return (day, serial, caseId) => void use.run(caseId, dayNumber(day), serial);
}
