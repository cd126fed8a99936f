import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '../../../../electron/domain/base/civil-time.ts';
import type { KeptReport, ReportAgain, ReportAnswer } from '../../../../electron/contract/books/report/report.ts';
import {
  type Days,
  columnsByTheArticles,
  countByTheArticles,
  filesInJournal,
  journalEnd,
  receptionByTheArticles,
  subjectsInJournal,
} from '../../../support/report/articles.ts';
import { agrees07a, agrees766 } from '../../../support/report/agrees.ts';
import { centreByTheForm, onTimeByThePortal, petitionsByTheForm } from '../../../support/report/other-forms.ts';
import {
  complainedByThePaper,
  feeOf,
  numberOf,
  paidInCashByThePaper,
  petitionsInTimeByThePaper,
} from '../../../support/report/index-by-the-paper.ts';
import { type TwoYears, twentyFourMonths, twoYears } from '../../../support/report/two-years.ts';

/** What was reported when each month was over, and how far the journal was. */
const then: { readonly report: ReportAnswer; readonly others: Others; readonly seen: number }[] = [];
type Others = Readonly<Record<'06a' | '08b' | '766', ReportAnswer>>;
let years: TwoYears;
let files: ReturnType<typeof filesInJournal>;
let petitions: typeof files;
let receipts: typeof files;
const journal = () => ({ files, petitions, receipts });
let office: typeof files;

beforeAll(async () => {
  years = await twoYears(async (desk, nth) => {
    const report = await desk.get('report.make', { report: '07a', ...twentyFourMonths[nth] });
    const others = {
      '06a': await desk.get('report.make', { report: '06a', ...twentyFourMonths[nth] }),
      '08b': await desk.get('report.make', { report: '08b', ...twentyFourMonths[nth] }),
      '766': await desk.get('report.make', { report: '766', ...twentyFourMonths[nth] }),
    };
    then.push({ report, others, seen: journalEnd(desk.folder) });
    for (const kind of ['07a', '06a', '08b'])
      await desk.get('report.file', { report: kind, ...twentyFourMonths[nth], format: 'xlsx' });
  });
  files = filesInJournal(years.desk.folder);
  petitions = subjectsInJournal(years.desk.folder, 10);
  receipts = subjectsInJournal(years.desk.folder, 6);
  office = subjectsInJournal(years.desk.folder, 1);
}, 300_000);
afterAll(() => years.desk.end());

describe('Biểu 07a of 24 months agrees with a count from the articles over the bare journal', () => {
  test.each(twentyFourMonths.map((days, nth) => ({ ...days, nth })))(
    '$from to $to, when it was over',
    ({ nth, from, to }) => {
      const { report, seen } = then[nth] as (typeof then)[number];
      agrees07a(report, countByTheArticles(files, { from, to }, seen), { from, to });
    },
  );

  test.each(twentyFourMonths)('$from to $to, after all that was entered since', async (days) => {
    agrees07a(await years.desk.get('report.make', { report: '07a', ...days }), countByTheArticles(files, days), days);
  });

  test.each([
    { from: '2025-12-15', to: '2026-03-14' },
    { from: '2026-06-15', to: '2026-09-14' },
    { from: '2024-12-15', to: '2025-06-14' },
    { from: '2025-12-15', to: '2026-12-14' },
  ])('and so do quarters, half a year and a year: $from to $to', async (days) => {
    agrees07a(await years.desk.get('report.make', { report: '07a', ...days }), countByTheArticles(files, days), days);
  });
});

const behind: Readonly<Record<string, readonly string[]>> = {
  '3': ['4', '5', '4 or 5', '6', '7', '8'],
  '4': ['4', '4 or 5'],
  '5': ['5', '4 or 5'],
  '9': ['10', '11', '12'],
  '13': ['14', '15'],
};

