import { expect, test } from 'vitest';
import type { TermChoice } from '../../../../../../electron/contract/catalogue/procedure.ts';
import {
  chosenTerm,
  isRead,
  nextChoice,
  termChoices,
} from '../../../../../../renderer/screens/counter/reception/promise/term-choices.ts';

function choice(key: string, change: Partial<TermChoice> = {}): TermChoice {
  return {
    key,
    words: key,
    value: 3,
    unit: 'working-day',
    text: '03 ngày làm việc',
    textEn: '3 working days',
    rule: null,
    article: '',
    from: null,
    until: null,
    chosen: 'reception',
    needs: null,
    channels: null,
    grade: 'A',
    readOn: '2026-11-29',
    readBy: 'a reader',
    ...change,
  };
}

const terms = [
  choice('agreed', { needs: 'written-agreement' }),
  choice('usual'),
  choice('online', { channels: ['online'] }),
  choice('verify', { chosen: 'verification' }),
  choice('mountain', { chosen: 'either' }),
  choice('ended', { until: '2026-06-30' }),
  choice('to-come', { from: '2027-03-01' }),
];

test('the choices are those in force for this day and way, the usual one first', () => {
  const keys = (day: string, channel: 'direct' | 'online') =>
    termChoices({ terms }, { day, channel }).map(({ key }) => key);
  expect(keys('2026-11-29', 'direct')).toEqual(['usual', 'agreed', 'mountain']);
  expect(keys('2026-06-30', 'direct')).toEqual(['usual', 'agreed', 'mountain', 'ended']);
  expect(keys('2027-03-01', 'online')).toEqual(['usual', 'agreed', 'online', 'mountain', 'to-come']);
});

test('one key goes through them and comes round', () => {
  const choices = termChoices({ terms }, { day: '2026-11-29', channel: 'direct' });
  const through = [undefined, 'usual', 'agreed', 'mountain', 'gone'].map((key) => nextChoice(choices, key)?.key);
  expect(through).toEqual(['agreed', 'agreed', 'mountain', 'usual', 'agreed']);
  expect(chosenTerm(choices, 'gone')?.key).toBe('usual');
});

test.each([
  [choice('usual'), true],
  [choice('usual', { readOn: null }), false],
  [choice('usual', { grade: 'B' }), false],
  [choice('office', { grade: 'B', readOn: null }), true],
])('%#: whether somebody read the article', (term, read) => {
  expect(isRead(term)).toBe(read);
});
