import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { changeOffice, faultOf, float } from '../../../support/counter/money-desk.ts';
import { type TestDesk, openPracticeDesk, reception } from '../../../support/desk/test-desk.ts';

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

async function statusOf(caseId: string): Promise<string> {
  return (await at.get('case.get', { caseId })).state.status;
}

function expectSound(): void {
  const { ok, checks } = at.desk.verify();
  expect(checks.flatMap(({ found }) => found)).toEqual([]);
  expect(ok).toBe(true);
}

describe('one request, one clerk, one call', () => {
  test('three papers: three numbers, fees with their caps, paid, handed out (TT 01/2020 Điều 4 k1, TT 226/2016 Điều 4)', async () => {
    const lines = [copy('Căn cước', 2, 3), copy('Giấy khai sinh', 1, 1), copy('Hợp đồng', 500, 2)];
    const made = await receive({ lines, paid: { method: 'cash', amount: 414_000, tendered: 500_000 } });
    expect(made).toMatchObject({
      numbers: ['01-Q1/2026-SCT/BS', '02-Q1/2026-SCT/BS', '03-Q1/2026-SCT/BS'],
      fees: [{ amount: 12_000 }, { amount: 2000 }, { amount: 400_000 }],
      lines: [{ capped: false, book: 'quyển số 01/2026-SCT/BS' }, { capped: false }, { capped: true }],
      total: 414_000,
      paid: 414_000,
      change: 86_000,
      status: 'returned',
      cases: [{ kind: 'copy', receipt: { number: '0000001', amount: 414_000 } }],
    });
    const { state, actions } = await at.get('case.get', { caseId: made.caseId });
    expect(state).toMatchObject({ status: 'returned', procedure: { code: '2.000815' }, copies: { length: 3 } });
    expect(actions.map(({ type }: { type: string }) => type)).toEqual([
      'received',
      'certified',
      'fees-collected',
      'finished',
      'returned',
      'bundle-moved',
    ]);
    expect(await at.get('money.assess', { caseId: made.caseId })).toMatchObject({ due: 0 });
    expectSound();
  });

  test('copies need nobody; the register, the search and the book say so', async () => {
    const { caseId } = await receive({ paid: { method: 'cash', amount: 12_000 } });
    const { rows } = await at.get('register.list', { from: '2026-11-23', to: '2026-11-23' });
    expect(rows).toMatchObject([{ applicantName: 'Không ghi người yêu cầu', status: 'returned' }]);
    // Nobody is looked for by these words: a Mr Cầu would be lost among them.
    for (const text of ['khong ghi nguoi yeu cau', 'cau'])
      expect((await at.get('case.search', { text })).hits).toEqual([]);
    const byNumber = await at.get('case.search', { text: '1-q1/2026-SCT/BS' });
    expect(byNumber.hits.map((hit: { caseId: string }) => hit.caseId)).toEqual([caseId]);
    const book = await at.get('certification.book', { month: '2026-11', kind: 'copy' });
    expect(book).toMatchObject({ count: 1, copies: 3, amount: 12_000, gaps: [], rows: [{ applicant: '', signer }] });
    await receive({ applicant: { fullName: 'TRẦN THỊ KHÔNG SỐ' } });
    await receive({ applicant: { fullName: 'TRẦN THỊ KHÔNG SỐ' } });
    expect((await at.get('case.search', { text: 'tran thi khong so' })).hits).toHaveLength(2);
    expect((await at.get('case.search', { text: '261123-0001' })).hits).toHaveLength(1);
    expect((await at.get('case.search', { text: '1 minh' })).hits).toEqual([]);
    expectSound();
    const status = await at.get('system.status');
    expect(status.withoutReceipt).toEqual([]);
  });

  test.each(['signature', 'contract'])(
    'a %s is certified for a person who shows a card (NĐ 23/2015 Điều 24, 36)',
    async (kind) => {
      const lines = [{ kind, paper: 'Giấy ủy quyền', pages: 1, copies: 1 }];
      expect(await faultOf(at, 'certification.receive', asking({ lines }))).toMatchObject({
        code: 'certification-needs-person',
        data: { kind },
      });
      expect(await at.get('certification.book', { month: '2026-11', kind })).toMatchObject({ count: 0 });
      const made = await receive({ lines, applicant: person });
      expect(made.numbers).toHaveLength(1);
    },
  );

  test('several kinds are several procedures: a case and a book each, one sum (NĐ 23/2015 Điều 13 k4)', async () => {
    const lines = [
      copy('Căn cước', 1, 1),
      { kind: 'signature', paper: 'Sơ yếu lý lịch', pages: 2, copies: 2 },
      { kind: 'contract', paper: 'Hợp đồng thuê nhà', pages: 6, copies: 3 },
      copy('Hộ chiếu', 10, 1),
    ];
    const paid = { method: 'transfer', amount: 2000 + 20_000 + 50_000 + 12_000 };
    const made = await receive({ lines, applicant: person, paid });
    expect(made.numbers).toEqual([
      '01-Q1/2026-SCT/BS',
      '01-Q1/2026-SCT/CK,ĐC',
      '01-Q1/2026-SCT/HĐ,GD',
      '02-Q1/2026-SCT/BS',
    ]);
    expect(made.fees.map(({ amount }: { amount: number }) => amount)).toEqual([2000, 20_000, 50_000, 12_000]);
    expect(made.cases.map(({ kind, status }: { kind: string; status: string }) => [kind, status])).toEqual([
      ['copy', 'returned'],
      ['signature', 'returned'],
      ['contract', 'returned'],
    ]);
    expect(new Set(made.cases.map(({ caseId }: { caseId: string }) => caseId)).size).toBe(3);
    const month = await at.get('money.month', { month: '2026-11' });
    expect(month.certification).toMatchObject({ collected: 84_000, amount: 84_000, remitBy: '2026-12-05' });
    const figures = await at.get('report.make', { report: '07a', from: '2026-11-01', to: '2026-11-30' });
    expect(figures.total.values['3']).toBe(3);
    expectSound();
  });

  test('the same request twice is answered as the first time; the same id for something else is refused', async () => {
    const asked = asking({ paid: { method: 'cash', amount: 12_000 } });
    const first = await at.get('certification.receive', asked);
    expect(await at.get('certification.receive', asked)).toEqual(first);
    expect(await faultOf(at, 'certification.receive', { ...asked, lines: [copy('Khác', 1, 1)] })).toMatchObject({
      code: 'request-id-reused',
    });
    expect(await at.get('certification.book', { month: '2026-11', kind: 'copy' })).toMatchObject({ count: 1 });
  });

  test('the receipt is printed where it is asked for, once', async () => {
    const asked = asking({ paid: { method: 'cash', amount: 12_000 }, print: true, printer: 'laser' });
    const made = await at.get('certification.receive', asked);
    expect(made).toMatchObject({ paperFault: null, cases: [{ printJobId: expect.any(String) as string }] });
    expect((await at.get('certification.receive', asked)).cases).toEqual(made.cases);
    const { documents } = await at.get('case.get', { caseId: made.caseId });
    expect(documents.map(({ form }: { form: string }) => form)).toEqual(['bien-lai']);
    expect((await at.get('print.list', { all: true })).jobs).toHaveLength(1);
    const { document } = await at.get('certification.wording', { caseId: made.caseId, print: false });
    expect(document).toMatchObject({ form: 'loi-chung' });
  });

  test('what is not paid is certified and not handed out', async () => {
    const made = await receive();
    expect(made).toMatchObject({ status: 'finished', paid: 0, cases: [{ receipt: null }] });
    const asked = { caseId: made.caseId, requestId: crypto.randomUUID() };
    expect(await faultOf(at, 'certification.handOut', asked)).toMatchObject({
      code: 'fees-owed',
      data: { due: 12_000 },
    });
    expect(await statusOf(made.caseId)).toBe('finished');
    const paid = { method: 'cash', amount: 12_000, tendered: 20_000 };
    const out = await at.get('certification.handOut', { ...asked, paid });
    expect(out).toMatchObject({ status: 'returned', paid: 12_000, change: 8000, receipt: { number: '0000001' } });
    expect(await at.get('certification.handOut', { ...asked, paid })).toEqual(out);
    expect(await statusOf(made.caseId)).toBe('returned');
    expectSound();
  });

  test('another sum than is due is told, and nothing is kept: no number, no case, no money', async () => {
    const { stateHash: before } = await at.get('journal.stateHash');
    expect(await faultOf(at, 'certification.receive', asking({ paid: { method: 'cash', amount: 10_000 } }))).toEqual({
      code: 'paid-differs',
      data: { due: 12_000, paid: 10_000 },
      message: expect.stringContaining(' | ') as string,
    });
    expect((await at.get('journal.stateHash')).stateHash).toBe(before);
    expect(
      await faultOf(at, 'certification.receive', asking({ paid: { method: 'cash', amount: 12_000, tendered: 5000 } })),
    ).toMatchObject({ code: 'tendered-short' });
    const { numbers } = await receive();
    expect(numbers).toEqual(['01-Q1/2026-SCT/BS']);
  });

  test('a closed till takes nothing, and says so before anything is numbered', async () => {
    await at.get('till.close', { counts: float });
    expect(
      await faultOf(at, 'certification.receive', asking({ paid: { method: 'cash', amount: 12_000 } })),
    ).toMatchObject({ code: 'till-closed' });
    expect((await receive()).numbers).toEqual(['01-Q1/2026-SCT/BS']);
  });

  test.each([
    ['no lines', { lines: [] }],
    ['no pages', { lines: [copy('x', 0, 1)] }],
    ['too many copies', { lines: [copy('x', 1, 1000)] }],
    ['a kind that there is not', { lines: [{ kind: 'translation', paper: 'x', pages: 1, copies: 1 }] }],
    ['no signer', { signer: { name: '', title: '' } }],
    ['a title alone', { signer: ', Phó Chủ tịch' }],
    ['a comma alone', { signer: ' , ' }],
    ['a letter for a name', { signer: 'A, CT' }],
    ['one word for a name', { signer: { name: 'Ký', title: 'Chủ tịch' } }],
    ['signs for a name', { signer: { fullName: '. .', title: 'Chủ tịch' } }],
    ['half a number', { applicant: { ...person, idNumber: '0791' } }],
  ])('%s is said in both languages', async (_what, change) => {
    const fault = await faultOf(at, 'certification.receive', asking(change));
    expect(fault).toMatchObject({ code: 'input-invalid' });
    expect(JSON.stringify(fault?.data)).toContain('"en"');
  });
});

