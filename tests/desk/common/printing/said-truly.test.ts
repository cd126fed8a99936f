import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type TestDesk, clockAt, openPracticeDesk, reception } from '../../../support/desk/test-desk.ts';
import { paperWords } from '../../../support/papers/paper-words.ts';

// Papers are drawn with real fonts, on a machine that builds at the same time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let at: TestDesk;
beforeEach(async () => {
  at = await openPracticeDesk();
});
afterEach(() => at.end());

const papers = [0, 1, 2].map((index) => ({ index, originals: 1, copies: 0 }));
const longest = {
  ...reception().applicant,
  fullName: 'NGUYỄN PHÚC CÔNG TẰNG TÔN NỮ HOÀNG NGUYỆT ÁNH TUYẾT',
  address: '1234/56/78 Đường Nguyễn Thị Định, Khu phố 5, Phường Cát Lái, Thành phố Hồ Chí Minh',
};

async function receive(change: Record<string, unknown>): Promise<string> {
  return (await at.get('case.receive', reception({ components: papers, applicant: longest, ...change }))).caseId;
}

async function act(caseId: string, type: string, detail: Record<string, unknown> = {}): Promise<any> {
  const confirm = ['finish-unhandled', 'fees-unpaid'].map((code) => ({ code, reason: 'thử xem' }));
  return at.get('case.act', { caseId, act: { type, ...detail }, confirm });
}

async function paper(caseId: string, form: string): Promise<string> {
  return paperWords(at, (await at.get('paper.render', { caseId, form })).documentId);
}

describe('copies that were handed in are counted as copies', () => {
  const certified = { procedureCode: '2.000815', pages: undefined };
  const copies = [
    { paper: 'Bằng tốt nghiệp đại học', pages: 2, copies: 5 },
    { paper: 'Căn cước công dân', pages: 2, copies: 3 },
  ];

  test.each<[string, object, readonly string[], string | null]>([
    [
      'the originals were shown and went home again',
      { originals: 0, copies: 1 },
      ['Bằng tốt nghiệp đại học (2 trang) – 05', 'Căn cước công dân (2 trang) – 03'],
      null,
    ],
    [
      'both originals stay here until it is done',
      { originals: 2, copies: 8 },
      ['Bằng tốt nghiệp đại học (2 trang) 01 05', 'Căn cước công dân (2 trang) 01 03'],
      'Bản chính và bản sao cần chứng thực 02',
    ],
    [
      'one original of two papers: nobody said of which, so it stays one line',
      { originals: 1, copies: 8 },
      ['Bản chính và bản sao cần chứng thực 01 08'],
      'Bản chính và bản sao cần chứng thực 01',
    ],
  ])('%s', async (_what, counts, rows, back) => {
    const caseId = await receive({ ...certified, copies, components: [{ index: 0, ...counts }] });
    const receipt = await paper(caseId, 'mau-01');
    for (const row of rows) expect(receipt).toContain(row);
    expect(receipt).toContain('Phí chứng thực bản sao (Bằng tốt nghiệp đại học: 2 trang × 5 bản; ');
    await act(caseId, 'finish', { result: 'Bản sao được chứng thực' });
    await act(caseId, 'return', {
      receiver: { fullName: longest.fullName, idNumber: longest.idNumber, as: 'applicant' },
    });
    const slip = await paper(caseId, 'tra-ket-qua');
    if (back === null) expect(slip).not.toContain('Bản chính đã nhận');
    else expect(slip).toContain(back);
  });

  test('a file that is stopped goes home as it was taken in, paper by paper', async () => {
    const caseId = await receive({ ...certified, copies, components: [{ index: 0, originals: 2, copies: 8 }] });
    await act(caseId, 'withdraw', { reason: 'Không cần nữa' });
    await act(caseId, 'stop', { reason: 'Người nộp rút hồ sơ' });
    const receiver = { fullName: longest.fullName, idNumber: longest.idNumber, as: 'applicant' };
    await act(caseId, 'return', { receiver });
    for (const form of ['mau-05', 'tra-ho-so'])
      for (const row of ['Bằng tốt nghiệp đại học (2 trang) 01 05', 'Căn cước công dân (2 trang) 01 03'])
        expect(await paper(caseId, form)).toContain(row);
  });
});

test('a fee is said in one line, with one colon', async () => {
  const receipt = await paper(await receive({ procedureCode: '2.000635', copies: [{ copies: 5 }] }), 'mau-01');
  expect(receipt).toContain('Phí cấp bản sao trích lục hộ tịch (5 bản): 40.000 đ');
});

