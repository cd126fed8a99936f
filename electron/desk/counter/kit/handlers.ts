import { fault, isFault } from '../../../contract/base/fault.ts';
import type { Kit } from '../../../contract/counter/kit/kit.ts';
import { printedNumber } from '../../../domain/base/numbering.ts';
import { type KitState, sheetNumber } from '../../../domain/counter/kit/kit.ts';
import { findKit, kitIds, sheetsOfKit } from '../../../store/counter/kit/kit.ts';
import type { DeskContext } from '../../core/context.ts';
import { type Handlers, getSession } from '../../core/handler.ts';
import { staffName } from '../../core/session/staff-name.ts';
import { changeSheets } from './change-sheets.ts';
import { makeKitPapers } from './papers.ts';
import { kitDay, kitSerials, numberedBy, setAside } from './set-aside.ts';

export const kitHandlers: Handlers['kit'] = {
  print: async (desk, input, caller) => {
    const session = getSession(caller);
    const done = setAside(desk, input, session);
    if (isFault(done)) return done;
    // From here the numbers are accounted for. Whatever happens to the papers is said, and undoes nothing.
    const { requestId, printer } = input;
    const made = await desk.inTurn(requestId, () => makeKitPapers(desk, requestId, printer, session));
    return { kit: getKitView(desk, requestId), printJobIds: [...made.printJobIds], paperFault: made.paperFault };
  },

  plan: (desk, { date, count }) => {
    const days = kitDay(desk, date);
    if (isFault(days)) return days;
    const serials = kitSerials(desk, desk.store.db, days.day, count);
    if (isFault(serials)) return serials;
    const numbers = serials.map((serial) => sheetNumber({ day: days.day, ...numberedBy(desk) }, serial));
    const [first, last] = [numbers[0], numbers.at(-1)].map((number) =>
      number === undefined ? '' : printedNumber(number),
    );
    return { ...days, serials, first: first ?? '', last: last ?? '' };
  },

  list: (desk, { all }) => ({ kits: kitIds(desk.store.db, !all).map((kitId) => getKitView(desk, kitId)) }),

  get: (desk, { kitId }) => findKitView(desk, kitId) ?? fault('kit-unknown', { kitId }),

  void: (desk, input, caller) => {
    const done = changeSheets(desk, 'void', input, getSession(caller));
    return isFault(done) ? done : getKitView(desk, input.kitId);
  },

  restore: (desk, input, caller) => {
    const done = changeSheets(desk, 'restore', input, getSession(caller));
    return isFault(done) ? done : getKitView(desk, input.kitId);
  },
};

/** A kit as a screen reads it; undefined when this desk has none of that id. */
function findKitView(desk: DeskContext, kitId: string): Kit | undefined {
  const kit = findKit(desk.store.db, kitId);
  return kit && kitView(desk, kitId, kit);
}

function getKitView(desk: DeskContext, kitId: string): Kit {
  const kit = findKitView(desk, kitId);
  if (kit === undefined) throw new Error(`kit ${kitId} is gone`);
  return kit;
}

function kitView(desk: DeskContext, kitId: string, kit: KitState): Kit {
  const sheets = sheetsOfKit(desk.store.db, kitId).map(({ serial, state, caseId }) => {
    const number = printedNumber(sheetNumber(kit, serial));
    const reason = state === 'void' ? (kit.voids.get(serial) ?? null) : null;
    return { serial, number, state, caseId, reason };
  });
  return {
    kitId,
    day: kit.day,
    setAsideAt: kit.setAsideAt,
    byName: staffName(desk, kit.setAsideBy),
    sheets,
    open: sheets.filter(({ state }) => state === 'open').length,
    documents: kit.documents.map(({ form, documentId, sha256, pages }) => ({ form, documentId, sha256, pages })),
  };
}
