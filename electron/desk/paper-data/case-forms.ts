import { type DataMaker, notApplicable } from './basis.ts';
import { receiptOf } from './mau-01.ts';
import { supplementRequestOf } from './mau-02.ts';
import { refusalOf } from './mau-03.ts';
import { extensionOf } from './mau-04.ts';
import { stopOf } from './mau-05.ts';
import { controlSlipOf } from './mau-06.ts';
import { labelOf } from './nhan-tui.ts';
import { courseOf } from './qua-trinh.ts';
import { paperReceiptOf, paymentRequestOf, slipOf } from './receipts.ts';
import { returnOf } from './tra-ket-qua.ts';

/** Every form by name, with what it is made from when it is asked for a case. */
export const caseForms: Readonly<Record<string, DataMaker>> = {
  'mau-01': receiptOf,
  'mau-01-cuon': receiptOf,
  'mau-01-cuon-58': receiptOf,
  'mau-02': supplementRequestOf,
  'mau-03': refusalOf,
  'mau-04': extensionOf,
  'mau-05': stopOf,
  'mau-06': controlSlipOf,
  'nhan-tui': labelOf,
  'tra-ket-qua': returnOf,
  'bien-lai': paperReceiptOf,
  'phieu-thu-tam': slipOf,
  'phieu-thanh-toan': paymentRequestOf,
  'qua-trinh': courseOf,
  'huong-dan': () =>
    notApplicable(
      'huong-dan',
      'Phiếu hướng dẫn lập theo thủ tục, không theo hồ sơ',
      'the guidance sheet is made of a procedure, not of a case',
    ),
  'mau-07': () =>
    notApplicable(
      'mau-07',
      'Sổ theo dõi lập cho cả kỳ, không cho một hồ sơ; tải ở màn hình Sổ theo dõi hồ sơ',
      'the register is made of a period, not of a case; it is made on the Register screen (register.file)',
    ),
  'ban-giao': () =>
    notApplicable(
      'ban-giao',
      'Danh sách bàn giao lập cho nhiều hồ sơ một lần; lập ở màn hình Bàn giao (F10)',
      'a hand-over list is made of many cases at once, on the Hand over screen (F10)',
    ),
  'hieu-chuan': () =>
    notApplicable('hieu-chuan', 'Tờ căn lề không thuộc hồ sơ nào', 'the calibration sheet belongs to no case'),
  'thu-cuon': () => notApplicable('thu-cuon', 'Trang in thử không thuộc hồ sơ nào', 'the test page belongs to no case'),
  'thu-cuon-58': () =>
    notApplicable('thu-cuon-58', 'Trang in thử không thuộc hồ sơ nào', 'the test page belongs to no case'),
  'mau-01-trong': () =>
    notApplicable('mau-01-trong', 'Giấy trống in theo bộ giấy dự phòng', 'blank receipts are printed as a kit'),
  'so-trong': () =>
    notApplicable('so-trong', 'Trang sổ trống in theo bộ giấy dự phòng', 'blank register pages are printed as a kit'),
  'test-page': () =>
    notApplicable('test-page', 'Trang in thử không thuộc hồ sơ nào', 'the test page belongs to no case'),
};

/** Forms that carry a running number of the year (`Số: …/…`, NĐ 30/2020). */
export const numberedForms: ReadonlySet<string> = new Set(['mau-02', 'mau-03', 'mau-04', 'mau-05']);
