import { caseNumbersIn, isSameCode } from '../../../domain/base/numbering.ts';
import { readCertificationNumber } from '../../../domain/counter/certification/book.ts';
import { type SearchQuery, parseSearch } from '../../../domain/counter/search/query.ts';
import { type CaseSummary, type CaseSummaryRow, summaryOf } from '../case/case.ts';
import { casesCertified, certifiedYears } from '../certification/certification.ts';
import type { Db } from '../../file/db.ts';
import { byIdNumber, byNumber, bySerial, byTail } from './digits.ts';
import {
  casesFiledById,
  casesFiledByName,
  casesFiledByTail,
  casesFiledByWords,
} from '../../common/person/submitter.ts';
import { isStateAlone } from '../../../domain/counter/search/narrowing.ts';
import { withoutTypingKeys } from '../../../domain/counter/search/typing-keys.ts';
import { byInitials, byStandingWords, byWholeName, byWholeWords, byWords } from './names.ts';
import { type SearchBeside, byNarrowing } from './narrowed.ts';
import { type SearchStatements, searchStatements } from './statements.ts';

/** One reading of what was typed: case rows, best first. */
type Reading = (
  find: SearchStatements,
  query: SearchQuery,
  limit: number,
  db: Db,
  beside: SearchBeside | undefined,
) => number[];

const narrowed: Reading = (find, query, limit, db, beside) =>
  beside === undefined ? [] : byNarrowing(find, query, limit, db, beside);

/** The nearest first; a later one is asked only while there is room. */
const withDigits: readonly Reading[] = [
  (find, { numbers, words }) => byNumber(find, numbers, words),
  (find, { idNumbers }, limit) => byIdNumber(find, idNumbers, limit),
  (find, { serial, words }) => (serial === undefined ? [] : bySerial(find, serial, words)),
  (_find, { idNumbers }, limit, db) => (idNumbers.length === 0 ? [] : casesFiledById(db, idNumbers, limit)),
  (find, query, limit) => (query.digits === '' ? [] : byTail(find, query, limit)),
  (_find, { digits, words }, limit, db) => (digits === '' ? [] : casesFiledByTail(db, digits, words, limit)),
  narrowed,
  (find, { tokens }, limit) => byStandingWords(find, tokens, limit),
];
/** Whose case it is before who filed it, each nearness for itself. */
const byName: readonly Reading[] = [
  (find, { words }, limit) => byWholeName(find, words, limit),
  (_find, { words }, limit, db) => casesFiledByName(db, words, limit),
  (find, { words }, limit) => byWholeWords(find, words, limit),
  narrowed,
  (find, { words }, limit) => byWords(find, words, limit),
  (_find, { words }, limit, db) => casesFiledByWords(db, words, limit),
  (find, { words }, limit) => byInitials(find, words, limit),
];

/** Where the whole text is a state nobody's name is guessed from it: «quá hạn» are the late ones, and no Quân and Hạnh behind them. */
const byState: readonly Reading[] = [
  (find, { words }, limit) => byWholeName(find, words, limit),
  (find, { words }, limit) => byWholeWords(find, words, limit),
  narrowed,
];

/**
 * Cases for what was typed in the one box: a name without marks in any order with one slip, the last digits of an id or a
 * phone, a number in any form, or a name with digits; of whose case it is, and then of who filed it for them. Nearest first, within equals the newest case of each person first;
 * a case comes once, and the same text on the same file gives the same list. Text that says nothing finds nothing.
 * @param beside where it is not given, a name with a state, a birth or a procedure beside it is a name alone
 */
export function searchCases(db: Db, text: string, limit: number, beside?: SearchBeside): CaseSummary[] {
  const find = searchStatements(db);
  const query = parseSearch(text);
  // A number of a book says itself what it is, as a bank reads it off a copy.
  const certified = readCertificationNumber(text, certifiedYears(db));
  const found = new Set<number>(certified === null ? [] : casesCertified(db, certified.series, certified.serial));
  for (const meant of [query, ...untyped(query)])
    for (const reading of beside !== undefined && isStateAlone(meant.tokens) ? byState : readingsOf(meant)) {
      if (found.size >= limit) break;
      for (const caseId of reading(find, meant, limit, db, beside)) found.add(caseId);
    }
  const summaries = [...found].slice(0, limit).map((caseId) => summaryOf(find.summary.get(caseId) as CaseSummaryRow));
  if (query.numbers.length === 0) return summaries;
  // Two units may give the same serial on the same day: who typed or scanned the whole number means the one that bears it.
  const [whole = ''] = caseNumbersIn(text);
  return summaries.toSorted((a, b) => Number(isSameCode(b.number, whole)) - Number(isSameCode(a.number, whole)));
}

/** The same where keys of Telex or VNI were typed into a box that made no letters of them; nothing where none were. */
function untyped(query: SearchQuery): SearchQuery[] {
  const [words, tokens] = [query.words.map(withoutTypingKeys), query.tokens.map(withoutTypingKeys)];
  return words.join(' ') === query.words.join(' ') ? [] : [{ ...query, words, tokens }];
}

function readingsOf({ words, digits, idNumbers, numbers, serial }: SearchQuery): readonly Reading[] {
  const hasDigits = digits !== '' || idNumbers.length > 0 || numbers.length > 0 || serial !== undefined;
  if (hasDigits) return withDigits;
  return words.length > 0 ? byName : [];
}
