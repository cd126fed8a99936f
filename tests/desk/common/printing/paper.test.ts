import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type TestDesk, openPracticeDesk, reception } from '../../../support/desk/test-desk.ts';
import { wordsOf } from '../../../support/papers/page-boxes.ts';

let at: TestDesk;
beforeEach(async () => {
  at = await openPracticeDesk();
});
afterEach(() => at.end());

const nowhere = '0190163d-8694-7000-8000-0000000000aa';

function sha256(base64: string): string {
  return createHash('sha256').update(Buffer.from(base64, 'base64')).digest('hex');
}

function received(change = {}): ReturnType<TestDesk['get']> {
  return at.get('case.receive', reception(change));
}

async function changeSettings(change: Record<string, unknown>): Promise<void> {
  at.sit('admin');
  const settings = await at.get('office.settings');
  await at.get('office.changeSettings', { settings: { ...settings, ...change }, reason: 'đổi tên' });
  at.sit('clerk');
}

describe('a preview', () => {
  test('of a form hardly begun', async () => {
    const before = at.desk.verify();
    const { pages } = await at.get('paper.preview', { procedureCode: '1.001193' });
    // One for the office and one for the applicant.
    expect(pages).toHaveLength(2);
    expect(wordsOf(pages)).toContain('khai sinh');
    expect(at.desk.verify()).toEqual(before);
  });

  test.each<[string, Record<string, unknown>, string | null]>([
    ['half a name', { applicant: { fullName: 'NGUYỄN THỊ Đ' } }, 'NGUYỄN THỊ Đ'],
    ['half an id number', { applicant: { fullName: 'A', idNumber: '0791' } }, null],
    ['a post address that is not there yet', { resultDelivery: { kind: 'post' } }, 'bưu chính'],
    ['a submitter without a paper', { submitter: { fullName: 'TRẦN VĂN NỘP', idNumber: '' } }, 'TRẦN VĂN NỘP'],
    ['fields the preview does not know', { requestId: 'x', print: true }, null],
    ['a component', { components: [{ index: 0, originals: 2, copies: 1 }] }, null],
  ])('with %s', async (_what, change, text) => {
    const { pages } = await at.get('paper.preview', { procedureCode: '1.001193', ...change });
    expect(wordsOf(pages)).toContain(text ?? 'khai sinh');
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['a procedure that is not there', { procedureCode: '9.999999' }, 'procedure-unknown'],
    ['a procedure without a limit', { procedureCode: '2.002516' }, 'time-limit-missing'],
    [
      'a component that is not there',
      { procedureCode: '1.001193', components: [{ index: 150, originals: 1, copies: 0 }] },
      'component-unknown',
    ],
    ['a control character', { procedureCode: '1.001193', applicant: { fullName: 'A\u202eB' } }, 'input-invalid'],
  ])('of %s', async (_what, input, code) => {
    expect(await at.call('paper.preview', input)).toMatchObject({ fault: { code } });
  });

  test('promises a fee of 0 of the city’s council in the city alone', async () => {
    const online = { procedureCode: '1.001193', channel: 'online' };
    const waived = 'Lệ phí hộ tịch: 0 đ';
    expect(wordsOf((await at.get('paper.preview', online)).pages)).toContain(waived);
    await changeSettings({ unitCode: '00004' });
    expect(wordsOf((await at.get('paper.preview', online)).pages)).not.toContain(waived);
  });

  test('has no number, and the receipt says what the preview said', async () => {
    const { procedureCode, applicant, components } = reception();
    const seen = wordsOf((await at.get('paper.preview', { procedureCode, applicant, components })).pages);
    const { documents, number } = await received();
    const { pages } = await at.get('paper.view', { documentId: documents[0].documentId });
    expect(seen).not.toContain(number.official);
    expect(wordsOf(pages)).toContain(number.official);
    for (const shared of ['NGUYỄN THỊ ĐẶNG ÁNH', '17 giờ 00 phút, ngày 23 tháng 11 năm 2026', 'trong ngày']) {
      expect(seen).toContain(shared);
      expect(wordsOf(pages)).toContain(shared);
    }
  });
});

describe('a paper that was made', () => {
  test('is the same document when it is made again', async () => {
    const { caseId, documents } = await received();
    const before = at.desk.verify();
    const again = await at.get('paper.render', { caseId, form: 'mau-01' });
    expect(again).toMatchObject({ documentId: documents[0].documentId, sha256: documents[0].sha256 });
    expect(at.desk.verify()).toEqual(before);
  });

  test('downloads as the bytes of its hash, under a name with its number and nobody’s name', async () => {
    const { documents, number } = await received();
    const paper = await at.get('paper.download', { documentId: documents[0].documentId });
    expect(paper).toMatchObject({
      mediaType: 'application/pdf',
      sha256: documents[0].sha256,
      fileName: `mau-01-${number.official}.pdf`,
    });
    expect(sha256(paper.base64)).toBe(documents[0].sha256);
    expect(Buffer.from(paper.base64, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('after the office took a new name it is made again with the old one, to the byte', async () => {
    const old = await received();
    const { documentId, sha256: hash } = old.documents[0];
    await changeSettings({ centreName: 'Trung tâm tên mới' });
    at = await at.reopen();
    at.sit('clerk');
    const paper = await at.get('paper.download', { documentId });
    expect([paper.sha256, sha256(paper.base64)]).toEqual([hash, hash]);
    const { pages } = await at.get('paper.view', { documentId });
    expect(wordsOf(pages)).toContain('Trung tâm Phục vụ hành chính công phường Cát Lái');
    expect(wordsOf(pages)).not.toContain('Trung tâm tên mới');
    const fresh = await received();
    expect(wordsOf((await at.get('paper.view', { documentId: fresh.documents[0].documentId })).pages)).toContain(
      'Trung tâm tên mới',
    );
  });

  test('after a term was set and a calendar day passed it still says what was promised', async () => {
    const { documents } = await received();
    at.sit('supervisor');
    await at.get('procedure.setTerm', { code: '1.001193', term: { value: 9, unit: 'working-day' }, reason: 'thử' });
    at.clock.at += 86_400_000;
    at.sit('clerk');
    const paper = await at.get('paper.download', { documentId: documents[0].documentId });
    expect(sha256(paper.base64)).toBe(documents[0].sha256);
  });

  test('two cases of the same facts are two papers', async () => {
    const [first, second] = [await received(), await received()];
    expect(first.documents[0].sha256).not.toBe(second.documents[0].sha256);
  });
});

describe('what is not there', () => {
  test.each<[string, unknown, string]>([
    ['paper.view', { documentId: `${nowhere}.1` }, 'document-unknown'],
    ['paper.download', { documentId: 'one' }, 'document-unknown'],
    ['paper.render', { caseId: nowhere, form: 'mau-01' }, 'case-unknown'],
    ['paper.render', { caseId: 'one', form: 'mau-01' }, 'case-unknown'],
  ])('%s %j', async (name, input, code) => {
    expect(await at.call(name, input)).toMatchObject({ fault: { code } });
  });

  test('a paper or a form that this case does not have', async () => {
    const { caseId } = await received();
    expect(await at.call('paper.view', { documentId: `${caseId}.9` })).toMatchObject({
      fault: { code: 'document-unknown' },
    });
    for (const form of ['mau-99', '', '../mau-01', '__proto__', 'constructor']) {
      expect(await at.call('paper.render', { caseId, form })).toMatchObject({
        fault: { code: 'form-unknown', data: { form } },
      });
    }
  });
});
