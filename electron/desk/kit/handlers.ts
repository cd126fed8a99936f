import { type Fault, fault, isFault } from '../../contract/fault.ts';
import type { Kit, SheetState } from '../../contract/kit/kit.ts';
import { type KitState, sheetNumber } from '../../domain/kit/kit.ts';
import { findKit, kitIds, sheetsOfKit } from '../../store/kit/kit.ts';
import { type Session, authorOf } from '../core/client.ts';
import type { DeskContext } from '../core/context.ts';
import { type Handlers, getSession } from '../core/handler.ts';
import { personName } from '../core/lookups.ts';
import { makeKitPapers } from './papers.ts';
import { kitDay, kitSerials, numberedBy, setAside } from './set-aside.ts';

export const kitHandlers: Handlers['kit'] = {
  print: async (room, input, caller) => {
    const session = getSession(caller);
    const done = setAside(room, input, session);
    if (isFault(done)) return done;
    // From here the numbers are accounted for. Whatever happens to the papers is said, and undoes nothing.
    const { requestId, printer } = input;
    const made = await room.inTurn(requestId, () => makeKitPapers(room, requestId, printer, session));
    return { kit: getKitView(room, requestId), printJobIds: [...made.printJobIds], paperFault: made.paperFault };
  },

  plan: (room, { date, count }) => {
    const days = kitDay(room, date);
    if (isFault(days)) return days;
    const serials = kitSerials(room, room.store.db, days.day, count);
    if (isFault(serials)) return serials;
    const numbers = serials.map((serial) => sheetNumber({ day: days.day, ...numberedBy(room) }, serial));
    const [first, last] = [numbers[0], numbers.at(-1)].map((number) => number?.official ?? number?.local ?? '');
    return { ...days, serials, first: first ?? '', last: last ?? '' };
  },

  list: (room, { all }) => ({ kits: kitIds(room.store.db, !all).map((kitId) => getKitView(room, kitId)) }),

  get: (room, { kitId }) => findKitView(room, kitId) ?? fault('kit-unknown', { kitId }),

  void: (room, input, caller) => changeSheets(room, 'void', input, getSession(caller)),

  restore: (room, input, caller) => changeSheets(room, 'restore', input, getSession(caller)),
};

type Change = { readonly kitId: string; readonly serials: readonly number[]; readonly reason: string };

const changes = {
  void: { from: 'open', type: 'sheets-voided' },
  restore: { from: 'void', type: 'sheets-restored' },
} as const satisfies Record<string, { from: SheetState; type: string }>;

/** Voids sheets, or takes that back: all of those named or none, each with its reason and the name of who said so. */
export function changeSheets(
  room: DeskContext,
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
  return isFault(done) ? done : getKitView(room, kitId);
}

/** A kit as a screen reads it; undefined when this desk has none of that id. */
export function findKitView(room: DeskContext, kitId: string): Kit | undefined {
  const kit = findKit(room.store.db, kitId);
  return kit && kitView(room, kitId, kit);
}

export function getKitView(room: DeskContext, kitId: string): Kit {
  const kit = findKitView(room, kitId);
  if (kit === undefined) throw new Error(`kit ${kitId} is gone`);
  return kit;
}

function kitView(room: DeskContext, kitId: string, kit: KitState): Kit {
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
