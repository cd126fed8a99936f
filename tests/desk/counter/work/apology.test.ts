import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type TestDesk, openPracticeDesk, reception } from '../../../support/desk/test-desk.ts';
import { wordsOf } from '../../../support/papers/page-boxes.ts';

let at: TestDesk;
let caseId: string;

/** Seven working days from Monday 23/11/2026 09:00, 24/11 off: due on Thursday 03/12 at 17:00, handled by the officer. */
beforeEach(async () => {
  at = await openPracticeDesk();
  ({ caseId } = await at.get(
    'case.receive',
    reception({ procedureCode: '1.004222', components: [{ index: 0, originals: 1, copies: 0 }] }),
  ));
  await at.get('case.act', { caseId, act: { type: 'transfer', to: 'officer' } });
  at.sit('officer');
});
afterEach(() => at.end());

const newDueAt = '2026-12-09T17:00:00+07:00';
const reason = 'Cần xác minh thực tế';

function on(time: string): void {
  at.clock.at = Date.parse(`${time}+07:00`);
  at.sit('officer');
}

type Listed = 'due' | 'overdue' | 'missed';

/** Which list the case is on; a case is on one at most. */
async function listed(): Promise<Listed | null> {
  const lists = await at.get('work.apologies');
  const on = (['due', 'overdue', 'missed'] as const).filter((name) =>
    lists[name].some((one: any) => one.caseId === caseId),
  );
  expect(on.length).toBeLessThan(2);
  return on[0] ?? null;
}

async function entries(): Promise<number> {
  return (await at.get('case.get', { caseId })).actions.length;
}

describe('apologies that have to leave (NĐ 118/2025 Điều 19 k6)', () => {
  test.each<[string, string, Listed | null]>([
    ['two working days before: not yet', '2026-12-01T16:00:00', null],
    ['the last working day before', '2026-12-02T07:30:00', 'due'],
    ['that evening', '2026-12-02T23:59:59', 'due'],
    ['on the day itself: neither', '2026-12-03T08:00:00', 'missed'],
    ['that evening, the day is not over', '2026-12-03T23:59:59', 'missed'],
    ['after it: as an apology for what is late (Điều 12 k5)', '2026-12-04T08:00:00', 'overdue'],
    ['long after it', '2027-01-20T08:00:00', 'overdue'],
  ])('%s', async (_name, time, list) => {
    on(time);
    expect(await listed()).toBe(list);
    // The list and the act say the same.
    const { availableActions } = await at.get('case.get', { caseId });
    const extend = availableActions.find(({ action }: any) => action === 'extend');
    expect(extend.allowed).toBe(list !== 'missed');
  });

  test('each is prepared: who to call, the date, and how it was come to', async () => {
    on('2026-12-02T09:00:00');
    const { due, reasons } = await at.get('work.apologies');
    expect(due).toEqual([
      {
        caseId,
        number: expect.stringMatching(/-261123-0001$/),
        applicantName: 'NGUYỄN THỊ ĐẶNG ÁNH',
        phone: '0901234567',
        procedureName: expect.stringContaining('thường trú'),
        holderName: expect.stringMatching(/\S+ \S+/),
        dueAt: '2026-12-03T17:00:00+07:00',
        proposal: { newDueAt, workingDays: 4, steps: expect.any(Array) },
      },
    ]);
    expect(due[0].proposal.steps).toHaveLength(4);
    expect(reasons.length).toBeGreaterThanOrEqual(5);
    expect(reasons.length).toBeLessThanOrEqual(9);
  });

  test('Mẫu 04 is seen as it would print, and nothing is recorded', async () => {
    on('2026-12-02T09:00:00');
    const before = await entries();
    const seen = await at.get('work.apologyPaper', { caseId, reason, newDueAt });
    const words = wordsOf(seen.pages);
    expect(words).toContain(reason);
    expect(words).toContain('17 giờ 00 phút, ngày 09 tháng 12 năm 2026');
    expect(await entries()).toBe(before);
    expect(await listed()).toBe('due');
  });

  test.each([
    ['a date that is not later', { newDueAt: '2026-12-03T17:00:00+07:00' }, 'action-not-allowed'],
    ['a Saturday', { newDueAt: '2026-12-05T17:00:00+07:00' }, 'action-not-allowed'],
    ['a case that is not there', { caseId: '00000000-0000-7000-8000-000000000000' }, 'case-unknown'],
    ['no reason', { reason: ' ' }, 'input-invalid'],
  ])('%s has no paper', async (_name, change, code) => {
    on('2026-12-02T09:00:00');
    expect(await at.call('work.apologyPaper', { caseId, reason, newDueAt, ...change })).toMatchObject({
      ok: false,
      fault: { code },
    });
  });

  test('the act says how the citizen was told; after it nothing is due, and the file says the same when it is opened again', async () => {
    on('2026-12-02T09:00:00');
    const done = await at.get('case.act', { caseId, act: { type: 'extend', reason, newDueAt, told: 'zalo' } });
    expect(done).toMatchObject({ dueAt: newDueAt, documents: [{ form: 'mau-04' }], paperFault: null });
    expect(await listed()).toBeNull();
    at = await at.reopen();
    at.sit('officer');
    const { actions } = await at.get('case.get', { caseId });
    expect(actions.find((one: any) => one.type === 'extended').detail).toMatchObject({ reason, told: 'zalo' });
    expect(at.desk.verify().ok).toBe(true);
    on('2026-12-10T08:00:00');
    const { missed } = await at.get('work.apologies');
    expect(missed).toMatchObject([{ caseId, reason: expect.stringContaining('một lần') }]);
  });

  test('a file past its promise that never left the counter is listed, with what to do about it', async () => {
    at.sit('clerk');
    const { caseId: kept } = await at.get('case.receive', reception());
    on('2026-12-20T08:00:00');
    const { missed } = await at.get('work.apologies');
    expect(missed.find((one: any) => one.caseId === kept)).toMatchObject({
      reason: expect.stringContaining('chuyển xử lý ngay'),
      reasonEn: expect.stringContaining('pass it on now'),
    });
  });

  test('only their own, where that is asked; a clerk does not ask', async () => {
    on('2026-12-02T09:00:00');
    expect((await at.get('work.apologies', { mine: true })).due).toHaveLength(1);
    at.sit('supervisor');
    expect((await at.get('work.apologies', { mine: true })).due).toHaveLength(0);
    expect((await at.get('work.apologies')).due).toHaveLength(1);
    at.sit('clerk');
    expect(await at.call('work.apologies')).toMatchObject({ ok: false, fault: { code: 'forbidden' } });
  });
});
