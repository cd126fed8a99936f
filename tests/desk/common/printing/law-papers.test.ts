import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { opening } from '../../../support/counter/intake-desk.ts';
import { collecting, float } from '../../../support/counter/money-desk.ts';
import { type TestDesk, clockAt, openPracticeDesk, reception, someoneCame } from '../../../support/desk/test-desk.ts';
import { wordsOf } from '../../../support/papers/page-boxes.ts';
import { paperWords } from '../../../support/papers/paper-words.ts';

// Papers are drawn with real fonts, on a machine that builds at the same time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let at: TestDesk;
beforeEach(async () => {
  at = await openPracticeDesk();
});
afterEach(() => at.end());

async function act(caseId: string, type: string, detail: Record<string, unknown> = {}): Promise<any> {
  return at.get('case.act', { caseId, act: { type, ...detail } });
}

async function receive(change: Record<string, unknown>): Promise<string> {
  return (await at.get('case.receive', reception({ components: [{ index: 0, originals: 1, copies: 0 }], ...change })))
    .caseId;
}

async function paper(caseId: string, form: string): Promise<string> {
  return paperWords(at, (await at.get('paper.render', { caseId, form })).documentId);
}

/** To the department that decides it, on a list that both sides sign. */
async function handedToDepartment(): Promise<{ caseId: string; listed: string }> {
  const caseId = await receive({ procedureCode: '1.010803' });
  clockAt(at, '2026-11-23T10:00:00');
  const to = { kind: 'unit', name: 'Sở Nội vụ' };
  const { handOver } = await at.get('handOver.make', {
    to,
    caseIds: [caseId],
    note: '',
    requestId: crypto.randomUUID(),
  });
  clockAt(at, '2026-11-25T08:30:00');
  await act(caseId, 'leg-received', { at: '2026-11-25T08:00:00+07:00', by: 'Lê Văn Tư' });
  return { caseId, listed: handOver.documents[0].documentId };
}

describe('a file that another agency decides (NĐ 118/2025 Điều 14, Điều 20)', () => {
  test('Mẫu 06 has a row for its way there and its way back, with the work and the time', async () => {
    const { caseId } = await handedToDepartment();
    const there = await paper(caseId, 'mau-06');
    expect(there).toContain('Cơ quan (bộ phận) giải quyết hồ sơ: Sở Nội vụ');
    expect(there).toContain('2. Nhận: Sở Nội vụ 10 giờ 00 phút, ngày 23 tháng 11 năm 2026');
    expect(there).toContain('Người nhận Lê Văn Tư');
    expect(there.replaceAll(' ', '')).toContain('Giảiquyếthồsơ;thờihạn:10ngàylàmviệc;nhận08:0025/11/2026');
    await someoneCame(at, '2026-12-02T09:00:00');
    clockAt(at, '2026-12-09T17:30:00');
    await act(caseId, 'leg-finished', { result: 'Quyết định', returnedAt: '2026-12-09T17:20:00+07:00' });
    const back = await paper(caseId, 'mau-06');
    expect(back).toContain('1. Giao: Sở Nội vụ');
    // Its ten working days ended on that day at 17:00: the day is the border, as in the register.
    expect(back).toContain('Đúng hạn');
  });

  test('what did not arrive, and what came back incomplete, are rows as well', async () => {
    const caseId = await receive({ procedureCode: '1.004222', channel: 'online', competentUnit: { code: '27637' } });
    await act(caseId, 'send-leg');
    clockAt(at, '2026-11-23T10:00:00');
    await act(caseId, 'leg-received', { at: '2026-11-23T09:30:00+07:00', by: 'Cổng' });
    await act(caseId, 'leg-returned-incomplete', { reason: 'Thiếu chữ ký' });
    const slip = await paper(caseId, 'mau-06');
    expect(slip).toContain('1. Giao: Công an Xã Bình Chánh (Hồ Chí Minh)');
    expect(slip.replaceAll(' ', '')).toContain('Trảlạihồsơ:Thiếuchữký');
  });

  test('the hand-over list names the work and the time of the agency (Điều 20)', async () => {
    const { listed } = await handedToDepartment();
    const list = await paperWords(at, listed);
    expect(list).toContain('Nội dung công việc Thời hạn giải quyết');
    expect(list.replaceAll(' ', '')).toContain('Giảiquyếthồsơ10ngàylàmviệc');
    expect(list).toContain('chưa đối chiếu');
  });

  test('an interlinked file names each agency on the list and those that work with the first on Mẫu 06', async () => {
    const caseId = await receive({ procedureCode: '3.000722', channel: 'online' });
    clockAt(at, '2026-11-23T14:00:00');
    await act(caseId, 'transfer');
    await act(caseId, 'leg-finished', { result: 'Giấy khai sinh', returnedAt: '2026-11-23T14:00:00+07:00' });
    const slip = await paper(caseId, 'mau-06');
    expect(slip).toContain('Cơ quan (bộ phận) giải quyết hồ sơ: UBND phường Cát Lái');
    expect(slip).toContain('Cơ quan phối hợp giải quyết hồ sơ: Công an Phường Cát Lái; Cơ quan Bảo hiểm xã hội');
  });
});

