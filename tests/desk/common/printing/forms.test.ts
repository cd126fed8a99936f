import fc from 'fast-check';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type TestDesk, openPracticeDesk, reception } from '../../../support/desk/test-desk.ts';
import { paperWords } from '../../../support/papers/paper-words.ts';

// Papers are drawn with real fonts, on a machine that builds at the same time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let at: TestDesk;
beforeEach(async () => {
  at = await openPracticeDesk();
});
afterEach(() => at.end());

type Done = { dueAt: string; documents: { form: string; documentId: string; sha256: string }[] };
type Made = { at: string; type: string; detail: { form: string; number: number } };

/** A day's work: each act by who may do it, an hour after the one before. */
async function act(
  caseId: string,
  type: string,
  detail: Record<string, unknown> = {},
  by: 'clerk' | 'officer' = 'clerk',
): Promise<Done> {
  at.clock.at += 3_600_000;
  at.sit(by);
  const codes = ['date-far', 'fees-unpaid', 'finish-unhandled'] as const;
  const confirm = codes.map((code) => ({ code, reason: 'để thử' }));
  const done = await at.get('case.act', { caseId, act: { type, ...detail }, confirm });
  expect(done.paperFault).toBeNull();
  return done;
}

/** A household business: three working days, so that there is time for everything. */
async function receive(change: Record<string, unknown> = {}): Promise<string> {
  at.sit('clerk');
  const components = [{ index: 0, originals: 1, copies: 2 }];
  const input = reception({ procedureCode: '1.001612', components, ...change });
  return (await at.get('case.receive', input)).caseId;
}

async function paperOf(done: Done, form: string): Promise<string> {
  expect(done.documents.map((document) => document.form)).toEqual([form]);
  return paperWords(at, done.documents[0]?.documentId ?? '');
}

async function transferred(): Promise<string> {
  const caseId = await receive();
  await act(caseId, 'transfer', { to: 'officer' });
  return caseId;
}

const items = ['Bản chính giấy đề nghị có chữ ký', 'Bản sao biên bản họp thành viên hộ gia đình'];
const supplement = { items, reason: 'Giấy đề nghị chưa ký' };
const names = { clerk: 'Người nhận', officer: 'Người xử lý' };

