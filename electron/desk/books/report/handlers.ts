import { fault, isFault } from '../../../contract/base/fault.ts';
import type { CentreFacts } from '../../../contract/books/report/report.ts';
import type { Procedure } from '../../../contract/catalogue/lists.ts';
import { usualTerm } from '../../../domain/catalogue/procedure-terms.ts';
import { termText } from '../../../domain/deadline/explanation.ts';
import { countingRules } from '../../../domain/books/report/counting-rules.ts';
import { keptFigures, packFigures } from '../../../domain/books/report/figures.ts';
import { packOffered } from '../../../domain/books/report/offered.ts';
import { findAdoptedProcedure } from '../../../store/catalogue/catalogue.ts';
import { findCatalogueVersion } from '../../../store/common/office/settings.ts';
import { centreFacts, committedTerms, findKept, keptReports } from '../../../store/books/report/kept.ts';
import { registerHead } from '../../../store/journal/journal.ts';
import { authorOf } from '../../core/session/client.ts';
import type { DeskContext } from '../../core/context.ts';
import { type Handlers, getSession } from '../../core/handler.ts';
import { giveUp, progressOf, watched } from '../../core/watched.ts';
import { madeAgain } from './again.ts';
import { filesBehind } from './files-behind.ts';
import { makeReport, notBegunFault, offeredHere, proceduresOf } from './making.ts';
import { reportFile } from './report-file.ts';

export const reportHandlers: Handlers['report'] = {
  make: (desk, { report, from, to, watch }) =>
    watched(desk, watch, (watching) => makeReport(desk, report, { from, to }, watching)),
  progress: (desk, { watch }) => progressOf(desk, watch),
  cancel: (desk, { watch }) => ({ cancelled: giveUp(desk, watch) }),

  // Of Biểu 08b nothing is counted: what stands in it was said.
  files: (desk, { report, watch, ...asked }) => {
    const notBegun = notBegunFault(desk, asked);
    if (notBegun !== null) return notBegun;
    if (report === '08b') return { files: [], count: 0, head: registerHead(desk.store.db) };
    return watched(desk, watch, (watching) => filesBehind(desk, { report, ...asked }, watching));
  },

  procedures: (desk, { column, from, to, watch }) =>
    watched(desk, watch, (watching) => proceduresOf(desk, column, { from, to }, watching)),

  file: (desk, { report: kind, from, to, format, watch }, caller) => {
    const session = getSession(caller);
    return watched(desk, watch, async (watching) => {
      const report = await makeReport(desk, kind, { from, to }, watching);
      if (isFault(report)) return report;
      // Told in the turn in which the figures were: a list that is taken while the file is made is none of theirs.
      const offered = kind === '766' ? { offered: packOffered(offeredHere(desk, { to })) } : {};
      const made = await reportFile(desk, { kind, days: { from, to }, report, maker: session.fullName }, format);
      if (isFault(made)) return made;
      watching.signal.throwIfAborted();
      // A file of which nothing was kept is not handed out; the figures on the screen still are.
      const { head, madeAt } = report;
      const figures = packFigures(keptFigures(kind, report));
      const { file, sha256 } = made;
      const what = { report: kind, from, to, format, head, madeAt, figures, rules: countingRules, ...offered, sha256 };
      const kept = desk.store.write(authorOf(session), desk.now(), (tx) =>
        tx.append({ kind: 'office' }, { type: 'report-exported', ...what }),
      );
      return isFault(kept) ? kept : file;
    });
  },

  kept: (desk, page) => keptReports(desk.store.db, page),

  again: (desk, { reportId, watch, ...page }) => {
    const kept = findKept(desk.store.db, reportId);
    if (kept === undefined) return fault('report-unknown', { reportId });
    return watched(desk, watch, (watching) => madeAgain(desk, kept, page, watching));
  },

  committed: (desk) => ({ terms: [...committedTerms(desk.store.db)] }),

  setCommitted: (desk, { procedureCode, value, document, from }, caller) => {
    const procedure = desk.findProcedure(procedureCode);
    if (procedure === undefined) return fault('procedure-unknown', { code: procedureCode });
    const legal = usualTerm(lawOf(desk, procedure), { day: from, channel: 'direct' });
    if (legal === undefined || (value !== null && value > legal.value))
      return fault('committed-term', { procedureCode, legal: legal === undefined ? '–' : termText(legal, 'vi') });
    const { unit } = legal;
    const done = desk.store.write(authorOf(getSession(caller)), desk.now(), (tx) =>
      tx.append({ kind: 'office' }, { type: 'committed-term-set', procedureCode, value, unit, document, from }),
    );
    return isFault(done) ? done : { terms: [...committedTerms(desk.store.db)] };
  },

  centre: (desk) => centreView(desk),

  setCentre: (desk, facts, caller) => {
    const done = desk.store.write(authorOf(getSession(caller)), desk.now(), (tx) =>
      tx.append({ kind: 'office' }, { type: 'centre-facts-set', ...facts }),
    );
    return isFault(done) ? done : centreView(desk);
  },
};

/** The time that the adopted list gives, as the cut counts it: a limit that the office set for itself is none of the law's. */
function lawOf({ store: { db } }: DeskContext, procedure: Procedure): Pick<Procedure, 'terms'> {
  const adopted = findAdoptedProcedure(db, findCatalogueVersion(db) ?? '', procedure.code) as
    | Partial<Procedure>
    | undefined;
  return { terms: adopted?.terms ?? procedure.terms };
}

/** Of each day what was said of it last; the newest day first. */
function centreView(desk: DeskContext) {
  const byDay = new Map<string, CentreFacts & { readonly by: string; readonly at: string }>();
  for (const one of centreFacts(desk.store.db)) byDay.set(one.from, one);
  const facts = [...byDay.values()].toSorted((a, b) => (a.from < b.from ? 1 : -1));
  return { facts, today: desk.nowCivil().slice(0, 10) };
}
