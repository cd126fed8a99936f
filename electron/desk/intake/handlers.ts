import { fault, isFault } from '../../contract/fault.ts';
import { nearestClock } from '../../domain/intake/clocks.ts';
import { intakeEvents, waitingIntakes } from '../../store/intake/intake.ts';
import { type Handlers, getSession } from '../core/handler.ts';
import { actOnIntake, openIntake } from './act.ts';
import { factsOf } from './facts.ts';
import { importPack } from './import-pack.ts';
import { intakeRow, viewIntake } from './view.ts';

/** What is counted and looked at for its clocks; a desk with more has other troubles. */
const most = 1000;

export const intakeHandlers: Handlers['intake'] = {
  open: (room, { trackingNumber, ...input }, caller) => {
    const facts = factsOf(room, input, trackingNumber === undefined ? {} : { trackingNumber });
    if (isFault(facts)) return facts;
    const { intakeId, kind, act, draftId, print, printer } = input;
    return openIntake(room, { intakeId, kind, facts, act, draftId, print, printer }, getSession(caller));
  },

  importPack: (room, { text }, caller) => importPack(room, text, getSession(caller)),

  list: (room, { text, limit }) => {
    const row = (kept: Parameters<typeof intakeRow>[1]) => intakeRow(room, kept);
    const all = waitingIntakes(room.store.db, 'registered', '', most).map(row);
    const asked = text === '' ? all : waitingIntakes(room.store.db, 'registered', text, most).map(row);
    const now = room.nowCivil();
    const running = all.flatMap(({ notifyDue, answerDue }) => [notifyDue, answerDue]).filter((due) => due !== null);
    // The nearest end of a clock first; what has none follows as it came, then what waits for papers.
    const urgent = asked.toSorted((a, b) => compareClocks(nearestClock(a), nearestClock(b)));
    return {
      now,
      waiting: all.length,
      late: all.filter(({ notifyLate, answerLate }) => notifyLate || answerLate).length,
      nearest: running.filter((due) => due >= now).toSorted()[0] ?? null,
      rows: [...urgent, ...waitingIntakes(room.store.db, 'supplement-requested', text, limit).map(row)].slice(0, limit),
    };
  },

  get: (room, { intakeId }, caller) => {
    const events = intakeEvents(room.store.db, intakeId);
    if (events.length === 0) return fault('intake-unknown', { intakeId });
    return viewIntake(room, intakeId, events, { role: getSession(caller).role, term: null });
  },

  act: (room, input, caller) => actOnIntake(room, input, getSession(caller)),
};

function compareClocks(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  return b === null || a < b ? -1 : 1;
}
