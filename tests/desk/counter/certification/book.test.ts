import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { changeOffice, faultOf, float, setClock } from '../../../support/counter/money-desk.ts';
import { type TestDesk, openPracticeDesk, reception } from '../../../support/desk/test-desk.ts';
import { textOfPdf } from '../../../support/papers/pdf-reader.ts';
import { filesOf } from '../../../support/papers/zip.ts';
import { wordsOf } from '../../../support/papers/page-boxes.ts';

let at: TestDesk;
beforeEach(async () => {
  at = await openPracticeDesk();
  await at.get('till.open', { float });
});
afterEach(() => at.end());

const signer = { name: 'Nguyễn Văn Ký', title: 'Phó Chủ tịch' };
const person = { kind: 'citizen', fullName: 'NGUYỄN THỊ ĐẶNG ÁNH', idNumber: '079190001234' };
const copy = (paper: string, pages: number, copies: number) => ({ kind: 'copy', paper, pages, copies });

function asking(change: Record<string, unknown> = {}): Record<string, unknown> {
  return { lines: [copy('Căn cước', 2, 3)], signer, requestId: crypto.randomUUID(), ...change };
}

function receive(change: Record<string, unknown> = {}) {
  return at.get('certification.receive', asking(change));
}

function expectSound(): void {
  const { ok, checks } = at.desk.verify();
  expect(checks.flatMap(({ found }) => found)).toEqual([]);
  expect(ok).toBe(true);
}

function solid(text: string): string {
  return text.replaceAll(/\s/g, '');
}

