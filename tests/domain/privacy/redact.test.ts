import { expect, test } from 'vitest';
import { erasedName, withoutPersons } from '../../../electron/domain/privacy/redact.ts';
import type { CaseAction } from '../../../electron/domain/entries/case.ts';
import { received } from '../../support/desk/test-store.ts';

const named = /Khảo|0790|Canari|0903|canary|Lâm/;
const whole = received(1, {
  applicant: {
    kind: 'citizen',
    fullName: 'Lâm Chánh Khảo',
    idNumber: '079190009876',
    dateOfBirth: '1990-01-01',
    sex: 'male',
    address: '77 Canari',
    phone: '0903777888',
    email: 'canary@example.test',
  },
  submitter: {
    kind: 'citizen',
    fullName: 'Lâm Chánh Khảo Hai',
    idNumber: '079190009877',
    authorisation: 'Giấy của Lâm Chánh Khảo',
  },
  others: [{ kind: 'citizen', fullName: 'Lâm Chánh Khảo Ba', idNumber: '079190009878' }],
  resultDelivery: { kind: 'post', address: '77 Canari' },
});

test.each<[string, CaseAction]>([
  ['a reception', whole],
  ['a correction', { ...whole, type: 'corrected', requestId: 'r', reason: 'Ghi nhầm Lâm Chánh Khảo' }],
  [
    'a result handed out',
    {
      type: 'returned',
      receiver: 'Lâm Chánh Khảo',
      detail: { fullName: 'Lâm Chánh Khảo', idNumber: '079190009876', as: 'applicant', receiptLost: false },
    },
  ],
  ['a reason', { type: 'withdrawn', reason: 'Lâm Chánh Khảo đổi ý' }],
  [
    'what needed a reason',
    { type: 'confirmed', of: 'finish', confirmations: [{ code: 'fees-unpaid', reason: 'Khảo nợ' }] },
  ],
  ['a refusal', { type: 'refused', reason: 'Khảo thiếu giấy', legalBasis: 'theo Lâm' }],
])('%s tells of nobody afterwards, and of all else what it told', (_what, action) => {
  const left = withoutPersons(action);
  expect(JSON.stringify(action)).toMatch(named);
  expect(JSON.stringify(left)).not.toMatch(named);
  expect(left?.type).toBe(action.type);
  // Taken out twice is nothing more.
  expect(withoutPersons(left as CaseAction)).toBeNull();
});

test('numbers, hours, promises, fees and papers stay', () => {
  const left = withoutPersons(whole) as typeof whole;
  const { applicant, submitter, others, resultDelivery, ...facts } = whole;
  expect(left).toMatchObject(facts);
  expect(left.applicant).toEqual({ kind: 'citizen', fullName: erasedName, idNumber: '' });
  expect(left.resultDelivery.kind).toBe('post');
  expect(left.others).toEqual([{ kind: 'citizen', fullName: erasedName, idNumber: '' }]);
  expect([applicant, submitter, others, resultDelivery].length).toBe(4);
});

test('what tells of nobody is left as it is', () => {
  expect(withoutPersons({ type: 'extended', dueAt: '2026-12-01T17:00:00+07:00', reason: 'đã xóa' })).toBeNull();
  expect(withoutPersons({ type: 'fees-collected', receiptId: 'r', number: '1', amount: 1, lines: [] })).toBeNull();
});
