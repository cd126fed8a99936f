import { indicatorDoubts, indicatorNames } from '../../../../electron/domain/books/report/indicators-766.ts';

const vi = {
  name: 'Chỉ số 766',
  title: 'Chỉ số phục vụ người dân, doanh nghiệp (QĐ 766/QĐ-TTg)',
  hint: 'Hồ sơ tiếp nhận trong kỳ do UBND xã, phường giải quyết. Điểm là một khoảng khi máy tại quầy không giữ đủ số liệu; không có gì bị tính là 0 vì chưa biết. Enter: xem hồ sơ làm mất điểm.',
  unverified:
    'Chưa kiểm chứng: phụ lục Quyết định 766 chưa đọc được. Công thức theo tài liệu hướng dẫn, điểm theo số liệu Cổng công bố; tiêu chí nào không áp dụng cho cấp xã thì chưa rõ.',
  doubts: indicatorDoubts('vi'),
  points: (least: string, most: string) => (least === most ? `${least} điểm` : `${least} đến ${most} điểm`),
  ofHundred: 'trên 100, theo những gì quầy biết',
  columns: ['Mã', 'Tiêu chí', 'Tỷ lệ', 'Tử số / mẫu số', 'Điểm', 'Mất', 'Việc làm được; kỳ đã qua: lúc hết kỳ'],
  ours: (share: string) => `theo hẹn trên giấy: ${share}`,
  notKnown: 'chưa biết',
  weeks: 'Từng tuần: đúng hạn theo hẹn trên giấy và theo Cổng',
  byPortal: 'theo Cổng',
  onPaper: 'theo hẹn trên giấy',
  weekOf: (from: string, to: string) => `${from} – ${to}`,
  weekColumns: {
    week: 'Tuần',
    files: 'Hồ sơ',
    ours: 'Theo giấy',
    portal: 'Theo Cổng',
    online: 'Trực tuyến',
    raise: 'Việc làm được; kỳ đã qua: lúc hết kỳ',
  },
  lostFiles: (code: string, name: string, count: string) =>
    `${code} ${name}, mất điểm: ${count} ${code === '5.2' ? 'hạn đã lỡ' : code === '5.3' ? 'phản ánh, kiến nghị' : 'hồ sơ'}`,
  indicators: indicatorNames('vi'),
  show: 'Xem hồ sơ làm mất điểm',
};

const en: typeof vi = {
  name: 'Index 766',
  title: 'Index of service to citizens and businesses (Decision 766)',
  hint: 'Files received in the period that this committee decides. Points are a range where this desk does not hold what it would take; nothing is 0 because it is unknown. Enter: the files that lost points.',
  unverified:
    'Not verified: the annex of Decision 766 was not read. Formulas are those of a working paper, points follow the portal’s figures; which indicators do not apply to communes is not known.',
  doubts: indicatorDoubts('en'),
  points: (least, most) => (least === most ? `${least} points` : `${least} to ${most} points`),
  ofHundred: 'of 100, as far as this desk knows',
  columns: ['Code', 'Indicator', 'Share', 'Part / whole', 'Points', 'Lost', 'What can be done; past: how it stood'],
  ours: (share) => `by the promise on paper: ${share}`,
  notKnown: 'not known',
  weeks: 'Week by week: on time by the promise on paper and by the portal',
  byPortal: 'by the portal',
  onPaper: 'by the promise on paper',
  weekOf: (from, to) => `${from} – ${to}`,
  weekColumns: {
    week: 'Week',
    files: 'Files',
    ours: 'On paper',
    portal: 'Portal',
    online: 'Online',
    raise: 'What can be done; past: how it stood',
  },
  lostFiles: (code, name, count) =>
    `${code} ${name}, lost by ${count} ${code === '5.2' ? 'limits missed' : code === '5.3' ? 'petitions' : 'files'}`,
  indicators: indicatorNames('en'),
  show: 'Show the files that lost points',
};

export const index766 = { vi, en };
