import { describe, expect, test } from 'vitest';
import type { CaseAction, ReceivedAction } from '../../../../electron/domain/entries/case.ts';
import type { CountedProcedure } from '../../../../electron/domain/books/report/bieu-07a.ts';
import { caseFact } from '../../../../electron/domain/books/report/case-fact.ts';
import {
  type IndexedFile,
  countIndex,
  index766,
  isLost,
  isOfIndex,
  isOnTimeForPortal,
  isOnTimeForUs,
  momentOf,
} from '../../../../electron/domain/books/report/index-766.ts';
import { indicatorCodes } from '../../../../electron/domain/books/report/indicators-766.ts';
import type { Offered } from '../../../../electron/domain/books/report/offered.ts';
import { twiceSaid } from '../../../../electron/domain/books/report/raise-766.ts';
import { received } from '../../../support/desk/test-store.ts';

/** November as the reports have it (NĐ 09/2019 Điều 12). */
const november = { from: '2026-10-15', to: '2026-11-14' };
const over = '2026-12-01T08:00:00+07:00';
const procedure: CountedProcedure = {
  code: '1.001193',
  name: 'Đăng ký khai sinh',
  field: 'Hộ tịch',
  decidingAgency: 'UBND cấp xã',
  onlineLevel: 'partial',
};

type Step = readonly [at: string, action: CaseAction];
const at = (when: string) => (when.includes('T') ? `2026-${when}:00+07:00` : `2026-${when}T10:00:00+07:00`);
const due = (day: string) => `2026-${day}T17:00:00+07:00`;
const told = (day: string, promised: string, steps: readonly Step[] = [], more: Partial<ReceivedAction> = {}) => [
  { at: at(day), action: { ...received(1), dueAt: due(promised), fees: [], ...more } as CaseAction },
  ...steps.map(([on, action]) => ({ at: at(on), action })),
];
const done: CaseAction = { type: 'finished', result: 'cấp giấy' };
const refused: CaseAction = { type: 'refused', reason: 'không đủ điều kiện' };
const stopped: CaseAction = { type: 'stopped', reason: 'quá hạn bổ sung' };
const withdrawn: CaseAction = { type: 'withdrawn', reason: 'không cần nữa' };
const asked: CaseAction = { type: 'supplement-requested', reason: 'thiếu giấy' };
const completed = (promised: string): CaseAction => ({ type: 'supplemented', dueAt: due(promised), steps: [] });
const fee = (amount: number | null) => ({ fees: [{ name: 'Lệ phí', amount, note: '', basis: '' }] });

describe('on time by the portal’s formula (QĐ 766, 2.1), beside our promise', () => {
  test.each<[string, ReturnType<typeof told>, portal: boolean, ours: boolean]>([
    ['done before its day', told('10-20', '10-23', [['10-22', done]]), true, true],
    ['done on its day at its hour', told('10-20', '10-23', [['10-23T17:00', done]]), true, true],
    [
      'done on its day, a minute after its hour: the two differ',
      told('10-20', '10-23', [['10-23T17:01', done]]),
      false,
      true,
    ],
    ['done the day after', told('10-20', '10-23', [['10-24', done]]), false, false],
    [
      'picked up late, done in time: 9 before 10',
      told('10-20', '10-23', [
        ['10-22', done],
        ['11-10', { type: 'returned', receiver: 'A' }],
      ]),
      true,
      true,
    ],
    ['refused in time', told('10-20', '10-23', [['10-23', refused]]), true, true],
    ['refused late', told('10-20', '10-23', [['10-26', refused]]), false, false],
    [
      'withdrawn by its citizen after the promise was over',
      told('10-20', '10-23', [['10-26', withdrawn]]),
      false,
      false,
    ],
    [
      'papers asked for once and not brought: its end is the request',
      told('10-20', '10-23', [['10-22', asked]]),
      true,
      true,
    ],
    ['the same asked for too late', told('10-20', '10-23', [['10-24', asked]]), false, false],
    [
      'asked, not brought, closed for it: its end is the request',
      told('10-20', '10-23', [
        ['10-22', asked],
        ['11-06', stopped],
      ]),
      true,
      true,
    ],
    [
      'brought: the days it waited are taken off its end',
      told('10-20', '10-23', [
        ['10-22', asked],
        ['10-29T10:00', completed('10-23')],
        ['10-30T10:00', done],
      ]),
      true,
      false,
    ],
    [
      'brought, and late by more than it waited',
      told('10-20', '10-23', [
        ['10-22', asked],
        ['10-29T10:00', completed('10-23')],
        ['10-30T17:01', done],
      ]),
      false,
      false,
    ],
    [
      'asked twice is late, whatever the promise',
      told('10-20', '10-23', [
        ['10-21', asked],
        ['10-22', completed('10-27')],
        ['10-23', asked],
        ['10-24', completed('10-29')],
        ['10-26', done],
      ]),
      false,
      true,
    ],
    ['open, its promise on the last day', told('11-10', '11-14'), true, true],
    ['open, its promise the day before the last', told('11-10', '11-13'), false, false],
    [
      'open with no promise while the law stops its clock',
      told('10-20', '10-23', [['10-21', { type: 'obligation-requested', stopsClock: true } as CaseAction]]),
      true,
      true,
    ],
  ])('%s', (_what, file, portal, ours) => {
    const fact = caseFact(file, november.to, over);
    if (fact === null) throw new Error('it was not received by then');
    expect([isOnTimeForPortal(fact, momentOf(november, over)), isOnTimeForUs(fact)]).toEqual([portal, ours]);
  });

  test('a period that still runs looks at open files now, not on its last day', () => {
    const now = '2026-11-10T08:00:00+07:00';
    const fact = caseFact(told('11-05', '11-12'), november.to, now);
    expect(fact !== null && isOnTimeForPortal(fact, momentOf(november, now))).toBe(true);
  });
});

