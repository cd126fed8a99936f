import type { WorkList } from '../contract/case/work.ts';
import { dayOfDate } from '../domain/base/civil-time.ts';
import { type WorkCase, countStops, findWorkCase } from '../store/case/work.ts';
import { everChanged } from './changed-promises.ts';
import type { Room } from './room.ts';

type Asked = { readonly mine: boolean; readonly limit: number; readonly username: string };

/**
 * Promises that today's calendar would have made for another day, as a group of the work list: the printed one stands, and who
 * promised it calls the citizen. `until` is the day the calendar comes to, null beyond its end.
 */
export function promiseWork(room: Room, { mine, limit, username }: Asked): WorkList['groups'][number] {
  const found = standing(room, mine ? username : null);
  const more = found.length >= countStops;
  return {
    group: 'promise-changed',
    count: { value: more ? countStops - 1 : found.length, more },
    rows: found.slice(0, limit).map(({ now: row, printed, wouldBe }) => ({
      caseId: row.caseId,
      number: row.number,
      applicantName: row.applicantName,
      procedureName: row.procedureName,
      status: row.status,
      dueAt: printed,
      holderName: row.holderName,
      held: row.holder === username,
      apologyDue: false,
      until: wouldBe,
      daysLeft: dayOfDate(printed.slice(0, 10)) - dayOfDate(room.nowCivil().slice(0, 10)),
      readyAt: null,
      place: null,
      legStage: null,
    })),
  };
}

type Standing = { readonly now: WorkCase; readonly printed: string; readonly wouldBe: string | null };

/** Those whose promise still runs as it was printed, up to where counting stops. */
function standing(room: Room, holder: string | null): Standing[] {
  const found: Standing[] = [];
  for (const { caseId, printed, wouldBe } of everChanged(room)) {
    const now = findWorkCase(room.store.db, caseId);
    if (now === undefined || now.dueAt !== printed || now.extended) continue;
    if (!runs.has(now.status) || (holder !== null && now.holder !== holder)) continue;
    found.push({ now, printed, wouldBe });
    if (found.length >= countStops) break;
  }
  return found;
}

const runs: ReadonlySet<WorkCase['status']> = new Set(['accepted', 'processing', 'obligation-requested']);
