import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { collecting, certified, float, openMoneyDesk } from '../../../support/counter/money-desk.ts';
import { realDesks } from '../../../support/desk/real-desk.ts';
import { type TestDesk, clockAt, openTestDesk, password, reception } from '../../../support/desk/test-desk.ts';
import { petition } from '../../../support/counter/petition-desk.ts';
import { textOfPdf } from '../../../support/papers/pdf-reader.ts';
import { opening } from '../../../support/counter/intake-desk.ts';
import { checkExport } from '../../../../electron/shell/verifier/check-export.ts';
import { gunzipSync } from 'node:zlib';

vi.setConfig({ testTimeout: 60_000 });

const idNumber = '079190009876';
const canary = {
  ...reception().applicant,
  fullName: 'LÂM CHÁNH KHẢO',
  idNumber,
  phone: '0903777888',
  address: '77 Đường Canari, phường Cát Lái',
  email: 'canary@example.test',
};
const canaries = ['LÂM CHÁNH KHẢO', 'LÂM', idNumber, '0903777888', 'Canari', 'canary@', 'lam chanh khao'];
const residence = { procedureCode: '1.004222', components: [{ index: 0, originals: 1, copies: 0 }], applicant: canary };

let at: TestDesk;
beforeEach(async () => {
  at = await openMoneyDesk();
});
afterEach(() => at.end());

const asking = { document: 'Quyết định 12/QĐ-UBND ngày 20/11/2026', password };

async function ended(change: Record<string, unknown> = residence): Promise<{ caseId: string; number: string }> {
  const { caseId, number } = await at.get('case.receive', reception(change));
  await at.get('case.act', { caseId, act: { type: 'withdraw', reason: 'Lâm Chánh Khảo đổi ý' } });
  at.sit('officer');
  await at.get('case.act', { caseId, act: { type: 'stop', reason: 'Theo đề nghị của Lâm Chánh Khảo' } });
  at.sit('clerk');
  return { caseId, number: number.official ?? number.local };
}

async function fileText({ base64 }: { base64: string }): Promise<string> {
  return (await textOfPdf(Buffer.from(base64, 'base64'))).replaceAll(/\s+/g, ' ');
}

describe('a person’s own copy', () => {
  test('holds everything on the number, of nobody else a number, and is a look that is kept', async () => {
    const other = { ...reception().applicant, fullName: 'TRẦN VĂN BẢY', idNumber: '079190005555' };
    await at.get('case.receive', reception(residence));
    await at.get(
      'case.receive',
      reception({ ...residence, applicant: other, submitter: { ...canary, authorisation: 'Giấy ủy quyền 5/2026' } }),
    );
    const { caseId } = await at.get('case.receive', reception({ ...residence, applicant: other }));
    at.sit('supervisor');
    const file = await at.get('privacy.copy', { idNumber, format: 'pdf', reason: 'Người dân đề nghị 01/DN' });
    const text = await fileText(file);
    for (const held of [
      'LÂM CHÁNH KHẢO',
      idNumber,
      '0903777888',
      'Canari',
      'canary@example.test',
      'Giấy ủy quyền 5/2026',
      'TRẦN VĂN BẢY',
    ])
      expect(text, held).toContain(held);
    expect(text).not.toContain('079190005555');
    const third = (await at.get('case.get', { caseId })).state.number.official;
    expect(text).not.toContain(third);
    expect(file.fileName).not.toMatch(/0791|KHẢO/);
    const { lines } = await at.get('account.log', { of: 'look-ups' });
    expect(lines).toContainEqual(expect.objectContaining({ type: 'looked-number', whom: idNumber }));
    const book = await at.get('privacy.copy', { idNumber, format: 'xlsx', reason: 'Người dân đề nghị 01/DN' });
    // The first copy was a look, and the second one tells it.
    expect(book.rows).toBeGreaterThan(file.rows);
    expect(
      (await at.call('privacy.copy', { idNumber: '079190000001', format: 'pdf', reason: 'Người dân đề nghị' })).fault
        .code,
    ).toBe('nothing-held');
    at.sit('clerk');
    expect((await at.call('privacy.copy', { idNumber, format: 'pdf', reason: 'Tò mò xem thử' })).fault.code).toBe(
      'forbidden',
    );
  });
});

