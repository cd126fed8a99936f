import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type TestDesk, clockAt, openPracticeDesk, reception } from '../../../../support/desk/test-desk.ts';
import { paperWords } from '../../../../support/papers/paper-words.ts';
import { rebuilt } from '../../../../support/desk/rebuilt.ts';

let at: TestDesk;
beforeEach(async () => {
  at = await openPracticeDesk();
});
afterEach(() => at.end());

const receiptOf = async (received: { documents: { form: string; documentId: string }[] }) =>
  paperWords(at, received.documents.find(({ form }) => form === 'mau-01')?.documentId ?? '');

/** NĐ 23/2015 Điều 21: longer than two working days by written agreement, with its day and hour. */
describe('a day that was agreed in writing', () => {
  const copies = (agreedDueAt: string, change: object = {}) =>
    reception({ procedureCode: '2.000815', pages: 40, termCase: 'agreed', agreedDueAt, ...change });

  test('stands on the receipt in the place of a number of days', async () => {
    const words = await receiptOf(await at.get('case.receive', copies('2026-11-27T10:00:00+07:00')));
    expect(words).toContain('ngày giờ thỏa thuận bằng văn bản với người yêu cầu (Điều 21 Nghị định 23/2015/NĐ-CP)');
    expect(words).toContain('10 giờ 00 phút, ngày 27 tháng 11 năm 2026');
    expect(words).not.toContain('02 ngày làm việc');
  });

  test('a year ahead is asked about, and its reason is kept', async () => {
    const far = { ...copies('2027-11-22T10:00:00+07:00'), attended: true };
    expect(await at.call('case.receive', far)).toMatchObject({
      fault: { code: 'confirmation-needed', data: { codes: ['agreed-far'] } },
    });
    const said = [{ code: 'agreed-far', reason: 'người yêu cầu đi công tác' }];
    const { caseId } = await at.get('case.receive', { ...far, confirm: said });
    const { state } = await at.get('case.get', { caseId });
    expect(state.confirmations).toMatchObject(said);
    expect((await at.call('case.receive', copies('2026-12-23T10:00:00+07:00'))).ok).toBe(true);
  });
});

test('an agreed hour is kept at that hour, in its form, the register and after its tables were made again (BLDS Điều 147 k1)', async () => {
  const ids: string[] = [];
  for (const requestId of ['0193f6b0-0000-7000-8000-000000000061', '0193f6b0-0000-7000-8000-000000000062']) {
    const asked = { requestId, procedureCode: '2.000815', pages: 40, termCase: 'agreed' };
    const { caseId } = await at.get('case.receive', reception({ ...asked, agreedDueAt: '2026-11-27T10:00:00+07:00' }));
    await at.get('case.act', { caseId, act: { type: 'transfer' } });
    ids.push(caseId);
  }
  const [kept, missed] = ids;
  clockAt(at, '2026-11-27T09:59:00', 'officer');
  await at.get('case.act', { caseId: kept, act: { type: 'finish', result: 'Bản sao' } });
  clockAt(at, '2026-11-27T10:30:00', 'officer');
  await at.get('case.act', { caseId: missed, act: { type: 'finish', result: 'Bản sao' } });
  const days = { from: '2026-11-15', to: '2026-12-14' };
  const ours = (rows: readonly { caseId: string }[]) =>
    rows.map(({ caseId }) => caseId).filter((one) => ids.includes(one));
  const counted = async () => {
    const [before, on, late] = await Promise.all(
      ['10', '11', '12'].map((column) => at.get('report.files', { report: '07a', ...days, column })),
    );
    return { before: ours(before.files), on: ours(on.files), late: ours(late.files) };
  };
  const expected = { before: [], on: [kept], late: [missed] };
  expect(await counted()).toEqual(expected);
  at = await rebuilt(at);
  expect(await counted()).toEqual(expected);
  const { totals } = await at.get('register.list', { from: '2026-11-23', to: '2026-11-23' });
  const times = totals.byTime.filter(({ cases }: { cases: number }) => cases > 0);
  expect(times).toEqual([
    { time: 'on-time', cases: 1 },
    { time: 'late', cases: 1 },
  ]);
});

