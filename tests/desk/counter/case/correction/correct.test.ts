import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  certified,
  collecting,
  extract,
  faultOf,
  float,
  openMoneyDesk,
} from '../../../../support/counter/money-desk.ts';
import { type TestDesk, clockAt, reception } from '../../../../support/desk/test-desk.ts';
import { paperWords } from '../../../../support/papers/paper-words.ts';

let at: TestDesk;
beforeEach(async () => {
  at = await openMoneyDesk();
});
afterEach(() => at.end());

/** A residence registration of seven working days, accepted Monday 23/11/2026 09:00: due Thursday 03/12 17:00. */
const residence = { procedureCode: '1.004222', components: [{ index: 0, originals: 1, copies: 0 }] };

async function receive(change: Record<string, unknown> = residence): Promise<{ caseId: string; number: string }> {
  const { caseId, number } = await at.get('case.receive', reception(change));
  return { caseId, number: number.official ?? number.local };
}

function wish(caseId: string, change: Record<string, unknown>, more: Record<string, unknown> = {}) {
  return { caseId, requestId: crypto.randomUUID(), reason: 'Ghi nhầm khi nhập', change, ...more };
}

const another = { ...reception().applicant, fullName: 'NGUYỄN THỊ ĐẶNG OANH' };

async function act(who: Parameters<TestDesk['sit']>[0], caseId: string, body: Record<string, unknown>): Promise<any> {
  at.sit(who);
  const codes = ['finish-unhandled', 'fees-unpaid'] as const;
  const confirm = codes.map((code) => ({ code, reason: 'thử' + code }));
  const done = await at.get('case.act', { caseId, act: body, confirm });
  at.sit('clerk');
  return done;
}

describe('a receipt corrected in one act (NĐ 118/2025 Điều 17 k3)', () => {
  test('the case keeps its one code, the receipt is reissued under it, the papers say so', async () => {
    const { caseId, number } = await receive();
    const [old] = (await at.get('case.get', { caseId })).documents;
    clockAt(at, '2026-11-23T10:30:00');
    const done = await at.get('case.correct', wish(caseId, { applicant: another }));
    expect(done).toMatchObject({ supersedes: number, acceptedAt: '2026-11-23T09:00:00+07:00' });
    expect([done.number.official ?? done.number.local, done.reissue]).toEqual([number, 1]);
    expect(done.dueAt).toBe('2026-12-03T17:00:00+07:00');
    const view = await at.get('case.get', { caseId });
    expect(view.state).toMatchObject({
      applicant: { fullName: 'NGUYỄN THỊ ĐẶNG OANH' },
      superseded: [],
      reissues: [{ reason: 'Ghi nhầm khi nhập', at: '2026-11-23T10:30:00+07:00' }],
    });
    expect(view.documents.map((one: any) => one.supersededBy)).toEqual([`${number} (cấp lại lần 1)`, null]);
    const paper = await paperWords(at, done.documents[0].documentId);
    expect(paper).toContain('Cấp lại lần 1 (giấy đã cấp trước không còn giá trị)');
    expect(paper).toContain(number);
    expect(paper).toContain('ĐẶNG OANH');
    expect(paper).toContain('9 giờ 00 phút, ngày 23 tháng 11 năm 2026');
    // The old paper is kept by its hash and drawn as it was.
    expect((await at.get('paper.download', { documentId: old.documentId })).sha256).toBe(old.sha256);
    expect(await paperWords(at, old.documentId)).toContain('ĐẶNG ÁNH');
    expect(at.desk.verify()).toMatchObject({ ok: true });
  });

  test('reissued again it says which time, and is found by its one number', async () => {
    const { caseId, number } = await receive();
    await at.get('case.correct', wish(caseId, { applicant: another }));
    const done = await at.get('case.correct', wish(caseId, { quantity: 2 }));
    expect([done.reissue, done.number.official ?? done.number.local]).toEqual([2, number]);
    expect(await paperWords(at, done.documents[0].documentId)).toContain('Cấp lại lần 2');
    const [hit] = (await at.get('case.search', { text: number })).hits;
    expect(hit).toMatchObject({ caseId, number, superseded: null });
  });

  test('the same request twice is one correction, and takes no number', async () => {
    const { caseId } = await receive();
    const input = wish(caseId, { applicant: another }, { print: true });
    const first = await at.get('case.correct', input);
    const again = await at.get('case.correct', input);
    expect(again).toMatchObject({
      number: first.number,
      documents: first.documents,
      printJobId: first.printJobId,
    });
    const { blocks } = await at.get('office.numbers', { date: '2026-11-23' });
    expect(blocks[0]).toMatchObject({
      used: 1,
      skipped: [],
      void: [],
    });
    expect(at.desk.verify()).toMatchObject({ ok: true });
    expect((await at.get('case.get', { caseId })).documents).toHaveLength(2);
  });

  test('the register shows the case once, by its number, with the reissue in its note', async () => {
    const { caseId, number } = await receive();
    await at.get('case.correct', wish(caseId, { applicant: another, quantity: 2 }));
    const { rows } = await at.get('register.list', { from: '2026-11-23', to: '2026-11-23' });
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      applicantName: another.fullName,
      quantity: 2,
      notes: expect.arrayContaining([expect.objectContaining({ kind: 'reissued', text: '' })]),
    });
    expect(rows[0].number).toBe(number);
  });

  test('an old print still on its way becomes void with the reason; the old receipt is not printed again', async () => {
    const { caseId, number } = await receive({ ...residence, print: true, printer: 'gone' });
    await at.get('print.list');
    const [old] = (await at.get('case.get', { caseId })).documents;
    const done = await at.get('case.correct', wish(caseId, { applicant: another }, { print: true, printer: 'laser' }));
    expect(done.voidedPrints).toBe(1);
    const { jobs } = await at.get('print.list', { all: true });
    expect(jobs.find((job: any) => job.number === number && job.documentId === old.documentId)).toMatchObject({
      state: 'void',
      reason: 'Ghi nhầm khi nhập',
    });
    expect(await faultOf(at, 'print.again', { documentId: old.documentId, reason: 'thêm một bản' })).toMatchObject({
      code: 'paper-superseded',
      data: { number, by: `${number} (cấp lại lần 1)` },
    });
    expect(
      (await at.get('print.again', { documentId: done.documents[0].documentId, reason: 'nhòe mực', printer: 'laser' }))
        .state,
    ).toBe('queued');
  });

  test('the slip that went with the file is made anew with the new number', async () => {
    const { caseId } = await receive();
    await act('clerk', caseId, { type: 'transfer' });
    const done = await at.get('case.correct', wish(caseId, { applicant: another }));
    expect(done.documents.map(({ form }: any) => form)).toEqual(['mau-01', 'mau-06']);
  });
});

