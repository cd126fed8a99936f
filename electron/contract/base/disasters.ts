import type { FaultCode } from './fault.ts';

type Row = {
  /** Opening the register may meet it: at the start, at the first sign-in of a sealed office, at set-up. */
  readonly opening: boolean;
  /** Any call may, for the disk and the file are under all of them. */
  readonly calls: boolean;
  /** The desk itself is broken or its data cannot be used; not so where only somebody else has them open. */
  readonly ends: boolean;
  /** It stays so until the program opens the data again: the same call asked once more would find nothing else. */
  readonly lasts: boolean;
  /** What there is may still be read, by whoever has a password. */
  readonly look: boolean;
  /** A proven backup in the place of the data is a way out. */
  readonly restore: boolean;
};

const none = {
  opening: false,
  calls: false,
  ends: true,
  lasts: true,
  look: false,
  restore: false,
} as const satisfies Row;

/** What can happen to the data and the disk as a whole, and what is left to do then: the one table from which shells, calls and the recovery screen take it. */
export const disasters = {
  'store-locked': { ...none, opening: true, ends: false, lasts: false },
  'store-newer': { ...none, opening: true, look: true },
  'store-damaged': { ...none, opening: true, calls: true, look: true, restore: true },
  'store-older': { ...none, opening: true, look: true, restore: true },
  'store-branched': { ...none, opening: true, look: true, restore: true },
  'store-foreign': { ...none, opening: true },
  'store-gone': { ...none, opening: true, calls: true, restore: true },
  'store-unusable': { ...none, opening: true },
  'keys-missing': { ...none, opening: true, restore: true },
  'keys-damaged': { ...none, opening: true, restore: true },
  'keys-foreign': { ...none, opening: true, restore: true },
  'data-broken': { ...none, opening: true },
  'disk-failing': { ...none, opening: true, calls: true, lasts: false },
  'disk-full': { ...none, calls: true, lasts: false },
  unexpected: { ...none, calls: true, lasts: false },
} as const satisfies Partial<Record<FaultCode, Row>>;

export type Disaster = keyof typeof disasters;
type That<K extends keyof Row> = {
  [D in Disaster]: (typeof disasters)[D][K] extends true ? D : never;
}[Disaster];
export type OpeningDisaster = That<'opening'>;

export function disastersThat<K extends keyof Row>(what: K): readonly That<K>[] {
  const all = Object.keys(disasters) as Disaster[];
  return all.filter((one): one is That<K> => disasters[one][what]);
}

/** Whether a fault is one of those. */
export function isDisaster<K extends keyof Row>(code: string, what: K): code is That<K> {
  return (disastersThat(what) as readonly string[]).includes(code);
}
