import type { SearchStatements } from './search-statements.ts';

/** A person and their newest case. */
export type Found = { readonly personId: number; readonly caseId: number };

/**
 * The cases of persons who fit equally well: first each one's newest, so that nobody's many cases hide another person,
 * then, where there is room, their earlier ones; each part newest first.
 */
export function casesOf(find: SearchStatements, persons: readonly Found[], limit: number): number[] {
  const newest = persons.map(({ caseId }) => caseId);
  if (newest.length === 0 || newest.length >= limit) return newest;
  const all = find.cases.all(JSON.stringify(persons.map(({ personId }) => personId)), limit) as number[];
  return [...new Set([...newest, ...all])].slice(0, limit);
}
