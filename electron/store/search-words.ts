import { type Nearness, nearnessOf, slipsOf } from '../domain/search/words.ts';
import { type NameSet, addName, addPart, drop, emptySet, join, keep } from './name-set.ts';
import { waitingFrom } from './search-projection.ts';
import type { SearchStatements } from './search-statements.ts';

/** Names by how near they are to the words typed; none is in two of these. */
export type NamesByNearness = { readonly words: NameSet; readonly beginnings: NameSet; slip(): NameSet };

type Part = { readonly part: number; readonly names: Uint8Array };

/** Every name that the words fit. Slips are looked for when they are asked for. */
export function namesByNearness(find: SearchStatements, words: readonly string[]): NamesByNearness {
  const newest = (find.newestName.get() as number | null) ?? 0;
  const waiting = (find.waiting.all(waitingFrom(newest)) as { nameId: number; folded: string }[]).map(
    ({ nameId, folded }) => ({
      nameId,
      nearness: nearnessOf(folded, words),
    }),
  );
  const setOf = (rows: IterableIterator<unknown>): NameSet => {
    const set = emptySet(newest);
    for (const { part, names } of rows as IterableIterator<Part>) addPart(set, part, names);
    return set;
  };
  /** Adds the names that the index does not hold yet; the near ones belong to the nearer sets. */
  const withWaiting = (set: NameSet, wanted: readonly (Nearness | undefined)[]): NameSet => {
    for (const { nameId, nearness } of waiting) if (wanted.includes(nearness)) addName(set, nameId);
    return set;
  };
  const distinct = [...new Set(words)];
  const whole = distinct.map((word) => setOf(find.namesHolding.iterate(JSON.stringify([word]))));
  const begun = distinct.map((word) => setOf(find.namesHoldingBegun.iterate(word, `${word}\u{10ffff}`)));
  const allWhole = intersection(whole);
  const allBegun = intersection(begun);
  return {
    words: withWaiting(allWhole.slice(), ['name', 'words']),
    beginnings: withWaiting(drop(allBegun.slice(), allWhole), ['beginnings']),
    slip: () => {
      const found = emptySet(newest);
      distinct.forEach((word, slipped) => {
        const meant = slipsOf(word);
        if (meant.length === 0) return;
        const reading = setOf(find.namesHolding.iterate(JSON.stringify(meant)));
        begun.forEach((set, at) => at !== slipped && keep(reading, set));
        join(found, reading);
      });
      return withWaiting(drop(found, allBegun), ['slip']);
    },
  };
}

function intersection(sets: readonly NameSet[]): NameSet {
  const [first = emptySet(0), ...others] = sets;
  return others.reduce(keep, first.slice());
}
