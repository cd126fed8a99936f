import type { Kit } from '../../contract/kit/kit.ts';
import { type KitState, sheetNumber } from '../../domain/kit/kit.ts';
import { findKit, sheetsOfKit } from '../../store/kit/kit.ts';
import { personName } from '../case-view.ts';
import type { Room } from '../room.ts';

/** A kit as a screen reads it; undefined when this desk has none of that id. */
export function findKitView(room: Room, kitId: string): Kit | undefined {
  const kit = findKit(room.store.db, kitId);
  return kit && kitView(room, kitId, kit);
}

export function getKitView(room: Room, kitId: string): Kit {
  const kit = findKitView(room, kitId);
  if (kit === undefined) throw new Error(`kit ${kitId} is gone`);
  return kit;
}

function kitView(room: Room, kitId: string, kit: KitState): Kit {
  const sheets = sheetsOfKit(room.store.db, kitId).map(({ serial, state, caseId }) => {
    const { local, official } = sheetNumber(kit, serial);
    const reason = state === 'void' ? (kit.voids.get(serial) ?? null) : null;
    return { serial, number: official ?? local, state, caseId, reason };
  });
  return {
    kitId,
    day: kit.day,
    setAsideAt: kit.setAsideAt,
    byName: personName(room, kit.setAsideBy),
    sheets,
    open: sheets.filter(({ state }) => state === 'open').length,
    documents: kit.documents.map(({ form, documentId, sha256, pages }) => ({ form, documentId, sha256, pages })),
  };
}
