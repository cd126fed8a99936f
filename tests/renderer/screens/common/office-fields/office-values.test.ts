import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type OfficeValues,
  fieldName,
  findChangeIssues,
  findIssues,
  officeDefaults,
  readBlocks,
  setUpInput,
  settingsOf,
  valuesOf,
} from '../../../../../renderer/screens/common/office-fields/office-values.ts';
import { findPeopleIssues } from '../../../../../renderer/screens/common/office-fields/people-issues.ts';

const strong = 'Xoai-Chin-Vang-7';
const units = ['Cát Lái'];
const filled: OfficeValues = {
  ...officeDefaults,
  unitCode: '26848',
  caseUnitCode: 'h29.999',
  centreName: 'Trung tâm Phục vụ hành chính công phường Cát Lái',
  accounts: [
    { fullName: 'Phạm Thị Quản', username: 'quan', role: 'admin', password: strong },
    { fullName: 'Trần Minh Đức', username: 'duc', role: 'clerk', password: 'Song-Xanh-Chay-8' },
  ],
};

describe('the set-up form against the contract', () => {
  test('with the defaults and what only the office knows, nothing is wrong', () => {
    expect([...findIssues(filled), ...findPeopleIssues(filled.accounts, units)]).toEqual([]);
    expect(setUpInput(filled).settings.caseUnitCode).toBe('H29.999');
  });

  test.each<[Partial<OfficeValues>, string, string | undefined]>([
    [{ unitCode: '' }, 'unitCode', undefined],
    [{ caseUnitCode: 'Quận 2' }, 'caseUnitCode', 'case-unit-code'],
    [{ deskCode: 'Bàn 1' }, 'deskCode', 'desk-code'],
    [{ first: '301', last: '300' }, 'first', 'block-backwards'],
    [{ last: '' }, 'last', undefined],
    [{ last: 'ba trăm' }, 'last', undefined],
    [{ morningFrom: '7h30' }, 'morningFrom', undefined],
    [{ afternoonTo: '' }, 'afternoonTo', undefined],
    [{ centreName: '' }, 'centreName', undefined],
  ])('%j is told at %s', (change, field, issue) => {
    const found = findIssues({ ...filled, ...change });
    expect([...found.keys()]).toContain(field);
    if (issue !== undefined) expect(found.get(field)).toBe(issue);
  });

  test('an identifier stands as proposed while it is what a list said, and as the office’s own once another is typed', () => {
    const proposed = { ...filled, caseUnitCode: ' h29.157', proposedCode: 'H29.157' };
    expect(setUpInput(proposed).settings).toMatchObject({ caseUnitCode: 'H29.157', caseUnitCodeProposed: true });
    const typed = setUpInput({ ...proposed, caseUnitCode: 'H29.3.7' }).settings;
    expect(typed).not.toHaveProperty('caseUnitCodeProposed');
    const inForce = settingsOf(proposed);
    expect(settingsOf(valuesOf(inForce), inForce)).toEqual(inForce);
    expect(settingsOf({ ...valuesOf(inForce), proposedCode: '' }, inForce)).not.toHaveProperty('caseUnitCodeProposed');
  });

  test('an office of one shift leaves the afternoon empty', () => {
    expect(setUpInput({ ...filled, afternoonFrom: '', afternoonTo: '' }).settings.hours).toEqual([
      { start: '07:30', end: '11:30' },
    ]);
  });

  test('a path of the contract is a field of the form', () => {
    expect(fieldName('settings.desk.blocks.0')).toBe('first');
    expect(fieldName('accounts.1.username')).toBe('accounts.1.username');
    expect(fieldName('settings.unitCode')).toBe('unitCode');
  });
});

describe('the people of an office', () => {
  const [admin, clerk] = filled.accounts as [OfficeValues['accounts'][number], OfficeValues['accounts'][number]];
  test.each<[string, OfficeValues['accounts'], Record<string, string>]>([
    ['a short password', [admin, { ...clerk, password: 'Ngan-1a' }], { 'accounts.1.password': 'password-weak' }],
    ['no symbol', [admin, { ...clerk, password: 'ThucHanh2026xyz' }], { 'accounts.1.password': 'password-weak' }],
    ['one password for two', [admin, { ...clerk, password: strong }], { 'accounts.1.password': 'password-shared' }],
    [
      'a password of a name, of the office, of a year, of everybody',
      ['Tran-Minh-Duc-7', 'Nha-O-Cat-Lai-7', 'Cay-Xoai-Nam-1999', 'Mat-Khau-Cua-Ai-7'].map((password, index) => ({
        ...(index === 0 ? admin : clerk),
        fullName: 'Trần Minh Đức',
        username: `duc${index}`,
        password,
      })),
      Object.fromEntries([0, 1, 2, 3].map((index) => [`accounts.${index}.password`, 'password-easy'])),
    ],
    ['the same name twice', [admin, { ...clerk, username: ' QUAN ' }], { 'accounts.1.username': 'twice' }],
    ['no administrator', [clerk], { 'accounts.0.role': 'need-admin' }],
    ['nobody who receives files', [admin], { 'accounts.0.role': 'need-clerk' }],
  ])('%s', (_what, accounts, issues) => {
    expect(Object.fromEntries(findPeopleIssues(accounts, units))).toEqual(issues);
  });
});

