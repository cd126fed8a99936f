import { expect, test } from 'vitest';
import { type BackupStanding, furthestFirst } from '../../../../electron/domain/safety/backup/order.ts';

const own = { office: 'Q1', desk: 'a', follows: 0 };
const inOrder = (...backups: readonly BackupStanding[]) =>
  furthestFirst(backups, (one) => one).map(({ madeAt }) => madeAt);

test.each<[string, BackupStanding[], string[]]>([
  [
    'a backup of a clock three years ahead is no newer than its journal',
    [
      { ...own, entries: 10, madeAt: '2029-11-29' },
      { ...own, entries: 12, madeAt: '2026-11-30' },
      { ...own, entries: 8, madeAt: '2026-11-28' },
    ],
    ['2026-11-30', '2029-11-29', '2026-11-28'],
  ],
  [
    'of as many entries the later made',
    [
      { ...own, entries: 10, madeAt: '2026-11-28' },
      { ...own, entries: 10, madeAt: '2026-11-29' },
    ],
    ['2026-11-29', '2026-11-28'],
  ],
  [
    'what came back from a backup is further than what it came back from, though that knew more',
    [
      { ...own, entries: 100, madeAt: '2029-11-29' },
      { ...own, desk: 'b', follows: 1, entries: 60, madeAt: '2026-11-30' },
    ],
    ['2026-11-30', '2029-11-29'],
  ],
  [
    'another office stands by itself',
    [
      { ...own, entries: 5, madeAt: '2026-11-27' },
      { ...own, office: 'Q2', desk: 'c', entries: 900, madeAt: '2026-11-28' },
      { ...own, entries: 6, madeAt: '2026-11-29' },
    ],
    ['2026-11-29', '2026-11-27', '2026-11-28'],
  ],
])('%s', (_what, backups, order) => {
  expect(inOrder(...backups)).toEqual(order);
  expect(inOrder(...backups.toReversed())).toEqual(order);
});
