import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isFault } from '../../../electron/contract/base/fault.ts';
import { promiseAfterPause } from '../../../electron/domain/deadline/pause.ts';
import { deadlineStepText } from '../../../electron/domain/deadline/explanation.ts';
import { addDays, civilTime, dayOfDate } from '../../../electron/domain/base/civil-time.ts';
import { explainDeadline } from '../../../electron/domain/deadline/deadline.ts';
import { calendar, isWorkingDate } from '../../support/data/calendar.ts';

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

  const month = { value: 1, unit: 'month' } as const;
  test('a month is left in days of the calendar (BLDS Điều 148 k3)', () => {
    const paused = { term: month, dueAt: due('2026-12-16'), from: at('2026-11-26'), to: at('2026-12-01') };
    expect(promiseAfterPause(paused, calendar)).toMatchObject({ dueAt: due('2026-12-21') });
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

/** BLDS Điều 147 k1: hours run from the very moment, so what was left of them runs on from the very moment. */
describe('a term in hours', () => {
  const one = { value: 1, unit: 'hour' } as const;
  const whole = { value: 24, unit: 'hour' } as const;
  const eight = { value: 8, unit: 'working-hour' } as const;
  test.each([
    // 2.001159: five minutes of one hour had run.
    ['the same day', one, '11-23T10:00', '11-23T11:00', '11-23T10:05', '11-23T14:00', '11-23T14:55', '55 phút'],
    // 1.001193 under Luật Hộ tịch 2026 Điều 3 k3.
    ['23 hours left', whole, '11-25T09:00', '11-26T09:00', '11-25T10:00', '11-26T10:00', '11-27T09:00', '23 giờ'],
    // By law to 12:00, promised for the session before it.
    ['by the law’s hour', one, '11-23T11:00', '11-23T11:30', '11-23T11:10', '11-23T13:30', '11-23T14:20', '50 phút'],
    ['into a session', whole, '11-25T15:00', '11-26T15:00', '11-25T16:00', '11-26T13:30', '11-27T11:30', '23 giờ'],
    [
      'working hours',
      eight,
      '11-25T15:00',
      '11-26T15:00',
      '11-25T16:00',
      '11-26T10:00',
      '11-27T09:00',
      '07 giờ làm việc',
    ],
    [
      'over lunch',
      eight,
      '11-26T07:30',
      '11-26T17:00',
      '11-26T11:00',
      '11-27T08:00',
      '11-27T14:00',
      '04 giờ làm việc 30 phút',
    ],
  ] as const)('%s', (_name, term, since, dueAt, from, to, moved, left) => {
    const [begun, before, stopped, on] = [since, dueAt, from, to].map((time) => `2026-${time}:00+07:00`) as [
      string,
      string,
      string,
      string,
    ];
    const counted = { since: begun, pauses: [] };
    const answer = promiseAfterPause({ term, dueAt: before, from: stopped, to: on, counted }, calendar);
    if (answer === null || isFault(answer) || answer.steps[0] === undefined) throw new Error('moved');
    expect(answer.dueAt).toBe(`2026-${moved}:00+07:00`);
    expect(deadlineStepText(answer.steps[0], 'vi')).toContain(left);
  });

  test('a second stop is counted from what the first left', () => {
    const counted = {
      since: at('2026-11-25', '09:00'),
      pauses: [{ from: at('2026-11-25', '10:00'), to: at('2026-11-26', '10:00') }],
    };
    const again = { from: at('2026-11-26', '11:00'), to: at('2026-11-26', '12:00') };
    const paused = { term: whole, dueAt: at('2026-11-27', '09:00'), ...again, counted };
    expect(promiseAfterPause(paused, calendar)).toMatchObject({ dueAt: at('2026-11-27', '10:00') });
  });

  test('over already it stays over, to the minute', () => {
    const paused = {
      term: one,
      dueAt: at('2026-11-23', '11:00'),
      from: at('2026-11-23', '11:01'),
      to: at('2026-11-23', '14:00'),
    };
    expect(promiseAfterPause(paused, calendar)).toBeNull();
  });

  test('never before the promise it takes the place of, and hours of the office never later for a shorter stop', () => {
    const minute = fc.integer({ min: 0, max: 3 * 24 * 60 });
    fc.assert(
      fc.property(
        minute,
        minute,
        minute,
        minute,
        fc.constantFrom(one, whole, eight),
        (begin, run, stop, more, term) => {
          const moment = (minutes: number) =>
            civilTime(dayOfDate('2026-11-20') + Math.floor(minutes / 1440), (minutes % 1440) * 60_000);
          const [since, from] = [moment(begin), moment(begin + run)];
          const first = explainDeadline({ term, acceptedAt: since }, calendar);
          if (isFault(first)) throw new Error(first.fault);
          const { dueAt } = first;
          const counted = { since, pauses: [] };
          const [short = '', long = ''] = [stop, stop + more].map((minutes) => {
            const answer = promiseAfterPause(
              { term, dueAt, from, to: moment(begin + run + minutes), counted },
              calendar,
            );
            return answer === null || isFault(answer) ? dueAt : answer.dueAt;
          });
          expect(short >= dueAt).toBe(true);
          // A day off gives hours of the clock the whole next working day (BLDS Điều 148 k5), so a longer stop may end earlier.
          if (term === eight) expect(short <= long).toBe(true);
          if (from > dueAt) expect(long).toBe(dueAt);
        },
      ),
      { seed: 147, numRuns: 400 },
    );
  });
});
