import { type Handlers, getSession } from '../../core/handler.ts';
import { joinCentre, lookAtCode } from './join.ts';
import { approveDesk, leaveCentre, syncOnce } from './service.ts';
import { stateOf } from './state.ts';
import { keepConnected } from './connection.ts';

export const hubHandlers: Handlers['hub'] = {
  state: (desk) => ({ link: stateOf(desk) }),

  look: (desk, { code }) => lookAtCode(desk, code),

  join: async (desk, { code, as }) => {
    const joined = await joinCentre(desk, code, as);
    // Also where the exchange behind it failed: what is kept by then tries again. On an island nothing begins.
    keepConnected(desk);
    return joined;
  },

  sync: (desk) => syncOnce(desk),

  approve: async (desk, asked, caller) => {
    const refused = await approveDesk(desk, asked, getSession(caller).username);
    return refused ?? { done: true };
  },

  leave: async (desk) => (await leaveCentre(desk)) ?? { done: true },
};
