import { type Handlers, getSession } from '../handler.ts';
import { workList } from '../work-list.ts';

export const workHandlers: Handlers['work'] = {
  list: (room, input, caller) =>
    workList(room.store.db, input, {
      now: room.nowCivil(),
      calendar: room.calendar(),
      username: getSession(caller).username,
    }),
};
