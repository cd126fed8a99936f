import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TestDesk, openPracticeDesk, reception } from '../../../support/desk/test-desk.ts';

/** One act to many cases in one call: each has its own outcome, and what is refused takes nothing from the others. */

let at: TestDesk;

beforeEach(async () => {
  at = await openPracticeDesk();
});
afterEach(() => at.end());

const names = ['NGUYỄN VĂN AN', 'TRẦN THỊ BÌNH', 'LÊ VĂN CƯỜNG'];
const components = [{ index: 0, originals: 1, copies: 0 }];

async function received(fullName: string): Promise<string> {
  const applicant = { ...reception()['applicant'], fullName };
  const { caseId } = await at.get(
    'case.receive',
    reception({ procedureCode: '1.004222', components, applicant, requestId: crypto.randomUUID() }),
  );
  return caseId;
}

async function finished(caseId: string): Promise<void> {
  at.sit('officer');
  const confirm = [{ code: 'finish-unhandled', reason: 'giải quyết ngay tại quầy' }];
  await at.get('case.act', { caseId, act: { type: 'finish', result: 'Đã đăng ký' }, confirm });
  at.sit('clerk');
}

async function handedOut(caseId: string, fullName: string): Promise<void> {
  await finished(caseId);
  const receiver = { fullName, idNumber: '079190001234', as: 'applicant' };
  const confirm = [{ code: 'fees-unpaid', reason: 'hẹn nộp sau' }];
  await at.get('case.act', { caseId, act: { type: 'return', receiver }, confirm });
}

const archive = (caseId: string, place = 'Kệ 2, hộp 7') => ({ caseId, act: { type: 'archive', place } });
const statusOf = async (caseId: string) => (await at.get('case.get', { caseId })).state.status;
const entriesOf = async (caseId: string) => (await at.get('case.get', { caseId })).actions.length;

test('what was handed out is archived; what was not is refused with a sentence in both languages, and stays as it is', async () => {
  const [first = '', second = '', third = ''] = await Promise.all(names.map((name) => received(name)));
  await handedOut(first, names[0] ?? '');
  await handedOut(third, names[2] ?? '');
  const before = await entriesOf(second);
  const requestId = crypto.randomUUID();
  const answer = await at.get('case.actMany', { requestId, acts: [archive(first), archive(second), archive(third)] });
  expect(answer.done).toBe(2);
  expect(answer.rows.map((row: any) => [row.caseId, row.status, row.refused?.code ?? null])).toEqual([
    [first, 'returned', null],
    [second, 'accepted', 'action-not-allowed'],
    [third, 'returned', null],
  ]);
  expect(answer.rows[1].refused).toMatchObject({
    text: expect.stringContaining('Chỉ làm khi hồ sơ'),
    textEn: expect.stringContaining('only when the case is'),
  });
  expect(await entriesOf(second)).toBe(before);
  const { rows } = await at.get('register.list', { from: '2026-11-23', to: '2026-11-23' });
  const archived = new Set(rows.filter((row: any) => row.archived).map((row: any) => row.caseId));
  expect(archived).toEqual(new Set([first, third]));
  expect(at.desk.verify().checks.flatMap(({ found }) => found)).toEqual([]);
});

test('the same request again records nothing anew and answers as done; under the same id other content is refused', async () => {
  const caseId = await received(names[0] ?? '');
  const other = await received(names[1] ?? '');
  await finished(caseId);
  const acts = [caseId, other].map((id) => ({ caseId: id, act: { type: 'announce', how: 'phone' } }));
  const requestId = crypto.randomUUID();
  const answer = await at.get('case.actMany', { requestId, acts });
  expect(answer).toMatchObject({ done: 1, rows: [{ refused: null }, { refused: { code: 'action-not-allowed' } }] });
  const told = await entriesOf(caseId);
  // What could not be done meanwhile can be now: it is tried, and the other is not told twice.
  await finished(other);
  at = await at.reopen();
  at.sit('clerk');
  expect(await at.get('case.actMany', { requestId, acts })).toMatchObject({
    done: 2,
    rows: [{ refused: null, status: 'finished' }, { refused: null }],
  });
  expect(await entriesOf(caseId)).toBe(told);
  expect(await at.call('case.actMany', { requestId, acts: acts.slice(1) })).toMatchObject({
    fault: { code: 'request-id-reused' },
  });
});

