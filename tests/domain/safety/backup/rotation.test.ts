import { expect, test } from 'vitest';
import { type KeptBackup, isBackupDue, outlived } from '../../../../electron/domain/safety/backup/rotation.ts';

const now = Date.parse('2026-11-29T17:30:00+07:00');
const hour = 3_600_000;

function hourly(count: number): KeptBackup[] {
  return Array.from({ length: count }, (_, index) => ({
    name: `b${index}`,
    at: now - index * hour,
    why: 'hourly' as const,
  }));
}

test('two hundred days of backups each hour come down to some twenty, the newest of each span', () => {
  const kept = hourly(200 * 24);
  const gone = new Set(outlived(kept, now, false));
  const left = kept
    .filter(({ name }) => !gone.has(name))
    .map(({ at }) => new Date(at + 7 * hour).toISOString().slice(0, 13));
  expect(left).toEqual([
    '2026-11-29T17',
    '2026-11-29T16',
    '2026-11-29T15',
    '2026-11-29T14',
    '2026-11-29T13',
    '2026-11-29T12',
    '2026-11-28T23',
    '2026-11-27T23',
    '2026-11-26T23',
    '2026-11-25T23',
    '2026-11-24T23',
    '2026-11-23T23',
    '2026-11-22T23',
    '2026-11-15T23',
    '2026-11-08T23',
    '2026-11-01T23',
    '2026-10-31T23',
    '2026-09-30T23',
    '2026-08-31T23',
  ]);
});

test('doing it each hour leaves what doing it once leaves, or more', () => {
  const all = hourly(20 * 24).toReversed();
  let kept: KeptBackup[] = [];
  for (const one of all) {
    const with_ = [one, ...kept];
    const gone = new Set(outlived(with_, one.at, false));
    kept = with_.filter(({ name }) => !gone.has(name));
  }
  expect(kept.length).toBeGreaterThanOrEqual(14);
  expect(kept.some(({ at }) => now - at > 6 * 24 * hour)).toBe(true);
});

test.each([
  ['nothing', [], []],
  ['one', hourly(1), []],
  ['two, however old', hourly(2).map((one) => ({ ...one, at: one.at - 900 * 24 * hour })), []],
  ['three old ones', hourly(3).map((one) => ({ ...one, at: one.at - 900 * 24 * hour })), ['b2']],
  [
    'made by a clock three years ahead, before others',
    [
      ...hourly(30).slice(0, 20),
      { name: 'ahead', at: now + 3 * 365 * 24 * hour, why: 'hourly' as const },
      ...hourly(30).slice(20, 22),
    ],
    ['b6', 'b7', 'b8', 'b9', 'b10', 'b11', 'b12', 'b13', 'b14', 'b15', 'b16', 'b17', 'b19', 'ahead', 'b20', 'b21'],
  ],
  ['all from tomorrow, by a clock that went back', hourly(4).map((one) => ({ ...one, at: one.at + 48 * hour })), []],
])('%s', (_what, kept, gone) => {
  expect(outlived(kept, now, false)).toEqual(gone);
});

test('what was made before a restore stays a month', () => {
  const before = { name: 'before', at: now - 20 * 24 * hour - 5, why: 'restore' as const };
  const among = (one: KeptBackup) => [...hourly(24 * 40), one].toSorted((a, b) => b.at - a.at);
  expect(outlived(among(before), now, false)).not.toContain('before');
  expect(outlived(among({ ...before, at: now - 32 * 24 * hour }), now, false)).toContain('before');
});

test('a practice office keeps two', () => {
  expect(outlived(hourly(10), now, true)).toHaveLength(8);
});

test.each([
  ['never one', null, true],
  ['nothing happened since', { at: now - 5 * hour, head: 'a' }, false],
  ['within the hour', { at: now - hour + 1, head: 'b' }, false],
  ['the hour is over', { at: now - hour, head: 'b' }, true],
  ['the clock went back', { at: now + hour, head: 'b' }, true],
])('due: %s', (_what, last, due) => {
  expect(isBackupDue(last, now, 'a')).toBe(due);
});
