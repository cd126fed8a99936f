import { expect, test } from 'vitest';
import { differencesOf, packFigures, unpackFigures } from '../../../../electron/domain/books/report/figures.ts';

const values = (three: number, four: number | null, five: number | 'N/A') => ({ '3': three, '4': four, '5': five });
const kept = {
  rows: [
    { key: 'Hộ tịch', values: values(2, null, 'N/A') },
    { key: 'Đất đai', values: values(0, 1, 1) },
  ],
  total: { values: values(2, null, 1) },
};

test('missing, N/A and 0 come back from the journal as three different things', () => {
  expect(packFigures(kept)).toEqual({
    columns: ['3', '4', '5'],
    rows: [
      ['Hộ tịch', [2, null, 'N/A']],
      ['Đất đai', [0, 1, 1]],
    ],
    total: [2, null, 1],
  });
  expect(unpackFigures(packFigures(kept))).toEqual(kept);
});

test('every number that is another is told, the sum last; a line that came or went is told against zeros', () => {
  expect(differencesOf(kept, kept)).toEqual([]);
  const now = {
    rows: [
      { key: 'Hộ tịch', values: values(2, 0, 'N/A') },
      { key: 'Chứng thực', values: values(1, 0, 0) },
    ],
    total: { values: values(3, 0, 0) },
  };
  expect(differencesOf(kept, now)).toEqual([
    { key: 'Hộ tịch', column: '4', then: null, now: 0 },
    { key: 'Đất đai', column: '4', then: 1, now: 0 },
    { key: 'Đất đai', column: '5', then: 1, now: 0 },
    { key: 'Chứng thực', column: '3', then: 0, now: 1 },
    { key: null, column: '3', then: 2, now: 3 },
    { key: null, column: '4', then: null, now: 0 },
    { key: null, column: '5', then: 1, now: 0 },
  ]);
});
