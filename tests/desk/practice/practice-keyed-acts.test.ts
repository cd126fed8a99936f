import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CaseView } from '../../../electron/contract/counter/case/case.ts';
import { actRules } from '../../../electron/domain/counter/case/acts/acts.ts';
import { mayCall } from '../../../electron/domain/common/office/call-roles.ts';
import { keyedAct } from '../../../renderer/screens/counter/case/acts/keyed-acts.ts';
import { type TestDesk, openTestDesk } from '../../support/desk/test-desk.ts';

/**
 * A case offers by key, and the palette with it, exactly what may be done now: held against every row of the table of acts, for a few cases of every status that a practice
 * office has, as each role that opens cases sees them.
 */
const roles = ['clerk', 'officer', 'supervisor'] as const;
const ofEach = 6;

let at: TestDesk;
beforeAll(async () => {
  at = openTestDesk({ at: Date.parse('2026-11-23T08:00:00+07:00') });
  await at.get('office.openPractice', { cases: 240, seed: 5, password: 'x' });
});
afterAll(() => at.end());

/** Some of every status that the register of two months has. */
async function casesByStatus(): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await at.get('register.list', { from: '2026-10-01', to: '2026-11-30', limit: 500 });
  const found = new Map<string, readonly string[]>();
  for (const { caseId, status } of rows as { readonly caseId: string; readonly status: string }[]) {
    const before = found.get(status) ?? [];
    if (before.length < ofEach) found.set(status, [...before, caseId]);
  }
  return found;
}

/** Keys of the screen itself, beside which the acts stand. */
const ofTheScreen = ['Alt+0', 'Alt+9', 'Alt+I', 'Alt+K', 'Alt+Shift+I', 'Alt+Shift+P', 'Ctrl+I', 'Ctrl+P'];

/** What may be done for a minute alone, or where something rare has come before: no practice office need have such a case lying open. */
const ofAMoment = new Set([
  'rework',
  'approve-supplement',
  'decline-supplement',
  'close-unsupplemented',
  'record-answer',
  'undo-return',
  'undo-reception',
  'correct-result',
  'send-leg',
  'leg-received',
  'take-back-certified',
]);

test('each act that may be done has its key, none that may not, and that one says why', async () => {
  at.sit('clerk');
  const statuses = await casesByStatus();
  expect(statuses.size).toBeGreaterThanOrEqual(9);
  const seen = new Set<string>();
  for (const role of roles) {
    at.sit(role);
    for (const [status, caseIds] of statuses)
      for (const caseId of caseIds) {
        const { availableActions: rows }: CaseView = await at.get('case.get', { caseId });
        const where = `${role}, ${status}, ${caseId}`;
        expect(rows.map(({ action }) => action).toSorted(), where).toEqual(Object.keys(actRules).toSorted());
        const offered = rows.flatMap((row) => keyedAct(row, role) ?? []);
        const may = rows.filter((row) => row.allowed && mayCall(role, row.role)).map(({ action }) => action);
        expect(
          offered.map(({ action }) => action),
          where,
        ).toEqual(may);
        const keys = [...offered.map((one) => one.keys), ...ofTheScreen];
        expect(
          keys.filter((one, nth) => keys.indexOf(one) !== nth),
          where,
        ).toEqual([]);
        const dumb = rows.filter((row) => !row.allowed && (!row.reason || !row.reasonEn)).map(({ action }) => action);
        expect(dumb, where).toEqual([]);
        for (const { action } of offered) seen.add(action);
      }
  }
  expect(Object.keys(actRules).filter((act) => !seen.has(act) && !ofAMoment.has(act))).toEqual([]);
});
