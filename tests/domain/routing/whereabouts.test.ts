import { describe, expect, test } from 'vitest';
import type { CaseAction } from '../../../electron/domain/entries/case.ts';
import { type Whereabouts, firstWhereabouts, follow, moving } from '../../../electron/domain/routing/whereabouts.ts';

const at = '2026-11-17T09:00:00+07:00';
const stepDue = '2026-11-18T17:00:00+07:00';
const first = firstWhereabouts('clerk', '2026-11-16T09:00:00+07:00');

function after(...actions: readonly (readonly [CaseAction, string?])[]): Whereabouts {
  return actions.reduce((where, [action, actor = 'clerk']) => follow(where, { action, at, actor }), first);
}

const begun: CaseAction = { type: 'transferred', to: '', officer: 'a', process: 'p', stepDue };
const passed: CaseAction = { type: 'passed', step: 2, to: 'b' };

/** NĐ 118/2025 Điều 19 k1: whoever has the file, at which step, and who did the steps before. */
describe('a file on its way through the office', () => {
  test.each<[string, readonly (readonly [CaseAction, string?])[], string | null, number | undefined]>([
    ['received', [], null, undefined],
    ['passed on to somebody', [[begun]], 'a', 1],
    ['passed on to nobody', [[{ type: 'transferred', to: 'Tư pháp' }]], null, 1],
    ['taken', [[begun], [{ type: 'taken-over', by: 'c' }]], 'c', 1],
    ['assigned', [[begun], [{ type: 'assigned', to: 'd' }]], 'd', 1],
    ['passed to the next step', [[begun], [passed, 'a']], 'b', 2],
    ['passed to nobody', [[begun], [{ type: 'passed', step: 2 }, 'a']], null, 2],
    ['sent back', [[begun], [passed, 'a'], [{ type: 'reworked', step: 1, to: 'a', reason: 'x' }, 'b']], 'a', 1],
    ['handed back', [[begun], [{ type: 'handed-back', reason: 'x' }, 'a']], null, 1],
    ['finished', [[begun], [{ type: 'finished', result: 'x', step: 3 }, 'a']], 'a', 3],
  ])('%s', (_name, actions, holder, index) => {
    const where = after(...actions);
    expect([where.holder, where.stage?.index]).toEqual([holder, index]);
  });

  test('who did which step, and how often it came back', () => {
    const reworked: CaseAction = { type: 'reworked', step: 1, to: 'a', reason: 'x' };
    const { stage } = after([begun], [passed, 'a'], [reworked, 'b'], [passed, 'c']);
    expect(stage).toMatchObject({ doers: ['clerk', 'c'], reworks: 1, process: 'p' });
  });

  /** Điều 19 k5: no clock runs against a file that waits for its citizen. */
  test.each<[CaseAction, string | null]>([
    [{ type: 'supplement-requested', reason: 'x' }, null],
    [{ type: 'obligation-requested', reason: 'x' }, null],
    [{ type: 'withdrawn', reason: 'x' }, null],
    [{ type: 'stopped', reason: 'x' }, null],
    [{ type: 'assigned', to: 'd' }, stepDue],
    [{ type: 'extended', reason: 'x', dueAt: at }, stepDue],
  ])('the clock of the step after %j', (action, due) => {
    expect(after([begun], [action]).stage?.dueAt).toBe(due);
  });

  test('and it begins again with what they brought', () => {
    const asked: CaseAction = { type: 'supplement-requested', reason: 'x' };
    const brought: CaseAction = { type: 'supplemented', dueAt: at, steps: [], stepDue };
    expect(after([begun], [asked], [brought]).stage?.dueAt).toBe(stepDue);
  });

  test('what moves neither file nor papers changes nothing', () => {
    const fee: CaseAction = { type: 'announced', how: 'sms' };
    expect(moving.has(fee.type)).toBe(false);
    expect(follow(first, { action: fee, at, actor: 'clerk' })).toBe(first);
  });
});
