import { describe, expect, test } from 'vitest';
import { breaksPromise } from '../../../../electron/domain/counter/case/broken-promise.ts';
import { foldCase } from '../../../../electron/domain/counter/case/state.ts';
import type { CaseAction } from '../../../../electron/domain/entries/case.ts';
import { resumed, asked, completed, file, stopped, withdrawn } from '../../../support/report/told-files.ts';

const received = { term: { value: 3, unit: 'working-day' } } as const;
const inHours = { term: { value: 4, unit: 'working-hour' } } as const;
const dueAt = '2026-11-09T17:00:00+07:00';
const [before, onDay, after] = ['2026-11-08T09:00:00+07:00', '2026-11-09T18:00:00+07:00', '2026-11-10T08:00:00+07:00'];
const stops: CaseAction = { type: 'obligation-requested', reason: 'thuế', stopsClock: true };

/** NĐ 118/2025 Điều 19 k5 counts a term anew, and takes back no promise that was broken before. */
describe('whether a promise was over when its running ended', () => {
  test.each<[string, CaseAction, string, boolean]>([
    ['papers asked for before its day', asked, before, false],
    ['papers asked for on its day', asked, onDay, false],
    ['papers asked for after it', asked, after, true],
    ['the clock stopped in time', stops, before, false],
    ['the clock stopped too late', stops, after, true],
    ['money asked for while the clock runs on', { type: 'obligation-requested', reason: 'thuế' }, after, false],
    ['withdrawn too late', withdrawn, after, true],
    ['stopped too late', stopped, after, true],
    // Điều 12 k5: it says so itself.
    ['extended', { type: 'extended', reason: 'x', dueAt: after }, after, false],
    ['completed', completed('11-20'), after, false],
  ])('%s', (_what, action, at, broken) => {
    expect(breaksPromise({ status: 'processing', dueAt, received }, at, action)).toBe(broken);
  });

  test('a term in hours ends at its hour (BLDS Điều 147)', () => {
    expect(breaksPromise({ status: 'processing', dueAt, received: inHours }, onDay, asked)).toBe(true);
  });

  test('nothing is broken where no promise runs, or where its citizen is awaited', () => {
    expect(breaksPromise({ status: 'processing', dueAt: null, received }, after, asked)).toBe(false);
    expect(breaksPromise({ status: 'supplement-requested', dueAt, received }, after, stopped)).toBe(false);
  });
});

/** What is late stays so, whatever is promised later. */
test.each([
  [
    'asked in time, brought, done',
    [
      ['10-22', asked],
      ['10-26', completed('11-02')],
    ],
    false,
  ],
  [
    'asked too late, brought',
    [
      ['10-26', asked],
      ['10-28', completed('11-06')],
    ],
    true,
  ],
  [
    'asked in time, brought after the old day, closed',
    [
      ['10-22', asked],
      ['11-10', stopped],
    ],
    false,
  ],
  [
    'stopped too late, taken up again',
    [
      ['10-26', stopped],
      ['10-27', resumed('11-20')],
    ],
    true,
  ],
  [
    'withdrawn in time, taken up again after the old day',
    [
      ['10-22', withdrawn],
      ['10-30', resumed('11-20')],
    ],
    false,
  ],
] as const)('%s', (_what, happened, late) => {
  const actions = file('10-20', '10-23', happened);
  expect(
    foldCase(actions.map((one, seq) => ({ ...one, seq, actor: 'a', desk: 'Q1', deskSeq: seq + 1 }))).countsLate,
  ).toBe(late);
});
