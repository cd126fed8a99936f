import type { ReportKind } from '../../../contract/books/report/report.ts';

/** A column of a form behind its first two: its number, what it stands under, what it is called. */
type Column = readonly [column: string, group: string | undefined, title: string];

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

const [received, handled, open] = [
  'Số lượng hồ sơ tiếp nhận',
  'Số lượng hồ sơ đã giải quyết',
  'Số lượng hồ sơ đang giải quyết',
];
const petitions = [
  'Số lượng PAKN được tiếp nhận',
  'Kết quả xử lý PAKN: đã xử lý',
  'Kết quả xử lý PAKN: đang xử lý',
] as const;
const [staff, equipment] = ['Nhân sự', 'Đánh giá trang thiết bị tại các TTPVHCC'];

export const reportForms: Readonly<Record<ReportKind, ReportForm>> = {
  '06a': {
    title:
      'Kết quả xử lý phản ánh, kiến nghị (PAKN) về quy định hành chính và hành vi hành chính tại cơ quan, đơn vị thuộc bộ, cơ quan, UBND cấp tỉnh và tại UBND cấp xã',
    unit: 'Số PAKN',
    field: 'Tên ngành, lĩnh vực có PAKN',
    columns: [
      ['3', petitions[0], 'Tổng số'],
      ['4', petitions[0], 'Theo nội dung: hành vi hành chính'],
      ['5', petitions[0], 'Theo nội dung: quy định hành chính'],
      ['6', petitions[0], 'Theo thời điểm tiếp nhận: từ kỳ trước'],
      ['7', petitions[0], 'Theo thời điểm tiếp nhận: trong kỳ'],
      ['8', petitions[1], 'Tổng số'],
      ['9', petitions[1], 'Theo nội dung: hành vi hành chính'],
      ['10', petitions[1], 'Theo nội dung: quy định hành chính'],
      ['11', petitions[1], 'Theo thời điểm tiếp nhận: từ kỳ trước'],
      ['12', petitions[1], 'Theo thời điểm tiếp nhận: trong kỳ'],
      ['13', petitions[2], 'Tổng số'],
      ['14', petitions[2], 'Hành vi hành chính'],
      ['15', petitions[2], 'Quy định hành chính'],
      ['16', undefined, 'Số PAKN đã xử lý được đăng tải công khai'],
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
      ['3', received, 'Tổng số'],
      ['4', received, 'Trong kỳ: trực tuyến toàn trình'],
      ['5', received, 'Trong kỳ: trực tuyến một phần'],
      ['6', received, 'Trong kỳ: qua dịch vụ bưu chính'],
      ['7', received, 'Trong kỳ: trực tiếp'],
      ['8', received, 'Từ kỳ trước'],
      ['9', handled, 'Tổng số'],
      ['10', handled, 'Trước hạn'],
      ['11', handled, 'Đúng hạn'],
      ['12', handled, 'Quá hạn'],
      ['13', open, 'Tổng số'],
      ['14', open, 'Trong hạn'],
      ['15', open, 'Quá hạn'],
    ],
    sum: true,
    notes: [],
  },
  '08b': {
    title: 'Kết quả thực hiện cơ chế một cửa, một cửa liên thông của cấp xã',
    unit: 'Điểm tiếp nhận, người',
    field: 'Trung tâm Phục vụ hành chính công (TTPVHCC) xã/phường',
    columns: [
      ['3', undefined, 'Số lượng điểm tiếp nhận'],
      ['4', staff, 'Chuyên trách của TTPVHCC'],
      ['5', staff, 'Cơ quan/phòng chuyên môn cử đến TTPVHCC'],
      ['6', staff, 'Nhân viên hợp đồng'],
      ['7', equipment, 'Trang bị đủ máy tính cho cán bộ tiếp nhận/giải quyết TTHC'],
      ['8', equipment, 'Trang bị đủ máy tính hỗ trợ thực hiện Dịch vụ công trực tuyến'],
      ['9', equipment, 'Trang bị đủ máy scan'],
      ['10', equipment, 'Trang bị đủ màn hình cảm ứng tra cứu thông tin, đánh giá'],
    ],
    sum: false,
    notes: [
      'Lưu ý: các cột (3), (4), (5), (6) điền số liệu; các cột (7), (8), (9), (10): trang bị đủ điền 1, trang bị chưa đủ điền 0.',
    ],
  },
};