describe('numbers', () => {
  test('a new year begins at 01, in a book of its own (NĐ 23/2015 Điều 13 k2)', async () => {
    setClock(at, '2026-12-31T16:59:00+07:00');
    expect((await receive()).numbers).toEqual(['01-Q1/2026-SCT/BS']);
    setClock(at, '2027-01-04T08:00:00+07:00');
    expect((await receive()).numbers).toEqual(['01-Q1/2027-SCT/BS']);
    setClock(at, '2027-01-04T08:05:00+07:00');
    expect((await receive()).numbers).toEqual(['02-Q1/2027-SCT/BS']);
    expect(await at.get('certification.book', { month: '2026-12', kind: 'copy' })).toMatchObject({
      count: 1,
      gaps: [],
    });
    expectSound();
  });

  test('the office may number at one desk, and then without its code', async () => {
    await receive();
    await changeOffice(at, { certification: { numbers: 'office', signing: 'at-once', keptBy: 'Q1' } });
    expect((await receive()).numbers).toEqual(['01/2026-SCT/BS']);
    expect((await at.get('certification.lane')).kinds[0]).toMatchObject({ kind: 'copy', next: '02' });
  });

  test.each([
    [{ keptBy: 'Q2' }, { code: 'certification-kept-elsewhere', data: { desk: 'Quầy 2 (Q2)' } }],
    [{}, { code: 'certification-keeper-unnamed', data: { desks: 'Q1, Q2, Q3' } }],
  ])('one book for the office is one desk’s: with %j this one numbers nothing', async (kept, refusal) => {
    const { caseId } = await at.get(
      'case.receive',
      reception({ components: [{ index: 0, originals: 1, copies: 0 }], procedureCode: '2.000884' }),
    );
    await changeOffice(at, { certification: { numbers: 'office', signing: 'at-once', ...kept } });
    expect(await faultOf(at, 'certification.receive', asking())).toMatchObject(refusal);
    expect(await faultOf(at, 'certification.certify', { caseId, signer })).toMatchObject(refusal);
    // Said before anything is typed or paid.
    expect((await at.get('certification.lane')).refusal).toMatchObject({ code: refusal.code });
    expect(await at.get('certification.book', { month: '2026-11', kind: 'copy' })).toMatchObject({ count: 0 });
  });

  test('an office of one desk needs no keeper named', async () => {
    await changeOffice(at, { otherDesks: [], certification: { numbers: 'office', signing: 'at-once' } });
    expect((await receive()).numbers).toEqual(['01/2026-SCT/BS']);
  });

  test('what this office ended is not received here either', async () => {
    at.sit('supervisor');
    await at.get('catalogue.setProcedure', {
      code: '2.000815',
      offered: false,
      from: '2026-11-23',
      reason: 'Chuyển về phường khác',
    });
    at.sit('clerk');
    expect(await faultOf(at, 'certification.receive', asking())).toMatchObject({
      code: 'procedure-not-offered',
      data: { code: '2.000815' },
    });
  });

  test('a number leads to its case as the paper bears it, without the year', async () => {
    await receive();
    const { caseId } = await receive();
    for (const text of ['02-Q1', ' 2-q1 ', '02-Q1/2026'])
      expect((await at.get('case.search', { text })).hits[0]).toMatchObject({ caseId });
    setClock(at, '2027-01-04T08:00:00+07:00');
    await receive();
    const newest = await receive();
    const { hits } = await at.get('case.search', { text: '02-Q1' });
    expect(hits.slice(0, 2).map((hit: { caseId: string }) => hit.caseId)).toEqual([newest.caseId, caseId]);
  });

  test('the book of a month is taken out as a file, and who took it is kept', async () => {
    await receive({ applicant: person });
    for (const format of ['pdf', 'xlsx']) {
      const file = await at.get('certification.bookFile', { month: '2026-11', kind: 'copy', format });
      expect(file).toMatchObject({ fileName: `so-chung-thuc_BS_2026-11.${format}`, rows: 1 });
      expect(Buffer.from(file.base64, 'base64').length).toBeGreaterThan(2000);
    }
    at.sit('admin');
    const { lines } = await at.get('account.log', { of: 'office', limit: 5 });
    expect(lines.map(({ type }: { type: string }) => type).slice(0, 2)).toEqual([
      'certifications-exported',
      'certifications-exported',
    ]);
    // The names left the desk: who looked is told as of every list that does.
    const looks = await at.get('account.log', { of: 'look-ups', limit: 5 });
    expect(looks.lines.map(({ type }: { type: string }) => type)).toEqual(['looked-export', 'looked-export']);
  });

  test('a book that is given up is no file, keeps nothing, and can be asked for again', async () => {
    await receive({ applicant: person });
    const asked = { month: '2026-11', kind: 'copy', format: 'pdf' };
    const file = at.call('certification.bookFile', { ...asked, watch: 'book' });
    expect(await at.get('report.cancel', { watch: 'book' })).toEqual({ cancelled: true });
    expect(await file).toMatchObject({ ok: false, fault: { code: 'report-cancelled' } });
    at.sit('admin');
    const kept = async () =>
      (await at.get('account.log', { of: 'office', limit: 20 })).lines.filter(
        ({ type }: { type: string }) => type === 'certifications-exported',
      ).length;
    expect(await kept()).toBe(0);
    at.sit('clerk');
    expect(await at.get('certification.bookFile', asked)).toMatchObject({ rows: 1 });
    at.sit('admin');
    expect(await kept()).toBe(1);
  });

  test('the register is the fold of its journal, opened again and derived anew', async () => {
    await receive({ paid: { method: 'cash', amount: 12_000 } });
    await receive({ lines: [copy('Bằng', 3, 2), copy('Bảng điểm', 2, 1)] });
    const again = await at.reopen();
    again.sit('clerk');
    at = again;
    expectSound();
    expect((await at.get('certification.book', { month: '2026-11', kind: 'copy' })).rows).toHaveLength(3);
  });
});

