import type { ReportAnswer } from '../../contract/report/report.ts';
import { isFault } from '../../contract/base/fault.ts';
import type { Days } from '../../domain/register/register.ts';
import { authorOf } from '../core/client.ts';
import type { DeskContext } from '../core/context.ts';
import { type Handlers, getSession } from '../core/handler.ts';
import { file07a } from './report-file.ts';

/** Made beside the desk, of one moment: however many files there are, no clerk waits for it. */
async function make(desk: DeskContext, { from, to }: Days): Promise<ReportAnswer> {
  const madeAt = desk.nowCivil();
  return { ...(await desk.reader.read('report07a', { from, to })), madeAt };
}

export const reportHandlers: Handlers['report'] = {
  make: (desk, days) => make(desk, days),

  files: (desk, { from, to, column, key, limit }) =>
    desk.reader.read('filesOf07a', { from, to, column, limit, ...(key === undefined ? {} : { key }) }),

  file: async (desk, { report: kind, from, to, format }, caller) => {
    const session = getSession(caller);
    const report = await make(desk, { from, to });
    const file = await file07a(desk, { days: { from, to }, report, maker: session.fullName }, format);
    if (isFault(file)) return file;
    // A file of which nothing was kept is not handed out; the figures on the screen still are.
    const { head } = report;
    const kept = desk.store.write(authorOf(session), desk.now(), (tx) =>
      tx.append({ kind: 'office' }, { type: 'report-exported', report: kind, from, to, format, head }),
    );
    return isFault(kept) ? kept : file;
  },
};
