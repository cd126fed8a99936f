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
import { centreByTheForm, onTimeByThePortal, petitionsByTheForm } from '../../../support/report/other-forms.ts';
import {
  feeOf,
  offeredOnline,
  paidOnline,
  petitionsInTimeByThePaper,
} from '../../../support/report/index-by-the-paper.ts';
import { type TwoYears, twentyFourMonths, twoYears } from '../../../support/report/two-years.ts';

/** What was reported when each month was over, and how far the journal was. */
const then: { readonly report: ReportAnswer; readonly others: Others; readonly seen: number }[] = [];
type Others = Readonly<Record<'06a' | '08b' | '766', ReportAnswer>>;
let years: TwoYears;
let files: ReturnType<typeof filesInJournal>;
let petitions: typeof files;
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
  office = subjectsInJournal(years.desk.folder, 1);
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
    const { reports } = await years.desk.get('report.kept', { limit: 500 });
    const { reportId } = reports.find((one: KeptReport) => one.report === '07a' && one.from === from && one.to === to);
    const again: ReportAgain = await years.desk.get('report.again', { reportId });
    const { report, seen } = then[nth] as (typeof then)[number];
    expect([again.sameRegister, again.kept]).toEqual(['equal', { rows: report.rows, total: report.total }]);
    agrees({ ...report, ...again.now }, countByTheArticles(files, { from, to }));
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
  const line = (of: Record<string, number>) =>
    Object.fromEntries(columns06a.map((column) => [column, of[column] ?? 0]));
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

function agrees766(made: ReportAnswer, days: Days, seen?: number): void {
  const counted = files.flatMap((file) => {
    const facts = receptionByTheArticles(file, days, seen);
    const one = facts === null ? null : onTimeByThePortal(file, days, facts, seen);
    return facts === null || one === null ? [] : [{ ...one, code: facts.code, fee: feeOf(file, days, seen) }];
  });
  const inTime = counted.filter(({ onTime }) => onTime).length;
  const online = counted.filter((one) => one.online).length;
  const of = (code: string) => made.indicators?.find((one) => one.code === code);
  const just = (files_: number) => ({ least: files_, most: files_ });
  expect(of('2.1')).toMatchObject({
    numerator: just(inTime),
    denominator: just(counted.length),
    lost: counted.length - inTime,
    value: counted.length === 0 ? 'N/A' : Math.round((inTime / counted.length) * 10_000) / 100,
  });
  expect(of('3.3')).toMatchObject({ numerator: { least: 0, most: online }, lost: counted.length - online });
  expect(of('5.4')).toMatchObject({ numerator: { least: 0, most: inTime }, denominator: just(counted.length) });
  const came = new Set(counted.flatMap((one) => (one.online ? [one.code] : [])));
  const others = { ...offeredOnline(came), ...paidOnline(counted.map(({ fee }) => fee)) };
  for (const [code, told] of Object.entries(others)) expect([code, of(code)]).toMatchObject([code, told]);
  // Before anybody wrote a petition into the register nothing is known of any.
  const isKept = petitions.some(
    ({ entries: [first] }) =>
      first !== undefined && first.seq <= (seen ?? Infinity) && first.at.slice(0, 10) <= days.to,
  );
  const asked = petitionsInTimeByThePaper(petitions, days, seen);
  for (const code of ['5.2', '5.3'] as const)
    expect([code, of(code)]).toMatchObject([code, isKept ? asked[code] : { numerator: null, denominator: null }]);
  const share = (list: typeof counted) =>
    Math.round((list.filter(({ onTime }) => onTime).length / list.length) * 10_000) / 100;
  expect(Object.fromEntries(made.rows.map(({ key, values }) => [key, values['2.1']]))).toEqual(
    Object.fromEntries([...Map.groupBy(counted, ({ field }) => field)].map(([field, list]) => [field, share(list)])),
  );
  for (const { from, to, ...week } of made.weeks ?? []) {
    const ofWeek = counted.filter(({ received }) => received.slice(0, 10) >= from && received.slice(0, 10) <= to);
    expect([from, week.files, week.onTime, week.online]).toEqual([
      from,
      ofWeek.length,
      ofWeek.filter(({ onTime }) => onTime).length,
      ofWeek.filter((one) => one.online).length,
    ]);
  }
  expect((made.weeks ?? []).reduce((sum, one) => sum + one.files, 0)).toBe(counted.length);
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
      agrees766(others['766'], { from, to }, seen);
      agrees766(await years.desk.get('report.make', { report: '766', from, to }), { from, to });
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
    agrees766(await years.desk.get('report.make', { report: '766', ...days }), days);
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
