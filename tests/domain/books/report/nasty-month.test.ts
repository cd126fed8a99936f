import { expect, test } from 'vitest';
import { columns07a, count07a } from '../../../../electron/domain/books/report/bieu-07a.ts';
import { caseFact } from '../../../../electron/domain/books/report/case-fact.ts';
import {
  asked,
  at,
  completed,
  done,
  dueAt,
  file,
  november,
  procedure,
  refused,
  resumed,
  stopped,
  withdrawn,
} from '../../../support/report/told-files.ts';

/** Withdrawn, a second request, boundary-free in and out, restarted, hours: a file for every column, by hand. */
const nasty = [
  { level: 'full', told: file('10-20', '10-23', [['10-23', done]], { channel: 'online' }), in: ['4', '11'] },
  { level: 'partial', told: file('10-20', '10-23', [['10-22', withdrawn]], { channel: 'online' }), in: ['5', '10'] },
  {
    told: file(
      '10-20',
      '10-23',
      [
        ['10-22', asked],
        ['10-26', completed('10-30')],
        ['10-28', asked],
        ['11-02', completed('11-06')],
        ['11-05', done],
      ],
      { channel: 'post' },
    ),
    in: ['6', '10'],
  },
  {
    told: file('10-20', '10-20', [['2026-10-20T17:01:00', done]], { term: { value: 4, unit: 'working-hour' } }),
    in: ['7', '12'],
  },
  {
    told: file('10-20', '10-20', [['2026-10-20T17:00:00', done]], { term: { value: 4, unit: 'working-hour' } }),
    in: ['7', '11'],
  },
  {
    told: file('09-20', '09-25', [
      ['10-01', stopped],
      ['10-20', resumed('11-10')],
    ]),
    in: ['8', '15'],
  },
  {
    told: file('10-18', '11-20', [], {
      foreign: {
        code: 'H29.146-261020-0001',
        unit: { name: 'Phường Tân Định' },
        acceptedAt: at('10-18'),
        arrivedAt: at('10-19'),
        lawDueAt: dueAt('11-20'),
      },
    }),
    in: ['7', '14'],
  },
  {
    told: file('10-20', '10-23', [['10-22', done]], {
      legs: [{ agency: 'Sở Xây dựng', work: '', way: 'paper', term: null, sendBy: null, plannedDueAt: null }],
    }),
    in: [],
  },
  { told: file('10-20', '10-23', [['10-24', refused]]), in: ['7', '12'] },
  { told: file('10-14', '10-20', [['10-16', asked]]), in: ['8', '14'] },
  { told: file('10-20', '10-23', [['10-24', withdrawn]]), in: ['7', '12'] },
  { told: file('10-14', '10-23', [['10-16', done]]), in: ['8', '10'] },
] as const;
const sumOf = (files: readonly (typeof nasty)[number][]) => {
  const counter = count07a(november);
  for (const one of files) {
    const fact = caseFact(one.told, november.to);
    if (fact === null) throw new Error('it was received by then');
    const onlineLevel = 'level' in one ? one.level : 'partial';
    expect(counter.add(fact, { ...procedure, onlineLevel })).toEqual(one.in);
  }
  // At the end of the period before the last two from before it were open; the restarted one was stopped.
  return counter.finish(2);
};

test('a nasty month made by hand: a file in every column, and without any of them the sums are others', () => {
  const { total, checks } = sumOf(nasty);
  expect(total.values).toEqual({
    '3': 11,
    '4': 1,
    '5': 1,
    '6': 1,
    '7': 5,
    '8': 3,
    '9': 8,
    '10': 3,
    '11': 2,
    '12': 3,
    '13': 3,
    '14': 2,
    '15': 1,
  });
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
  expect(Object.keys(total.values).toSorted()).toEqual(columns07a.toSorted());
  for (const left of nasty) {
    const rest = sumOf(nasty.filter((one) => one !== left)).total.values;
    const fewer = columns07a.filter((column) => rest[column] !== total.values[column]);
    expect(fewer.length).toBe(left.in.length === 0 ? 0 : 4);
  }
});
