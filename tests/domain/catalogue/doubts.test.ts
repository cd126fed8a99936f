import { expect, test } from 'vitest';
import type { Procedure, ProcedureTerm } from '../../../electron/contract/catalogue/lists.ts';
import type { Catalogue } from '../../../electron/domain/catalogue/catalogue.ts';
import { unverifiedEntries } from '../../../electron/domain/catalogue/doubts.ts';

const term: ProcedureTerm = {
  key: 'usual',
  words: 'Thông thường',
  value: 1,
  unit: 'same-day',
  rule: 'after-15h',
  article: 'Luật Hộ tịch 2014 Điều 5 k3',
  from: null,
  until: null,
  chosen: 'reception',
  needs: null,
  grade: 'A',
  readOn: '2026-11-29',
  readBy: 'a reader',
};
const whole: Procedure = {
  code: '1.001193',
  name: 'Đăng ký khai sinh',
  field: 'Hộ tịch',
  authority: 'UBND cấp xã',
  components: [{ name: 'Tờ khai', short: 'Tờ khai', kind: 'received', originals: 1, copies: 0 }],
  decidingAgency: 'UBND cấp xã',
  onlineLevel: null,
  onlineOnly: null,
  resultAway: null,
  successor: null,
  noTerm: null,
  terms: [term],
  supplement: null,
  verified: null,
  termNote: 'mới thấy ở một nơi',
  fee: { amount: 0, note: '' },
  feeRules: [],
  result: 'Giấy khai sinh',
  legalBasis: [],
  verification: { status: 'two-sources', sources: ['a', 'b'] },
  doubts: [],
};
const lists: Catalogue = {
  version: 'a1b2c3d4',
  sha256: 'a1b2c3d4',
  dated: '2026-11-01',
  provinces: [],
  units: [],
  formerUnits: {},
  procedures: [],
  more: [],
  moreDated: '2026-01-01',
  listedOnly: [],
  identifiers: new Map(),
  identifierList: { version: '', source: [] },
  nationwide: [],
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
  ['a limit nobody gives', { terms: [] }, ['term-missing']],
  ['a limit nobody gives, and why', { terms: [], noTerm: 'chưa đọc được' }, ['term-missing']],
  ['a limit of a secondary source', { terms: [{ ...term, grade: 'B' }] }, ['term-unverified']],
  [
    'each limit that was inferred',
    { terms: [term, { ...term, key: 'xac-minh', grade: 'C' }, { ...term, key: 'nui', grade: 'C' }] },
    ['term-unverified', 'term-unverified'],
  ],
  ['a fee that was not found is not free', { fee: { amount: null, note: '' } }, ['fee-unknown']],
  [
    'a name that was cut',
    { components: [{ name: 'Tờ khai', short: 'Tờ', kind: 'received', originals: 1, copies: 0, truncated: true }] },
    ['name-cut'],
  ],
  ['one source', { verification: { status: 'one-source', sources: ['a'] } }, ['one-source']],
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
