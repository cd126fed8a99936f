import { describe, expect, test } from 'vitest';
import type { ActContext } from '../../../../electron/domain/counter/case/acts/act-row.ts';
import { availableActs, decideAct } from '../../../../electron/domain/counter/case/acts/acts.ts';
import { applyAction } from '../../../../electron/domain/counter/case/state.ts';
import { verificationRefusal } from '../../../../electron/domain/counter/case/verification.ts';
import type { CaseAction } from '../../../../electron/domain/entries/case.ts';
import { calendar } from '../../../support/data/calendar.ts';
import { type Happened, acceptedAt, caseAfter, dueAt } from '../../../support/data/case-sample.ts';
import { marriage } from '../../../support/data/term-sample.ts';

const now = '2026-11-17T10:00:00+07:00';
const officer: ActContext = {
  now,
  calendar,
  username: 'officer',
  role: 'officer',
  verificationTerms: marriage.filter(({ chosen }) => chosen !== 'reception'),
};
const act = { type: 'verification-needed', termCase: 'xac-minh', reason: 'hỏi nơi cư trú trước đây' } as const;
const passedOn: Happened = [{ type: 'transferred', to: 'Tư pháp' }];

/** Received on Monday 16/11 at nine: 05 working days end on Monday 23/11 (Luật Hộ tịch 2014 Điều 18 k2), counted from the same acceptance. */
test('the promise moves to the other lawful limit, explains itself, and keeps the case where it is', () => {
  const state = caseAfter(passedOn);
  const decided = decideAct(act, state, officer) as CaseAction;
  expect(decided).toMatchObject({ type: 'verification-needed', dueAt: '2026-11-23T17:00:00+07:00' });
  const after = applyAction(state, { seq: 3, at: now, actor: 'officer', desk: 'Q1', deskSeq: 9, action: decided });
  expect(after).toMatchObject({
    status: 'processing',
    dueAt: '2026-11-23T17:00:00+07:00',
    number: state.number,
    extendedAt: null,
    verification: { at: now, reason: act.reason, before: dueAt },
    received: { term: { value: 5, unit: 'working-day' }, termCase: { key: 'xac-minh', reason: act.reason } },
  });
  expect(after.steps.map(({ rule }) => rule)).toEqual([
    'accepted-not-counted',
    'weekend',
    'verification-needed',
    'term',
  ]);
});

test('completed papers begin the longer limit anew (NĐ 118/2025 Điều 19 k5)', () => {
  const state = caseAfter(passedOn);
  const moved = decideAct(act, state, officer) as CaseAction;
  const waits = [
    [moved, now],
    [{ type: 'supplement-requested', reason: 'thiếu' }, '2026-11-18T09:00:00+07:00'],
  ] as const;
  const complete = decideAct({ type: 'supplement' }, caseAfter(passedOn, ...waits), {
    ...officer,
    now: '2026-11-19T09:00:00+07:00',
  });
  // Five working days from Thursday 19: 20, 23, 25, 26, 27; the 24th is a day off.
  expect(complete).toMatchObject({ type: 'supplemented', dueAt: '2026-11-27T17:00:00+07:00' });
});

test('what did not count of the first limit does not count of this one either', () => {
  const stood: Happened[] = [
    [{ type: 'withdrawn', reason: 'đổi ý' }, '2026-11-17T09:00:00+07:00'],
    [
      { type: 'resumed', reason: 'làm tiếp', status: 'processing', dueAt: '2026-11-20T17:00:00+07:00', steps: [] },
      '2026-11-18T09:00:00+07:00',
    ],
  ];
  // Four of five working days were left on Tuesday 17: from Wednesday on 19, 20, 23, 25; the 24th is a day off.
  const decided = decideAct(act, caseAfter(passedOn, ...stood), { ...officer, now: '2026-11-18T10:00:00+07:00' });
  expect(decided).toMatchObject({ type: 'verification-needed', dueAt: '2026-11-25T17:00:00+07:00' });
});

/** NĐ 118/2025 Điều 19 k6: the date is moved once for lateness. The limit for verification is the law of the field's own and no such moving. */
test('after an apology the limit of verification may still be taken, and opens no second apology', () => {
  const apologised: Happened = [{ type: 'extended', reason: 'x', dueAt: '2026-11-20T17:00:00+07:00' }, now];
  const state = caseAfter(passedOn, apologised);
  const decided = decideAct(act, state, officer) as CaseAction;
  expect(decided).toMatchObject({ type: 'verification-needed', dueAt: '2026-11-23T17:00:00+07:00' });
  const after = applyAction(state, { seq: 4, at: now, actor: 'officer', desk: 'Q1', deskSeq: 9, action: decided });
  const again = { type: 'extend', reason: 'x', newDueAt: '2026-11-27T15:00:00+07:00' } as const;
  expect(decideAct(again, after, officer)).toMatchObject({ fault: 'action-not-allowed' });
  expect(decideAct(act, after, officer)).toMatchObject({ fault: 'action-not-allowed' });
});

describe('refused with a sentence', () => {
  const moved: CaseAction = {
    type: 'verification-needed',
    termCase: 'xac-minh',
    reason: 'x',
    term: { value: 5, unit: 'working-day' },
    dueAt: '2026-11-23T17:00:00+07:00',
    steps: [],
  };
  const extended: Happened = [{ type: 'extended', reason: 'x', dueAt: '2026-12-01T17:00:00+07:00' }, now];
  const { received, ...begun } = caseAfter(passedOn);
  const chosenAtFirst = { ...begun, received: { ...received, termCase: { key: 'xac-minh', reason: 'x' } } };
  test.each([
    ['where the procedure has no such limit', caseAfter(passedOn), { verificationTerms: [] }, 'no-verification-term'],
    ['a second time', caseAfter(passedOn, [moved, now]), {}, 'verification-used'],
    ['chosen at the counter: nothing was moved', chosenAtFirst, {}, 'verification-from-reception'],
    ['when the promise is over', caseAfter(passedOn), { now: '2026-11-19T17:00:01+07:00' }, 'verification-late'],
    ['when it would come to an earlier day', caseAfter(passedOn, extended), {}, 'verification-not-later'],
  ])('%s', (_what, state, change, key) => {
    const context = { ...officer, ...change };
    expect(verificationRefusal(state, context, act)?.key).toBe(key);
    expect(decideAct(act, state, context)).toMatchObject({ fault: 'action-not-allowed' });
  });

  test('a limit that is not lawful on the day of acceptance, and the lawful ones are named', () => {
    const refusal = verificationRefusal(caseAfter(), officer, { ...act, termCase: 'nui' });
    expect(refusal).toMatchObject({ key: 'verification-unknown', vi: expect.stringContaining('xac-minh') });
  });

  test('in the very last second it is still done, and it is offered only while it can be', () => {
    expect(verificationRefusal(caseAfter(), { ...officer, now: dueAt }, act)).toBeNull();
    const offered = (change: Partial<ActContext>) =>
      availableActs(caseAfter(), { ...officer, ...change }).find((one) => one.act === 'verification-needed')?.refusal;
    expect(offered({})).toBeNull();
    expect(offered({ now: '2026-11-20T08:00:00+07:00' })).toMatchObject({ key: 'verification-late' });
    expect(acceptedAt < now).toBe(true);
  });
});
