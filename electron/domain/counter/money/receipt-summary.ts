import type { SummaryRow } from '../../../contract/counter/money/fee-receipt.ts';
import { type XmlElement, element, xmlDocument } from '../../base/xml.ts';
import type { Collector } from './receipt-xml.ts';
import { type FiscalReceipt, receiptNumberText } from './fee-receipt.ts';

/**
 * The rows of Mẫu 01/TH-BLĐT for one day's e-receipts, in the order of their numbers: one row a fee, thirteen columns. The words
 * of the column “Trạng thái” follow the ones used for invoices; the form's own list was not found (unverified).
 */
export function summaryRows(receipts: readonly FiscalReceipt[]): SummaryRow[] {
  return receipts
    .filter(({ series }) => series.kind === 'electronic')
    .toSorted((a, b) => order(a.series.symbol, b.series.symbol) || a.number - b.number)
    .flatMap((receipt) => receipt.lines.map((line) => ({ receipt, line })))
    .map(({ receipt, line }, index) => {
      const { series, number, at, replaces, refunded, supersededBy } = receipt;
      return {
        index: index + 1,
        template: series.template,
        symbol: series.symbol,
        number: receiptNumberText(series.kind, number),
        date: at.slice(0, 10),
        feeName: line.name,
        amount: line.amount,
        rate: '',
        state: replaces === undefined ? 'Mới' : 'Thay thế',
        period: '',
        related: replaces === undefined ? '' : relatedText(replaces),
        explanation: line.waiver === undefined ? '' : `${line.waiver.reason} (${line.waiver.basis})`,
        note: [
          supersededBy === null ? '' : 'Đã có biên lai thay thế',
          refunded === null ? '' : `Đã hoàn tiền: ${refunded.reason}`,
        ]
          .filter(Boolean)
          .join('; '),
      };
    });
}

function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function relatedText({ series, number }: NonNullable<FiscalReceipt['replaces']>): string {
  return `${series.template} ${series.symbol} ${receiptNumberText(series.kind, number)}`;
}

/** The columns in the order of the form, with the names of our elements for them. */
const columns = [
  ['STT', 'index'],
  ['KyHieuMau', 'template'],
  ['KyHieu', 'symbol'],
  ['So', 'number'],
  ['NgayLap', 'date'],
  ['TenKhoanThu', 'feeName'],
  ['SoTien', 'amount'],
  ['TyGia', 'rate'],
  ['TrangThai', 'state'],
  ['KyDieuChinh', 'period'],
  ['BienLaiLienQuan', 'related'],
  ['GiaiTrinh', 'explanation'],
  ['GhiChu', 'note'],
] as const satisfies readonly (readonly [string, keyof SummaryRow])[];

export function summaryXml(date: string, rows: readonly SummaryRow[], collector: Collector): string {
  return xmlDocument(
    element(
      'BangTongHopBienLai',
      [
        element(
          'DuLieu',
          [
            element('MauSo', '01/TH-BLĐT'),
            element('Ngay', date),
            element('TenToChuc', collector.name),
            element('MaSoThue', collector.taxCode),
            element('CacDong', rows.map(rowOf)),
          ],
          { Id: 'data' },
        ),
        element('ChuKySo', '', { trangThai: 'chua-ky' }),
      ],
      { phienBan: '1' },
    ),
  );
}

function rowOf(row: SummaryRow): XmlElement {
  return element(
    'Dong',
    columns.map(([name, field]) => element(name, String(row[field]))),
  );
}
