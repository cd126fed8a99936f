import { fault, isFault } from '../../../contract/base/fault.ts';
import { findPageStart, firstPage, hasMoreLines, registerPage } from '../../../store/books/register/register.ts';
import { authorOf } from '../../core/session/client.ts';
import type { DeskContext } from '../../core/context.ts';
import { type Handlers, getSession } from '../../core/handler.ts';
import { watched } from '../../core/watched.ts';
import { registerFile } from './pdf-and-workbook.ts';
import { linesFrom, linesOf, totalsOf } from './rows.ts';

/**
 * A register of no more lines is read in some ten milliseconds, sums and page, which no clerk can tell; a thread that has to be begun first would show it later. All
 * that is longer is read beside the desk.
 */
const linesAtOnce = 2000;

function pageOf(desk: DeskContext, read: ReturnType<typeof registerPage>, after = '') {
  if (read === null) return fault('case-unknown', { caseId: after });
  const totals = totalsOf(read.counts);
  const rows = linesFrom(desk, read.cases, read.before);
  const last = rows.at(-1);
  return { rows, next: last === undefined || last.no >= linesOf(totals) ? null : last.caseId, totals };
}

export const registerHandlers: Handlers['register'] = {
  list: (desk, { after, limit, watch, ...filter }) => {
    const asked = { filter, after, limit, now: Math.floor(desk.now() / 1000) };
    if (!hasMoreLines(desk.store.db, filter, linesAtOnce))
      return pageOf(desk, registerPage(desk.store.db, asked), after);
    return watched(desk, watch, async (watching) =>
      pageOf(desk, await desk.reader.read('registerPage', asked, watching), after),
    );
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
