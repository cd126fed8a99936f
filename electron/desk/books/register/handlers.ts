import { fault, isFault } from '../../../contract/base/fault.ts';
import { atOnce } from '../../../domain/base/resumable.ts';
import { findPageStart, firstPage } from '../../../store/books/register/register.ts';
import { authorOf } from '../../core/session/client.ts';
import { type Handlers, getSession } from '../../core/handler.ts';
import { watched } from '../../core/watched.ts';
import { registerFile } from './pdf-and-workbook.ts';
import { linesOf, registerRows, registerTotals } from './rows.ts';

export const registerHandlers: Handlers['register'] = {
  list: (desk, { after, limit, ...filter }) => {
    const start = after === undefined ? firstPage : findPageStart(desk.store.db, filter, after);
    if (start === undefined) return fault('case-unknown', { caseId: after ?? '' });
    const rows = atOnce(registerRows(desk, filter, start, limit));
    const totals = registerTotals(desk, filter);
    const last = rows.at(-1);
    const next = last === undefined || last.no >= linesOf(totals) ? null : last.caseId;
    return { rows, next, totals };
  },

  file: (desk, { format, after, watch, ...filter }, caller) => {
    const start = after === undefined ? firstPage : findPageStart(desk.store.db, filter, after);
    if (start === undefined) return fault('case-unknown', { caseId: after ?? '' });
    const session = getSession(caller);
    return watched(desk, watch, async (watching) => {
      const file = await registerFile(desk, filter, format, start, watching);
      if (isFault(file)) return file;
      watching.signal.throwIfAborted();
      // A file of which nothing was kept is not handed out; the list on the screen still is.
      const { rows: lines, volume, volumes } = file;
      const told = { format, filter, lines, ...(volumes === 1 ? {} : { volume }) };
      const kept = desk.store.write(authorOf(session), desk.now(), (tx) =>
        tx.append({ kind: 'office' }, { type: 'register-exported', ...told }),
      );
      return isFault(kept) ? kept : file;
    });
  },
};
