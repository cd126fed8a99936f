import { type Nearness, nearnessOf, ordersOf, slipsOf } from '../../../domain/counter/search/words.ts';
import {
  type NameSet,
  addName,
  addPart,
  emptySet,
  hasName,
  initialsWord,
  intersect,
  isEmpty,
  newestOf,
  noNames,
  sizeOf,
  subtract,
  unite,
  waitingFrom,
} from '../../common/person/name-index.ts';
import { type Found, type SearchStatements, casesOf, scannedCases } from './statements.ts';

/** Of more names than these, and not common enough to meet in the newest cases, only the newest are looked up. */
const mostNames = 3000;

/** The typed name exactly, then the same words in another order. */
export function byWholeName(find: SearchStatements, words: readonly string[], limit: number): number[] {
  const [typed = '', ...others] = ordersOf(words);
  return [[typed], others].flatMap((names) => ofNames(find, find.names.all(JSON.stringify(names)) as number[], limit));
}

/** Every word is a word of the name, then every word begins one, then one word has a slip in it and the others stand or are begun. */
export function byWords(find: SearchStatements, words: readonly string[], limit: number): number[] {
  const names = namesByNearness(find, words);
  return inTurn(find, [names.words, names.beginnings, names.slip], limit);
}

/** Every word is a word of the name, and nothing farther. */
export function byWholeWords(find: SearchStatements, words: readonly string[], limit: number): number[] {
  return ofSet(find, namesByNearness(find, words).words(), limit);
}

/** As `byWords`, but nothing typed has a slip in it: for names that hold numbers. */
export function byStandingWords(find: SearchStatements, words: readonly string[], limit: number): number[] {
  if (words.length === 0) return [];
  const names = namesByNearness(find, words);
  return inTurn(find, [names.words, names.beginnings], limit);
}

function inTurn(find: SearchStatements, sets: readonly (() => NameSet)[], limit: number): number[] {
  const found = new Set<number>();
  for (const set of sets) {
    if (found.size >= limit) break;
    for (const caseId of ofSet(find, set(), limit)) found.add(caseId);
  }
  return [...found];
}

function ofSet(find: SearchStatements, set: NameSet, limit: number): number[] {
  const scanned = isCommon(set, limit) ? newestPersons(find, set, limit) : [];
  return scanned.length === limit ? scanned : ofNames(find, newestOf(set, mostNames), limit);
}

/** Common names are met often enough in the newest cases, which are in the wanted order already: that takes half the rows at most. */
function isCommon(set: NameSet, limit: number): boolean {
  const size = sizeOf(set);
  return size > mostNames && size * scannedCases > 2 * limit * set.length * 32;
}

/** Looks through the newest cases of the office, newest first, until enough persons are met. */
function newestPersons(find: SearchStatements, set: NameSet, limit: number): number[] {
  const met = new Map<number, number>();
  for (const { personId, caseId, nameId } of find.newestCases.iterate() as IterableIterator<
    Found & { nameId: number }
  >) {
    if (hasName(set, nameId) && !met.has(personId)) met.set(personId, caseId);
    if (met.size === limit) break;
  }
  return [...met.values()];
}

function ofNames(find: SearchStatements, nameIds: readonly number[], limit: number): number[] {
  if (nameIds.length === 0) return [];
  return casesOf(find, find.personsNamed.all(JSON.stringify(nameIds), limit) as Found[], limit);
}

/** One typed word that is the first letters of a name. */
export function byInitials(find: SearchStatements, words: readonly string[], limit: number): number[] {
  return words.length === 1 ? ofSet(find, namesByNearness(find, words).initials(), limit) : [];
}

/** The typed name and its words in every other order. */
export function namesWhole(find: SearchStatements, words: readonly string[]): number[] {
  return find.names.all(JSON.stringify(ordersOf(words))) as number[];
}

/** Names whose words are these, or begin so: for what is asked of their cases beside. */
export function namesBegun(find: SearchStatements, words: readonly string[]): NameSet {
  const names = namesByNearness(find, words);
  return unite(names.words().slice(), names.beginnings());
}

/** Names by how near they are to the words typed; none is in two of these. */
type NamesByNearness = {
  readonly words: () => NameSet;
  readonly beginnings: () => NameSet;
  readonly slip: () => NameSet;
  readonly initials: () => NameSet;
};

type Part = { readonly part: number; readonly names: Uint8Array };

/** Every name that the words fit, looked for once for all readings of one search, and each nearness when it is asked for. Whoever changes a set copies it first. */
function namesByNearness(find: SearchStatements, words: readonly string[]): NamesByNearness {
  const known = nearOf.get(words) ?? findNames(find, words);
  nearOf.set(words, known);
  return known;
}

