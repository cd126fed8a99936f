import { type Fault, fault, isFault } from '../../../contract/base/fault.ts';
import type { Figures, MovedFile, ReportAgain, SaidSince } from '../../../contract/books/report/report.ts';
import { differencesOf, keptFigures } from '../../../domain/books/report/figures.ts';
import { index766 } from '../../../domain/books/report/index-766.ts';

import { type AskedAgain, saidSince } from '../../../store/books/report/again.ts';
import { type Kept, findSeen } from '../../../store/books/report/kept.ts';
import type { DeskContext } from '../../core/context.ts';
import type { Watching } from '../../core/watched.ts';
import { centreReport, isBeforeRegister, makeReport } from './making.ts';

type Made = {
  /** Null where the register as it was is not in this file. */
  readonly then: Figures | null;
  readonly now: Figures;
  readonly files: MovedFile[];
  readonly moved: number;
  readonly said: readonly SaidSince[];
};

/** Which of the files that are counted otherwise are told. */
type Page = { readonly skip: number; readonly limit: number };

/** A kept report made again, of the register as far as it was then and as it is now: equal, or why not. */
export async function madeAgain(
  desk: DeskContext,
  kept: Kept,
  page: Page,
  watching: Watching,
): Promise<ReportAgain | Fault<'report-figures-unknown'>> {
  const { report, figures } = kept;
  if (figures === null) return fault('report-figures-unknown', {});
  const { then, now, files, moved, said } = await made(desk, kept, page, watching);
  return {
    report,
    kept: figures,
    now: { rows: now.rows, total: now.total },
    sameRegister: then === null ? 'unknown' : differencesOf(figures, then).length === 0 ? 'equal' : 'differs',
    differences: differencesOf(figures, now),
    files,
    moved,
    said: [...said],
  };
}

async function made(desk: DeskContext, kept: Kept, page: Page, watching: Watching): Promise<Made> {
  const { report: kind, from, to, madeAt } = kept.report;
  const days = { from, to };
  const seen = findSeen(desk.store.db, kept);
  if (seen === undefined || kind === '08b') {
    const now = await makeReport(desk, kind, days, watching);
    if (isFault(now)) throw new Error('a kept report is of days that had begun');
    const nothing = { now: keptFigures(kind, now), files: [], moved: 0 };
    if (seen === undefined) return { then: null, ...nothing, said: [] };
    const said = saidSince(desk.store.db, seen, { 'centre-facts-set': 'from' });
    return { then: keptFigures(kind, centreReport(desk, days, seen)), ...nothing, said };
  }
  // Of days before there was a register nothing is known, now as then.
  if (kind !== '06a' && isBeforeRegister(desk, days)) {
    const now = await makeReport(desk, kind, days, watching);
    if (isFault(now)) throw new Error('a kept report is of days that had begun');
    const blank = keptFigures(kind, now);
    return { then: blank, now: blank, files: [], moved: 0, said: [] };
  }
  const asked = { ...days, now: desk.nowCivil(), seen, madeAt, ...page };
  if (kind === '766') return index(desk, asked, watching);
  const job = { '07a': 'moved07a', '06a': 'moved06a', cut: 'movedCut' } as const;
  return desk.reader.read(job[kind], asked, watching);
}

/** Of the index files and petitions are told; what is offered is a list of its own. */
async function index(desk: DeskContext, asked: AskedAgain, watching: Watching): Promise<Made> {
  const { then, now, ...moved } = await desk.reader.read(
    'movedIndex',
    { ...asked, calendar: desk.calendar() },
    watching,
  );
  const figures = ({ offered, head: _head, petitions, ...counts }: typeof then) =>
    keptFigures('766', index766(counts, offered, petitions));
  return { ...moved, then: figures(then), now: figures(now) };
}
