import { type Fault, fault } from '../../../contract/base/fault.ts';
import type { SheetState } from '../../../contract/counter/kit/kit.ts';
import { findKit, sheetsOfKit } from '../../../store/counter/kit/kit.ts';
import { type Session, authorOf } from '../../core/session/client.ts';
import type { DeskContext } from '../../core/context.ts';

type Change = { readonly kitId: string; readonly serials: readonly number[]; readonly reason: string };

const changes = {
  void: { from: 'open', type: 'sheets-voided' },
  restore: { from: 'void', type: 'sheets-restored' },
} as const satisfies Record<string, { from: SheetState; type: string }>;

/** Voids sheets, or takes that back: all of those named or none, each with its reason and the name of who said so. */
export function changeSheets(
  desk: DeskContext,
  what: keyof typeof changes,
  { kitId, serials, reason }: Change,
  session: Session,
): 'done' | Fault<'kit-unknown' | 'kit-sheets' | 'disk-full'> {
  const { from, type } = changes[what];
  return desk.store.write(authorOf(session), desk.now(), (tx): 'done' | Fault<'kit-unknown' | 'kit-sheets'> => {
    if (findKit(tx.db, kitId) === undefined) return fault('kit-unknown', { kitId });
    const states = new Map(sheetsOfKit(tx.db, kitId).map(({ serial, state }) => [serial, state]));
    const wrong = serials.filter((serial) => states.get(serial) !== from);
    if (wrong.length > 0) {
      const state = states.get(wrong[0] ?? 0) ?? 'unknown';
      return fault('kit-sheets', { serials: wrong.join(', '), state });
    }
    tx.append({ kind: 'kit', kitId }, { type, serials: serials.toSorted((a, b) => a - b), reason });
    return 'done';
  });
}