/** By the words of a query, which go with it. */
const nearOf = new WeakMap<readonly string[], NamesByNearness>();

function findNames(find: SearchStatements, words: readonly string[]): NamesByNearness {
  const { newest, unindexed, sets: known } = metBy(find);
  const waiting = unindexed.map(({ nameId, folded }) => ({ nameId, nearness: nearnessOf(folded, words) }));
  const setOf = (rows: IterableIterator<unknown>): NameSet => {
    let set = noNames;
    for (const { part, names } of rows as IterableIterator<Part>) {
      if (set === noNames) set = emptySet(newest);
      addPart(set, part, names);
    }
    return set;
  };
  /** Adds the names that the index does not hold yet; the near ones belong to the nearer sets. */
  const withWaiting = (set: NameSet, wanted: readonly (Nearness | undefined)[]): NameSet => {
    const near = waiting.filter(({ nearness }) => wanted.includes(nearness));
    const whole = set.length === 0 && near.length > 0 ? emptySet(newest) : set;
    for (const { nameId } of near) addName(whole, nameId);
    return whole;
  };
  const wordSet = (word: string) => kept(known, word, () => setOf(find.namesHolding.iterate(JSON.stringify([word]))));
  const begunSet = (word: string) =>
    kept(known, `${word}*`, () => setOf(find.namesHoldingBegun.iterate(word, `${word}\u{10ffff}`)));
  const distinct = [...new Set(words)];
  const allWhole = once(() => inAll(distinct, wordSet));
  const allBegun = once(() => inAll(distinct, begunSet));
  const slippedOf = (word: string): NameSet => setOf(find.namesHolding.iterate(JSON.stringify(slipsOf(word))));
  /** Of few names each is read: sooner than the hundreds of words that a slip may be are looked up, most of which nobody bears. */
  const readFor = (fitting: NameSet): NameSet => {
    const set = emptySet(newest);
    const rows = find.namesByRow.all(JSON.stringify(newestOf(fitting, fewNames))) as Named[];
    for (const { nameId, folded } of rows) if (nearnessOf(folded, words) === 'slip') addName(set, nameId);
    return set;
  };
  return {
    words: once(() => withWaiting(allWhole().slice(), ['name', 'words'])),
    beginnings: once(() => withWaiting(subtract(allBegun().slice(), allWhole()), ['beginnings'])),
    slip: () => {
      const found = emptySet(newest);
      for (const word of distinct) {
        const others = distinct.filter((one) => one !== word);
        if (others.length === 0) unite(found, slippedOf(word));
        else {
          const fitting = inAll(others, begunSet);
          // Where no name has the other words none has them and a slip in this one.
          if (isEmpty(fitting)) continue;
          unite(found, sizeOf(fitting) <= fewNames ? readFor(fitting) : intersect(slippedOf(word), fitting));
        }
      }
      return withWaiting(subtract(found, allBegun()), ['slip']);
    },
    initials: () =>
      withWaiting(setOf(find.namesHolding.iterate(JSON.stringify([initialsWord(words.join(''))]))), ['initials']),
  };
}

/** So many names are read rather than looked for by what a slip may have made of a word. */
const fewNames = 400;

type Named = { readonly nameId: number; readonly folded: string };
type Met = {
  readonly newest: number;
  /** Names that the index does not hold yet. */
  readonly unindexed: readonly Named[];
  /** By word, and by beginning. */
  readonly sets: Map<string, NameSet>;
};

/** What one search has read: its readings ask for the same words again and again. It goes with the search. */
const ofSearches = new WeakMap<SearchStatements, Met>();

function metBy(find: SearchStatements): Met {
  const known = ofSearches.get(find);
  if (known !== undefined) return known;
  const newest = (find.newestName.get() as number | null) ?? 0;
  const met = { newest, unindexed: find.waiting.all(waitingFrom(newest)) as Named[], sets: new Map<string, NameSet>() };
  ofSearches.set(find, met);
  return met;
}

function kept(sets: Map<string, NameSet>, key: string, make: () => NameSet): NameSet {
  const set = sets.get(key) ?? make();
  sets.set(key, set);
  return set;
}

function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** The names that are in the set of each word; a word that nobody bears ends it. A set of its own. */
function inAll(words: readonly string[], setOf: (word: string) => NameSet): NameSet {
  let all: NameSet | undefined;
  for (const word of words) {
    const set = setOf(word);
    if (set.length === 0) return noNames;
    all = all === undefined ? set.slice() : intersect(all, set);
  }
  return all ?? noNames;
}
