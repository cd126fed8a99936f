import { describe, expect, test } from 'vitest';
import { type CityLine, bieu07b, otherField } from '../../../../electron/domain/centre/city/bieu-07b.ts';
import { findLawfulPeriod, findPeriodAround } from '../../../../electron/domain/books/report/report-period.ts';

const period = { from: '2026-10-15', to: '2026-11-14', sendBy: '2026-11-20' };
const line = (centre: string, field: string, counts: Record<string, number>): CityLine => ({ centre, field, counts });
const told = (centre: string, sentAt: string | null) => ({
  centre,
  sentAt,
  doneAt: sentAt,
  began: sentAt === null ? null : '2026-01-05',
  first: sentAt === null ? null : '2026-01-06',
  closed: null,
});
const nameOf = (code: string) => `Phường ${code}`;

function made(lines: readonly CityLine[], madeAt = '2026-11-21T08:00:00+07:00') {
  return bieu07b(
    {
      practice: false,
      lines,
      index: [],
      before: [{ centre: '27112', open: 2, resumed: 1 }],
      centres: [
        told('27112', '2026-11-15T08:00:00+07:00'),
        told('26743', '2026-11-21T07:00:00+07:00'),
        told('27637', null),
      ],
    },
    { period, madeAt, nameOf },
  );
}