describe('the wording on the papers (TT 01/2020 Phụ lục)', () => {
  test('of copies and of signatures: number, book, day, who signs, who took it', async () => {
    const lines = [
      copy('Căn cước', 2, 3),
      copy('', 1, 1),
      { kind: 'signature', paper: 'Sơ yếu lý lịch', pages: 2, copies: 1 },
      { kind: 'contract', paper: 'Hợp đồng thuê nhà', pages: 6, copies: 3 },
    ];
    const made = await receive({ lines, applicant: person });
    const said = new Map<string, string>();
    for (const { caseId, kind } of made.cases) {
      const { documentId } = await at.get('paper.render', { caseId, form: 'loi-chung' });
      // A line may end within a number of a book.
      said.set(kind, solid(wordsOf((await at.get('paper.view', { documentId })).pages)));
    }
    for (const words of [
      'Chứng thực bản sao đúng với bản chính',
      '01-Q1',
      '02-Q1',
      'quyển số 01/2026-SCT/BS',
      'Ngày 23 tháng 11 năm 2026',
      'Nguyễn Văn Ký',
    ])
      expect(said.get('copy')).toContain(solid(words));
    expect(said.get('copy')).not.toContain(solid('NGƯỜI TIẾP NHẬN'));
    for (const words of [
      'ngày hai mươi ba, tháng mười một, năm hai nghìn không trăm hai mươi sáu',
      'UBND phường Cát Lái',
      'là Phó Chủ tịch',
      'NGUYỄN THỊ ĐẶNG ÁNH',
      'số 079190001234',
      'quyển số 01/2026-SCT/CK,ĐC',
      'NGƯỜI TIẾP NHẬN HỒ SƠ',
    ])
      expect(said.get('signature')).toContain(solid(words));
    expect(said.get('contract')).toContain(solid('Hợp đồng thuê nhà được giao kết giữa'));
  });

  test('a case in which nothing was certified has none', async () => {
    const { caseId } = await at.get('case.receive', reception());
    expect(await faultOf(at, 'paper.render', { caseId, form: 'loi-chung' })).toMatchObject({
      code: 'form-not-applicable',
    });
  });
});

describe('parties of a contract, and several who sign', () => {
  const second = { fullName: 'TRẦN VĂN BÌNH', idNumber: '079085004321' };
  const contract = { kind: 'contract', paper: 'Hợp đồng thuê nhà', pages: 6, copies: 3 };
  const lines = [contract, { kind: 'signature', paper: 'Sơ yếu lý lịch', pages: 1, copies: 1 }];

  test('are kept with the case, and written in the book and the wording', async () => {
    const made = await receive({ lines, applicant: person, others: [second] });
    const { state } = await at.get('case.get', { caseId: made.caseId });
    expect(state.others).toEqual([{ kind: 'citizen', ...second }]);
    const book = await at.get('certification.book', { month: '2026-11', kind: 'contract' });
    expect(book.rows).toMatchObject([
      { applicant: person.fullName, others: [{ fullName: 'TRẦN VĂN BÌNH', idNumberMasked: '0•••••••4321' }] },
    ]);
    expect(JSON.stringify(book)).not.toContain(second.idNumber);
    for (const kind of ['contract', 'signature']) {
      const asked = { month: '2026-11', kind };
      const sheet = await at.get('certification.bookFile', { ...asked, format: 'pdf' });
      // A column ends its lines where it likes: a number is one word.
      expect(await textOfPdf(Buffer.from(sheet.base64, 'base64'))).toContain(second.idNumber);
      const cells = await at.get('certification.bookFile', { ...asked, format: 'xlsx' });
      expect(filesOf(Buffer.from(cells.base64, 'base64')).get('xl/sharedStrings.xml')).toContain(
        'NGUYỄN THỊ ĐẶNG ÁNH, 079190001234; TRẦN VĂN BÌNH, 079085004321',
      );
    }
    const { documentId } = await at.get('paper.render', { caseId: made.caseId, form: 'loi-chung' });
    const said = solid(wordsOf((await at.get('paper.view', { documentId })).pages));
    expect(said).toContain(solid('Bên B: Ông/bà TRẦN VĂN BÌNH, giấy tờ tùy thân số 079085004321'));
    // What is held on the second one is told to them, and the first one's number is not theirs.
    at.sit('supervisor');
    const copy = await at.get('privacy.copy', {
      idNumber: second.idNumber,
      format: 'xlsx',
      reason: 'Người dân đề nghị 01/DN',
    });
    const held = filesOf(Buffer.from(copy.base64, 'base64')).get('xl/sharedStrings.xml') ?? '';
    expect(held).toContain('Người cùng yêu cầu');
    expect(held).not.toContain(person.idNumber);
    expectSound();
  });

  test.each([
    ['the same person twice', { applicant: person, others: [{ ...second, idNumber: person.idNumber }] }],
    ['a party without a card', { applicant: person, others: [{ fullName: 'TRẦN VĂN BÌNH', idNumber: '' }] }],
    ['a second one and no first', { others: [second] }],
  ])('%s is refused', async (_what, change) => {
    expect(await faultOf(at, 'certification.receive', asking({ lines, ...change }))).toMatchObject({
      code: 'input-invalid',
    });
  });
});

