import { setImmediate } from 'node:timers/promises';
import type { Steps } from '../domain/base/resumable.ts';

/** So many pieces are done before the desk may answer somebody else; a receipt has hardly more. */
const piecesInOneGo = 8;

/**
 * To the end, with a turn for others on the way: a register of a month has thousands of lines, and a queue stands before the desk. The
 * first pieces are done before this returns, so that what is read there is of the moment it was asked.
 * @param signal ends it at the next turn, with the reason that it gives
 * @param tell how many pieces are done, now and then
 */
export async function inSlices<T>(steps: Steps<T>, signal?: AbortSignal, tell?: (done: number) => void): Promise<T> {
  let done = 0;
  let step = steps.next();
  while (step.done !== true) {
    done += 1;
    if (done % piecesInOneGo === 0) {
      await setImmediate();
      signal?.throwIfAborted();
      tell?.(done);
    }
    step = steps.next();
  }
  return step.value;
}
