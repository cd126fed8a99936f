import { expect, test } from 'vitest';
import { adoptedProcedure } from '../../../electron/domain/catalogue/adopted.ts';
import { plainTerm, usualTerm } from '../../../electron/domain/catalogue/procedure-terms.ts';

/** A body as catalogues of November 2026 kept it: cases received under it are read for good. */
const earlier = {
  code: '1.013978',
  name: 'Đăng ký đất đai',
  field: 'Đất đai',
  authority: 'UBND cấp xã',
  term: { value: 27, unit: 'working-day' },
  rule: null,
  channelTerms: { post: { value: 20, unit: 'working-day' }, online: { value: 17, unit: 'working-day' } },
  termNote: 'Kênh khác',
  termVerified: false,
  fee: { amount: null, note: '' },
  feeRules: [],
  result: '',
  legalBasis: ['31/2024/QH15'],
  verification: { status: 'verified-2-sources', sources: ['a', 'b'] },
  doubts: [],
  components: [{ name: 'Đơn', short: 'Đơn', case: 'Giấy tờ phải nộp', originals: 1, copies: 0 }],
};

test.each([
  ['direct', 27],
  ['post', 20],
  ['online', 17],
] as const)('an earlier body says for %s what it said then', (channel, value) => {
  const usual = usualTerm(adoptedProcedure(earlier), { day: '2026-11-23', channel });
  expect(usual && plainTerm(usual)).toEqual({ value, unit: 'working-day' });
});

test('what it did not know stays unknown, and its papers stay received', () => {
  expect(adoptedProcedure(earlier)).toMatchObject({
    decidingAgency: 'UBND cấp xã',
    onlineLevel: null,
    supplement: null,
    verified: null,
    verification: { status: 'two-sources', sources: ['a', 'b'] },
    components: [{ name: 'Đơn', kind: 'received', case: 'Giấy tờ phải nộp' }],
  });
  const { channelTerms: _none, ...plain } = earlier;
  expect(adoptedProcedure({ ...plain, term: null }).terms).toEqual([]);
  expect(adoptedProcedure({ ...plain, rule: 'after-15h', term: { value: 1, unit: 'same-day' } }).terms).toMatchObject([
    { key: 'usual', value: 1, unit: 'same-day', rule: 'after-15h', grade: 'C' },
  ]);
});

test('a body of today is taken as it is', () => {
  const today = { ...adoptedProcedure(earlier) };
  expect(adoptedProcedure(today)).toEqual(today);

  // The limits stood in lists a little before these did.
  const { onlineOnly: _way, successor: _code, noTerm: _why, ...without } = today;
  expect(adoptedProcedure(without)).toEqual(today);
});
