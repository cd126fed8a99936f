import { isFault } from '../../../contract/base/fault.ts';
import type { CityRow } from '../../../contract/centre/city/city.ts';
import { caseKeyOf } from '../../../exchange/city/facts.ts';
import { findCity, newestCases } from '../../../store/centre/city/city.ts';
import { decideByTwo } from '../../common/office/two-persons.ts';
import { type Handlers, getSession } from '../../core/handler.ts';
import { linkDecided } from '../hub/command-line.ts';
import { factsMaker } from './look.ts';
import { cityStateOf, joinCity, leaveCity, pushNow, told } from './service.ts';

export const cityHandlers: Handlers['city'] = {
  state: (desk) => ({ link: cityStateOf(desk) }),

  join: (desk, { code, ...said }, caller) =>
    decideByTwo(desk, getSession(caller), said, linkDecided(desk, 'city', 'join'), (keep) =>
      joinCity(desk, code, keep),
    ),

  push: async (desk) => {
    const pushed = await pushNow(desk);
    return isFault(pushed) ? pushed : told(pushed);
  },

  leave: async (desk, said, caller) =>
    (await decideByTwo(desk, getSession(caller), said, linkDecided(desk, 'city', 'leave'), (keep) =>
      leaveCity(desk, keep),
    )) ?? {
      done: true,
    },

  sample: (desk, { cases: most }) => {
    const { db } = desk.store;
    const make = factsMaker(desk);
    // Before a city was joined under a key of this look alone, which nobody keeps.
    const key = findCity(db)?.secretKey ?? desk.ports.random.bytes(32);
    const cases = newestCases(db, most).map(({ caseId, uuid, number }) => {
      const { steps, cash } = make(caseId);
      const caseKey = caseKeyOf(key, uuid).toString('hex');
      return { number, rows: steps.map((step): CityRow => ({ caseKey, ...step, cash })) };
    });
    return { cases: cases.filter(({ rows }) => rows.length > 0) };
  },
};
