import { afterEach, beforeEach, expect, test } from 'vitest';
import { petition } from '../../../support/counter/petition-desk.ts';
import { certified, receive } from '../../../support/counter/money-desk.ts';
import { type TestDesk, openPracticeDesk, reception } from '../../../support/desk/test-desk.ts';

let at: TestDesk;
beforeEach(async () => {
  at = await openPracticeDesk();
});
afterEach(() => at.end());

const anh = reception().applicant;
const binh = { kind: 'citizen', fullName: 'TRẦN VĂN BÌNH', idNumber: '079085004321', dateOfBirth: '1985-06-01' };
const firm = { kind: 'business', fullName: 'CÔNG TY TNHH HOA SEN', idNumber: '0312345678' };
const submitter = { ...binh, phone: '0909000111', authorisation: 'Giấy ủy quyền 12/2026' };

async function recordOf(asked: Record<string, unknown>) {
  return (await at.get('person.record', asked)).record;
}

const rolesOf = (record: { files: { role: string; caseId: string }[] }) =>
  record.files.map(({ role, caseId }) => [role, caseId]);

test('one person with all they had to do with: their own, filed for others and for a firm, and what they fetched', async () => {
  const own = await receive(at, { ...certified, applicant: binh });
  const forOther = await receive(at, { ...certified, submitter });
  const forFirm = await receive(at, { ...certified, applicant: firm, submitter });
  const fetched = await receive(at);
  at.sit('officer');
  await at.get('case.act', { caseId: fetched, act: { type: 'finish', result: 'Bản sao được chứng thực' } });
  at.sit('clerk');
  const receiver = { fullName: binh.fullName, idNumber: binh.idNumber, as: 'proxy', authorisation: 'Giấy ủy quyền 5' };
  const confirm = [{ code: 'fees-unpaid', reason: 'Thu sau' }];
  await at.get('case.act', { caseId: fetched, act: { type: 'return', receiver }, confirm });

  const record = await recordOf({ idNumber: binh.idNumber });
  expect(new Set(rolesOf(record))).toEqual(
    new Set([
      ['applicant', own],
      ['submitter', forOther],
      ['company', forFirm],
      ['receiver', fetched],
    ]),
  );
  expect(record.person).toMatchObject({ fullName: 'TRẦN VĂN BÌNH', dateOfBirth: '1985-06-01' });
  expect(record.files.find(({ role }: { role: string }) => role === 'company').applicantName).toBe(firm.fullName);
  // The same from a case of theirs, whichever they are in it; the owner of that case is somebody else.
  expect(await recordOf({ caseId: forOther, of: 'submitter' })).toEqual(record);
  expect((await recordOf({ caseId: forOther, of: 'applicant' })).person.idNumber).toBe(anh.idNumber);
});

test('the old number of the card leads to the files of before; without the card they are said to be alike, masked', async () => {
  const before = await receive(at, { ...certified, applicant: { ...binh, idNumber: '023456789' } });
  const since = await receive(at, { ...certified, applicant: binh });
  const record = await recordOf({ idNumber: binh.idNumber, formerNumber: '023456789' });
  expect(record).toMatchObject({ formerNumbers: ['023456789'], alike: [] });
  expect(new Set(record.files.map(({ caseId }: { caseId: string }) => caseId))).toEqual(new Set([before, since]));
  const alone = await recordOf({ idNumber: binh.idNumber });
  expect(rolesOf(alone)).toEqual([['applicant', since]]);
  expect(alone.alike).toMatchObject([{ caseId: before, idNumberMasked: expect.not.stringContaining('023456789') }]);
});

test('a petition is theirs by name and telephone, or by name and a case of theirs, and never by a name alone', async () => {
  const { caseId } = await at.get('case.receive', reception(certified));
  const number = (await at.get('case.get', { caseId })).state.number.official;
  const sent = async (change: Record<string, unknown>) =>
    (await at.get('petition.register', petition(change))).petitionId;
  const byPhone = await sent({ sender: { name: 'Nguyễn Thị Đặng Ánh', phone: '+84 901 234 567' } });
  const byCase = await sent({ sender: { name: anh.fullName }, caseNumber: number });
  await sent({ sender: { name: anh.fullName, phone: '0999888777' } });
  await sent({ sender: { name: 'LÊ VĂN MINH', phone: anh.phone } });
  const { petitions } = await recordOf({ idNumber: anh.idNumber });
  expect(new Set(petitions.map(({ petitionId }: { petitionId: string }) => petitionId))).toEqual(
    new Set([byPhone, byCase]),
  );
  expect(petitions).toHaveLength(2);
});

test('that somebody looked is kept, by each of the numbers; of whom nothing is known nothing is told or kept', async () => {
  await receive(at, { ...certified, applicant: { ...binh, idNumber: '023456789' } });
  await receive(at, { ...certified, applicant: binh });
  expect(await recordOf({ idNumber: '079099000000' })).toBeNull();
  await recordOf({ idNumber: binh.idNumber, formerNumber: '023456789' });
  at.sit('supervisor');
  const { lines } = await at.get('account.log', { of: 'look-ups' });
  const looked = lines.filter(({ type }: { type: string }) => type === 'looked-number');
  expect(new Set(looked.map(({ whom }: { whom: string }) => whom))).toEqual(new Set(['023456789', binh.idNumber]));
});
