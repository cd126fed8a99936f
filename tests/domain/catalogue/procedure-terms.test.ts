import { describe, expect, test } from 'vitest';
import type { Channel } from '../../../electron/contract/base/values.ts';
import {
  isTermVerified,
  lawfulTerms,
  plainTerm,
  receptionTerms,
  ruleOf,
  usualTerm,
  verificationTerms,
  withOfficeTerm,
} from '../../../electron/domain/catalogue/procedure-terms.ts';
import { limit, marriage } from '../../support/data/term-sample.ts';

const direct = (day: string) => ({ day, channel: 'direct' as Channel });

/** The law of the day of acceptance decides: Luật Hộ tịch 2014 to 28/02/2027, Luật Hộ tịch 2026 from 01/3/2027. */
test.each([
  ['2026-11-23', 'same-day'],
  ['2027-02-28', 'same-day'],
  ['2027-03-01', 'working-day'],
  ['2027-12-31', 'working-day'],
])('on %s the usual limit is of the law in force', (day, unit) => {
  expect(usualTerm({ terms: marriage }, direct(day))?.unit).toBe(unit);
});

describe('which limits may be chosen', () => {
  const terms = [
    limit({ key: 'online', value: 17, unit: 'working-day', channels: ['online'] }),
    limit({ key: 'usual', value: 20, unit: 'working-day' }),
    limit({ key: 'nui', value: 30, unit: 'working-day' }),
    limit({ key: 'thoa-thuan', value: 2, unit: 'working-day', needs: 'written-agreement', chosen: 'either' }),
    limit({ key: 'xac-minh', value: 40, unit: 'working-day', chosen: 'verification' }),
    limit({ key: 'bo-sung', value: 41, unit: 'working-day', chosen: 'either' }),
    limit({ key: 'het', value: 9, unit: 'working-day', until: '2026-06-30' }),
  ];
  const keys = (list: readonly { key: string }[]) => list.map(({ key }) => key);

  test('at the counter, the usual first, none of another way or day, none that only verification leads to', () => {
    const on = direct('2026-11-23');
    expect(keys(lawfulTerms({ terms }, on))).toEqual(['usual', 'nui', 'thoa-thuan', 'xac-minh', 'bo-sung']);
    expect(keys(receptionTerms({ terms }, on))).toEqual(['usual', 'nui', 'thoa-thuan', 'bo-sung']);
    expect(keys(verificationTerms({ terms }, on))).toEqual(['xac-minh', 'bo-sung']);
    expect(usualTerm({ terms }, on)?.key).toBe('usual');
  });

  test('online, the limit of that way is the usual one', () => {
    expect(usualTerm({ terms }, { day: '2026-11-23', channel: 'online' })?.key).toBe('online');
  });

  test('a limit that needs an agreement is never the usual one', () => {
    expect(usualTerm({ terms: terms.slice(3, 4) }, direct('2026-11-23'))).toBeUndefined();
  });

  test('what a supervisor set takes the place of the usual one and of what a list says of its ways', () => {
    const set = withOfficeTerm({ terms }, { term: { value: 15, unit: 'day' }, rule: null });
    expect(keys(set.terms)).toEqual(['office', 'nui', 'thoa-thuan', 'xac-minh', 'bo-sung', 'het']);
    const usual = usualTerm(set, { day: '2026-11-23', channel: 'online' });
    expect(usual && [plainTerm(usual), ruleOf(usual), isTermVerified(usual)]).toEqual([
      { value: 15, unit: 'day' },
      null,
      true,
    ]);
  });
});

test.each([
  ['A with the day it was read', {}, true],
  ['A without', { readOn: null }, false],
  ['B', { grade: 'B' as const }, false],
])('verified is grade %s', (_what, change, verified) => {
  expect(isTermVerified(limit({ key: 'usual', value: 1, unit: 'day', ...change }))).toBe(verified);
});
