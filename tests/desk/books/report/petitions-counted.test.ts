import { expect, test } from 'vitest';
import { printedNumber } from '../../../../electron/domain/base/numbering.ts';
import { petition } from '../../../support/counter/petition-desk.ts';
import type { ReportAnswer } from '../../../../electron/contract/books/report/report.ts';
import { clockAt, openPracticeDesk, reception } from '../../../support/desk/test-desk.ts';

test('Biểu 06a of the register of petitions: what was answered is handled, what was passed on is another’s, and nobody’s is no 0', async () => {
  const at = await openPracticeDesk();
  const asked = { report: '06a', from: '2026-10-15', to: '2027-01-14' };
  const register = (change: Record<string, unknown> = {}) => at.get('petition.register', petition(change));
  const act = (petitionId: string, type: string, more: object = {}) =>
    at.get('petition.act', { petitionId, act: { type, ...more } });
  at.sit('supervisor');
  if ((await at.get('petition.list')).count === 0)
    expect((await at.get('report.make', asked)).missing).toMatchObject([{ code: 'petitions' }]);
  const before = (await at.get('petition.list')).count > 0 ? (await at.get('report.make', asked)).total.values : {};
  const plus = (more: Record<string, number>) =>
    Object.fromEntries(
      Object.entries(more).map(([column, value]) => [column, ((before[column] as number) ?? 0) + value]),
    );
  const answered = await register();
  const passed = await register();
  await register({ content: 'rule', field: 'Đất đai' });
  await register({ content: 'other' });
  await act(answered.petitionId, 'answer', { answer: 'Đã trả kết quả ngày 25/11' });
  await act(passed.petitionId, 'forward', { to: 'Sở Xây dựng', reason: 'Thuộc thẩm quyền của Sở' });
  const made = await at.get('report.make', asked);
  expect(made.missing).toMatchObject([
    { code: 'before-register' },
    { code: 'before-register', text: expect.stringContaining('Cột (6), (11) chưa biết') },
  ]);
  expect(made.checks.filter(({ ok }: { ok: boolean }) => !ok)).toEqual([]);
  expect(made.total.values).toMatchObject(plus({ 3: 2, 4: 1, 5: 1, 7: 2, 8: 1, 9: 1, 12: 1, 13: 1, 15: 1 }));
  // The same period asked for as it stood before anything came back; and the next begins with what is under way.
  clockAt(at, '2027-04-20T08:00:00');
  const next = await at.get('report.make', { report: '06a', from: '2027-01-15', to: '2027-04-14' });
  expect(next.total.values).toMatchObject({ 6: made.total.values[13], 7: 0, 8: 0 });
  await at.end();
});

test('what was passed on in a period is told by name where the next one begins with less than was left open', async () => {
  const at = await openPracticeDesk();
  at.sit('supervisor');
  const make = (from: string, to: string): Promise<ReportAnswer> => at.get('report.make', { report: '06a', from, to });
  const one = await at.get('petition.register', petition({}));
  await at.get('petition.register', petition({}));
  clockAt(at, '2026-12-16T09:00:00');
  const open = (await make('2026-09-15', '2026-12-14')).total.values[13];
  await at.get('petition.act', {
    petitionId: one.petitionId,
    act: { type: 'forward', to: 'Sở Xây dựng', reason: 'Thuộc thẩm quyền của Sở' },
  });
  expect((await make('2026-09-15', '2026-12-14')).total.values[13]).toBe(open);
  const next = await make('2026-12-15', '2027-03-14');
  expect(next.total.values[6]).toBe(Number(open) - 1);
  expect(next.checks).toContainEqual({ name: '(6) = (13) kỳ trước', ok: false });
  expect(next.missing).toContainEqual(expect.objectContaining({ code: 'petitions-moved', numbers: [one.number] }));
  await at.end();
});

