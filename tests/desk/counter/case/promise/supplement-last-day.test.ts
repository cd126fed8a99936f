import { afterEach, beforeEach, expect, test } from 'vitest';
import { addDays } from '../../../../../electron/domain/base/civil-time.ts';
import { type TestDesk, clockAt, openPracticeDesk, reception } from '../../../../support/desk/test-desk.ts';
import { paperWords } from '../../../../support/papers/paper-words.ts';

/** The last day for the papers is one day, on paper, on screen and in the list of work, and what follows it is what the law of the field says. */

let at: TestDesk;
beforeEach(async () => {
  at = await openPracticeDesk({ at: Date.parse('2026-12-02T08:00:00+07:00') });
});
afterEach(() => at.end());

const confirm = [{ code: 'online-only', reason: 'hỗ trợ tại quầy' }];
const items = ['Bản sao giấy tờ về đất'];

test.each([
  // Two working days, then a refusal: NĐ 217/2026 Điều 54 k2.
  [
    '1.013225',
    confirm,
    '2026-12-04',
    /hết ngày 04 tháng 12 năm 2026.*hồ sơ bị từ chối \(khoản 2 Điều 54 Nghị định 217\/2026/,
  ],
  // Fifteen days, then a closing: NĐ 118/2025 Điều 19 k5.
  [
    '1.001612',
    [],
    '2026-12-17',
    /hết ngày 17 tháng 12 năm 2026.*hồ sơ được đóng \(khoản 5 Điều 19 Nghị định 118\/2025/,
  ],
])('of %s', async (procedureCode, said, last, words) => {
  const components = [{ index: 0, originals: 1, copies: 0 }];
  const { caseId } = await at.get('case.receive', reception({ procedureCode, components, confirm: said }));
  await at.get('case.act', { caseId, act: { type: 'transfer', to: 'officer' } });
  at.sit('officer');
  const done = await at.get('case.act', { caseId, act: { type: 'request-supplement', items, reason: 'thiếu giấy' } });
  expect(await paperWords(at, done.documents[0].documentId)).toMatch(words);
  const { state } = await at.get('case.get', { caseId });
  expect(state.awaiting.until.slice(0, 10)).toBe(last);
});

/** The office closed by its own doing on the last day: the law's day is kept, and nobody is refused or closed on it (BLDS Điều 148 k5). */
test.each([
  [
    '1.013225',
    confirm,
    '2026-12-02',
    ['2026-12-04'],
    '2026-12-04',
    { type: 'refuse', reason: 'quá hạn bổ sung', legalBasis: 'NĐ 217/2026' },
  ],
  [
    '1.004884',
    [],
    '2026-11-24',
    ['2026-12-07', '2026-12-08', '2026-12-09'],
    '2026-12-09',
    { type: 'close-unsupplemented' },
  ],
  ['1.004884', [], '2026-11-25', ['2026-12-10'], '2026-12-10', { type: 'close-unsupplemented' }],
])('of %s, closed on its last day', async (procedureCode, said, day, closed, last, act) => {
  at.sit('supervisor');
  clockAt(at, '2026-11-23T09:00:00', 'supervisor');
  for (const date of closed) await at.get('office.setDay', { date, sessions: [], ground: 'cắt điện' });
  clockAt(at, `${day}T08:00:00`);
  const { caseId } = await at.get('case.receive', reception({ procedureCode, confirm: said }));
  await at.get('case.act', { caseId, act: { type: 'transfer', to: 'officer' } });
  at.sit('officer');
  const done = await at.get('case.act', { caseId, act: { type: 'request-supplement', items, reason: 'thiếu giấy' } });
  const [year, month, date] = last.split('-');
  expect(await paperWords(at, done.documents[0].documentId)).toContain(`hết ngày ${date} tháng ${month} năm ${year}`);
  const { groups } = await at.get('work.list', {});
  const [row] = groups.find(({ group }: { group: string }) => group === 'supplement').rows;
  expect(row.until.slice(0, 10)).toBe(last);
  expect(row.papers).toEqual(
    procedureCode === '1.013225'
      ? { term: { value: 2, unit: 'working-day' }, afterwards: 'refuse' }
      : { term: { value: 15, unit: 'day' }, afterwards: 'close' },
  );
  const who = act.type === 'refuse' ? 'officer' : 'clerk';
  for (const over of [...closed, last]) {
    clockAt(at, `${over}T08:00:00`, who);
    expect(await at.call('case.act', { caseId, act })).toMatchObject({ fault: { code: 'action-not-allowed' } });
  }
  clockAt(at, `${addDays(last, 1)}T08:00:00`, who);
  expect(await at.call('case.act', { caseId, act })).toMatchObject({ ok: true });
});

/** NĐ 217/2026 Điều 54 k2a: three working days for a house, five for other buildings. */
test.each([
  ['house', false],
  [undefined, true],
])('of a permit whose case is %s, asked on the fourth working day', async (termCase, allowed) => {
  const change = { procedureCode: '1.013225', confirm, ...(termCase === undefined ? {} : { termCase }) };
  const { caseId } = await at.get('case.receive', reception(change));
  await at.get('case.act', { caseId, act: { type: 'transfer', to: 'officer' } });
  clockAt(at, '2026-12-08T09:00:00', 'officer');
  const ask = { type: 'request-supplement', items, reason: 'thiếu giấy' };
  expect((await at.call('case.act', { caseId, act: ask })).ok).toBe(allowed);
  if (allowed) return;
  at.sit('supervisor');
  const override = 'kiểm tra thực địa mới thấy thiếu';
  expect(await at.call('case.act', { caseId, act: { ...ask, override } })).toMatchObject({ ok: true });
});

test('of a permit whose result is promised at the desk, who stands there is asked (k4a), a program is not', async () => {
  const online = { procedureCode: '1.013225', channel: 'online', components: [] };
  const asked = await at.call('case.receive', reception({ ...online, attended: true }));
  expect(asked).toMatchObject({ fault: { code: 'confirmation-needed', data: { codes: ['result-at-desk'] } } });
  const said = { ...online, attended: true, confirm: [{ code: 'result-at-desk', reason: 'cổng đang bảo trì' }] };
  expect(await at.call('case.receive', reception(said))).toMatchObject({ ok: true });
  const byPost = { kind: 'post', address: '12 Lê Lợi' };
  const { applicant } = reception({});
  const other = {
    ...online,
    attended: true,
    resultDelivery: byPost,
    applicant: { ...applicant, idNumber: '079190001242' },
  };
  expect(await at.call('case.receive', reception(other))).toMatchObject({ ok: true });
  expect(await at.call('case.receive', reception(online))).toMatchObject({ ok: true });
});

test.each([
  ['079190001234', 'Số định danh cá nhân'],
  ['E12345678', 'Số hộ chiếu'],
  ['C1234567', 'Số hộ chiếu'],
])('the number %s is called %s', async (idNumber, label) => {
  const { applicant } = reception() as { readonly applicant: object };
  const { documents } = await at.get('case.receive', reception({ applicant: { ...applicant, idNumber } }));
  const words = await paperWords(at, documents[0].documentId);
  expect(words).toContain(`${label}:`);
  if (label !== 'Số định danh cá nhân') expect(words).not.toContain('Số định danh cá nhân:');
});
