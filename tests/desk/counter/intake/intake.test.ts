import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { pack } from '../../../support/data/intake-sample.ts';
import { askSupplement, opening, refuse } from '../../../support/counter/intake-desk.ts';
import { type TestDesk, clockAt, openPracticeDesk, reception } from '../../../support/desk/test-desk.ts';

let at: TestDesk;

beforeEach(async () => {
  at = await openPracticeDesk();
});
afterEach(() => at.end());

function verified(): void {
  expect(at.desk.verify().checks.flatMap(({ found }) => found)).toEqual([]);
}

describe('at the counter', () => {
  test('guided: the slip is kept, with what was said (Điều 16), and nothing waits', async () => {
    const nobody = { kind: 'citizen' };
    const done = await at.get(
      'intake.open',
      opening({ applicant: nobody, act: { type: 'guide', items: ['Ảnh 4x6'] } }),
    );
    expect(done).toMatchObject({ status: 'at-counter', documents: [{ form: 'huong-dan' }], paperFault: null });
    expect((await at.get('intake.list')).rows).toEqual([]);
    const { actions } = await at.get('intake.get', { intakeId: done.intakeId });
    expect(actions.map(({ type }: any) => type)).toEqual(['arrived', 'guided', 'document-made']);
    expect(actions[1].detail).toMatchObject({ items: ['Ảnh 4x6'] });
    verified();
  });

  test('guidance after a request repeats what was asked for, and asks for nothing else (Điều 5 k1 đ)', async () => {
    const { intakeId } = await at.get('intake.open', opening({ act: askSupplement }));
    const guide = (...items: string[]) => at.call('intake.act', { intakeId, act: { type: 'guide', items } });
    const [first] = askSupplement.items;
    for (const role of ['clerk', 'supervisor'] as const) {
      at.sit(role);
      expect(await guide(first!, 'Ảnh 4x6')).toMatchObject({
        fault: { code: 'action-not-allowed', data: { reason: expect.stringContaining('lãnh đạo quyết định') } },
      });
    }
    at.sit('clerk');
    expect(await guide(first!)).toMatchObject({ ok: true, value: { documents: [{ form: 'huong-dan' }] } });
    verified();
  });

  test('who opened a waiting file is in the log, by whose it is', async () => {
    const { intakeId } = await at.get('intake.open', opening({ act: askSupplement }));
    await at.get('intake.get', { intakeId });
    at.sit('supervisor');
    const { lines } = await at.get('account.log', { of: 'look-ups', limit: 5 });
    expect(lines[0]).toMatchObject({ type: 'looked-case', whom: opening()['applicant'].fullName });
  });

  test('asked to complete (Mẫu 02), back with the paper, received under the same id, once', async () => {
    const asked = await at.get('intake.open', opening({ act: askSupplement, print: true, printer: 'laser' }));
    expect(asked).toMatchObject({ status: 'supplement-requested', documents: [{ form: 'mau-02' }] });
    expect(asked.printJobId).not.toBeNull();
    const { rows, waiting } = await at.get('intake.list');
    expect(rows).toMatchObject([{ intakeId: asked.intakeId, status: 'supplement-requested', code: '' }]);
    expect(waiting).toBe(0);
    clockAt(at, '2026-11-23T10:00:00');
    const input = reception({ requestId: asked.intakeId });
    const received = await at.get('case.receive', input);
    expect(received.caseId).toBe(asked.intakeId);
    expect(await at.get('case.receive', input)).toEqual({ ...received, printJobId: null });
    expect((await at.get('intake.get', { intakeId: asked.intakeId })).row.status).toBe('accepted');
    expect((await at.get('case.get', { caseId: received.caseId })).state.origin).toEqual({ kind: 'counter' });
    // Both papers are there, each under its own id.
    const forms = [asked.documents[0], received.documents[0]].map(({ documentId }: any) =>
      at.get('paper.view', { documentId }),
    );
    expect((await Promise.all(forms)).map(({ form }) => form)).toEqual(['mau-02', 'mau-01']);
    expect(await at.call('intake.act', { intakeId: asked.intakeId, act: refuse })).toMatchObject({
      fault: { code: 'action-not-allowed', data: { reason: expect.stringContaining('đã được tiếp nhận') } },
    });
    verified();
  });

  test('refused with Mẫu 03, numbered in the one run of its form, and never received', async () => {
    const first = await at.get('intake.open', opening({ act: refuse }));
    expect(first).toMatchObject({ status: 'refused', documents: [{ form: 'mau-03' }] });
    const second = await at.get('intake.open', opening({ act: refuse }));
    const numbers = await Promise.all(
      [first, second].map(async ({ intakeId }) => {
        const { actions } = await at.get('intake.get', { intakeId });
        return actions.at(-1).detail.number;
      }),
    );
    expect(numbers).toEqual([1, 2]);
    expect(await at.call('case.receive', reception({ requestId: first.intakeId }))).toMatchObject({
      fault: { code: 'action-not-allowed' },
    });
    verified();
  });

  test('a slip needs a name, and what becomes known later stands on it', async () => {
    const nameless = opening({ applicant: { kind: 'citizen' } });
    expect(await at.call('intake.open', { ...nameless, act: askSupplement })).toMatchObject({
      fault: { code: 'action-not-allowed', data: { reason: expect.stringContaining('họ và tên') } },
    });
    // Refused as a whole: not even the arrival stands.
    expect(await at.call('intake.get', { intakeId: nameless['intakeId'] })).toMatchObject({
      fault: { code: 'intake-unknown' },
    });
    await at.get('intake.open', { ...nameless, act: { type: 'guide' } });
    const named = await at.get('intake.open', { ...opening(), intakeId: nameless['intakeId'], act: askSupplement });
    const { row, actions } = await at.get('intake.get', { intakeId: named.intakeId });
    expect(row.applicantName).toBe('NGUYỄN THỊ ĐẶNG ÁNH');
    expect(actions.map(({ type }: any) => type)).toContain('amended');
    verified();
  });

  test('asked twice only by a supervisor, who says why (Điều 16 k3)', async () => {
    const { intakeId } = await at.get('intake.open', opening({ act: askSupplement }));
    await at.get('intake.act', { intakeId, act: { type: 'complete' } });
    expect(await at.call('intake.act', { intakeId, act: askSupplement })).toMatchObject({
      fault: { code: 'action-not-allowed', data: { rule: expect.stringContaining('Điều 16 k3') } },
    });
    // Neither with a reason of their own, nor by the reception form.
    const alone = { ...askSupplement, override: 'buổi tối, lãnh đạo đã về' };
    const form = { ...opening({ act: alone }), intakeId };
    for (const answer of [await at.call('intake.act', { intakeId, act: alone }), await at.call('intake.open', form)])
      expect(answer).toMatchObject({
        fault: { data: { reason: expect.stringContaining('lần thứ hai cần lãnh đạo quyết định và nêu lý do.') } },
      });
    at.sit('supervisor');
    const again = await at.get('intake.act', {
      intakeId,
      act: { ...askSupplement, override: 'giấy nộp thêm bị rách' },
    });
    expect(again).toMatchObject({ status: 'supplement-requested', documents: [{ form: 'mau-02' }] });
    verified();
  });

  test('what was asked for before reception is counted apart from what is asked for after it (Điều 16 k3, Điều 19 k5)', async () => {
    const { intakeId } = await at.get('intake.open', opening({ act: askSupplement }));
    await at.get('intake.act', { intakeId, act: { type: 'complete' } });
    const { caseId } = await at.get('case.receive', reception({ requestId: intakeId }));
    await at.get('case.act', { caseId, act: { type: 'transfer' } });
    at.sit('officer');
    const act = { type: 'request-supplement', items: ['Bản sao'], reason: 'Chưa đủ điều kiện' };
    expect(await at.get('case.act', { caseId, act })).toMatchObject({ status: 'supplement-requested' });
    verified();
  });
});

