import { expect, test } from 'vitest';
import type { Person } from '../../../../electron/contract/common/person/person.ts';
import { personWarnings } from '../../../../electron/domain/common/person/id-warnings.ts';

/** 079: Thành phố Hồ Chí Minh; 1: a woman of the 20th century; 90: born in 1990 (NĐ 137/2015 Điều 13). */
const citizen: Person = {
  kind: 'citizen',
  fullName: 'NGUYỄN THỊ ĐẶNG ÁNH',
  idNumber: '079190001234',
  dateOfBirth: '1990-05-02',
  sex: 'female',
};

test.each<[Partial<Person>, readonly string[]]>([
  [{}, []],
  [{ dateOfBirth: '1991-05-02' }, ['birth-year-disagrees']],
  [{ sex: 'male' }, ['sex-disagrees']],
  [{ idNumber: '999190001234' }, ['province-unknown']],
  // A number that is none is the field's own matter, and a business is known by its tax code.
  [{ idNumber: '0791900012' }, []],
  [{ kind: 'business', dateOfBirth: '1991-05-02' }, []],
])('%j: said, never refused', (change, codes) => {
  const warnings = personWarnings({ ...citizen, ...change }, '2026-11-23');
  expect(warnings.map(({ code }) => code)).toEqual(codes);
  expect(warnings.every(({ text, textEn }) => text !== '' && textEn !== '')).toBe(true);
});
