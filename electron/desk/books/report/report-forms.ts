import type { ReportKind } from '../../../contract/books/report/report.ts';

/** A column of a form behind its first two: its number, what it stands under, the outermost first, what it is called, and what it is the sum of. */
type Column = readonly [column: string, group: readonly string[], title: string, sum?: string];

/** A form as the circular prints it (TT 09/2026/TT-BTP), for a workbook; its sheet of paper is a file in resources/forms. */
export type ReportForm = {
  readonly title: string;
  readonly unit: string;
  readonly field: string;
  readonly columns: readonly Column[];
  /** Whether it ends with a line for the sum. */
  readonly sum: boolean;
  readonly notes: readonly string[];
};

const inPeriod = 'Trong kỳ';
const [received, handled, open] = [
  'Số lượng hồ sơ tiếp nhận',
  'Số lượng hồ sơ đã giải quyết',
  'Số lượng hồ sơ đang giải quyết',
];
const [cameIn, outcome, done, underWay] = [
  'Số lượng PAKN được tiếp nhận',
  'Kết quả xử lý PAKN',
  'Đã xử lý',
  'Đang xử lý',
];
const [byContent, byTime] = ['Theo nội dung', 'Theo thời điểm tiếp nhận'];
const [conduct, rules] = ['Hành vi hành chính', 'Quy định hành chính'];
const [staff, equipment] = ['Nhân sự', 'Đánh giá trang thiết bị tại các TTPVHCC'];

export const reportForms: Readonly<Record<ReportKind, ReportForm>> = {
  '06a': {
    title:
      'Kết quả xử lý phản ánh, kiến nghị (PAKN) về quy định hành chính và hành vi hành chính tại cơ quan, đơn vị thuộc bộ, cơ quan, UBND cấp tỉnh và tại UBND cấp xã',
    unit: 'Số PAKN',
    field: 'Tên ngành, lĩnh vực có PAKN',
    columns: [
      ['3', [cameIn], 'Tổng số', '(4)+(5) =(6)+(7)'],
      ['4', [cameIn, byContent], conduct],
      ['5', [cameIn, byContent], rules],
      ['6', [cameIn, byTime], 'Từ kỳ trước'],
      ['7', [cameIn, byTime], 'Trong kỳ'],
      ['8', [outcome, done], 'Tổng số', '(9)+(10) =(11) +(12)'],
      ['9', [outcome, done, byContent], conduct],
      ['10', [outcome, done, byContent], rules],
      ['11', [outcome, done, byTime], 'Từ kỳ trước'],
      ['12', [outcome, done, byTime], 'Trong kỳ'],
      ['13', [outcome, underWay], 'Tổng số', '(14)+(15)'],
      ['14', [outcome, underWay], conduct],
      ['15', [outcome, underWay], rules],
      ['16', [], 'Số PAKN đã xử lý được đăng tải công khai'],
    ],
    sum: true,
    notes: [],
  },
  '07a': {
    title:
      'Tình hình, kết quả giải quyết thủ tục hành chính tại cơ quan, đơn vị trực tiếp giải quyết thủ tục hành chính',
    unit: 'Số hồ sơ TTHC',
    field: 'Lĩnh vực giải quyết',
    columns: [
      ['3', [received], 'Tổng số', '(4)+(5) +(6)+(7) +(8)'],
      ['4', [received, inPeriod], 'Trực tuyến toàn trình'],
      ['5', [received, inPeriod], 'Trực tuyến một phần'],
      ['6', [received, inPeriod], 'Qua dịch vụ bưu chính'],
      ['7', [received, inPeriod], 'Trực tiếp'],
      ['8', [received], 'Từ kỳ trước'],
      ['9', [handled], 'Tổng số', '(10) +(11) +(12)'],
      ['10', [handled], 'Trước hạn'],
      ['11', [handled], 'Đúng hạn'],
      ['12', [handled], 'Quá hạn'],
      ['13', [open], 'Tổng số', '(14)+(15)'],
      ['14', [open], 'Trong hạn'],
      ['15', [open], 'Quá hạn'],
    ],
    sum: true,
    notes: [],
  },
  '08b': {
    title: 'Kết quả thực hiện cơ chế một cửa, một cửa liên thông của cấp xã',
    unit: 'Điểm tiếp nhận, người',
    field: 'Trung tâm Phục vụ hành chính công (TTPVHCC) xã/phường',
    columns: [
      ['3', [], 'Số lượng điểm tiếp nhận'],
      ['4', [staff], 'Chuyên trách của TTPVHCC'],
      ['5', [staff], 'Cơ quan/phòng chuyên môn cử đến TTPVHCC'],
      ['6', [staff], 'Nhân viên hợp đồng'],
      ['7', [equipment], 'Trang bị đủ máy tính cho cán bộ tiếp nhận/giải quyết TTHC'],
      ['8', [equipment], 'Trang bị đủ máy tính hỗ trợ thực hiện Dịch vụ công trực tuyến'],
      ['9', [equipment], 'Trang bị đủ máy scan'],
      ['10', [equipment], 'Trang bị đủ màn hình cảm ứng tra cứu thông tin, đánh giá'],
    ],
    sum: false,
    notes: [
      'Lưu ý: các cột (3), (4), (5), (6) điền số liệu; các cột (7), (8), (9), (10): trang bị đủ điền 1, trang bị chưa đủ điền 0.',
    ],
  },
};

/** As the form prints it below the titles: «(3)= (4)+(5) =(6)+(7)». */
export function numberOf([column, , , sum]: Column): string {
  return sum === undefined ? `(${column})` : `(${column})= ${sum}`;
}
