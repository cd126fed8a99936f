import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { packOfAll, publisherOf, signedPack } from '../../../support/data/pack-sample.ts';
import { type TestDesk, openPracticeDesk, reception } from '../../../support/desk/test-desk.ts';

/** A file of a procedure that a pack brought keeps its inner process when the pack is rolled back. */

let at: TestDesk;
beforeEach(async () => {
  at = await openPracticeDesk();
});
afterEach(() => at.end());

type Who = Parameters<TestDesk['sit']>[0];
const as = (who: Who) => (at.sit(who), at);

async function receivedBy(parts: object) {
  const { procedures, fees } = packOfAll();
  const { pack, title, publisher, madeOn } = packOfAll();
  const text = signedPack({ pack, title, publisher, madeOn, procedures, fees, ...parts });
  as('supervisor');
  await at.get('pack.trust', publisherOf(text));
  const { id } = await at.get('pack.take', { text, from: '2026-11-23' });
  const { caseId } = await as('clerk').get(
    'case.receive',
    reception({ procedureCode: '1.999001', components: [{ index: 0, originals: 1, copies: 0 }] }),
  );
  return {
    caseId,
    rollBack: () => as('supervisor').get('pack.rollBack', { id, reason: 'Gói sai' }),
    act: (who: Who, act: object) => as(who).call('case.act', { caseId, act }),
    steps: async () =>
      (await as('officer').get('case.get', { caseId })).state.whereabouts.steps.map(({ name }: any) => name),
  };
}

describe('a file of a procedure that a pack brought, once the pack is rolled back', () => {
  test('goes through the steps of the pack, and is finished after the leader’s', async () => {
    const { caseId, rollBack, act, steps } = await receivedBy({ processes: packOfAll().processes });
    const before = await steps();
    expect(before).toContain('Đi xem nhà trọ');
    const told = await rollBack();
    expect(told).toMatchObject({ text: expect.stringContaining('quy trình nội bộ'), textEn: expect.any(String) });
    expect(await steps()).toEqual(before);
    expect(await act('clerk', { type: 'transfer' })).toMatchObject({ ok: true });
    expect(await act('officer', { type: 'finish', result: 'Đã xác nhận' })).toMatchObject({
      fault: { code: 'action-not-allowed', data: { reason: expect.stringContaining('«Lãnh đạo ký»') } },
    });
    expect(await act('supervisor', { type: 'assign', to: 'officer' })).toMatchObject({ ok: true });
    expect(await act('officer', { type: 'pass', note: 'đã xem' })).toMatchObject({ ok: true });
    const { step } = (await as('officer').get('case.get', { caseId })).state.whereabouts;
    expect(step).toMatchObject({ name: 'Lãnh đạo ký', role: 'supervisor' });
    expect(await steps()).toEqual(before);
    expect(at.desk.verify()).toMatchObject({ ok: true });
  });

  test('is counted before it is rolled back, while it runs', async () => {
    const running = async () => (await as('supervisor').get('pack.list', {})).packs[0].running;
    const { caseId, rollBack, act } = await receivedBy({ processes: packOfAll().processes });
    expect(await running()).toBe(1);
    expect(await act('clerk', { type: 'withdraw', reason: 'Người dân xin rút' })).toMatchObject({ ok: true });
    expect(await running()).toBe(0);
    expect(await as('clerk').get('case.receive', reception({ requestId: crypto.randomUUID() }))).toHaveProperty(
      'caseId',
    );
    expect(await running()).toBe(0);
    await rollBack();
    expect(await running()).toBe(0);
    expect(caseId).not.toBe('');
  });

  test('goes by the general process where the pack gave it no steps', async () => {
    const { rollBack, act, steps } = await receivedBy({});
    const before = await steps();
    expect(before.length).toBeGreaterThan(2);
    await rollBack();
    expect(await steps()).toEqual(before);
    expect(await act('clerk', { type: 'transfer' })).toMatchObject({ ok: true });
    expect(await act('supervisor', { type: 'assign', to: 'officer' })).toMatchObject({ ok: true });
    expect(await act('officer', { type: 'pass', note: 'đã xem' })).toMatchObject({ ok: true });
  });
});
