import { type Handlers, getSession } from '../core/handler.ts';
import { apologies, apologyPaper } from './apologies.ts';
import { promiseWork, waitingWork, workList } from './work-list.ts';

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

export const apologyHandlers: Pick<Handlers['work'], 'apologies' | 'apologyPaper'> = {
  apologies: (room, input, caller) => apologies(room, input, getSession(caller)),
  apologyPaper: (room, input, caller) => apologyPaper(room, input, getSession(caller)),
};