function file(steps: ReturnType<typeof told>, more: Partial<IndexedFile> = {}): IndexedFile {
  const fact = caseFact(steps, november.to, over);
  if (fact === null) throw new Error('it was not received by then');
  return { fact, procedure, inCash: false, ...more };
}

const offered: Offered[] = [
  { code: '1.001193', onlineLevel: 'partial', hasFee: true },
  { code: '1.000656', onlineLevel: 'full', hasFee: false },
  { code: '1.000894', onlineLevel: null, hasFee: null },
  { code: '2.000815', onlineLevel: 'none', hasFee: true },
];

/** A ward's month by hand: 10 files, one from before, one of another agency. */
const month: IndexedFile[] = [
  ...Array.from({ length: 6 }, () => file(told('10-20', '10-23', [['10-22', done]]))),
  file(told('10-20', '10-23', [['10-24', done]])),
  file(told('10-20', '10-23', [['10-22', done]], { channel: 'online' })),
  file(told('10-20', '10-23', [['10-22', done]], fee(50_000)), { inCash: true }),
  file(told('10-28', '12-23', [], fee(50_000))),
  file(told('10-14', '10-23', [['10-24', done]])),
  file(told('10-20', '10-23', [['10-24', done]]), { procedure: { ...procedure, decidingAgency: 'Công an cấp xã' } }),
];

function made(
  files: readonly IndexedFile[] = month,
  petitions: Parameters<typeof index766>[2] = null,
  now = over,
  list = offered,
) {
  const counter = countIndex(november, now);
  for (const one of files) counter.add(one);
  return index766(counter.finish(), list, petitions);
}
/** The last evening of the period. */
const running = '2026-11-14T20:00:00+07:00';
const indicator = (code: string, of = made()) => of.indicators.find((one) => one.code === code);

