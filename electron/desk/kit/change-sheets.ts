import { type Fault, fault, isFault } from '../../contract/fault.ts';
import type { Kit, SheetState } from '../../contract/kit/kit.ts';
import { sheetsOfKit } from '../../store/kit/kit.ts';
import { authorOf } from '../author.ts';
import type { Session } from '../client.ts';
import type { Room } from '../room.ts';
import { findKitView, getKitView } from './kit-view.ts';

type Change = { readonly kitId: string; readonly serials: readonly number[]; readonly reason: string };

const changes = {
  void: { from: 'open', type: 'sheets-voided' },
  restore: { from: 'void', type: 'sheets-restored' },
} as const satisfies Record<string, { from: SheetState; type: string }>;

/** Voids sheets, or takes that back: all of those named or none, each with its reason and the name of who said so. */
export function changeSheets(
  room: Room,
  what: keyof typeof changes,
  { kitId, serials, reason }: Change,
  session: Session,
): Kit | Fault<'kit-unknown' | 'kit-sheets' | 'disk-full'> {
  const { from, type } = changes[what];
  const done = room.store.write(authorOf(session), room.now(), (tx) => {
    if (findKitView(room, kitId) === undefined) return fault('kit-unknown', { kitId });
    const states = new Map(sheetsOfKit(tx.db, kitId).map(({ serial, state }) => [serial, state]));
    const wrong = serials.filter((serial) => states.get(serial) !== from);
    if (wrong.length > 0) {
      const state = states.get(wrong[0] ?? 0) ?? 'unknown';
      return fault('kit-sheets', { serials: wrong.join(', '), state });
    }
    tx.append({ kind: 'kit', kitId }, { type, serials: serials.toSorted((a, b) => a - b), reason });
    return 'done' as const;
  });
  return isFault(done) ? (done as Exclude<typeof done, 'done'>) : getKitView(room, kitId);
}
