import { describe, expect, test } from 'vitest';
import {
  checkReception,
  leftField,
  previewInput,
  tidied,
} from '../../../../../renderer/screens/counter/case-fields/receive-input.ts';
import { type ReceptionForm } from '../../../../../renderer/screens/counter/case-fields/reception-form.ts';
import { vi as texts } from '../../../../../renderer/text/languages.ts';
import { after, choose, first, scan } from './forms-in-hand.ts';

test('the card and the procedure are all the desk needs', () => {
  const checked = checkReception(after(scan, choose), texts.common.issues);
  expect(checked).toEqual({
    ok: true,
    input: {
      procedureCode: '1.001193',
      channel: 'direct',
      applicant: {
        kind: 'citizen',
        fullName: 'NGUYỄN THỊ ĐẶNG ÁNH',
        idNumber: '079190001234',
        dateOfBirth: '1990-03-04',
        sex: 'female',
        address: '12 Lê Lợi, Phường Cát Lái, TP. Hồ Chí Minh',
      },
      submitter: null,
      components: [
        { index: 1, originals: 1, copies: 0 },
        { index: 3, originals: 1, copies: 0 },
      ],
      quantity: 1,
      resultDelivery: { kind: 'desk' },
      attended: true,
      print: true,
      ...first,
    },
  });
});

describe('what is wrong is named by its field', () => {
  const filled = (change: Partial<ReceptionForm['applicant']>): ReceptionForm =>
    after(scan, choose, { type: 'person-typed', who: 'applicant', change });
  test.each([
    ['nothing at all', after(), 'applicant.fullName', 'required'],
    ['no number', filled({ idNumber: '' }), 'applicant.idNumber', 'required'],
    ['a short number', filled({ idNumber: '0791900' }), 'applicant.idNumber', 'id-number'],
    ['a day that is none', filled({ dateOfBirth: '31/02/1990' }), 'applicant.dateOfBirth', 'date-impossible'],
    ['a month that is none', filled({ dateOfBirth: '15131985' }), 'applicant.dateOfBirth', 'date-impossible'],
    ['no date at all', filled({ dateOfBirth: 'năm Thìn' }), 'applicant.dateOfBirth', 'date'],
    ['a wrong phone', filled({ phone: 'không có' }), 'applicant.phone', 'phone'],
    ['a wrong e-mail', filled({ email: 'anh@' }), 'applicant.email', 'email'],
    ['no procedure', after(scan), 'procedureCode', 'required'],
    ['no sets', after(scan, choose, { type: 'changed', change: { quantity: '' } }), 'quantity', 'number-needed'],
    [
      'by post without an address',
      after(scan, choose, { type: 'changed', change: { delivery: { kind: 'post', address: ' ' } } }),
      'resultDelivery.address',
      'address-needed',
    ],
    [
      'filed by somebody without a paper',
      after(scan, choose, { type: 'submitter-opened' }),
      'submitter.authorisation',
      'required',
    ],
  ] as const)('%s', (_name, form, path, key) => {
    const checked = checkReception(form, texts.common.issues);
    expect(checked.ok).toBe(false);
    if (!checked.ok) expect(checked.issues.get(path)).toBe(key);
  });

  test.each([
    ['04/03/1990', '1990-03-04'],
    ['03/1990', '1990-03'],
    ['1990', '1990'],
  ])('a birth date typed as %s', (typed, iso) => {
    const checked = checkReception(filled({ dateOfBirth: typed }), texts.common.issues);
    expect(checked.ok && checked.input.applicant.dateOfBirth).toBe(iso);
  });
});

describe('what was typed is tidied when its field is left', () => {
  test.each([
    ['dateOfBirth', '15021985', '15/02/1985'],
    ['dateOfBirth', '5-2-1985', '05/02/1985'],
    ['dateOfBirth', '1985', '1985'],
    ['dateOfBirth', '31/02/2020', '31/02/2020'],
    ['idNumber', ' 079-190 001234 ', '079190001234'],
    ['idNumber', '0312345678001', '0312345678-001'],
    ['idNumber', '079190001234||Nguyễn', '079190001234||Nguyễn'],
    ['phone', ' 0901-234-567', '0901 234 567'],
    ['phone', '(028) 3742 1111', '028 3742 1111'],
    ['fullName', ' h’hen niê ', ' h’hen niê '],
  ] as const)('%s %j is %j', (name, typed, tidy) => {
    expect(tidied(name, typed)).toBe(tidy);
    expect(tidied(name, tidy)).toBe(tidy);
  });
});

test('the preview goes out with what stands, and never with what would be refused', () => {
  expect(previewInput(after(scan))).toBeUndefined();
  const half = after(
    choose,
    { type: 'submitter-opened' },
    { type: 'changed', change: { quantity: 'x', delivery: { kind: 'post', address: '' } } },
  );
  const input = previewInput(half);
  expect(input).toMatchObject({ procedureCode: '1.001193', submitter: null });
  expect(input).not.toHaveProperty('quantity');
  expect(input).not.toHaveProperty('resultDelivery');
});

describe('what a citizen’s number says of what is left empty', () => {
  const someone = (change: Partial<ReceptionForm['applicant']>) => ({ ...after().applicant, ...change });

  test.each<[string, keyof ReceptionForm['applicant'], Partial<ReceptionForm['applicant']>, object]>([
    ['the sex of a woman', 'idNumber', { idNumber: '079185001234' }, { sex: 'female' }],
    [
      'the sex of a boy born in 2015',
      'idNumber',
      { idNumber: '079 215 001234' },
      { idNumber: '079215001234', sex: 'male' },
    ],
    ['a sex that was chosen stays', 'idNumber', { idNumber: '079185001234', sex: 'male' }, {}],
    ['no sex of an old number', 'idNumber', { idNumber: '281234567' }, {}],
    ['no sex of a company', 'idNumber', { kind: 'business', idNumber: '079185001234' }, {}],
    [
      'the year behind day and month',
      'dateOfBirth',
      { idNumber: '079185001234', dateOfBirth: '1502' },
      { dateOfBirth: '15/02/1985' },
    ],
    [
      'with a stroke between',
      'dateOfBirth',
      { idNumber: '079315001234', dateOfBirth: '15/02' },
      { dateOfBirth: '15/02/2015' },
    ],
    [
      'a whole date is its own',
      'dateOfBirth',
      { idNumber: '079185001234', dateOfBirth: '15021986' },
      { dateOfBirth: '15/02/1986' },
    ],
    ['a year alone is no day and month', 'dateOfBirth', { idNumber: '079185001234', dateOfBirth: '1985' }, {}],
    [
      'the 19th of May, not the year',
      'dateOfBirth',
      { idNumber: '079185001234', dateOfBirth: '1905' },
      { dateOfBirth: '19/05/1985' },
    ],
    ['the year of the number itself', 'dateOfBirth', { idNumber: '079105001234', dateOfBirth: '1905' }, {}],
    ['no day of the calendar', 'dateOfBirth', { idNumber: '079185001234', dateOfBirth: '3102' }, {}],
    ['without a number', 'dateOfBirth', { dateOfBirth: '1502' }, {}],
  ])('%s', (_, name, change, left) => {
    expect(leftField(name, someone(change))).toEqual(left);
  });
});
