import { type Fault, fault, isFault } from '../../contract/fault.ts';
import type { TillView } from '../../contract/money/till.ts';
import type { TillAct, TillFault } from '../../domain/money/till.ts';
import { findTill, newestTills } from '../../store/money/till.ts';
import { findAccount } from '../../store/office/accounts.ts';
import { authorOf } from '../author.ts';
import { clockFault } from '../clock.ts';
import { type Caller, type Handlers, getSession } from '../handler.ts';
import { moveTill } from '../money/issue.ts';
import { tillView } from '../money/views.ts';
import type { Room } from '../room.ts';

export const tillHandlers: Handlers['till'] = {
  open: (room, { till, float }, caller) => clockFault(room) ?? act(room, till, { type: 'open', float }, caller),

  count: (room, { till, counts }, caller) => act(room, till, { type: 'count', counts }, caller),

  handOver: (room, { till, to, counts, reason }, caller) => {
    if (findAccount(room.store.db, to) === undefined) return fault('account-unknown', { username: to });
    return act(room, till, { type: 'hand-over', to, counts, reason }, caller);
  },

  takeOver: (room, { till, counts }, caller) => act(room, till, { type: 'take-over', counts }, caller),

  close: (room, { till, counts, reason }, caller) => act(room, till, { type: 'close', counts, reason }, caller),

  status: (room, { till }) => view(room, nameOf(room, till)),

  list: (room) => ({ tills: newestTills(room.store.db).map((kept) => tillView(room, kept.till, kept)) }),
};

function act<A extends TillAct>(
  room: Room,
  till: string | undefined,
  wanted: A,
  caller: Caller,
): TillView | TillFault<A['type']> | Fault<'disk-full'> {
  const session = getSession(caller);
  const name = nameOf(room, till);
  const done = room.store.write(authorOf(session), room.now(), (tx) => moveTill(tx, name, wanted, session));
  return isFault(done) ? (done as TillFault<A['type']> | Fault<'disk-full'>) : view(room, name);
}

function view(room: Room, till: string): TillView {
  return tillView(room, till, findTill(room.store.db, till));
}

function nameOf(room: Room, till: string | undefined): string {
  return till ?? room.getOffice().desk.code;
}
