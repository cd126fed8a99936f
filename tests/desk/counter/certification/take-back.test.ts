import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { changeOffice, faultOf, float, setClock } from '../../../support/counter/money-desk.ts';
import { type TestDesk, openPracticeDesk, reception } from '../../../support/desk/test-desk.ts';
import { textOfPdf } from '../../../support/papers/pdf-reader.ts';
import { filesOf } from '../../../support/papers/zip.ts';

let at: TestDesk;
beforeEach(async () => {
  at = await openPracticeDesk();
  await at.get('till.open', { float });
});
afterEach(() => at.end());

const signer = { name: 'Nguyễn Văn Ký', title: 'Phó Chủ tịch' };
const person = { kind: 'citizen', fullName: 'NGUYỄN THỊ ĐẶNG ÁNH', idNumber: '079190001234' };
const copy = (paper: string, pages: number, copies: number) => ({ kind: 'copy', paper, pages, copies });
const contract = { kind: 'contract', paper: 'Hợp đồng thuê nhà', pages: 6, copies: 3 };

const receive = (lines: readonly object[], more: Record<string, unknown> = {}) =>
  at.get('certification.receive', { lines, signer, requestId: crypto.randomUUID(), ...more });
/** 20 pages for 2. */
const mistyped = () => receive([copy('Bằng', 20, 5)]);
const back = (caseIds: readonly string[], more: Record<string, unknown> = {}) => ({
  caseIds,
  requestId: crypto.randomUUID(),
  ...more,
});
const book = (kind = 'copy') => at.get('certification.book', { month: '2026-11', kind });

function expectSound(): void {
  expect(at.desk.verify().checks.flatMap(({ found }) => found)).toEqual([]);
}

async function allowed(caseId: string): Promise<boolean> {
  const { availableActions } = await at.get('case.get', { caseId });
  return availableActions.find(({ action }: { action: string }) => action === 'take-back-certified').allowed;
}

describe('pages that were mistyped and not paid', () => {
  test('go back within the minute, and are certified anew under the next number', async () => {
    const { caseId, numbers, status } = await mistyped();
    expect(status).toBe('finished');
    expect(await at.get('certification.takeBack', back([caseId]))).toEqual({
      cases: [{ caseId, status: 'withdrawn', numbers }],
    });
    const right = await receive([copy('Bằng', 2, 5)], { paid: { method: 'cash', amount: 20_000 } });
    expect(right).toMatchObject({ numbers: ['02-Q1/2026-SCT/BS'], status: 'returned' });
    const { rows, ...page } = await book();
    expect(page).toMatchObject({ count: 1, copies: 5, amount: 20_000 });
    expect(rows.map(({ number }: { number: string }) => number)).toEqual(['02-Q1']);
    expect(page.gaps).toEqual([
      {
        numbers: '01-Q1',
        why: 'taken-back',
        takenBack: { at: expect.any(String), by: 'Lê Thị Tiếp Nhận', reason: '' },
      },
    ]);
    expect((await at.get('certification.lane')).today).toMatchObject({ requests: 1, papers: 1 });
    expectSound();
    // The register is the fold of its journal.
    at = await at.reopen();
    at.sit('clerk');
    expect(await book()).toMatchObject({ count: 1, gaps: [{ numbers: '01-Q1', why: 'taken-back' }] });
    expectSound();
  });

  test('later, or by another, go back with a reason, which the book tells on screen and on paper', async () => {
    const { caseId } = await mistyped();
    setClock(at, '2026-11-23T10:00:00+07:00');
    expect(await faultOf(at, 'certification.takeBack', back([caseId]))).toMatchObject({
      code: 'action-not-allowed',
      data: { reason: expect.stringContaining('Ghi lý do') },
    });
    at.sit('officer');
    const reason = 'Gõ nhầm 20 trang thay vì 2';
    await at.get('certification.takeBack', back([caseId], { reason }));
    at.sit('clerk');
    const { gaps, count, amount } = await book();
    expect({ count, amount }).toEqual({ count: 0, amount: 0 });
    expect(gaps).toMatchObject([{ numbers: '01-Q1', why: 'taken-back', takenBack: { reason } }]);
    const pdf = await at.get('certification.bookFile', { month: '2026-11', kind: 'copy', format: 'pdf' });
    const text = (await textOfPdf(Buffer.from(pdf.base64, 'base64'))).replaceAll(/\s/g, '');
    expect(text).toContain('Tổngsố:0việcchứngthực');
    expect(text).toContain('Gõnhầm20trangthayvì2');
    const xlsx = await at.get('certification.bookFile', { month: '2026-11', kind: 'copy', format: 'xlsx' });
    const cells = filesOf(Buffer.from(xlsx.base64, 'base64')).get('xl/sharedStrings.xml') ?? '';
    expect(cells).toContain(`${gaps[0].takenBack.by}: ${reason}`);
    expect(JSON.stringify(await at.get('case.get', { caseId }))).toContain(reason);
    expectSound();
  });

  test('the same request twice is one; under its id nothing else is taken back', async () => {
    const { caseId } = await mistyped();
    const asked = back([caseId]);
    const first = await at.get('certification.takeBack', asked);
    expect(await at.get('certification.takeBack', asked)).toEqual(first);
    const other = await mistyped();
    expect(await faultOf(at, 'certification.takeBack', { ...asked, caseIds: [other.caseId] })).toMatchObject({
      code: 'request-id-reused',
    });
    expect(await faultOf(at, 'certification.takeBack', back([caseId], { reason: 'lần nữa' }))).toMatchObject({
      code: 'action-not-allowed',
      data: { reason: expect.stringContaining('số này hủy') },
    });
  });

  test('several kinds of one request go back together, or none of them does', async () => {
    const made = await receive([copy('Bằng', 20, 5), contract], { applicant: person });
    const ids = made.cases.map(({ caseId }: { caseId: string }) => caseId);
    await at.get('certification.handOut', {
      caseId: ids[1],
      paid: { method: 'cash', amount: 50_000 },
      requestId: crypto.randomUUID(),
    });
    expect(await faultOf(at, 'certification.takeBack', back(ids, { reason: 'nhầm' }))).toMatchObject({
      code: 'action-not-allowed',
    });
    expect(await book()).toMatchObject({ count: 1, gaps: [] });
    const again = await receive([copy('Bằng', 20, 5), contract], { applicant: person });
    await at.get('certification.takeBack', back(again.cases.map(({ caseId }: { caseId: string }) => caseId)));
    expect(await book('contract')).toMatchObject({ count: 1, gaps: [{ numbers: '02-Q1', why: 'taken-back' }] });
    expectSound();
  });

  test('its numbers are one gap; the year goes on behind them', async () => {
    await receive([copy('Căn cước', 1, 1)]);
    const { caseId } = await receive([copy('Bằng', 20, 5), copy('Bảng điểm', 2, 1), copy('Sổ', 1, 1)]);
    await receive([copy('Căn cước', 1, 1)]);
    await at.get('certification.takeBack', back([caseId]));
    expect(await book()).toMatchObject({ count: 2, gaps: [{ numbers: '02-Q1 – 04-Q1', why: 'taken-back' }] });
    setClock(at, '2026-12-01T08:00:00+07:00');
    expect((await receive([copy('Căn cước', 1, 1)])).numbers).toEqual(['06-Q1/2026-SCT/BS']);
    expect(await at.get('certification.book', { month: '2026-12', kind: 'copy' })).toMatchObject({ gaps: [] });
  });
});

