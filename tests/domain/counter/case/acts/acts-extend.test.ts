import { describe, expect, test } from 'vitest';
import type { Act } from '../../../../../electron/contract/counter/case/act.ts';
import { isFault } from '../../../../../electron/contract/base/fault.ts';
import type { ActContext } from '../../../../../electron/domain/counter/case/acts/act-row.ts';
import { availableActs, decideAct } from '../../../../../electron/domain/counter/case/acts/acts.ts';
import { type CaseState, foldCase } from '../../../../../electron/domain/counter/case/state.ts';
import { calendar } from '../../../../support/data/calendar.ts';
import { type Happened, acceptedAt, caseAfter, reception, recorded } from '../../../../support/data/case-sample.ts';

const now = '2026-11-17T10:00:00+07:00';
const officer: ActContext = { now, calendar, username: 'officer', role: 'officer' };
const passedOn: Happened = [{ type: 'transferred', to: 'Tư pháp' }, acceptedAt];
const extend = { type: 'extend', reason: 'phức tạp', newDueAt: '2026-11-20T15:00:00+07:00' } satisfies Act;

function refusalOf(state: CaseState, context: ActContext): string | null {
  return availableActs(state, context).find(({ act }) => act === 'extend')?.refusal?.key ?? null;
}

/** Điều 19 k6: once, at the latest one day before expiry; Điều 12 k5: for what is late already, whenever. */
describe('a later date', () => {
  const running = caseAfter(passedOn);
  const extended = caseAfter(passedOn, [{ type: 'extended', reason: 'x', dueAt: '2026-11-27T17:00:00+07:00' }]);
  test.each([
    ['the day before', running, '2026-11-18T23:59:59+07:00', null],
    ['the day itself', running, '2026-11-19T00:00:00+07:00', 'extension-late'],
    ['the day after: an apology for what is late', running, '2026-11-20T00:00:00+07:00', null],
    ['a second time', extended, now, 'already-extended'],
  ])('%s', (_name, state, when, key) => {
    expect(refusalOf(state, { ...officer, now: when })).toBe(key);
  });

  // BLDS Điều 147 k1: what ends at its hour is late from that hour on, and not from midnight.
  const until10 = { ...reception, dueAt: '2026-11-19T10:00:00+07:00' };
  const hours = foldCase(recorded([[{ ...until10, term: { value: 8, unit: 'working-hour' } }], passedOn]));
  const agreed = foldCase(recorded([[{ ...until10, termCase: { key: 'thoa-thuan', agreed: true } }], passedOn]));
  test.each([
    ['hours, before its own', hours, '2026-11-19T09:59:00+07:00', '2026-11-20T09:00:00+07:00', 'extension-late'],
    ['hours, after it the same day', hours, '2026-11-19T15:40:00+07:00', '2026-11-20T09:00:00+07:00', null],
    ['hours, to a later hour of that day', hours, '2026-11-19T10:30:00+07:00', '2026-11-19T16:00:00+07:00', null],
    ['an agreed hour, after it', agreed, '2026-11-19T15:40:00+07:00', '2026-11-20T09:00:00+07:00', null],
    [
      'a term in days, the same afternoon',
      running,
      '2026-11-19T17:40:00+07:00',
      '2026-11-20T09:00:00+07:00',
      'extension-late',
    ],
  ])('%s', (_name, state, when, newDueAt, key) => {
    const made = decideAct({ ...extend, newDueAt }, state, { ...officer, now: when });
    expect(isFault(made) ? refusalOf(state, { ...officer, now: when }) : null).toBe(key);
  });

  test.each([
    ['not later than the old one', '2026-11-19T17:00:00+07:00', /phải sau ngày hẹn cũ/],
    ['on a Saturday', '2026-11-21T09:00:00+07:00', /giờ làm việc/],
    ['on the holiday of 24/11', '2026-11-24T09:00:00+07:00', /giờ làm việc/],
    ['after closing', '2026-11-20T17:00:01+07:00', /giờ làm việc/],
  ])('%s', (_name, newDueAt, reason) => {
    expect(decideAct({ ...extend, newDueAt }, running, officer)).toMatchObject({
      data: { reason: expect.stringMatching(reason) },
    });
  });

  test('beyond the calendar it is said that the calendar ends, not that the office is closed', () => {
    const far = decideAct({ ...extend, newDueAt: '2031-03-03T02:00:00Z' }, running, officer);
    expect(far).toMatchObject({ fault: 'calendar-ends', data: { needed: '2031-03-03' } });
  });

  test('what is recorded is the date in civil time', () => {
    expect(decideAct({ ...extend, newDueAt: '2026-11-20T01:00:00Z', told: 'sms' }, running, officer)).toEqual({
      type: 'extended',
      reason: 'phức tạp',
      dueAt: '2026-11-20T08:00:00+07:00',
      told: 'sms',
    });
  });
});
