import { type Handlers, getSession } from '../handler.ts';
import { waitingWork } from '../intake/waiting-work.ts';
import { promiseWork } from '../promise-work.ts';
import { workList } from '../work-list.ts';

export const workHandlers: Pick<Handlers['work'], 'list'> = {
  list: (room, input, caller) => {
    const list = workList(room.store.db, input, {
      now: room.nowCivil(),
      calendar: room.calendar(),
      username: getSession(caller).username,
    });
    const promises = promiseWork(room, { ...input, username: getSession(caller).username });
    return { ...list, groups: [...list.groups, waitingWork(room, input), promises] };
  },
};