describe('each act makes the paper that goes with it', () => {
  beforeEach(async () => {
    at.sit('admin');
    const { accounts } = await at.get('account.list');
    for (const { username, fullName } of accounts) Object.assign(names, { [username]: fullName });
  });

  test('request-supplement: every missing paper in its number, why, and whom to ask', async () => {
    const caseId = await transferred();
    const text = await paperOf(await act(caseId, 'request-supplement', supplement, 'officer'), 'mau-02');
    expect(text).toContain('Số: 01/HDHS');
    expect(text).toContain(
      '1. Bản chính giấy đề nghị có chữ ký 2. Bản sao biên bản họp thành viên hộ gia đình Lý do: Giấy đề nghị chưa ký',
    );
    expect(text).toContain(`liên hệ ${names.officer}`);
    expect(text).toContain(`NGƯỜI HƯỚNG DẪN (Ký và ghi rõ họ tên) ${names.officer}`);
  });

  test('supplement: the receipt again, with the new promise and both moments', async () => {
    const caseId = await transferred();
    const { dueAt } = await act(caseId, 'request-supplement', supplement, 'officer');
    at.clock.at = Date.parse('2026-11-25T08:00:00+07:00');
    const done = await act(caseId, 'supplement');
    expect([dueAt, done.dueAt]).toEqual(['2026-11-27T17:00:00+07:00', '2026-11-30T17:00:00+07:00']);
    const text = await paperOf(done, 'mau-01');
    expect(text).toContain('5. Thời gian trả kết quả giải quyết hồ sơ: 17 giờ 00 phút, ngày 30 tháng 11 năm 2026');
    expect(text).toContain('4. Thời gian nhận hồ sơ: 09 giờ 00 phút, ngày 25 tháng 11 năm 2026');
    expect(text).toContain('(Nộp lần đầu 09 giờ 00 phút, ngày 23 tháng 11 năm 2026; đã bổ sung đầy đủ)');
  });

  test('refuse: the reason and the law, and no code', async () => {
    const caseId = await transferred();
    const done = await act(
      caseId,
      'refuse',
      { reason: 'Ngành nghề bị cấm đầu tư kinh doanh', legalBasis: 'Điều 6 Luật Đầu tư' },
      'officer',
    );
    const text = await paperOf(done, 'mau-03');
    expect(text).toContain('PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ');
    expect(text).toContain('như sau: Ngành nghề bị cấm đầu tư kinh doanh Căn cứ pháp lý: Điều 6 Luật Đầu tư');
    expect(text).not.toMatch(/refused|form-|wrong-status/);
  });

  test('extend: the old date and the new one, the apology, and the director signs', async () => {
    const caseId = await transferred();
    const before = (await at.get('case.get', { caseId })).state.dueAt as string;
    const done = await act(
      caseId,
      'extend',
      { reason: 'Chờ ý kiến cơ quan chuyên ngành', newDueAt: '2026-12-02T17:00:00+07:00' },
      'officer',
    );
    const text = await paperOf(done, 'mau-04');
    expect(text).toContain(
      `Ngày hẹn trả kết quả giải quyết hồ sơ: ${before.slice(11, 13)} giờ ${before.slice(14, 16)} phút, ngày ${before.slice(8, 10)} tháng 11 năm 2026.`,
    );
    expect(text).toContain('Thời gian hẹn trả kết quả lại: 17 giờ 00 phút, ngày 02 tháng 12 năm 2026');
    expect(text).toContain('trân trọng gửi lời xin lỗi đến Ông/Bà');
    // The agency that handles the file apologises, and its head signs (NĐ 118/2025 Điều 19 k6): for a household business the committee.
    expect(text).toMatch(/KHÔNG CÓ GIÁ TRỊ ỦY BAN NHÂN DÂN PHƯỜNG CÁT LÁI CỘNG HÒA .*Số: ………\/………/);
    expect(text).toContain('cho UBND phường Cát Lái');
    expect(text).toContain('UBND phường Cát Lái trân trọng gửi lời xin lỗi');
    expect(text).toMatch(/Nơi nhận: - Như trên; .* CHỦ TỊCH/);
    expect(text).not.toContain('chuẩn bị văn bản này');
  });

  test('stop: who asked, how far it had come, and what goes back', async () => {
    const caseId = await transferred();
    await act(caseId, 'withdraw', { reason: 'Không còn nhu cầu' });
    const text = await paperOf(await act(caseId, 'stop', { reason: 'Đã trả lại giấy tờ' }, 'officer'), 'mau-05');
    expect(text).toContain(
      'người nộp hồ sơ đề nghị dừng giải quyết hồ sơ với lý do: Không còn nhu cầu. Trung tâm xem xét: Đã trả lại giấy tờ.',
    );
    expect(text).toContain('Khi dừng, hồ sơ đang được giải quyết. Hồ sơ chưa có quyết định');
    // What nobody compared is said in the small print at the foot, never under the title of a notice that is signed.
    expect(text).not.toContain('mẫu gốc');
    expect(text).toMatch(/Mắt xích sổ [0-9a-f]{16}$/);
    expect(text).toMatch(/TT Tên giấy tờ Bản chính Bản sao 1 .* 01 02/);
  });

  test('close-unsupplemented: in words, never by the code of the journal', async () => {
    const caseId = await transferred();
    await act(caseId, 'request-supplement', supplement, 'officer');
    at.clock.at += 10 * 86_400_000;
    at.sit('clerk');
    await at.get('account.signOut');
    at.clock.at += 10 * 86_400_000;
    const text = await paperOf(await act(caseId, 'close-unsupplemented'), 'mau-05');
    expect(text).toContain('Quá 15 ngày kể từ ngày yêu cầu, Trung tâm chưa nhận được giấy tờ cần bổ sung.');
    expect(text).toContain('đang chờ bổ sung giấy tờ');
    expect(text).not.toContain('unsupplemented');
  });

  test('return: to whom, by which paper, and that the receipt was lost', async () => {
    const caseId = await transferred();
    await act(
      caseId,
      'finish',
      { result: 'Giấy chứng nhận đăng ký hộ kinh doanh', resultNumber: '41X8012345' },
      'officer',
    );
    const receiver = {
      fullName: 'LÊ VĂN BÌNH',
      idNumber: '079088005678',
      as: 'proxy',
      authorisation: 'Giấy ủy quyền số 15/UQ',
      receiptLost: true,
    };
    const text = await paperOf(await act(caseId, 'return', { receiver }), 'tra-ket-qua');
    expect(text).toContain('Nhận thay theo giấy ủy quyền: Giấy ủy quyền số 15/UQ');
    expect(text).toContain('Người nhận báo mất Giấy tiếp nhận');
    expect(text).toContain('41X8012345');
    expect(text).toContain('0•••••••5678');
    expect(text).not.toContain('079088005678');
  });
});

