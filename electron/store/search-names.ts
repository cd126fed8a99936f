import { ordersOf } from '../domain/search/words.ts';
import { type NameSet, hasName, newestOf, sizeOf } from './name-set.ts';
import { type Found, casesOf } from './search-cases.ts';
import { type SearchStatements, scannedCases } from './search-statements.ts';
import { namesByNearness } from './search-words.ts';

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
  return inTurn(find, [() => names.words, () => names.beginnings, () => names.slip()], limit);
}

/** As `byWords`, but nothing typed has a slip in it: for names that hold numbers. */
export function byStandingWords(find: SearchStatements, words: readonly string[], limit: number): number[] {
  if (words.length === 0) return [];
  const { words: whole, beginnings } = namesByNearness(find, words);
  return inTurn(find, [() => whole, () => beginnings], limit);
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
