import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isFault } from '../../../electron/contract/base/fault.ts';
import type { Term } from '../../../electron/contract/base/values.ts';
import { explainDeadline } from '../../../electron/domain/deadline/deadline.ts';
import { calendar } from '../../support/data/calendar.ts';
import { lastDate, workedAfter } from '../../support/data/plain-days.ts';

/**
 * A second reading of the law, from the shipped list of days and with nothing of the domain in it: days are stepped one by
 * one, and whether a day is worked is looked up in the list. Slow, plain, and wrong in other places than the first if wrong.
 */

const minutes = fc.integer({ min: 0, max: 900 * 24 * 60 });
const second = fc.constantFrom(0, 1, 59);
const moment = fc.tuple(minutes, second).map(([minute, extra]) => {
  const local = Date.UTC(2025, 0, 1) + minute * 60_000 + extra * 1000;
  return `${new Date(local).toISOString().slice(0, 19)}+07:00`;
});
/** Half the moments lie on a border of the day, where the rules change. */
const border = fc
  .tuple(
    moment,
    fc.constantFrom('00:00:00', '07:30:00', '14:59:59', '15:00:00', '15:00:01', '16:59:59', '17:00:00', '23:59:59'),
  )
  .map(([at, time]) => `${at.slice(0, 11)}${time}+07:00`);
const units = fc.constantFrom<'working-day' | 'day' | 'same-day'>('working-day', 'day', 'same-day');

test('a second reading of the law comes to the same promise for every term of days', () => {
  fc.assert(
    fc.property(
      fc.oneof(moment, border),
      units,
      fc.integer({ min: 1, max: 60 }),
      fc.boolean(),
      (acceptedAt, unit, value, ruled) => {
        const rule = ruled ? 'after-15h' : undefined;
        const term: Term = { value: unit === 'same-day' ? 1 : value, unit };
        const answer = explainDeadline({ term, acceptedAt, rule }, calendar);
        if (isFault(answer)) throw new Error(`${acceptedAt} ${value} ${unit}: ${answer.fault}`);
        expect(answer.dueAt).toBe(`${lastDate(unit, term.value, acceptedAt, rule)}T17:00:00+07:00`);
      },
    ),
    { seed: 20_261_122, numRuns: 1000 },
  );
});

test('the second reading knows the days it was written for', () => {
  expect(workedAfter('2026-11-23')).toBe('2026-11-25');
  expect(workedAfter('2026-01-09')).toBe('2026-01-10');
  expect(workedAfter('2027-02-03')).toBe('2027-02-11');
});