describe('a paper that is asked for', () => {
  test('is not made of a case that has no such paper, and the sentence says why', async () => {
    const caseId = await receive();
    const made = ['mau-02', 'mau-03', 'mau-04', 'mau-05', 'mau-06', 'tra-ket-qua'];
    for (const form of [...made, 'mau-07', 'ban-giao', 'huong-dan', 'test-page']) {
      const { fault } = await at.call('paper.render', { caseId, form });
      expect(fault).toMatchObject({ code: 'form-not-applicable', data: { form } });
      expect(fault.message).toMatch(/^Không lập được giấy «.+»: .{10,}\. \| The paper “.+” cannot be made: .{10,}\.$/);
    }
    for (const [form, place] of [
      ['mau-07', 'Sổ theo dõi hồ sơ'],
      ['ban-giao', 'Bàn giao (F10)'],
    ])
      expect((await at.call('paper.render', { caseId, form })).fault.message).toContain(place);
    for (const form of ['mau-99', 'constructor', '__proto__']) {
      expect(await at.call('paper.render', { caseId, form })).toMatchObject({ fault: { code: 'form-unknown' } });
    }
  });

  test('is the same document while nothing new happened, its number included', async () => {
    const caseId = await transferred();
    const { documents } = await act(caseId, 'request-supplement', supplement, 'officer');
    const again = await at.get('paper.render', { caseId, form: 'mau-02' });
    expect(again).toMatchObject({ documentId: documents[0]?.documentId, sha256: documents[0]?.sha256 });
    const course = await at.get('paper.render', { caseId, form: 'qua-trinh' });
    expect(await at.get('paper.render', { caseId, form: 'qua-trinh' })).toEqual(course);
    expect(await paperWords(at, course.documentId)).toContain('Yêu cầu bổ sung: Giấy đề nghị chưa ký');
  });

  test('can be asked for twice at once, and is one document', async () => {
    const caseId = await transferred();
    const [one, two] = await Promise.all([1, 2].map(() => at.get('paper.render', { caseId, form: 'qua-trinh' })));
    expect(one).toEqual(two);
  });
});

