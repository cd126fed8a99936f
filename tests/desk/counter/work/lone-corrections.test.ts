import { expect, test } from 'vitest';
import { realDesks } from '../../../support/desk/real-desk.ts';
import { password, reception } from '../../../support/desk/test-desk.ts';

const { desk } = realDesks({ sealed: false });

test('a receipt one person made void is countersigned by a supervisor within three working days, once', async () => {
  const at = await desk('an', 'tu');
  const correct = async (): Promise<{ caseId: string; requestId: string; number: string }> => {
    const tu = await at.signIn('tu');
    const { caseId, number } = (await tu.call('case.receive', reception())).value;
    const { procedureCode, channel, submitter, components, quantity, resultDelivery, applicant } = reception();
    const renamed = { ...applicant, fullName: 'TRẦN VĂN Ư' };
    const change = { procedureCode, channel, submitter, components, quantity, resultDelivery, applicant: renamed };
    const requestId = crypto.randomUUID();
    const asked = { caseId, change, reason: 'gõ nhầm tên', requestId, print: false };
    expect(await tu.call('case.correct', asked)).toMatchObject({ ok: true });
    return { caseId, requestId, number: number.official };
  };
  const waiting = async () => (await (await at.signIn('binh')).call('work.loneCorrections')).value.corrections;
  // Before two keep the office there is nobody else to ask.
  await correct();
  expect(await waiting()).toEqual([]);
  const { caseId, requestId, number } = await correct();
  // Monday 23 November: Tuesday is the day of culture, so Wednesday, Thursday, Friday.
  const waits = {
    caseId,
    requestId,
    number,
    reissue: 1,
    byName: 'Phạm Tú',
    reason: 'gõ nhầm tên',
    until: '2026-11-27',
  };
  expect(await waiting()).toMatchObject([{ ...waits, late: false }]);
  // The sheet of that day, which is signed in the evening, says so; that of no other.
  const onSheet = async (date: string) =>
    (await (await at.signIn('binh')).call('money.daySheet', { date })).value.voidedAlone;
  const voided = { caseId, number, at: '2026-11-23T09:00:00+07:00', byName: 'Phạm Tú', reason: 'gõ nhầm tên' };
  expect(await onSheet('2026-11-23')).toEqual([voided]);
  expect(await onSheet('2026-11-22')).toEqual([]);
  at.clock.at += 5 * 86_400_000;
  expect(await waiting()).toMatchObject([{ ...waits, late: true }]);
  const late = await at.signIn('binh');
  const sign = { caseId, requestId };
  expect(await (await at.signIn('tu')).call('work.countersign', sign)).toMatchObject({ fault: { code: 'forbidden' } });
  // They are told of it in the bar, see what was and what is, and a hand's signature asks for the password.
  expect(await late.call('system.status')).toMatchObject({ value: { corrections: 1 } });
  expect(await (await at.signIn('tu')).call('system.status')).toMatchObject({ value: { corrections: 0 } });
  expect(await late.call('work.correction', sign)).toMatchObject({
    value: {
      was: { applicant: { fullName: 'NGUYỄN THỊ ĐẶNG ÁNH' } },
      becomes: { applicant: { fullName: 'TRẦN VĂN Ư' } },
    },
  });
  expect(await late.call('work.countersign', { ...sign, password: 'Sai-Mat-Khau-1' })).toMatchObject({
    fault: { code: 'sign-in-refused' },
  });
  at.clock.at += 60_000;
  expect(await late.call('work.countersign', { ...sign, password })).toMatchObject({ ok: true });
  expect(await late.call('system.status')).toMatchObject({ value: { corrections: 0 } });
  expect(await late.call('work.countersign', sign)).toMatchObject({ fault: { code: 'correction-unknown' } });
  expect(await waiting()).toEqual([]);
  expect(await onSheet('2026-11-23')).toEqual([]);
  // The log says of which case.
  const { value: log } = await late.call('account.log', { of: 'office' });
  expect(log.lines.find(({ type }: { type: string }) => type === 'correction-countersigned')).toMatchObject({
    number: expect.stringMatching(/-\d{6}-\d{4}$/),
  });
  // It is the role of that hour that counts: made a supervisor since, the author has still not been looked after.
  await correct();
  const an = await at.signIn('an');
  const raised = { username: 'tu', role: 'supervisor', reason: 'bổ nhiệm', ownPassword: password };
  expect(await an.call('account.setRole', { ...raised, second: { username: 'binh', password } })).toMatchObject({
    ok: true,
  });
  expect(await waiting()).toMatchObject([{ byName: 'Phạm Tú' }]);
  // And what a supervisor corrects alone waits for nobody.
  await correct();
  expect(await waiting()).toHaveLength(1);
  // A program signs as who it is.
  const [last] = await waiting();
  const byProgram = { caseId: last.caseId, requestId: last.requestId };
  expect(await (await at.signIn('binh')).call('work.countersign', byProgram)).toMatchObject({ ok: true });
  expect(at.desk.verify()).toMatchObject({ ok: true });
}, 240_000);
