import { expect, test } from 'vitest';
import type { Procedure } from '../../../electron/contract/catalogue/lists.ts';
import type { Catalogue } from '../../../electron/domain/catalogue/catalogue.ts';
import { unverifiedEntries } from '../../../electron/domain/catalogue/doubts.ts';

const whole: Procedure = {
  code: '1.001193',
  name: 'Đăng ký khai sinh',
  field: 'Hộ tịch',
  authority: 'UBND cấp xã',
  components: [{ name: 'Tờ khai', short: 'Tờ khai', originals: 1, copies: 0 }],
  term: { value: 1, unit: 'same-day' },
  rule: 'after-15h',
  termNote: 'mới thấy ở một nơi',
  termVerified: true,
  fee: { amount: 0, note: '' },
  feeRules: [],
  result: 'Giấy khai sinh',
  legalBasis: [],
  verification: { status: 'verified-2-sources', sources: ['a', 'b'] },
  doubts: [],
};
const lists: Catalogue = {
  version: '2026-11-01',
  provinces: [],
  units: [],
  formerUnits: {},
  procedures: [],
  listedOnly: [],
  days: [],
  calendar: { version: '2026-11-01', source: [] },
  banks: [],
  incentives: [],
  receiptLaw: { lastPaperDay: '2026-12-31', electronicTemplate: 'EBL01' },
  legs: [],
  processFrames: [],
};

test.each<[string, Partial<Procedure>, readonly string[]]>([
  ['nothing is doubted that two sources carry', {}, []],
  ['a limit nobody gives', { term: null }, ['term-missing']],
  ['a limit one source gives', { termVerified: false }, ['term-unverified']],
  ['a fee that was not found is not free', { fee: { amount: null, note: '' } }, ['fee-unknown']],
  [
    'a name that was cut',
    { components: [{ name: 'Tờ khai', short: 'Tờ', originals: 1, copies: 0, truncated: true }] },
    ['name-cut'],
  ],
  ['one source', { verification: { status: 'verified-1-source', sources: ['a'] } }, ['one-source']],
  ['what a reader noted', { doubts: ['a', 'b'] }, ['doubt', 'doubt']],
])('%s', (_name, change, kinds) => {
  const found = unverifiedEntries({ ...lists, procedures: [{ ...whole, ...change }] });
  expect(found.map(({ kind }) => kind)).toEqual(kinds);
  expect(found.every(({ code, what }) => code === whole.code && what.startsWith(whole.name))).toBe(true);
});

test('days and banks leave the list when somebody verified them', () => {
  const day = { date: '2027-02-06', name: 'Tết', kind: 'holiday', source: 'x' } as const;
  const bank = { bin: '970436', code: 'VCB', shortName: 'VCB', name: 'VCB', canTransfer: true };
  const found = unverifiedEntries({
    ...lists,
    days: [
      { ...day, verification: 'computed' },
      { ...day, date: '2027-01-01', verification: 'verified' },
    ],
    banks: [
      { ...bank, verification: 'one-source' },
      { ...bank, code: 'BIDV', verification: 'two-sources' },
    ],
    listedOnly: [{ code: '2.000635', name: 'Trích lục', field: 'Hộ tịch' }],
  });
  expect(found.map(({ kind, code }) => `${kind} ${code}`)).toEqual([
    'listed-only 2.000635',
    'day-computed 2027-02-06',
    'bank-one-source VCB',
  ]);
});