test.each([
  { from: '2026-06-15', to: '2026-07-14' },
  { from: '2025-12-15', to: '2026-06-14' },
])('each number of Biểu 07a and of the index leads to its files and to no other: $from to $to', async (days) => {
  const ids = (list: typeof files) => list.map(({ caseId }) => caseId).toSorted();
  const listed = async (asked: object) => {
    const { files: told, count } = await years.desk.get('report.files', { ...asked, ...days, limit: 1000 });
    expect(told.length).toBe(count);
    return told.map(({ caseId }: { caseId: string }) => caseId).toSorted();
  };
  const stood = files.flatMap((file) => {
    const found = columnsByTheArticles(file, days);
    return found === undefined ? [] : [{ file, ...found }];
  });
  for (const column of ['3', '4', '5', '6', '7', '8', '9', '10', '11', '12', '13', '14', '15'])
    for (const key of [undefined, 'Hộ tịch']) {
      const wanted = behind[column] ?? [column];
      const of = stood.filter(
        ({ field, columns }) => (key ?? field) === field && columns.some((one) => wanted.includes(one)),
      );
      expect([column, key, await listed({ report: '07a', column, ...(key === undefined ? {} : { key }) })]).toEqual([
        column,
        key,
        ids(of.map(({ file }) => file)),
      ]);
    }
  const [cash, complained] = [paidInCashByThePaper(receipts, days), complainedByThePaper(petitions, days)];
  const lost: Readonly<Record<string, (file: (typeof files)[number], onTime: boolean, isOnline: boolean) => boolean>> =
    {
      '2.1': (_file, onTime) => !onTime,
      '3.3': (_file, _onTime, isOnline) => !isOnline,
      '3.6': (file) => feeOf(file, days) !== false && cash.has(file.caseId),
      '5.4': (file, onTime) => !onTime || complained.has(numberOf(file)),
    };
  for (const [column, isLost] of Object.entries(lost)) {
    const of = files.filter((file) => {
      const facts = receptionByTheArticles(file, days);
      const one = facts === null ? null : onTimeByThePortal(file, days, facts);
      return one !== null && isLost(file, one.onTime, one.online);
    });
    expect([column, await listed({ report: '766', column })]).toEqual([column, ids(of)]);
  }
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
    const { reports } = await years.desk.get('report.kept', { limit: 500 });
    const { reportId } = reports.find((one: KeptReport) => one.report === '07a' && one.from === from && one.to === to);
    const again: ReportAgain = await years.desk.get('report.again', { reportId });
    const { report, seen } = then[nth] as (typeof then)[number];
    expect([again.sameRegister, again.kept]).toEqual(['equal', { rows: report.rows, total: report.total }]);
    agrees07a(again.now, countByTheArticles(files, { from, to }), { from, to });
    const stood = (file: (typeof files)[number], upTo?: number) => columnsByTheArticles(file, { from, to }, upTo);
    const moved = files.filter((file) => stood(file, seen)?.columns.join() !== stood(file)?.columns.join());
    expect(again.files.map(({ caseId }) => caseId ?? '').toSorted()).toEqual(
      moved.map(({ caseId }) => caseId).toSorted(),
    );
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

const columns06a = Array.from({ length: 14 }, (_, nth) => String(nth + 3));

/** The day on which the first petition was written down. */
const firstPetition = () => petitions.map(({ entries }) => entries[0]?.at.slice(0, 10) ?? '9').toSorted()[0] ?? '9';

function agrees06a({ rows, total, checks, missing }: ReportAnswer, days: Days, seen?: number): void {
  const { '': sum = {}, ...counted } = petitionsByTheForm(petitions, days, seen);
  // What was open before the first was written down is not known, nor what became of it.
  const unknown = firstPetition() < days.from ? [] : ['6', '11'];
  const line = (of: Record<string, number>) =>
    Object.fromEntries(columns06a.map((column) => [column, unknown.includes(column) ? null : (of[column] ?? 0)]));
  expect(Object.fromEntries(rows.map(({ key, values }) => [key, values]))).toEqual(
    Object.fromEntries(Object.entries(counted).map(([key, of]) => [key, line(of)])),
  );
  expect(total.values).toEqual(line(sum));
  // What the period before left open, by the same count of its own days: where some of it was passed on or refused since, the form begins with less, and says so.
  const leftOpen =
    petitionsByTheForm(petitions, { from: days.from, to: addDays(days.from, -1) }, seen)['']?.['13'] ?? 0;
  // The form of days before there was a register is blank, and nothing is held against it.
  const differs = firstPetition() < days.from && leftOpen !== (sum['6'] ?? 0);
  expect(checks.filter(({ ok }) => !ok).map(({ name }) => name)).toEqual(differs ? ['(6) = (13) kỳ trước'] : []);
  if (differs) expect(missing.map(({ code }) => code)).toContain('petitions-moved');
}

const months = twentyFourMonths.map((days, nth) => ({ ...days, nth }));
const atTheTime = (nth: number) => then[nth] as (typeof then)[number];

describe('Biểu 06a, Biểu 08b and the index of 24 months agree with a count from the forms over the bare journal', () => {
  test.each(months)(
    'Biểu 06a, $from to $to, when it was over and after all that was entered since',
    async ({ nth, from, to }) => {
      const { others, seen } = atTheTime(nth);
      // Before anybody wrote a petition into the register nothing is known, which is no 0.
      if (petitions.every(({ entries }) => (entries[0]?.seq ?? 0) > seen))
        expect(others['06a'].missing).toMatchObject([{ code: 'petitions' }, ...others['06a'].missing.slice(1)]);
      else agrees06a(others['06a'], { from, to }, seen);
      const made: ReportAnswer = await years.desk.get('report.make', { report: '06a', from, to });
      if (firstPetition() > to) expect(made.missing).toMatchObject([{ code: 'petitions' }]);
      else agrees06a(made, { from, to });
    },
  );

  test.each(months)(
    'Biểu 08b, $from to $to, when it was over and after all that was said since',
    async ({ nth, from, to }) => {
      const { others, seen } = atTheTime(nth);
      expect(others['08b'].total.values).toEqual(centreByTheForm(office, { from, to }, seen));
      const { total } = await years.desk.get('report.make', { report: '08b', from, to });
      expect(total.values).toEqual(centreByTheForm(office, { from, to }));
    },
  );

  test.each(months)(
    'the index, $from to $to, when it was over and after all that was entered since',
    async ({ nth, from, to }) => {
      const { others, seen } = atTheTime(nth);
      agrees766(journal(), others['766'], { from, to }, seen);
      agrees766(journal(), await years.desk.get('report.make', { report: '766', from, to }), { from, to });
    },
  );

  test.each([
    { from: '2024-12-15', to: '2025-03-14' },
    { from: '2025-06-15', to: '2025-09-14' },
    { from: '2025-12-15', to: '2026-06-14' },
    { from: '2025-12-15', to: '2026-12-14' },
  ])('and so do quarters, half a year and a year: $from to $to', async (days) => {
    const made: ReportAnswer = await years.desk.get('report.make', { report: '06a', ...days });
    if (firstPetition() > days.to) expect(made.missing).toMatchObject([{ code: 'petitions' }]);
    else agrees06a(made, days);
    agrees766(journal(), await years.desk.get('report.make', { report: '766', ...days }), days);
  });

  test.each(months)('the forms kept of $from to $to are made again as they were', async ({ nth, from, to }) => {
    const { reports } = await years.desk.get('report.kept', { limit: 500 });
    for (const kind of ['06a', '08b'] as const) {
      const { reportId } = reports.find((one: KeptReport) => one.report === kind && one.from === from && one.to === to);
      const again: ReportAgain = await years.desk.get('report.again', { reportId });
      const { rows, total } = atTheTime(nth).others[kind];
      expect([kind, again.sameRegister, again.kept]).toEqual([kind, 'equal', { rows, total }]);
      const now: ReportAnswer = await years.desk.get('report.make', { report: kind, from, to });
      expect(again.now).toEqual({ rows: now.rows, total: now.total });
    }
  });

  test('every column had something in it, and what was entered late changed periods that were over', () => {
    const all = twentyFourMonths.map((days) => petitionsByTheForm(petitions, days)['']);
    for (const column of columns06a)
      expect([column, all.some((of) => (of?.[column] ?? 0) > 0)]).toEqual([column, true]);
    const changed = months.filter(({ nth, ...days }) => {
      const { seen } = atTheTime(nth);
      const counts = (upTo?: number) => [
        petitionsByTheForm(petitions, days, upTo),
        centreByTheForm(office, days, upTo),
      ];
      return JSON.stringify(counts(seen)) !== JSON.stringify(counts());
    });
    expect(changed.length).toBeGreaterThan(3);
    // What the index asks of petitions and of fees was kept, missed and not known, each in some month.
    const indexed = twentyFourMonths.map((days) => petitionsInTimeByThePaper(petitions, days));
    expect(indexed.filter((one) => one['5.2'].numerator.least > 0 && one['5.2'].lost > 0).length).toBeGreaterThan(6);
    expect(indexed.filter((one) => one['5.3'].lost > 0).length).toBeGreaterThan(6);
    expect(indexed.filter((one) => one['5.3'].numerator.least < one['5.3'].numerator.most).length).toBeGreaterThan(6);
    expect(new Set(files.map((file) => feeOf(file, { from: '2024-12-15', to: '2026-12-14' }))).size).toBeGreaterThan(1);
    // Cash lay in the drawer when a month was over and was given back in a later one, and a file that somebody complained of was of the month.
    const cash = twentyFourMonths.map((days) => paidInCashByThePaper(receipts, days));
    expect(cash.filter((one) => one.size > 0).length).toBeGreaterThan(12);
    expect(cash.some((one, nth) => [...one].some((caseId) => cash[nth + 1]?.has(caseId) === false))).toBe(true);
    const lost = months.map(
      ({ nth }) => new Map(atTheTime(nth).others['766'].indicators?.map((one) => [one.code, one.lost])),
    );
    expect(lost.filter((of) => (of.get('3.6') ?? 0) > 0).length).toBeGreaterThan(4);
    expect(lost.filter((of) => (of.get('5.4') ?? 0) > (of.get('2.1') ?? 0)).length).toBeGreaterThan(1);
    const centre = twentyFourMonths.map((days) => centreByTheForm(office, days));
    for (const column of ['3', '4', '5', '6', '7', '8', '9', '10']) {
      const values = centre.map((of) => of[column]);
      expect([column, values.includes(null), values.some((value) => value !== null)]).toEqual([column, true, true]);
    }
    for (const act of [
      'differing 6',
      'differing 9',
      'differing 16',
      'late petition',
      'petition publish',
      'petition forward',
      'petition send-back',
      'petition refuse',
      'petition about a file',
      'collect cash',
      'collect transfer',
      'money.refund',
      'money.correct',
    ])
      expect([...years.done.keys()]).toContain(act);
  });
});

describe('how far times are cut, of 24 months, agrees with a count over the bare journal (NQ 66/NQ-CP)', () => {
  /** What the law gives each procedure of these two years, from its own text; the hours that the office set for signatures are not the law's. */
  const legal: Readonly<Record<string, number>> = {
    '1.001193': 1,
    '1.004222': 7,
    '1.004873': 3,
    '1.004884': 5,
    '2.000635': 1,
    '2.000748': 3,
    '2.000884': 1,
    '3.000722': 3,
  };
  /** By the day from which on it holds, the newest first; null: committed to no longer. */
  const committed: Readonly<Record<string, readonly (readonly [from: string, value: number | null])[]>> = {
    '1.004222': [
      ['2026-05-01', null],
      ['2025-09-10', 4],
    ],
    '1.004873': [['2025-01-01', 3]],
    '1.004884': [
      ['2026-02-03', 2],
      ['2025-06-01', 3],
    ],
  };
  const promisedOn = (code: string, day: string) => (committed[code] ?? []).find(([from]) => from <= day)?.[1] ?? null;

  beforeAll(async () => {
    years.desk.sit('supervisor');
    for (const [procedureCode, said] of Object.entries(committed))
      for (const [from, value] of said)
        await years.desk.get('report.setCommitted', { procedureCode, value, from, document: 'QĐ 12/QĐ-UBND' });
    // Against the law's «the same day» four hours of the office's own six are no cut that could be counted.
    const hours = { procedureCode: '2.000884', value: 4, from: '2025-11-20', document: 'QĐ 12/QĐ-UBND' };
    expect(await years.desk.call('report.setCommitted', hours)).toMatchObject({
      fault: { code: 'committed-term', data: { legal: 'trong ngày' } },
    });
  });

  const percent = (part: number, whole: number) => Math.round((part / whole) * 10_000) / 100;

  test.each([...twentyFourMonths, { from: '2025-12-15', to: '2026-12-14' }])('$from to $to', async (days) => {
    const counted = files.flatMap((file) => {
      const facts = receptionByTheArticles(file, days);
      return facts === null || !facts.isHere || facts.received.slice(0, 10) < days.from ? [] : [facts];
    });
    const lines = [...Map.groupBy(counted, ({ code }) => code)].map(([code, list]) => {
      const law = legal[code] ?? Number.NaN;
      const promises = list.map(({ received }) => promisedOn(code, received.slice(0, 10)));
      const terms = promises.map((value) => value ?? law);
      const cut = terms.reduce((sum, value) => sum + (law - value) / law, 0);
      const isPromised = promises.some((value) => value !== null);
      return { code, files: list.length, law, terms, cut, isPromised };
    });
    const made: ReportAnswer = await years.desk.get('report.make', { report: 'cut', ...days });
    expect(Object.fromEntries(made.rows.map(({ key, values }) => [key, values]))).toEqual(
      Object.fromEntries(
        lines.map(({ code, files: many, law, terms, cut, isPromised }) => {
          const [least, most] = [Math.min(...terms), Math.max(...terms)];
          const told = least === most ? { committed: least } : { committed: least, committedMost: most };
          const said = isPromised ? { ...told, cut: percent(cut, many) } : { committed: 'N/A', cut: 'N/A' };
          return [code, { files: many, legal: law, ...said }];
        }),
      ),
    );
    const all = lines.reduce((sum, { cut }) => sum + cut, 0);
    const promised = lines.filter(({ isPromised }) => isPromised);
    expect(made.total.values).toEqual({
      files: counted.length,
      cut: promised.length === 0 ? 'N/A' : percent(all, counted.length),
      procedures: lines.length,
      promised: promised.length,
      enough: promised.filter(({ cut, files: many }) => percent(cut, many) >= 30).length,
    });
  });
});
