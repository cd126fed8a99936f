import { expect, test } from 'vitest';
import {
  erasedName,
  withoutPersons,
  withoutPersonsWaiting,
} from '../../../../electron/domain/safety/privacy/redact.ts';
import type { CaseAction } from '../../../../electron/domain/entries/case.ts';
import type { IntakeEvent } from '../../../../electron/domain/entries/intake.ts';
import { received } from '../../../support/desk/test-store.ts';

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
  [
    'papers asked for, with their fee',
    {
      ...whole,
      copies: [{ paper: 'Bằng của Khảo', pages: 2, copies: 1 }, { copies: 1 }],
      fees: [{ name: 'Phí', amount: 4000, note: 'Bằng của Khảo: 2 trang × 1 bản', basis: 'TT 226/2016/TT-BTC' }],
    },
  ],
  [
    'papers certified',
    {
      type: 'certified',
      kind: 'copy',
      series: 'BS-2026',
      signer: { name: 'Nguyễn Văn Ký', title: 'Phó Chủ tịch' },
      papers: [{ serial: 1, paper: 'Bằng của Khảo', pages: 2, copies: 1, fee: 4000 }],
    },
  ],
  ['what was asked for', { type: 'supplement-requested', reason: 'Thiếu', items: ['Giấy khai sinh của Khảo'] }],
  ['a result', { type: 'finished', result: 'Giấy khai sinh của Khảo', resultNumber: '12/2026' }],
  ['where the papers lie', { type: 'bundle-moved', to: { kind: 'archive', place: 'Tủ nhà Khảo' } }],
  ['a refusal', { type: 'refused', reason: 'Khảo thiếu giấy', legalBasis: 'theo Lâm' }],
])('%s tells of nobody afterwards, and of all else what it told', (_what, action) => {
  const left = withoutPersons(action);
  expect(JSON.stringify(action)).toMatch(named);
  expect(JSON.stringify(left)).not.toMatch(named);
  expect(left?.type).toBe(action.type);
  // Taken out twice is nothing more.
  expect(withoutPersons(left as CaseAction)).toBeNull();
});

test.each<[string, IntakeEvent]>([
  [
    'an arrival',
    {
      type: 'arrived',
      kind: 'online',
      procedureCode: '1.004222',
      catalogueVersion: 'a',
      applicant: { kind: 'citizen', fullName: 'Lâm Chánh Khảo', idNumber: '079190009876', phone: '0903777888' },
      submitter: { kind: 'citizen', fullName: 'Lâm Hai', idNumber: '079190009877', authorisation: 'Giấy của Lâm' },
      components: [[0, 1, 0]],
      quantity: 1,
      resultDelivery: { kind: 'post', address: '77 Canari' },
      portal: {
        number: 'H29-26-0001',
        submittedAt: '2026-11-23T08:00:00+07:00',
        receivedAt: '2026-11-23T08:05:00+07:00',
        summary: 'Khảo xin',
        attachments: [{ name: 'Khảo.pdf', size: 1, sha256: 'ab'.repeat(32) }],
      },
    },
  ],
  ['guidance', { type: 'guided', items: ['Ảnh của Khảo'], note: 'Khảo hỏi', term: null }],
  ['what was asked for', { type: 'supplement-asked', items: ['Giấy của Khảo'], reason: 'Khảo thiếu', override: 'Lâm' }],
  ['a refusal', { type: 'turned-away', reason: 'Khảo ở nơi khác', legalBasis: 'theo Lâm' }],
])('before reception, %s tells of nobody afterwards', (_what, event) => {
  const left = withoutPersonsWaiting(event);
  expect(JSON.stringify(event)).toMatch(named);
  expect(JSON.stringify(left)).not.toMatch(named);
  expect(left?.type).toBe(event.type);
  expect(withoutPersonsWaiting(left as IntakeEvent)).toBeNull();
  if (left?.type === 'arrived')
    expect(left.portal).toMatchObject({ number: 'H29-26-0001', attachments: [{ size: 1 }] });
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
