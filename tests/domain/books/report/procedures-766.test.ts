import { expect, test } from 'vitest';
import { lostProcedures, proceduresBehind, tookOf } from '../../../../electron/domain/books/report/procedures-766.ts';

const counted = (code: string, of: object) => ({
  code,
  name: code,
  files: 0,
  online: 0,
  owing: 0,
  inCash: 0,
  ended: 0,
  took: 0,
  ...of,
});
const offered = [
  { code: 'cash', onlineLevel: 'full', hasFee: true },
  { code: 'mixed', onlineLevel: 'full', hasFee: true },
  { code: 'free', onlineLevel: 'none', hasFee: false },
] as const;
const of = {
  offered,
  counted: [
    counted('cash', { files: 2, owing: 2, inCash: 2 }),
    counted('mixed', { files: 2, online: 1, owing: 2, inCash: 1, ended: 2, took: 9000 }),
    counted('free', { files: 1, ended: 1, took: 36_000 }),
  ],
};

/** 3.5 is lost where every file that cost something was paid in cash; of 3.4 nothing is known here; 2.2 tells hours, the longest first. */
test('what is lost stands before what nobody knows', () => {
  expect(proceduresBehind('3.5', of, String).map(({ code, state }) => [code, state])).toEqual([
    ['cash', 'lost'],
    ['mixed', 'unknown'],
  ]);
  expect(lostProcedures('3.4', of)).toEqual({ lost: 0, unknown: 2 });
  expect(lostProcedures('3.1', of)).toEqual({ lost: 1, unknown: 0 });
  expect(lostProcedures('3.2', of)).toEqual({ lost: 1, unknown: 0 });
  expect(proceduresBehind('2.2', of, String).map(({ code, hours }) => [code, hours])).toEqual([
    ['free', 10],
    ['mixed', 1.3],
  ]);
});

test('the time for papers is none of the time a file took, and what was withdrawn took none', () => {
  const end = { how: 'finished', at: '2026-12-04T08:00:00+07:00', past: null } as const;
  const asked = [{ from: '2026-12-02T08:00:00+07:00', to: '2026-12-03T08:00:00+07:00' }];
  const receivedAt = '2026-12-01T08:00:00+07:00';
  expect(tookOf({ receivedAt, end, asked })).toBe(2 * 86_400);
  expect(tookOf({ receivedAt, end: { ...end, how: 'withdrawn' }, asked })).toBeNull();
});
