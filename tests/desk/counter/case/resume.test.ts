import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TestDesk, clockAt, openPracticeDesk, reception } from '../../../support/desk/test-desk.ts';

/** What was left of a term runs on from when the case goes on (NĐ 118/2025 Điều 21; BLDS Điều 147 k1, k2). */

let at: TestDesk;
beforeEach(async () => {
  at = await openPracticeDesk({ at: Date.parse('2026-11-23T08:00:00+07:00') });
});
afterEach(() => at.end());

/** The moment by the desk's clock, believed by a supervisor where it is months ahead. */
async function moment(time: string): Promise<void> {
  clockAt(at, `${time}:00`, 'supervisor');
  await at.call('system.confirmClock', { date: time.slice(0, 10), reason: 'lịch treo tường' });
  at.sit('clerk');
}

test.each([
  // One hour, of which five minutes had run.
  ['2.001159', '2026-11-23T10:00', '2026-11-23T10:05', '2026-11-23T14:00', '2026-11-23T14:55', '55 phút'],
  // 24 hours of Luật Hộ tịch 2026 Điều 3 k3, of which one had run.
  ['1.001193', '2027-03-01T09:00', '2027-03-01T10:00', '2027-03-02T10:00', '2027-03-03T09:00', '23 giờ'],
  // Three working days, one of them left.
  ['1.001612', '2026-11-23T09:00', '2026-11-26T10:00', '2026-11-27T10:00', '2026-11-30T17:00', '01 ngày làm việc'],
])(
  '%s: received %s, withdrawn %s, on again %s: %s',
  async (procedureCode, received, withdrawn, resumed, dueAt, left) => {
    await moment(received);
    const { caseId } = await at.get('case.receive', reception({ procedureCode }));
    await moment(withdrawn);
    await at.get('case.act', { caseId, act: { type: 'withdraw', reason: 'đổi ý' } });
    await moment(resumed);
    await at.get('case.act', { caseId, act: { type: 'resume', reason: 'vẫn làm' } });
    const { state } = await at.get('case.get', { caseId });
    expect(state.dueAt).toBe(`${dueAt}:00+07:00`);
    expect(state.steps[0].text).toContain(`còn ${left}`);
    const { groups } = await at.get('work.list', {});
    expect(groups.find(({ group }: { group: string }) => group === 'overdue').rows).toEqual([]);
    expect(at.desk.verify().ok).toBe(true);
  },
);
