import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type TestDesk, openPracticeDesk, reception } from '../../../support/desk/test-desk.ts';

vi.setConfig({ testTimeout: 60_000 });

let at: TestDesk;
beforeAll(async () => {
  at = await openPracticeDesk();
});
afterAll(() => at.end());

function receive(change: object): Promise<any> {
  const who = { kind: 'citizen', fullName: 'NGƯỜI THỬ', idNumber: '079190200001', ...change };
  return at.call('case.receive', reception({ applicant: who }));
}

describe('names and addresses', () => {
  /** One rule wherever a person is named: who fetches, signs, pays, files, has an account. */
  test.each(['Nguyá»…n Lan', 'Nguy?n Lan', 'Traàn Lan', '123', 'lÊ lỢI'])(
    '%s is nobody’s name at any place',
    async (name) => {
      const requestId = crypto.randomUUID();
      const caseId = requestId;
      const receiver = { fullName: name, idNumber: '079190000001', as: 'proxy', authorisation: 'giấy ủy quyền' };
      const person = { kind: 'citizen', fullName: name, idNumber: '079190000001' };
      const signed = { type: 'leg-received', at: '2026-11-23T08:00:00+07:00', by: name };
      const account = { username: 'moi', fullName: name, role: 'clerk', password: 'Quay-Mot-Cua-1' };
      const places: [call: string, input: object, path: string][] = [
        ['case.receive', reception({ submitter: { ...person, authorisation: 'giấy ủy quyền' } }), 'submitter.fullName'],
        ['case.act', { caseId, act: { type: 'return', receiver } }, 'act.receiver.fullName'],
        ['case.act', { caseId, act: signed }, 'act.by'],
        [
          'case.correct',
          { caseId, requestId, reason: 'ghi nhầm', change: { applicant: person } },
          'change.applicant.fullName',
        ],
        ['handOver.receive', { handOverId: 'x', by: name }, 'by'],
        [
          'intake.open',
          { intakeId: requestId, kind: 'counter', procedureCode: '1.001193', applicant: person },
          'applicant.fullName',
        ],
        ['account.add', account, 'fullName'],
      ];
      for (const [call, input, path] of places) {
        at.sit(call === 'account.add' ? 'admin' : 'clerk');
        const answer = await at.call(call, input);
        expect(answer, `${call} ${path}`).toMatchObject({
          fault: { code: 'input-invalid', data: { issues: [{ path }] } },
        });
      }
      at.sit('clerk');
    },
  );

  test('what may be what the paper says is taken at the counter, and looked at again', async () => {
    const { value } = await receive({ fullName: 'Loïc Tran', address: 'Ph??ng B?n Th?nh', idNumber: 'ABCDEF' });
    const codes = value.warnings.map(({ code }: { code: string }) => code);
    expect(codes).toEqual(expect.arrayContaining(['name-doubtful', 'address-damaged', 'passport-without-digit']));
    const sound = await receive({ fullName: 'Aäron de Vries', address: '12½ Lê Lợi', idNumber: 'B1234567' });
    expect(sound.value.warnings).toEqual([]);
  });
});
