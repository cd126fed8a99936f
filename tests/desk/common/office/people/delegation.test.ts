import { afterEach, beforeEach, expect, test } from 'vitest';
import { petition } from '../../../../support/counter/petition-desk.ts';
import { type TestDesk, clockAt, openPracticeDesk, reception } from '../../../../support/desk/test-desk.ts';
import { paperWords } from '../../../../support/papers/paper-words.ts';

let at: TestDesk;
const code = '1.004873';
const steps = [
  { name: 'Tiếp nhận', role: 'clerk', time: null },
  { name: 'Thụ lý', role: 'officer', time: { value: 1, unit: 'working-day' } },
  { name: 'Lãnh đạo duyệt', role: 'supervisor', time: { value: 1, unit: 'working-day' } },
  { name: 'Trả kết quả', role: 'clerk', time: null },
];
const terms = {
  leader: 'supervisor',
  delegate: 'officer',
  post: 'chairman',
  form: 'KT',
  title: 'Phó Chủ tịch',
  document: 'Thông báo 12/TB-UBND ngày 20/11/2026',
  from: '2026-11-24',
  to: '2026-11-26',
};

beforeEach(async () => {
  at = await openPracticeDesk();
  at.sit('supervisor');
  await at.get('procedure.setProcess', { code, steps, reason: 'Quyết định quy trình nội bộ' });
});
afterEach(() => at.end());

const as = (who: 'clerk' | 'officer' | 'supervisor' | 'admin') => {
  at.sit(who);
  return at;
};
const act = (who: 'clerk' | 'officer' | 'supervisor', caseId: string, body: object) =>
  as(who).call('case.act', { caseId, act: body });

/** A file at the step of the leader, in the leader's hands. */
async function withTheLeader(): Promise<string> {
  const components = [{ index: 0, originals: 1, copies: 0 }];
  const { caseId } = await as('clerk').get('case.receive', reception({ procedureCode: code, components }));
  await as('clerk').get('case.act', { caseId, act: { type: 'transfer' } });
  await as('officer').get('case.act', { caseId, act: { type: 'take-over' } });
  await as('officer').get('case.act', { caseId, act: { type: 'pass', to: 'supervisor' } });
  return caseId;
}
const holder = async (caseId: string) =>
  (await as('supervisor').get('case.get', { caseId })).state.whereabouts.holder as string | null;
const only = async () => (await as('clerk').get('office.delegations')).delegations[0];

test('while a leader is away their deputy approves, on the days of it alone, and the bar says for whom', async () => {
  const caseId = await withTheLeader();
  const finish = { type: 'finish', result: 'Đã đăng ký' };
  await as('supervisor').get('office.delegate', terms);
  expect(await act('officer', caseId, finish)).toMatchObject({ fault: { code: 'action-not-allowed' } });
  expect((await as('officer').get('system.status')).standsFor).toEqual([]);

  clockAt(at, '2026-11-24T09:00:00');
  const fullName = (await only()).leaderName;
  expect((await as('officer').get('system.status')).standsFor).toEqual([
    { name: fullName, form: 'KT.', to: '2026-11-26' },
  ]);
  expect(await only()).toMatchObject({ holds: true, leaderName: fullName, open: 1, files: { moved: 0, there: 0 } });
  // What is a leader's outside of cases stays theirs.
  expect(await as('officer').call('procedure.setProcess', { code, steps, reason: 'Đổi' })).toMatchObject({
    fault: { code: 'forbidden' },
  });
  await as('officer').get('case.act', { caseId, act: finish });

  const other = await withTheLeader();
  clockAt(at, '2026-11-27T09:00:00');
  expect(await act('officer', other, finish)).toMatchObject({ fault: { code: 'action-not-allowed' } });
  expect((await only()).holds).toBe(false);
  expect(at.desk.verify().checks.flatMap(({ found }) => found)).toEqual([]);
});

test('a later day for a petition is told by who stands for the leader too, on those days alone', async () => {
  const { petitionId } = await as('clerk').get('petition.register', petition());
  const extend = (who: 'clerk' | 'officer', until: string) =>
    as(who).call('petition.act', { petitionId, act: { type: 'extend', until, reason: 'Phải xác minh' } });
  await as('supervisor').get('office.delegate', terms);
  expect(await extend('officer', '2026-12-21')).toMatchObject({ fault: { code: 'forbidden' } });
  clockAt(at, '2026-11-24T09:00:00');
  expect(await extend('clerk', '2026-12-21')).toMatchObject({ fault: { code: 'forbidden' } });
  expect(await extend('officer', '2026-12-21')).toMatchObject({ ok: true });
  expect((await as('clerk').get('petition.get', { petitionId })).row.toldDue).toBe('2026-12-21');
  clockAt(at, '2026-11-27T09:00:00');
  expect(await extend('officer', '2026-12-28')).toMatchObject({ fault: { code: 'forbidden' } });
});

