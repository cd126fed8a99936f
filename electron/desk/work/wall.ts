import { setTimeout } from 'node:timers/promises';
import { type Fault, fault } from '../../contract/base/fault.ts';
import type { CivilTime } from '../../contract/base/values.ts';
import { type WallFigure, type WallFigures, type WallFile, wallWaits } from '../../contract/work/wall.ts';
import { secondsOf, startOfDay } from '../../domain/base/civil-time.ts';
import { mayCall } from '../../domain/office/call-roles.ts';
import { radarRanges } from '../../domain/work/radar.ts';
import { countWaiting } from '../../store/intake/intake.ts';
import { registerHead } from '../../store/journal/journal.ts';
import type { Session } from '../core/client.ts';
import type { DeskContext } from '../core/context.ts';

/** How often a waiting question looks whether the register is further. The head is in memory's reach: a look costs some microseconds. */
const lookEveryMs = 40;

/** So many questions wait at a time: each holds a connection of the window's door, and the counter needs some. The next is answered at once. */
const mostWaiting = 4;
const waiting = new WeakMap<object, number>();

/** How the ward stands; with `since` as soon as the register is further than that, or after a while. */
export async function wall(
  desk: DeskContext,
  since: string | undefined,
  session: Session | null,
): Promise<WallFigures> {
  if (since !== undefined) await untilFurther(desk, since);
  const now = desk.nowCivil();
  const made = await desk.reader.read('wall', askedOf(desk, now, session));
  return { ...made, now, intake: countWaiting(desk.store.db) };
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
  { figure, key, limit }: { figure: WallFigure; key?: string | undefined; limit: number },
  session: Session,
): Promise<{ files: WallFile[]; count: number } | Fault<'wall-closed'>> {
  if (figure === 'person' && !arePeopleShown(desk, session)) return fault('wall-closed', {});
  return desk.reader.read('wallFiles', { ...askedOf(desk, desk.nowCivil(), session), figure, key, limit });
}

/** Waits until the register is further than that, for a while, and where not too many wait already. */
async function untilFurther(desk: DeskContext, since: string): Promise<void> {
  const before = waiting.get(desk.opening) ?? 0;
  if (before >= mostWaiting) return;
  waiting.set(desk.opening, before + 1);
  try {
    const { clock } = desk.ports;
    const until = clock.now() + wallWaits;
    // The register may be closed meanwhile; who asked asks the next one. A clock that is set back keeps nobody waiting.
    for (let waited = 0; waited < wallWaits && clock.now() < until; waited += lookEveryMs) {
      if (desk.hasEnded() || registerHead(desk.store.db) !== since) return;
      await setTimeout(lookEveryMs, undefined, { ref: false });
    }
  } finally {
    waiting.set(desk.opening, (waiting.get(desk.opening) ?? 1) - 1);
  }
}
