import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type TestDesk, openPracticeDesk, reception, someoneCame } from '../../../support/desk/test-desk.ts';

let at: TestDesk;
let caseId: string;

/** A residence registration of seven working days, accepted Monday 23/11/2026 09:00: due Thursday 03/12. */
beforeEach(async () => {
  at = await openPracticeDesk();
  ({ caseId } = await at.get(
    'case.receive',
    reception({ procedureCode: '1.004222', components: [{ index: 0, originals: 1, copies: 0 }] }),
  ));
});
afterEach(() => at.end());

type Who = Parameters<TestDesk['sit']>[0];

async function act(who: Who, body: Record<string, unknown>, confirm?: readonly unknown[]): Promise<any> {
  at.sit(who);
  return at.call('case.act', { caseId, act: body, ...(confirm === undefined ? {} : { confirm }) });
}

async function acted(who: Who, body: Record<string, unknown>, confirm?: readonly unknown[]): Promise<any> {
  const result = await act(who, body, confirm);
  if (!result.ok) throw new Error(JSON.stringify(result.fault));
  return result.value;
}

function on(time: string): void {
  at.clock.at = Date.parse(`${time}+07:00`);
}

/** A result without a hand-over wants a reason (Điều 18, 19). */
async function finishedAtOnce(result: string): Promise<void> {
  const confirm = [{ code: 'finish-unhandled', reason: 'giải quyết ngay tại quầy' }];
  await acted('officer', { type: 'finish', result }, confirm);
}

const unpaid = [{ code: 'fees-unpaid', reason: 'hẹn nộp sau' }];
const receiver = { fullName: 'NGUYỄN THỊ ĐẶNG ÁNH', idNumber: '079190001234', as: 'applicant' };

test('what the status does not allow says in which it is allowed, on the screen and as a fault', async () => {
  const [reason, reasonEn] = [
    'Chỉ làm khi hồ sơ «Đang xử lý» hoặc «Chờ nghĩa vụ tài chính»; hồ sơ này «Đã tiếp nhận».',
    'This is done only when the case is “In process” or “Awaiting payment”; this one is “Accepted”.',
  ];
  const extend = { type: 'extend', reason: 'chờ xác minh', newDueAt: '2026-12-10T17:00:00+07:00' };
  expect(await act('officer', extend)).toMatchObject({
    fault: { code: 'action-not-allowed', data: { action: 'extend', status: 'accepted', reason, reasonEn } },
  });
  const { availableActions } = await at.get('case.get', { caseId });
  expect(availableActions).toContainEqual(
    expect.objectContaining({ action: 'extend', allowed: false, reason, reasonEn }),
  );
});

