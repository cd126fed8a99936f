import type { WorkList, WorkRow } from '../contract/case/work.ts';
import { dayOfDate } from '../domain/base/civil-time.ts';
import { type LegState, findCurrentLeg } from '../domain/routing/legs.ts';
import type { Whereabouts } from '../domain/routing/whereabouts.ts';
import { type LateCase, type LateKind, countLate, countStops, lateCases } from '../store/case/work.ts';
import { secondsOf } from '../store/file/codecs.ts';
import type { Db } from '../store/file/db.ts';
import { findKeptProcess } from '../store/routing/process.ts';

type Asked = {
  readonly holder: string | null;
  readonly limit: number;
  readonly now: string;
  readonly username: string;
};

const kinds = [
  { group: 'step-late', kind: 'step' },
  { group: 'leg-late', kind: 'leg' },
  { group: 'leg-untimed', kind: 'untimed' },
] as const;

/** Inner clocks that ran out, while the promise to the citizen may still hold: of a step here, and of an agency's leg; and legs without one. */
export function lateWork(db: Db, { holder, limit, now, username }: Asked): WorkList['groups'] {
  const question = { holder, now: secondsOf(now) };
  return kinds.map(({ group, kind }) => {
    const counted = countLate(db, kind, { ...question, limit: countStops });
    const more = counted >= countStops;
    const rows = lateCases(db, kind, { ...question, limit }).map((found) => rowOf(db, kind, found, { now, username }));
    return { group, count: { value: more ? countStops - 1 : counted, more }, rows };
  });
}

function rowOf(db: Db, kind: LateKind, found: LateCase, { now, username }: Pick<Asked, 'now' | 'username'>): WorkRow {
  const { caseId, number, applicantName, procedureName, status, dueAt, holder, holderName, until } = found;
  return {
    caseId,
    number,
    applicantName,
    procedureName,
    status,
    dueAt,
    holderName,
    until,
    held: holder === username,
    apologyDue: false,
    daysLeft: until === null ? null : dayOfDate(until.slice(0, 10)) - dayOfDate(now.slice(0, 10)),
    readyAt: kind === 'untimed' ? legSince(found) : null,
    ...(kind === 'step' ? stepOf(db, found) : legOf(found)),
  };
}

type Place = Pick<WorkRow, 'place' | 'legStage'>;

function stepOf(db: Db, { state }: LateCase): Place {
  const { stage } = JSON.parse(state) as Whereabouts;
  if (stage === null || stage.process === null) return { place: null, legStage: null };
  return { place: findKeptProcess(db, stage.process)?.[stage.index]?.name ?? null, legStage: null };
}

function legOf({ state }: LateCase): Place {
  const leg = findCurrentLeg(JSON.parse(state) as readonly LegState[])?.leg;
  return { place: leg?.agency ?? null, legStage: leg?.stage ?? null };
}

/** Since when the agency has it, or it was sent there. */
function legSince({ state }: LateCase): string | null {
  const leg = findCurrentLeg(JSON.parse(state) as readonly LegState[])?.leg;
  return leg?.receivedAt ?? leg?.sentAt ?? null;
}
