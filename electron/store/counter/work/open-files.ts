import type { WallFigures } from '../../../contract/counter/work/wall.ts';
import type { DueRange } from '../../../domain/counter/work/radar.ts';
import { statusIn } from '../case/listed.ts';
import type { Db } from '../../file/db.ts';
import { prepared, preparedValue } from '../../file/rows/prepared.ts';

/** Seconds since 1970; `ranges` as the radar has them. */
export type WallMoment = {
  readonly now: number;
  readonly startOfDay: number;
  readonly ranges: { readonly [N in NamedRange]: DueRange };
};

type NamedRange = 'overdue' | 'today' | 'within-24h' | 'within-48h';

const day = 86_400;
/** Where a file stands still is told in these steps. */
export const stillDays = [3, 7, 15, 30] as const;

export type OpenCase = {
  readonly caseId: number;
  readonly dueAt: number | null;
  /** 1 where its term has hours. */
  readonly byHour: number;
  readonly holder: string | null;
  readonly code: string;
  readonly name: string;
  /** The desk that received it. */
  readonly deskId: number;
  /** When anything was last written of it. */
  readonly lastAt: number;
};

export function openCases(db: Db): OpenCase[] {
  return prepared(
    db,
    `SELECT case_id AS caseId, due_at AS dueAt, by_hour AS byHour, holder, code, name, (SELECT max(at) FROM journal WHERE subject_id = case_id) AS lastAt,
        (SELECT desk_id FROM journal WHERE subject_id = case_id AND type = 'received' LIMIT 1) AS deskId
      FROM case_summary JOIN catalogue_procedure USING (procedure_id) WHERE ${statusIn('promised')}`,
  ).all() as OpenCase[];
}

export type Near = keyof WallFigures['promised'];

/** Past its promise as Biểu 07a counts it: a term in days ends with its day, one in hours at its hour (`daysPast`, domain/deadline/past.ts). */
export function isPast({ dueAt, byHour }: OpenCase, { now, startOfDay }: Omit<WallMoment, 'ranges'>): boolean {
  return dueAt !== null && dueAt < (byHour === 1 ? now : startOfDay);
}

export function nearness(one: OpenCase, asked: WallMoment): Near {
  const { ranges } = asked;
  const { dueAt } = one;
  if (dueAt === null) return 'later';
  if (isPast(one, asked)) return 'late';
  if (dueAt <= ranges.today.until) return 'today';
  if (dueAt <= ranges['within-24h'].until) return 'within24h';
  return dueAt <= ranges['within-48h'].until ? 'within48h' : 'later';
}

/** Not late, and promised within the next 48 hours. */
export function isNear(one: OpenCase, asked: WallMoment): boolean {
  const near = nearness(one, asked);
  return near === 'today' || near === 'within24h' || near === 'within48h';
}

/** The greatest of the steps that nothing was written for; undefined where something was lately. */
export function stillFor({ lastAt }: OpenCase, now: number): number | undefined {
  return stillDays.findLast((days) => lastAt <= now - days * day);
}

export type OpenPlace = { readonly at: WallFigures['standing'][number]['at']; readonly agency: string };

export const placeOf = ({ at, agency }: OpenPlace) => `${at} ${agency}`;

/** Where an open file is. */
export function places(db: Db): (file: Pick<OpenCase, 'caseId' | 'holder'>) => OpenPlace {
  const legOf = preparedValue(db, `SELECT agency FROM case_leg WHERE case_id = ? AND stage IN ('sent', 'running')`);
  const hasLeft = preparedValue(db, 'SELECT 1 FROM whereabouts WHERE case_id = ?');
  return ({ caseId, holder }) => {
    const agency = (legOf.get(caseId) as string | undefined) ?? '';
    if (agency !== '') return { at: 'agency', agency };
    if (holder !== null) return { at: 'held', agency };
    return { at: hasLeft.get(caseId) === undefined ? 'counter' : 'untaken', agency };
  };
}

/** Where the files are on which nobody wrote anything for some days. */
export function standingStill(
  db: Db,
  open: readonly OpenCase[],
  now: number,
): (OpenPlace & { readonly caseId: number; readonly place: string })[] {
  const placeOfCase = places(db);
  return open
    .filter((one) => stillFor(one, now) !== undefined)
    .map((one) => {
      const place = placeOfCase(one);
      return { caseId: one.caseId, ...place, place: placeOf(place) };
    });
}
