import type { FeeRule } from '../../../../electron/contract/catalogue/lists.ts';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  type FeeContext,
  asCopies,
  assessFees,
  feeWarnings,
  pageFee,
  rulesOn,
  totalFees,
} from '../../../../electron/domain/counter/money/fees.ts';

const seed = 20261122;
const certifiedCopy = {
  kind: 'per-page',
  name: 'Phí chứng thực bản sao',
  first: 2000,
  firstPages: 2,
  then: 1000,
  most: 200_000,
  source: 'TT 226/2016/TT-BTC Điều 4',
} as const satisfies FeeRule;
const extract: FeeRule = { kind: 'per-copy', name: 'Phí cấp bản sao trích lục hộ tịch', amount: 8000 };
const residence: FeeRule = { kind: 'per-channel', name: 'Lệ phí đăng ký thường trú', direct: 20_000, online: 10_000 };
const civilStatus: FeeRule = {
  kind: 'zero-online',
  name: 'Lệ phí hộ tịch',
  province: '79',
  source: 'NQ 411/NQ-HĐND (29/9/2025)',
};
const signature: FeeRule = { kind: 'flat', name: 'Phí chứng thực chữ ký', amount: 10_000 };
const direct: FeeContext = { channel: 'direct', quantity: 1 };
const online: FeeContext = { channel: 'online', quantity: 1 };
const post: FeeContext = { channel: 'post', quantity: 1 };

describe('certified copies, by the page of the original', () => {
  test.each([
    [1, 2000],
    [2, 4000],
    [3, 5000],
    [4, 6000],
    [10, 12_000],
    [100, 102_000],
    [197, 199_000],
    [198, 200_000],
    [199, 200_000],
    [1000, 200_000],
  ])('%i pages: %i đ a copy', (pages, expected) => {
    expect(pageFee(certifiedCopy, pages)).toBe(expected);
    expect(assessFees([certifiedCopy], { ...direct, pages })[0]?.amount).toBe(expected);
    expect(assessFees([certifiedCopy], { ...direct, copies: [{ pages, copies: 3 }] })[0]?.amount).toBe(3 * expected);
  });

  test('any number of pages: the formula of the circular', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), (p) => {
        expect(pageFee(certifiedCopy, p)).toBe(p <= 2 ? 2000 * p : Math.min(200_000, 4000 + 1000 * (p - 2)));
      }),
      { seed },
    );
  });

  test('the cap is a copy’s, not the case’s', () => {
    expect(assessFees([certifiedCopy], { ...direct, copies: [{ pages: 300, copies: 2 }] })[0]).toEqual({
      name: 'Phí chứng thực bản sao',
      amount: 400_000,
      note: '300 trang × 2 bản',
      basis: 'TT 226/2016/TT-BTC Điều 4',
    });
  });

  test('without the pages there is no amount, and it says so', () => {
    expect(assessFees([certifiedCopy], direct)[0]).toMatchObject({ amount: null, gap: 'pages-needed' });
  });
});

