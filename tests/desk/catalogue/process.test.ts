import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type TestDesk, openPracticeDesk, reception } from '../../support/desk/test-desk.ts';

let at: TestDesk;
let caseId: string;
const code = '1.004222';

const step = (name: string, role: string, value?: number, unit = 'working-day') => ({
  name,
  role,
  time: value === undefined ? null : { value, unit },
});
const steps = [
  step('Tiếp nhận', 'clerk'),
  step('Thụ lý', 'officer', 2),
  step('Thẩm định', 'officer', 4, 'working-hour'),
  step('Lãnh đạo duyệt', 'supervisor', 1),
  step('Trả kết quả', 'clerk'),
];

/** A residence registration of seven working days, accepted Monday 23/11/2026 09:00. */
beforeEach(async () => {
  at = await openPracticeDesk();
  ({ caseId } = await at.get(
    'case.receive',
    reception({ procedureCode: code, components: [{ index: 0, originals: 1, copies: 0 }] }),
  ));
});
afterEach(() => at.end());

type Who = Parameters<TestDesk['sit']>[0];
const as = (who: Who) => (at.sit(who), at);
const act = (who: Who, body: Record<string, unknown>) => as(who).call('case.act', { caseId, act: body });
async function acted(who: Who, body: Record<string, unknown>): Promise<void> {
  const result = await act(who, body);
  if (!result.ok) throw new Error(JSON.stringify(result.fault));
}
const on = (time: string) => void (at.clock.at = Date.parse(`${time}+07:00`));
const where = async () => (await as('officer').get('case.get', { caseId })).state.whereabouts;
const refusal = (reason: string) => ({
  fault: { code: 'action-not-allowed', data: { reason: expect.stringContaining(reason) } },
});

describe('the inner process of a procedure', () => {
  test('begins as a general frame that nobody published, and says so', async () => {
    const view = await at.get('procedure.process', { code });
    expect(view).toMatchObject({
      source: 'frame',
      set: null,
      verified: false,
      note: expect.stringContaining('chưa có nguồn'),
    });
    expect(view.steps.map(({ role }: any) => role)).toEqual(['clerk', 'officer', 'supervisor', 'clerk']);
    const { entries } = await at.get('procedure.unverified', {});
    expect(entries.filter(({ kind }: any) => kind === 'process-frame').map((one: any) => one.code)).toEqual([
      'same-day',
      'general',
    ]);
  });

  test('is set by a supervisor, and kept through the journal', async () => {
    const setting = { code, steps, reason: 'Quyết định quy trình nội bộ' };
    expect(await as('officer').call('procedure.setProcess', setting)).toMatchObject({ fault: { code: 'forbidden' } });
    const view = await as('supervisor').get('procedure.setProcess', setting);
    // Two working days, four working hours and one working day, of the seven promised: 28 hours of 56.
    expect(view).toMatchObject({
      source: 'office',
      set: { at: expect.stringMatching(/^2026-/), reason: 'Quyết định quy trình nội bộ' },
      sum: { minutes: 28 * 60, termMinutes: 56 * 60, fits: true, open: 2 },
    });
    at = await at.reopen();
    expect((await as('clerk').get('procedure.process', { code })).steps).toEqual(steps);
    expect(at.desk.verify().ok).toBe(true);
  });

  test.each([
    ['longer than the promise', [steps[0], step('Thụ lý', 'officer', 8), steps[4]], 'process-too-long'],
    [
      'a little longer',
      [steps[0], step('A', 'officer', 7), step('B', 'officer', 1, 'working-hour'), steps[4]],
      'process-too-long',
    ],
    ['nobody handles it', [steps[0], steps[4]], 'process-unfit'],
    ['an officer receives', [steps[1], steps[2], steps[4]], 'process-unfit'],
    ['an officer returns', [steps[0], steps[1], steps[2]], 'process-unfit'],
    ['two of a name', [steps[0], steps[1], { ...steps[2], name: 'THỤ LÝ' }, steps[4]], 'process-unfit'],
    ['no steps', [], 'input-invalid'],
  ])('refuses steps that are %s, and changes nothing', async (_what, wrong, fault) => {
    const answer = await as('supervisor').call('procedure.setProcess', { code, steps: wrong, reason: 'thử xem' });
    expect(answer).toMatchObject({ fault: { code: fault } });
    expect((await at.get('procedure.process', { code })).source).toBe('frame');
  });
});

test('a general frame of the product holds nobody up, nor does a process set after the case began', async () => {
  const { caseId: other } = await at.get(
    'case.receive',
    reception({ procedureCode: code, components: [{ index: 0, originals: 1, copies: 0 }] }),
  );
  await acted('clerk', { type: 'transfer' });
  await as('supervisor').get('procedure.setProcess', { code, steps, reason: 'Quyết định quy trình nội bộ' });
  await acted('officer', { type: 'finish', result: 'Đã đăng ký' });
  const late = await as('officer').call('case.act', { caseId: other, act: { type: 'finish', result: 'Đã đăng ký' } });
  expect(late).toMatchObject(refusal('«Lãnh đạo duyệt»'));
});