describe('the new promise is counted from the original acceptance, by the new facts', () => {
  test.each([
    // 2.000884 is done the same day: by closing on the day of reception, whenever the mistake is noticed.
    [
      'another procedure, noticed the next morning',
      '2026-11-25T08:00:00',
      { procedureCode: '2.000884', components: [{ index: 0, originals: 1, copies: 0 }] },
      '2026-11-23T17:00:00+07:00',
    ],
    ['only a name', '2026-11-25T08:00:00', { applicant: another }, '2026-12-03T17:00:00+07:00'],
  ])('%s', async (_what, time, change, dueAt) => {
    const { caseId } = await receive();
    clockAt(at, time);
    const ahead = await at.get('case.correction', { caseId, change });
    const done = await at.get('case.correct', wish(caseId, change));
    expect([ahead.dueAt, done.dueAt, ahead.dueBefore]).toEqual([dueAt, dueAt, '2026-12-03T17:00:00+07:00']);
    expect(done.steps).toEqual(ahead.steps);
    expect(done.steps.length).toBeGreaterThan(1);
    expect(done.steps.every(({ text, textEn }: any) => text !== '' && textEn !== '')).toBe(true);
  });

  test('after a supplement, from the day the papers were whole (Điều 19 k5)', async () => {
    const { caseId } = await receive();
    await act('clerk', caseId, { type: 'transfer' });
    await act('officer', caseId, { type: 'request-supplement', items: ['Bản sao'], reason: 'Thiếu giấy tờ' });
    clockAt(at, '2026-12-01T09:30:00');
    await act('clerk', caseId, { type: 'supplement' });
    const done = await at.get(
      'case.correct',
      wish(caseId, { procedureCode: '2.000884', components: [{ index: 0, originals: 1, copies: 0 }] }),
    );
    expect(done.dueAt).toBe('2026-12-01T17:00:00+07:00');
  });

  test('a date that an apology promised stands (Điều 19 k6)', async () => {
    const { caseId } = await receive();
    await act('clerk', caseId, { type: 'transfer' });
    await act('officer', caseId, { type: 'extend', reason: 'Chờ xác minh', newDueAt: '2026-12-10T17:00:00+07:00' });
    const done = await at.get(
      'case.correct',
      wish(caseId, { procedureCode: '2.000884', components: [{ index: 0, originals: 1, copies: 0 }] }),
    );
    expect(done.dueAt).toBe('2026-12-10T17:00:00+07:00');
    expect((await at.get('case.get', { caseId })).state.dueAt).toBe('2026-12-10T17:00:00+07:00');
    expect(at.desk.verify().ok).toBe(true);
  });
});

