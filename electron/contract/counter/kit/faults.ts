import { z } from 'zod';

/** What may be wrong with a kit of numbered paper and with what is entered from it. */
export const kitFaults = {
  'kit-unknown': {
    status: 404,
    data: z.object({ kitId: z.string() }),
    vi: 'Máy này không có bộ giấy dự phòng đó. Mở lại danh sách bộ giấy rồi chọn.',
    en: 'This desk has no such paper kit. Open the list of kits again and choose.',
  },
  'kit-day': {
    status: 409,
    data: z.object({ date: z.string(), from: z.string(), to: z.string() }),
    vi: 'Chỉ in bộ giấy dự phòng cho ngày từ {from} đến {to}, không phải {date}. Chọn hôm nay hoặc ngày làm việc kế tiếp.',
    en: 'A paper kit is printed for a day from {from} to {to}, not {date}. Choose today or the next working day.',
  },
  'kit-numbers-left': {
    status: 409,
    data: z.object({ date: z.string(), left: z.number(), wanted: z.number() }),
    vi: 'Dải số của quầy chỉ còn {left} số cho ngày {date}, không đủ {wanted}. In ít tờ hơn, hoặc nhờ quản trị cấp thêm dải số.',
    en: 'This desk has only {left} numbers left for {date}, not {wanted}. Print fewer sheets, or ask the administrator for another block.',
  },
  'kit-number-unknown': {
    status: 404,
    data: z.object({ number: z.string() }),
    vi: 'Số {number} không có trong bộ giấy dự phòng nào của quầy này, cũng không phải số đã bỏ qua vì khôi phục sổ. Đọc lại số trên tờ giấy; giấy của quầy khác thì nhập ở quầy đó.',
    en: 'No paper kit of this desk has the number {number}, and no restore passed it over. Read the sheet again; a sheet of another desk is entered there.',
  },
  'kit-number-used': {
    status: 409,
    data: z.object({ number: z.string(), caseId: z.string(), caseNumber: z.string(), enteredAt: z.string() }),
    vi: 'Tờ số {number} đã được nhập rồi: hồ sơ {caseNumber}, nhập lúc {enteredAt}. Mở hồ sơ đó để xem hoặc sửa, không nhập lần nữa.',
    en: 'Sheet {number} has been entered: case {caseNumber}, at {enteredAt}. Open that case; do not enter it again.',
  },
  'kit-number-void': {
    status: 409,
    data: z.object({ number: z.string(), reason: z.string() }),
    vi: 'Tờ số {number} đã báo hủy ({reason}). Nếu người dân đang giữ tờ này, nhờ lãnh đạo mở lại số ở Đơn vị › Số hồ sơ rồi nhập.',
    en: 'Sheet {number} was reported void ({reason}). If a citizen holds it, a supervisor opens it again in Office › Numbers; then enter it.',
  },
  'kit-time': {
    status: 422,
    data: z.object({ acceptedAt: z.string(), from: z.string(), to: z.string() }),
    vi: 'Giờ nhận ghi trên giấy ({acceptedAt}) phải từ {from} (lúc in bộ giấy, hoặc lúc của bản sao lưu đã khôi phục) đến bây giờ ({to}). Xem lại giờ và ngày trên tờ giấy.',
    en: 'The time on the sheet ({acceptedAt}) must lie between {from} (when the kit was printed, or the backup that came back was made) and now ({to}). Read the sheet again.',
  },
  'kit-promise': {
    status: 422,
    data: z.object({ promised: z.string(), acceptedAt: z.string() }),
    vi: 'Ngày hẹn ghi trên giấy ({promised}) sớm hơn lúc nhận hồ sơ ({acceptedAt}). Xem lại ngày trên tờ giấy.',
    en: 'The date promised on the sheet ({promised}) is before the file was received ({acceptedAt}). Read the sheet again.',
  },
  'kit-square': {
    status: 422,
    data: z.object({ number: z.string(), acceptedAt: z.string(), promised: z.string() }),
    vi: 'Ô chữ ký trên giấy ghi số {number}, nhận lúc {acceptedAt}, hẹn {promised}: khác những gì vừa nhập. Nhập đúng như ô chữ ký; chữ in trên giấy khác ô chữ ký thì báo lãnh đạo.',
    en: 'The signed square says number {number}, received at {acceptedAt}, promised {promised}: that is not what was entered. Enter what the square says; tell the head where the print says otherwise.',
  },
  'kit-settled': {
    status: 409,
    data: z.object({ kit: z.string() }),
    vi: 'Bộ giấy {kit} không còn tờ nào chưa dùng: tờ đã nhập hoặc đã hủy không in lại. Bỏ lệnh in này; cần thêm giấy thì in bộ mới.',
    en: 'Kit {kit} has no open sheet left: entered and void ones are not printed again. Void this print; for more paper print a new kit.',
  },
  'kit-sheets': {
    status: 409,
    data: z.object({ serials: z.string(), state: z.string() }),
    vi: 'Không đổi được tờ số {serials}: không thuộc bộ giấy này, hoặc đã ở trạng thái khác. Tải lại danh sách rồi chọn lại.',
    en: 'Sheets {serials} cannot be changed: they are not of this kit, or are settled already. Reload the list and choose again.',
  },
} as const;
