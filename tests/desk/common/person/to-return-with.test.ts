import { afterEach, beforeEach, expect, test } from 'vitest';
import { certified, receive } from '../../../support/counter/money-desk.ts';
import { type TestDesk, openPracticeDesk } from '../../../support/desk/test-desk.ts';

let at: TestDesk;
beforeEach(async () => {
  at = await openPracticeDesk();
});
afterEach(() => at.end());

const firm = { kind: 'business', fullName: 'CÔNG TY TNHH HOA SEN', idNumber: '0312345678' };
const newFile = (applicant: object = firm, procedureCode = certified.procedureCode) =>
  receive(at, { ...certified, procedureCode, applicant });

async function act(caseId: string, done: Record<string, unknown>): Promise<void> {
  at.clock.at += 1000;
  at.sit('officer');
  await at.get('case.act', { caseId, act: done });
  at.sit('clerk');
}
const finish = (caseId: string) => act(caseId, { type: 'finish', result: 'Đã chứng thực' });

async function besides(caseId: string) {
  const { cases, more } = await at.get('person.earlier', { idNumber: firm.idNumber, toReturnWith: caseId });
  return { ids: cases.map((one: { caseId: string }) => one.caseId), more };
}

test('what lies ready longest is told behind any number of newer files', async () => {
  const oldest = await newFile();
  await finish(oldest);
  let inFront = '';
  // One more than the newest 20 that the call tells of a person else.
  for (let count = 0; count < 21; count += 1) inFront = await newFile();
  expect(await besides(inFront)).toEqual({ ids: [oldest], more: 0 });
});

test('nothing of another name under the number, of another number, or that is filed away', async () => {
  const inFront = await newFile();
  const alike = await newFile({ ...firm, fullName: 'CÔNG TY TNHH HOA SÚNG' });
  const other = await newFile({ ...firm, idNumber: '0301442379' });
  const filed = await newFile(firm, '1.004222');
  await at.get('case.act', { caseId: filed, act: { type: 'transfer' } });
  await act(filed, { type: 'refuse', reason: 'Không thuộc thẩm quyền', legalBasis: 'Nghị định 118/2025/NĐ-CP' });
  for (const caseId of [inFront, alike, other]) await finish(caseId);
  expect(await besides(inFront)).toEqual({ ids: [filed], more: 0 });
  await act(filed, { type: 'archive', place: 'Kho 1' });
  expect(await besides(inFront)).toEqual({ ids: [], more: 0 });
  // A case leads nowhere without the number of whose it is.
  expect((await at.get('person.earlier', { idNumber: '0309999999', toReturnWith: inFront })).cases).toEqual([]);
});