describe('the agency that handles a file, by one name (Điều 19 k6)', () => {
  const late = { reason: 'Chờ xác minh', newDueAt: '2026-12-10T17:00:00+07:00' };

  test('the police of the ward: register, Mẫu 06 and Mẫu 04 say so, and the centre says that it only prepared the letter', async () => {
    const caseId = await receive({ procedureCode: '1.004222' });
    const { rows } = await at.get('register.list', { from: '2026-11-23', to: '2026-11-23' });
    expect(rows[0].authority).toBe('Công an Phường Cát Lái');
    await act(caseId, 'transfer', { to: 'officer' });
    expect(await paper(caseId, 'mau-06')).toContain('Cơ quan (bộ phận) giải quyết hồ sơ: Công an phường Cát Lái');
    at.sit('officer');
    const { documents } = await act(caseId, 'extend', late);
    const letter = await paperWords(at, documents[0].documentId);
    expect(letter).toMatch(/CÔNG AN THÀNH PHỐ HỒ CHÍ MINH CÔNG AN PHƯỜNG CÁT LÁI .* Số: ………\/………/);
    expect(letter).toContain('Công an phường Cát Lái trân trọng gửi lời xin lỗi');
    expect(letter).toContain('TRƯỞNG CÔNG AN (Ký, ghi rõ họ tên và đóng dấu; cấp phó ký thay ghi KT.');
    expect(letter).toContain(
      'Trung tâm Phục vụ hành chính công phường Cát Lái chuẩn bị văn bản này (số theo dõi 01-Q1) để Công an phường Cát Lái xem xét, cấp số và ký; chưa được ký, đóng dấu thì chưa có giá trị.',
    );
    expect(letter).not.toContain('cơ quan chuyên môn');
  });

  test('a department of the province: its header, its director, and no place that is not its own', async () => {
    const { caseId } = await handedToDepartment();
    at.sit('officer');
    const { documents } = await act(caseId, 'extend', late);
    const letter = await paperWords(at, documents[0].documentId);
    expect(letter).toMatch(/UBND THÀNH PHỐ HỒ CHÍ MINH SỞ NỘI VỤ .* ………, ngày 25 tháng 11 năm 2026/);
    expect(letter).toContain('Lưu: VT. GIÁM ĐỐC');
    const { rows } = await at.get('register.list', { from: '2026-11-23', to: '2026-11-23' });
    expect(rows[0].authority).toBe('Sở Nội vụ');
  });
});

