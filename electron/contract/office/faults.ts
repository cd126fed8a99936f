import { z } from 'zod';

const none = z.object({});

/** What can go wrong with the data folder, the set-up of an office, its people and its clock. Nothing is ever deleted for it. */
export const officeFaults = {
  'store-locked': {
    status: 409,
    data: z.object({ holder: z.string() }),
    vi: 'Thư mục dữ liệu đang được mở bởi {holder}. Đóng chương trình đó rồi mở lại.',
    en: 'The data folder is already open in {holder}. Close that one, then open again.',
  },
  'store-newer': {
    status: 409,
    data: z.object({ version: z.number() }),
    vi: 'Dữ liệu do phiên bản mới hơn ghi (lược đồ {version}). Hãy cài phiên bản mới; dữ liệu không bị thay đổi.',
    en: 'The data were written by a newer version (schema {version}). Install that version; nothing was changed.',
  },
  'store-damaged': {
    status: 500,
    data: z.object({ reason: z.string() }),
    vi: 'Tệp dữ liệu bị hỏng ({reason}). Không xóa gì; hãy khôi phục từ bản sao lưu mới nhất.',
    en: 'The data file is damaged ({reason}). Delete nothing; restore from the newest backup.',
  },
  'store-foreign': {
    status: 409,
    data: z.object({ path: z.string() }),
    vi: 'Tệp {path} không phải dữ liệu của Một Cửa Desk. Chọn thư mục khác; tệp không bị thay đổi.',
    en: 'The file {path} is not Một Cửa Desk data. Choose another folder; the file was not changed.',
  },
  'store-missing': {
    status: 404,
    data: z.object({ path: z.string() }),
    vi: 'Thư mục {path} chưa có dữ liệu của Một Cửa Desk. Kiểm tra lại đường dẫn; chưa tạo gì ở đó.',
    en: 'There are no Một Cửa Desk data in {path}. Check the path; nothing was made there.',
  },
  'store-unusable': {
    status: 500,
    data: z.object({ path: z.string(), reason: z.string() }),
    vi: 'Không mở được thư mục dữ liệu {path} ({reason}). Kiểm tra ổ đĩa và quyền ghi.',
    en: 'The data folder {path} cannot be opened ({reason}). Check the disk and the write permission.',
  },
  'not-set-up': {
    status: 409,
    data: none,
    vi: 'Máy này chưa được thiết lập cho đơn vị nào. Thiết lập đơn vị hoặc mở đơn vị thực hành.',
    en: 'This desk is not set up yet. Set up the office, or open a practice office.',
  },
  'already-set-up': {
    status: 409,
    data: none,
    vi: 'Máy này đã được thiết lập. Dùng thư mục dữ liệu khác để thiết lập đơn vị mới.',
    en: 'This desk is already set up. Use another data folder for a new office.',
  },
  'practice-only': {
    status: 403,
    data: none,
    vi: 'Chỉ đơn vị thực hành mới cho đặt đồng hồ.',
    en: 'Only a practice office lets its clock be set.',
  },
  'sign-in-refused': {
    status: 401,
    data: z.object({ waitSeconds: z.number() }),
    vi: 'Tên hoặc mật khẩu không đúng. Chờ {waitSeconds} giây rồi thử lại.',
    en: 'The name or the password is wrong. Seconds to wait before you try again: {waitSeconds}.',
  },
  'password-weak': {
    status: 400,
    data: z.object({ minimum: z.number() }),
    vi: 'Mật khẩu cần ít nhất {minimum} ký tự, có chữ thường, chữ hoa, số và ký tự đặc biệt.',
    en: 'A password needs at least {minimum} characters with lower and upper case, a digit and a symbol.',
  },
  'account-exists': {
    status: 409,
    data: z.object({ username: z.string() }),
    vi: 'Đã có tài khoản {username}. Chọn tên khác.',
    en: 'The account {username} exists already. Choose another name.',
  },
  'account-unknown': {
    status: 404,
    data: z.object({ username: z.string() }),
    vi: 'Không có tài khoản {username}.',
    en: 'There is no account {username}.',
  },
  'clock-untrusted': {
    status: 409,
    data: z.object({ now: z.string(), lastEntryAt: z.string() }),
    vi: 'Đồng hồ máy ({now}) chạy trước hoặc sau việc đã ghi gần nhất ({lastEntryAt}) quá xa. Chỉnh lại giờ của máy; nếu giờ đang đúng, mời lãnh đạo xác nhận (Alt+9).',
    en: 'This computer’s clock ({now}) disagrees with the last recorded entry ({lastEntryAt}). Put it right; if it is right, ask a supervisor to confirm it (Alt+9).',
  },
  'clock-trusted': {
    status: 409,
    data: z.object({}),
    vi: 'Đồng hồ máy đang được tin dùng, không cần xác nhận.',
    en: 'The clock is trusted already; nothing needs to be confirmed.',
  },
  'clock-differs': {
    status: 409,
    data: z.object({ machine: z.string(), date: z.string() }),
    vi: 'Máy đang là ngày {machine}, khác ngày vừa nhập ({date}). Chỉnh lại giờ của máy rồi xác nhận.',
    en: 'This computer says {machine}, not the date you gave ({date}). Put its clock right, then confirm.',
  },
  'numbers-exhausted': {
    status: 409,
    data: z.object({ date: z.string() }),
    vi: 'Máy này đã dùng hết số của ngày {date}. Quản trị cần cấp thêm dải số cho quầy (F9, phần Thiết lập).',
    en: 'This desk has used all its numbers for {date}. The administrator must lease it another block (F9, Settings).',
  },
  'block-overlaps': {
    status: 409,
    data: z.object({ desk: z.string(), first: z.number(), last: z.number() }),
    vi: 'Dải số này trùng với dải {first}–{last} đã cấp cho {desk}. Chọn dải khác.',
    en: 'This block overlaps {first}–{last}, leased to {desk}. Choose another.',
  },
  'receipt-symbol-taken': {
    status: 409,
    data: z.object({ symbol: z.string(), desk: z.string() }),
    vi: 'Ký hiệu biên lai {symbol} đang là của {desk}: hai quầy cùng ký hiệu sẽ ra hai biên lai cùng số. Ghi ký hiệu đã đăng ký riêng cho quầy này.',
    en: 'The receipt symbol {symbol} belongs to {desk}: two desks with one symbol would issue two receipts with one number. Enter the one registered for this desk.',
  },
  'draft-unknown': {
    status: 404,
    data: z.object({ draftId: z.string() }),
    vi: 'Không còn bản nháp này.',
    en: 'This draft is no longer there.',
  },
} as const;