describe('the settings in force, as typed', () => {
  const settings = {
    ...setUpInput(filled).settings,
    account: { bin: '970436', number: '0071000123456', name: 'TTPVHCC' },
  };

  test('what is not touched comes back as it was, with what the form does not show', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 4, max: 90 }), { minLength: 1, maxLength: 5 }), (starts) => {
        const blocks = starts
          .toSorted((a, b) => a - b)
          .map((start) => ({ first: start * 100, last: start * 100 + 50 }));
        const hours = [...settings.hours, { start: '18:00', end: '20:00' }];
        const otherDesks = [{ code: 'Q2', name: 'Quầy 2', blocks, symbols: ['AB', '26BLP2'] }];
        const before = { ...settings, hours, otherDesks, desk: { ...settings.desk, blocks } };
        expect(settingsOf(valuesOf(before), before)).toEqual(before);
      }),
      { seed: 7 },
    );
  });

  test.each([
    [
      '901-950, 1001–1100',
      [
        [901, 950],
        [1001, 1100],
      ],
    ],
    [' 7 - 9 ;', [[7, 9]]],
    ['', []],
    ['ba trăm', [[Number.NaN, Number.NaN]]],
  ])('blocks typed as %j', (text, expected) => {
    expect(readBlocks(text)).toEqual(expected.map(([first, last]) => ({ first, last })));
  });

  test.each([
    [{ moreBlocks: 'ba trăm' }, 'moreBlocks'],
    [{ otherDesks: [{ code: 'Bàn', name: 'Quầy 2', blocks: '', symbols: '' }] }, 'otherDesks.0.code'],
    [{ otherDesks: [{ code: 'Q2', name: 'Quầy 2', blocks: '9-1', symbols: '' }] }, 'otherDesks.0.blocks'],
  ])('%j is told at its own field', (change, field) => {
    const found = findChangeIssues(settingsOf({ ...valuesOf(settings), ...change }, settings), 'vì sao');
    expect([...found.keys()]).toEqual([field]);
  });

  const receipts = { taxCode: '0301234567', letters: 'QA', paper: { template: '01BLP-001', symbol: 'AA-26P' } };
  const whole = { ...settings, receipts };

  test('receipts, the account and a third session come back as they were; emptied, they are left out', () => {
    const before = { ...whole, hours: [...settings.hours, { start: '17:30', end: '19:00' }] };
    const values = valuesOf(before);
    expect(settingsOf(values, before)).toEqual(before);
    const none = { accountBin: '', accountNumber: '', accountName: '', taxCode: '', receiptLetters: '' };
    const emptied = { ...values, ...none, paperTemplate: ' ', paperSymbol: '', eveningFrom: '', eveningTo: '' };
    const { account: _account, ...left } = settings;
    expect(settingsOf(emptied, before)).toEqual(left);
  });

  test.each<[Partial<OfficeValues>, string, string | undefined]>([
    [{ accountBin: '' }, 'accountBin', 'bank-bin'],
    [{ accountNumber: '12' }, 'accountNumber', 'account-number'],
    [{ accountName: '' }, 'accountName', undefined],
    [{ taxCode: '12' }, 'taxCode', 'tax-code'],
    [{ receiptLetters: 'OI' }, 'receiptLetters', 'receipt-letters'],
    [{ paperSymbol: '' }, 'paperSymbol', undefined],
    [{ paperTemplate: '' }, 'paperTemplate', undefined],
    [{ eveningFrom: '18:00' }, 'eveningTo', undefined],
    [{ eveningFrom: '16:00', eveningTo: '19:00' }, 'morningFrom', 'hours-overlap'],
  ])('half typed, %j is told at %s', (change, field, issue) => {
    const found = findChangeIssues(settingsOf({ ...valuesOf(whole), ...change }, whole), 'vì sao');
    expect([...found.keys()]).toEqual([field]);
    if (issue !== undefined) expect(found.get(field)).toBe(issue);
  });

  test('nothing is changed without a reason', () => {
    expect([...findChangeIssues(settings, ' a ').keys()]).toEqual(['reason']);
  });
});

test('how certification goes is left out until somebody chooses, and stays as it was chosen', () => {
  const usual = settingsOf(officeDefaults);
  expect(usual.certification).toBeUndefined();
  const chosen = settingsOf(
    { ...officeDefaults, certificationNumbers: 'office', certificationSigning: 'leader' },
    usual,
  );
  expect(chosen.certification).toEqual({ numbers: 'office', signing: 'leader' });
  expect(settingsOf(valuesOf(chosen), chosen).certification).toEqual(chosen.certification);
  const kept = settingsOf({ ...valuesOf(chosen), certificationKeeper: 'Q2' }, chosen);
  expect(kept.certification).toEqual({ numbers: 'office', signing: 'leader', keptBy: 'Q2' });
  expect(settingsOf(valuesOf(kept), kept).certification).toEqual(kept.certification);
  // Taken back it is said, and not forgotten.
  expect(settingsOf({ ...valuesOf(chosen), ...usualOf }, chosen).certification).toEqual({
    numbers: 'desk',
    signing: 'at-once',
  });
});
const usualOf = { certificationNumbers: 'desk', certificationSigning: 'at-once' } as const;