describe('who a paper is of', () => {
  const business = { kind: 'business', fullName: 'CÔNG TY TNHH MẪU', idNumber: '0312345678', address: '1 Lê Lợi' };

  test('an organisation has a tax code, a person a number of their own', async () => {
    const firm = await at.get(
      'case.receive',
      reception({
        components: [{ index: 0, originals: 1, copies: 0 }],
        applicant: business,
      }),
    );
    const one = await paperWords(at, firm.documents[0].documentId);
    expect(one).toContain('Mã số thuế: 0');
    expect(one).not.toContain('Số định danh cá nhân');
    const person = await at.get('case.receive', reception({ components: [{ index: 0, originals: 1, copies: 0 }] }));
    expect(await paperWords(at, person.documents[0].documentId)).toContain('Số định danh cá nhân: 0');
    const { resultDelivery, procedureCode, channel } = reception();
    const { pages } = await at.get('paper.preview', {
      procedureCode,
      channel,
      applicant: business,
      submitter: null,
      components: [{ index: 0, originals: 1, copies: 0 }],
      quantity: 1,
      resultDelivery,
    });
    expect(wordsOf(pages)).toContain('Mã số thuế: 0');
  });

  test('the paper by which somebody files for another stands on Mẫu 01 (Điều 6 k2c)', async () => {
    const submitter = {
      kind: 'citizen',
      fullName: 'LÊ VĂN BÌNH',
      idNumber: '079088005678',
      authorisation: 'Giấy ủy quyền số 15/UQ ngày 20/11/2026',
    };
    const { documents } = await at.get(
      'case.receive',
      reception({ components: [{ index: 0, originals: 1, copies: 0 }], submitter }),
    );
    const receipt = await paperWords(at, documents[0].documentId);
    expect(receipt).toContain('Nộp thay theo giấy ủy quyền: Giấy ủy quyền số 15/UQ ngày 20/11/2026');
  });
});

test('an invitation to pay is dated by the day it is made, and stays so', async () => {
  const caseId = await receive({ procedureCode: '2.000884' });
  clockAt(at, '2026-11-26T09:00:00');
  const { documentId, sha256 } = await at.get('paper.render', { caseId, form: 'phieu-thanh-toan' });
  expect(await paperWords(at, documentId)).toContain('Cát Lái, ngày 26 tháng 11 năm 2026');
  clockAt(at, '2026-11-30T09:00:00');
  expect((await at.get('paper.download', { documentId })).sha256).toBe(sha256);
});

describe('fees on paper are those to be paid now (NĐ 118/2025 Điều 5 k1 đ, Điều 24)', () => {
  const waiver = { line: 0, incentive: 'tt117-khai-thac-ho-tich', reason: 'Đã xem VNeID mức 2' };
  const again = { requestId: crypto.randomUUID(), reason: 'Ghi nhầm địa chỉ' };
  const moved = { applicant: { ...reception()['applicant'], address: '15 Lê Lợi' } };

  test('a receipt reissued after a waiver says the waiver (TT 117/2026/TT-BTC Điều 1); the one before stays byte for byte', async () => {
    const input = reception({ components: [], procedureCode: '2.000635', channel: 'online' });
    const { caseId, documents } = await at.get('case.receive', input);
    const [old] = documents;
    const before = await at.get('paper.download', { documentId: old.documentId });
    expect(await paperWords(at, old.documentId)).toMatch(/ Phí [^:]*: 8\.000 đ/);
    await at.get('money.waive', { caseId, ...waiver });
    clockAt(at, '2026-11-23T10:30:00');
    const made = await at.get('case.correct', { caseId, ...again, change: moved });
    const anew = await paperWords(at, made.documents[0].documentId);
    expect(anew).toMatch(/: 0 đ(ồng)? /);
    expect(anew).toMatch(/mức thu 8\.000 đ.*TT 117\/2026/);
    expect(await at.get('paper.download', { documentId: old.documentId })).toEqual(before);
    expect((await at.get('money.assess', { caseId })).due).toBe(0);
  });

  test('a form kept from before says what it said: the fees of the reception', async () => {
    const now = readFileSync(path.resolve(import.meta.dirname, '../../../../resources/forms/mau-01.json'), 'utf8');
    const before = now
      .replace('"when": "payable"', '"when": "fees"')
      .replace('"each": "payable"', '"each": "fees"')
      .replace('"{item.said}: {item.amountText}[ ({item.words})][; {item.note}]"', '"Lệ phí cũ: {item.amountText}"');
    mkdirSync(`${at.folder}/forms`, { recursive: true });
    writeFileSync(`${at.folder}/forms/mau-01.json`, before);
    const { caseId } = await at.get(
      'case.receive',
      reception({ components: [], procedureCode: '2.000635', channel: 'online' }),
    );
    await at.get('money.waive', { caseId, ...waiver });
    clockAt(at, '2026-11-23T10:30:00');
    const made = await at.get('case.correct', { caseId, ...again, change: moved });
    const [{ documentId, sha256 }] = made.documents;
    expect(await paperWords(at, documentId)).toContain('Lệ phí cũ: 8.000 đ');
    writeFileSync(`${at.folder}/forms/mau-01.json`, now);
    expect((await at.get('paper.download', { documentId })).sha256).toBe(sha256);
  });

  test('what was paid says its receipt, on Mẫu 01 and on the notice that the case stops (Mẫu 05)', async () => {
    const caseId = await receive({ procedureCode: '2.000884' });
    await at.get('till.open', { float });
    const { receipt } = await at.get('money.collect', collecting(caseId, { method: 'transfer' }));
    clockAt(at, '2026-11-23T10:30:00');
    const made = await at.get('case.correct', { caseId, ...again, requestId: crypto.randomUUID(), change: moved });
    const paid = `đã nộp, biên lai số ${receipt.number}`;
    expect(await paperWords(at, made.documents[0].documentId)).toContain(paid);
    await act(caseId, 'withdraw', { reason: 'Không còn nhu cầu' });
    at.sit('officer');
    const { documents } = await act(caseId, 'stop', { reason: 'Theo đề nghị' });
    expect(await paperWords(at, documents[0].documentId)).toContain(paid);
  });

  test('«Phí, lệ phí» is said once', async () => {
    const { documents } = await at.get(
      'case.receive',
      reception({ components: [{ index: 0, originals: 1, copies: 0 }], procedureCode: '1.001612' }),
    );
    expect(await paperWords(at, documents[0].documentId)).not.toContain('Phí, lệ phí: Phí, lệ phí');
  });
});

