import { fault, isFault } from '../../contract/fault.ts';
import { findCaseRow } from '../../store/case/case.ts';
import { type KeptHandOver, findHandOver, findHandOverByNumber, listHandOvers } from '../../store/routing/hand-over.ts';
import { personName } from '../case-view.ts';
import { makeHandOver } from '../hand-over/make.ts';
import { makeHandOverPaper, previewHandOver } from '../hand-over/papers.ts';
import { preparePiles } from '../hand-over/prepare.ts';
import { signHandOver } from '../hand-over/receive.ts';
import { handOverView } from '../hand-over/view.ts';
import { type Handlers, getSession } from '../handler.ts';
import type { Room } from '../room.ts';

export const handOverHandlers: Handlers['handOver'] = {
  prepare: (room) => ({ now: room.nowCivil(), piles: preparePiles(room) }),

  preview: (room, input, caller) => {
    const unknown = input.caseIds.find((caseId) => findCaseRow(room.store.db, caseId) === undefined);
    if (unknown !== undefined) return fault('case-unknown', { caseId: unknown });
    return previewHandOver(room, input, getSession(caller));
  },

  make: async (room, input, caller) => {
    const session = getSession(caller);
    const made = makeHandOver(room, input, session);
    if (isFault(made)) return made;
    // From here the list is safe. Whatever happens to its paper is said, and undoes nothing.
    const { requestId } = input;
    const { printJobId, paperFault } = await room.inTurn(requestId, () =>
      makeHandOverPaper(room, requestId, input, session),
    );
    return { handOver: handOverView(room, getList(room, requestId)), printJobId, paperFault };
  },

  receive: (room, input, caller) => {
    const signed = signHandOver(room, input, getSession(caller));
    return isFault(signed) ? signed : handOverView(room, getList(room, input.handOverId));
  },

  list: (room, question) => ({
    handOvers: listHandOvers(room.store.db, question).map(
      ({ handOverId, number, to, madeAt, madeBy, caseIds, received }) => ({
        handOverId,
        number,
        to,
        madeAt,
        madeByName: personName(room, madeBy),
        cases: caseIds.length,
        received: received !== null,
        missing: received?.missing.length ?? 0,
      }),
    ),
  }),

  get: (room, wanted) => {
    const list =
      'number' in wanted
        ? findHandOverByNumber(room.store.db, wanted.number)
        : findHandOver(room.store.db, wanted.handOverId);
    if (list !== undefined) return handOverView(room, list);
    return fault('hand-over-unknown', { handOver: 'number' in wanted ? wanted.number : wanted.handOverId });
  },
};

function getList(room: Room, handOverId: string): KeptHandOver {
  const list = findHandOver(room.store.db, handOverId);
  if (list === undefined) throw new Error(`no hand-over list ${handOverId}`);
  return list;
}
