import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TestDesk, openPracticeDesk, reception } from '../../../support/desk/test-desk.ts';
import { paperWords } from '../../../support/papers/paper-words.ts';

let at: TestDesk;
const names = new Map<string, string>();

beforeEach(async () => {
  at = await openPracticeDesk();
  at.sit('admin');
  const { accounts } = await at.get('account.list');
  for (const { username, fullName } of accounts) names.set(username, fullName);
});
afterEach(() => at.end());

type Who = Parameters<TestDesk['sit']>[0];

async function act(who: Who, caseId: string, body: Record<string, unknown>): Promise<any> {
  at.sit(who);
  return at.get('case.act', { caseId, act: body });
}

/** A household business of three working days, handed to an officer an hour after it was received: what that made. */
async function transferred(): Promise<{ caseId: string; documents: { form: string; documentId: string }[] }> {
  at.sit('clerk');
  const components = [{ index: 0, originals: 1, copies: 2 }];
  const { caseId } = await at.get('case.receive', reception({ procedureCode: '1.001612', components }));
  at.clock.at += 3_600_000;
  return act('clerk', caseId, { type: 'transfer', to: 'officer' });
}

test('transfer: the control slip, with its hand-over and four rows to write on', async () => {
  const { documents } = await transferred();
  expect(documents.map(({ form }) => form)).toEqual(['mau-06']);
  const text = await paperWords(at, documents[0]?.documentId ?? '');
  expect(text).toContain('PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ');
  expect(text).toContain('10 giờ 00 phút, ngày 23 tháng 11 năm 2026');
  expect(text).toContain(`Người giao ${names.get('clerk')} Người nhận ${names.get('officer')}`);
  expect(text.match(/…… giờ …… phút/g)).toHaveLength(4);
});

test('it has a row for each step inside the office, and says why a file came back', async () => {
  const { caseId } = await transferred();
  await act('officer', caseId, { type: 'pass', note: 'Đủ căn cứ' });
  await act('supervisor', caseId, { type: 'take-over' });
  await act('supervisor', caseId, { type: 'rework', reason: 'Thiếu chữ ký nháy' });
  await act('supervisor', caseId, { type: 'take-over' });
  await act('supervisor', caseId, { type: 'assign', to: 'officer' });
  at.sit('clerk');
  const text = await paperWords(at, (await at.get('paper.render', { caseId, form: 'mau-06' })).documentId);
  const [handling, approval] = (await at.get('case.get', { caseId })).state.whereabouts.steps.slice(1, 3);
  expect(text).toContain(`1. Giao: ${handling.name} 2. Nhận: ${approval.name}`);
  expect(text).toContain('Đủ căn cứ');
  expect(text).toContain('Trả làm lại: Thiếu chữ ký nháy');
  expect(text).toContain('Giao người xử lý');
  expect(text.match(new RegExp(`Người nhận ${names.get('officer')}`, 'g'))).toHaveLength(3);
  expect(text.match(/…… giờ …… phút/g)).toHaveLength(4);
});
