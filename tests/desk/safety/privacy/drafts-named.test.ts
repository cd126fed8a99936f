import { afterEach, beforeEach, expect, test } from 'vitest';
import { toErase } from '../../../../electron/desk/safety/privacy/erase.ts';
import { findCaseFile } from '../../../../electron/store/counter/case/case.ts';
import { dropDrafts } from '../../../../electron/store/safety/privacy/privacy.ts';
import { type TestContext, openTestContext } from '../../../support/desk/test-context.ts';

let at: TestContext;
beforeEach(async () => {
  at = await openTestContext();
});
afterEach(() => at.end());

const erased = { idNumbers: ['079190009876'], names: ['LÂM CHÁNH KHẢO'], phones: ['0903777888'] };

async function save(drafts: readonly (readonly [label: string, body: object])[]): Promise<void> {
  at.sit('clerk');
  for (const [label, body] of drafts)
    await at.call('draft.save', { draftId: crypto.randomUUID(), label, body: { label, ...body } });
}

async function labels(): Promise<unknown> {
  const answer = await at.call('draft.list');
  return answer.ok && (answer.value as { drafts: { label: string }[] }).drafts.map(({ label }) => label).toSorted();
}

const seconds = (time: number) => Math.floor(time / 1000);

test('scratch paper that names who is erased goes, however it names them; of others whose name begins so it stays', async () => {
  await save([
    ['LÂM CHÁNH KHẢO', {}],
    ['số có khoảng cách', { applicant: { idNumber: '079 190 009 876' } }],
    ['chữ thường', { reason: 'giống hồ sơ của lam chanh khao' }],
    ['điện thoại', { people: [{ phone: '0903.777.888' }] }],
    ['LÂM CHÁNH KHẢONG', {}],
    ['khác', { idNumber: '0791' }],
  ]);
  const later = seconds(at.desk.now()) + 60;
  expect(dropDrafts(at.desk.store.db, erased, later)).toBe(false);
  expect(await labels()).toEqual(['LÂM CHÁNH KHẢONG', 'khác'].toSorted());
});

test('what was typed since stays, and that it names them is told', async () => {
  await save([['LÂM CHÁNH KHẢO', {}]]);
  expect(dropDrafts(at.desk.store.db, erased, seconds(at.desk.now()) - 60)).toBe(true);
  expect(await labels()).toEqual(['LÂM CHÁNH KHẢO']);
});

test('a further party of a contract is one whom the erased file named', async () => {
  const [first, second] = [
    { kind: 'citizen', fullName: 'NGUYỄN THỊ ĐẶNG ÁNH', idNumber: '079190001234' },
    { fullName: 'TRẦN VĂN BÌNH', idNumber: '079085004321' },
  ];
  const contract = { kind: 'contract', paper: 'Hợp đồng thuê nhà', pages: 6, copies: 3 };
  const signer = { name: 'Nguyễn Văn Ký', title: 'Phó Chủ tịch' };
  at.sit('clerk');
  const asked = { lines: [contract], signer, applicant: first, others: [second], requestId: crypto.randomUUID() };
  const made = await at.call('certification.receive', asked);
  if (!made.ok) throw new Error(made.fault.message);
  const { caseId } = made.value as { caseId: string };
  const file = findCaseFile(at.desk.store.db, caseId);
  if (file === undefined) throw new Error('it was received');
  const { names } = toErase(at.desk.store.db, file, false);
  expect(names).toMatchObject({
    names: ['NGUYỄN THỊ ĐẶNG ÁNH', 'TRẦN VĂN BÌNH'],
    idNumbers: ['079190001234', '079085004321'],
  });
});
