import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TestDesk, openPracticeDesk, reception } from '../../support/desk/test-desk.ts';

let at: TestDesk;

/** Monday 23/11/2026 09:00; 24/11 is a day off. */
beforeEach(async () => {
  at = await openPracticeDesk();
});
afterEach(() => at.end());

async function act(who: Parameters<TestDesk['sit']>[0], caseId: string, body: Record<string, unknown>): Promise<void> {
  at.sit(who);
  await at.get('case.act', { caseId, act: body });
}

const group = async (name: string) => (await at.get('work.list')).groups.find((one: any) => one.group === name);

test('a leg that nobody gave a time stands apart, until a supervisor sets one before the agency has the file', async () => {
  const receiveChain = async () => {
    at.sit('clerk');
    const { caseId } = await at.get(
      'case.receive',
      reception({ procedureCode: '3.000722', components: [{ index: 0, originals: 1, copies: 0 }], channel: 'online' }),
    );
    const back = { type: 'leg-finished', result: 'Đã đăng ký', returnedAt: '2026-11-23T09:00:00+07:00' };
    await act('clerk', caseId, back);
    await act('clerk', caseId, { type: 'send-leg' });
    return caseId;
  };
  const has = { type: 'leg-received', at: '2026-11-23T09:00:00+07:00', by: 'Trần Văn Năm' };
  const [one, two] = [await receiveChain(), await receiveChain()];
  expect((await group('leg-untimed')).rows).toEqual([]);
  await act('clerk', one, has);
  const [row] = (await group('leg-untimed')).rows;
  expect(row).toMatchObject({
    caseId: one,
    place: 'Công an cấp xã',
    legStage: 'running',
    until: null,
    daysLeft: null,
    readyAt: '2026-11-23T09:00:00+07:00',
  });
  at.sit('supervisor');
  const { legs } = await at.get('procedure.legs', { code: '3.000722' });
  const set = legs.map(({ termText: _text, ...leg }: any) => ({
    ...leg,
    term: leg.term ?? { value: 1, unit: 'working-day' },
  }));
  await at.get('procedure.setLegs', { code: '3.000722', legs: set, reason: 'Quy chế phối hợp' });
  await act('clerk', two, has);
  expect((await at.get('case.get', { caseId: two })).state.legs[1].dueAt).toBe('2026-11-25T17:00:00+07:00');
  expect((await group('leg-untimed')).rows.map(({ caseId }: any) => caseId)).toEqual([one]);
  await act('clerk', one, { type: 'withdraw', reason: 'Không còn cần' });
  expect((await group('leg-untimed')).count.value).toBe(0);
  expect(at.desk.verify().ok).toBe(true);
});
