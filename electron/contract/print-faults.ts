import { z } from 'zod';

/** What may be wrong between a paper and its printers. */
export const printFaults = {
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
} as const;
