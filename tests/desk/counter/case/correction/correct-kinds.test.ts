import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { pack, packFile } from '../../../../support/data/intake-sample.ts';
import { numberNotes, onPaper, printKit } from '../../../../support/counter/kit-desk.ts';
import { type TestDesk, clockAt, openPracticeDesk, reception } from '../../../../support/desk/test-desk.ts';
import { paperWords } from '../../../../support/papers/paper-words.ts';

let at: TestDesk;
beforeEach(async () => {
  at = await openPracticeDesk();
});
afterEach(() => at.end());

const another = { ...reception()['applicant'], fullName: 'NGUYỄN THỊ ĐẶNG OANH' };

function wish(caseId: string, change: Record<string, unknown>) {
  return { caseId, requestId: crypto.randomUUID(), reason: 'Ghi nhầm khi nhập', change };
}

const correct = (caseId: string, change: Record<string, unknown>) => at.get('case.correct', wish(caseId, change));
const stateOf = async (caseId: string) => (await at.get('case.get', { caseId })).state;
const wellKept = () => expect(at.desk.verify().checks.filter(({ ok }) => !ok)).toEqual([]);

describe('a case with legs', () => {
  /** Seven working days at Bình Chánh, from Wednesday 25/11 on, when the papers are there (24/11 is a holiday). */
  const elsewhere = {
    procedureCode: '1.004222',
    components: [{ index: 0, originals: 1, copies: 0 }],
    competentUnit: { code: '27637' },
  };

  async function receive(change: Record<string, unknown> = {}): Promise<string> {
    return (await at.get('case.receive', reception({ ...elsewhere, ...change }))).caseId;
  }

  test('corrected by a name keeps its legs, their clocks and its promise', async () => {
    const caseId = await receive();
    const before = await stateOf(caseId);
    clockAt(at, '2026-11-25T10:00:00');
    const done = await correct(caseId, { applicant: another });
    const after = await stateOf(caseId);
    expect([done.dueAt, after.legs, after.steps]).toEqual([before.dueAt, before.legs, before.steps]);
    expect(await paperWords(at, done.documents[0].documentId)).toContain('Cơ quan giải quyết:');
    wellKept();
  });

  test('corrected to another procedure goes the same way by that one’s time, from the same acceptance', async () => {
    const caseId = await receive();
    clockAt(at, '2026-11-25T10:00:00');
    const promise = await at.get('deadline.explain', {
      procedureCode: '1.001612',
      competentUnit: { code: '27637' },
      acceptedAt: '2026-11-23T09:00:00+07:00',
    });
    const done = await correct(caseId, {
      procedureCode: '1.001612',
      components: [{ index: 0, originals: 1, copies: 0 }],
    });
    expect([done.dueAt, done.steps]).toEqual([promise.dueAt, promise.steps]);
    const [leg, ...more] = (await stateOf(caseId)).legs;
    expect([leg.unitCode, leg.stage, leg.sendBy, more]).toEqual(['27637', 'to-send', '2026-11-25T17:00:00+07:00', []]);
    const [pile] = (await at.get('handOver.prepare')).piles;
    expect(pile.cases).toMatchObject([{ caseId, number: done.number.official ?? done.number.local }]);
    wellKept();
  });

  test('to a procedure with a way of its own and back: the legs are of the procedure in force', async () => {
    const caseId = (
      await at.get(
        'case.receive',
        reception({ procedureCode: '1.004222', components: [{ index: 0, originals: 1, copies: 0 }] }),
      )
    ).caseId;
    const plain = await stateOf(caseId);
    await correct(caseId, { procedureCode: '3.000722', components: [{ index: 0, originals: 1, copies: 0 }] });
    expect((await stateOf(caseId)).legs.length).toBeGreaterThan(1);
    wellKept();
    const back = await correct(caseId, {
      procedureCode: '1.004222',
      components: [{ index: 0, originals: 1, copies: 0 }],
    });
    expect([back.dueAt, (await stateOf(caseId)).legs]).toEqual([plain.dueAt, []]);
    wellKept();
  });

  test('once it is gone its facts are corrected and its procedure is not', async () => {
    const caseId = await receive({ channel: 'online' });
    await at.get('case.act', { caseId, act: { type: 'send-leg' } });
    const sent = await stateOf(caseId);
    const refused = await at.call(
      'case.correct',
      wish(caseId, { procedureCode: '1.001612', components: [{ index: 0, originals: 1, copies: 0 }] }),
    );
    expect(refused).toMatchObject({ fault: { code: 'file-elsewhere', data: { agency: sent.legs[0].agency } } });
    await correct(caseId, { applicant: another });
    expect((await stateOf(caseId)).legs).toEqual(sent.legs);
    wellKept();
  });
});