describe('what a person’s own copy holds of others', () => {
  const other = { ...reception().applicant, fullName: 'TRẦN VĂN BẢY', idNumber: '079190005555', phone: '0903111222' };
  const submitter = { ...canary, authorisation: 'Giấy ủy quyền 5/2026' };
  const resultDelivery = { kind: 'post', address: '77 Đường Nhà Bảy' };
  const copyOf = async (whose: string) =>
    fileText(await at.get('privacy.copy', { idNumber: whose, format: 'pdf', reason: 'Người dân đề nghị' }));

  test('is nothing of where a result goes, nor of who waits: each has what is theirs', async () => {
    await at.get(
      'case.receive',
      reception({ ...residence, applicant: { ...other, address: 'Ấp Bảy' }, submitter, resultDelivery }),
    );
    const act = { type: 'guide', items: ['Ảnh 4x6'] };
    await at.get(
      'intake.open',
      opening({ applicant: { ...other, address: 'Ấp Tám' }, submitter, resultDelivery, act }),
    );
    at.sit('supervisor');
    const [theirs, own] = [await copyOf(idNumber), await copyOf(other.idNumber)];
    for (const text of ['Nhà Bảy', 'Ấp Bảy', 'Ấp Tám', '0903111222', other.idNumber]) {
      expect(theirs, text).not.toContain(text);
      expect(own, text).toContain(text);
    }
    for (const text of ['Canari', '0903777888', idNumber]) {
      expect(own, text).not.toContain(text);
      expect(theirs, text).toContain(text);
    }
  });

  test('holds what was certified, under its number and signer, and calls papers by their names', async () => {
    const paper = 'Bằng tốt nghiệp của Bảy';
    const facts = { procedureCode: '2.000815', applicant: other, copies: [{ paper, pages: 2, copies: 1 }] };
    const { caseId } = await at.get('case.receive', reception({ ...facts, submitter }));
    const signer = { name: 'Nguyễn Văn Ký', title: 'Phó Chủ tịch' };
    const { numbers } = await at.get('certification.certify', { caseId, signer });
    at.sit('supervisor');
    const [theirs, own] = [await copyOf(idNumber), await copyOf(other.idNumber)];
    for (const text of [numbers[0], 'người ký: Phó Chủ', 'Nguyễn Văn Ký', 'Giấy tiếp nhận hồ sơ'])
      expect(own.toLowerCase(), text).toContain(text.toLowerCase());
    expect(own).toContain(paper);
    expect(own).not.toMatch(/mẫu (mau-|bien-)|mau-01/);
    expect(theirs).toContain(numbers[0]);
    expect(theirs).not.toContain(paper);
  });
});

describe('who looked, for the notice of a breach', () => {
  test('names account, hour, file and person, of one account or all, and says since when it is known', async () => {
    const { caseId } = await at.get('case.receive', reception(residence));
    await at.get('case.get', { caseId });
    clockAt(at, '2026-11-23T11:00:00', 'officer');
    await at.get('case.get', { caseId });
    at.sit('supervisor');
    const asked = { from: '2026-11-23', to: '2026-11-23', format: 'pdf', reason: 'Nghi lộ dữ liệu' };
    const all = await fileText(await at.get('privacy.breach', asked));
    expect(all).toContain('(clerk)');
    expect(all).toContain('(officer)');
    expect(all).toContain('LÂM CHÁNH KHẢO');
    expect(all).toMatch(/2 lượt xem, 1 người hoặc số, từ 09:00 23\/11\/2026 đến 11:00 23\/11\/2026/);
    const one = await fileText(await at.get('privacy.breach', { ...asked, username: 'officer' }));
    expect(one).not.toContain('(clerk)');
    expect((await at.get('privacy.breach', { ...asked, from: '2026-11-20', to: '2026-11-22' })).rows).toBe(0);
  });
});

