import { fault, isFault } from '../../contract/fault.ts';
import { sheetNumber } from '../../domain/kit/kit.ts';
import { kitIds } from '../../store/kit/kit.ts';
import { type Handlers, getSession } from '../handler.ts';
import { changeSheets } from '../kit/change-sheets.ts';
import { makeKitPapers } from '../kit/kit-papers.ts';
import { findKitView, getKitView } from '../kit/kit-view.ts';
import { kitDay, kitSerials, numberedBy, setAside } from '../kit/set-aside.ts';

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
