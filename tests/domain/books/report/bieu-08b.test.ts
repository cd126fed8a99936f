import { expect, test } from 'vitest';
import type { CentreFacts } from '../../../../electron/contract/books/report/report.ts';
import { bieu08b, centreOn } from '../../../../electron/domain/books/report/bieu-08b.ts';

const said = (from: string, change: Partial<CentreFacts> = {}): CentreFacts => ({
  from,
  points: 2,
  ownStaff: 6,
  sentStaff: 0,
  contractStaff: null,
  staffComputers: true,
  publicComputers: false,
  scanners: null,
  touchScreens: true,
  ...change,
});

test('figures are numbers, enough is 1, not enough 0, and what nobody said is blank (TT 09/2026 Biểu 08b)', () => {
  const { rows, total, checks, missing } = bieu08b('Trung tâm', said('2026-01-01'));
  const values = { '3': 2, '4': 6, '5': 0, '6': null, '7': 1, '8': 0, '9': null, '10': 1 };
  expect(rows).toEqual([{ key: 'Trung tâm', values }]);
  expect(total.values).toEqual(values);
  expect(checks).toEqual([]);
  expect(missing.map((gap) => gap.code === 'centre' && gap.column)).toEqual(['6', '9']);
});

test('nobody said anything: eight blanks', () => {
  const { total, missing } = bieu08b('Trung tâm', undefined);
  expect(Object.values(total.values)).toEqual(Array.from({ length: 8 }, () => null));
  expect(missing.length).toBe(8);
});

test.each([
  ['2026-03-14', undefined],
  ['2026-03-15', 1],
  ['2026-09-14', 1],
  ['2026-09-15', 3],
  ['2027-01-01', 3],
])('on %s it had %s points', (day, points) => {
  // The second was said last of the same day, and of an earlier day afterwards.
  const told = [
    said('2026-09-15', { points: 2 }),
    said('2026-09-15', { points: 3 }),
    said('2026-03-15', { points: 1 }),
  ];
  expect(centreOn(told, day)?.points).toBe(points);
});

test('each fact stands in its own column and in no other', () => {
  const none = said('2026-01-01', {
    points: null,
    ownStaff: null,
    sentStaff: null,
    contractStaff: null,
    staffComputers: null,
    publicComputers: null,
    scanners: null,
    touchScreens: null,
  });
  const columns: readonly (readonly [column: string, change: Parameters<typeof said>[1], value: number])[] = [
    ['3', { points: 1 }, 1],
    ['4', { ownStaff: 2 }, 2],
    ['5', { sentStaff: 3 }, 3],
    ['6', { contractStaff: 4 }, 4],
    ['7', { staffComputers: true }, 1],
    ['8', { publicComputers: false }, 0],
    ['9', { scanners: true }, 1],
    ['10', { touchScreens: false }, 0],
  ];
  for (const [column, change, value] of columns) {
    const told = Object.entries(bieu08b('Trung tâm', { ...none, ...change }).total.values);
    expect(told.filter(([, one]) => one !== null)).toEqual([[column, value]]);
  }
});
