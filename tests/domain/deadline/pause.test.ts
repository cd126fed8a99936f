import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isFault } from '../../../electron/contract/base/fault.ts';
import { promiseAfterPause } from '../../../electron/domain/deadline/pause.ts';
import { deadlineStepText } from '../../../electron/domain/deadline/explanation.ts';
import { addDays } from '../../../electron/domain/base/civil-time.ts';
import { isWorkingDate } from '../../../electron/domain/deadline/work-calendar.ts';
import { calendar } from '../../support/data/calendar.ts';

const threeDays = { value: 3, unit: 'working-day' } as const;
const thirty = { value: 30, unit: 'day' } as const;
const due = (date: string) => `${date}T17:00:00+07:00`;
const at = (date: string, time = '09:00') => `${date}T${time}:00+07:00`;

/** BLDS Điều 147 k2, 148 k5: what was left is counted on, the day it runs on not counted; 24/11/2026 is off. */
describe('a promise after a time that is not counted', () => {
  test.each([
    ['two working days left, on from Friday', threeDays, '2026-11-19', '2026-11-17', '2026-11-20', '2026-11-25'],
    ['none left: the day it runs on', threeDays, '2026-11-19', '2026-11-19', '2026-11-23', '2026-11-23'],
    ['days of the calendar: ten left', thirty, '2026-11-27', '2026-11-17', '2026-12-01', '2026-12-11'],
    ['whose last is a Sunday', thirty, '2026-11-27', '2026-11-17', '2026-11-26', '2026-12-07'],
    ['the same day: nothing was moved', threeDays, '2026-11-19', '2026-11-17', '2026-11-17', null],
    ['over already: it stays over', threeDays, '2026-11-19', '2026-11-20', '2026-12-01', null],
  ] as const)('%s', (_name, term, dueDate, from, to, moved) => {
    const answer = promiseAfterPause({ term, dueAt: due(dueDate), from: at(from), to: at(to) }, calendar);
    if (isFault(answer)) throw new Error(answer.fault);
    expect(answer?.dueAt ?? null).toBe(moved === null ? null : due(moved));
  });

  test('says what was left and from when', () => {
    const answer = promiseAfterPause(
      { term: threeDays, dueAt: due('2026-11-19'), from: at('2026-11-17'), to: at('2026-11-20') },
      calendar,
    );
    if (answer === null || isFault(answer) || answer.steps[0] === undefined) throw new Error('moved');
    expect(deadlineStepText(answer.steps[0], 'vi')).toBe(
      'Thời gian dừng không tính; tính tiếp từ 09:00 thứ Sáu 20/11, còn 02 ngày làm việc',
    );
  });

  test('never comes before the promise it takes the place of, and never later for a shorter stop', () => {
    const day = fc.integer({ min: 0, max: 200 });
    fc.assert(
      fc.property(day, day, day, fc.constantFrom(threeDays, thirty), (until, stop, more, term) => {
        // A promise stands on a day somebody is there (BLDS Điều 148 k5).
        fc.pre(isWorkingDate(calendar, addDays('2026-11-16', until)));
        const dueAt = due(addDays('2026-11-16', until));
        const from = at(addDays('2026-11-16', stop));
        const answers = [stop + 1, stop + 1 + more].map((to) =>
          promiseAfterPause({ term, dueAt, from, to: at(addDays('2026-11-16', to)) }, calendar),
        );
        const [short, long] = answers.map((answer) => (answer === null || isFault(answer) ? dueAt : answer.dueAt));
        expect(short! >= dueAt || until < stop).toBe(true);
        expect(short! <= long!).toBe(true);
      }),
      { seed: 118 },
    );
  });
});
