import { describe, expect, test } from 'vitest';
import { CaseStatus } from '../../../../../electron/contract/base/case-status.ts';
import type { ActContext } from '../../../../../electron/domain/counter/case/acts/act-row.ts';
import { type TableAct, actRules, availableActs } from '../../../../../electron/domain/counter/case/acts/acts.ts';
import { inOrderOfUse, nextAct } from '../../../../../electron/domain/counter/case/acts/next-act.ts';
import type { CaseState } from '../../../../../electron/domain/counter/case/state.ts';
import { calendar } from '../../../../support/data/calendar.ts';
import { acceptedAt, caseAfter } from '../../../../support/data/case-sample.ts';

const officer: ActContext = { now: '2026-11-17T10:00:00+07:00', calendar, username: 'officer', role: 'officer' };
const all = Object.keys(actRules) as TableAct[];

function lawfulIn(state: CaseState): readonly TableAct[] {
  return availableActs(state, officer)
    .filter(({ refusal }) => refusal === null)
    .map(({ act }) => act);
}

describe('the act that is next', () => {
  const held = { holder: 'officer' };
  test.each<[string, Partial<CaseState>, TableAct | undefined]>([
    ['just received', { status: 'accepted' }, 'transfer'],
    ['with the section, held by nobody', { status: 'processing', holder: null }, 'take-over'],
    ['in hand', { status: 'processing', ...held }, 'finish'],
    [
      'held by a colleague: nobody takes it from them by the filled button',
      { status: 'processing', holder: 'other' },
      'finish',
    ],
    ['papers awaited', { status: 'supplement-requested', ...held }, 'supplement'],
    ['money awaited', { status: 'obligation-requested', ...held }, 'meet-obligation'],
    ['the citizen withdraws', { status: 'withdrawn' }, 'stop'],
    ['a result, not told yet', { status: 'finished', announcedAt: null }, 'announce'],
    ['a result that was told', { status: 'finished', announcedAt: acceptedAt }, 'return'],
    ['refused: the papers go back', { status: 'refused' }, 'return'],
    ['stopped', { status: 'stopped' }, 'return'],
    ['handed out', { status: 'returned' }, 'archive'],
    ['only announced', { status: 'registered' }, undefined],
  ])('%s', (_what, change, act) => {
    const state = { ...caseAfter(), ...change };
    expect(nextAct(state, lawfulIn(state))).toBe(act);
  });

  test('is never one that is not lawful, and there is none where nothing is', () => {
    for (const status of CaseStatus.options) {
      const state = { ...caseAfter(), status };
      expect(nextAct(state, [])).toBeUndefined();
      const next = nextAct(state, lawfulIn(state));
      if (next !== undefined) expect(actRules[next].from).toContain(status);
    }
  });

  test('refuses, gives up and takes back never', () => {
    const never: readonly TableAct[] = [
      'refuse',
      'withdraw',
      'undo-return',
      'undo-reception',
      'take-back-certified',
      'hand-back',
      'rework',
    ];
    for (const status of CaseStatus.options)
      for (const holder of [null, 'officer'])
        for (const act of never) expect(nextAct({ status, holder }, [act])).toBeUndefined();
  });
});

describe('the order of use', () => {
  test('has every act once', () => {
    expect(inOrderOfUse(all).toSorted()).toEqual(all.toSorted());
  });

  test('what carries on stands before what asks, refuses or mends', () => {
    expect(inOrderOfUse(['undo-reception', 'correct', 'refuse', 'request-supplement', 'finish', 'take-over'])).toEqual([
      'take-over',
      'finish',
      'request-supplement',
      'refuse',
      'correct',
      'undo-reception',
    ]);
    expect(availableActs(caseAfter(), officer).map(({ act }) => act)).toEqual(inOrderOfUse(all));
  });
});
