import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packOfAll, signedPack } from '../../../support/data/pack-sample.ts';
import { type TestDesk, openPracticeDesk } from '../../../support/desk/test-desk.ts';

/** What a pack says against itself is refused; what nobody would take knowingly is told. Nothing is written here. */

let at: TestDesk;
beforeAll(async () => {
  at = await openPracticeDesk();
  at.sit('supervisor');
});
afterAll(() => at.end());

const from = '2026-11-23';
const looked = (change: (pack: any) => void) => {
  const pack: any = { ...packOfAll(), forms: undefined };
  change(pack);
  return at.call('pack.preview', { text: signedPack(JSON.parse(JSON.stringify(pack))), from });
};

describe('a pack that says two things of one, or nothing, is none', () => {
  test.each<[string, (pack: any) => void, string]>([
    ['a day off that is ordinary', (pack) => pack.calendar.ordinary.push('2026-12-04'), '04/12/2026'],
    ['a procedure listed and ended', (pack) => pack.procedures.ended.push('1.999001'), '1.999001'],
    ['a script for an address', (pack) => (pack.settings.lookupAddress = 'javascript:alert(1)'), 'tên miền'],
    ['words for an address', (pack) => (pack.settings.lookupAddress = 'hỏi ông Năm'), 'tên miền'],
    ['another way than http', (pack) => (pack.settings.lookupAddress = 'ftp://tep.example.vn'), 'tên miền'],
    [
      'nothing',
      (pack) => {
        for (const kind of ['procedures', 'fees', 'processes', 'settings']) delete pack[kind];
        pack.calendar = { days: [], ordinary: [], weeks: [], hours: [] };
      },
      'không có dữ liệu nào',
    ],
  ])('%s', async (_what, change, reason) => {
    const { fault } = await looked(change);
    expect(fault).toMatchObject({ code: 'data-pack-broken', message: expect.stringContaining(reason) });
  });

  test.each(['tracuu.example.vn', 'https://dichvucong.gov.vn/tra-cuu?ma=1', 'http://a-b.vn:8080'])(
    'an address as %s is one',
    async (address) => {
      expect(await looked((pack) => (pack.settings.lookupAddress = address))).toMatchObject({ ok: true });
    },
  );
});

describe('what nobody would take knowingly is told, and not left out', () => {
  const problems = async (change: (pack: any) => void) => {
    const { value } = await looked(change);
    return value.problems.map(({ kind, key, what, left }: any) => [kind, key, what, left]);
  };
  const week = (days: object) => ({
    from: '2026-12-07',
    week: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [], ...days },
    sameDayOnDayOff: 'that-day',
    ground: 'Công văn thử',
  });
  const noon = [{ start: '07:30', end: '11:30' }];

  test('a week that is open on Sunday at 23:00 alone', async () => {
    const told = await problems((pack) => pack.calendar.weeks.push(week({ sun: [{ start: '23:00', end: '23:01' }] })));
    expect(told).toEqual([['calendar', '2026-12-07', 'week-thin', false]]);
  });

  test('a week that is open on all days, but hardly', async () => {
    const told = await problems((pack) => pack.calendar.weeks.push(week({ mon: noon, tue: noon, wed: noon })));
    expect(told).toEqual([['calendar', '2026-12-07', 'week-thin', false]]);
    expect(
      await problems((pack) =>
        pack.calendar.weeks.push(week({ mon: noon, tue: noon, wed: noon, thu: noon, fri: noon })),
      ),
    ).toEqual([]);
  });

  test('every weekday closed, day by day: once, with how many weeks', async () => {
    const dates = ['07', '08', '09', '10', '11', '14', '15', '16', '17', '18'].map((day) => `2026-12-${day}`);
    const { value } = await looked((pack) =>
      pack.calendar.hours.push(...dates.map((date) => ({ date, sessions: [], ground: 'Đóng cửa' }))),
    );
    expect(value.problems).toEqual([
      expect.objectContaining({
        what: 'week-thin',
        text: expect.stringContaining('2 tuần (từ 07/12/2026, 14/12/2026)'),
      }),
    ]);
  });

  test('a holiday of the law that is worked', async () => {
    const told = await problems((pack) =>
      pack.calendar.hours.push({ date: '2027-01-01', sessions: noon, ground: 'Làm cả Tết' }),
    );
    expect(told).toEqual([['calendar', '2027-01-01', 'holiday-worked', false]]);
  });

  test('an amount that no rule comes to', async () => {
    const told = await problems((pack) => (pack.fees.rules[0].amount = 5000));
    expect(told).toEqual([['fees', '1.999001', 'fee-apart', false]]);
  });
});