describe('the signer', () => {
  test('a program may write name and title in one line; a title once told is remembered', async () => {
    expect((await receive({ signer: 'Trần Văn Bê, Chủ tịch' })).signer).toEqual({
      name: 'Trần Văn Bê',
      title: 'Chủ tịch',
    });
    expect((await receive({ signer: 'Trần Văn Bê' })).signer).toEqual({ name: 'Trần Văn Bê', title: 'Chủ tịch' });
    expect((await receive({ signer: { fullName: 'Lê Thị Cê', title: 'Công chức Tư pháp' } })).signer.name).toBe(
      'Lê Thị Cê',
    );
    const { signers } = await at.get('certification.lane');
    expect(signers.map(({ name }: { name: string }) => name).toSorted()).toEqual(['Lê Thị Cê', 'Trần Văn Bê']);
  });

  test('where the leader signs by a list, cases wait for it and are handed out afterwards', async () => {
    await changeOffice(at, { certification: { numbers: 'desk', signing: 'leader' } });
    const made = await receive({ applicant: person, paid: { method: 'cash', amount: 12_000 } });
    expect(made.status).toBe('accepted');
    expect(await at.get('certification.waiting')).toMatchObject({
      cases: [{ caseId: made.caseId, numbers: ['01-Q1/2026-SCT/BS'], papers: ['Căn cước'], signer }],
    });
    expect(await faultOf(at, 'certification.sign', { caseIds: [made.caseId] })).toMatchObject({ code: 'forbidden' });
    at.sit('supervisor');
    await at.get('certification.sign', { caseIds: [made.caseId] });
    expect(await faultOf(at, 'certification.sign', { caseIds: [made.caseId] })).toMatchObject({
      code: 'certification-not-waiting',
    });
    at.sit('clerk');
    expect(await at.get('certification.waiting')).toMatchObject({ cases: [{ status: 'finished', due: 0 }] });
    await at.get('certification.handOut', { caseId: made.caseId, requestId: crypto.randomUUID() });
    expect(await statusOf(made.caseId)).toBe('returned');
    expect((await at.get('certification.waiting')).cases).toEqual([]);
    expectSound();
  });
});

