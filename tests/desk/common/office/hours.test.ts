import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TestDesk, clockAt, openPracticeDesk, reception } from '../../../support/desk/test-desk.ts';

let at: TestDesk;
beforeEach(async () => {
  at = await openPracticeDesk();
});
afterEach(() => at.end());

const whole = [
  { start: '07:30', end: '11:30' },
  { start: '13:00', end: '17:00' },
];
const morning = [{ start: '07:30', end: '11:30' }];
const ground = 'Kế hoạch số 12 của UBND phường';
const week = {
  from: '2026-11-28',
  week: { mon: whole, tue: whole, wed: whole, thu: whole, fri: whole, sat: morning, sun: [] },
  sameDayOnDayOff: 'that-day',
  ground,
};

test('hours are the supervisor’s, dated from today on, kept after a restart, and explained where they decide', async () => {
  expect(await at.call('office.setWeek', week)).toMatchObject({ fault: { code: 'forbidden' } });
  at.sit('supervisor');
  expect(await at.call('office.setWeek', { ...week, from: '2026-11-22' })).toMatchObject({
    fault: { code: 'hours-past', data: { from: '2026-11-22', today: '2026-11-23' } },
  });
  const none = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
  expect(await at.call('office.setWeek', { ...week, week: none })).toMatchObject({
    fault: { data: { issues: [{ path: 'week', message: 'hours-empty' }] } },
  });
  await at.get('office.setWeek', week);
  const view = await at.get('office.setDay', { date: '2026-12-01', sessions: morning, ground: 'tập huấn' });
  expect(view).toMatchObject({ base: whole, weeks: [week], days: [{ date: '2026-12-01', sessions: morning }] });
  at = await at.reopen();
  clockAt(at, '2026-11-28T09:00:00');
  const saturday = await at.get('case.receive', reception());
  expect(saturday.dueAt).toBe('2026-11-28T11:30:00+07:00');
  expect(saturday.steps[0].text).toContain(ground);
  expect(at.desk.verify().ok).toBe(true);
});

test('a change moves no promise that was made; what would be dated otherwise is listed', async () => {
  clockAt(at, '2026-11-27T09:00:00');
  const promised = await at.get('case.receive', reception({ procedureCode: '1.004194' }));
  at.sit('supervisor');
  const date = promised.dueDate;
  await at.get('office.setDay', { date, sessions: morning, ground: 'tập huấn' });
  expect((await at.get('case.get', { caseId: promised.caseId })).state.dueAt).toBe(promised.dueAt);
  const { changes } = await at.get('office.promiseChanges');
  expect(changes).toMatchObject([
    { caseId: promised.caseId, printed: promised.dueAt, wouldBe: `${date}T11:30:00+07:00` },
  ]);
  // Taken back, the days are what they were.
  await at.get('office.setDay', { date, sessions: null, ground: 'hoãn tập huấn' });
  expect((await at.get('office.promiseChanges')).changes).toEqual([]);
});
