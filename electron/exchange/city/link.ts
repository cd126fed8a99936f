/**
 * What a centre and its city's database say to each other (docs/adr/0032-the-city.md). The centre appends facts of its own cases and reads nothing; what it
 * is told are answers about what it names itself: how far there a case is that it has the key of, and how many there are of its own. `postgres.ts` does it
 * over a connection.
 */

/** One case as far as it is told: its steps from `first` on, in their order. */
export type ToldCase = {
  /** HMAC of the case under a key that never leaves the centre, 16 bytes. */
  readonly key: Buffer;
  /** The number of the first step of this push: one more than the last that is there. */
  readonly first: number;
  /** The first step that these take the place of; `first` where they only follow. */
  readonly over: number;
  /** What the case came to before (`headOf`); 32 zero bytes of one that was never told. */
  readonly prev: Buffer;
  readonly head: Buffer;
  /** Something of it was paid in cash. */
  readonly cash: boolean;
  readonly steps: readonly (readonly (string | number | boolean | null)[])[];
};

/**
 * - `taken`: it is there now.
 * - `have`: it was there already, just like this.
 * - `gap`: it does not follow what is there. `forked`: it follows something else. Both: ask how far it is there.
 * - `malformed`: it has no form, and nothing of it was taken.
 */
export type CityAnswer = { readonly is: 'taken' | 'have' | 'gap' | 'forked' | 'malformed' };

/** How far a case is there: the number of its last step, how many stand, and what it comes to. */
export type ToldHead = {
  readonly key: Buffer;
  readonly n: number;
  readonly live: number;
  readonly head: Buffer;
  readonly cash: boolean;
};

/** Of a desk's register: how far it was at its last push. */
export type WriterHead = { readonly seq: number; readonly head: Buffer };

export type CityHello = {
  readonly generation: string;
  readonly version: number;
  /** Milliseconds since 1970, by the city. */
  readonly now: number;
  readonly centre: string;
  /** Whether it is a city of practice offices; null until the first comes. */
  readonly practice: boolean | null;
  /** Null where this desk never pushed. */
  readonly writer: WriterHead | null;
  /** How many cases of this centre are there, and the sum of their marks (`markOf`). */
  readonly cases: number;
  readonly marks: number;
};

export type CityLink = {
  /** The last moment of the certificate that the city showed, milliseconds since 1970; left out where nobody looked. */
  readonly certificateUntil?: number;
  /** First of all: who pushes, and of which kind its office is. The answer is `false` where the city is of the other kind. */
  enter(desk: string, practice: boolean): Promise<boolean>;
  hello(desk: string): Promise<CityHello>;
  /** How far the register is that pushes now. `false`: it does not follow what was told before; the folder was copied, or is an older state. */
  tellWriter(desk: string, before: WriterHead | null, now: WriterHead): Promise<boolean>;
  heads(keys: readonly Buffer[]): Promise<readonly ToldHead[]>;
  append(facts: readonly ToldCase[]): Promise<readonly CityAnswer[]>;
  /** These cases are known here; in `settle` every other case of the centre is taken out of its figures. How many those were. */
  confirm(pass: number, keys: readonly Buffer[]): Promise<void>;
  settle(pass: number): Promise<number>;
  /** The day on which the centre's register began. A city of before does not ask for it. */
  begins(day: string): Promise<void>;
  /** Nothing waits any more: what the centre has is here, as of now. */
  done(): Promise<void>;
  /** The centre sends no more; what is there stays. */
  leave(): Promise<void>;
  end(): Promise<void>;
};
