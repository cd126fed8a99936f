import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { KeptReport, ReportAgain, ReportAnswer } from '../../../electron/contract/report/report.ts';
import { columnsByTheArticles, countByTheArticles, filesInJournal, journalEnd } from '../../support/report/articles.ts';
import { type TwoYears, twentyFourMonths, twoYears } from '../../support/report/two-years.ts';

/** What was reported when each month was over, and how far the journal was. */
const then: { readonly report: ReportAnswer; readonly seen: number }[] = [];
let years: TwoYears;
let files: ReturnType<typeof filesInJournal>;

beforeAll(async () => {
  years = await twoYears(async (desk, nth) => {
    const report = await desk.get('report.make', { report: '07a', ...twentyFourMonths[nth] });
    then.push({ report, seen: journalEnd(desk.folder) });
    await desk.get('report.file', { report: '07a', ...twentyFourMonths[nth], format: 'xlsx' });
  });
  files = filesInJournal(years.desk.folder);
}, 300_000);
afterAll(() => years.desk.end());

const online = ['4', '5', '4 or 5'];

function agrees({ rows, total, checks }: ReportAnswer, counted: ReturnType<typeof countByTheArticles>): void {
  expect(rows.map(({ key }) => key).toSorted()).toEqual(Object.keys(counted).toSorted());
  for (const { key, values } of rows) {
    const line = counted[key] ?? {};
    const sum = (columns: readonly string[]) => columns.reduce((all, column) => all + (line[column] ?? 0), 0);
    const unknown = line['4 or 5'] !== undefined;
    const expected: Record<string, number | null> = {
      '3': sum([...online, '6', '7', '8']),
      '4': unknown ? null : sum(['4']),
      '5': unknown ? null : sum(['5']),
      '9': sum(['10', '11', '12']),
      '13': sum(['14', '15']),
    };
    for (const column of ['6', '7', '8', '10', '11', '12', '14', '15']) expected[column] = sum([column]);
    expect([key, values]).toEqual([key, expected]);
  }
  for (const column of ['3', '6', '7', '8', '9', '10', '11', '12', '13', '14', '15'])
    expect([column, total.values[column]]).toEqual([
      column,
      rows.reduce((all, { values }) => all + Number(values[column]), 0),
    ]);
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
}

describe('Biểu 07a of 24 months agrees with a count from the articles over the bare journal', () => {
  test.each(twentyFourMonths.map((days, nth) => ({ ...days, nth })))(
    '$from to $to, when it was over',
    ({ nth, from, to }) => {
      const { report, seen } = then[nth] as (typeof then)[number];
      agrees(report, countByTheArticles(files, { from, to }, seen));
    },
  );

  test.each(twentyFourMonths)('$from to $to, after all that was entered since', async (days) => {
    agrees(await years.desk.get('report.make', { report: '07a', ...days }), countByTheArticles(files, days));
  });

  test.each([
    { from: '2025-12-15', to: '2026-03-14' },
    { from: '2026-06-15', to: '2026-09-14' },
    { from: '2024-12-15', to: '2025-06-14' },
    { from: '2025-12-15', to: '2026-12-14' },
  ])('and so do quarters, half a year and a year: $from to $to', async (days) => {
    agrees(await years.desk.get('report.make', { report: '07a', ...days }), countByTheArticles(files, days));
  });
});

test('what was entered late changed months that were over, so the two readings are not one', () => {
  const changed = twentyFourMonths.filter((days, nth) => {
    const { seen } = then[nth] as (typeof then)[number];
    return JSON.stringify(countByTheArticles(files, days, seen)) !== JSON.stringify(countByTheArticles(files, days));
  });
  expect(changed.length).toBeGreaterThan(10);
});

test.each(twentyFourMonths.map((days, nth) => ({ ...days, nth })))(
  'the report kept of $from to $to: the same of the register as it was, and the files told that moved since',
  async ({ nth, from, to }) => {
    const { reports } = await years.desk.get('report.kept');
    const { reportId } = reports.find((one: KeptReport) => one.from === from && one.to === to);
    const again: ReportAgain = await years.desk.get('report.again', { reportId });
    const { report, seen } = then[nth] as (typeof then)[number];
    expect([again.sameRegister, again.kept]).toEqual(['equal', { rows: report.rows, total: report.total }]);
    agrees({ ...report, ...again.now }, countByTheArticles(files, { from, to }));
    const stood = (file: (typeof files)[number], upTo?: number) => columnsByTheArticles(file, { from, to }, upTo);
    const moved = files.filter((file) => stood(file, seen)?.columns.join() !== stood(file)?.columns.join());
    expect(again.files.map(({ caseId }) => caseId).toSorted()).toEqual(moved.map(({ caseId }) => caseId).toSorted());
    expect(again.files.every(({ since }) => since.length > 0)).toBe(true);
  },
);

test('everything that moves a number happened in these years', () => {
  const seen = new Set(
    twentyFourMonths.flatMap((days) => Object.values(countByTheArticles(files, days)).flatMap(Object.keys)),
  );
  expect([...seen].toSorted()).toEqual(['10', '11', '12', '14', '15', '4', '4 or 5', '6', '7', '8']);
  for (const act of [
    'kit',
    'case.correct',
    'case.receiveForeign',
    'request-supplement',
    'supplement',
    'close-unsupplemented',
    'verification-needed',
    'extend',
    'withdraw',
    'stop',
    'resume',
    'refuse',
    'finish',
    'request-obligation',
    'meet-obligation',
  ])
    expect([...years.done.keys()]).toContain(act);
});
