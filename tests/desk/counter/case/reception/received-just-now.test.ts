import { afterEach, beforeEach, expect, test } from 'vitest';
import { packFile, pack } from '../../../../support/data/intake-sample.ts';
import { type TestDesk, clockAt, openPracticeDesk, reception } from '../../../../support/desk/test-desk.ts';

let at: TestDesk;
beforeEach(async () => {
  at = await openPracticeDesk();
  clockAt(at, '2026-11-23T09:00:00');
});
afterEach(() => at.end());

/** As a screen sends it that has asked nothing yet. */
const plain = (change: Record<string, unknown> = {}) => reception({ attended: true, ...change });

test('the same person and procedure within a minute is asked about, with the number and the time', async () => {
  await at.get('case.receive', plain());
  clockAt(at, '2026-11-23T09:00:40');
  const again = plain();
  const { fault } = await at.call('case.receive', again);
  expect(fault).toMatchObject({
    code: 'confirmation-needed',
    data: { codes: ['received-just-now'], details: { 'received-just-now': 'H29.999-261123-0001, 09:00 23/11/2026' } },
  });
  expect(fault.message).toContain('H29.999-261123-0001, 09:00 23/11/2026');
  const confirm = [{ code: 'received-just-now', reason: 'hai con sinh đôi' }];
  const { caseId, number } = await at.get('case.receive', { ...again, confirm });
  expect(number.official).toBe('H29.999-261123-0002');
  const { actions } = await at.get('case.get', { caseId });
  expect(actions.map(({ type }: { type: string }) => type)).toContain('confirmed');
});

test.each<[string, () => Promise<unknown>]>([
  ['a minute later', async () => (clockAt(at, '2026-11-23T09:01:01'), at.get('case.receive', plain()))],
  ['another procedure', () => at.get('case.receive', plain({ procedureCode: '1.004873' }))],
  [
    'another person',
    () =>
      at.get(
        'case.receive',
        plain({ applicant: { kind: 'citizen', fullName: 'TRẦN VĂN BÌNH', idNumber: '079085000001' } }),
      ),
  ],
  [
    'the same request once more, which is one case',
    async () => {
      const one = plain({ procedureCode: '1.004873' });
      await at.get('case.receive', one);
      return at.get('case.receive', one);
    },
  ],
  [
    'a file that came over the portal under a number of its own',
    async () => {
      const { files } = await at.get('intake.importPack', {
        text: pack([packFile({ submittedAt: '2026-11-23T08:00:00+07:00', receivedAt: '2026-11-23T08:00:00+07:00' })]),
      });
      return at.get('case.receive', plain({ requestId: files[0].intakeId, channel: 'online' }));
    },
  ],
])('nothing is asked: %s', async (_name, next) => {
  await at.get('case.receive', plain());
  await next();
});

test('who files for themselves is nobody’s submitter: at the counter, in a correction, from the portal', async () => {
  const applicant = plain()['applicant'];
  const submitter = { ...applicant, idNumber: '079 190 001234', authorisation: 'Giấy ủy quyền 12' };
  const same = { path: 'submitter.idNumber', message: 'submitter-same' };
  expect((await at.call('case.receive', plain({ submitter }))).fault.data.issues).toMatchObject([same]);
  const { caseId } = await at.get('case.receive', plain());
  const change = { caseId, change: { submitter } };
  expect((await at.call('case.correction', change)).fault.data.issues).toMatchObject([
    { ...same, path: 'change.submitter.idNumber' },
  ]);
  const file = packFile();
  const { files } = await at.get('intake.importPack', {
    text: pack([{ ...file, submitter: { ...(file as { applicant: object }).applicant, authorisation: 'Chính chủ' } }]),
  });
  expect(files).toMatchObject([{ outcome: 'imported', notes: ['submitter'] }]);
  expect((await at.get('intake.get', { intakeId: files[0].intakeId })).facts.submitter).toBeNull();
});

test.each(['000000000000', '111111111111', '000000000'])('%s is nobody’s number', async (idNumber) => {
  const applicant = { kind: 'citizen', fullName: 'NGUYỄN THỊ THỬ', idNumber };
  expect((await at.call('case.receive', plain({ applicant }))).fault.data.issues).toMatchObject([
    { path: 'applicant.idNumber', message: 'id-number-one-digit' },
  ]);
});

test('a number that is known here under another name is asked about, and each case keeps its own name', async () => {
  const person = { kind: 'citizen', idNumber: '079190000048', dateOfBirth: '1990-03-04', address: 'Phường Cát Lái' };
  const first = await at.get('case.receive', plain({ applicant: { ...person, fullName: 'BÙI THỊ MẬN' } }));
  const again = plain({ procedureCode: '1.004873', applicant: { ...person, fullName: 'BÙI THỊ MẪN' } });
  const { fault } = await at.call('case.receive', again);
  expect(fault).toMatchObject({
    code: 'confirmation-needed',
    data: { codes: ['name-differs'], details: { 'name-differs': 'BÙI THỊ MẬN' } },
  });
  const confirm = [{ code: 'name-differs', reason: 'căn cước cũ in sai dấu' }];
  const second = await at.get('case.receive', { ...again, confirm });
  const listed = async (text: string) =>
    (await at.get('case.search', { text })).hits.map((one: { caseId: string; applicantName: string }) => [
      one.caseId,
      one.applicantName,
    ]);
  expect(await listed('079190000048')).toEqual([
    [second.caseId, 'BÙI THỊ MẪN'],
    [first.caseId, 'BÙI THỊ MẬN'],
  ]);
  const { person: kept, cases } = await at.get('person.earlier', {
    idNumber: '079190000048',
    procedureCode: '1.004873',
  });
  expect([kept.fullName, cases.length]).toEqual(['BÙI THỊ MẪN', 2]);
});
