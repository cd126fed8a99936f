import { expect, test } from 'vitest';
import { daysPast, promiseForExchange } from '../../../electron/domain/deadline/past.ts';

const dueAt = '2026-11-25T15:00:00+07:00';

/** BLDS Điều 147 k1, 148 k6: a term in days ends with its last day, one in hours at its hour. */
test.each([
  ['working-day', '2026-11-25T15:00:00+07:00', 0],
  ['working-day', '2026-11-25T23:59:59+07:00', 0],
  ['working-day', '2026-11-26T00:00:00+07:00', 1],
  ['hour', '2026-11-25T14:59:59+07:00', 0],
  ['hour', '2026-11-25T15:00:00+07:00', 0],
  ['hour', '2026-11-25T15:00:01+07:00', 1],
  ['working-hour', '2026-11-25T16:00:00+07:00', 1],
  ['working-hour', '2026-11-24T16:00:00+07:00', -1],
  ['same-day', '2026-11-25T17:30:00+07:00', 0],
] as const)('%s, done at %s: %s', (unit, end, past) => {
  expect(daysPast(end, dueAt, { term: { unit } })).toBe(past);
});

/** QĐ 766, formula 2.1 compares moments: what is given out as the last moment is the one the law gives. */
test.each([
  ['working-day', '2026-11-25T23:59:59+07:00'],
  ['same-day', '2026-11-25T23:59:59+07:00'],
  ['hour', dueAt],
  ['working-hour', dueAt],
] as const)('the promise of a term in %s as the exchange takes it', (unit, moment) => {
  expect(promiseForExchange(dueAt, { term: { unit } })).toBe(moment);
});

/** NĐ 23/2015 Điều 21, 33, 37: a day and hour agreed in writing is kept at its hour, whatever unit the law's own term has (BLDS Điều 147 k1). */
test.each([
  [true, '2026-11-25T15:00:01+07:00', 1],
  [true, '2026-11-25T15:00:00+07:00', 0],
  [undefined, '2026-11-25T15:00:01+07:00', 0],
] as const)('agreed: %s, done at %s: %s', (agreed, end, past) => {
  const promised = { term: { unit: 'working-day' as const }, termCase: { agreed } };
  expect(daysPast(end, dueAt, promised)).toBe(past);
  expect(promiseForExchange(dueAt, promised)).toBe(agreed ? dueAt : '2026-11-25T23:59:59+07:00');
});
