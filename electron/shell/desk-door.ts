import { type Fault, fault, isFault } from '../contract/base/fault.ts';
import type { AnyRouter } from '@orpc/server';
import { recoveryRouter } from '../desk/safety/backup/recovery.ts';
import type { Ports } from '../desk/core/ports.ts';
import { type Desk, createDesk, createLook } from '../desk/desk.ts';

/** A desk that may not be open yet: a window must come up even where the store cannot, to say why and to try again. */
export type DeskDoor = {
  /** The open desk, or why there is none. */
  desk(): Desk | Fault;
  /** Tries once more where the last try failed and a page was told so. */
  retry(): Desk | Fault;
  /** What a window may ask while there is no desk. */
  readonly recovery?: AnyRouter;
  close(): Promise<void>;
};

export function openDoor(ports: Ports): DeskDoor {
  let found: Desk | Fault = open();
  /** Whether a page was told why there is no desk any more: only who has read that tries again. */
  let told = true;
  let closing: Promise<void> | undefined;

  function open(): Desk | Fault {
    const desk = createDesk(ports);
    if (!isFault(desk)) desk.keep();
    return desk;
  }

  /** A desk whose file went away answers nothing more: the page is shown the recovery. */
  function giveUpLost(): void {
    const lost = isFault(found) ? null : found.lost();
    if (isFault(found) || lost === null) return;
    closing = found.close();
    found = lost;
    told = false;
  }

  function look(): Fault | null {
    if (!isFault(found)) return fault('recovery-not-needed', {});
    const looked = createLook(ports, found);
    if (isFault(looked)) return looked;
    found = looked;
    return null;
  }

  return {
    desk: () => {
      giveUpLost();
      return found;
    },
    retry() {
      giveUpLost();
      if (isFault(found) && told) found = open();
      told = true;
      if (isFault(found)) ports.log.write('desk-not-open', { fault: found.fault });
      return found;
    },
    recovery: recoveryRouter(ports, look),
    async close() {
      await closing;
      if (!isFault(found)) await found.close('with-backup');
    },
  };
}