describe('several papers in one file: each line with its own cap (TT 226/2016/TT-BTC Điều 4)', () => {
  const asked = [
    { paper: 'Căn cước', pages: 2, copies: 3 },
    { paper: 'Sổ hồng', pages: 4, copies: 1 },
    { paper: 'Hợp đồng', pages: 500, copies: 2 },
    { pages: 1, copies: 10 },
  ];

  test('a line for each paper, named in its note', () => {
    const lines = assessFees([certifiedCopy], { ...direct, copies: asked });
    expect(lines.map(({ amount, note }) => [amount, note])).toEqual([
      [12_000, 'Căn cước: 2 trang × 3 bản'],
      [6000, 'Sổ hồng: 4 trang × 1 bản'],
      [400_000, 'Hợp đồng: 500 trang × 2 bản'],
      [20_000, '1 trang × 10 bản'],
    ]);
    expect(new Set(lines.map(({ name }) => name))).toEqual(new Set(['Phí chứng thực bản sao']));
  });

  test('one uncounted paper leaves the others their amounts', () => {
    const lines = assessFees([certifiedCopy], {
      ...direct,
      copies: [
        { paper: 'Bằng', copies: 2 },
        { pages: 2, copies: 1 },
      ],
    });
    expect(lines.map(({ amount, note, gap }) => [amount, note, gap])).toEqual([
      [null, 'Bằng: Cần số trang của bản chính', 'pages-needed'],
      [4000, '2 trang × 1 bản', undefined],
    ]);
    expect(feeWarnings(lines)).toMatchObject([{ code: 'pages-needed' }]);
    expect(feeWarnings(lines.slice(1))).toEqual([]);
  });

  test('the sum is that of the papers taken one by one, whatever they are', () => {
    const paper = fc.record({ pages: fc.integer({ min: 1, max: 600 }), copies: fc.integer({ min: 1, max: 30 }) });
    fc.assert(
      fc.property(fc.array(paper, { minLength: 1, maxLength: 8 }), (copies) => {
        const { known } = totalFees(assessFees([certifiedCopy], { ...direct, copies }));
        expect(known).toBe(copies.reduce((sum, one) => sum + pageFee(certifiedCopy, one.pages) * one.copies, 0));
        expect(known).toBeLessThanOrEqual(copies.reduce((sum, one) => sum + 200_000 * one.copies, 0));
      }),
      { seed },
    );
  });

  test.each([
    [
      'pages and a quantity are one line',
      { quantity: 3, pages: 4 },
      { quantity: 1, copies: [{ pages: 4, copies: 3 }] },
    ],
    ['a quantity alone is uncounted copies', { quantity: 3 }, { quantity: 1, copies: [{ copies: 3 }] }],
    ['nothing said is nothing written down', { quantity: 1 }, { quantity: 1 }],
    [
      'lines leave the sets what they are',
      { quantity: 2, copies: [{ paper: '', pages: 1, copies: 5 }] },
      { quantity: 2, copies: [{ pages: 1, copies: 5 }] },
    ],
  ])('%s', (_name, given, expected) => {
    expect(asCopies([certifiedCopy], given)).toEqual(expected);
  });

  test('a procedure that counts no copies keeps its sets and its pages', () => {
    expect(asCopies([signature], { quantity: 3, pages: 2 })).toEqual({ quantity: 3, pages: 2 });
  });
});

describe('the other kinds', () => {
  const cases: [string, FeeRule, FeeContext, number | null][] = [
    ['one extract', extract, direct, 8000],
    ['three extracts', extract, { ...direct, copies: [{ copies: 3 }] }, 24_000],
    ['sets stand for copies where none are named', extract, { ...direct, quantity: 2 }, 16_000],
    ['copies count where named, not sets', extract, { ...direct, quantity: 2, copies: [{ copies: 5 }] }, 40_000],
    ['an extract is a phí: not free online', extract, online, 8000],
    ['residence at the counter', residence, direct, 20_000],
    ['residence online', residence, online, 10_000],
    ['residence by post, not named: as at the counter', residence, post, 20_000],
    ['two sets of papers are one registration', residence, { ...direct, quantity: 2 }, 20_000],
    ['a channel not found is not free', { ...residence, online: null }, online, null],
    ['flat', signature, direct, 10_000],
    ['flat: two sets of papers are one fee', signature, { ...direct, quantity: 2 }, 10_000],
    ['flat by the paper', { ...signature, perSet: true }, { ...direct, quantity: 2 }, 20_000],
    ['free of charge is 0', { kind: 'flat', name: 'Phí, lệ phí', amount: 0 }, direct, 0],
    ['not found is null', { kind: 'flat', name: 'Phí, lệ phí', amount: null }, direct, null],
    ['not found by the paper is null', { kind: 'flat', name: 'x', amount: null, perSet: true }, direct, null],
    ['civil status online', civilStatus, online, 0],
    ['civil status at the counter: not found', civilStatus, direct, null],
    ['civil status by post: not found', civilStatus, post, null],
    ['an amount entered by the office', { ...civilStatus, direct: 5000 }, post, 5000],
    ['and it stays 0 online', { ...civilStatus, direct: 5000 }, online, 0],
  ];
  test.each(cases)('%s', (_, rule, context, expected) => {
    const [line] = assessFees([rule], context);
    expect(line?.amount).toBe(expected);
    expect(line?.gap).toBe(expected === null ? 'amount-unknown' : undefined);
  });

  test('a line of 0 đồng is kept for the receipt of 0 đồng, with its basis', () => {
    expect(assessFees([civilStatus], online)).toEqual([
      {
        name: 'Lệ phí hộ tịch',
        amount: 0,
        note: 'Nộp trực tuyến: 0 đồng, vẫn phát hành biên lai',
        basis: 'NQ 411/NQ-HĐND (29/9/2025)',
      },
    ]);
  });

  test('no rule, no line', () => {
    expect(assessFees([], direct)).toEqual([]);
  });

  test.each([
    { quantity: 0 },
    { copies: [{ copies: 0 }] },
    { copies: [{ copies: 1, pages: 0 }] },
    { pages: 0 },
    { pages: 1.5 },
    { quantity: -1 },
  ])('%j is no count', (part) => {
    expect(() => assessFees([certifiedCopy], { ...direct, ...part })).toThrow(RangeError);
  });
});

