import { type Handlers, getSession } from '../handler.ts';
import { workList } from '../work-list.ts';

export const workHandlers: Handlers['work'] = {
  list: ({ store, nowCivil, calendar }, input, caller) =>
    workList(store.db, input, { now: nowCivil(), calendar: calendar(), username: getSession(caller).username }),
};