test('all open files of a leader go to who stands in, in one act, and come back; what was the deputy’s own stays', async () => {
  const files = [await withTheLeader(), await withTheLeader(), await withTheLeader()];
  const own = await withTheLeader();
  await as('supervisor').get('case.act', { caseId: own, act: { type: 'rework', reason: 'Thiếu căn cứ' } });
  expect(await holder(own)).toBe('officer');
  await as('supervisor').get('office.delegate', terms);
  const { delegationId } = await only();
  expect(await as('supervisor').call('office.moveFiles', { delegationId, to: 'delegate' })).toMatchObject({
    fault: { code: 'delegation-over' },
  });
  clockAt(at, '2026-11-24T09:00:00');
  expect(await as('supervisor').get('office.moveFiles', { delegationId, to: 'delegate' })).toEqual({
    moved: 3,
    left: [],
  });
  for (const caseId of files) expect(await holder(caseId)).toBe('officer');
  expect(await only()).toMatchObject({ open: 0, files: { moved: 3, there: 3 } });
  const [done = '', ...rest] = files;
  await as('officer').get('case.act', { caseId: done, act: { type: 'finish', result: 'Đã đăng ký' } });

  clockAt(at, '2026-11-27T09:00:00');
  expect(await as('admin').get('office.moveFiles', { delegationId, to: 'leader' })).toEqual({ moved: 2, left: [] });
  for (const caseId of rest) expect(await holder(caseId)).toBe('supervisor');
  expect(await holder(own)).toBe('officer');
  expect(await only()).toMatchObject({ open: 2, files: { moved: 3, there: 0 } });
  expect(at.desk.verify().checks.flatMap(({ found }) => found)).toEqual([]);
});

test('it is the leader’s or the administrator’s to say; it ends before its day with a reason; one at a time', async () => {
  expect(await as('clerk').call('office.delegate', terms)).toMatchObject({ fault: { code: 'forbidden' } });
  const turned = { ...terms, leader: 'officer', delegate: 'supervisor' };
  expect(await as('supervisor').call('office.delegate', turned)).toMatchObject({ fault: { code: 'delegation-own' } });
  expect(await as('admin').call('office.delegate', turned)).toMatchObject({ fault: { code: 'delegation-unfit' } });
  expect(await as('admin').call('office.delegate', { ...terms, to: '2026-11-23', from: '2026-11-24' })).toMatchObject({
    fault: { code: 'input-invalid' },
  });
  await as('admin').get('office.delegate', terms);
  expect(await as('supervisor').call('office.delegate', { ...terms, from: '2026-11-26' })).toMatchObject({
    fault: { code: 'delegation-overlaps' },
  });
  const { delegationId } = await only();
  const end = { delegationId, reason: 'Về sớm' };
  await as('supervisor').get('office.endDelegation', end);
  expect(await as('supervisor').call('office.endDelegation', end)).toMatchObject({
    fault: { code: 'delegation-unknown' },
  });
  expect(await only()).toMatchObject({ holds: false, ended: { reason: 'Về sớm' } });
  await as('supervisor').get('office.delegate', terms);
});

test('a letter of the committee is signed by who stands in (NĐ 30/2020 Điều 13), and made again it is the same after the leader is back', async () => {
  const caseId = await withTheLeader();
  await as('supervisor').get('office.delegate', terms);
  clockAt(at, '2026-11-24T09:00:00');
  const newDueAt = '2026-11-30T10:00:00+07:00';
  const extend = { type: 'extend', reason: 'Chờ xác minh', newDueAt };
  const { documents } = await as('officer').get('case.act', {
    caseId,
    act: extend,
    confirm: [{ code: 'date-far', reason: 'thử' }],
  });
  const [letter] = documents;
  expect(letter.form).toBe('mau-04');
  const { delegateName } = await only();
  const signed = 'KT. CHỦ TỊCH PHÓ CHỦ TỊCH';
  const words = async () => (await paperWords(at, letter.documentId)).replaceAll(/\s+/g, ' ');
  expect(await words()).toContain(signed);
  expect(await words()).toContain(delegateName);
  // KT. stands there already: nobody has to be told to write it.
  expect(await words()).toContain(`${signed} (Ký, ghi rõ họ tên và đóng dấu)`);
  const { delegationId } = await only();
  await as('supervisor').get('office.endDelegation', { delegationId, reason: 'Lãnh đạo đã về' });
  at = await at.reopen();
  at.sit('officer');
  expect(await words()).toContain(signed);

  const other = await withTheLeader();
  const back = await as('officer').get('case.act', {
    caseId: other,
    act: extend,
    confirm: [{ code: 'date-far', reason: 'thử' }],
  });
  const plain = (await paperWords(at, back.documents[0].documentId)).replaceAll(/\s+/g, ' ');
  expect(plain).toContain('CHỦ TỊCH (Ký, ghi rõ họ tên và đóng dấu; cấp phó ký thay ghi KT.');
  expect(plain).not.toContain('PHÓ CHỦ TỊCH (Ký');
});