describe('the total', () => {
  test('what is not known is counted, never added', () => {
    const lines = assessFees([certifiedCopy, civilStatus, extract], { ...direct, copies: [{ pages: 3, copies: 2 }] });
    expect(lines.map((line) => line.amount)).toEqual([10_000, null, 16_000]);
    expect(totalFees(lines)).toEqual({ known: 26_000, unknown: 1 });
    expect(totalFees([])).toEqual({ known: 0, unknown: 0 });
  });
});

test('on every day each rule that is in force is assessed, and no other; there is no day without one', () => {
  const free: FeeRule = { kind: 'flat', name: 'Lệ phí hộ tịch', amount: 0, until: '2027-02-28' };
  const after: FeeRule = { ...civilStatus, from: '2027-03-01' };
  const day = fc.date({ min: new Date('2026-01-01'), max: new Date('2028-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(day, (at) => {
      const iso = at.toISOString().slice(0, 10);
      expect(rulesOn([free, after, extract], iso)).toEqual([iso <= '2027-02-28' ? free : after, extract]);
    }),
    { seed },
  );
});

test('every rule of the shipped catalogue is one of these kinds and gives whole đồng or says why not', () => {
  const file = new URL('../../../../resources/data/procedures.json', import.meta.url);
  const { data } = JSON.parse(readFileSync(file, 'utf8')) as {
    data: { procedures: { code: string; feeRules: FeeRule[] }[] };
  };
  const lines = data.procedures.flatMap(({ code, feeRules }) =>
    [direct, online, post].flatMap((context) =>
      assessFees(rulesOn(feeRules, '2026-11-23'), { ...context, copies: [{ pages: 3, copies: 2 }] }).map((line) => ({
        code,
        ...line,
      })),
    ),
  );
  expect(lines.length).toBeGreaterThan(100);
  for (const line of lines) {
    if (line.amount === null) expect(line.gap, line.code).toBe('amount-unknown');
    else expect(Number.isSafeInteger(line.amount) && line.amount >= 0, line.code).toBe(true);
  }
  const amountsOf = (code: string) => lines.filter((line) => line.code === code).map((line) => line.amount);
  expect(amountsOf('1.001193')).toEqual([null, 0, null]);
  expect(amountsOf('2.000815')).toEqual([10_000, 10_000, 10_000]);
  expect(amountsOf('2.000635')).toEqual([16_000, 16_000, 16_000]);
  expect(amountsOf('1.004222')).toEqual([20_000, 10_000, 20_000]);
});
