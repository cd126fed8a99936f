import { toCivilTime } from '../../domain/base/civil-time.ts';
import { uuidText } from '../../store/file/codecs.ts';
import type { MadeEntry } from '../../store/journal/make-entry.ts';
import { recordAct } from '../case/act.ts';
import { makeHandOver, signHandOver } from '../routing/hand-over.ts';
import type { Moment } from './diary.ts';
import { type PastOffice, done } from './past-office.ts';
import { type PlannedTrip, type TripStep, signedBy, trips } from './trips.ts';
import type { WorkTime } from './work-time.ts';

type TripPlan = {
  readonly time: WorkTime;
  readonly days: readonly { readonly index: number }[];
  readonly cases: number;
  readonly places: ReadonlyMap<number, { readonly trip: number; readonly file: number }>;
  readonly planned: readonly PlannedTrip[];
};

type File = { readonly caseId: string; readonly at: number };

const hour = 3600;
/** A file is looked through before it goes on. */
const soonest = 1800;

/** What becomes of the files that other agencies decide: sent, signed for and answered by the office's own handlers. */
export function planTrips({ time, days, cases, places, planned }: TripPlan, presence: PastOffice) {
  let made = 0;

  return function momentsOf(nth: number, entries: readonly MadeEntry[]): readonly Moment[] {
    const index = days[nth]?.index;
    if (index === undefined) return [];
    const begun = new Map<number, File[]>();
    for (const { type, at, subject } of entries) {
      if (type !== 'received') continue;
      made += 1;
      const place = places.get(cases - made);
      if (place === undefined) continue;
      const file = { caseId: uuidText(subject.name), at: time.workSecondOf(at * 1000) };
      begun.set(place.trip, [...(begun.get(place.trip) ?? []), file]);
    }
    return [...begun].flatMap(([trip, files]) => momentsOfTrip(trip, files, index));
  };

  function momentsOfTrip(which: number, files: readonly File[], index: number): Moment[] {
    const agency = planned[which]?.legs[0]?.agency ?? '';
    const last = Math.max(...files.map(({ at }) => at));
    let handOverId = '';

    function happen(step: TripStep, at: number): void {
      const { desk, session, requestId } = presence(step.does === 'act' ? step.by : 'clerk', at);
      const idOf = (file: number) => files[file]?.caseId ?? '';
      switch (step.does) {
        case 'list':
          handOverId = requestId;
          done(
            makeHandOver(
              desk,
              { requestId, to: { kind: 'unit', name: agency }, caseIds: step.of.map(idOf), note: '' },
              session,
            ),
          );
          return;
        case 'sign':
          done(signHandOver(desk, { handOverId, missing: step.missing.map(idOf), by: signedBy }, session));
          return;
        case 'act':
          done(recordAct(desk, idOf(step.of), step.act(toCivilTime(at)), session));
      }
    }

    return (trips[which]?.steps ?? []).map((step, nth) => {
      const meant = (index + step.day) * time.secondsADay + Math.round(step.hour * hour);
      const at = time.instantOf(Math.max(meant, last + soonest + nth));
      return {
        at,
        happen: () => {
          happen(step, at);
          return [];
        },
      };
    });
  }
}
