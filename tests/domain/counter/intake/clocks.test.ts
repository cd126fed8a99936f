import { describe, expect, test } from 'vitest';
import type { IntakeEvent } from '../../../../electron/domain/entries/intake.ts';
import { intakeClocks, nearestClock } from '../../../../electron/domain/counter/intake/clocks.ts';
import { type Intake, applyIntake } from '../../../../electron/domain/counter/intake/intake.ts';
import { calendar } from '../../../support/data/calendar.ts';
import { arrival } from '../../../support/data/intake-sample.ts';

function online(receivedAt: string, ...events: readonly (readonly [at: string, event: IntakeEvent])[]): Intake {
  const begun = applyIntake(undefined, receivedAt, arrival('online', receivedAt));
  return events.reduce((before, [at, event]) => applyIntake(before, at, event), begun);
}

const z = '+07:00';

describe('an online file is seen in 2 hours and answered in 8 working hours (NĐ 118/2025 Điều 17 k2)', () => {
  test.each([
    // A working morning: two hours of the clock, a whole working day.
    ['2026-11-18T09:00:00', '2026-11-18T11:00:00', '2026-11-19T09:00:00'],
    // Friday evening: the two hours run by the clock, the eight begin on Monday.
    ['2026-11-20T19:00:00', '2026-11-20T21:00:00', '2026-11-23T17:00:00'],
    // Saturday and Sunday are not working time.
    ['2026-11-21T10:00:00', '2026-11-21T12:00:00', '2026-11-23T17:00:00'],
    // Monday afternoon: Tuesday 24/11/2026 is Ngày Văn hóa Việt Nam, so the rest of the eight is on Wednesday.
    ['2026-11-23T15:00:00', '2026-11-23T17:00:00', '2026-11-25T15:00:00'],
    // On the holiday itself.
    ['2026-11-24T08:00:00', '2026-11-24T10:00:00', '2026-11-25T17:00:00'],
    // In the lunch hour.
    ['2026-11-18T12:00:00', '2026-11-18T14:00:00', '2026-11-19T11:30:00'],
  ])('received %s: seen by %s, answered by %s', (receivedAt, seen, answered) => {
    const clocks = intakeClocks(online(receivedAt + z), receivedAt + z, calendar);
    expect(clocks).toEqual({ notifyDue: seen + z, answerDue: answered + z, notifyLate: false, answerLate: false });
    expect(nearestClock(clocks)).toBe(seen + z);
  });

  const monday = `2026-11-23T08:00:00${z}`;
  test.each<[string, readonly (readonly [string, IntakeEvent])[], object]>([
    [`2026-11-23T10:00:00${z}`, [], { notifyLate: false, answerLate: false }],
    [`2026-11-23T10:00:01${z}`, [], { notifyLate: true, answerLate: false }],
    [`2026-11-25T08:00:01${z}`, [[monday, { type: 'seen' }]], { notifyDue: null, notifyLate: false, answerLate: true }],
    [
      `2026-11-25T08:00:01${z}`,
      [[monday, { type: 'supplement-asked', items: ['a'], reason: 'thiếu' }]],
      { notifyDue: null, answerDue: null, answerLate: false },
    ],
    [`2026-11-30T08:00:00${z}`, [[monday, { type: 'accepted' }]], { notifyDue: null, answerDue: null }],
  ])('at %s after %j: %j', (now, events, expected) => {
    expect(intakeClocks(online(monday, ...events), now, calendar)).toMatchObject(expected);
  });

  test('completed by its citizen it is answered within eight working hours again', () => {
    const intake = online(
      monday,
      [monday, { type: 'supplement-asked', items: ['a'], reason: 'thiếu' }],
      [`2026-11-27T16:00:00${z}`, { type: 'completed' }],
    );
    expect(intakeClocks(intake, `2026-11-27T16:00:00${z}`, calendar)).toMatchObject({
      notifyDue: null,
      answerDue: `2026-11-30T16:00:00${z}`,
    });
  });

  test.each(['counter', 'post'] as const)('%s: the decree gives no such clock', (kind) => {
    const intake = applyIntake(undefined, monday, arrival(kind, monday));
    expect(nearestClock(intakeClocks(intake, monday, calendar))).toBeNull();
  });
});
