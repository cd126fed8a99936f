import type { WorkList } from '../../contract/case/work.ts';
import { dayOfDate } from '../../domain/base/civil-time.ts';
import { nearestClock } from '../../domain/intake/clocks.ts';
import { waitingIntakes } from '../../store/intake/intake.ts';
import type { Room } from '../room.ts';
import { intakeRow } from './view.ts';

const most = 100;

/** What waits to be received, as a group of the work list: nobody holds it yet, so it is no one person's. */
export function waitingWork(
  room: Room,
  { mine, limit }: { readonly mine: boolean; readonly limit: number },
): WorkList['groups'][number] {
  const waiting = mine ? [] : waitingIntakes(room.store.db, 1, '', most).map((kept) => intakeRow(room, kept));
  const today = dayOfDate(room.nowCivil().slice(0, 10));
  return {
    group: 'waiting',
    count: waiting.length < most ? { value: waiting.length, more: false } : { value: most - 1, more: true },
    rows: waiting.slice(0, limit).map((row) => {
      const until = nearestClock(row);
      return {
        caseId: row.intakeId,
        number: row.code,
        applicantName: row.applicantName,
        procedureName: row.procedureName,
        status: 'registered' as const,
        dueAt: null,
        holderName: null,
        held: false,
        apologyDue: false,
        until,
        daysLeft: until === null ? null : dayOfDate(until.slice(0, 10)) - today,
        readyAt: null,
        place: null,
        legStage: null,
      };
    }),
  };
}