describe('a case from the portal', () => {
  const portalNumber = 'G22.99.08-261123-896048';

  async function receive(change: Record<string, unknown> = {}): Promise<{ caseId: string; local: string }> {
    const { files } = await at.get('intake.importPack', { text: pack([packFile(change)]) });
    const { procedureCode, applicant, components } = packFile() as Record<string, any>;
    const input = { procedureCode, applicant, components, channel: 'online', requestId: files[0].intakeId };
    const { caseId, number } = await at.get('case.receive', reception(input));
    expect(number.official).toBe(change['portalNumber'] ?? portalNumber);
    return { caseId, local: number.local };
  }

  test('keeps the portal’s number, and the new receipt says that it is issued again', async () => {
    const { caseId, local } = await receive();
    const [old] = (await at.get('case.get', { caseId })).documents;
    const done = await correct(caseId, { applicant: another });
    expect(done.number).toMatchObject({ official: portalNumber });
    expect([done.supersedes, done.number.local === local, done.reissue]).toEqual([portalNumber, true, 1]);
    const words = await paperWords(at, done.documents[0].documentId);
    expect(words).toContain('Cấp lại lần 1');
    expect(words).toContain(portalNumber);
    expect(words).not.toContain(local);
    const { fault } = await at.call('print.again', { documentId: old.documentId, reason: 'thêm một bản' });
    expect(fault).toMatchObject({
      code: 'paper-superseded',
      data: { number: portalNumber, by: `${portalNumber} (cấp lại lần 1)` },
    });
    expect(fault.message).not.toContain('hủy');
    expect((await at.get('case.search', { text: portalNumber })).hits).toMatchObject([
      { caseId, number: portalNumber },
    ]);
    const { rows } = await at.get('register.list', { from: '2026-11-23', to: '2026-11-23' });
    expect(rows).toMatchObject([{ number: portalNumber, applicantName: another.fullName }]);
    await correct(caseId, { quantity: 2 });
    expect((await stateOf(caseId)).number.official).toBe(portalNumber);
    wellKept();
  });

  test('its number is in force also where the desk gave the same serial on that day', async () => {
    const same = 'G22.99.08-261123-000001';
    const { caseId, local } = await receive({ portalNumber: same });
    expect(local).toMatch(/-0001$/);
    await correct(caseId, { applicant: another });
    at.sit('officer');
    expect(await at.get('bundle.take', { scan: same })).toMatchObject({ bundle: { caseId }, voidNumber: null });
    expect(await at.get('bundle.take', { scan: local })).toMatchObject({ bundle: { caseId }, voidNumber: null });
    const [hit] = (await at.get('case.search', { text: same })).hits;
    expect(hit).toMatchObject({ caseId, superseded: null });
  });
});