describe('looks by a whole number, and at lists', () => {
  const asked = { from: '2026-11-23', to: '2026-11-23', format: 'pdf', reason: 'Nghi lộ dữ liệu' };

  test('are kept, once in ten minutes; what found nobody, or was typed half, is none', async () => {
    await at.get('case.receive', reception(residence));
    for (const text of [
      idNumber,
      ' 079 190 009 876 ',
      `${idNumber}|||`,
      idNumber.slice(0, 8),
      '079190000001',
      '0903777888',
    ])
      await at.get('case.search', { text });
    const listed = { from: '2026-11-01', to: '2026-11-30' };
    await at.get('register.list', listed);
    await at.get('register.list', { ...listed, limit: 1 });
    await at.get('certification.book', { month: '2026-11', kind: 'copy' });
    at.sit('supervisor');
    const file = await at.get('privacy.breach', asked);
    expect(file.rows).toBe(3);
    const text = await fileText(file);
    expect(text).toContain(idNumber);
    expect(text).not.toContain('079190000001');
    expect(text).toContain('Sổ theo dõi hồ sơ 01/11/2026–30/11/2026');
    expect(text).toContain('Sổ chứng thực 11/2026');
    expect(text.match(/xem danh sách/g)).toHaveLength(2);
    const { lines } = await at.get('account.log', { of: 'look-ups' });
    expect(lines.map(({ type }: { type: string }) => type).toSorted()).toEqual(
      ['looked-export', 'looked-list', 'looked-list', 'looked-number'].toSorted(),
    );
  });
});

