import { describe, expect, test } from 'vitest';
import type { IntakeRow, IntakeView } from '../../../../../../electron/contract/counter/intake/intake.ts';
import { newReception, nobody } from '../../../../../../renderer/screens/counter/case-fields/reception-form.ts';
import {
  askedBefore,
  intakeInput,
  isSamePerson,
  withPerson,
} from '../../../../../../renderer/screens/counter/reception/waiting/intake-form.ts';

const begun = newReception({ draftId: 'a', requestId: 'b' });
const marriage = { code: '1.000894', name: 'Đăng ký kết hôn', field: 'Hộ tịch' };
const row = (change: Partial<IntakeRow>) =>
  ({ intakeId: 'i', status: 'supplement-requested', procedureCode: marriage.code, ...change }) as IntakeRow;

describe('papers are asked for once (NĐ 118/2025 Điều 16 k3)', () => {
  test.each<[string, IntakeRow[], boolean]>([
    ['of this procedure', [row({})], true],
    ['of another', [row({ procedureCode: '1.001193' })], false],
    ['that waits for the desk alone', [row({ status: 'registered' })], false],
    ['none', [], false],
  ])('a waiting file %s', (_name, rows, known) => {
    expect(askedBefore(rows, { procedure: marriage }) !== undefined).toBe(known);
  });
});

test('who comes back goes on with their file as they stand there now, and nothing that was filled in is lost', () => {
  const scanned = { ...nobody, idNumber: '079 190 001234', fullName: 'NGUYỄN THỊ ĐẶNG ÁNH', phone: '0909 999 999' };
  const before = { ...begun, applicant: scanned, scanned: true, cardWarnings: ['marks-lost'] };
  const applicant = { idNumber: '079190001234', fullName: 'NGUYỄN THỊ ĐẶNG ÁNH' };
  expect(isSamePerson(before, { facts: { applicant } } as IntakeView)).toBe(true);
  expect(isSamePerson(begun, { facts: { applicant: { ...applicant, idNumber: '' } } } as IntakeView)).toBe(false);
  const taken = { ...begun, requestId: 'i', applicant: { ...nobody, phone: '0901 234 567', email: 'anh@example.vn' } };
  expect(withPerson(taken, before)).toMatchObject({
    requestId: 'i',
    scanned: true,
    cardWarnings: ['marks-lost'],
    applicant: { fullName: 'NGUYỄN THỊ ĐẶNG ÁNH', phone: '0909 999 999', email: 'anh@example.vn' },
  });
});

test('guidance without a case says nothing of the ticks, so that the papers of every case are told', () => {
  const form = { ...begun, procedure: marriage, components: { '0': { originals: 1, copies: 0 } } };
  expect(intakeInput(form)).toMatchObject({ components: [{ index: 0, originals: 1, copies: 0 }], citizenCases: [] });
  expect(intakeInput(form, true)).not.toHaveProperty('components');
  expect(intakeInput(form, true)).not.toHaveProperty('citizenCases');
});
