/** How far a long reading is, in files or petitions. */
export type HowFar = (done: number, of: number) => void;

/** So many are read between two words of how far it is. */
const toldEvery = 200;

/** All of a list one after another, told on the way and at its end. */
export function* toldOnTheWay<T>(list: readonly T[], tell?: HowFar): Generator<T> {
  for (const [at, one] of list.entries()) {
    if (at % toldEvery === 0) tell?.(at, list.length);
    yield one;
  }
  tell?.(list.length, list.length);
}