describe('taking a person out of a case', () => {
  test('leaves no letter of them on the disk, the chain whole, and the case what it was', async () => {
    const { caseId, number } = await ended();
    const before = (await at.get('case.get', { caseId })).state;
    at.sit('supervisor');
    await at.get('backup.make');
    const done = await at.get('privacy.erase', { caseId, ground: 'ordered', ...asking });
    expect(done).toMatchObject({ number, erased: 3, kept: [] });
    expect(done.backups).toHaveLength(1);
    expect(at.desk.verify()).toMatchObject({ ok: true });
    const { state, documents } = await at.get('case.get', { caseId });
    expect(state).toMatchObject({
      number: before.number,
      status: before.status,
      acceptedAt: before.acceptedAt,
      applicant: { fullName: 'ĐÃ XÓA', idNumber: '' },
    });
    // Its papers cannot be drawn any more: they say whose they were.
    expect((await at.call('paper.download', { documentId: documents[0].documentId })).fault.code).toBe(
      'document-differs',
    );
    for (const text of ['Lâm Chánh Khảo', idNumber, '0903777888'])
      expect((await at.get('case.search', { text })).hits).toEqual([]);
    expect((await at.get('case.search', { text: number })).hits).toMatchObject([{ caseId }]);
    const { lines } = await at.get('account.log', { of: 'office' });
    expect(lines.map(({ type }: { type: string }) => type)).toContain('case-erased');
    const { base64 } = await at.get('journal.export');
    expect(checkExport(gunzipSync(Buffer.from(base64, 'base64')).toString('utf8')).ok).toBe(true);
    await at.desk.close();
    const bytes = readdirSync(at.folder)
      .filter((name) => name.startsWith('desk.sqlite'))
      .map((name) => readFileSync(path.join(at.folder, name)).toString('utf8'))
      .join('\n');
    for (const text of canaries) expect(bytes.includes(text), text).toBe(false);
    at = openTestDesk({ folder: at.folder, at: at.clock.at });
    expect(at.desk.verify()).toMatchObject({ ok: true });
  });

  test('takes it out of the file that waited, the papers copied, the book and the draft, and names what stays', async () => {
    const paper = 'Bằng tốt nghiệp của LÂM CHÁNH KHẢO';
    const draft = { draftId: crypto.randomUUID(), label: canary.fullName, body: { applicant: canary } };
    await at.get('draft.save', draft);
    await at.get('draft.save', { ...draft, draftId: crypto.randomUUID(), label: 'khác', body: { idNumber: '0791' } });
    const filters = [
      'lam chanh khao',
      '079 190 009 876',
      '0903.777.888',
      '+84 903 777 999',
      'quá hạn',
      'lâm chánh khảong',
    ].map((text) => ({ screen: 'find', name: `Lọc ${text}`, text }));
    for (const filter of filters) await at.get('preference.saveFilter', { filter });
    const facts = { procedureCode: '2.000815', applicant: canary, copies: [{ paper, pages: 2, copies: 1 }] };
    const submitter = {
      kind: 'citizen',
      fullName: 'LÂM THỊ NỘP',
      idNumber: '079190005555',
      authorisation: 'Giấy của Khảo',
    };
    const opened = await at.get(
      'intake.open',
      opening({
        ...facts,
        submitter,
        act: { type: 'ask-supplement', items: ['Giấy của Lâm Khảo'], reason: 'Lâm Khảo thiếu giấy' },
        resultDelivery: { kind: 'post', address: canary.address },
      }),
    );
    const input = reception({ ...facts, submitter, requestId: opened.intakeId });
    const { caseId } = await at.get('case.receive', { ...input, print: true, printer: 'gone' });
    const reason = 'Ghi nhầm của Lâm Chánh Khảo';
    const change = { applicant: { ...canary, phone: '0903777999' } };
    await at.get('case.correct', { caseId, requestId: crypto.randomUUID(), reason, change });
    const signer = { name: 'Nguyễn Văn Ký', title: 'Phó Chủ tịch' };
    await at.get('certification.certify', { caseId, signer });
    at.sit('supervisor');
    await at.get('money.waive', { caseId, line: 0, amount: 0, reason: 'Lâm Khảo khó khăn', basis: 'Quyết định 5' });
    at.sit('clerk');
    const receiver = { fullName: canary.fullName, idNumber, as: 'applicant', receiptLost: false };
    await at.get('case.act', { caseId, act: { type: 'return', receiver } });
    at.sit('supervisor');
    const done = await at.get('privacy.erase', { caseId, ground: 'ordered', ...asking });
    // The reason of the correction stands in the machine's own chain.
    expect(done.kept).toEqual(['print-reasons']);
    expect(at.desk.verify()).toMatchObject({ ok: true });
    const { documents } = await at.get('case.get', { caseId });
    at.sit('clerk');
    expect((await at.get('draft.list')).drafts.map(({ label }: { label: string }) => label)).toEqual(['khác']);
    expect((await at.get('preference.mine')).filters).toEqual(filters.slice(4));
    const asked: readonly [string, object][] = [
      ['case.get', { caseId }],
      ['intake.get', { intakeId: caseId }],
      ['intake.list', { text: 'Khao' }],
      ['draft.list', {}],
      ['register.list', { from: '2026-11-01', to: '2026-11-30' }],
      ['certification.book', { month: '2026-11', kind: 'copy' }],
      ['certification.waiting', {}],
      ['case.search', { text: 'Lâm' }],
      ...documents.map(({ documentId }: any) => ['paper.view', { documentId }] as [string, object]),
    ];
    for (const [name, what] of asked) {
      const { value, ...answer } = await at.call(name, what);
      const told = JSON.stringify(value ?? answer);
      expect(told, name).not.toMatch(/Khảo|KHẢO|LÂM|09037779|Canari|canary@/);
      if (['case.get', 'intake.get'].includes(name)) expect(told, name).toContain('ĐÃ XÓA');
    }
    await at.desk.close();
    const bytes = readdirSync(at.folder)
      .filter((name) => name.startsWith('desk.sqlite'))
      .map((name) => readFileSync(path.join(at.folder, name)).toString('utf8'))
      .join('\n');
    const inTray = bytes.split(reason).join('');
    for (const text of [...canaries, '079190005555', '0903777999', paper, 'Giấy của', 'Khảo', 'khao'])
      expect(inTray.includes(text), text).toBe(false);
    at = openTestDesk({ folder: at.folder, at: at.clock.at });
    expect(at.desk.verify()).toMatchObject({ ok: true });
  });

  test('leaves the book of certifications where a term is over, and names it with petitions and later drafts', async () => {
    const paper = 'Bằng của LÂM CHÁNH KHẢO';
    const copies = [{ paper, pages: 2, copies: 1 }];
    const input = reception({ procedureCode: '2.000815', applicant: canary, copies });
    const { caseId, number } = await at.get('case.receive', input);
    await at.get('certification.certify', { caseId, signer: { name: 'Nguyễn Văn Ký', title: 'Phó Chủ tịch' } });
    at.sit('supervisor');
    await at.get('money.waive', { caseId, line: 0, amount: 0, reason: 'Khó khăn', basis: 'Quyết định 5' });
    const { field } = (await at.get('case.get', { caseId })).state.procedure;
    await at.get('privacy.setTerm', { field, years: 2, document: 'Danh mục hồ sơ 2026' });
    at.sit('clerk');
    const receiver = { fullName: canary.fullName, idNumber, as: 'applicant', receiptLost: false };
    await at.get('case.act', { caseId, act: { type: 'return', receiver } });
    await at.get('petition.register', petition({ caseNumber: number.official ?? number.local }));
    clockAt(at, '2029-01-02T08:00:00');
    await at.get('draft.save', { draftId: crypto.randomUUID(), label: canary.fullName, body: {} });
    at.sit('supervisor');
    const erased = async (ground: string) => (await at.get('privacy.erase', { caseId, ground, ...asking })).kept;
    expect((await at.get('privacy.retention')).over).toMatchObject([{ caseId }]);
    expect(await erased('term-over')).toEqual(['certification-book', 'petitions', 'drafts']);
    const book = async () => JSON.stringify(await at.get('certification.book', { month: '2026-11', kind: 'copy' }));
    expect(await book()).toContain(paper);
    expect((await at.get('privacy.retention')).over).toEqual([]);
    expect(await erased('ordered')).not.toContain('certification-book');
    expect(await book()).not.toContain('KHẢO');
    expect(at.desk.verify()).toMatchObject({ ok: true });
  });

  test('touches no other file of theirs, and no receipt for money', async () => {
    const first = await ended();
    const paid = await at.get('case.receive', reception({ ...certified, applicant: canary }));
    await at.get('till.open', { float });
    await at.get('money.collect', collecting(paid.caseId));
    await at.get('case.act', { caseId: paid.caseId, act: { type: 'withdraw', reason: 'Đổi ý rồi' } });
    at.sit('officer');
    await at.get('case.act', { caseId: paid.caseId, act: { type: 'stop', reason: 'Theo đề nghị' } });
    at.sit('supervisor');
    await at.get('privacy.erase', { caseId: first.caseId, ground: 'taken-by-mistake', ...asking });
    const [hit, ...more] = (await at.get('case.search', { text: idNumber })).hits;
    expect([hit.caseId, more]).toEqual([paid.caseId, []]);
    const done = await at.get('privacy.erase', { caseId: paid.caseId, ground: 'ordered', ...asking });
    // Who searched by their number a moment ago is kept for 13 months, and the number with it.
    expect(done.kept).toEqual(['receipts', 'look-ups']);
    expect(at.desk.verify()).toMatchObject({ ok: true });
    expect((await at.call('privacy.erase', { caseId: paid.caseId, ground: 'ordered', ...asking })).fault.code).toBe(
      'erase-nothing',
    );
  });

  test('is refused while the file is handled, while its term runs, and to who may not', async () => {
    const { caseId } = await at.get('case.receive', reception(residence));
    at.sit('supervisor');
    const refusal = async (asked: object) =>
      (await at.call('privacy.erase', { caseId, ground: 'ordered', ...asking, ...asked })).fault;
    expect((await refusal({})).code).toBe('erase-open');
    at.sit('clerk');
    const closed = await ended();
    at.sit('supervisor');
    const byTerm = { caseId: closed.caseId, ground: 'term-over' };
    expect(await refusal(byTerm)).toMatchObject({
      code: 'erase-kept',
      data: { until: 'khi có thời hạn của lĩnh vực' },
    });
    const { field } = (await at.get('case.get', { caseId: closed.caseId })).state.procedure;
    await at.get('privacy.setTerm', { field, years: null, document: 'Danh mục hồ sơ lưu vĩnh viễn' });
    expect(await refusal(byTerm)).toMatchObject({ data: { until: 'vĩnh viễn' } });
    await at.get('privacy.setTerm', { field, years: 2, document: 'Danh mục hồ sơ 2026' });
    expect(await refusal(byTerm)).toMatchObject({ data: { until: '2028-12-31' } });
    expect((await refusal({ ...byTerm, ground: 'ordered', password: 'Sai-Mat-Khau-1' })).code).toBe('sign-in-refused');
    at.sit('clerk');
    expect((await refusal({ ...byTerm, ground: 'ordered' })).code).toBe('forbidden');
    expect((await at.get('case.search', { text: idNumber })).hits).toHaveLength(2);
  });

  test('the list says what is past its term and erases nothing by itself', async () => {
    const { caseId, number } = await ended();
    at.sit('supervisor');
    const { field } = (await at.get('case.get', { caseId })).state.procedure;
    expect(await at.get('privacy.retention')).toEqual({ terms: [], over: [], unset: [{ field, cases: 1 }] });
    await at.get('privacy.setTerm', { field, years: 2, document: 'Danh mục hồ sơ 2026' });
    expect(await at.get('privacy.retention')).toMatchObject({ terms: [{ field, years: 2 }], over: [], unset: [] });
    clockAt(at, '2029-01-02T08:00:00', 'supervisor');
    const { over } = await at.get('privacy.retention');
    expect(over).toMatchObject([{ caseId, number, keepUntil: '2028-12-31' }]);
    expect((await at.get('case.search', { text: idNumber })).hits).toHaveLength(1);
  });
});

