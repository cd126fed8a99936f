import { amountInWords } from '../../base/dong.ts';
import { type XmlElement, element, xmlDocument } from '../../base/xml.ts';
import type { Payer } from '../../entries/money.ts';
import { type FiscalReceipt, receiptNumberText } from './fee-receipt.ts';

/** Who collects, as a receipt names it. */
export type Collector = {
  readonly name: string;
  readonly taxCode: string;
  readonly address: string;
  readonly phone: string;
  readonly account: string;
};

export const methodNames = { cash: 'Tiền mặt', transfer: 'Chuyển khoản', card: 'Thẻ' } as const;

/**
 * The data part of an e-receipt with what Điều 23 k2 of Nghị định 254/2026 asks for, in elements of our own: the tax office's
 * schema was not found (docs/topics/receipt-xml.md). The signature part stands empty and says so; whoever signs for the
 * collecting office fills it (TT 91/2026 Điều 18).
 */
export function receiptXml(receipt: FiscalReceipt, collector: Collector): string {
  return xmlDocument(
    element(
      'BienLaiDienTu',
      [element('DuLieu', dataOf(receipt, collector), { Id: 'data' }), element('ChuKySo', '', { trangThai: 'chua-ky' })],
      { phienBan: '1' },
    ),
  );
}

function dataOf(receipt: FiscalReceipt, collector: Collector): XmlElement[] {
  const { series, number, at, caseNumber, payer, lines, amount, method, replaces } = receipt;
  return [
    element('TenBienLai', 'BIÊN LAI THU PHÍ, LỆ PHÍ ĐIỆN TỬ'),
    ...numberOf(series, number),
    element('NgayLap', at.slice(0, 10)),
    element('ToChucThu', [
      element('Ten', collector.name),
      element('MaSoThue', collector.taxCode),
      element('DiaChi', collector.address),
      element('DienThoai', collector.phone),
      element('SoTaiKhoan', collector.account),
    ]),
    element('NguoiNop', payerOf(payer)),
    element('MaHoSo', caseNumber),
    element('CacKhoanThu', lines.map(lineOf)),
    element('TongTien', String(amount)),
    element('BangChu', amountInWords(amount)),
    element('DonViTien', 'VND'),
    element('HinhThucThanhToan', methodNames[method]),
    ...(replaces === undefined ? [] : [element('ThayTheBienLai', numberOf(replaces.series, replaces.number))]),
  ];
}

function numberOf(series: FiscalReceipt['series'], number: number): XmlElement[] {
  return [
    element('KyHieuMau', series.template),
    element('KyHieu', series.symbol),
    element('So', receiptNumberText(series.kind, number)),
  ];
}

function payerOf({ name, address, taxCode }: Payer): XmlElement[] {
  return [element('Ten', name), element('MaSoThue', taxCode ?? ''), element('DiaChi', address ?? '')];
}

function lineOf({ name, base, amount, waiver }: FiscalReceipt['lines'][number], index: number): XmlElement {
  const why =
    waiver === undefined ? [] : [element('MienGiam', [element('LyDo', waiver.reason), element('CanCu', waiver.basis)])];
  return element(
    'KhoanThu',
    [
      element('Ten', name),
      element('MucThu', base === null ? '' : String(base)),
      element('SoTien', String(amount)),
      ...why,
    ],
    { stt: String(index + 1) },
  );
}
