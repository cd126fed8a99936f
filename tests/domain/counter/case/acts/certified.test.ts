import { expect, test } from 'vitest';
import type { ActContext } from '../../../../../electron/domain/counter/case/acts/act-row.ts';
import { availableActs, decideAct } from '../../../../../electron/domain/counter/case/acts/acts.ts';
import { calendar } from '../../../../support/data/calendar.ts';
import { type Happened, caseAfter } from '../../../../support/data/case-sample.ts';

/** What was certified with a slip goes back: when, and with what it is recorded. */

const clerk: ActContext = { now: '2026-11-19T10:00:00+07:00', calendar, username: 'clerk', role: 'clerk' };
const done: Happened = [{ type: 'finished', result: 'Đã chứng thực' }, '2026-11-19T09:00:00+07:00'];
const returned: Happened = [{ type: 'returned', receiver: 'ÁNH' }, '2026-11-19T09:30:00+07:00'];
const type = 'take-back-certified';

test.each<[string, ActContext['certified'], string | null]>([
  ['a case without a number of a book', undefined, 'not-certified'],
  ['one that was paid', { alone: true, hinders: 'paid' }, 'certified-paid'],
  ['one from the portal, by post or on paper', { alone: false, hinders: 'elsewhere' }, 'certified-elsewhere'],
  ['one in the book of a month that is over', { alone: true, hinders: 'bound' }, 'certified-bound'],
  ['one of this minute', { alone: true, hinders: null }, null],
  ['an older one: offered, and asked the reason of when it is done', { alone: false, hinders: null }, null],
])('%s', (_what, certified, key) => {
  const context = certified === undefined ? clerk : { ...clerk, certified };
  for (const state of [caseAfter(), caseAfter(done)])
    expect(availableActs(state, context).find(({ act }) => act === type)?.refusal?.key ?? null).toBe(key);
  expect(availableActs(caseAfter(done, returned), context).find(({ act }) => act === type)?.refusal).not.toBeNull();
});

test('it is recorded as a reception that was undone: without a reason as ever, later with the reason', () => {
  const minute = { ...clerk, certified: { alone: true, hinders: null } };
  const later = { ...clerk, certified: { alone: false, hinders: null } };
  expect(decideAct({ type }, caseAfter(done), minute)).toEqual({ type: 'reception-undone' });
  expect(decideAct({ type }, caseAfter(done), later)).toMatchObject({ fault: 'action-not-allowed' });
  expect(decideAct({ type, reason: 'gõ nhầm' }, caseAfter(done), later)).toEqual({
    type: 'reception-undone',
    reason: 'gõ nhầm',
  });
});
