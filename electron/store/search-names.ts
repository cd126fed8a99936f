import { type Nearness, nearnessOf, ordersOf, slipsOf } from '../domain/search-words.ts';
import { type Found, casesOf } from './search-cases.ts';
import { waitingFrom } from './search-projection.ts';
import type { SearchStatements } from './search-statements.ts';

/** More names than this are common ones: then the newest cases are looked through instead, which soon meets enough of them. */
const mostNames = 1500;

/** The typed name exactly, then the same words in another order. */
export function byWholeName(find: SearchStatements, words: readonly string[], limit: number): number[] {
  const [typed = '', ...others] = ordersOf(words);
  return [[typed], others].flatMap((names) => ofNames(find, find.names.all(JSON.stringify(names)) as number[], limit));
}

/** Every word is a word of the name. */
export function byWords(find: SearchStatements, words: readonly string[], limit: number): number[] {
  const waiting = waitingNames(find, words, ['name', 'words']);
  return byEvery(find, { waiting, query: words.map(quoted), patterns: words.map((word) => ` ${word} `) }, limit);
}

/** Every word begins a word of the name: what stands there while one is still typing. */
export function byBeginnings(find: SearchStatements, words: readonly string[], limit: number): number[] {
  const waiting = waitingNames(find, words, ['name', 'words', 'beginnings']);
  return byEvery(find, { waiting, query: words.map(begun), patterns: words.map((word) => ` ${word}`) }, limit);
}

/** One word has a slip in it and the others stand or are begun. Of very many names only the newest are taken. */
export function bySlip(find: SearchStatements, words: readonly string[], limit: number): number[] {
  const readings = words.flatMap((word, slipped) => {
    const meant = find.words.all(JSON.stringify(slipsOf(word))) as string[];
    if (meant.length === 0) return [];
    const rest = words.filter((_, at) => at !== slipped).map(begun);
    return [`(${[`(${meant.map(quoted).join(' OR ')})`, ...rest].join(' AND ')})`];
  });
  const indexed = readings.length === 0 ? [] : (find.matching.all(readings.join(' OR '), mostNames) as number[]);
  return ofNames(find, [...waitingNames(find, words, ['slip']), ...indexed], limit);
}

type Every = { readonly waiting: readonly number[]; readonly query: readonly string[]; readonly patterns: readonly string[] };

function byEvery(find: SearchStatements, { waiting, query, patterns }: Every, limit: number): number[] {
  const names = [...waiting, ...(find.matching.all(query.join(' AND '), mostNames + 1) as number[])];
  if (names.length <= mostNames) return ofNames(find, names, limit);
  const scanned = newestPersons(find, patterns, limit);
  return scanned.length === limit ? scanned : ofNames(find, names, limit);
}

/** The newest names are not in the word index yet; they are few enough to be read. */
function waitingNames(find: SearchStatements, words: readonly string[], wanted: readonly Nearness[]): number[] {
  const rows = find.waiting.all(waitingFrom((find.newestName.get() as number | null) ?? 0)) as { nameId: number; folded: string }[];
  return rows.filter(({ folded }) => wanted.some((nearness) => nearness === nearnessOf(folded, words))).map(({ nameId }) => nameId);
}

/** Looks through the newest cases of the office, newest first, until enough persons are met. */
function newestPersons(find: SearchStatements, patterns: readonly string[], limit: number): number[] {
  const met = new Map<number, number>();
  for (const row of find.scan(patterns.length).iterate(...patterns) as IterableIterator<Found>) {
    if (!met.has(row.personId)) met.set(row.personId, row.caseId);
    if (met.size === limit) break;
  }
  return [...met.values()];
}

function ofNames(find: SearchStatements, nameIds: readonly number[], limit: number): number[] {
  if (nameIds.length === 0) return [];
  return casesOf(find, find.personsNamed.all(JSON.stringify(nameIds), limit) as Found[], limit);
}

/** Folded words hold letters and digits only, so nothing in them can end the quotation. */
function quoted(word: string): string {
  return `"${word}"`;
}

function begun(word: string): string {
  return `${quoted(word)}*`;
}
