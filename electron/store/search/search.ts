import { type SearchQuery, parseSearch } from '../../domain/search/query.ts';
import { type CaseSummary, type CaseSummaryRow, summaryOf } from '../case/case.ts';
import type { Db } from '../file/db.ts';
import { byIdNumber, byNumber, bySerial, byTail } from './digits.ts';
import { byStandingWords, byWholeName, byWords } from './names.ts';
import { type SearchStatements, searchStatements } from './statements.ts';

/** One reading of what was typed: case rows, best first. */
type Reading = (find: SearchStatements, query: SearchQuery, limit: number) => number[];

/** The nearest first; a later one is asked only while there is room. */
const withDigits: readonly Reading[] = [
  (find, { numbers, words }) => byNumber(find, numbers, words),
  (find, { idNumbers }, limit) => byIdNumber(find, idNumbers, limit),
  (find, { serial, words }) => (serial === undefined ? [] : bySerial(find, serial, words)),
  (find, query, limit) => (query.digits === '' ? [] : byTail(find, query, limit)),
  (find, { tokens }, limit) => byStandingWords(find, tokens, limit),
];
const byName: readonly Reading[] = [byWholeName, byWords].map(
  (reading): Reading =>
    (find, { words }, limit) =>
      reading(find, words, limit),
);

/**
 * Cases for what was typed in the one box: a name without marks in any order with one slip, the last digits of an id or a
 * phone, a number in any form, or a name with digits. Nearest first, within equals the newest case of each person first;
 * a case comes once, and the same text on the same file gives the same list. Text that says nothing finds nothing.
 */
export function searchCases(db: Db, text: string, limit: number): CaseSummary[] {
  const find = searchStatements(db);
  const query = parseSearch(text);
  const found = new Set<number>();
  for (const reading of readingsOf(query)) {
    if (found.size >= limit) break;
    for (const caseId of reading(find, query, limit)) found.add(caseId);
  }
  return [...found].slice(0, limit).map((caseId) => summaryOf(find.summary.get(caseId) as CaseSummaryRow));
}

function readingsOf({ words, digits, idNumbers, numbers, serial }: SearchQuery): readonly Reading[] {
  const hasDigits = digits !== '' || idNumbers.length > 0 || numbers.length > 0 || serial !== undefined;
  if (hasDigits) return withDigits;
  return words.length > 0 ? byName : [];
}
