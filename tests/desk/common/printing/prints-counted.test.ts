import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TestDesk, openPracticeDesk, reception } from '../../../support/desk/test-desk.ts';

let at: TestDesk;
beforeEach(async () => {
  at = await openPracticeDesk();
});
afterEach(() => at.end());

test.each([
  ['printed', 1],
  ['failed', 0],
  ['unknown', 0],
  ['queued', 0],
] as const)('a job that is %s counts %i times as printed, and its sheet says whose it is', async (outcome, prints) => {
  at.printer.outcome = outcome;
  const { caseId, printJobId } = await at.get('case.receive', reception({ print: true, printer: 'laser' }));
  const { jobs } = await at.get('print.list', { all: true });
  expect(jobs).toMatchObject([{ jobId: printJobId, name: 'NGUYỄN THỊ ĐẶNG ÁNH', procedureName: 'Đăng ký khai sinh' }]);
  expect((await at.get('case.get', { caseId })).documents).toMatchObject([{ prints }]);
});

test('what a person says came out counts; a sheet that is void does not', async () => {
  at.printer.outcome = 'unknown';
  const { caseId, printJobId } = await at.get('case.receive', reception({ print: true, printer: 'laser' }));
  await at.get('print.list');
  await at.get('print.settle', { jobId: printJobId, outcome: 'printed' });
  expect((await at.get('case.get', { caseId })).documents).toMatchObject([{ prints: 1 }]);
  await at.get('print.settle', { jobId: printJobId, outcome: 'void', reason: 'in nhòe' }).catch(() => undefined);
  const [document] = (await at.get('case.get', { caseId })).documents;
  expect(document.prints).toBe(1);
});
