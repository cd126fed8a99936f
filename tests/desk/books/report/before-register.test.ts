import { expect, test } from 'vitest';
import { petition } from '../../../support/counter/petition-desk.ts';
import { realDesks } from '../../../support/desk/real-desk.ts';
import { filesOf } from '../../../support/papers/zip.ts';

const { desk } = realDesks({ sealed: false });

test('of days on which there was no register here a report says so: its 0 is no 0', async () => {
  // Set up on Monday 23 November 2026.
  const at = await desk('an', 'binh');
  const binh = await at.signIn('binh');
  const make = async (from: string, to: string) => (await binh.call('report.make', { report: '07a', from, to })).value;
  expect((await make('2026-10-15', '2026-11-14')).missing).toMatchObject([
    { code: 'before-register', text: expect.stringContaining('23/11/2026') },
  ]);
  expect((await make('2026-11-15', '2026-12-14')).missing).toMatchObject([{ code: 'before-register' }]);
  expect((await make('2026-11-23', '2026-12-14')).missing).toEqual([]);
  // Set up after it: none of its numbers is known, and none is 0.
  for (const report of ['07a', '766', 'cut', '06a']) {
    const { value } = await binh.call('report.make', { report, from: '2026-10-15', to: '2026-11-14' });
    expect([report, Object.values(value.total.values).filter((one) => one !== null)]).toEqual([report, []]);
    expect([report, value.rows, value.checks]).toEqual([report, [], []]);
    expect(value.missing.length).toBe(1);
    expect(value.points ?? null).toEqual(report === '766' ? { least: 0, most: 100 } : null);
    for (const format of ['pdf', 'xlsx'])
      expect(await binh.call('report.file', { report, from: '2026-10-15', to: '2026-11-14', format })).toMatchObject({
        ok: true,
      });
  }
  // Kept so, it is the same when it is made again.
  const { reports } = (await binh.call('report.kept', {})).value;
  for (const { reportId } of reports)
    expect((await binh.call('report.again', { reportId })).value).toMatchObject({
      sameRegister: 'equal',
      differences: [],
    });
  expect(
    await binh.call('report.file', { report: '07a', from: '2026-10-15', to: '2026-11-14', format: 'pdf' }),
  ).toMatchObject({ ok: true });
});

test('figures of days that have not come are refused in words, and so are the files behind them', async () => {
  const at = await desk('an', 'binh');
  const binh = await at.signIn('binh');
  const days = { from: '2027-01-15', to: '2027-02-14' };
  const refused = { ok: false, fault: { code: 'report-not-begun', data: { from: '15/01/2027' } } };
  for (const report of ['07a', '06a', '08b', '766', 'cut']) {
    expect(await binh.call('report.make', { report, ...days })).toMatchObject(refused);
    expect(await binh.call('report.files', { report, column: '3', ...days })).toMatchObject(refused);
    expect(await binh.call('report.file', { report, format: 'xlsx', ...days })).toMatchObject(refused);
  }
});

test('petitions: blank before the first was written down, whatever came later, and from which day on afterwards', async () => {
  const at = await desk('an', 'binh');
  const binh = await at.signIn('binh');
  const told = await binh.call('petition.register', petition({ arrivedAt: '2026-11-12T09:00:00+07:00' }));
  expect(told).toMatchObject({ ok: true });
  const make = async (from: string, to: string) => (await binh.call('report.make', { report: '06a', from, to })).value;
  const before = await make('2026-09-15', '2026-11-14');
  expect(Object.values(before.total.values).every((one) => one === null)).toBe(true);
  expect(before.missing).toMatchObject([{ code: 'petitions' }]);
  const partly = await make('2026-09-15', '2026-12-14');
  expect(partly.total.values).toMatchObject({ 3: 1, 7: 1 });
  expect(partly.missing).toMatchObject([{ code: 'before-register', text: expect.stringContaining('23/11/2026') }]);
  expect((await make('2026-11-23', '2026-12-14')).missing).toEqual([]);
});

test('money: of a month before the register neither what was taken nor who owes is known, on paper either', async () => {
  const at = await desk('an', 'binh');
  const binh = await at.signIn('binh');
  const of = async (call: string, month: string) => (await binh.call(`money.${call}`, { month })).value;
  for (const call of ['settlement', 'unpaid']) {
    expect(await of(call, '2026-10')).toMatchObject({ began: '2026-11-23', known: false });
    expect(await of(call, '2026-11')).toMatchObject({ began: '2026-11-23', known: true });
  }
  const paper = async (list: string, month: string) => {
    const { base64 } = (await binh.call('money.monthFile', { month, list, format: 'xlsx' })).value;
    return [...filesOf(Buffer.from(base64, 'base64')).values()].join('\n');
  };
  for (const list of ['settlement', 'unpaid']) {
    const [before, since] = [await paper(list, '2026-10'), await paper(list, '2026-11')];
    expect(before).toContain('Sổ của quầy này bắt đầu ngày 23/11/2026, sau tháng này, nên chưa biết số nào');
    expect(before).not.toContain('CỘNG');
    expect(before).not.toContain('0 đồng');
    expect(since).toContain('việc trước ngày đó không có trong số liệu');
    expect(since).toContain('0 đồng');
    expect(await binh.call('money.monthFile', { month: '2026-10', list, format: 'pdf' })).toMatchObject({ ok: true });
  }
});
