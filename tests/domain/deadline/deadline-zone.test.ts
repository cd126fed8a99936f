import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { findMoment } from '../../../electron/domain/base/civil-time.ts';

/** A desk whose clock is set to another country's zone must print the same appointment. */

const here = path.resolve(import.meta.dirname, '../../..');
const script = `
import { calendar } from './tests/support/data/calendar.ts';
import { explainDeadline } from './electron/domain/deadline/deadline.ts';
import { toCivilTime } from './electron/domain/base/civil-time.ts';
const ask = (value, unit, acceptedAt, rule) => explainDeadline({ term: { value, unit }, acceptedAt, rule }, calendar).dueAt;
console.log(JSON.stringify({
  winter: new Date(2026, 0, 1).getTimezoneOffset(),
  answers: [
    ask(1, 'same-day', '2026-11-23T15:12:00+07:00', 'after-15h'),
    ask(1, 'working-day', '2026-12-31T17:30:00Z'),
    ask(5, 'working-day', '2026-02-12T23:59:59+07:00'),
    ask(30, 'day', '2026-03-07T09:00:00+07:00'),
    ask(24, 'hour', '2026-10-24T20:00:00+07:00'),
    ask(8, 'working-hour', '2026-03-27T15:00:00+07:00'),
    toCivilTime(Date.UTC(2026, 11, 31, 17, 0, 0)),
  ],
}));`;

const promised = [
  '2026-11-25T17:00:00+07:00',
  '2027-01-04T17:00:00+07:00',
  '2026-02-26T17:00:00+07:00',
  '2026-04-06T17:00:00+07:00',
  '2026-10-26T17:00:00+07:00',
  '2026-03-30T15:00:00+07:00',
  '2027-01-01T00:00:00+07:00',
];

test.each([
  ['Asia/Ho_Chi_Minh', -420],
  ['UTC', 0],
  ['America/Los_Angeles', 480],
  ['Europe/Berlin', -60],
  ['Pacific/Kiritimati', -840],
])('the zone %s of the process changes no promise', (zone, winter) => {
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: here,
    env: { ...process.env, TZ: zone },
    encoding: 'utf8',
  });
  expect(run.stderr).toBe('');
  expect(JSON.parse(run.stdout)).toEqual({ winter, answers: promised });
});

test.each([
  ['2026-11-18T15:00:00+07:00', '2026-11-18', 15 * 3_600_000],
  ['2026-11-18T15:00:00.001+07:00', '2026-11-18', 15 * 3_600_000 + 1],
  ['2026-11-18T08:00:00Z', '2026-11-18', 15 * 3_600_000],
  ['2026-11-18T17:00:00Z', '2026-11-19', 0],
  ['2026-11-18T16:59:59.999Z', '2026-11-18', 86_399_999],
  ['2026-12-31T23:00:00+05:30', '2027-01-01', 30 * 60_000],
  ['2026-01-01T00:00:00+14:00', '2025-12-31', 17 * 3_600_000],
  ['2028-02-28T20:00:00-04:00', '2028-02-29', 7 * 3_600_000],
])('%s is one moment of Vietnam’s day', (iso, date, msOfDay) => {
  const moment = findMoment(iso);
  expect(moment).toEqual({ day: Date.parse(`${date}T00:00:00Z`) / 86_400_000, msOfDay });
});

test.each([
  '2026-11-18T10:00:00',
  '2026-11-18',
  '2027-02-29T10:00:00Z',
  '2026-11-18T24:00:00Z',
  '2026-11-18 10:00:00Z',
  '',
])('«%s» is no moment', (text) => {
  expect(findMoment(text)).toBeUndefined();
});