describe('a parcel', () => {
  test('waits with its number, and the case keeps it', async () => {
    const parcel = opening({ kind: 'post', trackingNumber: 'EA 123 456 789 VN' });
    expect(await at.call('intake.open', { ...parcel, trackingNumber: undefined })).toMatchObject({
      fault: { code: 'input-invalid', data: { issues: [{ path: 'trackingNumber' }] } },
    });
    const { intakeId } = await at.get('intake.open', parcel);
    expect(await at.get('intake.list', { text: '123 456' })).toMatchObject({
      waiting: 1,
      nearest: null,
      rows: [{ intakeId, kind: 'post', code: 'EA 123 456 789 VN', answerDue: null }],
    });
    await at.get('case.receive', reception({ requestId: intakeId, channel: 'post' }));
    const { state } = await at.get('case.get', { caseId: intakeId });
    expect(state.origin).toEqual({ kind: 'post', trackingNumber: 'EA 123 456 789 VN' });
    verified();
  });

  test('received straight from its envelope', async () => {
    const { caseId } = await at.get('case.receive', reception({ channel: 'post', trackingNumber: 'EA123456789VN' }));
    const { state } = await at.get('case.get', { caseId });
    expect(state.origin).toEqual({ kind: 'post', trackingNumber: 'EA123456789VN' });
  });
});

test('an officer’s or a clerk’s, not the administrator’s', async () => {
  at.sit('admin');
  expect(await at.call('intake.open', opening())).toMatchObject({ fault: { code: 'forbidden' } });
  expect(await at.call('intake.importPack', { text: pack([]) })).toMatchObject({ fault: { code: 'forbidden' } });
});

test('the papers are kept: the same bytes again, after a restart', async () => {
  const { documents } = await at.get('intake.open', opening({ act: askSupplement }));
  const first = await at.get('paper.download', { documentId: documents[0].documentId });
  at = await at.reopen();
  at.sit('clerk');
  expect(await at.get('paper.download', { documentId: documents[0].documentId })).toEqual(first);
  expect(first.fileName).toBe('mau-02-quay.pdf');
});
