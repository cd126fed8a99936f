import type { HoursView } from '../../../contract/common/office/hours.ts';
import { fault, isFault } from '../../../contract/base/fault.ts';
import type { OfficeEvent } from '../../../domain/entries/entry.ts';
import { findOpeningHours } from '../../../store/common/office/settings.ts';
import type { DeskContext } from '../../core/context.ts';
import { setEverywhere } from '../../core/everywhere.ts';
import { type Caller, type Handlers, getSession } from '../../core/handler.ts';

/** When the office is open, as it was set from which day on; promises already made stay what they are. */
export const hoursHandlers: Pick<Handlers['office'], 'hours' | 'setWeek' | 'setDay'> = {
  hours: (desk) => hoursView(desk),

  setWeek: (desk, week, caller) => set(desk, caller, week.from, { type: 'week-hours-set', ...week }),

  setDay: (desk, day, caller) => set(desk, caller, day.date, { type: 'day-hours-set', ...day }),
};

/** A day that is over was worked as it was: hours are set from today on. */
async function set(
  desk: DeskContext,
  caller: Caller,
  from: string,
  event: Extract<OfficeEvent, { type: 'week-hours-set' | 'day-hours-set' }>,
) {
  const today = desk.nowCivil().slice(0, 10);
  if (from < today) return fault('hours-past', { from, today });
  const done = await setEverywhere(desk, getSession(caller), event);
  if (isFault(done)) return done;
  desk.forget();
  return hoursView(desk);
}

function hoursView(desk: DeskContext): HoursView {
  return {
    ...findOpeningHours(desk.store.db),
    base: desk.getOffice().hours,
    today: desk.nowCivil().slice(0, 10),
  };
}