describe('a case entered later from a sheet', () => {
  test('keeps when it was received, who entered it, and the sheet’s number', async () => {
    const { kit } = await printKit(at, { count: 1 });
    const [{ number }] = kit.sheets;
    clockAt(at, '2026-11-25T08:30:00');
    const { caseId } = await at.get('case.receive', onPaper(number, '2026-11-23T14:05:00'));
    const before = await stateOf(caseId);
    at.sit('officer');
    const done = await correct(caseId, { applicant: another });
    expect([done.supersedes, done.acceptedAt, done.dueAt]).toEqual([number, before.acceptedAt, before.dueAt]);
    const after = await stateOf(caseId);
    expect([after.enteredLater, after.steps]).toEqual([before.enteredLater, before.steps]);
    expect(after.enteredLater).toMatchObject({ by: 'clerk', at: '2026-11-25T08:30:00+07:00' });
    const words = await paperWords(at, done.documents[0].documentId);
    expect(words).toContain('Cấp lại lần 1');
    expect(words).toContain('14 giờ 05 phút, ngày 23 tháng 11 năm 2026');
    const { rows } = await at.get('register.list', { from: '2026-11-23', to: '2026-11-23' });
    expect(rows).toMatchObject([{ notes: [{ kind: 'entered-later' }, { kind: 'reissued', text: '' }] }]);
    at.sit('clerk');
    expect(await at.call('case.receive', onPaper(number, '2026-11-23T14:05:00'))).toMatchObject({
      fault: { code: 'kit-number-used', data: { caseId, caseNumber: after.number.official } },
    });
    const [block] = (await at.get('office.numbers', { date: '2026-11-23' })).blocks;
    expect(block).toMatchObject({ skipped: [], void: [] });
    expect(numberNotes(at).join()).not.toContain('void, superseded by');
  });

  /** The law gives until Thursday 03/12 17:00; Tuesday 01/12 was written by hand. */
  const written = { promisedDate: '2026-12-01', promisedTime: '10:00' };

  test('a date written by hand stands, in the words that say so', async () => {
    const { kit } = await printKit(at, { count: 1 });
    clockAt(at, '2026-11-25T08:30:00');
    const sheet = onPaper(kit.sheets[0].number, '2026-11-23T09:05:00', written);
    const { caseId } = await at.get('case.receive', {
      ...sheet,
      procedureCode: '1.004222',
      components: [{ index: 0, originals: 1, copies: 0 }],
    });
    const before = await stateOf(caseId);
    expect(before.dueAt).toBe('2026-12-01T10:00:00+07:00');
    const ahead = await at.get('case.correction', { caseId, change: { applicant: another } });
    const done = await correct(caseId, { applicant: another });
    const after = await stateOf(caseId);
    expect([done.dueAt, after.dueAt, after.enteredLater]).toEqual([before.dueAt, before.dueAt, before.enteredLater]);
    expect([ahead.steps, done.steps, after.steps]).toEqual([before.steps, before.steps, before.steps]);
    at.sit('supervisor');
    expect((await at.get('office.promiseChanges')).changes).toEqual([]);
    wellKept();
  });

  test('another procedure is promised anew from the hour on the sheet, and by the law alone', async () => {
    const { kit } = await printKit(at, { count: 1 });
    clockAt(at, '2026-11-25T08:30:00');
    const sheet = onPaper(kit.sheets[0].number, '2026-11-23T09:05:00', written);
    const { caseId } = await at.get('case.receive', {
      ...sheet,
      procedureCode: '1.004222',
      components: [{ index: 0, originals: 1, copies: 0 }],
    });
    const acceptedAt = '2026-11-23T09:05:00+07:00';
    const promise = await at.get('deadline.explain', { procedureCode: '1.001612', acceptedAt });
    const done = await correct(caseId, {
      procedureCode: '1.001612',
      components: [{ index: 0, originals: 1, copies: 0 }],
    });
    const after = await stateOf(caseId);
    expect([done.dueAt, done.acceptedAt, done.steps]).toEqual([promise.dueAt, acceptedAt, promise.steps]);
    expect(after.steps).toEqual(done.steps);
    expect(after.enteredLater).toMatchObject({ by: 'clerk', promisedAt: null, lawDueAt: promise.dueAt });
    wellKept();
  });
});

/** Luật Hộ tịch 2026 Điều 30: the law of the day of reception, also where the count began anew after the new law came. */
test('corrected to another procedure goes by the law it was received under', async () => {
  clockAt(at, '2027-02-26T09:00:00', 'supervisor');
  await at.get('system.confirmClock', { date: '2027-02-26', reason: 'lịch treo tường' });
  at.sit('clerk');
  const components = [{ index: 0, originals: 1, copies: 0 }];
  const { caseId } = await at.get('case.receive', reception({ procedureCode: '1.004873', components }));
  await at.get('case.act', { caseId, act: { type: 'transfer', to: 'officer' } });
  at.sit('officer');
  const items = ['Giấy tờ chứng minh'];
  await at.get('case.act', { caseId, act: { type: 'request-supplement', items, reason: 'thiếu' } });
  clockAt(at, '2027-03-02T09:00:00');
  await at.get('case.act', { caseId, act: { type: 'supplement' } });
  const done = await correct(caseId, { procedureCode: '1.001022', components });
  expect(done.dueAt).toBe('2027-03-05T17:00:00+07:00');
  wellKept();
});

test('corrected to another procedure leaves out the time it was withdrawn (NĐ 118/2025 Điều 21)', async () => {
  const components = [{ index: 0, originals: 1, copies: 0 }];
  const { caseId } = await at.get('case.receive', reception({ procedureCode: '1.004873', components }));
  clockAt(at, '2026-11-25T09:00:00');
  await at.get('case.act', { caseId, act: { type: 'withdraw', reason: 'đổi ý' } });
  clockAt(at, '2026-11-27T09:00:00');
  await at.get('case.act', { caseId, act: { type: 'resume', reason: 'vẫn làm' } });
  // Five working days from 23/11 end on 01/12; on 25/11 four were left, and on 27/11 they run on.
  const done = await correct(caseId, { procedureCode: '1.004884', components });
  expect(done.dueAt).toBe('2026-12-03T17:00:00+07:00');
  wellKept();
});