describe('is taken back', () => {
  test('by no second clerk without a reason, and not once its minute is over', async () => {
    const { caseId } = await mistyped();
    at.sit('officer');
    expect(await faultOf(at, 'certification.takeBack', back([caseId]))).toMatchObject({ code: 'action-not-allowed' });
    at.sit('clerk');
    at.clock.at += 61_000;
    expect(await faultOf(at, 'certification.takeBack', back([caseId]))).toMatchObject({ code: 'action-not-allowed' });
    // The screen of the case offers it, with a reason.
    expect(await allowed(caseId)).toBe(true);
    await at.get('case.act', { caseId, act: { type: 'take-back-certified', reason: 'Gõ nhầm số trang' } });
    expect((await at.get('case.get', { caseId })).state).toMatchObject({ undone: true });
  });

  test('before the leader signed too, and by its clerk no more without a reason once they did', async () => {
    await changeOffice(at, { certification: { numbers: 'desk', signing: 'leader' } });
    const waits = await mistyped();
    expect(waits.status).toBe('accepted');
    await at.get('certification.takeBack', back([waits.caseId]));
    expect((await at.get('certification.waiting')).cases).not.toContainEqual(
      expect.objectContaining({ caseId: waits.caseId }),
    );
    const { caseId } = await mistyped();
    at.sit('supervisor');
    expect(await faultOf(at, 'certification.sign', { caseIds: [waits.caseId] })).toMatchObject({
      code: 'certification-not-waiting',
    });
    await at.get('certification.sign', { caseIds: [caseId] });
    at.sit('clerk');
    expect(await faultOf(at, 'certification.takeBack', back([caseId]))).toMatchObject({ code: 'action-not-allowed' });
    await at.get('certification.takeBack', back([caseId], { reason: 'Gõ nhầm số trang' }));
    expect(await faultOf(at, 'certification.handOut', { caseId, requestId: crypto.randomUUID() })).toMatchObject({
      code: 'certification-not-finished',
    });
    expectSound();
  });

  test('not while money is on it: given back first', async () => {
    const { caseId } = await mistyped();
    const requestId = crypto.randomUUID();
    await at.get('money.collect', { caseId, lines: [0], method: 'cash', requestId });
    const reason = 'Gõ nhầm số trang';
    expect(await allowed(caseId)).toBe(false);
    expect(await faultOf(at, 'certification.takeBack', back([caseId], { reason }))).toMatchObject({
      data: { reason: expect.stringContaining('hoàn tiền') },
    });
    at.sit('supervisor');
    await at.get('money.refund', { receiptId: requestId, reason, method: 'cash' });
    at.sit('clerk');
    await at.get('certification.takeBack', back([caseId], { reason }));
    expect((await at.get('money.month', { month: '2026-11' })).certification.amount).toBe(0);
    expectSound();
  });

  test('not once its month is over and its book was due to be bound: what was printed stays as it was', async () => {
    setClock(at, '2026-11-30T16:50:00+07:00');
    const kept = await mistyped();
    const wrong = await mistyped();
    setClock(at, '2026-11-30T23:59:30+07:00');
    const reason = 'Gõ nhầm 20 trang thay vì 2';
    await at.get('certification.takeBack', back([wrong.caseId], { reason }));
    const printed = await book();
    expect(printed).toMatchObject({ count: 1, gaps: [{ numbers: '02-Q1', why: 'taken-back' }] });
    setClock(at, '2026-12-01T00:00:10+07:00');
    expect(await allowed(kept.caseId)).toBe(false);
    for (const who of ['clerk', 'officer', 'supervisor'] as const) {
      at.sit(who);
      expect(await faultOf(at, 'certification.takeBack', back([kept.caseId], { reason }))).toMatchObject({
        code: 'action-not-allowed',
        data: { reason: expect.stringContaining('NĐ 23/2015 Điều 13 k3') },
      });
    }
    // What was asked too much is taken down, and handed out for the rest.
    await at.get('money.waive', { caseId: kept.caseId, line: 0, amount: 20_000, reason, basis: 'Ghi nhầm số trang' });
    at.sit('clerk');
    expect(await book()).toEqual({ ...printed, amount: 20_000, rows: [{ ...printed.rows[0], fee: 20_000 }] });
    await at.get('certification.handOut', {
      caseId: kept.caseId,
      paid: { method: 'cash', amount: 20_000 },
      requestId: crypto.randomUUID(),
    });
    expectSound();
  });

  test('not when it is in somebody’s hands, and never where nothing was certified', async () => {
    const paid = await receive([copy('Bằng', 2, 1)], { paid: { method: 'cash', amount: 4000 } });
    const plain = await at.get('case.receive', reception());
    for (const { caseId } of [paid, plain]) {
      expect(await allowed(caseId)).toBe(false);
      expect(await faultOf(at, 'certification.takeBack', back([caseId], { reason: 'gõ nhầm' }))).toMatchObject({
        code: 'action-not-allowed',
      });
    }
    expect(await faultOf(at, 'certification.takeBack', back([crypto.randomUUID()]))).toMatchObject({
      code: 'case-unknown',
    });
  });
});