test('originals that were taken in stand on the slip of the return, to be given back (Điều 22)', async () => {
  const components = [
    { index: 0, originals: 1, copies: 1 },
    { index: 1, originals: 0, copies: 2 },
  ];
  const caseId = await receive({ procedureCode: '1.001612', components });
  await act(caseId, 'transfer', { to: 'officer' });
  clockAt(at, '2026-11-25T09:00:00', 'officer');
  await act(caseId, 'finish', { result: 'Giấy chứng nhận' });
  at.sit('clerk');
  await act(caseId, 'announce', { how: 'phone' });
  const receiver = { fullName: 'NGUYỄN THỊ ĐẶNG ÁNH', idNumber: '079190001234', as: 'applicant', receiptLost: false };
  const { documents } = await act(caseId, 'return', { receiver });
  const slip = await paperWords(at, documents[0].documentId);
  expect(slip).toContain('Bản chính đã nhận khi tiếp nhận, trả lại cho người nộp (Điều 22');
  expect(slip).toMatch(/TT Bản chính Số bản Đã trả \/ lưu 1 .* 01 Ngày trả kết quả/);
});

test('guidance tells how the file goes (Điều 16) without a note of ours, and stays as it was told', async () => {
  const guided = await at.get('intake.open', opening({ act: { type: 'guide', items: ['Ảnh 4x6'] } }));
  const { documentId, sha256 } = guided.documents[0];
  const first = await paperWords(at, documentId);
  expect(first).toMatch(/Trình tự giải quyết: \(1\) Tiếp nhận.*Trả kết quả ?\. 4\. Phí, lệ phí/);
  expect(first).not.toContain('khung trình tự chung');
  at.sit('supervisor');
  const code = opening()['procedureCode'];
  const { steps } = await at.get('procedure.process', { code });
  const [begin, ...others] = steps;
  await at.get('procedure.setProcess', {
    code,
    steps: [{ ...begin, name: 'Tiếp nhận tại quầy' }, ...others],
    reason: 'Quyết định số 5',
  });
  at.sit('clerk');
  expect((await at.get('paper.download', { documentId })).sha256).toBe(sha256);
  const next = await at.get('intake.open', opening({ act: { type: 'guide', items: ['Ảnh 4x6'] } }));
  const told = await paperWords(at, next.documents[0].documentId);
  expect(told).toContain('(1) Tiếp nhận tại quầy');
  expect(told).not.toContain('khung trình tự chung');
});
