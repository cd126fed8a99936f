/** Numbers that look drawn by lot and are the same for the same seed: a practice office must be makeable twice. */
export type SeededRandom = {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number from 0 up to, not including, `size`. */
  below(size: number): number;
  between(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  bytes(size: number): Uint8Array;
  /** What it will draw next, as plain numbers: somebody else may go on from here (`resumedRandom`). */
  state(): RandomState;
};

export type RandomState = readonly [a: number, b: number, c: number, counter: number];

/** Sfc32 (C. Doty-Humphrey, PractRand): 128 bits of state, only 32-bit additions and shifts. Not for secrets. */
export function seededRandom(seed: number, stream = 0): SeededRandom {
  const random = resumedRandom([seed | 0, stream | 0, 0x9e3779b9 | 0, 1]);
  // Neighbouring seeds begin alike; after a dozen rounds nothing of that is left.
  for (let round = 0; round < 12; round += 1) random.next();
  return random;
}

/** The same draws that whoever gave this state away would have made next. */
export function resumedRandom([startA, startB, startC, start]: RandomState): SeededRandom {
  let [a, b, c, counter] = [startA, startB, startC, start];

  function word(): number {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  }
  const next = () => word() / 4_294_967_296;
  const below = (size: number) => Math.floor(next() * size);
  return {
    next,
    below,
    between: (low, high) => low + next() * (high - low),
    chance: (probability) => next() < probability,
    pick: <T>(list: readonly T[]) => list[below(list.length)] as T,
    bytes: (size) => {
      const out = new Uint8Array(size);
      let left = 0;
      for (let at = 0; at < size; at += 1) {
        if (at % 4 === 0) left = word();
        out[at] = left & 0xff;
        left >>>= 8;
      }
      return out;
    },
    state: () => [a, b, c, counter],
  };
}

/** Draws from a table of values and weights; the weights need not add up to anything. */
export function weighted<T>(table: readonly (readonly [value: T, weight: number])[]): (random: SeededRandom) => T {
  let sum = 0;
  const values = table.map(([value]) => value);
  const until = table.map(([, weight]) => (sum += weight));
  return (random) => {
    const at = random.next() * sum;
    const found = until.findIndex((end) => at < end);
    return values[found === -1 ? values.length - 1 : found] as T;
  };
}
