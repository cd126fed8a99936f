import { expect, test } from 'vitest';
import { withOther } from '../../../../../../renderer/screens/counter/case-fields/what/with-other.ts';

const land = { code: '1.012964', name: 'Giao đất ở', field: 'Đất đai', successor: null, insteadOf: [] };
const codes = (meant: boolean, text: string) => withOther({ procedures: [land], meant }, text).map(({ code }) => code);

test('what stands in no list is the last choice, and the first where nothing found is meant', () => {
  expect(codes(true, 'giao đất cho dân')).toEqual(['1.012964', 'other']);
  expect(codes(false, 'xác nhận nhà trọ')).toEqual(['other', '1.012964']);
});

test('a code or a few letters is no name', () => {
  expect(codes(false, '1.012964')).toEqual(['1.012964']);
  expect(codes(false, 'nhà trọ')).toEqual(['1.012964']);
});
