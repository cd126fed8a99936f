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
  // Which files moved is told of files; of petitions and of what was said of the centre the numbers say it.
  return { then: seen === undefined ? null : await asItWas(desk, kept, seen), now, files: [], moved: 0 };
}

/** A form made of the register as far as it was at an entry. */
async function asItWas(desk: DeskContext, { report }: Kept, seen: number): Promise<Figures | null> {
  const { report: kind, from, to } = report;
  if (kind === '08b') return centreReport(desk, { from, to }, seen);
  if (kind === '06a') return desk.reader.read('report06a', { from, to, now: report.madeAt, seen });
  return null;
}
