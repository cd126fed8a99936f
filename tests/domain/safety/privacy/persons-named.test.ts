import { expect, test } from 'vitest';
import { namesOneIn, namesOneOf } from '../../../../electron/domain/safety/privacy/persons-named.ts';

const persons = {
  idNumbers: ['079085001234', 'B1234567', '0312345678-001'],
  names: ['LÊ VĂN AN', 'Công ty TNHH Đông-Á'],
  phones: ['0901234567', '+84 28 3742 1111'],
};

test.each([
  'Lê Văn An',
  'lê  văn an, quá hạn',
  'hồ sơ của LE VAN AN',
  'Le\u0302 Va\u0306n An',
  'cong ty tnhh dong a',
  '079085001234',
  '079 085 001 234',
  '079.085.001-234',
  '0790 8500 1234',
  'số 1: 079 085 001234',
  'cccd079085001234',
  '079085001234 0901234567',
  '０７９０８５００１２３４',
  'b1234567',
  'hộ chiếu B 1234567',
  '0312345678 001',
  '0312345678001',
  '0901234567',
  '0901 234 567',
  '0901.234.567',
  'sđt0901 234567',
  '901 234 567',
  '+84 901 234 567',
  '+84 (0)901 234 567',
  '0084 901234567',
  '028 3742 1111',
])('%s names one of them', (text) => {
  expect(namesOneOf(text, persons)).toBe(true);
});

test.each([
  '',
  'Lê Văn Anh',
  'Lê Văn',
  'Khuê Văn An',
  'An Lê Văn Bảy',
  'Lê Thị Văn An',
  '07908500123',
  '0790850012345',
  '1079085001234',
  '079 085 001',
  '1234567',
  'AB1234567',
  '0312345678',
  '0901 234 5678',
  '10901234567',
  '3742 1111',
  'quá hạn',
])('%s names none of them', (text) => {
  expect(namesOneOf(text, persons)).toBe(false);
});

test('what is blank of a person names nobody', () => {
  expect(namesOneOf('quá hạn 0', { idNumbers: ['', '-'], names: ['', '…'], phones: ['', '+'] })).toBe(false);
});

test('of what was kept each text stands for itself, however deep', () => {
  expect(namesOneIn({ form: { people: [{ name: 'lê văn an' }] } }, persons)).toBe(true);
  expect(namesOneIn(['Lê Văn', 'An'], persons)).toBe(false);
  expect(namesOneIn({ number: 901234567 }, persons)).toBe(true);
  expect(namesOneIn(null, persons)).toBe(false);
});