describe('a file goes from step to step', () => {
  beforeEach(async () => {
    await as('supervisor').get('procedure.setProcess', { code, steps, reason: 'Quyết định quy trình nội bộ' });
  });

  test('assigned, taken, passed, sent back, passed again and finished, each under the eyes of the next', async () => {
    await acted('clerk', { type: 'transfer' });
    expect((await where()).step).toMatchObject({ name: 'Thụ lý', dueAt: '2026-11-26T17:00:00+07:00', reworks: 0 });
    await acted('supervisor', { type: 'assign', to: 'officer' });
    expect(await where()).toMatchObject({ holder: 'officer' });
    await acted('officer', { type: 'pass', note: 'đủ hồ sơ' });
    expect(await where()).toMatchObject({
      holder: null,
      step: { name: 'Thẩm định', dueAt: '2026-11-23T14:30:00+07:00' },
    });
    await acted('officer', { type: 'take-over' });
    await acted('officer', { type: 'pass', to: 'supervisor' });
    await acted('supervisor', { type: 'rework', reason: 'Thiếu căn cứ' });
    expect(await where()).toMatchObject({ holder: 'officer', step: { index: 2, reworks: 1 } });
    await acted('officer', { type: 'pass', to: 'supervisor' });
    await acted('supervisor', { type: 'finish', result: 'Đã đăng ký' });
    const { step: last, steps: line } = await where();
    expect(last).toMatchObject({ name: 'Trả kết quả', dueAt: null, reworks: 1 });
    expect(line.map(({ state }: any) => state)).toEqual(['done', 'done', 'done', 'done', 'now']);
    expect(at.desk.verify().ok).toBe(true);
  });

  const finish = { type: 'finish', result: 'Đã đăng ký' };
  const finishing = async (who: Who) =>
    (await as(who).get('case.get', { caseId })).availableActions.find(({ action }: any) => action === 'finish');

  test('no result before the approval this office asks for; who approves records it', async () => {
    const before = refusal('«Lãnh đạo duyệt»');
    expect(await act('officer', finish)).toMatchObject(before);
    await acted('clerk', { type: 'transfer' });
    expect(await act('officer', finish)).toMatchObject(before);
    expect(await finishing('officer')).toMatchObject({
      allowed: false,
      reason: expect.stringContaining('«Lãnh đạo duyệt»'),
      reasonEn: expect.stringContaining('«Lãnh đạo duyệt»'),
    });
    expect(await finishing('supervisor')).toMatchObject({ allowed: true, reason: null });
    // What the office asks for later does not undo what a case began with.
    const without = [steps[0], steps[1], steps[4]];
    await as('supervisor').get('procedure.setProcess', { code, steps: without, reason: 'Bỏ bước duyệt' });
    at = await at.reopen();
    expect(await act('officer', finish)).toMatchObject(before);
    await acted('supervisor', finish);
  });

  test('a step after the approval is an officer’s to finish', async () => {
    const sealed = [steps[0], steps[3], { ...steps[1], name: 'Đóng dấu' }, steps[4]];
    await as('supervisor').get('procedure.setProcess', { code, steps: sealed, reason: 'Đóng dấu sau duyệt' });
    await acted('clerk', { type: 'transfer' });
    expect(await act('officer', finish)).toMatchObject(refusal('«Lãnh đạo duyệt»'));
    await acted('supervisor', { type: 'take-over' });
    await acted('supervisor', { type: 'pass', to: 'officer' });
    await acted('officer', finish);
  });

  test.each([
    ['a clerk takes an officer’s step', 'clerk', { type: 'take-over' }, 'vai trò khác'],
    ['an officer assigns what nobody holds', 'officer', { type: 'assign', to: 'officer' }, 'lãnh đạo giao'],
    ['a supervisor gives it to a clerk', 'supervisor', { type: 'assign', to: 'clerk' }, 'vai trò khác'],
    ['an officer passes on what they do not hold', 'officer', { type: 'pass' }, 'Nhận hồ sơ'],
    ['the first step is sent back', 'supervisor', { type: 'rework', reason: 'thử xem' }, 'Trả lại một cửa'],
  ] as const)('refused: %s', async (_what, who, body, reason) => {
    await acted('clerk', { type: 'transfer' });
    expect(await act(who, body)).toMatchObject(refusal(reason));
  });

  test('nothing is given to somebody unknown or gone', async () => {
    await acted('clerk', { type: 'transfer' });
    expect(await act('supervisor', { type: 'assign', to: 'nobody' })).toMatchObject({
      fault: { code: 'account-unknown' },
    });
    await as('admin').get('account.disable', { username: 'officer', reason: 'Nghỉ việc' });
    expect(await act('supervisor', { type: 'assign', to: 'officer' })).toMatchObject(refusal('đã khóa'));
    const { accounts } = await at.get('account.colleagues', {});
    expect(accounts.map(({ username }: any) => username)).not.toContain('officer');
  });

  test('a case keeps the process it began with', async () => {
    await acted('clerk', { type: 'transfer' });
    const shorter = [steps[0], step('Giải quyết', 'officer', 1), steps[4]];
    await as('supervisor').get('procedure.setProcess', { code, steps: shorter, reason: 'Rút gọn quy trình' });
    expect((await where()).steps).toHaveLength(5);
    ({ caseId } = await as('clerk').get(
      'case.receive',
      reception({ procedureCode: code, components: [{ index: 0, originals: 1, copies: 0 }] }),
    ));
    await acted('clerk', { type: 'transfer', to: 'officer' });
    expect((await where()).steps).toHaveLength(3);
    expect(await act('officer', { type: 'pass' })).toMatchObject(refusal('bước xử lý cuối'));
  });

  test('its clock stands while the citizen is waited for, and begins anew', async () => {
    await acted('clerk', { type: 'transfer', to: 'officer' });
    await acted('officer', { type: 'request-supplement', items: ['Bản sao'], reason: 'Thiếu giấy tờ' });
    expect((await where()).step.dueAt).toBeNull();
    on('2026-11-30T09:00:00');
    await acted('clerk', { type: 'supplement' });
    expect((await where()).step.dueAt).toBe('2026-12-02T17:00:00+07:00');
  });
});