describe('when it is lawful, and what it asks for first', () => {
  const receiver = { fullName: 'NGUYỄN THỊ ĐẶNG ÁNH', idNumber: '079190001234', as: 'applicant' };
  test.each([
    ['in processing', [['clerk', { type: 'transfer' }]], undefined],
    [
      'while papers are awaited',
      [
        ['clerk', { type: 'transfer' }],
        ['officer', { type: 'request-supplement', items: ['Bản sao'], reason: 'Thiếu giấy tờ' }],
      ],
      'bổ sung',
    ],
    ['with a result', [['officer', { type: 'finish', result: 'Xong' }]], 'kết quả'],
    [
      'returned',
      [
        ['officer', { type: 'finish', result: 'Xong' }],
        ['clerk', { type: 'return', receiver }],
      ],
      'kết quả',
    ],
    ['withdrawn', [['clerk', { type: 'withdraw', reason: 'Đổi ý' }]], 'hồ sơ này «Xin rút hồ sơ»'],
  ] as const)('%s', async (_when, acts, reason) => {
    const { caseId } = await receive();
    for (const [who, body] of acts) await act(who, caseId, body);
    const before = (await at.get('case.get', { caseId })).actions.length;
    const fault = await faultOf(at, 'case.correct', wish(caseId, { applicant: another }));
    if (reason === undefined) return expect(fault).toBeUndefined();
    expect(fault).toMatchObject({
      code: 'action-not-allowed',
      data: { rule: 'NĐ 118/2025 Điều 17 k1c, k3', reason: expect.stringContaining(reason) },
    });
    expect((await at.get('case.get', { caseId })).actions).toHaveLength(before);
  });

  test('money that was taken is given back first, where the fees would change', async () => {
    const { caseId } = await receive(certified);
    await at.get('till.open', { float });
    const { receipt } = await at.get('money.collect', collecting(caseId, { method: 'transfer' }));
    expect(await faultOf(at, 'case.correct', wish(caseId, extract))).toMatchObject({
      code: 'refund-first',
      data: { amount: 10_000, numbers: receipt.number },
    });
    // A name changes no fee: the money stays where it is, on the same line.
    await at.get('case.correct', wish(caseId, { applicant: another }));
    const { fees, due } = await at.get('money.assess', { caseId });
    expect([fees[0].receiptNumber, due]).toEqual([receipt.number, 0]);
    at.sit('supervisor');
    await at.get('money.refund', { receiptId: receipt.receiptId, reason: 'Nhầm thủ tục' });
    at.sit('clerk');
    await at.get('case.correct', wish(caseId, { ...extract, quantity: 3 }));
    expect((await at.get('money.assess', { caseId })).due).toBe(24_000);
    expect(at.desk.verify().ok).toBe(true);
  });

  test.each([
    ['nothing that differs', { applicant: reception().applicant }, 'correction-empty'],
    ['no change at all', {}, 'correction-empty'],
    [
      'a procedure nobody knows',
      { procedureCode: '9.999999', components: [{ index: 0, originals: 1, copies: 0 }] },
      'procedure-unknown',
    ],
    ['a procedure without its papers', { procedureCode: '2.000884' }, 'input-invalid'],
    ['a paper the procedure has not', { components: [{ index: 150, originals: 1, copies: 0 }] }, 'component-unknown'],
    ['a reason hidden in controls', undefined, 'input-invalid'],
  ])('%s is refused and nothing changes', async (_what, change, code) => {
    const { caseId, number } = await receive();
    const input = wish(
      caseId,
      change ?? { applicant: another },
      change === undefined ? { reason: 'abc\u202edef' } : {},
    );
    expect(await faultOf(at, 'case.correct', input)).toMatchObject({ code });
    // The police decide on residence: the case bears the desk's own number (Điều 28 k2a).
    expect((await at.get('case.get', { caseId })).state.number).toEqual({ local: number, official: null });
  });

  test('a number typed by mistake takes nobody’s name away, before its correction or after', async () => {
    await receive({ ...residence, applicant: { ...another, fullName: 'TRẦN VĂN BÌNH', idNumber: '079190009999' } });
    const { caseId } = await receive({ ...residence, applicant: { ...another, idNumber: '079190009999' } });
    expect((await at.get('case.search', { text: 'tran van binh' })).hits).toHaveLength(1);
    await at.get('case.correct', wish(caseId, { applicant: { ...another, idNumber: '079190001111' } }));
    expect((await at.get('case.search', { text: 'tran van binh' })).hits).toHaveLength(1);
    expect((await at.get('person.earlier', { idNumber: '079190009999' })).cases).toHaveLength(1);
    const { caseId: second } = await receive({ ...residence, applicant: { ...another, idNumber: '079190008888' } });
    await at.get('case.correct', wish(second, { applicant: { ...another, idNumber: '079190001111' } }));
    expect((await at.get('person.earlier', { idNumber: '079190008888' })).person).toBeNull();
    expect((await at.get('case.search', { text: '079190008888' })).hits).toEqual([]);
  });
});
