import { fault } from '../../contract/fault.ts';
import { findPageStart, firstPage } from '../../store/register-store.ts';
import type { Handlers } from '../handler.ts';
import { registerFile } from '../register-file.ts';
import { registerRows, registerTotals } from '../register-rows.ts';

export const registerHandlers: Handlers['register'] = {
  list: (room, { after, limit, ...filter }) => {
    const start = after === undefined ? firstPage : findPageStart(room.store.db, filter, after);
    if (start === undefined) return fault('case-unknown', { caseId: after ?? '' });
    const rows = registerRows(room, filter, start, limit);
    const totals = registerTotals(room, filter);
    const last = rows.at(-1);
    const next = last === undefined || last.no >= totals.cases ? null : last.caseId;
    return { rows, next, totals };
  },

  file: (room, { format, ...filter }) => registerFile(room, filter, format),
};
