import { type Notice, findCentre, keepNotices } from '../../store/centre/hub/centre.ts';
import type { Store } from '../../store/store.ts';
import { type ClockDoubt, type MachineRun, doubtedClock } from './clock.ts';

/** From a difference of two minutes on it is told; from ten on (`doubtedClock`) the desk's own clock is in doubt, until a person has looked at a third. */
const noticedClock = 2 * 60_000;

/** Told, and kept with the exact difference: a desk that is opened again without its hub is in doubt as before. */
const differs = 'hub-clock-differs';
/** Told, and kept as what a person said: this counter is right although the hub is so far off. */
const confirmed = 'hub-clock-confirmed';

function apart(ahead: number) {
  const way = ahead > 0 ? { wayVi: 'nhanh hơn', wayEn: 'ahead of' } : { wayVi: 'chậm hơn', wayEn: 'behind' };
  return { minutes: Math.round(Math.abs(ahead) / 60_000), ...way };
}

/**
 * What has to be told of both clocks. That a person confirmed this one holds for as long as the hub stays about as far off as it was then: where both agree again,
 * or the difference became another by more than is doubted, it is gone, and the next difference is asked about anew.
 * @param before what was told until now
 * @param ahead milliseconds; null where the hub was not asked
 * @param run of which run of the machine that is; undefined where it does not say
 */
export function clockNotices(before: readonly Notice[], ahead: number | null, run?: MachineRun): Notice[] {
  const kept = before.filter(({ code }) => code === confirmed);
  if (ahead === null) return before.filter(({ code }) => code === confirmed || code === differs);
  if (Math.abs(ahead) < noticedClock) return [];
  const stands = kept.filter(({ data }) => Math.abs(ahead - Number(data['ahead'])) < doubtedClock);
  return stands.length > 0 ? stands : [{ code: differs, data: { ...apart(ahead), ahead, ...run } }];
}

/** What the desk's clock has to hear of the hub's, after an exchange. */
export function clockDoubt(store: Store, ahead: number, begun?: number): ClockDoubt | null {
  const isConfirmed = findCentre(store.db)?.notices.some(({ code }) => code === confirmed) === true;
  if (Math.abs(ahead) < doubtedClock || isConfirmed) return null;
  return {
    ahead,
    begun,
    confirm: () => {
      const kept = findCentre(store.db);
      if (kept === undefined) return;
      const others = kept.notices.filter(({ code }) => code !== differs && code !== confirmed);
      store.keep((db) => keepNotices(db, [...others, { code: confirmed, data: { ...apart(ahead), ahead } }]));
    },
  };
}

/**
 * The same for a desk that is opened: what its last exchange left in doubt, and nobody has looked at since. In the same run of the machine a clock that was set meanwhile is
 * seen by the time that it ran; of another run nothing is known, and the doubt is what it was.
 */
export function keptDoubt(store: Store, run: MachineRun | undefined): ClockDoubt | null {
  const kept = findCentre(store.db)?.notices.find(({ code }) => code === differs)?.data ?? {};
  const ahead = Number(kept['ahead'] ?? 0);
  const begun = run !== undefined && kept['boot'] === run.boot ? Number(kept['begun']) : undefined;
  return Number.isFinite(ahead) ? clockDoubt(store, ahead, begun) : null;
}
