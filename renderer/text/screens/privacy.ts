import type { EraseGround } from '../../../electron/contract/privacy/privacy.ts';

const vi = {
  title: 'Dữ liệu cá nhân',
  say: 'Người dân xin bản sao: trả lời trong 2 ngày làm việc, giao trong 10 ngày. Lộ dữ liệu: báo trong 72 giờ. Xóa: trong 20 ngày, hoặc từ chối và nói vì sao.',
  reason: 'Theo đề nghị, văn bản nào',
  pdf: 'Lập PDF',
  xlsx: 'Lập Excel',
  saved: (file: string, rows: string) => `Đã lập ${file}, ${rows} dòng.`,
  copy: {
    act: 'Bản sao cho người dân',
    say: 'Mọi điều máy này giữ về một số: hồ sơ, giấy đã lập, biên lai, ai đã mở. Kiểm tra giấy tờ của người xin trước; việc lập được ghi là một lượt tra.',
    idNumber: 'Số định danh, hộ chiếu hoặc mã số thuế',
  },
  breach: {
    act: 'Ai đã xem',
    say: 'Ai, lúc nào, về ai, hồ sơ nào: phần kèm theo thông báo vi phạm.',
    from: 'Từ ngày',
    to: 'Đến ngày',
    username: 'Chỉ tài khoản (để trống: mọi người)',
  },
  over: {
    title: 'Hồ sơ đã quá thời hạn lưu',
    none: 'Không có hồ sơ nào quá thời hạn lưu đã đặt.',
    columns: ['Mã hồ sơ', 'Lĩnh vực', 'Xong ngày', 'Lưu đến'],
  },
  term: {
    act: 'Đặt thời hạn lưu',
    title: 'Thời hạn lưu theo lĩnh vực',
    columns: ['Lĩnh vực', 'Thời hạn', 'Theo văn bản'],
    forGood: 'vĩnh viễn',
    years: (count: number) => `${count} năm`,
    unset: 'chưa đặt: không bao giờ quá hạn',
    closed: (cases: string) => `${cases} hồ sơ đã xong`,
    say: 'Tính từ hết năm hồ sơ xong (Luật Lưu trữ Điều 15). Máy chỉ liệt kê, không tự xóa.',
    field: 'Lĩnh vực',
    howLong: 'Số năm, từ 2 đến 70 (để trống: vĩnh viễn)',
    between: 'Từ 2 đến 70 năm, hoặc để trống.',
    document: 'Theo văn bản nào',
    set: 'Đặt thời hạn',
  },
  erase: {
    act: 'Xóa người nộp khỏi hồ sơ',
    doIt: 'Xóa, không lấy lại được',
    say: 'Tên, số, địa chỉ, điện thoại và lời ghi tay bị xóa khỏi sổ. Mã hồ sơ, ngày, lời hẹn, phí và chuỗi sổ giữ nguyên; giấy của hồ sơ không in lại được nữa. Bản sao lưu từ trước vẫn còn giữ.',
    number: 'Mã hồ sơ, ghi đủ',
    whole: 'Ghi đủ mã của hồ sơ.',
    ground: 'Căn cứ',
    grounds: {
      'term-over': 'Hết thời hạn lưu, người đứng đầu quyết định',
      ordered: 'Tòa án hoặc cơ quan có thẩm quyền yêu cầu',
      'taken-by-mistake': 'Ghi nhầm, không phải của ai ở đây',
    } satisfies Readonly<Record<EraseGround, string>>,
    document: 'Quyết định, văn bản nào',
    kept: {
      receipts: 'biên lai (giữ theo luật kế toán)',
      'other-desks': 'phần do quầy khác ghi',
      'older-form': 'phần ghi ở dạng cũ',
    },
    done: (number: string, erased: number, kept: string, places: string) =>
      `Đã xóa người nộp khỏi ${number} (${erased} mục).${kept === '' ? '' : ` Còn lại: ${kept}.`}${places === '' ? '' : ` Bản sao lưu còn giữ: ${places}.`}`,
  },
};

const en: typeof vi = {
  title: 'Personal data',
  say: 'Who asks for a copy is answered within 2 working days and has it within 10 days. A breach is told within 72 hours. An erasure within 20 days, or refused with its reason.',
  reason: 'At whose request, by which document',
  pdf: 'Make a PDF',
  xlsx: 'Make a workbook',
  saved: (file, rows) => `${file} was made, ${rows} lines.`,
  copy: {
    act: 'A copy for a person',
    say: 'Everything this desk holds on one number: files, papers made, receipts, who opened them. Look at the papers of who asks first; making it is kept as a look-up.',
    idNumber: 'Id number, passport or tax code',
  },
  breach: {
    act: 'Who looked',
    say: 'Who, when, at whom and which file: what goes with the notice of a breach.',
    from: 'From',
    to: 'To',
    username: 'One account alone (blank: everybody)',
  },
  over: {
    title: 'Files past their term of keeping',
    none: 'No file is past a term that was set.',
    columns: ['Case code', 'Field', 'Ended on', 'Kept until'],
  },
  term: {
    act: 'Set a term of keeping',
    title: 'Terms of keeping by field',
    columns: ['Field', 'Term', 'By which document'],
    forGood: 'for good',
    years: (count) => `${count} years`,
    unset: 'not set: never past it',
    closed: (cases) => `${cases} files ended`,
    say: 'Counted from the end of the year a file ended in (Luật Lưu trữ Điều 15). The desk lists and erases nothing by itself.',
    field: 'Field',
    howLong: 'Years, 2 to 70 (blank: for good)',
    between: '2 to 70 years, or blank.',
    document: 'By which document',
    set: 'Set the term',
  },
  erase: {
    act: 'Take who filed out of a case',
    doIt: 'Erase, for good',
    say: 'Names, numbers, addresses, phones and words that were typed are taken out of the register. The code, days, promise, fees and the chain stay; the papers of the case cannot be printed again. Backups from before still hold it.',
    number: 'Case code, written whole',
    whole: 'Write the whole code of a case.',
    ground: 'Ground',
    grounds: {
      'term-over': 'Its term of keeping is over, and the head decided',
      ordered: 'A court or an authority ordered it',
      'taken-by-mistake': 'Taken down by mistake, nobody’s here',
    },
    document: 'Which decision or document',
    kept: {
      receipts: 'receipts (kept by the law on accounts)',
      'other-desks': 'what another desk wrote',
      'older-form': 'what stands in the older form',
    },
    done: (number, erased, kept, places) =>
      `Who filed ${number} was taken out (${erased} entries).${kept === '' ? '' : ` Left: ${kept}.`}${places === '' ? '' : ` Backups that still hold it: ${places}.`}`,
  },
};

export const privacy = { vi, en };