test('the result and its originals stand on one page for an ordinary case, with the longest names', async () => {
  for (const [procedureCode, components] of [
    ['1.001193', papers],
    ['2.000815', papers.slice(0, 1)],
  ] as const) {
    const caseId = await receive({ procedureCode, components, ...(procedureCode === '2.000815' ? { pages: 3 } : {}) });
    await act(caseId, 'finish', { result: 'Giấy khai sinh và bản sao trích lục', resultNumber: '123/TLKS-BS' });
    await act(caseId, 'return', {
      receiver: {
        fullName: 'TRẦN VĂN BÌNH',
        idNumber: '079190009999',
        as: 'proxy',
        authorisation: 'Giấy ủy quyền số 12',
      },
    });
    const { documentId } = await at.get('paper.render', { caseId, form: 'tra-ket-qua' });
    // Two copies of one page each.
    expect((await at.get('paper.view', { documentId })).pages).toHaveLength(2);
  }
});

describe('letters of the agency that decides', () => {
  const processing = async (procedureCode = '2.000286') => {
    const caseId = await receive({ procedureCode });
    await act(caseId, 'transfer');
    return caseId;
  };

  test('a refusal names it as a sentence does, and leaves the number to its records office', async () => {
    const caseId = await processing();
    clockAt(at, '2026-11-24T10:00:00', 'officer');
    await act(caseId, 'refuse', { reason: 'Không thuộc đối tượng', legalBasis: 'Luật Cư trú Điều 20' });
    const letter = await paper(caseId, 'mau-03');
    expect(letter).toContain('Qua thẩm định, UBND phường Cát Lái thông báo');
    expect(letter).toContain('Số: ………/………');
    expect(letter).toContain('Số và ký hiệu do văn thư cơ quan ban hành ghi; số theo dõi tại Trung tâm: 01-Q1');
    expect(letter).not.toContain('PTC');
  });

  test.each([
    ['before the promise', '2026-11-27T10:00:00', 'không quá một lần (khoản 6 Điều 19 Nghị định 118/2025/NĐ-CP)'],
    ['overdue', '2026-12-09T10:00:00', 'Văn bản này được gửi theo khoản 5 Điều 12 Nghị định 118/2025/NĐ-CP'],
  ])('an apology %s rests on its own article', async (_when, now, said) => {
    const caseId = await processing();
    at.desk.setClock(Date.parse(`${now}+07:00`));
    clockAt(at, now, 'officer');
    await act(caseId, 'extend', { reason: 'Chờ xác minh', newDueAt: '2026-12-18T10:00:00+07:00' });
    const letter = await paper(caseId, 'mau-04');
    expect(letter).toContain(said);
    for (const other of ['khoản 6 Điều 19', 'khoản 5 Điều 12'])
      expect(letter.includes(other), other).toBe(said.includes(other));
  });
});

test('a notice that a case stops asks for no fee that nobody paid (NĐ 118/2025 Điều 21 k1)', async () => {
  const caseId = await receive({ procedureCode: '1.004859' });
  await act(caseId, 'withdraw', { reason: 'Người nộp đổi ý' });
  await act(caseId, 'stop', { reason: 'Chấp thuận đề nghị' });
  const notice = await paper(caseId, 'mau-05');
  expect(notice).toContain('Hồ sơ chưa nộp phí, lệ phí.');
  expect(notice).not.toContain('niêm yết');
});

test('what is free is free on screen and on paper, in the same words (Luật Hộ tịch Điều 11 k1b)', async () => {
  const { fees } = await at.get('procedure.fees', { code: '1.001193' });
  expect(fees[0].free).toMatch(/^miễn khi đăng ký đúng hạn \(/);
  expect(await paper(await receive({ procedureCode: '1.001193' }), 'mau-01')).toContain(fees[0].free);
});

test('an amount to be paid has its unit once', async () => {
  const caseId = await receive({ procedureCode: '1.013978' });
  await act(caseId, 'transfer');
  clockAt(at, '2026-11-24T13:00:00', 'officer');
  await act(caseId, 'request-obligation', { reason: 'Lệ phí trước bạ', amount: 12_000_000 });
  const notice = await paper(caseId, 'nghia-vu');
  expect(notice).toContain('12.000.000 đ (bằng chữ: Mười hai triệu đồng)');
});
