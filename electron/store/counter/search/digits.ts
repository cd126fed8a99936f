import type { DaySerial, SearchQuery } from '../../../domain/counter/search/query.ts';
import { beginsGivenName, nearnessOf, nearnesses } from '../../../domain/counter/search/words.ts';
import { dayNumber } from '../../file/rows/codecs.ts';
import { digitsOf, phoneEndsIn, tailRange } from '../../common/person/name-index.ts';
import { type Found, type SearchStatements, casesOf } from './statements.ts';

/** Cases with one of these days and serials: the centre's own or the city's. A name typed beside it must fit. */
export function byNumber(find: SearchStatements, numbers: readonly DaySerial[], words: readonly string[]): number[] {
  const cases = numbers.flatMap(({ date, serial }) => casesNumbered(find, dayNumber(date), serial));
  return cases.filter((caseId) => nearnessOf(nameOf(find, caseId), words) !== undefined);
}

/** Where nobody was named there is no name. */
function nameOf(find: SearchStatements, caseId: number): string {
  return (find.nameOfCase.get(caseId) as string | undefined) ?? '';
}

/** '42' by itself is what the clerk reads out today: the serial of the newest day this desk has numbered. */
export function bySerial(find: SearchStatements, serial: number, words: readonly string[]): number[] {
  const day = find.newestDay.get() as number | null;
  if (day === null) return [];
  return casesNumbered(find, day, serial).filter((caseId) => nearnessOf(nameOf(find, caseId), words) !== undefined);
}

export function byIdNumber(find: SearchStatements, idNumbers: readonly string[], limit: number): number[] {
  return ofPersons(
    find,
    idNumbers.flatMap((idNumber) => find.personsByNumber.all(idNumber) as number[]),
    limit,
  );
}

/** The end of an id number or of a phone, or all of it, with or without words of the name beside it. */
export function byTail(find: SearchStatements, { digits, words }: SearchQuery, limit: number): number[] {
  const range = tailRange(digits);
  if (words.length === 0)
    return ofPersons(find, (find.personsByTail.all(...range) as number[]).filter(endsIn(find, digits)), limit);
  const rows = find.personsByTailNamed.all(...range) as { personId: number; folded: string }[];
  const near = Map.groupBy(rows, ({ folded }) => nearnessOf(folded, words));
  return nearnesses.flatMap((nearness) => {
    const persons = near.get(nearness) ?? [];
    const groups =
      nearness === 'beginnings' ? givenNamesFirst(persons, words) : [persons.map(({ personId }) => personId)];
    return groups.flatMap((group) => ofPersons(find, group.filter(endsIn(find, digits)), limit));
  });
}

function givenNamesFirst(
  persons: readonly { readonly personId: number; readonly folded: string }[],
  words: readonly string[],
): number[][] {
  const { given = [], other = [] } = Object.groupBy(persons, ({ folded }) =>
    beginsGivenName(folded, words) ? 'given' : 'other',
  );
  return [given, other].map((group) => group.map(({ personId }) => personId));
}

/** Persons whose id number or phone ends so, and whose name the words fit; nobody for fewer than three digits. */
export function personsEndingIn(find: SearchStatements, digits: string, words: readonly string[]): number[] {
  if (digits.length < 3) return [];
  const rows = find.personsByTailNamed.all(...tailRange(digits)) as { personId: number; folded: string }[];
  return rows
    .filter(({ folded }) => nearnessOf(folded, words) !== undefined)
    .map(({ personId }) => personId)
    .filter(endsIn(find, digits));
}

/** The index knows the last six digits; when more were typed the person's own row decides. */
function endsIn(find: SearchStatements, digits: string): (personId: number) => boolean {
  if (digits.length <= 6) return () => true;
  return (personId) => {
    const { idNumber, phone } = find.numbersOf.get(personId) as { idNumber: string; phone: string | null };
    return digitsOf(idNumber).endsWith(digits) || phoneEndsIn(phone ?? '', digits);
  };
}

function casesNumbered(find: SearchStatements, day: number, serial: number): number[] {
  return [...find.officiallyNumbered.all(day, serial), ...find.numbered.all(day, serial)] as number[];
}

function ofPersons(find: SearchStatements, personIds: readonly number[], limit: number): number[] {
  if (personIds.length === 0) return [];
  return casesOf(find, find.newest.all(JSON.stringify(personIds), limit) as Found[], limit);
}
