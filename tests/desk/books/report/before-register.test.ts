import { expect, test } from 'vitest';
import type { ReportAgain, ReportAnswer } from '../../../../electron/contract/books/report/report.ts';
import { petition } from '../../../support/counter/petition-desk.ts';
import { realDesks } from '../../../support/desk/real-desk.ts';
import { reception } from '../../../support/desk/test-desk.ts';
import { textOfPdf } from '../../../support/papers/pdf-reader.ts';
import { filesOf } from '../../../support/papers/zip.ts';

const { desk } = realDesks({ sealed: false });

/** The cells of the row of a workbook in which a text stands, a blank one as null. */
function cellsOf(book: ReadonlyMap<string, string>, text: string): (string | null)[] {
  const strings = [...(book.get('xl/sharedStrings.xml') ?? '').matchAll(/<si><t[^>]*>([^<]*)<\/t><\/si>/g)].map(
    ([, one]) => one ?? '',
  );
  const sheet = book.get('xl/worksheets/sheet1.xml') ?? '';
  const rows = [...sheet.matchAll(/<row[^>]*>(.*?)<\/row>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, said = '', inside = '']) => {
      const value = /<v>(.*?)<\/v>/.exec(inside)?.[1] ?? null;
      return value !== null && said.includes('t="s"') ? (strings[Number(value)] ?? null) : value;
    }),
  );
  return rows.find((row) => row.includes(text)) ?? [];
}

