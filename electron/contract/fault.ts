import { z } from 'zod';
import { bundleFaults } from './bundle-faults.ts';
import { legFaults } from './leg-faults.ts';
import { intakeFaults } from './intake-faults.ts';
import { correctionFaults } from './correction-faults.ts';
import { kitFaults } from './kit-faults.ts';
import { moneyFaults } from './money-faults.ts';
import { paperFaults } from './paper-faults.ts';
import { printFaults } from './print-faults.ts';
import { processFaults } from './process-faults.ts';
import { storeFaults } from './store-faults.ts';

/**
 * Every failure the desk expects, its data, and the sentence a clerk reads, in Vietnamese and in English.
 * `{name}` in a sentence is replaced by the field of that name in the data. A sentence says what to do next.
 */
type FaultText = { readonly data: z.ZodObject; readonly status: number; readonly vi: string; readonly en: string };

const none = z.object({});

export const faultTable = {
  'input-invalid': {
    status: 400,
    /** `message` is the contract's own word where it has one (issue-sentences.ts). */
    data: z.object({
      issues: z.array(
        z.object({ path: z.string(), message: z.string(), vi: z.string().optional(), en: z.string().optional() }),
      ),
    }),
    vi: 'Thông tin nhập chưa đúng. Xem các ô được đánh dấu rồi nhập lại.',
    en: 'Some of what was entered is not right. Check the marked fields and enter them again.',
  },
  'call-unknown': {
    status: 404,
    data: z.object({ name: z.string() }),
    vi: 'Không có lệnh «{name}». Chạy «calls» để xem danh sách lệnh.',
    en: 'There is no call named “{name}”. Run “calls” for the list.',
  },
  'sign-in-required': {
    status: 401,
    data: none,
    vi: 'Cần đăng nhập trước khi làm việc này.',
    en: 'Sign in first.',
  },
  'session-expired': {
    status: 401,
    data: none,
    vi: 'Phiên làm việc đã khóa. Đăng nhập lại; những gì đã nhập vẫn còn.',
    en: 'The session was locked. Sign in again; what you typed is kept.',
  },
  forbidden: {
    status: 403,
    data: z.object({ role: z.string() }),
    vi: 'Tài khoản này không có quyền làm việc này (cần quyền: {role}).',
    en: 'This account may not do that (it needs the role: {role}).',
  },
  unexpected: {
    status: 500,
    data: z.object({ ref: z.string() }),
    vi: 'Có lỗi ngoài dự kiến, chưa có gì thay đổi. Báo mã {ref} cho bộ phận kỹ thuật.',
    en: 'Something unexpected went wrong and nothing was changed. Give reference {ref} to IT.',
  },
  'disk-full': {
    status: 507,
    data: none,
    vi: 'Ổ đĩa đã đầy nên chưa lưu được. Giải phóng dung lượng rồi thử lại; nội dung đã nhập vẫn còn.',
    en: 'The disk is full, so nothing was saved. Free some space and try again; what you typed is kept.',
  },
  ...storeFaults,
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
  'unit-unknown': {
    status: 404,
    data: z.object({ code: z.string() }),
    vi: 'Không có đơn vị mã {code} trong danh mục.',
    en: 'There is no unit with code {code} in the list.',
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
  'card-unreadable': {
    status: 422,
    data: z.object({
      reason: z.enum(['empty', 'not-a-card', 'too-few-fields', 'id-not-12-digits', 'health-insurance-card']),
    }),
    vi: 'Không đọc được mã trên thẻ. Quét lại, hoặc nhập tay.',
    en: 'The code on the card cannot be read. Scan again, or type.',
  },
  'procedure-unknown': {
    status: 404,
    data: z.object({ code: z.string() }),
    vi: 'Không có thủ tục mã {code} trong danh mục của máy này.',
    en: 'There is no procedure {code} in the catalogue of this desk.',
  },
  'time-limit-missing': {
    status: 409,
    data: z.object({ code: z.string() }),
    vi: 'Thủ tục {code} chưa có thời hạn giải quyết. Lãnh đạo cần đặt thời hạn trước khi tiếp nhận.',
    en: 'Procedure {code} has no time limit. A supervisor must set one before a file is received.',
  },
  'calendar-ends': {
    status: 409,
    data: z.object({ from: z.string(), to: z.string(), needed: z.string() }),
    vi: 'Lịch làm việc chỉ có từ {from} đến {to}, chưa đủ để tính đến {needed}. Cập nhật lịch rồi thử lại.',
    en: 'The calendar covers {from} to {to} only and does not reach {needed}. Update it and try again.',
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
  'case-unknown': {
    status: 404,
    data: z.object({ caseId: z.string() }),
    vi: 'Không tìm thấy hồ sơ này trên máy.',
    en: 'This case is not on this desk.',
  },
  'component-unknown': {
    status: 422,
    data: z.object({ index: z.number(), count: z.number() }),
    vi: 'Thủ tục chỉ có {count} thành phần hồ sơ, không có thành phần số {index}.',
    en: 'The procedure has {count} components; there is no number {index}.',
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
  'register-too-long': {
    status: 409,
    data: z.object({ cases: z.number(), most: z.number() }),
    vi: 'Sổ này có {cases} hồ sơ, nhiều hơn {most} là mức một tệp chứa được. Chọn khoảng ngày ngắn hơn.',
    en: 'This register has {cases} cases, more than the {most} one file takes. Choose a shorter period.',
  },
  'action-not-allowed': {
    status: 409,
    data: z.object({
      action: z.string(),
      status: z.string(),
      rule: z.string(),
      reason: z.string(),
      reasonEn: z.string(),
    }),
    vi: 'Không làm được việc này: {reason} ({rule})',
    en: 'That is not allowed: {reasonEn} ({rule})',
  },
  ...moneyFaults,
  ...legFaults,
  ...intakeFaults,
  ...correctionFaults,
  ...paperFaults,
  ...processFaults,
  ...bundleFaults,
  ...kitFaults,
  'data-broken': {
    status: 500,
    data: z.object({ file: z.string(), reason: z.string(), reasonEn: z.string() }),
    vi: 'Tệp danh mục «{file}» bị lỗi ({reason}). Hồ sơ không bị mất; chép lại tệp đúng rồi mở lại.',
    en: 'The list “{file}” is broken ({reasonEn}). No case is lost; put the right file back, then open again.',
  },
  'printer-missing': {
    status: 409,
    data: z.object({ printer: z.string() }),
    vi: 'Không thấy máy in «{printer}». Hồ sơ đã lưu; giấy nằm ở khay đỏ, chọn máy in khác để in.',
    en: 'The printer “{printer}” was not found. The case is saved; its paper waits in the red tray.',
  },
  'print-refused': {
    status: 409,
    data: z.object({ printer: z.string(), reason: z.string() }),
    vi: 'Máy in «{printer}» không nhận lệnh in ({reason}). Hồ sơ đã lưu; giấy nằm ở khay đỏ để in lại.',
    en: 'The printer “{printer}” did not take the job ({reason}). The case is saved; its paper waits in the red tray.',
  },
  'spooler-unavailable': {
    status: 503,
    data: z.object({ spooler: z.string() }),
    vi: 'Dịch vụ in của máy ({spooler}) không trả lời. Hồ sơ đã lưu; bật lại dịch vụ in rồi in từ khay đỏ.',
    en: 'This computer’s print service ({spooler}) does not answer. The case is saved; start it, then print from the red tray.',
  },
  'print-job-unknown': {
    status: 404,
    data: z.object({ jobId: z.string() }),
    vi: 'Không có lệnh in này.',
    en: 'There is no such print job.',
  },
  'print-job-settled': {
    status: 409,
    data: z.object({ jobId: z.string() }),
    vi: 'Lệnh in này đã được xử lý xong.',
    en: 'This print job is settled already.',
  },
  ...printFaults,
  'draft-unknown': {
    status: 404,
    data: z.object({ draftId: z.string() }),
    vi: 'Không còn bản nháp này.',
    en: 'This draft is no longer there.',
  },
} as const satisfies Record<string, FaultText>;

export type FaultCode = keyof typeof faultTable;
export type FaultData<C extends FaultCode> = z.infer<(typeof faultTable)[C]['data']>;

/** An expected failure as a value. Domain and store return it; the desk hands it to the caller; nobody throws it. */
export type Fault<C extends FaultCode = FaultCode> = C extends FaultCode
  ? { readonly fault: C; readonly data: FaultData<C> }
  : never;

export function fault<C extends FaultCode>(code: C, data: FaultData<C>): Fault<C> {
  return { fault: code, data } as Fault<C>;
}

export function isFault(value: unknown): value is Fault {
  return typeof value === 'object' && value !== null && 'fault' in value && 'data' in value;
}

export type Language = 'vi' | 'en';

/** The sentence for a fault. What the data does not hold stays visible as `{name}`, so a gap is seen and not hidden. */
export function faultSentence(code: FaultCode, data: Record<string, unknown>, language: Language): string {
  return faultTable[code][language].replace(/\{(\w+)\}/g, (hole, name: string) =>
    name in data ? String(data[name]) : hole,
  );
}

/** Both languages in one line, for the command line and the log. */
export function faultMessage(code: FaultCode, data: Record<string, unknown>): string {
  return `${faultSentence(code, data, 'vi')} | ${faultSentence(code, data, 'en')}`;
}
