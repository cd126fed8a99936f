import { type Fault, fault } from '../../../contract/base/fault.ts';
import type { CivilTime } from '../../../contract/base/values.ts';
import {
  type WallFigure,
  type WallFigures,
  type WallFile,
  ofPersons,
  wallWaits,
} from '../../../contract/counter/work/wall.ts';
import { secondsOf, startOfDay } from '../../../domain/base/civil-time.ts';
import { mayCall } from '../../../domain/common/office/call-roles.ts';
import { radarRanges } from '../../../domain/counter/work/radar.ts';
import { countWaiting } from '../../../store/counter/intake/intake.ts';
import { registerHead } from '../../../store/journal/journal.ts';
import type { Session } from '../../core/session/client.ts';
import type { DeskContext } from '../../core/context.ts';

/** So many questions wait at a time: each holds a connection of the window's door, and the counter needs some. The next is answered at once. */
const mostWaiting = 4;
const waiting = new WeakMap<object, number>();

/** How the ward stands; with `since` as soon as the register is further than that, or after a while. */
export function wall(desk: DeskContext, since: string | undefined, session: Session | null): Promise<WallFigures> {
  const read = async (): Promise<WallFigures> => {
    const now = desk.nowCivil();
    const made = await desk.reader.read('wall', askedOf(desk, now, session));
    return { ...made, now, intake: countWaiting(desk.store.db) };
  };
  return since === undefined ? read() : onceFurther(desk, since, read);
}

function askedOf(desk: DeskContext, now: CivilTime, session: Session | null) {
  return {
    now: secondsOf(now),
    startOfDay: secondsOf(startOfDay(now.slice(0, 10))),
    ranges: radarRanges(now, desk.calendar()),
    people: arePeopleShown(desk, session),
    incentives: desk.incentives(),
  };
}

function arePeopleShown(desk: DeskContext, session: Session | null): boolean {
  return desk.getOffice().peopleOnWall === true && session !== null && mayCall(session.role, 'supervisor');
}

/** The files behind a figure. Those of one person are listed where the wall may show persons at all. */
export async function wallFiles(
  desk: DeskContext,
  { figure, key, skip, limit }: { figure: WallFigure; key?: string | undefined; skip: number; limit: number },
  session: Session,
): Promise<{ files: WallFile[]; count: number } | Fault<'wall-closed'>> {
  if (ofPersons.has(figure) && !arePeopleShown(desk, session)) return fault('wall-closed', {});
  return desk.reader.read('wallFiles', { ...askedOf(desk, desk.nowCivil(), session), figure, key, skip, limit });
}

/**
 * Reads as soon as the register is further than that, or after a while; at once where too many wait already, and where the register is closed, which the
 * reading then says. It begins with the commit itself: the thread reads while the desk goes on to the paper of a reception.
 */
function onceFurther<T>(desk: DeskContext, since: string, read: () => Promise<T>): Promise<T> {
  const isFurther = () => registerHead(desk.store.db) !== since;
  const before = waiting.get(desk.opening) ?? 0;
  if (before >= mostWaiting || desk.hasEnded() || isFurther()) return read();
  waiting.set(desk.opening, before + 1);
  return new Promise((resolve) => {
    const go = (): void => {
      leave();
      stop();
      clearTimeout(late);
      waiting.set(desk.opening, (waiting.get(desk.opening) ?? 1) - 1);
      resolve(read());
    };
    const leave = desk.store.onCommit(() => {
      try {
        if (!isFurther()) return;
      } catch {
        // Whoever committed is not told of a file that went away meanwhile; the reading tells it to who asked.
      }
      go();
    });
    const stop = desk.onEnd(go);
    const late = setTimeout(go, wallWaits).unref();
  });
}