describe('Biểu 07b (TT 09/2026)', () => {
  const report = made([
    line('27112', 'Hộ tịch', { '4': 2, '7': 3, '8': 3, '10': 4, '12': 1, '14': 3 }),
    line('26743', 'Hộ tịch', { '6': 1, '11': 1 }),
    line('26743', '', { 'level-unknown': 2, '15': 2 }),
  ]);

  test('a line a field in section II, all communes in sum; section I is missing and not 0', () => {
    expect(report.sections.I).toBeNull();
    expect(
      report.sections.II.rows.map(({ key, values }) => [key, values['3'], values['4'], values['9'], values['13']]),
    ).toEqual([
      ['Hộ tịch', 9, 2, 6, 3],
      [otherField, 2, null, 0, 2],
    ]);
    const own = { '3': 11, '4': null, '5': null, '6': 1, '7': 3, '8': 3, '15': 2 };
    expect(report.sections.II.total.values).toMatchObject(own);
    // The form's last line is I and II together.
    expect(new Set(Object.values(report.total.values))).toEqual(new Set([null]));
    expect(report.missing[0]?.text).toContain('TỔNG CỘNG (mục I và mục II) vì thế cũng chưa biết');
    expect(report.checks).toEqual([
      { name: '(3) = (9) + (13)', ok: true },
      { name: '(8) = (13) kỳ trước', ok: true },
      { name: 'II = Σ', ok: true },
    ]);
  });

  test('centres are told by when all of the period was there: by day 20, after it, not yet', () => {
    expect(report.centres.map(({ centre, name, state }) => [centre, name, state])).toEqual([
      ['27112', 'Phường 27112', 'in-time'],
      ['26743', 'Phường 26743', 'late'],
      ['27637', 'Phường 27637', 'missing'],
    ]);
    // Nothing came of the third: that is not 0.
    expect(report.centres.map(({ total }) => total.values['3'])).toEqual([8, 3, null]);
    expect(report.missing.map(({ code }) => code)).toEqual(['section-i', 'not-sent', 'sent-late', 'online-level']);
    expect(report.missing[1]?.text).toContain('đã quá ngày 20/11/2026: Phường 27637 (27637)');
  });

  test('what a centre had left open before its first file is not known, and neither is a sum of it', () => {
    const [old, young] = [told('27112', '2026-11-15T08:00:00+07:00'), told('26743', '2026-11-15T08:00:00+07:00')];
    const lines = [line('27112', 'Hộ tịch', { '8': 3, '14': 3 }), line('26743', 'Hộ tịch', { '7': 1, '14': 1 })];
    const before = [{ centre: '27112', open: 3, resumed: 0 }];
    const asked = { period, madeAt: '2026-11-21T08:00:00+07:00', nameOf };
    const of = (began: string) =>
      bieu07b({ practice: false, lines, index: [], before, centres: [old, { ...young, began, first: began }] }, asked);
    const eights = ({ centres, sections: { II } }: ReturnType<typeof of>) => [
      ...centres.map(({ total: { values } }) => values['8']),
      II.rows[0]?.values['8'],
      II.total.values['8'],
    ];
    for (const began of ['2026-10-15', '2026-11-02']) {
      const report07b = of(began);
      expect([began, eights(report07b)]).toEqual([began, [3, null, null, null]]);
      expect(report07b.sections.II.total.values).toMatchObject({ '3': 4, '7': 1, '14': 4 });
      expect(report07b.checks.filter(({ ok }) => !ok)).toEqual([]);
      expect(report07b.missing).toContainEqual(expect.objectContaining({ code: 'before-register' }));
      expect(report07b.missing.at(-1)?.text).toMatch(/Phường 26743.*; cột \(3\) và các cột \(9\) đến \(15\) chưa gồm/);
    }
    expect(eights(of('2026-10-14'))).toEqual([3, 0, 3, 3]);
    expect(of('2026-10-14').missing.map(({ code }) => code)).not.toContain('before-register');
  });

  test('of days before the first file of a centre nothing is known of it, which is not 0', () => {
    const one = { ...told('27112', '2026-11-20T08:00:00+07:00'), began: '2026-12-01', first: '2026-12-01' };
    const counted = { practice: false, lines: [], index: [], before: [], centres: [one] };
    const asked = { period, madeAt: '2026-12-02T08:00:00+07:00', nameOf: (code: string) => code };
    const { centres, index, sections, missing } = bieu07b(counted, asked);
    expect(new Set(Object.values(sections.II.total.values))).toEqual(new Set([null]));
    // What it told at its first contact is no late sending of a month in which it had no file.
    expect(centres[0]?.state).toBe('not-begun');
    expect(missing.map(({ code }) => code)).toEqual(['section-i', 'not-begun']);
    expect(missing[1]?.text).toMatch(/^1 đơn vị .*không phải 0, không phải gửi muộn.*: 27112 \(27112\)$/);
    expect(new Set(Object.values(centres[0]?.total.values ?? {}))).toEqual(new Set([null]));
    expect(new Set(index.centres[0]?.indicators.map(({ value }) => value))).toEqual(new Set([null]));
    const since = bieu07b({ ...counted, centres: [{ ...one, began: '2026-11-02' }] }, asked);
    expect([since.centres[0]?.total.values['3'], since.sections.II.total.values['3']]).toEqual([0, 0]);
    expect(since.centres[0]?.state).toBe('in-time');
    const late = { ...one, began: '2026-11-02', sentAt: '2026-11-21T08:00:00+07:00' };
    expect(bieu07b({ ...counted, centres: [late] }, asked).centres[0]?.state).toBe('late');
  });

  test('a centre says itself since when its register is: its first file may be older or newer, and its ward goes by the register', () => {
    const lines = [line('27112', 'Hộ tịch', { '7': 1, '14': 1 })];
    const asked = { period, madeAt: '2026-11-21T08:00:00+07:00', nameOf };
    const of = (began: string | null, first: string | null) => {
      const centre = { ...told('27112', '2026-11-15T08:00:00+07:00'), began, first };
      const made = bieu07b({ practice: false, lines, index: [], before: [], centres: [centre] }, asked);
      return [made.centres[0]?.state, made.centres[0]?.total.values['8'], made.centres[0]?.total.values['3']];
    };
    // Set up before the period, its first file came in it: nothing was left open here.
    expect(of('2026-10-10', '2026-10-20')).toEqual(['in-time', 0, 1]);
    // Set up in the period; a file on paper from before was written into it: what else was open then stands elsewhere.
    expect(of('2026-10-20', '2026-09-01')).toEqual(['in-time', null, 1]);
    expect(of('2026-11-20', '2026-11-02')).toEqual(['in-time', null, 1]);
    // Set up after the period, and no file of before.
    expect(of('2026-11-20', '2026-11-20')).toEqual(['not-begun', null, null]);
    // A ward of a program from before says nothing of it: its first file is all that is known.
    expect([of(null, '2026-10-20'), of(null, '2026-10-01')]).toEqual([
      ['in-time', null, 1],
      ['in-time', 0, 1],
    ]);
  });

  test('a centre that left is no missing one: nothing of it is waited for, and nothing of it stands in a period that began later', () => {
    const lines = [line('27112', 'Hộ tịch', { '8': 3, '14': 3 }), line('26743', 'Hộ tịch', { '8': 2, '15': 2 })];
    const before = [
      { centre: '27112', open: 3, resumed: 0 },
      { centre: '26743', open: 2, resumed: 0 },
    ];
    const index = [line('26743', 'Hộ tịch', { files: 2, on_time: 1 })];
    const of = (closed: string | null, sentAt: string | null, never = false) => {
      const left = never
        ? { ...told('26743', null), closed }
        : { ...told('26743', '2026-10-01T08:00:00+07:00'), sentAt, closed };
      const counted = {
        practice: false,
        lines,
        index,
        before,
        centres: [told('27112', '2026-11-15T08:00:00+07:00'), left],
      };
      const form = bieu07b(counted, { period, madeAt: '2026-11-21T08:00:00+07:00', nameOf });
      const { centres, sections, missing, checks } = form;
      expect(checks.filter(({ ok }) => !ok)).toEqual([]);
      const files = form.index.indicators.find(({ code }) => code === '2.1')?.denominator;
      const [own, all] = [centres[1]?.total.values['3'], sections.II.total.values['3']];
      return [centres[1]?.state, own, all, files, missing.map(({ code }) => code).slice(1)];
    };
    expect(of('2026-10-14', null)).toEqual(['closed', null, 3, 0, ['closed']]);
    // It left in the period, or after it with something untold: what was sent stands.
    expect(of('2026-10-15', null)).toEqual(['closed', 2, 5, 2, ['closed']]);
    expect(of('2026-11-30', null)).toEqual(['closed', 2, 5, 2, ['closed']]);
    expect(of('2026-11-30', '2026-11-16T08:00:00+07:00')).toEqual(['in-time', 2, 5, 2, []]);
    expect(of(null, null)).toEqual(['missing', 2, 5, 2, ['not-sent']]);
    // Enrolled by mistake and closed: it never was one.
    expect(of('2026-11-30', null, true)[0]).toBe('closed');
  });

  test('one centre is one, and two are two', () => {
    expect(report.missing[1]?.textEn).toBe(
      '1 centre has not sent all of the period, past 2026-11-20: Phường 27637 (27637)',
    );
    const two = {
      practice: false,
      lines: [],
      index: [],
      before: [],
      centres: [told('27637', null), told('27638', null)],
    };
    const { missing } = bieu07b(two, { period, madeAt: '2026-11-21T08:00:00+07:00', nameOf });
    expect(missing[1]?.textEn).toMatch(/^2 centres have not sent/);
  });

  test('a period that runs is told as one, and nobody is late in it', () => {
    const running = made([], '2026-11-02T08:00:00+07:00');
    expect(running.over).toBe(false);
    expect(running.missing.map(({ code }) => code)).toEqual(['section-i', 'period-runs', 'sent-late']);
  });

  test('of the index what the facts do not tell is null, and nothing to count against is N/A', () => {
    const { indicators } = report.index;
    expect(indicators).toHaveLength(20);
    expect(indicators.find(({ code }) => code === '2.1')).toMatchObject({ value: 'N/A', denominator: 0 });
    expect(indicators.find(({ code }) => code === '5.2')).toEqual({
      code: '5.2',
      value: null,
      numerator: null,
      denominator: null,
    });
    const counted = bieu07b(
      {
        practice: false,
        lines: [],
        before: [],
        centres: [],
        index: [line('27112', 'Hộ tịch', { files: 8, on_time: 6, online: 0 })],
      },
      { period, madeAt: '2026-11-21T08:00:00+07:00', nameOf },
    ).index.indicators;
    expect(counted.find(({ code }) => code === '2.1')).toMatchObject({ value: 75, numerator: 6, denominator: 8 });
    expect(counted.find(({ code }) => code === '3.3')).toMatchObject({ value: null, denominator: 8 });
  });
});

