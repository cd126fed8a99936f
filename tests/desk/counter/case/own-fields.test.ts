import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TestDesk, openPracticeDesk, reception } from '../../../support/desk/test-desk.ts';
import { textOfPdf } from '../../../support/papers/pdf-reader.ts';

let at: TestDesk;
beforeEach(async () => {
  at = await openPracticeDesk();
});
afterEach(() => at.end());

const paper = [{ index: 0, originals: 1, copies: 0 }];
const death = '1.000656';
const said = {
  relation: 'con',
  deceased: 'Trần Văn Chín, 079045000321',
  deceasedBorn: '1945',
  deceasedSex: 'nam',
  diedOn: '20112026',
  diedAt: '04 giờ 30 phút',
  deathPlace: 'Số 7 Lê Lợi, phường Sài Gòn',
  copiesWanted: '3',
};
const dying = (more: object = {}) => reception({ procedureCode: death, components: paper, ownFields: said, ...more });
const stateOf = async (caseId: string) => (await at.get('case.get', { caseId })).state;
const textsOf = (state: { ownFields: { key: string; text: string }[] }) =>
  Object.fromEntries(state.ownFields.map(({ key, text }) => [key, text]));

async function declarationOf(caseId: string): Promise<string> {
  const { document, paperFault } = await at.get('paper.declaration', { caseId, print: false });
  expect(paperFault).toBeNull();
  const { base64 } = await at.get('paper.download', { documentId: document.documentId });
  return (await textOfPdf(Buffer.from(base64, 'base64'))).replaceAll(/\s+/g, ' ');
}

test('what was said is kept as it is written, in the order of the declaration, and printed into it; the rest is dotted', async () => {
  const { caseId } = await at.get('case.receive', dying());
  const state = await stateOf(caseId);
  expect(textsOf(state)).toEqual({
    relation: 'con',
    deceased: 'Trần Văn Chín, 079045000321',
    deceasedBorn: '1945',
    deceasedSex: 'Nam',
    diedOn: '20/11/2026',
    diedAt: '04 giờ 30 phút',
    deathPlace: 'Số 7 Lê Lợi, phường Sài Gòn',
    copiesWanted: '3',
  });
  expect(state.ownFields[1].value).toEqual({ fullName: 'Trần Văn Chín', idNumber: '079045000321' });
  expect(state.ownFieldsAsked.map(({ key }: { key: string }) => key)).toContain('cause');
  const sheet = await declarationOf(caseId);
  expect(sheet).toMatch(/TỜ KHAI ĐĂNG KÝ KHAI TỬ/);
  for (const words of [
    'Họ, chữ đệm, tên: Trần Văn Chín',
    'Giấy tờ tùy thân: Số định danh cá nhân 079045000321',
    'Ngày, tháng, năm sinh: 1945',
    'ngày, tháng, năm: 20/11/2026',
    'Quan hệ với người đã chết: con',
  ])
    expect(sheet).toContain(words);
  expect(sheet).toMatch(/Nguyên nhân chết: ?[.…]/);
  // The applicant asks, with the whole number: it is the citizen's own paper.
  expect(sheet).toContain('079190001234');
  expect(at.desk.verify().checks.flatMap(({ found }) => found)).toEqual([]);
});

test('a birth has its day in words, and a copy asked for oneself is about oneself', async () => {
  const birth = await at.get(
    'case.receive',
    reception({ ownFields: { child: 'Lê An', childBorn: '2026-04-15', mother: 'Lê Thị Bình' } }),
  );
  expect(await declarationOf(birth.caseId)).toContain('ngày mười lăm tháng tư năm hai nghìn không trăm hai mươi sáu');
  const extract = await at.get(
    'case.receive',
    reception({ procedureCode: '2.000635', components: paper, copies: [{ copies: 2 }], ownFields: { event: 'kế' } }),
  );
  const sheet = await declarationOf(extract.caseId);
  expect(sheet).toContain('Đề nghị cơ quan cấp bản sao trích lục: kết hôn');
  expect(sheet).toContain('Họ, chữ đệm, tên: NGUYỄN THỊ ĐẶNG ÁNH');
  expect(sheet).toContain('Số lượng bản sao đề nghị cấp (bản): 2');
});

test('the two of a marriage stand in their columns by the sex of who files', async () => {
  const wedding = reception({ procedureCode: '1.000894', components: paper, ownFields: { spouse: 'Phạm Văn Hùng' } });
  const { applicant } = wedding as { applicant: object };
  const { caseId } = await at.get('case.receive', { ...wedding, applicant: { ...applicant, sex: 'female' } });
  const sheet = await declarationOf(caseId);
  expect(sheet.indexOf('NGUYỄN THỊ')).toBeGreaterThan(0);
  expect(sheet.indexOf('NGUYỄN THỊ')).toBeLessThan(sheet.indexOf('Phạm Văn Hùng'));
});

