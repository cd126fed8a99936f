import { type Handlers, getSession } from '../../core/handler.ts';
import { decideByTwo } from '../../common/office/two-persons.ts';
import { linkDecided } from './command-line.ts';
import { joinCentre, lookAtCode } from './join.ts';
import { approveDesk, leaveCentre, syncOnce } from './service.ts';
import { stateOf } from './state.ts';
import { keepConnected } from './connection.ts';

export const hubHandlers: Handlers['hub'] = {
  state: (desk) => ({ link: stateOf(desk) }),

  look: (desk, { code }) => lookAtCode(desk, code),

  join: async (desk, { code, as, ...said }, caller) => {
    const joined = await decideByTwo(desk, getSession(caller), said, linkDecided(desk, 'hub', 'join'), (keep) =>
      joinCentre(desk, code, as, keep),
    );
    // Also where the exchange behind it failed: what is kept by then tries again. On an island nothing begins.
    keepConnected(desk);
    return joined;
  },

  sync: (desk) => syncOnce(desk),

  approve: async (desk, { no, digits, ...said }, caller) => {
    const session = getSession(caller);
    const about = stateOf(desk)?.desks.find((one) => one.no === no)?.code ?? String(no);
    const decided = { to: 'hub', act: 'let-in', about, reason: `Duyệt quầy ${about}` } as const;
    const refused = await decideByTwo(desk, session, said, decided, (keep) =>
      approveDesk(desk, { no, digits }, session.username, keep),
    );
    return refused ?? { done: true };
  },

  leave: async (desk, said, caller) =>
    (await decideByTwo(desk, getSession(caller), said, linkDecided(desk, 'hub', 'leave'), (keep) =>
      leaveCentre(desk, keep),
    )) ?? {
      done: true,
    },
};
