import { describe, expect, test } from 'vitest';
import { isFault } from '../../../../../electron/contract/base/fault.ts';
import type { ActContext } from '../../../../../electron/domain/counter/case/acts/act-row.ts';
import { type TableAct, availableActs, decideAct } from '../../../../../electron/domain/counter/case/acts/acts.ts';
import type { CaseState } from '../../../../../electron/domain/counter/case/state.ts';
import { calendar } from '../../../../support/data/calendar.ts';
import { type Happened, acceptedAt, caseAfter, dueAt } from '../../../../support/data/case-sample.ts';

const now = '2026-11-17T10:00:00+07:00';
const officer: ActContext = { now, calendar, username: 'officer', role: 'officer' };
const passedOn: Happened = [{ type: 'transferred', to: 'Tư pháp' }, acceptedAt];
const asked: Happened = [{ type: 'supplement-requested', reason: 'thiếu' }, '2026-11-17T09:00:00+07:00'];
const done: Happened = [{ type: 'finished', result: 'x' }, '2026-11-18T09:00:00+07:00'];

function refusalOf(act: TableAct, state: CaseState, context: ActContext): string | null {
  return availableActs(state, context).find((one) => one.act === act)?.refusal?.key ?? null;
}

/** Beyond once, or the third working day, an officer proposes and a supervisor decides: the office's rule. */
describe('papers that a supervisor decides about', () => {
  const again: Happened = [{ type: 'supplemented', dueAt, steps: [] }];
  const twice = caseAfter(passedOn, asked, again);
  const words = { items: ['Giấy chứng sinh'], reason: 'thiếu', override: 'mới thấy khi thẩm định' };
  const proposed: Happened = [{ type: 'supplement-proposed', ...words }, now, 'officer'];
  const waiting = caseAfter(passedOn, asked, again, proposed);
  const chief: ActContext = { ...officer, username: 'chief', role: 'supervisor' };

  test.each<[string, TableAct, CaseState, ActContext, string | null]>([
    ['proposed where papers were asked for before', 'propose-supplement', twice, officer, null],
    [
      'proposed after the third working day',
      'propose-supplement',
      caseAfter(passedOn),
      { ...officer, now: '2026-11-20T00:00:00+07:00' },
      null,
    ],
    ['proposed where the officer may ask at once', 'propose-supplement', caseAfter(passedOn), officer, 'asked-at-once'],
    ['proposed by who decides', 'propose-supplement', twice, chief, 'asked-at-once'],
    ['proposed again', 'propose-supplement', waiting, officer, 'proposed-already'],
    ['approved', 'approve-supplement', waiting, chief, null],
    ['declined', 'decline-supplement', waiting, chief, null],
    ['approved where nothing is proposed', 'approve-supplement', twice, chief, 'nothing-proposed'],
    ['declined where nothing is proposed', 'decline-supplement', twice, chief, 'nothing-proposed'],
  ])('%s', (_name, act, state, context, key) => {
    expect(refusalOf(act, state, context)).toBe(key);
  });

  test('approved, what was proposed is the request, with who proposed it', () => {
    const action = decideAct({ type: 'approve-supplement' }, waiting, chief);
    expect(isFault(action) ? 'refused' : action).toEqual({
      type: 'supplement-requested',
      ...words,
      proposedBy: 'officer',
    });
  });

  test.each<[string, Happened]>([
    ['declined', [{ type: 'supplement-declined', reason: 'đủ rồi' }]],
    ['approved', [{ type: 'supplement-requested', ...words }]],
    ['finished meanwhile', done],
    ['withdrawn meanwhile', [{ type: 'withdrawn', reason: 'x' }]],
  ])('%s, nothing waits any more', (_name, after) => {
    expect(caseAfter(passedOn, asked, again, proposed, after)).not.toHaveProperty('proposal');
  });

  test('the time runs on while it waits, and what comes too late is no proposal', () => {
    expect(waiting).toMatchObject({ status: 'processing', dueAt, proposal: { by: 'officer', at: now } });
    expect(caseAfter(passedOn, done, proposed)).not.toHaveProperty('proposal');
  });
});
