import { expect, test } from 'vitest';
import { isUntouched, newReception } from '../../../../../renderer/screens/counter/case-fields/reception-form.ts';
import { after, first } from './forms-in-hand.ts';

test('a new form is untouched whatever its draft, a typed letter touches it', () => {
  expect(isUntouched(newReception(first))).toBe(true);
  expect(isUntouched(after({ type: 'person-typed', who: 'applicant', change: { fullName: 'A' } }))).toBe(false);
});
