import { ReceiptLetters } from '../../../../electron/contract/common/office/office.ts';
import type { ReceiptLaw } from '../../../../electron/contract/catalogue/lists.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReceiptError } from '../../../../electron/contract/counter/money/fee-receipt.ts';
import type { ReceiptIssued, ReceiptSeries } from '../../../../electron/domain/entries/money.ts';
import { summaryRows, summaryXml } from '../../../../electron/domain/counter/money/receipt-summary.ts';
import { receiptXml } from '../../../../electron/domain/counter/money/receipt-xml.ts';
import {
  type FiscalReceipt,
  type RegisteredSeries,
  applyReceipt,
  correctionWay,
  nextReceiptNumber,
  payStage,
  receiptNumberText,
  receiptSeriesAt,
} from '../../../../electron/domain/counter/money/fee-receipt.ts';
import { readXml, textOf } from '../../../support/papers/read-xml.ts';

const law: ReceiptLaw = { lastPaperDay: '2026-12-31', electronicTemplate: 'EBL01' };
const registered: RegisteredSeries = { paper: { template: '01BLP2-001', symbol: 'AA-26T' }, letters: 'AB' };
const collector = {
  name: 'Trung tâm <A> & "B"',
  taxCode: '0300000000',
  address: 'Phường Cát Lái',
  phone: '',
  account: '0123456789',
};

function seriesAt(civilTime: string): ReceiptSeries {
  return receiptSeriesAt(civilTime, law, registered) as ReceiptSeries;
}

describe('the cut-over (NĐ 254/2026 Điều 44 k2)', () => {
  test.each([
    ['2026-11-23T09:00:00+07:00', 'paper', 'AA-26T'],
    ['2026-12-31T23:59:59+07:00', 'paper', 'AA-26T'],
    ['2027-01-01T00:00:00+07:00', 'electronic', '27TAB'],
    ['2027-12-31T23:59:59+07:00', 'electronic', '27TAB'],
    ['2028-01-01T00:00:00+07:00', 'electronic', '28TAB'],
  ])('%s: %s %s', (civilTime, kind, symbol) => {
    expect(receiptSeriesAt(civilTime, law, registered)).toEqual({
      kind,
      symbol,
      template: kind === 'paper' ? '01BLP2-001' : 'EBL01',
    });
  });

  test('the day is data: another last day moves it', () => {
    expect(
      receiptSeriesAt('2027-01-01T00:00:00+07:00', { ...law, lastPaperDay: '2027-01-01' }, registered),
    ).toMatchObject({ kind: 'paper' });
  });
});

test.each([
  ['2026-12-31T23:59:59+07:00', { ...registered, paper: null }, 'paper'],
  ['2027-01-01T00:00:00+07:00', { ...registered, letters: null }, 'electronic'],
])('%s without what was registered for it, there is no series', (civilTime, own, kind) => {
  expect(receiptSeriesAt(civilTime, law, own)).toMatchObject({ fault: 'receipt-series-missing', data: { kind } });
});

describe('numbers', () => {
  const paper = seriesAt('2026-11-23T09:00:00+07:00');
  const electronic = seriesAt('2027-01-04T09:00:00+07:00');

  test('begin at 1; seven digits on paper, as many as they need in an e-receipt', () => {
    expect([nextReceiptNumber(paper, 0), nextReceiptNumber(electronic, 41)]).toEqual([1, 42]);
    expect([receiptNumberText('paper', 42), receiptNumberText('electronic', 42)]).toEqual(['0000042', '42']);
  });

  test('end where the digits end', () => {
    expect(nextReceiptNumber(paper, 9_999_998)).toBe(9_999_999);
    expect(nextReceiptNumber(paper, 9_999_999)).toMatchObject({
      fault: 'receipt-numbers-exhausted',
      data: { symbol: 'AA-26T' },
    });
    expect(nextReceiptNumber(electronic, 99_999_998)).toBe(99_999_999);
    expect(nextReceiptNumber(electronic, 99_999_999)).toMatchObject({ fault: 'receipt-numbers-exhausted' });
  });

  test.each([
    ['AA', true],
    ['XY', true],
    ['AF', false],
    ['aa', false],
    ['AAA', false],
    ['A', false],
  ])('letters %s of a symbol (TT 91/2026 Phụ lục II): %s', (letters, good) => {
    expect(ReceiptLetters.safeParse(letters).success).toBe(good);
  });
});

describe('errors (TT 91/2026 Điều 20)', () => {
  // k1: whatever is wrong but the tax code and the amount is told, and no receipt is issued again. Paper is beyond the circular.
  const table: [ReceiptError[], 'notice' | 'replacement', ('notice' | 'replacement')?][] = [
    [['payer-name'], 'notice'],
    [['payer-address'], 'notice'],
    [['amount-in-words'], 'notice'],
    [['payer-name', 'payer-address', 'amount-in-words'], 'notice'],
    [['tax-code'], 'replacement'],
    [['amount'], 'replacement'],
    [['fee-name'], 'notice', 'replacement'],
    [['date'], 'notice', 'replacement'],
    [['date', 'tax-code'], 'replacement'],
    [['payer-name', 'amount'], 'replacement'],
  ];
  test.each(table)('%j: %s', (errors, way, onPaper = way) => {
    expect(correctionWay(errors, 'electronic')).toBe(way);
    expect(correctionWay(errors, 'paper')).toBe(onPaper);
  });
});

test.each([
  ['accepted', 'reception'],
  ['supplement-requested', 'supplement'],
  ['obligation-requested', 'supplement'],
  ['finished', 'return'],
] as const)('money taken while %s is taken at %s', (status, stage) => {
  expect(payStage(status)).toBe(stage);
});

