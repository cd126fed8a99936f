import { describe, expect, test } from 'vitest';
import type { FeeRule } from '../../../../electron/contract/catalogue/lists.ts';
import { certificationFees, isCapped } from '../../../../electron/domain/counter/certification/fees.ts';

const basis = 'TT 226/2016/TT-BTC Điều 4';
const copies: FeeRule[] = [
  {
    kind: 'per-page',
    name: 'Phí chứng thực bản sao',
    first: 2000,
    firstPages: 2,
    then: 1000,
    most: 200_000,
    source: basis,
  },
];
const signatures: FeeRule[] = [{ kind: 'flat', name: 'Phí chứng thực', amount: 10_000, perSet: true, source: basis }];
const contracts: FeeRule[] = [{ kind: 'flat', name: 'Phí chứng thực', amount: 50_000, source: basis }];

describe('what a paper costs (TT 226/2016 Điều 4)', () => {
  test.each([
    ['one page', 1, 1, 2000, false],
    ['two pages at 2.000', 2, 1, 4000, false],
    ['from the third page 1.000', 3, 1, 5000, false],
    ['three copies', 2, 3, 12_000, false],
    ['198 pages reach the cap', 198, 1, 200_000, true],
    ['197 pages do not', 197, 1, 199_000, false],
    ['the cap is one copy’s, never the sum’s', 500, 3, 600_000, true],
  ])('a copy: %s', (_what, pages, count, amount, capped) => {
    expect(certificationFees('copy', copies, [{ paper: 'Căn cước', pages, copies: count }])).toMatchObject([
      { name: 'Phí chứng thực bản sao', amount, basis },
    ]);
    expect(isCapped(copies, pages)).toBe(capped);
  });

  test.each([
    ['one paper, however many signed there', 1, 10_000, 'Sơ yếu lý lịch'],
    ['three papers that were signed', 3, 30_000, 'Sơ yếu lý lịch: × 3 văn bản'],
  ])('a signature: %s', (_what, count, amount, note) => {
    const fees = certificationFees('signature', signatures, [{ paper: 'Sơ yếu lý lịch', pages: 4, copies: count }]);
    expect(fees).toMatchObject([{ amount, note }]);
  });

  test('a contract is paid once, in however many originals it was made', () => {
    const fees = certificationFees('contract', contracts, [{ pages: 9, copies: 4 }]);
    expect(fees).toMatchObject([{ amount: 50_000, note: '' }]);
  });

  test('a line for each paper, in the order in which they were asked for', () => {
    const papers = [
      { pages: 2, copies: 3 },
      { pages: 4, copies: 1 },
      { pages: 10, copies: 2 },
    ];
    expect(certificationFees('copy', copies, papers).map(({ amount }) => amount)).toEqual([12_000, 6000, 24_000]);
  });
});
