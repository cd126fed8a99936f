const vi = {
  title: 'Tìm hồ sơ',
  box: 'Tên, số, mã hồ sơ hoặc điện thoại',
  boxHint: 'Hoặc quét mã trên giấy tiếp nhận.',
  results: (count: number) => (count === 0 ? 'Không có hồ sơ nào' : `${count} hồ sơ`),
  atLimit: (count: number) => `${count} hồ sơ đầu tiên; gõ thêm để thu hẹp`,
  open: 'Mở hồ sơ',
  move: 'Chọn hồ sơ',
  focus: 'Đến ô tìm',
  columns: {
    number: 'Mã hồ sơ',
    name: 'Họ và tên',
    idNumber: 'Số định danh',
    procedure: 'Thủ tục',
    status: 'Trạng thái',
    due: 'Hẹn trả',
  },
  daysLeft: (days: number) =>
    days === 0 ? 'hôm nay' : days === 1 ? 'ngày mai' : days > 1 ? `còn ${days} ngày` : `trễ ${-days} ngày`,
  noDue: 'chưa có ngày hẹn',
  filedBy: (name: string) => `nộp thay: ${name}`,
  paused: 'đang chờ bổ sung',
  teachTitle: 'Gõ vài chữ là thấy',
  teach: [
    ['dang anh', 'tên không dấu, thứ tự nào cũng được, sai một chữ cũng tìm ra'],
    ['1234', 'bốn số cuối của số định danh'],
    ['0901 234 567', 'số điện thoại'],
    ['lan 1985', 'tên và năm sinh'],
    ['lan khai sinh', 'tên và thủ tục, gọi tắt cũng được'],
    ['lan quá hạn', 'tên và trạng thái, hoặc chỉ trạng thái'],
    ['nvb 1234', 'chữ đầu của họ tên và số cuối'],
    ['tran van binh', 'người nộp thay cũng tìm ra: hồ sơ họ nộp cho người khác'],
    ['261123-0042', 'mã hồ sơ, hoặc ngày và số cuối của mã'],
    ['mã vuông', 'quét mã trên giấy tiếp nhận: hồ sơ mở ngay'],
  ] as readonly (readonly [string, string])[],
  nothingTitle: (text: string) => `Không có hồ sơ nào khớp «${text}»`,
  nothing:
    'Thử tên không dấu và ít chữ hơn, bốn số cuối của số định danh, hoặc số điện thoại. Chỉ tìm trong hồ sơ có trên máy này.',
  notHere: (code: string) => `Mã ${code} không có trên máy này. Có thể giấy do quầy khác cấp.`,
};

const en: typeof vi = {
  title: 'Find a case',
  box: 'Name, number, case code or phone',
  boxHint: 'Or scan the code on a receipt.',
  results: (count) => (count === 0 ? 'No case' : count === 1 ? '1 case' : `${count} cases`),
  atLimit: (count) => `the first ${count} cases; type more to narrow`,
  open: 'Open the case',
  move: 'Choose a case',
  focus: 'To the search box',
  columns: {
    number: 'Case code',
    name: 'Full name',
    idNumber: 'Id number',
    procedure: 'Procedure',
    status: 'Status',
    due: 'Promised for',
  },
  daysLeft: (days) =>
    days === 0
      ? 'today'
      : days === 1
        ? 'tomorrow'
        : days > 1
          ? `${days} days left`
          : days === -1
            ? '1 day late'
            : `${-days} days late`,
  noDue: 'no date promised',
  filedBy: (name) => `filed by ${name}`,
  paused: 'papers awaited',
  teachTitle: 'A few letters are enough',
  teach: [
    ['dang anh', 'a name without marks, in any order, with one slip'],
    ['1234', 'the last four digits of the id number'],
    ['0901 234 567', 'a phone number'],
    ['lan 1985', 'a name and the year of birth'],
    ['lan khai sinh', 'a name and the procedure, as people call it too'],
    ['lan quá hạn', 'a name and a state, or the state alone'],
    ['nvb 1234', 'first letters of a name and the last digits'],
    ['tran van binh', 'who filed it for somebody else finds it too'],
    ['261123-0042', 'the case code, or its day and number'],
    ['square code', 'scan the code on a receipt: the case opens at once'],
  ],
  nothingTitle: (text) => `No case matches “${text}”`,
  nothing:
    'Try the name without marks and fewer letters, the last four digits of the id number, or the phone number. Only cases on this desk are searched.',
  notHere: (code) => `Code ${code} is not on this desk. Another counter may have issued the receipt.`,
};

export const find = { vi, en };
