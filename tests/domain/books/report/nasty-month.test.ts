import { expect, test } from 'vitest';
import { columns07a, count07a } from '../../../../electron/domain/books/report/bieu-07a.ts';
import { caseFact } from '../../../../electron/domain/books/report/case-fact.ts';
import { nasty } from '../../../support/report/nasty-files.ts';
import { november, procedure } from '../../../support/report/told-files.ts';

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