test('the index counts a limit of a petition once it has come, and lists each that was missed', async () => {
  const at = await openPracticeDesk();
  const asked = { report: '766', from: '2026-11-15', to: '2027-01-14' };
  const of = async () => {
    const { indicators = [] }: ReportAnswer = await at.get('report.make', asked);
    const { files, count } = await at.get('report.files', { ...asked, column: '5.2' });
    const found = indicators.find(({ code }) => code === '5.2');
    return { lost: found?.lost ?? null, asked: found?.denominator?.most ?? 0, count, files };
  };
  at.sit('supervisor');
  const before = await of();
  const one = await at.get('petition.register', petition({}));
  // The period ends long after its limit, and that is not come.
  expect(await of()).toMatchObject({ lost: before.lost ?? 0, asked: before.asked, count: before.count });
  clockAt(at, '2027-01-05T08:00:00');
  const after = await of();
  expect(after.lost).toBeGreaterThan(before.lost ?? 0);
  expect(after.count).toBe(after.lost);
  expect(after.files.map(({ number }: { number: string }) => number)).toContain(one.number);
  await at.end();
});

test('a petition whose sender said that they were displeased is lost for 5.3, and the file it names for 5.4', async () => {
  const at = await openPracticeDesk();
  const received = await at.get('case.receive', reception({ procedureCode: '1.004884' }));
  const number = printedNumber(received.number);
  at.sit('supervisor');
  const asked = { report: '766', from: '2026-11-15', to: '2026-12-14' };
  const of = async (code: string) => {
    const { indicators = [] }: ReportAnswer = await at.get('report.make', asked);
    const { files, count } = await at.get('report.files', { ...asked, column: code, limit: 1000 });
    const found = indicators.find((one) => one.code === code);
    expect([code, count]).toEqual([code, found?.lost ?? 0]);
    return { lost: Number(found?.lost), most: found?.numerator?.most ?? 0, all: found?.denominator?.most ?? 0, files };
  };
  const [content, files] = [await of('5.3'), await of('5.4')];
  const one = await at.get('petition.register', petition({ caseNumber: number }));
  await at.get('petition.act', { petitionId: one.petitionId, act: { type: 'answer', answer: 'Đã trả kết quả' } });
  await at.get('petition.act', { petitionId: one.petitionId, act: { type: 'close', satisfaction: 'dissatisfied' } });
  const [then, now] = [await of('5.3'), await of('5.4')];
  expect(then).toMatchObject({ lost: content.lost + 1, most: content.most, all: content.all + 1 });
  expect(then.files.map((file: { number: string }) => file.number)).toContain(one.number);
  expect(now).toMatchObject({ lost: files.lost + 1, most: files.most - 1 });
  expect(now.files.map((file: { number: string }) => file.number)).toContain(number);
  await at.end();
});

test('a kept Biểu 06a says which petitions are counted otherwise since, and by which entries', async () => {
  const at = await openPracticeDesk();
  at.sit('supervisor');
  const asked = { report: '06a', from: '2026-10-15', to: '2027-01-14' } as const;
  const one = await at.get('petition.register', petition({}));
  await at.get('report.file', { ...asked, format: 'xlsx' });
  const [{ reportId }] = (await at.get('report.kept')).reports;
  expect(await at.get('report.again', { reportId })).toMatchObject({
    sameRegister: 'equal',
    moved: 0,
    differences: [],
  });
  await at.get('petition.act', { petitionId: one.petitionId, act: { type: 'answer', answer: 'Đã trả kết quả' } });
  const later = await at.get('petition.register', petition({}));
  const again = await at.get('report.again', { reportId });
  expect(again).toMatchObject({ sameRegister: 'equal', moved: 2 });
  expect(again.files).toMatchObject([
    {
      caseId: null,
      number: one.number,
      then: ['4', '7', '14'],
      now: ['4', '7', '9', '12'],
      since: [{ type: 'petition-answered' }],
    },
    { caseId: null, number: later.number, then: [], now: ['4', '7', '14'], since: [{ type: 'petition-received' }] },
  ]);
  await at.end();
});
