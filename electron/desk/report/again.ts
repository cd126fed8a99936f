import { type Fault, fault, isFault } from '../../contract/base/fault.ts';
import type { Figures, MovedFile, ReportAgain } from '../../contract/report/report.ts';
import { differencesOf } from '../../domain/report/figures.ts';
import { type Kept, findSeen } from '../../store/report/kept.ts';
import type { DeskContext } from '../core/context.ts';
import { centreReport, makeReport } from './making.ts';

type Made = {
  readonly then: Figures | null;
  readonly now: Figures;
  readonly files: MovedFile[];
  readonly moved: number;
};

/** A kept report made again, of the register as far as it was then and as it is now: equal, or why not. */
export async function madeAgain(
  desk: DeskContext,
  kept: Kept,
  limit: number,
): Promise<ReportAgain | Fault<'report-figures-unknown'>> {
  const { report, figures } = kept;
  if (figures === null) return fault('report-figures-unknown', {});
  const { then, now, files, moved } = await made(desk, kept, limit);
  return {
    report,
    kept: figures,
    now: { rows: now.rows, total: now.total },
    sameRegister: then === null ? 'unknown' : differencesOf(figures, then).length === 0 ? 'equal' : 'differs',
    differences: differencesOf(figures, now),
    files,
    moved,
  };
}

async function made(desk: DeskContext, kept: Kept, limit: number): Promise<Made> {
  const { report: kind, from, to } = kept.report;
  const seen = findSeen(desk.store.db, kept);
  if (kind === '07a' && seen !== undefined)
    return desk.reader.read('moved07a', { from, to, now: desk.nowCivil(), seen, madeAt: kept.report.madeAt, limit });
  const now = await makeReport(desk, kind, { from, to });
  if (isFault(now)) throw new Error('nobody can give this up');
  // What the petitions register held then is for that register to tell.
  const then = kind === '08b' && seen !== undefined ? centreReport(desk, { from, to }, seen) : null;
  return { then, now, files: [], moved: 0 };
}
