import { isFault } from '../../../contract/base/fault.ts';
import { toCivilTime } from '../../../domain/base/civil-time.ts';
import { paperOfAct } from '../../../domain/counter/case/acts/acts.ts';
import { findUnit, unitsOf } from '../../../domain/catalogue/catalogue.ts';
import type { LegDefinition } from '../../../domain/entries/case.ts';
import { getCaseFile } from '../../../store/counter/case/case.ts';
import { uuidText } from '../../../store/file/rows/codecs.ts';
import type { MadeEntry } from '../../../store/journal/make-entry.ts';
import { recordAct } from '../../counter/case/act.ts';
import { paperOfCase } from '../../counter/case/papers/case-papers.ts';
import { legsFor } from '../../catalogue/competent.ts';
import { authorOf } from '../../core/session/client.ts';
import type { DeskContext } from '../../core/context.ts';
import { setFee } from '../../counter/money/fees.ts';
import { keepPaperAtOnce } from '../../papers/make.ts';
import { giveUpBundle, settleBundle } from '../../routing/bundle-loss.ts';
import { paperOfHandOver } from '../../routing/hand-over-papers.ts';
import { makeHandOver, signHandOver } from '../../routing/hand-over.ts';
import { lastCases } from './cases.ts';
import type { DiaryMoment } from './diary.ts';
import { type PastOffice, type Presence, done } from './past-office.ts';
import type { PlannedTrip, Trip, TripStep } from './trip-acts.ts';
import { placeTrips, signedBy, trips } from './trips.ts';
import type { WorkTime } from '../work-time.ts';

export type Elsewhere = {
  readonly places: ReturnType<typeof placeTrips>;
  readonly planned: readonly PlannedTrip[];
};

/** Which files of a practice office other agencies decide, and by which way they get there. */
export function planElsewhere(
  desk: DeskContext,
  days: readonly { readonly index: number; readonly cases: number }[],
  end: number,
): Elsewhere {
  const planned = trips.map((trip) => ({ procedure: trip.procedure, legs: wayOf(desk, trip) }));
  return { places: placeTrips(days, end, lastCases), planned };
}

/** The way that the counter would give the file (competent.ts). */
function wayOf(desk: DeskContext, { procedure: code, to }: Trip): readonly LegDefinition[] {
  const procedure = desk.findProcedure(code);
  if (procedure === undefined) throw new Error(`the catalogue has no procedure ${code}`);
  if (to === 'here') return [];
  const unit = to === 'its-own-way' ? {} : { competentUnit: { code: neighbour(desk, to) } };
  const legs = legsFor(desk, procedure, { channel: 'direct', ...unit });
  if (isFault(legs)) throw new Error(`no way for ${code}: ${legs.fault}`);
  return legs;
}

/** The communes next to this one in the list of its province. */
function neighbour(desk: DeskContext, which: 'first-neighbour' | 'second-neighbour'): string {
  const { unitCode } = desk.getOffice();
  const own = findUnit(desk.catalogue, unitCode);
  const units = unitsOf(desk.catalogue, own?.provinceCode ?? '').map(({ code }) => code);
  const at = units.indexOf(unitCode);
  const code = units[(at + (which === 'first-neighbour' ? 1 : 2)) % units.length];
  if (code === undefined) throw new Error(`no commune beside ${unitCode}`);
  return code;
}

/** The same by file: what the thread that makes the days has to know. */
export function filesElsewhere({ places, planned }: Elsewhere): ReadonlyMap<number, PlannedTrip> {
  return new Map(
    [...places].flatMap(([after, { trip }]) => {
      const known = planned[trip];
      return known === undefined ? [] : [[after, known] as const];
    }),
  );
}

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

  return function momentsOf(nth: number, entries: readonly MadeEntry[]): readonly DiaryMoment[] {
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

  function momentsOfTrip(which: number, files: readonly File[], index: number): DiaryMoment[] {
    const agency = planned[which]?.legs[0]?.agency ?? '';
    const last = Math.max(...files.map(({ at }) => at));
    let handOverId = '';

    function happen(step: TripStep, at: number): void {
      const there = presence('by' in step ? step.by : 'clerk', at);
      const { desk, session, requestId } = there;
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
          if (step.withPaper)
            done(keepPaperAtOnce(desk, session, { source: paperOfHandOver(desk, handOverId), form: 'ban-giao' }));
          return;
        case 'sign':
          done(signHandOver(desk, { handOverId, missing: step.missing.map(idOf), by: signedBy }, session));
          return;
        default:
          onFile(there, idOf(step.of), step, at);
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

type FileStep = Exclude<TripStep, { readonly does: 'list' | 'sign' }>;

/** What somebody does to one file, with the paper that goes with it. */
function onFile({ desk, session }: Presence, caseId: string, step: FileStep, at: number): void {
  const paper = (form: string) => done(keepPaperAtOnce(desk, session, { source: paperOfCase(desk, caseId), form }));
  switch (step.does) {
    case 'act': {
      const { state } = getCaseFile(desk.store.db, caseId);
      const act = step.act(toCivilTime(at), { state, calendar: desk.calendar() });
      const { actions } = done(recordAct(desk, caseId, act, session, step));
      const last = actions.findLast(({ action }) => action.type !== 'bundle-moved')?.action;
      const form = last === undefined ? undefined : paperOfAct(act.type, last);
      if (form !== undefined && step.withoutPaper !== true) paper(form);
      return;
    }
    case 'paper':
      paper(step.form);
      return;
    case 'bundle':
      onBundle({ desk, session }, caseId, step.change);
      return;
    case 'set-fee':
      done(setFee(desk, { caseId, line: 0, amount: step.amount, source: step.source }, session));
  }
}

function onBundle(
  { desk, session }: Pick<Presence, 'desk' | 'session'>,
  caseId: string,
  change: Extract<FileStep, { does: 'bundle' }>['change'],
): void {
  switch (change) {
    case 'take': {
      // As a scan of its label records it; a number is not looked for while the many are being written.
      const to = { kind: 'person', username: session.username } as const;
      done(
        desk.store.write(authorOf(session), desk.now(), (tx) =>
          tx.append({ kind: 'case', caseId }, { type: 'bundle-moved', to }),
        ),
      );
      return;
    }
    case 'lose': {
      const lost = { caseId, reason: 'Thất lạc khi chuyển phòng làm việc', unit: 'Phòng Văn hóa - Xã hội' };
      done(giveUpBundle(desk, lost, session));
      return;
    }
    case 'settle':
      done(settleBundle(desk, { caseId, note: 'Đã xin lỗi, lập lại giấy tờ từ bản lưu' }, session));
  }
}