test('no figure, list or paper counts what was taken back; its number still leads to it, as undone', async () => {
  const figures = async () => {
    const { head: _head, now: _now, ...wall } = await at.get('work.wall');
    const days = { from: '2026-11-23', to: '2026-11-23' };
    const { rows: _rows, totals, next: _next } = await at.get('register.list', days);
    const { voided: _voided, ...counted } = totals;
    return {
      wall,
      counted,
      waiting: await at.get('certification.waiting'),
      unpaid: (await at.get('money.unpaid', { month: '2026-11', limit: 50 })).total,
      month: (await at.get('money.month', { month: '2026-11' })).certification,
    };
  };
  const report = async () => {
    at.sit('supervisor');
    const { columns, rows, totals } = await at.get('report.make', {
      report: '07a',
      from: '2026-11-23',
      to: '2026-11-23',
    });
    at.sit('clerk');
    return { columns, rows, totals };
  };
  const before = [await figures(), await report()];
  const { caseId } = await receive([copy('Bằng', 20, 5)], { applicant: person });
  await at.get('certification.takeBack', back([caseId]));
  expect([await figures(), await report()]).toEqual(before);
  expect((await at.get('case.search', { text: '01-Q1' })).hits).toContainEqual(
    expect.objectContaining({ caseId, undone: true }),
  );
  const { record } = await at.get('person.record', { idNumber: person.idNumber });
  expect(record.certifications).toMatchObject([{ caseId, undone: true }]);
  expect(await faultOf(at, 'certification.wording', { caseId })).toMatchObject({ code: 'case-undone' });
  at.sit('supervisor');
  const copyOf = await at.get('privacy.copy', { idNumber: person.idNumber, format: 'xlsx', reason: 'Đề nghị 01/DN' });
  expect(filesOf(Buffer.from(copyOf.base64, 'base64')).get('xl/sharedStrings.xml')).toContain('đã thu lại');
});
