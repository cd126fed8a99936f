import { describe, expect, test } from 'vitest';
import { type StepsOf, caseSteps, isNational, plainStep } from '../../../../electron/domain/centre/city/case-steps.ts';
import type { CaseAction, ReceivedAction } from '../../../../electron/domain/entries/case.ts';
import { received } from '../../../support/desk/test-store.ts';

const at = (day: string, time = '10:00:00') => `2026-${day}T${time}+07:00`;
const of: StepsOf = {
  procedureOf: () => ({ field: 'Hộ tịch', decidingAgency: 'UBND cấp xã', onlineLevel: 'partial' }),
  mayName: () => true,
  isKnownField: () => true,
};
function file(more: Partial<ReceivedAction>, ...acts: (readonly [day: string, action: CaseAction])[]) {
  const first = { at: at('10-20', '09:07:00'), action: received(1, { dueAt: at('10-23', '17:00:00'), ...more }) };
  return [first, ...acts.map(([day, action]) => ({ at: at(day), action }))];
}
const done: CaseAction = { type: 'finished', result: 'cấp giấy' };

describe('what the city is told of a case', () => {
  test('that it came and when it will be late; that it ended, and how', () => {
    const [came, ended, ...more] = caseSteps(file({}, ['10-22', done]), of);
    expect(came).toMatchObject({
      day: '2026-10-20',
      kind: 'received',
      ended: null,
      late: null,
      due: '2026-10-23',
      minutes: null,
    });
    expect(ended).toMatchObject({
      day: '2026-10-22',
      kind: 'ended',
      how: 'finished',
      late: -1,
      due: null,
      portal: true,
    });
    // 2 days and 53 minutes, up to the next quarter of an hour.
    expect(ended?.minutes).toBe(2 * 1440 + 60);
    expect(more).toEqual([]);
  });

  test('a term in hours is over at the end of its own day', () => {
    const [came] = caseSteps(file({ term: { value: 4, unit: 'working-hour' }, dueAt: at('10-20', '15:00:00') }), of);
    expect(came).toMatchObject({ late: 1, due: null });
    const [later] = caseSteps(file({ term: { value: 4, unit: 'working-hour' }, dueAt: at('10-21', '10:00:00') }), of);
    expect(later).toMatchObject({ late: null, due: '2026-10-20' });
  });

  test('no hour, no person, no number and no amount is in it, and nothing of who typed what', () => {
    const told = file({ fees: [{ amount: 80_000 }] as never }, ['10-22', done]);
    const steps = caseSteps(told, { ...of, mayName: () => false, isKnownField: () => false });
    const text = JSON.stringify(steps.map(plainStep));
    for (const never of ['NGUYỄN', '0790', 'H29', 'Q1-', '80000', '09:07', 'T10', 'Hộ tịch', '1.001193', 'cấp giấy'])
      expect(text).not.toContain(never);
    expect(steps[0]).toMatchObject({ procedure: null, field: '', owes: true });
    expect(steps.map(plainStep).every((step) => step.length === 16)).toBe(true);
  });

  test('what others decide is not told; what was typed here is never named', () => {
    const police = {
      ...of,
      procedureOf: () => ({ field: 'Cư trú', decidingAgency: 'Công an cấp xã', onlineLevel: null }),
    };
    expect(caseSteps(file({}, ['10-22', done]), police)).toEqual([]);
    expect([isNational('0.000001'), isNational('1.001193')]).toEqual([false, true]);
  });
});
