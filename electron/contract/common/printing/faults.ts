import { z } from 'zod';

/** What can be wrong with forms, with the papers made by them, and with their way to a printer. */
export const printingFaults = {
  'form-unknown': {
    status: 404,
    data: z.object({ form: z.string() }),
    vi: 'Không có mẫu giấy «{form}».',
    en: 'There is no form named “{form}”.',
  },
  'form-broken': {
    status: 422,
    data: z.object({ form: z.string(), reason: z.string(), reasonEn: z.string() }),
    vi: 'Tệp mẫu «{form}» bị lỗi ({reason}). Hồ sơ không bị mất; sửa hoặc gỡ tệp mẫu rồi in lại.',
    en: 'The form file “{form}” is broken ({reasonEn}). Nothing is lost; mend or remove the file, then print again.',
  },
  'form-not-applicable': {
    status: 409,
    data: z.object({ form: z.string(), reason: z.string(), reasonEn: z.string() }),
    vi: 'Không lập được giấy «{form}»: {reason}.',
    en: 'The paper “{form}” cannot be made: {reasonEn}.',
  },
  'paper-not-made': {
    status: 500,
    data: z.object({ ref: z.string() }),
    vi: 'Việc đã được ghi, chỉ giấy là chưa lập được vì một lỗi của chương trình. Mở hồ sơ rồi lập giấy; nếu vẫn vậy, viết tay và báo mã {ref} cho bộ phận kỹ thuật.',
    en: 'It was recorded; only its paper could not be made because of a fault of the program. Open the case and make the paper; if that fails too, write it by hand and give reference {ref} to IT.',
  },
  'document-differs': {
    status: 409,
    data: z.object({ documentId: z.string(), sha256: z.string() }),
    vi: 'Giấy này lập lại không còn đúng từng byte như bản đã lưu (bản phần mềm hoặc phông chữ đã khác). Dùng bản giấy đã in và báo quản trị.',
    en: 'This paper no longer comes out byte for byte as it was kept (another build or font). Use the printed one and tell the administrator.',
  },
  'document-unknown': {
    status: 404,
    data: z.object({ documentId: z.string() }),
    vi: 'Không tìm thấy giấy này.',
    en: 'This paper was not found.',
  },
  'spare-missing': {
    status: 409,
    data: z.object({ printer: z.string() }),
    vi: 'Chưa có máy in dự phòng cho «{printer}». Quản trị chọn máy dự phòng ở F9, phần Máy in; hoặc chọn máy khác trong khay rồi in lại.',
    en: 'There is no spare printer for “{printer}”. The administrator chooses one under F9, Printers; or choose another printer in the tray and print again.',
  },
  'print-under-way': {
    status: 409,
    data: z.object({ printer: z.string() }),
    vi: 'Máy in «{printer}» đang in tờ này, không lấy lại được. Chờ in xong, hoặc tắt máy in rồi thử lại.',
    en: 'The printer “{printer}” is printing this sheet and does not give it back. Wait for it, or switch the printer off and try again.',
  },
  'printer-is-roll': {
    status: 409,
    data: z.object({ printer: z.string() }),
    vi: 'Máy in cuộn «{printer}» không cần căn lề: giấy được cắt theo nội dung. In trang thử để xem thước và chữ.',
    en: 'The roll printer “{printer}” needs no margins: its paper is cut to what stands on it. Print a test page to see the ruler and the letters.',
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
} as const;
