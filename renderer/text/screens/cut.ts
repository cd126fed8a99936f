const vi = {
  name: 'Cắt giảm 30 %',
  title: 'Cắt giảm thời gian giải quyết (Nghị quyết 66/NQ-CP)',
  hint: 'Thủ tục có hồ sơ tiếp nhận trong kỳ. Tỷ lệ cắt giảm là phần thời hạn luật định được bớt theo cam kết của đơn vị, bình quân theo số hồ sơ. Ngày hẹn trên giấy vẫn theo thời hạn luật định.',
  enterHint: 'Enter: ghi thời hạn cam kết của thủ tục.',
  columns: ['Thủ tục', 'Hồ sơ', 'Luật định', 'Cam kết', 'Cắt giảm'],
  whole: (cut: string, enough: number, all: number) => `Bình quân ${cut}; ${enough}/${all} thủ tục đạt từ 30 %`,
  notKnown: 'chưa biết',
  none: 'Không có hồ sơ nào tiếp nhận trong kỳ này.',
  set: 'Ghi thời hạn cam kết',
  value: 'Thời hạn cam kết, theo đơn vị của thời hạn luật định',
  ends: 'Để trống: thôi cam kết, trở lại thời hạn luật định.',
  document: 'Văn bản cam kết',
  from: 'Từ ngày',
  valueWrong: 'Ghi một số nguyên từ 1, hoặc để trống.',
};

const en: typeof vi = {
  name: 'Times cut 30 %',
  title: 'How far times are cut (Resolution 66/NQ-CP)',
  hint: 'Procedures with files received in the period. The cut is the part of the law’s time that the office commits to do without, weighted by files. Promises on paper stay the law’s.',
  enterHint: 'Enter: say what the office commits to.',
  columns: ['Procedure', 'Files', 'By law', 'Committed', 'Cut'],
  whole: (cut, enough, all) => `${cut} on average; ${enough} of ${all} procedures reach 30 %`,
  notKnown: 'not known',
  none: 'No file was received in this period.',
  set: 'Commit to a time',
  value: 'Time committed to, in the unit of the law’s time',
  ends: 'Empty: committed to no longer, the law’s time again.',
  document: 'Document that commits',
  from: 'From',
  valueWrong: 'Give a whole number from 1 on, or nothing.',
};

export const cut = { vi, en };
