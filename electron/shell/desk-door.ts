import { type Fault, isFault } from '../contract/fault.ts';
import type { Ports } from '../desk/core/ports.ts';
import { type Desk, createDesk } from '../desk/desk.ts';

/** A desk that may not be open yet: a window must come up even where the store cannot, to say why and to try again. */
export type DeskDoor = {
  /** The open desk, or why there is none. */
  desk(): Desk | Fault;
  /** Tries once more where the last try failed. */
  retry(): Desk | Fault;
  close(): Promise<void>;
};

export function openDoor(ports: Ports): DeskDoor {
  let found: Desk | Fault = createDesk(ports);
  return {
    desk: () => found,
    retry() {
      if (isFault(found)) found = createDesk(ports);
      if (isFault(found)) ports.log.write('desk-not-open', { fault: found.fault });
      return found;
    },
    async close() {
      if (!isFault(found)) await found.close();
    },
  };
}
