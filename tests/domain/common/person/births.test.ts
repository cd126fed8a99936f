import { expect, test } from 'vitest';
import { birthsAfter } from '../../../../electron/domain/common/person/births.ts';

const today = '2026-11-29';
const pathsIn = (input: unknown) => birthsAfter(input, today).map(({ path }) => path);

test.each([
  ['2026-11-29', []],
  ['2026-11-30', ['applicant.dateOfBirth']],
  ['2026-11', []],
  ['2026-12', ['applicant.dateOfBirth']],
  ['2026', []],
  ['2027', ['applicant.dateOfBirth']],
  ['1950', []],
])('a birth of %s, asked on 29/11/2026', (dateOfBirth, expected) => {
  expect(pathsIn({ applicant: { dateOfBirth } })).toEqual(expected);
});

test('wherever it stands, but in a draft, which holds what is being typed', () => {
  const born = { dateOfBirth: '2030-01-01' };
  expect(pathsIn({ change: { submitter: born } })).toEqual(['change.submitter.dateOfBirth']);
  expect(pathsIn({ people: [{}, born] })).toEqual(['people.1.dateOfBirth']);
  expect(pathsIn({ body: { applicant: born } })).toEqual([]);
  expect(pathsIn({ applicant: { dateOfBirth: '31/12/1990' } })).toEqual([]);
  expect(pathsIn(null)).toEqual([]);
});
