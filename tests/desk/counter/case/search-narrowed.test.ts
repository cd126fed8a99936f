import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type TestDesk, clockAt, openPracticeDesk, reception } from '../../../support/desk/test-desk.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let at: TestDesk;

const person = (fullName: string, idNumber: string, dateOfBirth: string) => ({
  kind: 'citizen',
  fullName,
  idNumber,
  dateOfBirth,
});
const birth = { procedureCode: '1.001193', components: [{ index: 0, originals: 1, copies: 0 }] };

beforeAll(async () => {
  at = await openPracticeDesk();
  const file = async (change: Record<string, unknown>) => (await at.get('case.receive', reception(change))).caseId;
  const waits = await file({ ...birth, applicant: person('Hứa Thị Lan', '079185014321', '1985-02-15') });
  await file({ ...birth, applicant: person('Hứa Mạnh Khôi', '079091015678', '1991-07-01') });
  await file({ procedureCode: '1.004222', applicant: person('Hứa Thị Lan', '079192019999', '1992-02-15') });
  await at.get('case.act', { caseId: waits, act: { type: 'transfer' } });
  at.sit('officer');
  await at.get('case.act', {
    caseId: waits,
    act: { type: 'request-supplement', items: ['Giấy chứng sinh'], reason: 'Thiếu giấy' },
  });
});
afterAll(() => at.end());

const born = async (text: string): Promise<readonly string[]> => {
  const { hits } = await at.get('case.search', { text, limit: 10 });
  return hits.map(({ applicantName, idNumberMasked }: any) => `${applicantName} ${idNumberMasked.slice(-4)}`);
};

describe('what is asked beside a name', () => {
  test.each([
    ['a year of birth', 'hua lan 1985', ['Hứa Thị Lan 4321']],
    ['a day of birth', 'hua thi lan 15/02/1992', ['Hứa Thị Lan 9999']],
    ['a procedure behind the name', 'hua lan khai sinh', ['Hứa Thị Lan 4321']],
    ['a procedure before it', 'khai sinh hua khoi', ['Hứa Mạnh Khôi 5678']],
    ['a procedure as people call it', 'hua lan lam khai sinh', ['Hứa Thị Lan 4321']],
    ['a state', 'hua lan cho bo sung', ['Hứa Thị Lan 4321']],
    ['the end of the id beside the procedure', 'hua khai sinh 5678', ['Hứa Mạnh Khôi 5678']],
    ['first letters', 'hmk', ['Hứa Mạnh Khôi 5678']],
    ['first letters and the end of the id', 'htl 9999', ['Hứa Thị Lan 9999']],
    ['keys of Telex', 'huwsa manhj khooi', ['Hứa Mạnh Khôi 5678']],
    ['keys of VNI', 'hu7a1 ma5nh kho6i', ['Hứa Mạnh Khôi 5678']],
  ])('%s: %s', async (_, text, expected) => {
    expect((await born(text)).slice(0, expected.length)).toEqual(expected);
  });

  test.each([
    ['another year', 'hua lan 1991'],
    ['another procedure', 'hua khoi thuong tru'],
    ['another state', 'hua khoi cho bo sung'],
  ])('%s finds nobody of that name first: %s', async (_, text) => {
    expect(await born(text)).toEqual([]);
  });

  test('a state alone is the newest of the office in it', async () => {
    const [first] = await born('cho bo sung');
    expect(first).toBe('Hứa Thị Lan 4321');
  });

  test('of a state alone nobody’s name is guessed', async () => {
    const { hits } = await at.get('case.search', { text: 'chờ bổ sung', limit: 50 });
    expect(new Set(hits.map(({ status }: any) => status))).toEqual(new Set(['supplement-requested']));
  });

  test('what is late is what was promised and is past, and nothing that awaits papers', async () => {
    clockAt(at, '2027-03-01T09:00', 'supervisor');
    const late = await born('hua qua han');
    expect(late.toSorted()).toEqual(['Hứa Mạnh Khôi 5678', 'Hứa Thị Lan 9999']);
  });
});