/** No text gives the change of a school a limit: the day is agreed, or named by who decides. */
describe('a procedure that no law gives a limit', () => {
  const school = (change: object = {}) => reception({ procedureCode: '2.002481', ...change });
  const agreed = { termReason: 'nhà trường trả lời', agreedDueAt: '2026-12-01T16:00:00+07:00' };

  test.each<[string, object, string | null]>([
    ['nobody agreed on a day', {}, 'time-limit-missing'],
    ['a day without its ground', { agreedDueAt: agreed.agreedDueAt }, 'term-reason-needed'],
    ['a ground without a day', { termCase: 'agreement', termReason: agreed.termReason }, 'term-agreement-needed'],
    ['a Sunday', { ...agreed, agreedDueAt: '2026-11-29T10:00:00+07:00' }, 'term-agreement-time'],
    ['the day and its ground', agreed, null],
    ['the same by its name', { ...agreed, termCase: 'agreement' }, null],
  ])('%s', async (_what, change, code) => {
    const answer = await at.call('case.receive', school(change));
    if (code !== null) expect(answer).toMatchObject({ fault: { code } });
    else expect(answer.value).toMatchObject({ dueAt: agreed.agreedDueAt });
  });

  test('is promised, explained and printed by the agreement, also after the tables were made again', async () => {
    const received = await at.get('case.receive', school(agreed));
    expect((await at.get('procedure.get', { code: '2.002481' })).terms).toMatchObject([{ key: 'agreement' }]);
    const words = await receiptOf(received);
    expect(words).toContain('ngày trả theo thỏa thuận (nhà trường trả lời)');
    expect(words).toContain('16 giờ 00 phút, ngày 01 tháng 12 năm 2026');
    expect(received.steps.map(({ rule }: { rule: string }) => rule)).toEqual([
      'accepted-not-counted',
      'term-case',
      'agreed-in-writing',
    ]);
    at = await rebuilt(at);
    const { state } = await at.get('case.get', { caseId: received.caseId });
    expect(state).toMatchObject({
      dueAt: agreed.agreedDueAt,
      steps: received.steps,
      term: { value: 5, unit: 'working-day' },
      termCase: { key: 'agreement', reason: agreed.termReason, agreed: true },
    });
  });

  test('a completed file is counted by the same days again (NĐ 118/2025 Điều 19 k5)', async () => {
    const { caseId } = await at.get('case.receive', school(agreed));
    clockAt(at, '2026-11-23T10:00:00');
    await at.get('case.act', { caseId, act: { type: 'transfer' } });
    clockAt(at, '2026-11-25T10:00:00', 'officer');
    const ask = { type: 'request-supplement', items: ['Học bạ'], reason: 'thiếu học bạ' };
    await at.get('case.act', { caseId, act: ask });
    clockAt(at, '2026-12-01T09:00:00');
    const done = await at.get('case.act', { caseId, act: { type: 'supplement' } });
    expect(done.dueAt).toBe('2026-12-08T17:00:00+07:00');
    expect(await receiptOf(done)).toContain('05 ngày làm việc như đã thỏa thuận khi tiếp nhận');
  });
});

test.each(['business', 'household-business'])(
  '%s at the counter: asked who stands there (NĐ 118/2025 Điều 6 k2c), and the receipt names them',
  async (kind) => {
    const firm = { kind, fullName: 'CÔNG TY TNHH MẪU', idNumber: '0312345678', address: '1 Lê Lợi' };
    const household = reception({ attended: true, procedureCode: '1.001612', applicant: firm });
    expect(await at.call('case.receive', household)).toMatchObject({
      fault: { code: 'confirmation-needed', data: { codes: ['filer-unnamed'] } },
    });
    const submitter = {
      kind: 'citizen',
      fullName: 'TRẦN VĂN BÌNH',
      idNumber: '079190009999',
      authorisation: 'giấy giới thiệu số 12 ngày 20/11/2026',
    };
    const words = await receiptOf(await at.get('case.receive', { ...household, submitter }));
    expect(words).toContain('Người nộp hồ sơ (đại diện đơn vị): TRẦN VĂN BÌNH (giấy giới thiệu số 12');
    expect(words).not.toContain('Người nộp thay');
  },
);

/** NĐ 118/2025 Điều 17 k3, 19 k5: what the receipt of a completed file says is what is held and promised now. */
test('the receipt of a completed file lists what is held, its new date, and the receipt it stands for', async () => {
  const papers = [{ index: 0, originals: 1, copies: 0 }];
  const { caseId } = await at.get('case.receive', reception({ procedureCode: '2.000286', components: papers }));
  clockAt(at, '2026-11-23T10:00:00');
  await at.get('case.act', { caseId, act: { type: 'transfer' } });
  clockAt(at, '2026-11-25T10:00:00', 'officer');
  const ask = { type: 'request-supplement', items: ['Giấy xác nhận khuyết tật'], reason: 'thiếu giấy tờ' };
  await at.get('case.act', { caseId, act: ask });
  clockAt(at, '2026-11-27T10:00:00');
  const came = (index: number) => ({ type: 'supplement', components: [{ index, originals: 0, copies: 2 }] });
  expect(await at.call('case.act', { caseId, act: came(150) })).toMatchObject({ fault: { code: 'component-unknown' } });
  const done = await at.get('case.act', { caseId, act: came(1) });
  const words = await receiptOf(done);
  expect(words).toContain('Thay thế Giấy tiếp nhận lập lúc 09:00 23/11/2026');
  expect(words).toContain('Cát Lái, ngày 27 tháng 11 năm 2026');
  expect(words).toContain('Đã bổ sung theo Phiếu yêu cầu ngày 25/11/2026: Giấy xác nhận khuyết tật');
  expect(words).toContain('Bản sao giấy xác nhận khuyết tật – 02');
  expect(words).toContain('17 giờ 00 phút, ngày 11 tháng 12 năm 2026');
  at = await rebuilt(at);
  expect((await at.get('case.get', { caseId })).state.components).toMatchObject([
    { index: 0, originals: 1, copies: 0 },
    { index: 1, originals: 0, copies: 2 },
  ]);
});
