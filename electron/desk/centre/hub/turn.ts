import { fault, isFault } from '../../../contract/base/fault.ts';
import { centreKeys, findCentre } from '../../../store/centre/hub/centre.ts';
import type { DeskContext } from '../../core/context.ts';
import type { CentreTurns } from '../../core/ports.ts';
import { type HubService, exchange, hubOf, withLink } from './service.ts';
import { isShutOut } from './state.ts';

/** So long somebody waits at the screen for another counter to be done, in milliseconds. */
const mostWait = 15_000;

/**
 * The turn of a centre, of which one counter at a time has it: everything that others told first, then what is done here, then told to them. Killed between the two
 * last, it is told at the next contact, and another counter may have done something meanwhile: what comes of that is a rule (store/common/office/accounts-told.ts), and told.
 */
export function centreTurns(deskOf: () => DeskContext): CentreTurns {
  const isMember = () => isOfCentre(hubOf(deskOf()));
  return {
    isMember,
    isCopy: () => isToldCopied(hubOf(deskOf())),
    turn: async (work) => {
      const desk = deskOf();
      if (!isMember()) return work();
      return desk.inTurn('centre', async () => {
        const service = hubOf(desk);
        const went = await withLink(service, (link) =>
          inTime(
            (isLate) =>
              link.turn(async () => {
                if (isLate()) return 'late' as const;
                const met = await exchange(service, link);
                return isFault(met) ? met : attempt(work, () => exchange(service, link));
              }),
            mostWait,
          ),
        );
        if (went === 'late') return fault('turn-taken', {});
        if ('done' in went) return went.done;
        if ('threw' in went) throw went.threw;
        // Whoever was shut out meanwhile goes on alone, and so do its people.
        return isMember() ? fault('turn-without-hub', {}) : work();
      });
    },
  };
}

type Attempt<T> = { readonly done: T } | { readonly threw: unknown };

/** What goes wrong in the work itself is no trouble of the way; and what was done stays done where it cannot be told at once. */
async function attempt<T>(work: () => Promise<T> | T, tell: () => Promise<unknown>): Promise<Attempt<T>> {
  try {
    const done = await work();
    await tell();
    return { done };
  } catch (error) {
    return { threw: error };
  }
}

/** Begins when the turn comes; whoever waited too long is told so and does nothing when it comes after all. */
async function inTime<T>(
  begin: (isLate: () => boolean) => Promise<T | 'late'>,
  milliseconds: number,
): Promise<T | 'late'> {
  let state: 'waits' | 'began' | 'late' = 'waits';
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => {
      if (state !== 'waits') return;
      state = 'late';
      resolve('late');
    }, milliseconds);
  });
  const turn = begin(() => {
    if (state === 'waits') state = 'began';
    return state === 'late';
  });
  try {
    return await Promise.race([turn, late]);
  } finally {
    clearTimeout(timer);
    // Nobody waits any more for a turn that came too late, or not at all.
    turn.catch(() => undefined);
  }
}

/** Whether this desk is a counter of a centre now: it has the centre's key, exchanges, and is let in. */
function isOfCentre({ desk, standing }: HubService): boolean {
  const kept = findCentre(desk.store.db);
  if (kept === undefined || kept.stopped !== null || centreKeys(desk.store.db).length === 0) return false;
  return !isShutOut(kept, standing.trouble);
}

/** Whether it was told that another computer works with a copy of its folder, and nobody has given it a code of its own since. */
function isToldCopied({ desk, standing }: HubService): boolean {
  const kept = findCentre(desk.store.db);
  return (
    kept?.stopped?.code === 'hub-desk-copied' || (kept !== undefined && standing.trouble?.fault === 'hub-place-taken')
  );
}
