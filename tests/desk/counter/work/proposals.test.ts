import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Who, workDesk } from '../../../support/counter/work-desk.ts';
import { paperWords } from '../../../support/papers/paper-words.ts';
import { type TestDesk, openPracticeDesk } from '../../../support/desk/test-desk.ts';

let at: TestDesk;

/** Monday 23/11/2026 09:00; 24/11 is a day off. */
beforeEach(async () => {
  at = await openPracticeDesk();
});
afterEach(() => at.end());

const { receive, act, list } = workDesk(() => at);

const ask = { type: 'request-supplement', items: ['Bản sao'], reason: 'Thiếu giấy tờ' };

describe('papers that an officer proposes to ask for once more', () => {
  const words = { items: ['Giấy xác nhận'], reason: 'Thiếu nữa', override: 'Mới thấy khi thẩm định' };
  const propose = { type: 'propose-supplement', ...words };
  const waiting = async (who: Who, input = {}) =>
    (await list(who, input)).groups.find((one: any) => one.group === 'to-approve').rows;
  const proposals = async (who: Who): Promise<number> => {
    at.sit(who);
    return (await at.get('system.status', {})).proposals;
  };

  async function askedBefore(): Promise<string> {
    const caseId = await receive();
    await act('clerk', caseId, { type: 'transfer', to: 'officer' });
    await act('officer', caseId, ask);
    await act('clerk', caseId, { type: 'supplement' });
    return caseId;
  }

  test('it waits in the list of who decides, whoever holds the file, and in nobody’s else but the holder’s', async () => {
    const caseId = await askedBefore();
    at.sit('officer');
    expect(await at.call('case.act', { caseId, act: ask })).toMatchObject({
      ok: false,
      fault: {
        data: { reason: expect.stringContaining('lần thứ hai cần lãnh đạo quyết định và nêu lý do.') },
      },
    });
    // Nor alone, with a reason and for a signature later (Điều 5 k1 đ).
    const alone = { ...ask, override: 'Buổi tối, lãnh đạo đã về' };
    expect(await at.call('case.act', { caseId, act: alone })).toMatchObject({ fault: { code: 'action-not-allowed' } });
    await act('officer', caseId, propose);
    const row = { caseId, place: 'Thiếu nữa', readyAt: '2026-11-23T09:00:00+07:00', status: 'processing' };
    expect(await waiting('supervisor', { mine: true })).toMatchObject([row]);
    expect(await waiting('officer', { mine: true })).toMatchObject([row]);
    expect(await waiting('clerk', { mine: true })).toEqual([]);
    expect([await proposals('supervisor'), await proposals('officer')]).toEqual([1, 0]);
    at.sit('supervisor');
    const { state, availableActions } = await at.get('case.get', { caseId });
    expect(state).toMatchObject({ proposal: { ...words, at: '2026-11-23T09:00:00+07:00' }, dueDate: '2026-12-03' });
    const allowed = availableActions.filter((one: any) => one.allowed).map((one: any) => one.action);
    expect(allowed).toEqual(expect.arrayContaining(['approve-supplement', 'decline-supplement']));
  });

  test('approved, the notice to the citizen is made of it, and the file waits for them', async () => {
    const caseId = await askedBefore();
    await act('officer', caseId, propose);
    at.sit('officer');
    expect(await at.call('case.act', { caseId, act: { type: 'approve-supplement' } })).toMatchObject({ ok: false });
    at.sit('supervisor');
    const done = await at.get('case.act', { caseId, act: { type: 'approve-supplement' } });
    expect(done).toMatchObject({ status: 'supplement-requested', documents: [{ form: 'mau-02' }] });
    expect(await waiting('supervisor')).toEqual([]);
    expect(await proposals('supervisor')).toBe(0);
    const { state, actions } = await at.get('case.get', { caseId });
    expect(state).toMatchObject({ proposal: null, awaiting: { since: '2026-11-23T09:00:00+07:00' } });
    const asked = actions.filter((one: any) => one.type === 'supplement-requested');
    expect(asked.at(-1)).toMatchObject({ detail: { ...words, proposedBy: 'officer' } });
    // The citizen is told why, is not told that they are asked once only, and whom to ask: who knows the file.
    const paper = await paperWords(at, done.documents[0].documentId);
    expect(paper).toContain('Mới thấy khi thẩm định');
    expect(paper).not.toContain('thực hiện một lần');
    expect(paper).toContain('Trần Văn Thụ Lý');
    expect(paper).not.toContain('Nguyễn Thị Phụ Trách');
  });

  test('while a leader is away it waits for who stands for them', async () => {
    const caseId = await askedBefore();
    await act('officer', caseId, propose);
    expect(await proposals('officer')).toBe(0);
    at.sit('supervisor');
    const day = '2026-11-23';
    const stands = { post: 'chairman', form: 'KT', title: 'Phó Chủ tịch', document: 'Thông báo 12/TB-UBND' };
    await at.get('office.delegate', { leader: 'supervisor', delegate: 'officer', from: day, to: day, ...stands });
    expect(await proposals('officer')).toBe(1);
    await act('officer', caseId, { type: 'approve-supplement' });
    expect(await proposals('officer')).toBe(0);
  });

  test('declined with its reason, it waits no more and may be proposed again', async () => {
    const caseId = await askedBefore();
    await act('officer', caseId, propose);
    await act('supervisor', caseId, { type: 'decline-supplement', reason: 'Tra được trong cơ sở dữ liệu' });
    expect(await waiting('supervisor')).toEqual([]);
    await act('officer', caseId, propose);
    expect(await waiting('supervisor')).toHaveLength(1);
  });

  test('a file that came to its result meanwhile waits for no answer', async () => {
    const caseId = await askedBefore();
    await act('officer', caseId, propose);
    await act('officer', caseId, { type: 'finish', result: 'Đã đăng ký' });
    expect([await waiting('supervisor'), await proposals('supervisor')]).toEqual([[], 0]);
  });
});