describe('what stands in the book is what was paid', () => {
  const row = { lines: [copy('Bằng', 20, 5)] };
  const book = () => at.get('certification.book', { month: '2026-11', kind: 'copy' });
  const waive = async (caseId: string, amount: number, line = 0) => {
    at.sit('supervisor');
    await at.get('money.waive', { caseId, line, amount, reason: 'hộ nghèo', basis: 'quyết định của Chủ tịch' });
    at.sit('clerk');
  };
  const handOut = (caseId: string, amount: number) =>
    at.get('certification.handOut', {
      caseId,
      paid: { method: 'cash', amount },
      requestId: crypto.randomUUID(),
    });

  test('after a waiver: on the screen, in the sum, in the file, and in the month to be paid in', async () => {
    const { caseId } = await receive(row);
    expect(await book()).toMatchObject({ amount: 110_000, rows: [{ fee: 110_000 }] });
    await waive(caseId, 20_000);
    // To be paid, before it is.
    expect(await book()).toMatchObject({ amount: 20_000, rows: [{ fee: 20_000 }] });
    await handOut(caseId, 20_000);
    expect(await book()).toMatchObject({ amount: 20_000, rows: [{ fee: 20_000 }] });
    expect((await at.get('money.month', { month: '2026-11' })).certification.amount).toBe(20_000);
    const file = await at.get('certification.bookFile', { month: '2026-11', kind: 'copy', format: 'pdf' });
    const text = solid(await textOfPdf(Buffer.from(file.base64, 'base64')));
    expect(text).toContain(solid('lệ phí 20.000 đồng'));
    expect(text).not.toContain('110.000');
  });

  test('of several papers each its own; what was paid by its rule stays', async () => {
    await receive({ lines: [copy('Căn cước', 2, 3)], paid: { method: 'cash', amount: 12_000 } });
    const { caseId } = await receive({ lines: [copy('Bằng', 20, 5), copy('Bảng điểm', 2, 1)] });
    await waive(caseId, 0, 1);
    await handOut(caseId, 110_000);
    expect(await book()).toMatchObject({ amount: 122_000, rows: [{ fee: 12_000 }, { fee: 110_000 }, { fee: 0 }] });
  });

  test('what was asked for beside the certification is no fee of a paper', async () => {
    const { caseId } = await at.get(
      'case.receive',
      reception({ components: [{ index: 0, originals: 1, copies: 0 }], procedureCode: '2.000815', pages: 2 }),
    );
    await at.get('case.act', { caseId, act: { type: 'transfer' } });
    at.sit('officer');
    await at.get('case.act', { caseId, act: { type: 'request-obligation', reason: 'Phí in thêm', amount: 5000 } });
    await at.get('case.act', { caseId, act: { type: 'meet-obligation' } });
    at.sit('clerk');
    await at.get('certification.certify', { caseId, signer });
    await at.get('money.collect', { caseId, lines: [0, 1], method: 'cash', requestId: crypto.randomUUID() });
    expect(await book()).toMatchObject({ amount: 4000, rows: [{ fee: 4000 }] });
  });

  test('papers that were said otherwise than received: the sum that was paid stands at the first', async () => {
    const { caseId } = await at.get(
      'case.receive',
      reception({
        components: [{ index: 0, originals: 1, copies: 0 }],
        procedureCode: '2.000815',
        pages: 2,
        quantity: 2,
      }),
    );
    const { numbers } = await at.get('certification.certify', {
      caseId,
      signer,
      papers: [
        { paper: 'Bằng', pages: 2, copies: 1 },
        { paper: 'Bảng điểm', pages: 2, copies: 1 },
      ],
    });
    expect(numbers).toHaveLength(2);
    expect(await book()).toMatchObject({ amount: 8000, rows: [{ fee: 4000 }, { fee: 4000 }] });
    await waive(caseId, 1000);
    expect(await book()).toMatchObject({ amount: 1000, rows: [{ fee: 1000 }, { fee: 0 }] });
  });
});
