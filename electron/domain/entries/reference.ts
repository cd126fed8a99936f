/** How one entry speaks of another, or of a line, a leg or a question that another one made, so that it means the same at every desk. */

/** What an entry is called wherever it is: its desk's UUID and its place in that desk's chain. `018f….17` */
export type EntryName = string;

/** Which entry a recorded thing is. */
export type Named = {
  /** The desk's UUID. */
  readonly desk: string;
  /** Its place among the desk's own entries: with the desk a name that no other entry of a case has. */
  readonly deskSeq: number;
  /** Entries of the same subject that its desk had not seen, and whose desks had not seen it; absent where there are none. */
  readonly apart?: readonly EntryName[];
};

export function entryName({ desk, deskSeq }: Named): EntryName {
  return `${desk}.${deskSeq}`;
}

/**
 * One of the things that entries of a case make: its fees, its legs, what was asked of others. A text names the entry that made it and
 * its place among what that entry made: `2` is the third of the reception, which is the first entry of every case; `018f….17.0` the first that
 * entry 17 of that desk made. A number is the place in the list as it was when it was written, as all entries said it until
 * references were kept (ADR 21): what another desk adds at the same time would move it.
 */
export type Reference = number | string;

/** The nth of what an entry makes. */
export function referenceTo(maker: Named | 'reception', nth: number): string {
  return maker === 'reception' ? String(nth) : `${entryName(maker)}.${nth}`;
}

/** Which of the list is spoken of; -1 where it is not there. */
export function placeOf(list: readonly { readonly ref: string }[], spokenOf: Reference): number {
  if (typeof spokenOf === 'string') return list.findIndex(({ ref }) => ref === spokenOf);
  return spokenOf < list.length ? spokenOf : -1;
}