describe('what was received like any other case', () => {
  const received = (change: Record<string, unknown>) =>
    at.get('case.receive', reception({ components: [{ index: 0, originals: 1, copies: 0 }], ...change }));

  test('copies with a longer term are numbered when they are certified (NĐ 23/2015 Điều 21)', async () => {
    const copies = [
      { paper: 'Bằng', pages: 3, copies: 20 },
      { paper: 'Bảng điểm', pages: 2, copies: 20 },
    ];
    const many = { termCase: 'many', termReason: 'Nhiều bản' };
    const { caseId } = await received({ procedureCode: '2.000815', copies, ...many });
    expect((await at.get('certification.waiting')).unnumbered).toMatchObject([
      {
        caseId,
        kind: 'copy',
        papers: [
          { paper: 'Bằng', pages: 3, copies: 20, fee: 100_000 },
          { paper: 'Bảng điểm', pages: 2, copies: 20, fee: 80_000 },
        ],
      },
    ]);
    // What the badge counts is what the list holds.
    expect(await at.get('certification.lane')).toMatchObject({ waiting: 1 });
    await receive();
    const done = await at.get('certification.certify', { caseId, signer });
    expect(done.numbers).toEqual(['02-Q1/2026-SCT/BS', '03-Q1/2026-SCT/BS']);
    expect(await faultOf(at, 'certification.certify', { caseId, signer })).toMatchObject({
      code: 'certification-numbered',
    });
    expect((await at.get('certification.waiting')).unnumbered).toEqual([]);
    const { rows } = await at.get('certification.book', { month: '2026-11', kind: 'copy' });
    expect(rows.map(({ number, paper, copies: count, fee }: any) => [number, paper, count, fee])).toEqual([
      ['01-Q1', 'Căn cước', 3, 12_000],
      ['02-Q1', 'Bằng', 20, 100_000],
      ['03-Q1', 'Bảng điểm', 20, 80_000],
    ]);
    expectSound();
  });

  test('a result is recorded with the number where a clerk may record one, and left to others where not', async () => {
    const sameDay = await received({ procedureCode: '2.000884' });
    expect(await at.get('certification.certify', { caseId: sameDay.caseId, signer })).toMatchObject({
      status: 'finished',
      numbers: ['01-Q1/2026-SCT/CK,ĐC'],
    });
    // A will stands in the book of transactions, and its result is its handler's to record (NĐ 118/2025 Điều 17 k4).
    const will = await received({ procedureCode: '2.001019' });
    const papers = [{ paper: 'Di chúc', pages: 2, copies: 3 }];
    expect(await at.get('certification.certify', { caseId: will.caseId, signer, papers })).toMatchObject({
      status: 'accepted',
      numbers: ['01-Q1/2026-SCT/HĐ,GD'],
    });
    at.sit('supervisor');
    await at.get('certification.sign', { caseIds: [will.caseId] });
    expect(await statusOf(will.caseId)).toBe('finished');
  });

  test('what is certified costs what was asked for at the reception, or the case is corrected first', async () => {
    const { caseId } = await received({ procedureCode: '2.000815', copies: [{ paper: 'Bằng', pages: 1, copies: 1 }] });
    const far = [{ paper: 'Bằng', pages: 300, copies: 999 }];
    expect(await faultOf(at, 'certification.certify', { caseId, signer, papers: far })).toMatchObject({
      code: 'certification-fee-differs',
      data: { received: 2000, due: 199_800_000 },
    });
    expect((await at.get('certification.waiting')).unnumbered).toMatchObject([{ caseId }]);
    await at.get('certification.certify', { caseId, signer, papers: [{ paper: 'Bằng đại học', pages: 1, copies: 1 }] });
    const { rows } = await at.get('certification.book', { month: '2026-11', kind: 'copy' });
    expect(rows).toMatchObject([{ paper: 'Bằng đại học', pages: 1, copies: 1, fee: 2000 }]);
    expectSound();
  });

  test('what is no certification, or is over, gets no number', async () => {
    const { caseId } = await received({ procedureCode: '1.001193' });
    expect(await faultOf(at, 'certification.certify', { caseId, signer })).toMatchObject({
      code: 'certification-not-of-a-book',
    });
    const done = await received({ procedureCode: '2.000884' });
    await at.get('case.act', { caseId: done.caseId, act: { type: 'withdraw', reason: 'Công dân không làm nữa' } });
    expect(await faultOf(at, 'certification.certify', { caseId: done.caseId, signer })).toMatchObject({
      code: 'certification-not-of-a-book',
    });
  });
});