describe('the running number of a form', () => {
  test('goes up by one, whoever asks at once, and is never on two papers', async () => {
    const caseIds: string[] = [];
    for (let count = 0; count < 6; count += 1) caseIds.push(await transferred());
    at.sit('officer');
    await Promise.all(
      caseIds.map((caseId) => at.get('case.act', { caseId, act: { type: 'request-supplement', ...supplement } })),
    );
    const numbers: number[] = [];
    for (const caseId of caseIds) {
      const { actions } = await at.get('case.get', { caseId });
      const made = actions.findLast(({ type, detail }: Made) => type === 'document-made' && detail.form === 'mau-02');
      numbers.push(made.detail.number);
    }
    expect(numbers.toSorted((one, other) => one - other)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(at.desk.verify().checks.flatMap(({ found }) => found)).toEqual([]);
  });

  test('whatever the forms and the years, no number comes twice and none is left out', async () => {
    type Wish = { readonly form: 'mau-02' | 'mau-03' | 'mau-04'; readonly days: number };
    const wishes = fc.array(
      fc.record({ form: fc.constantFrom('mau-02', 'mau-03', 'mau-04'), days: fc.constantFrom(0, 0, 1, 60) }),
      { minLength: 3, maxLength: 6 },
    );
    const acts = {
      'mau-02': ['request-supplement', supplement],
      'mau-03': ['refuse', { reason: 'Không đủ điều kiện', legalBasis: 'Điều 6 Luật Đầu tư' }],
      'mau-04': ['extend', { reason: 'Chờ ý kiến', newDueAt: '2027-06-01T17:00:00+07:00' }],
    } as const;
    await fc.assert(
      fc.asyncProperty(wishes as fc.Arbitrary<Wish[]>, async (list) => {
        const desk = at;
        at = await openPracticeDesk();
        const found = new Map<string, number[]>();
        for (const { form, days } of list) {
          at.clock.at += days * 86_400_000;
          // The desk would not believe a jump of two months by itself.
          at.desk.setClock(null);
          if (days > 0) at.desk.setClock(at.clock.at);
          const caseId = await transferred();
          const [type, detail] = acts[form];
          await act(caseId, type, detail, 'officer');
          const { actions } = await at.get('case.get', { caseId });
          const made = actions.findLast(({ type: done }: Made) => done === 'document-made');
          const key = `${form} ${made.at.slice(0, 4)}`;
          found.set(key, [...(found.get(key) ?? []), made.detail.number]);
        }
        await at.end();
        at = desk;
        for (const numbers of found.values()) expect(numbers).toEqual(numbers.map((_, index) => index + 1));
      }),
      { seed: 20261122, numRuns: 4, endOnFailure: true },
    );
  });
});

describe('a form that is changed', () => {
  function changeForm(form: string, text: string): void {
    mkdirSync(`${at.folder}/forms`, { recursive: true });
    writeFileSync(`${at.folder}/forms/${form}.json`, text);
  }

  function builtIn(form: string): string {
    return readFileSync(path.resolve(import.meta.dirname, `../../../../resources/forms/${form}.json`), 'utf8');
  }

  test('changes the next paper and no paper before it, and neither does a broken one', async () => {
    const caseId = await transferred();
    const { documents } = await act(caseId, 'request-supplement', supplement, 'officer');
    const { documentId = '', sha256 } = documents[0] ?? {};
    const before = await at.get('paper.download', { documentId });
    changeForm('mau-02', builtIn('mau-02').replace('PHIẾU YÊU CẦU BỔ SUNG', 'PHIẾU CỦA PHƯỜNG: BỔ SUNG'));
    expect(await at.get('paper.download', { documentId })).toEqual(before);
    const next = await at.get('paper.render', { caseId, form: 'mau-02' });
    expect(next.sha256).not.toBe(sha256);
    expect(await paperWords(at, next.documentId)).toContain('PHIẾU CỦA PHƯỜNG');
    expect(await paperWords(at, documentId)).not.toContain('PHIẾU CỦA PHƯỜNG');
    changeForm('mau-02', '{ broken');
    expect((await at.get('paper.download', { documentId })).sha256).toBe(sha256);
    expect((await at.get('paper.download', { documentId: next.documentId })).sha256).toBe(next.sha256);
    const again = await at.get('print.again', { documentId, printer: 'laser', reason: 'kẹt giấy' });
    expect(again).toMatchObject({ form: 'mau-02', copyOf: 0 });
    await at.get('print.list');
    expect(Buffer.from(at.printer.sent[0]?.pdf ?? []).toString('base64')).toBe(before.base64);
  });
});