test('of days on which there was no register here a report says so: its 0 is no 0', async () => {
  // Set up on Monday 23 November 2026.
  const at = await desk('an', 'binh');
  const binh = await at.signIn('binh');
  const make = async (from: string, to: string) => (await binh.call('report.make', { report: '07a', from, to })).value;
  expect((await make('2026-10-15', '2026-11-14')).missing).toMatchObject([
    { code: 'before-register', text: expect.stringContaining('23/11/2026') },
  ]);
  expect((await make('2026-11-15', '2026-12-14')).missing).toMatchObject([
    { code: 'before-register' },
    { code: 'before-register', text: expect.stringContaining('Cột (8) chưa biết') },
  ]);
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

test('what the period before left open is not known where the register began in this one: on screen, kept, in both files', async () => {
  const at = await desk('an', 'binh');
  const binh = await at.signIn('binh');
  expect(await binh.call('case.receive', reception({ procedureCode: '1.004884' }))).toMatchObject({ ok: true });
  const days = { from: '2026-11-15', to: '2026-12-14' };
  const made: ReportAnswer = (await binh.call('report.make', { report: '07a', ...days })).value;
  const counted = { 3: 1, 6: 0, 7: 1, 8: null, 9: 0, 13: 1, 14: 1 };
  expect(made.rows).toMatchObject([{ key: 'Hộ tịch', values: counted }]);
  expect(made.total.values).toMatchObject(counted);
  // Column 13 of the period before is not known either: nothing is held against it, and what can be held against each other is.
  expect(made.checks).toEqual([{ name: '(3) = (9) + (13)', ok: true }]);
  // From the first day of a period on the register has all that came in it, and still nothing from before.
  const since: ReportAnswer = (await binh.call('report.make', { report: '07a', from: '2026-11-23', to: '2026-12-14' }))
    .value;
  expect(since.total.values).toMatchObject({ 3: 1, 8: null });
  expect(since.missing).toMatchObject([{ text: expect.stringContaining('Cột (8) chưa biết') }]);
  // Of the next period the same register tells all: nothing is blank that is 0.
  at.clock.at += 86_400_000;
  const tuesday = await at.signIn('binh');
  const next: ReportAnswer = (
    await tuesday.call('report.make', { report: '07a', from: '2026-11-24', to: '2026-12-14' })
  ).value;
  expect(next.missing).toMatchObject([{ text: expect.stringContaining('Cột (8) chỉ gồm hồ sơ của sổ này') }]);
  expect(next.total.values).toMatchObject({ 3: 1, 7: 0, 8: 1, 13: 1 });
  expect(next.checks.map(({ name }) => name)).toContain('(8) = (13) kỳ trước');

  const file = async (format: 'xlsx' | 'pdf') =>
    Buffer.from((await tuesday.call('report.file', { report: '07a', ...days, format })).value.base64, 'base64');
  const book = filesOf(await file('xlsx'));
  expect([...book.values()].join('\n')).toContain('Cột (8) chưa biết');
  expect(cellsOf(book, 'Hộ tịch')).toEqual([
    '1',
    'Hộ tịch',
    '1',
    '0',
    '0',
    '0',
    '1',
    null,
    '0',
    '0',
    '0',
    '0',
    '1',
    '1',
    '0',
  ]);
  const words = await textOfPdf(await file('pdf'));
  expect(words.replaceAll(/\s+/g, ' ')).toContain('Cột (8) chưa biết');
  const { reports } = (await tuesday.call('report.kept', {})).value;
  for (const { reportId } of reports) {
    const again: ReportAgain = (await tuesday.call('report.again', { reportId })).value;
    expect([again.sameRegister, again.differences]).toEqual(['equal', []]);
    expect(again.kept.total.values['8']).toBeNull();
  }

  // Of a period of the law just after the one in which it began: what the register before had open is still in none of its columns.
  at.clock.at = Date.parse('2027-02-20T09:00:00+07:00');
  const later = await at.signIn('binh');
  const told = async (from: string, to: string) =>
    (await later.call('report.make', { report: '07a', from, to })).value.missing.map(
      ({ text }: { text: string }) => text,
    );
  expect(await told('2026-12-15', '2027-01-14')).toEqual([
    expect.stringContaining('Cột (8) chỉ gồm hồ sơ của sổ này (từ ngày 23/11/2026)'),
  ]);
  expect(await told('2026-12-15', '2027-03-14')).toHaveLength(1);
  expect(await told('2027-01-15', '2027-02-14')).toEqual([]);
});

test('of (8) of the first period what was written down since is told as counted: who adds the old register adds it once', async () => {
  const at = await desk('an', 'binh');
  const binh = await at.signIn('binh');
  for (let nth = 0; nth < 2; nth += 1)
    expect(await binh.call('case.receive', reception({ procedureCode: '1.004884' }))).toMatchObject({ ok: true });
  const { applicant } = reception();
  const came = {
    code: 'H29.777-261112-0042',
    receivingUnit: { code: '26743' },
    acceptedAt: '2026-11-12T09:00:00+07:00',
    dueAt: '2026-11-30T17:00:00+07:00',
    arrivedAt: '2026-11-12T10:00:00+07:00',
    procedureCode: '1.004873',
    applicant,
    components: [{ index: 0, originals: 1, copies: 0 }],
    requestId: crypto.randomUUID(),
  };
  expect(await binh.call('case.receiveForeign', came)).toMatchObject({ ok: true });
  const made: ReportAnswer = (await binh.call('report.make', { report: '07a', from: '2026-11-15', to: '2026-12-14' }))
    .value;
  expect(made.total.values).toMatchObject({ 3: 3, 7: 2, 8: null, 13: 3 });
  expect(made.missing.at(-1)?.text).toContain('trừ 1 hồ sơ kỳ trước đã nhập vào sổ này');
  expect(made.missing.at(-1)?.text).toContain('(Hộ tịch 1): không cộng lần nữa');

  const early = await binh.call('petition.register', petition({ arrivedAt: '2026-11-12T09:00:00+07:00' }));
  const told: ReportAnswer = (await binh.call('report.make', { report: '06a', from: '2026-11-15', to: '2027-02-14' }))
    .value;
  expect(told.total.values).toMatchObject({ 3: 1, 4: 1, 6: null, 7: 0, 13: 1, 14: 1 });
  expect(told.missing.at(-1)?.text).toContain(`trừ ${String(early.value.number)} từ kỳ trước`);
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
  // What an earlier period left open, and what became of it, is not known.
  expect(partly.total.values).toMatchObject({ 3: 1, 6: null, 7: 1, 8: 0, 11: null, 12: 0, 13: 1 });
  expect(partly.rows).toMatchObject([{ values: { 6: null, 11: null } }]);
  expect(partly.missing).toMatchObject([
    { code: 'before-register', text: expect.stringContaining('23/11/2026') },
    { code: 'before-register', text: expect.stringContaining('Cột (6), (11) chưa biết') },
  ]);
  expect((await make('2026-11-23', '2026-12-14')).missing).toMatchObject([
    { text: expect.stringContaining('Cột (6), (11) chưa biết') },
  ]);
  at.clock.at += 86_400_000;
  const tuesday = await at.signIn('binh');
  const next = (await tuesday.call('report.make', { report: '06a', from: '2026-11-24', to: '2026-12-14' })).value;
  expect([next.total.values['6'], next.total.values['11']]).toEqual([1, 0]);
  // What the old register had open is settled by no source here: it is said in the period after the first, of the law's or of any days, and no later.
  const only = [
    { code: 'before-register', text: expect.stringMatching(/^Cột \(6\) chỉ gồm .* \(từ ngày 23\/11\/2026\)/) },
  ];
  expect(next.missing).toMatchObject(only);
  at.clock.at = Date.parse('2027-07-01T08:00:00+07:00');
  const july = await at.signIn('binh');
  const later = async (from: string, to: string) => (await july.call('report.make', { report: '06a', from, to })).value;
  expect((await later('2026-12-15', '2027-03-14')).missing).toMatchObject(only);
  expect((await later('2027-03-15', '2027-06-14')).missing).toEqual([]);
  expect((await later('2027-02-01', '2027-02-28')).missing).toEqual([]);
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