test.each([
  ['2026-10', '2026-09-15', '2026-10-14', '2026-10-20'],
  ['2026-Q3', '2026-06-15', '2026-09-14', '2026-09-20'],
  ['2026-H1', '2025-12-15', '2026-06-14', '2026-06-20'],
  ['2026', '2025-12-15', '2026-12-14', '2026-12-20'],
  ['2026-01', '2025-12-15', '2026-01-14', '2026-01-20'],
])('%s is the period from %s to %s, sent by %s', (text, from, to, sendBy) => {
  expect(findLawfulPeriod(text)).toEqual({ from, to, sendBy, lawful: true });
});

test.each(['2026-03', '2026-12', '2026-13', '2026-Q2', '2026-Q4', '2026-H2', '26-10', ''])(
  '«%s» is none of the law’s',
  (text) => {
    expect(findLawfulPeriod(text)).toBeUndefined();
  },
);

test.each([
  ['2026-12', '2026', '2025-12-15', '2026-12-14'],
  ['2026-03', '2026-Q1', '2025-12-15', '2026-03-14'],
  ['2026-09', '2026-Q3', '2026-06-15', '2026-09-14'],
  ['2026-06', '2026-H1', '2025-12-15', '2026-06-14'],
  ['2026-Q2', '2026-H1', '2025-12-15', '2026-06-14'],
  ['2026-Q4', '2026', '2025-12-15', '2026-12-14'],
  ['2026-H2', '2026', '2025-12-15', '2026-12-14'],
])('%s is none of its own and lies in %s', (text, around, from, to) => {
  expect(findPeriodAround(text)).toEqual({ text: around, from, to });
  expect(findLawfulPeriod(around)).toMatchObject({ from, to });
});

test.each(['2026-13', '26-12', '2026-Q5', ''])('«%s» lies in no period', (text) => {
  expect(findPeriodAround(text)).toBeUndefined();
});
