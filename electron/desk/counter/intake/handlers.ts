import { fault, isFault } from '../../../contract/base/fault.ts';
import { nearestClock } from '../../../domain/counter/intake/clocks.ts';
import { intakeEvents, waitingIntakes } from '../../../store/counter/intake/intake.ts';
import { type Handlers, getSession } from '../../core/handler.ts';
import { actOnIntake, openIntake } from './act.ts';
import { factsOf } from './facts.ts';
import { importPack } from './import-pack.ts';
import { intakeRow, viewIntake } from './view.ts';

/** What is counted and looked at for its clocks; a desk with more has other troubles. */
const most = 1000;

export const intakeHandlers: Handlers['intake'] = {
  open: (desk, { trackingNumber, ...input }, caller) => {
    const facts = factsOf(desk, input, trackingNumber === undefined ? {} : { trackingNumber });
    if (isFault(facts)) return facts;
    const { intakeId, kind, act, draftId, print, printer } = input;
    return openIntake(desk, { intakeId, kind, facts, act, draftId, print, printer }, getSession(caller));
  },

  importPack: (desk, { text }, caller) => importPack(desk, text, getSession(caller)),

  list: (desk, { text, limit }) => {
    const row = (kept: Parameters<typeof intakeRow>[1]) => intakeRow(desk, kept);
    const all = waitingIntakes(desk.store.db, 'registered', '', most).map(row);
    const asked = text === '' ? all : waitingIntakes(desk.store.db, 'registered', text, most).map(row);
    const now = desk.nowCivil();
    const running = all.flatMap(({ notifyDue, answerDue }) => [notifyDue, answerDue]).filter((due) => due !== null);
    // The nearest end of a clock first; what has none follows as it came, then what waits for papers.
    const urgent = asked.toSorted((a, b) => compareClocks(nearestClock(a), nearestClock(b)));
    return {
      now,
      waiting: all.length,
      late: all.filter(({ notifyLate, answerLate }) => notifyLate || answerLate).length,
      nearest: running.filter((due) => due >= now).toSorted()[0] ?? null,
      rows: [...urgent, ...waitingIntakes(desk.store.db, 'supplement-requested', text, limit).map(row)].slice(0, limit),
    };
  },

  get: (desk, { intakeId }, caller) => {
    const events = intakeEvents(desk.store.db, intakeId);
    if (events.length === 0) return fault('intake-unknown', { intakeId });
    return viewIntake(desk, intakeId, events, { role: getSession(caller).role, term: null });
  },

  act: (desk, input, caller) => actOnIntake(desk, input, getSession(caller)),
};

function compareClocks(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  return b === null || a < b ? -1 : 1;
}
