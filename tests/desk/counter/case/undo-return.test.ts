import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TestDesk, openPracticeDesk, reception } from '../../../support/desk/test-desk.ts';

let at: TestDesk;
let caseId: string;
const receiver = { fullName: 'NGUYỄN THỊ ĐẶNG ÁNH', idNumber: '079190001234', as: 'applicant' };

/** Received, done and handed out at the counter in one sitting. */
beforeEach(async () => {
  at = await openPracticeDesk();
  ({ caseId } = await at.get(
    'case.receive',
    reception({ procedureCode: '1.004222', components: [{ index: 0, originals: 1, copies: 0 }] }),
  ));
  at.sit('officer');
  const confirm = [{ code: 'finish-unhandled', reason: 'giải quyết ngay tại quầy' }];
  await at.get('case.act', { caseId, act: { type: 'finish', result: 'Đã đăng ký' }, confirm });
  at.sit('clerk');
  await handOut();
});
afterEach(() => at.end());

async function handOut(): Promise<void> {
  const unpaid = [{ code: 'fees-unpaid', reason: 'hẹn nộp sau' }];
  await at.get('case.act', { caseId, act: { type: 'return', receiver }, confirm: unpaid });
}

const undo = () => at.call('case.act', { caseId, act: { type: 'undo-return' } });

async function standing() {
  const { state, availableActions } = await at.get('case.get', { caseId });
  const undoable = availableActions.find(({ action }: { action: string }) => action === 'undo-return').allowed;
  const [line] = (await at.get('register.list', { from: '2026-11-23', to: '2026-11-23' })).rows;
  const { today } = await at.get('work.wall', {});
  return {
    status: state.status,
    returnedAt: state.returnedAt,
    undoable,
    register: line.returnedAt,
    receiver: line.receiver,
    wall: today.returned,
  };
}

test('what was handed out to the wrong person is at the counter again: on the case, in the register and on the wall', async () => {
  expect(await standing()).toMatchObject({ status: 'returned', undoable: true, wall: 1 });
  at.clock.at += 30_000;
  expect(await undo()).toMatchObject({ ok: true, value: { status: 'finished' } });
  const back = { status: 'finished', returnedAt: null, undoable: false, register: null, receiver: '', wall: 0 };
  expect(await standing()).toEqual(back);
  await handOut();
  expect(await standing()).toMatchObject({ status: 'returned', undoable: true, wall: 1, register: expect.any(String) });
  expect(at.desk.verify().checks.flatMap(({ found }) => found)).toEqual([]);
});

test('after the minute, and by another person, it is refused with a sentence, and stays handed out', async () => {
  at.sit('officer');
  expect(await undo()).toMatchObject({
    fault: { code: 'action-not-allowed', data: { reason: expect.stringContaining('60 giây') } },
  });
  at.sit('clerk');
  at.clock.at += 61_000;
  expect(await undo()).toMatchObject({ fault: { code: 'action-not-allowed' } });
  expect(await standing()).toMatchObject({ status: 'returned', undoable: false });
});
