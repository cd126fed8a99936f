import { z } from 'zod';

/** What can be refused about fees, receipts and tills. Amounts are whole đồng. */
const none = z.object({});

export const moneyFaults = {
  'fee-unknown': {
    status: 404,
    data: z.object({ line: z.number(), count: z.number() }),
    vi: 'Hồ sơ có {count} khoản thu, không có khoản số {line}.',
    en: 'The case has {count} fees; there is no number {line}.',
  },
  'amount-unknown': {
    status: 409,
    data: z.object({ name: z.string() }),
    vi: 'Chưa có mức thu của «{name}». Nhập mức đang niêm yết và nơi niêm yết trước khi thu.',
    en: 'The amount of “{name}” is not known. Enter the posted amount and where it is posted before taking money.',
  },
  'amount-above-fee': {
    status: 409,
    data: z.object({ name: z.string(), amount: z.number(), most: z.number() }),
    vi: 'Số tiền {amount} đồng của «{name}» cao hơn mức thu theo quy định là {most} đồng. Xem có thừa số 0 không; nếu đúng thì đánh dấu là đã xem lại.',
    en: 'The amount of “{name}”, {amount} đồng, is above the {most} đồng of its rule. Look whether there is a nought too many; where it is right, tick that you looked.',
  },
  'receipt-right-already': {
    status: 409,
    data: z.object({ name: z.string() }),
    vi: 'Biên lai đã ghi đúng như vậy ở khoản «{name}»: không có gì để sửa. Nhập số tiền hoặc tên khoản đúng, hoặc bỏ dấu loại sai sót ấy.',
    en: 'The receipt says just that of “{name}” already: there is nothing to correct. Enter the right amount or name, or untick that kind of error.',
  },
  'amount-known': {
    status: 409,
    data: z.object({ name: z.string(), amount: z.number() }),
    vi: 'Khoản «{name}» đã có mức thu {amount} đồng theo quy định, không nhập mức khác.',
    en: 'The fee “{name}” is {amount} đồng by rule; another amount cannot be entered.',
  },
  'pay-in-day': {
    status: 409,
    data: z.object({ day: z.string() }),
    vi: 'Ngày nộp {day} chưa tới. Ghi ngày trên giấy nộp tiền.',
    en: 'The day {day} has not come yet. Enter the day on the slip.',
  },
  'pay-in-repeated': {
    status: 409,
    data: z.object({ slip: z.string(), month: z.string() }),
    vi: 'Giấy nộp tiền {slip} đã ghi cho tháng {month}. Xem danh sách đã nộp; nếu ghi nhầm thì bỏ dòng cũ trước.',
    en: 'Slip {slip} is written down for {month} already. Look at the list; take the wrong line back first.',
  },
  'pay-in-unknown': {
    status: 404,
    data: z.object({ payInId: z.string() }),
    vi: 'Không có dòng nộp tiền này, hoặc đã bỏ rồi. Mở lại danh sách rồi chọn.',
    en: 'There is no such line, or it was taken back already. Open the list again and choose one.',
  },
  'incentive-not-applicable': {
    status: 409,
    data: z.object({ incentive: z.string(), reason: z.string(), reasonEn: z.string() }),
    vi: 'Không áp dụng được ưu đãi «{incentive}»: {reason}',
    en: 'The incentive “{incentive}” does not apply: {reasonEn}',
  },
  'nothing-to-collect': {
    status: 409,
    data: none,
    vi: 'Chưa chọn khoản nào để thu.',
    en: 'No fee was chosen to be collected.',
  },
  'already-collected': {
    status: 409,
    data: z.object({ name: z.string(), number: z.string() }),
    vi: 'Khoản «{name}» đã thu theo biên lai {number}.',
    en: 'The fee “{name}” was collected on receipt {number}.',
  },
  'tendered-short': {
    status: 422,
    data: z.object({ due: z.number(), tendered: z.number() }),
    vi: 'Người nộp đưa {tendered} đồng, còn thiếu so với {due} đồng phải thu.',
    en: '{tendered} đồng was given, less than the {due} đồng to be paid.',
  },
  'receipt-unknown': {
    status: 404,
    data: z.object({ receiptId: z.string() }),
    vi: 'Không tìm thấy biên lai này trên máy.',
    en: 'This receipt is not on this desk.',
  },
  'receipt-settled': {
    status: 409,
    data: z.object({ number: z.string(), state: z.enum(['refunded', 'replaced']) }),
    vi: 'Biên lai {number} đã được hoàn tiền hoặc thay thế, không xử lý thêm được.',
    en: 'Receipt {number} was refunded or replaced already; nothing more can be done with it.',
  },
  'undo-over': {
    status: 409,
    data: z.object({ number: z.string(), seconds: z.number() }),
    vi: 'Biên lai {number} không hoàn tác được nữa: chỉ người vừa thu, tại quầy này, trong {seconds} giây và khi hồ sơ chưa có việc gì sau đó. Nhờ phụ trách hoàn tiền ở «Thu phí».',
    en: 'Receipt {number} can no longer be undone: only whoever has just collected it, at this counter, within {seconds} seconds and before anything else is done with the case. Ask a supervisor to refund it in “Cash”.',
  },
  'receipt-not-electronic': {
    status: 409,
    data: z.object({ number: z.string() }),
    vi: 'Biên lai {number} là biên lai giấy, không có dữ liệu điện tử.',
    en: 'Receipt {number} is a paper receipt and has no electronic data.',
  },
  'receipt-symbol-taken': {
    status: 409,
    data: z.object({ symbol: z.string(), desk: z.string() }),
    vi: 'Ký hiệu biên lai {symbol} đang là của {desk}: hai quầy cùng ký hiệu sẽ ra hai biên lai cùng số. Ghi ký hiệu đã đăng ký riêng cho quầy này.',
    en: 'The receipt symbol {symbol} belongs to {desk}: two desks with one symbol would issue two receipts with one number. Enter the one registered for this desk.',
  },
  'receipt-series-missing': {
    status: 409,
    data: z.object({ kind: z.enum(['paper', 'electronic']) }),
    vi: 'Đơn vị chưa khai ký hiệu biên lai đã đăng ký với cơ quan thuế. Quản trị nhập mã số thuế và ký hiệu trong thiết lập rồi thu.',
    en: 'The receipt symbol registered with the tax office is not entered. The administrator enters it and the tax code in the settings first.',
  },
  'receipt-numbers-exhausted': {
    status: 409,
    data: z.object({ symbol: z.string() }),
    vi: 'Ký hiệu biên lai {symbol} đã dùng hết số. Đăng ký ký hiệu mới rồi đặt trong thiết lập đơn vị.',
    en: 'The receipt symbol {symbol} has no numbers left. Register a new one and set it in the office settings.',
  },
  'till-closed': {
    status: 409,
    data: z.object({ till: z.string() }),
    vi: 'Két {till} chưa mở. Kiểm đếm tiền lẻ đầu ca và mở két trước khi thu.',
    en: 'Till {till} is not open. Count the float and open it before taking money.',
  },
  'till-open-already': {
    status: 409,
    data: z.object({ till: z.string(), holder: z.string() }),
    vi: 'Két {till} đang mở, {holder} giữ. Đóng hoặc bàn giao két đó trước.',
    en: 'Till {till} is open and held by {holder}. Close it or have it handed over first.',
  },
  'till-held': {
    status: 409,
    data: z.object({ till: z.string(), holder: z.string() }),
    vi: 'Két {till} đang do {holder} giữ. Nhận bàn giao két trước khi thu, chi tiền mặt.',
    en: 'Till {till} is held by {holder}. Take it over before handling its cash.',
  },
  'till-handing-over': {
    status: 409,
    data: z.object({ till: z.string(), from: z.string(), to: z.string() }),
    vi: 'Két {till} đang bàn giao từ {from} sang {to}. Người nhận kiểm đếm xong mới thu, chi tiền mặt.',
    en: 'Till {till} is being handed from {from} to {to}. Cash waits until the receiver has counted it.',
  },
  'refund-elsewhere': {
    status: 409,
    data: z.object({ number: z.string(), desk: z.string() }),
    vi: 'Tiền của biên lai {number} nằm ở két của {desk}, và theo quyết định thì hoàn ở đó. Hoàn tại {desk}; nếu quầy đó không còn, chọn chi từ két của quầy này và ghi rõ lý do.',
    en: 'The money of receipt {number} is in the drawer of {desk}, and by the decision it is given back there. Refund it at {desk}; if that counter is gone, choose to pay from this counter’s drawer and say why.',
  },
  'till-short': {
    status: 409,
    data: z.object({ till: z.string(), cash: z.number(), needed: z.number() }),
    vi: 'Két {till} chỉ còn {cash} đồng, không đủ chi {needed} đồng.',
    en: 'Till {till} holds {cash} đồng, not enough to pay {needed} đồng.',
  },
  'hand-over-none': {
    status: 409,
    data: z.object({ till: z.string() }),
    vi: 'Két {till} không có bàn giao nào đang chờ.',
    en: 'Nobody is handing till {till} over.',
  },
  'hand-over-differs': {
    status: 409,
    data: z.object({ given: z.number(), taken: z.number() }),
    vi: 'Người giao đếm {given} đồng, người nhận đếm {taken} đồng. Hai người đếm lại cho khớp.',
    en: 'The giver counted {given} đồng and the receiver {taken} đồng. Count again together.',
  },
  'difference-needs-reason': {
    status: 422,
    data: z.object({ expected: z.number(), counted: z.number(), difference: z.number() }),
    vi: 'Sổ sách là {expected} đồng, đếm được {counted} đồng, chênh lệch {difference} đồng. Ghi lý do chênh lệch.',
    en: 'The books say {expected} đồng and {counted} đồng was counted, a difference of {difference} đồng. Say why.',
  },
} as const;
