import { describe, expect, test } from 'vitest';
import type { PackParts } from '../../../electron/contract/catalogue/data-pack.ts';
import type { CalendarDay, Incentive, ProcessFrame } from '../../../electron/contract/catalogue/lists.ts';
import {
  type StandingPack,
  daysWithPacks,
  formsOfPacks,
  framesWithPacks,
  hoursWithPacks,
  incentivesWithPacks,
  kindsIn,
  partsOf,
  stepsOfPacks,
} from '../../../electron/domain/catalogue/data-packs.ts';

const pack = (from: string, parts: PackParts): StandingPack => ({ id: from, from, parts });
const day = (date: string, kind: CalendarDay['kind'] = 'holiday'): CalendarDay => ({
  date,
  kind,
  name: date,
  source: 'thử',
  verification: 'verified',
});
const year = (of: number) => Array.from({ length: 12 }, (_, at) => day(`${of}-01-${String(at + 1).padStart(2, '0')}`));
const calendar = (change: Partial<NonNullable<PackParts['calendar']>>): PackParts => ({
  calendar: { days: [], ordinary: [], weeks: [], hours: [], ...change },
});
const steps = (name: string): any[] => [
  { name: 'Nhận', role: 'clerk', time: null },
  { name, role: 'officer', time: null },
  { name: 'Trả', role: 'clerk', time: null },
];
const sound = () => true;

describe('days', () => {
  const known = [...year(2026), ...year(2027)];
  const dates = (days: readonly CalendarDay[]) => days.map(({ date }) => date);

  test('are added, replaced and taken out from the pack’s day on, in order', () => {
    const days = daysWithPacks(known, [
      pack(
        '2026-06-01',
        calendar({ days: [day('2026-12-04', 'swap-off'), day('2026-05-04')], ordinary: ['2027-01-02', '2026-01-02'] }),
      ),
    ]);
    expect(dates(days)).toContain('2026-12-04');
    expect(dates(days)).not.toContain('2026-05-04');
    expect(dates(days)).not.toContain('2027-01-02');
    expect(dates(days)).toContain('2026-01-02');
    expect(dates(days)).toEqual(dates(days).toSorted());
  });

  test('a later pack stands over an earlier one', () => {
    const days = daysWithPacks(known, [
      pack('2026-06-01', calendar({ days: [day('2026-12-04')] })),
      pack('2026-06-01', calendar({ ordinary: ['2026-12-04'] })),
    ]);
    expect(days).toEqual(known);
  });

  test('a year that would have too few days off stays as it was, new or known', () => {
    expect(daysWithPacks(known, [pack('2026-06-01', calendar({ days: [day('2031-02-03')] }))])).toEqual(known);
    const all = year(2027).map(({ date }) => date);
    expect(daysWithPacks(known, [pack('2026-06-01', calendar({ ordinary: all }))])).toEqual(known);
    const next = daysWithPacks(known, [pack('2026-06-01', calendar({ days: year(2028) }))]);
    expect(next).toHaveLength(known.length + 12);
  });
});

test('hours of packs, under what was set by hand for the same day', () => {
  const week = (from: string, ground: string): any => ({ from, ground, week: {}, sameDayOnDayOff: 'that-day' });
  const hours = (date: string, ground: string): any => ({ date, ground, sessions: [] });
  const packs = [
    pack(
      '2026-06-01',
      calendar({
        weeks: [week('2026-07-01', 'gói'), week('2026-05-01', 'trước')],
        hours: [hours('2026-06-05', 'gói'), hours('2026-06-06', 'gói')],
      }),
    ),
  ];
  const set = { weeks: [week('2026-09-01', 'tay')], days: [hours('2026-06-06', 'tay')] };
  const { weeks, days } = hoursWithPacks(set, packs);
  expect(weeks.map((one) => one.from)).toEqual(['2026-07-01', '2026-09-01']);
  expect(days.map((one) => `${one.date} ${one.ground}`)).toEqual(['2026-06-05 gói', '2026-06-06 tay']);
  expect(hoursWithPacks(set, [])).toBe(set);
});

test('an incentive holds from its pack’s day at the earliest, and takes no other’s place', () => {
  const incentive = (id: string, from: string): any => ({
    id,
    from,
    until: null,
    name: 'x',
    basis: 'x',
    fees: ['x'],
    percentOff: 50,
    verified: false,
    note: '',
  });
  const known: Incentive[] = [incentive('da-co', '2025-01-01')];
  const fees = {
    rules: [],
    incentives: [incentive('da-co', '2026-01-01'), incentive('moi', '2026-01-01'), incentive('sau', '2027-01-01')],
  };
  const all = incentivesWithPacks(known, [pack('2026-06-01', { fees })]);
  expect(all.map(({ id, from }) => `${id} ${from}`)).toEqual(['da-co 2025-01-01', 'moi 2026-06-01', 'sau 2027-01-01']);
  expect(incentivesWithPacks(known, [])).toBe(known);
});

describe('processes and forms hold by their day, the later over the earlier', () => {
  const frame = (id: string, name: string, units?: any): ProcessFrame => ({
    id,
    name,
    note: 'x',
    verified: false,
    steps: steps(name),
    ...(units === undefined ? {} : { units }),
  });
  const frames = [frame('trong-ngay', 'a', ['same-day']), frame('chung', 'b')];
  const of = (...given: ProcessFrame[]): PackParts => ({ processes: { frames: given as any, steps: [] } });

  test('frames', () => {
    const packs = [
      pack('2026-07-01', of(frame('chung', 'sau'))),
      pack('2026-06-01', of(frame('chung', 'trước'), frame('gio', 'giờ', ['working-hour']))),
      pack('2026-06-01', of(frame('chung-nua', 'hai cái chung'), frame('trong-ngay', 'mất đơn vị'))),
    ];
    const named = (date: string) => framesWithPacks(frames, packs, date, sound).map(({ id, name }) => `${id} ${name}`);
    expect(named('2026-05-31')).toEqual(['trong-ngay a', 'chung b']);
    expect(named('2026-06-01')).toEqual(['gio giờ', 'trong-ngay a', 'chung trước']);
    expect(named('2026-07-01')).toEqual(['gio giờ', 'trong-ngay a', 'chung sau']);
    expect(framesWithPacks(frames, packs, '2026-07-01', () => false)).toEqual(frames);
  });

  test('steps of a procedure, and texts of forms', () => {
    const packs = [
      pack('2026-07-01', { processes: { frames: [], steps: [{ code: '1.001193', steps: steps('sau') }] } }),
      pack('2026-06-01', {
        processes: { frames: [], steps: [{ code: '1.001193', steps: steps('trước') }] },
        forms: [{ form: 'mau-01', text: '{}' }],
      }),
    ];
    expect(stepsOfPacks(packs, '2026-06-30').get('1.001193')?.[1]?.name).toBe('trước');
    expect(stepsOfPacks(packs, '2026-07-01').get('1.001193')?.[1]?.name).toBe('sau');
    expect(formsOfPacks(packs, '2026-05-31').size).toBe(0);
    expect(formsOfPacks(packs, '2026-06-01').get('mau-01')).toBe('{}');
  });
});

test('what of a pack is of some kinds alone', () => {
  const parts: PackParts = { forms: [], settings: { peopleOnWall: true } };
  expect(kindsIn(parts)).toEqual(['forms', 'settings']);
  expect(partsOf(parts, ['settings', 'fees'])).toEqual({ settings: { peopleOnWall: true } });
});