describe('a month by hand', () => {
  test('2.1: nine of ten, and what is worth', () => {
    expect(indicator('2.1')).toMatchObject({ value: 90, ours: 90, points: { least: 18, most: 18 }, lost: 1 });
    expect(indicator('2.1', made(month, null, running))?.raise?.text).toContain(
      '1 hồ sơ đang mở còn trong hạn: trả đúng hẹn',
    );
    expect(month.filter((one) => isLost('2.1', one, momentOf(november, over)))).toHaveLength(3);
  });

  test('what the desk does not hold is a range, never 0', () => {
    expect(indicator('3.3')).toMatchObject({
      value: null,
      numerator: { least: 0, most: 1 },
      points: { least: 0, most: 1.2 },
      lost: 9,
    });
    expect(indicator('3.3', made(month, null, running))?.raise?.text).toContain('Thêm 4 hồ sơ');
    expect(indicator('4.1')).toMatchObject({ value: null, points: { least: 0, most: 6 } });
    expect(indicator('1.1')).toMatchObject({ value: null, numerator: null, points: { least: 0, most: 6 } });
    expect(indicator('5.4')).toMatchObject({ value: null, points: { least: 0, most: 6 } });
  });

  test('procedures: a level that nobody found out widens the range; one that something came in online for is online', () => {
    expect(indicator('3.1')).toMatchObject({
      value: null,
      numerator: { least: 2, most: 3 },
      denominator: { least: 4, most: 4 },
    });
    expect(indicator('3.1')?.points).toEqual({ least: 1.25, most: 1.88 });
    expect(indicator('3.2')).toMatchObject({
      numerator: { least: 1, most: 1 },
      denominator: { least: 2, most: 3 },
      points: { least: 1.33, most: 2 },
    });
    expect(indicator('3.6')).toMatchObject({
      value: null,
      numerator: { least: 0, most: 1 },
      denominator: { least: 2, most: 2 },
      points: { least: 0, most: 3 },
      lost: 1,
    });
  });

  test('of a period that is over nothing is advised that is over', () => {
    const { indicators } = made(month, { asked: 3, kept: 2, petitions: 2, displeased: 0, unasked: 2 });
    const said = indicators.flatMap(({ raise }) => (raise === null ? [] : [raise.text]));
    expect(said).toEqual([
      'Cuối kỳ còn 1 hồ sơ đang mở, còn trong hạn',
      '1 thủ tục chưa rõ mức trực tuyến',
      '1 thủ tục trực tuyến không có hồ sơ nộp trực tuyến nào trong kỳ',
      'Kỳ này thiếu 4 hồ sơ nộp trực tuyến để đủ 50 %',
      '1 thủ tục chưa rõ có phí hay không',
      '1 hồ sơ đã trả tiền mặt',
      '1 hạn của phản ánh, kiến nghị đã lỡ',
      '1 hồ sơ trễ, 0 hồ sơ bị phản ánh',
    ]);
  });

  test('behind every number of files that were lost stands a list that is as long', () => {
    const last = momentOf(november, over);
    const listed = made().indicators.map(({ code }) => [
      code,
      month.filter((one) => isOfIndex(one, november) && isLost(code, one, last)).length,
    ]);
    expect(listed).toEqual(made().indicators.map(({ code, lost }) => [code, lost ?? 0]));
    expect(listed.filter(([, count]) => count !== 0)).toEqual([
      ['2.1', 1],
      ['3.3', 9],
      ['3.6', 1],
      ['5.4', 1],
    ]);
  });

  test('3.1 has no fewer procedures than had files online, though today’s list has them no longer', () => {
    const online = ['1.000656', '9.000001', '9.000002'].map((code) =>
      file(told('10-20', '10-23', [['10-22', done]], { channel: 'online' }), { procedure: { ...procedure, code } }),
    );
    const of = made([...month, ...online]);
    expect(indicator('3.1', of)).toMatchObject({
      numerator: { least: 4, most: 5 },
      denominator: { least: 6, most: 6 },
    });
    expect(indicator('3.2', of)).toMatchObject({
      numerator: { least: 4, most: 4 },
      denominator: { least: 4, most: 5 },
    });
  });

  test('petitions: none kept is unknown; none asked is all of the points; two of three', () => {
    expect(indicator('5.2')).toMatchObject({ value: null, points: { least: 0, most: 6 } });
    expect(indicator('5.2', made(month, { asked: 0, kept: 0, petitions: 0, displeased: 0, unasked: 0 }))).toMatchObject(
      {
        value: 'N/A',
        points: { least: 6, most: 6 },
      },
    );
    expect(indicator('5.2', made(month, { asked: 3, kept: 2, petitions: 2, displeased: 0, unasked: 2 }))).toMatchObject(
      {
        value: 66.67,
        points: { least: 4, most: 4 },
        lost: 1,
      },
    );
  });

  test('5.3: late or displeased is lost, and of what nobody asked the sender it may be either', () => {
    const petitions = { asked: 9, kept: 8, petitions: 4, displeased: 1, unasked: 1 };
    expect(indicator('5.3', made(month, petitions))).toMatchObject({
      value: null,
      numerator: { least: 2, most: 3 },
      denominator: { least: 4, most: 4 },
      points: { least: 3, most: 4.5 },
      lost: 1,
    });
    expect(indicator('5.3', made(month, { ...petitions, unasked: 0 }))).toMatchObject({ value: 75 });
  });

  test('5.4: a file that somebody complained of is lost though it was in time', () => {
    const before = indicator('5.4');
    const inTime = month.find((one) => isOfIndex(one, november) && !isLost('5.4', one, momentOf(november, over)));
    const after = month.map((one) => (one === inTime ? { ...one, complained: true } : one));
    expect(indicator('5.4', made(after))).toMatchObject({ lost: (before?.lost ?? 0) + 1 });
    expect(indicator('5.4', made(after))?.numerator?.most).toBe((before?.numerator?.most ?? 0) - 1);
    expect(indicator('2.1', made(after))).toEqual(indicator('2.1'));
    // One that is late as well is lost once, as one number of files (docs/law/reports.md), not for each of the two shares.
    const late = month.find((one) => isOfIndex(one, november) && isLost('2.1', one, momentOf(november, over)));
    expect(late).toBeDefined();
    const both = month.map((one) => (one === late ? { ...one, complained: true } : one));
    expect(indicator('5.4', made(both))).toEqual({ ...before, raise: expect.anything(), twice: expect.anything() });
  });

  test.each([
    // Of ten: late, complained of, both; the sum of the shares, and one number of files.
    { late: 2, complained: 2, both: 2, overlap: [2, 2], highest: [4, 5.33], said: ': 2; điểm cao nhất: 4 – 5,33 (' },
    {
      late: 2,
      complained: 2,
      both: 1,
      overlap: [1, 2],
      highest: [4, 4.67],
      said: ': 1 – 2; điểm cao nhất: 4 – 4,67 (',
    },
    { late: 2, complained: 2, both: 0, overlap: [0, 2], highest: [4, 4], said: ': 0 – 2; điểm cao nhất: 4 (' },
    { late: 1, complained: 1, both: 1, overlap: [1, 1], highest: [5.33, 6], said: 'điểm cao nhất: 5,33 – 6 (' },
    { late: 0, complained: 3, both: 0, overlap: [0, 0], highest: [4.67, 4.67], said: 'không hồ sơ nào quá hạn' },
    { late: 10, complained: 10, both: 10, overlap: [10, 10], highest: [0, 0], said: ': 10; điểm cao nhất: 0 (' },
  ])(
    '5.4: of ten files $late late, $complained complained of, $both both: a range of the files and of the points',
    ({ late, complained, both, overlap, highest, said }) => {
      const files = Array.from({ length: 10 }, (_none, nth) =>
        file(told('10-20', '10-23', [[nth < late ? '10-24' : '10-22', done]]), {
          complained: nth >= late - both && nth < late - both + complained,
        }),
      );
      const found = indicator('5.4', made(files));
      const between = ([least, most]: readonly number[]) => ({ least, most });
      expect(found?.twice).toEqual({ overlap: between(overlap), highest: between(highest) });
      // The points are as wide as both readings together.
      expect(found?.points).toEqual({ least: 0, most: highest[1] });
      expect(twiceSaid(found ?? {})?.text).toContain(said);
      expect(indicator('2.1', made(files))?.twice).toBeUndefined();
    },
  );

  test('nothing received: N/A, and 0 points where files are asked', () => {
    const empty = made([]);
    expect(empty.total.values['2.1']).toBe('N/A');
    expect(indicator('2.1', empty)).toMatchObject({ ours: 'N/A', points: { least: 0, most: 0 } });
    expect(empty.rows).toEqual([]);
  });

  test('a period of many years has no weeks, and the last day there is does no harm', () => {
    const counter = countIndex({ from: '2020-01-01', to: '9999-12-31' }, over);
    for (const one of month) counter.add(one);
    const { all, weeks } = counter.finish();
    expect([all.files, weeks]).toEqual([11, []]);
  });

  test('by field and by week it is the same files', () => {
    const { rows, weeks, checks, points, missing } = made();
    expect(rows).toEqual([{ key: 'Hộ tịch', values: { '2.1': 90 } }]);
    expect(weeks.map(({ from, to, files, onTime, online }) => [from, to, files, onTime, online])).toEqual([
      ['2026-10-15', '2026-10-21', 9, 8, 1],
      ['2026-10-22', '2026-10-28', 1, 1, 0],
      ['2026-10-29', '2026-11-04', 0, 0, 0],
      ['2026-11-05', '2026-11-11', 0, 0, 0],
      ['2026-11-12', '2026-11-14', 0, 0, 0],
    ]);
    // What would raise a week: what is open and in time is to be kept, and half of its files come online; of an empty week nothing.
    const raises = (of: typeof weeks) => of.slice(0, 3).map(({ open, raise }) => [open, raise?.text ?? null]);
    const on = (now: string) => raises(made(month, null, now).weeks);
    expect(on('2026-10-21T20:00:00+07:00')).toEqual([
      [0, 'thêm 4 hồ sơ trực tuyến thì đủ 50 %'],
      [1, '1 hồ sơ đang mở còn trong hạn: trả đúng hẹn; thêm 1 hồ sơ trực tuyến thì đủ 50 %'],
      [0, null],
    ]);
    // Nobody can bring files online into a week that is over; what is open then can still be kept.
    expect(on(running)).toEqual([
      [0, 'thiếu 4 hồ sơ trực tuyến để đủ 50 %'],
      [1, '1 hồ sơ đang mở còn trong hạn: trả đúng hẹn; thiếu 1 hồ sơ trực tuyến để đủ 50 %'],
      [0, null],
    ]);
    // Of a period that is over it is said how it stood.
    expect(raises(weeks)[1]).toEqual([
      1,
      'cuối kỳ còn 1 hồ sơ đang mở, còn trong hạn; thiếu 1 hồ sơ trực tuyến để đủ 50 %',
    ]);
    expect(checks.every(({ ok }) => ok)).toBe(true);
    expect(points.least).toBeLessThan(points.most);
    expect(points.most).toBeLessThanOrEqual(100);
    // Everything that is null is named, and nothing else.
    const { values } = made().total;
    expect(missing.map((gap) => ('indicator' in gap ? gap.indicator : gap.code)).toSorted()).toEqual(
      indicatorCodes.filter((code) => values[code] === null).toSorted(),
    );
  });
});
