import { type Fault, fault } from '../../contract/base/fault.ts';
import type { DeskContext } from './context.ts';

/** What takes long and no clerk waits for: under a name that whoever asked chose, by which it is watched and given up. */

type UnderWay = { done: number; of: number; readonly stop: AbortController };

/** What is under way at each opening of a register, by name. */
const underWay = new WeakMap<object, Map<string, UnderWay>>();

function worksOf({ opening }: DeskContext): Map<string, UnderWay> {
  const found = underWay.get(opening);
  if (found !== undefined) return found;
  const none = new Map<string, UnderWay>();
  underWay.set(opening, none);
  return none;
}

/** How far it is; null where nothing of that name is under way. */
export function progressOf(desk: DeskContext, watch: string): { readonly done: number; readonly of: number } | null {
  const work = worksOf(desk).get(watch);
  return work === undefined ? null : { done: work.done, of: work.of };
}

/** Whether there was something to give up. */
export function giveUp(desk: DeskContext, watch: string): boolean {
  const work = worksOf(desk).get(watch);
  work?.stop.abort(givenUp);
  return work !== undefined;
}

const givenUp = new Error('whoever asked for it gave it up');

/** Whoever does the work tells how far it is, and asks the signal before anything of it is kept. */
export type Watching = { readonly tell: (done: number, of: number) => void; readonly signal: AbortSignal };

/** Who gives up is answered at once, also while the work waits for its turn; it ends by itself at its next look at the signal. */
function abandoned(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(givenUp), { once: true });
  });
}

/** @param watch the name; left out, nobody watches it and nobody can give it up */
export async function watched<T>(
  desk: DeskContext,
  watch: string | undefined,
  work: (watching: Watching) => Promise<T>,
): Promise<T | Fault<'report-cancelled'>> {
  const { tell, signal, end } = tellingOf(desk, watch);
  try {
    return await Promise.race([work({ tell, signal }), abandoned(signal)]);
  } catch (error) {
    if (error === givenUp) return fault('report-cancelled', {});
    throw error;
  } finally {
    end();
  }
}

/** What tells how far it is and, being recorded already, need not hear that it was given up. Whoever does it says when it is over. */
export function tellingOf(desk: DeskContext, watch: string | undefined): Watching & { readonly end: () => void } {
  const one: UnderWay = { done: 0, of: 0, stop: new AbortController() };
  const works = worksOf(desk);
  const name = watch ?? crypto.randomUUID();
  works.set(name, one);
  return {
    tell: (done, of) => void Object.assign(one, { done, of }),
    signal: one.stop.signal,
    end: () => {
      if (works.get(name) === one) works.delete(name);
    },
  };
}