test('what is lawful with a reason alone, and what the person may not, is refused row by row', async () => {
  const caseId = await received(names[0] ?? '');
  at.sit('officer');
  const finish = { type: 'finish', result: 'Đã đăng ký' };
  const asked = { requestId: crypto.randomUUID(), acts: [{ caseId, act: finish }] };
  expect(await at.get('case.actMany', asked)).toMatchObject({
    done: 0,
    rows: [{ status: 'accepted', refused: { code: 'confirmation-needed' } }],
  });
  at.sit('clerk');
  const extend = { type: 'extend', reason: 'Chờ xác minh', newDueAt: '2026-12-30T16:00:00+07:00' };
  expect(
    await at.get('case.actMany', { requestId: crypto.randomUUID(), acts: [{ caseId, act: extend }] }),
  ).toMatchObject({ rows: [{ refused: { code: 'forbidden' } }] });
  const unknown = { requestId: crypto.randomUUID(), acts: [archive(crypto.randomUUID())] };
  expect(await at.get('case.actMany', unknown)).toMatchObject({
    rows: [{ status: null, refused: { code: 'case-unknown' } }],
  });
});

test.each([
  ['withdraw', { type: 'withdraw', reason: 'Xin rút' }],
  ['return', { type: 'return', receiver: { fullName: 'AN', idNumber: '079190001234', as: 'applicant' } }],
  ['refuse', { type: 'refuse', reason: 'Không đủ', legalBasis: 'NĐ 118/2025 Điều 21 k1' }],
  ['approve-supplement', { type: 'approve-supplement' }],
])('%s is done in the case alone: many at once are refused whole', async (_name, act) => {
  const caseId = await received(names[0] ?? '');
  expect(await at.call('case.actMany', { requestId: crypto.randomUUID(), acts: [{ caseId, act }] })).toMatchObject({
    fault: { code: 'input-invalid', data: { issues: [{ path: 'acts.0.act.type' }] } },
  });
  expect(await statusOf(caseId)).toBe('accepted');
});

test('a case named twice is refused: which of the two was meant nobody knows', async () => {
  const caseId = await received(names[0] ?? '');
  expect(
    await at.call('case.actMany', { requestId: crypto.randomUUID(), acts: [archive(caseId), archive(caseId)] }),
  ).toMatchObject({ fault: { code: 'input-invalid', data: { issues: [{ message: 'case-twice' }] } } });
});

test('an id in capital letters is the same id: of a case twice, and of a request that was done', async () => {
  const [one = '', other = ''] = await Promise.all(names.map((name) => received(name)));
  expect(
    await at.call('case.actMany', {
      requestId: crypto.randomUUID(),
      acts: [archive(one), archive(one.toUpperCase())],
    }),
  ).toMatchObject({ fault: { code: 'input-invalid', data: { issues: [{ message: 'case-twice' }] } } });
  const asked = (requestId: string, caseId: string) => ({ requestId, acts: [{ caseId, act: { type: 'transfer' } }] });
  const requestId = crypto.randomUUID();
  const first = await at.get('case.actMany', asked(requestId, other));
  expect(await at.get('case.actMany', asked(requestId.toUpperCase(), other.toUpperCase()))).toEqual(first);
  expect((await at.call('case.get', { caseId: other.toUpperCase() })).ok).toBe(true);
});

test('each has its paper, made once however often it is asked for', async () => {
  const all = await Promise.all(names.map((name) => received(name)));
  const asked = {
    requestId: crypto.randomUUID(),
    acts: all.map((caseId) => ({ caseId, act: { type: 'transfer' } })),
    print: true,
  };
  const first = await at.get('case.actMany', asked);
  expect(first.rows.map(({ paperFault }: any) => paperFault)).toEqual([null, null, null]);
  const again = await at.get('case.actMany', asked);
  expect(again.rows.map(({ printJobId }: any) => printJobId)).toEqual(
    first.rows.map(({ printJobId }: any) => printJobId),
  );
  for (const caseId of all) {
    const { documents } = await at.get('case.get', { caseId });
    expect(documents.filter(({ form }: any) => form === 'mau-06')).toHaveLength(1);
  }
});

test('archived to the wrong place: the shelf is said anew, and the case stays archived', async () => {
  const caseId = await received(names[0] ?? '');
  await handedOut(caseId, names[0] ?? '');
  await at.get('case.actMany', { requestId: crypto.randomUUID(), acts: [archive(caseId)] });
  await at.get('bundle.place', { case: { caseId }, place: { kind: 'archive', place: 'Kệ 3' } });
  const { actions } = await at.get('case.get', { caseId });
  expect(JSON.stringify(actions.at(-1))).toContain('Kệ 3');
  expect(actions.filter(({ type }: any) => type === 'archived')).toHaveLength(1);
});
