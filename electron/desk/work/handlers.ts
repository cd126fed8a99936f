import { type Handlers, getSession } from '../core/handler.ts';
import { apologies, apologyPaper } from './apologies.ts';
import { promiseWork, waitingWork, workList } from './work-list.ts';

export const workHandlers: Pick<Handlers['work'], 'list'> = {
  list: (desk, input, caller) => {
    const list = workList(desk.store.db, input, {
      now: desk.nowCivil(),
      calendar: desk.calendar(),
      username: getSession(caller).username,
    });
    const promises = promiseWork(desk, { ...input, username: getSession(caller).username });
    return { ...list, groups: [...list.groups, waitingWork(desk, input), promises] };
  },
};

export const apologyHandlers: Pick<Handlers['work'], 'apologies' | 'apologyPaper'> = {
  apologies: (desk, input, caller) => apologies(desk, input, getSession(caller)),
  apologyPaper: (desk, input, caller) => apologyPaper(desk, input, getSession(caller)),
};
