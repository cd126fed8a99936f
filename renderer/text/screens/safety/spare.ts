const vi = {
  door: 'Khôi phục từ bản sao lưu',
  doorText:
    'Máy cũ hỏng hoặc mất? Cắm ổ có bản sao lưu: máy này làm tiếp đúng quầy đó, với sổ, người dùng và dải số của nó.',
  doorWarning:
    'Đừng thiết lập lại đơn vị trên máy thay thế: quầy mới sẽ cấp trùng số với giấy mà máy cũ đã giao cho người dân.',
  open: 'Tìm bản sao lưu',
  title: 'Máy này thay cho máy cũ',
  lead: 'Chọn thư mục hoặc ổ có bản sao lưu. Máy này chưa có dữ liệu nên không có gì bị ghi đè.',
  found: 'Bản sao lưu đã kiểm tra',
  say: 'Bản trên cùng của mỗi quầy là bản đi xa nhất. Bản được chọn được kiểm tra toàn bộ trước khi thành sổ của máy này.',
  none: 'Chưa tìm ở đâu. Nhập đường dẫn của ổ hoặc thư mục có bản sao lưu.',
  numbersTitle: 'Số nào được cấp tiếp',
  numbersBefore:
    'Không ai biết máy cũ đã in đến số nào sau bản sao lưu, nên số hồ sơ của ngày hôm nay bỏ qua vài trăm số rồi mới đi tiếp; các số ở giữa không bao giờ cấp lại và được liệt kê.',
  back: 'Quay lại',
  doneTitle: 'Máy này đã thay cho máy cũ',
  doneFrom: (at: string, cases: number) => `Bản sao lưu lúc ${at}, ${cases} hồ sơ, đã được kiểm tra toàn bộ.`,
  next: (day: string, next: number) => `Mã hồ sơ ngày ${day}: số kế tiếp là ${next}.`,
  skipped: (first: number, last: number) =>
    `Các số ${first}–${last} có thể đã nằm trên giấy ở máy cũ: không cấp lại. Giấy mang số ấy phải nhập lại (F4).`,
  before: (day: string, first: number, days: number) =>
    `Từ số ${first} ngày ${day}${days > 1 ? ` (${days} ngày trước hôm nay)` : ''} cũng có thể đã nằm trên giấy: tìm và nhập lại (F4).`,
  others: (count: number) =>
    `Dãy số khác cũng đi tiếp như vậy: ${count} dãy (biên lai, giấy, bàn giao). Danh sách ở Đơn vị (F9), Số trong ngày.`,
  old: 'Không mở quầy ở máy cũ nữa, kể cả khi sửa được: hai máy sẽ cấp cùng một số.',
  passwords:
    'Ổ mang đi chỉ có khóa của lãnh đạo và quản trị. Người khác chưa đăng nhập được: hai người đặt mật khẩu mới cho họ ở Đơn vị (F9), Người dùng.',
  openDesk: 'Mở quầy',
};

const en: typeof vi = {
  door: 'Restore from a backup',
  doorText:
    'Is the old computer broken or gone? Plug in the drive with its backup: this one goes on as that very desk, with its register, people and numbers.',
  doorWarning:
    'Do not set the office up anew on a spare computer: the new desk would give numbers that stand on papers of the old one.',
  open: 'Look for a backup',
  title: 'This computer takes the place of the old one',
  lead: 'Choose the folder or drive with the backups. This computer holds no data yet, so nothing is written over.',
  found: 'Proven backups',
  say: 'The first of each desk goes furthest. The one you choose is checked as a whole before it is the register of this computer.',
  none: 'Nothing was looked for yet. Type the path of the drive or folder with the backups.',
  numbersTitle: 'Which numbers go on',
  numbersBefore:
    'Nobody knows how far the old computer printed after the backup, so today’s case numbers go on some hundreds further; those between are never given, and are listed.',
  back: 'Back',
  doneTitle: 'This computer has taken the place of the old one',
  doneFrom: (at, cases) => `The backup of ${at}, ${cases} cases, was checked as a whole.`,
  next: (day, next) => `Case numbers of ${day}: the next is ${next}.`,
  skipped: (first, last) =>
    `The numbers ${first}–${last} may stand on papers of the old computer: they are not given again. Papers with them have to be entered (F4).`,
  before: (day, first, days) =>
    `From number ${first} of ${day} on${days > 1 ? ` (${days} days before today)` : ''} papers may bear numbers too: look for them and enter them (F4).`,
  others: (count) =>
    `Other series go on in the same way: ${count} (receipts, papers, hand-overs). They are listed under Office (F9), Numbers of a day.`,
  old: 'Do not open the desk on the old computer again, even once it is mended: both would give the same numbers.',
  passwords:
    'A drive carries only the keys of supervisors and administrators. Nobody else can sign in yet: two of them set new passwords under Office (F9), People.',
  openDesk: 'Open the desk',
};

export const spare = { vi, en };