describe('in an office that two keep', () => {
  const { desk } = realDesks({ sealed: false });

  test('nobody erases alone, nor with themselves, nor with who may not stand', async () => {
    const office = await desk('an', 'binh');
    const clerk = await office.signIn('tu');
    const { caseId } = (await clerk.call('case.receive', reception(residence))).value;
    await clerk.call('case.act', { caseId, act: { type: 'withdraw', reason: 'Đổi ý rồi' } });
    const binh = await office.signIn('binh');
    await binh.call('case.act', { caseId, act: { type: 'stop', reason: 'Theo đề nghị' } });
    const asked = { caseId, ground: 'ordered', ...asking };
    const refusal = async (second?: object) =>
      (await binh.call('privacy.erase', { ...asked, ...(second && { second }) })).fault?.code;
    expect(await refusal()).toBe('second-person-needed');
    expect(await refusal({ username: 'binh', password })).toBe('second-person-unfit');
    expect(await refusal({ username: 'tu', password })).toBe('second-person-unfit');
    expect(await refusal({ username: 'an', password: 'Sai-Mat-Khau-1' })).toBe('sign-in-refused');
    // After a wrong word one waits.
    office.clock.at += 120_000;
    expect(await refusal({ username: 'an', password })).toBeUndefined();
    const { lines } = (await binh.call('account.log', { of: 'office' })).value;
    const told = lines.find(({ type }: { type: string }) => type === 'case-erased');
    expect(told).toMatchObject({ by: 'Lê Văn Bình', second: 'Trần Thị An' });
    expect(office.desk.verify()).toMatchObject({ ok: true });
  });
});