function issue(change: Partial<ReceiptIssued> = {}): FiscalReceipt {
  const at = '2027-01-04T09:00:00+07:00';
  const issued: ReceiptIssued = {
    type: 'receipt-issued',
    series: seriesAt(at),
    number: 7,
    caseId: 'c',
    caseNumber: 'H29.999-270104-0001',
    payer: { name: 'Nguyễn Thị Đặng Ánh' },
    lines: [
      { line: 0, name: 'Phí A', base: 8000, amount: 0, waiver: { incentive: 'x', reason: 'Miễn', basis: 'TT 117' } },
      { line: 1, name: 'Phí B', base: 10_000, amount: 10_000 },
    ],
    amount: 10_000,
    method: 'cash',
    stage: 'reception',
    till: 'Q1',
    clerk: 'an',
    ...change,
  };
  return applyReceipt(undefined, at, issued, by);
}

const by = { desk: 'Q1', deskSeq: 1 };

/** What XML 1.0 can hold: no controls but tab and line ends, no half pairs, not the last two of the plane. */
function isHeld(sign: string): boolean {
  const code = sign.codePointAt(0) ?? 0;
  if (code < 0x20) return [0x9, 0xa, 0xd].includes(code);
  return !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff;
}

describe('the data part as XML', () => {
  test('says what NĐ 254/2026 Điều 23 k2 asks for, and that it is not signed', () => {
    const read = readXml(receiptXml(issue(), collector));
    const at = (path: string): string | undefined => textOf(read, path);
    expect(at('DuLieu/KyHieuMau')).toBe('EBL01');
    expect(at('DuLieu/KyHieu')).toBe('27TAB');
    expect(at('DuLieu/So')).toBe('7');
    expect(at('DuLieu/NgayLap')).toBe('2027-01-04');
    expect(at('DuLieu/ToChucThu/Ten')).toBe('Trung tâm <A> & "B"');
    expect(at('DuLieu/ToChucThu/MaSoThue')).toBe('0300000000');
    expect(at('DuLieu/NguoiNop/Ten')).toBe('Nguyễn Thị Đặng Ánh');
    expect(at('DuLieu/TongTien')).toBe('10000');
    expect(at('DuLieu/BangChu')).toBe('Mười nghìn đồng');
    expect(at('DuLieu/CacKhoanThu/KhoanThu/MienGiam/LyDo')).toBe('Miễn');
    expect(read.children.at(-1)).toMatchObject({
      name: 'ChuKySo',
      attributes: { trangThai: 'chua-ky' },
      text: '',
      children: [],
    });
  });

  test('0 đồng is a receipt like any other', () => {
    const xml = receiptXml(
      issue({ amount: 0, lines: [{ line: 0, name: 'Lệ phí hộ tịch', base: 0, amount: 0 }] }),
      collector,
    );
    expect(textOf(readXml(xml), 'DuLieu/BangChu')).toBe('Không đồng');
  });

  test('one in another’s place names it', () => {
    const old = issue({ number: 6 });
    const xml = receiptXml(issue({ replaces: { receiptId: 'r', series: old.series, number: 6 } }), collector);
    expect(textOf(readXml(xml), 'DuLieu/ThayTheBienLai/So')).toBe('6');
  });

  test('whatever a name holds, it is well-formed and comes back as it was, but for what XML cannot hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (name) => {
        const read = readXml(receiptXml(issue({ payer: { name } }), collector));
        const held = [...name].filter(isHeld).join('');
        expect(textOf(read, 'DuLieu/NguoiNop/Ten')).toBe(held);
      }),
      { seed: 20_261_122 },
    );
  });
});

describe('Mẫu 01/TH-BLĐT', () => {
  const first = issue({ number: 1 });
  const second = applyReceipt(
    issue({ number: 2 }),
    '2027-01-04T10:00:00+07:00',
    {
      type: 'receipt-refunded',
      amount: 10_000,
      method: 'cash',
      till: 'Q1',
      reason: 'Thu nhầm',
    },
    by,
  );
  const paper = { ...issue(), series: { kind: 'paper' as const, template: '01BLP2-001', symbol: 'AA-26T' } };

  test('one row a fee in the order of the numbers, paper left out', () => {
    const rows = summaryRows([second, paper, first]);
    expect(rows.map(({ index, number, feeName, amount }) => [index, number, feeName, amount])).toEqual([
      [1, '1', 'Phí A', 0],
      [2, '1', 'Phí B', 10_000],
      [3, '2', 'Phí A', 0],
      [4, '2', 'Phí B', 10_000],
    ]);
    expect(rows[0]).toMatchObject({ explanation: 'Miễn (TT 117)', state: 'Mới', date: '2027-01-04' });
    expect(rows[2]?.note).toBe('Đã hoàn tiền: Thu nhầm');
  });

  test('thirteen columns in the order of the form', () => {
    const rows = readXml(summaryXml('2027-01-04', summaryRows([first]), collector)).children[0]?.children.at(
      -1,
    )?.children;
    expect(rows).toHaveLength(2);
    const names = rows?.[0]?.children.map(({ name }) => name);
    expect(names).toEqual([
      'STT',
      'KyHieuMau',
      'KyHieu',
      'So',
      'NgayLap',
      'TenKhoanThu',
      'SoTien',
      'TyGia',
      'TrangThai',
      'KyDieuChinh',
      'BienLaiLienQuan',
      'GiaiTrinh',
      'GhiChu',
    ]);
  });

  test('a replacement names what it replaces', () => {
    const replacing = issue({ number: 3, replaces: { receiptId: 'r', series: first.series, number: 1 } });
    expect(summaryRows([replacing])[0]).toMatchObject({ state: 'Thay thế', related: 'EBL01 27TAB 1' });
  });
});