test('a marriage without the sex of who files is not printed with their name nowhere: the sex is asked for', async () => {
  const wedding = reception({ procedureCode: '1.000894', components: paper, ownFields: { spouse: 'Phạm Văn Hùng' } });
  const { sex: _unknown, ...applicant } = (wedding as { applicant: { sex?: string } }).applicant;
  const { caseId } = await at.get('case.receive', { ...wedding, applicant });
  const { document, paperFault } = await at.get('paper.declaration', { caseId, print: false });
  expect(document).toBeNull();
  expect(paperFault.code).toBe('form-not-applicable');
  expect(JSON.stringify(paperFault.message)).toContain('ghi Nam hoặc Nữ');
  await at.get('case.correct', {
    caseId,
    requestId: crypto.randomUUID(),
    reason: 'ghi thêm giới tính',
    change: { applicant: { ...applicant, sex: 'female' } },
  });
  const sheet = await declarationOf(caseId);
  expect(sheet.indexOf('NGUYỄN THỊ')).toBeGreaterThan(0);
  expect(sheet.indexOf('NGUYỄN THỊ')).toBeLessThan(sheet.indexOf('Phạm Văn Hùng'));
});

test('what cannot be read is told beside its field, and nothing is received', async () => {
  const wrong = { ...said, deceasedSex: 'x', diedOn: '31/02/2026', stranger: 'x' };
  const refused = await at.call('case.receive', dying({ ownFields: wrong }));
  expect(refused.fault.code).toBe('input-invalid');
  expect(refused.fault.data.issues.map(({ path, message }: any) => [path, message]).toSorted()).toEqual([
    ['ownFields.deceasedSex', 'one-of:Nam, Nữ'],
    ['ownFields.diedOn', 'date-impossible'],
    ['ownFields.stranger', 'own-field-unknown'],
  ]);
  expect((await at.get('case.search', { text: 'ĐẶNG ÁNH' })).hits).toEqual([]);
});

test('no half copies, no birth or death to come, no hour that no clock has', async () => {
  const wrong = { ...said, copiesWanted: '1.5', deceasedBorn: '2199', diedOn: '31/12/2199', diedAt: '99 giờ' };
  const refused = await at.call('case.receive', dying({ ownFields: wrong }));
  expect(refused.fault.data.issues.map(({ path, message }: any) => [path, message]).toSorted()).toEqual([
    ['ownFields.copiesWanted', 'whole-number'],
    ['ownFields.deceasedBorn', 'date-after-today'],
    ['ownFields.diedAt', 'own-field-time'],
    ['ownFields.diedOn', 'date-after-today'],
  ]);
  const none = await at.call('case.receive', dying({ ownFields: { copiesWanted: '0' } }));
  expect(none.fault.data.issues[0]).toMatchObject({ message: 'too-small:1' });
  const birth = await at.call('case.receive', reception({ ownFields: { childBorn: '01/01/2199' } }));
  expect(birth.fault.data.issues[0]).toMatchObject({ path: 'ownFields.childBorn', message: 'date-after-today' });
});

test('an office asks what it needs: of its own procedures, from a day, and only of who stands at a screen', async () => {
  at.sit('supervisor');
  const set = {
    code: '1.004222',
    ownFields: [{ key: 'house', label: 'Số nhà', kind: 'text', required: true }],
    from: '2026-11-23',
    reason: 'phường cần số nhà',
  };
  const { changed, id } = await at.get('catalogue.setProcedure', set);
  expect(changed[0].what).toEqual([{ field: 'ownFields', before: '', after: 'Số nhà *' }]);
  at.sit('clerk');
  const input = () => reception({ procedureCode: '1.004222', components: paper });
  const asked = await at.call('case.receive', { ...input(), attended: true });
  expect(asked.fault.data.issues).toEqual([expect.objectContaining({ path: 'ownFields.house', message: 'required' })]);
  const { caseId } = await at.get('case.receive', { ...input(), ownFields: { house: '12B' } });
  expect((await at.call('case.receive', input())).ok).toBe(true);
  at.sit('supervisor');
  await at.get('catalogue.rollBack', { id, reason: 'thử xong' });
  expect((await at.get('procedure.get', { code: '1.004222' })).ownFields).toEqual([]);
  // What was received stays what it was.
  expect(textsOf(await stateOf(caseId))).toEqual({ house: '12B' });
});

test('it is said anew without a new receipt, kept by a correction of the person, and gone with another procedure', async () => {
  const { caseId } = await at.get('case.receive', dying());
  const act = { type: 'set-own-fields', ownFields: { ...said, cause: 'già yếu' }, reason: 'người nhà nhớ lại' };
  await at.get('case.act', { caseId, act });
  expect(textsOf(await stateOf(caseId))).toMatchObject({ cause: 'già yếu', relation: 'con' });
  expect((await stateOf(caseId)).reissues).toEqual([]);
  const same = await at.call('case.act', { caseId, act });
  expect(same.fault.data.reason).toContain('vẫn như đang lưu');
  const bad = await at.call('case.act', { caseId, act: { ...act, ownFields: { diedOn: 'mai' } } });
  expect(bad.fault.data.issues[0]).toMatchObject({ path: 'act.ownFields.diedOn', message: 'date' });
  const correct = (change: object) =>
    at.get('case.correct', { caseId, requestId: crypto.randomUUID(), reason: 'ghi nhầm', change });
  const { applicant } = dying() as { applicant: object };
  await correct({ applicant: { ...applicant, fullName: 'NGUYỄN THỊ ĐẶNG ANH' } });
  expect(textsOf(await stateOf(caseId))).toMatchObject({ cause: 'già yếu', relation: 'con' });
  await correct({ procedureCode: '1.004222', components: paper });
  expect((await stateOf(caseId)).ownFields).toEqual([]);
  const none = await at.call('paper.declaration', { caseId });
  expect(none.fault.code).toBe('form-not-applicable');
  expect(at.desk.verify().checks.flatMap(({ found }) => found)).toEqual([]);
});