describe('a case from its desk to its archive', () => {
  test('straight: passed on, taken, done, announced early, returned, archived', async () => {
    expect((await acted('clerk', { type: 'transfer' })).status).toBe('processing');
    await acted('officer', { type: 'take-over' });
    on('2026-11-27T10:00:00');
    expect((await acted('officer', { type: 'finish', result: 'Đã đăng ký thường trú' })).status).toBe('finished');
    expect(await act('clerk', { type: 'return', receiver })).toMatchObject({
      fault: {
        code: 'action-not-allowed',
        data: { rule: 'NĐ 118/2025 Điều 21 k1, 22, 23 k1', reason: expect.stringContaining('trước hạn') },
      },
    });
    await acted('clerk', { type: 'announce', how: 'phone' });
    expect((await acted('clerk', { type: 'return', receiver }, unpaid)).status).toBe('returned');
    await acted('clerk', { type: 'archive', place: 'Kệ 3, hộp 12' });
    const { state, actions } = await at.get('case.get', { caseId });
    expect(state).toMatchObject({ status: 'returned', finishedAt: '2026-11-27T10:00:00+07:00' });
    expect(actions.map((done: any) => done.type)).toEqual(
      expect.arrayContaining([
        'received',
        'transferred',
        'taken-over',
        'finished',
        'announced',
        'returned',
        'archived',
      ]),
    );
    expect(at.desk.verify().ok).toBe(true);
  });

  test('a supplement stops the promise and starts it again from zero', async () => {
    await acted('clerk', { type: 'transfer' });
    on('2026-11-25T10:00:00');
    await acted('officer', {
      type: 'request-supplement',
      items: ['Giấy tờ chứng minh chỗ ở'],
      reason: 'Thiếu giấy tờ',
    });
    on('2026-12-01T09:30:00');
    expect(await acted('clerk', { type: 'supplement' })).toMatchObject({
      status: 'processing',
      dueAt: '2026-12-10T17:00:00+07:00',
    });
  });

  test('a second supplement is the supervisor’s to ask, with a reason', async () => {
    const ask = { type: 'request-supplement', items: ['Bản sao'], reason: 'Thiếu giấy tờ' };
    await acted('clerk', { type: 'transfer' });
    await acted('officer', ask);
    await acted('clerk', { type: 'supplement' });
    expect(await act('officer', ask)).toMatchObject({
      fault: { code: 'action-not-allowed', data: { reason: expect.stringContaining('một lần') } },
    });
    expect(await act('supervisor', ask)).toMatchObject({ fault: { code: 'action-not-allowed' } });
    expect((await acted('supervisor', { ...ask, override: 'Phát hiện giấy tờ giả' })).status).toBe(
      'supplement-requested',
    );
  });

  test.each([
    // BLDS Điều 148 k6: the last day ends at midnight.
    ['in the last second of the third working day', '2026-11-27T23:59:59', 'supplement-requested'],
    ['after it', '2026-11-28T00:00:00', undefined],
  ])('a supplement asked for %s', async (_when, time, status) => {
    await acted('clerk', { type: 'transfer' });
    on(time);
    const result = await act('officer', { type: 'request-supplement', items: ['Bản sao'], reason: 'Thiếu giấy tờ' });
    expect(result.value?.status).toBe(status);
  });

  test.each([
    // Asked 23/11: the fifteenth day is Tuesday 08/12, and the day belongs to the citizen to its end.
    ['on the fifteenth day', '2026-12-08T17:00:01', false],
    ['in its last second', '2026-12-08T23:59:59', false],
    ['on the sixteenth', '2026-12-09T00:00:00', true],
  ])('a file never completed is closed %s: %s', async (_when, time, closes) => {
    await acted('clerk', { type: 'transfer' });
    await acted('officer', { type: 'request-supplement', items: ['Bản sao'], reason: 'Thiếu giấy tờ' });
    await someoneCame(at, '2026-12-01T09:00:00');
    on(time);
    expect((await act('clerk', { type: 'close-unsupplemented' })).ok).toBe(closes);
  });

  test('withdrawn until there is a result, and not after', async () => {
    expect((await acted('clerk', { type: 'withdraw', reason: 'Người nộp đổi ý' })).status).toBe('withdrawn');
    expect((await acted('officer', { type: 'stop', reason: 'Theo đề nghị' })).status).toBe('stopped');
    ({ caseId } = await (at.sit('clerk'),
    at.get(
      'case.receive',
      reception({ procedureCode: '1.004222', components: [{ index: 0, originals: 1, copies: 0 }] }),
    )));
    await acted('clerk', { type: 'transfer' });
    await acted('officer', { type: 'finish', result: 'Xong' });
    expect(await act('clerk', { type: 'withdraw', reason: 'Người nộp đổi ý' })).toMatchObject({
      fault: { data: { rule: 'NĐ 118/2025 Điều 21', reason: expect.stringContaining('không rút') } },
    });
  });

  test.each([
    ['the day before', '2026-12-02T16:59:00', true],
    ['on the day', '2026-12-03T08:00:00', false],
    // An apology for what is late has no last day (Điều 12 k5).
    ['after it', '2026-12-04T08:00:00', true],
  ])('the date is moved once, asked for %s it falls due: %s', async (_when, time, allowed) => {
    await acted('clerk', { type: 'transfer' });
    on(time);
    const extend = { type: 'extend', reason: 'Chờ xác minh', newDueAt: '2026-12-10T17:00:00+07:00' };
    expect((await act('officer', extend)).ok).toBe(allowed);
    if (!allowed) return;
    expect((await at.get('case.get', { caseId })).state.dueAt).toBe('2026-12-10T17:00:00+07:00');
    expect(await act('officer', { ...extend, newDueAt: '2026-12-20T17:00:00+07:00' })).toMatchObject({
      fault: { data: { reason: expect.stringContaining('một lần') } },
    });
  });

  test('nobody is told to come after the last year of the calendar, and it is the calendar that is said to end', async () => {
    await acted('clerk', { type: 'transfer' });
    const far = { type: 'extend', reason: 'Chờ xác minh', newDueAt: '2029-03-01T09:00:00+07:00' };
    expect(await act('officer', far)).toMatchObject({
      fault: { code: 'calendar-ends', data: { needed: '2029-03-01' } },
    });
  });

  test.each([
    ['on a Sunday', '2026-12-06T09:00:00+07:00'],
    ['at three in the morning', '2026-12-07T03:00:00+07:00'],
    ['at lunch', '2026-12-07T12:00:00+07:00'],
    ['on New Year’s Day', '2027-01-01T09:00:00+07:00'],
  ])('nobody is told to come %s', async (_when, newDueAt) => {
    await acted('clerk', { type: 'transfer' });
    expect(await act('officer', { type: 'extend', reason: 'Chờ xác minh', newDueAt })).toMatchObject({
      fault: { code: 'action-not-allowed', data: { reason: expect.stringContaining('giờ làm việc') } },
    });
    expect(
      await acted('officer', { type: 'extend', reason: 'Chờ xác minh', newDueAt: '2026-12-07T04:00:00Z' }),
    ).toMatchObject({ dueAt: '2026-12-07T11:00:00+07:00' });
  });

  test('a new date has to be a later one', async () => {
    await acted('clerk', { type: 'transfer' });
    const extend = { type: 'extend', reason: 'Chờ xác minh', newDueAt: '2026-12-03T10:00:00Z' };
    expect(await act('officer', extend)).toMatchObject({
      fault: { data: { reason: expect.stringContaining('sau ngày hẹn cũ') } },
    });
  });

  test('an error in a result is an event beside its status', async () => {
    await finishedAtOnce('Sai tên');
    await acted('clerk', { type: 'return', receiver }, unpaid);
    await acted('clerk', { type: 'report-error', what: 'Sai chữ đệm' });
    await acted('officer', { type: 'correct-result', result: 'Đúng tên' });
    expect((await at.get('case.get', { caseId })).state.status).toBe('returned');
    expect((await act('officer', { type: 'correct-result', result: 'Nữa' })).ok).toBe(false);
  });

  test('a proxy brings the paper that lets them', async () => {
    await finishedAtOnce('Xong');
    const proxy = { ...receiver, as: 'proxy' };
    expect(await act('clerk', { type: 'return', receiver: proxy })).toMatchObject({ fault: { code: 'input-invalid' } });
    await acted('clerk', { type: 'return', receiver: { ...proxy, authorisation: 'Giấy ủy quyền 12/2026' } }, unpaid);
  });
});

describe('who may', () => {
  test.each<[Who, Record<string, unknown>, string]>([
    ['clerk', { type: 'refuse', reason: 'Không đủ điều kiện', legalBasis: 'Điều 5' }, 'officer'],
    ['clerk', { type: 'extend', reason: 'Chậm', newDueAt: '2026-12-10T17:00:00+07:00' }, 'officer'],
    ['admin', { type: 'transfer' }, 'clerk'],
  ])('a %s may not %j', async (who, body, role) => {
    expect(await act(who, body)).toMatchObject({ fault: { code: 'forbidden', data: { role } } });
  });

  test('what one officer holds, another does not hand back', async () => {
    await acted('clerk', { type: 'transfer', to: 'officer' });
    expect((await act('supervisor', { type: 'take-over' })).ok).toBe(true);
    expect(await act('officer', { type: 'hand-back', reason: 'Không thuộc phần việc' })).toMatchObject({
      fault: { code: 'action-not-allowed' },
    });
    expect(await act('clerk', { type: 'transfer', to: 'nobody' })).toMatchObject({ ok: false });
  });
});
