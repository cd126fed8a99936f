import { expect, test } from 'vitest';
import type { FaultCode } from '../../../../../electron/contract/base/fault.ts';
import { caseCalls } from '../../../../../electron/contract/counter/case/case.ts';
import { fieldOf, sheetFieldOf } from '../../../../../renderer/screens/counter/reception/field-of-fault.ts';

/** Of no field of the form: a question that is asked in its own dialog, the desk, the session, or the file as a whole. */
const ofNoField =
  'action-not-allowed calendar-ends clock-untrusted confirmation-needed disk-failing disk-full forbidden input-invalid look-only look-unreadable not-set-up numbers-exhausted password-change-needed request-id-reused second-factor-owed session-expired sign-in-required store-damaged store-gone unexpected';

test('whatever reception is refused for, the cursor goes to the field it is about', () => {
  const codes = Object.keys(caseCalls.receive['~orpc'].errorMap) as FaultCode[];
  expect(
    codes
      .filter((code) => fieldOf(code) === undefined)
      .toSorted()
      .join(' '),
  ).toBe(ofNoField);
  // Where no law gives a limit the agreed day and its ground may stand below the edge of the column.
  expect(fieldOf('time-limit-missing')).toBe('agreedDueAt');
  expect(sheetFieldOf('kit-time')).toBe('fromKit.acceptedAt');
  expect(sheetFieldOf('time-limit-missing')).toBeUndefined();
});
