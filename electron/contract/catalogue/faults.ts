import { z } from 'zod';

/** What can go wrong with the lists an office works with. */
export const catalogueFaults = {
  'unit-unknown': {
    status: 404,
    data: z.object({ code: z.string() }),
    vi: 'Không có đơn vị mã {code} trong danh mục.',
    en: 'There is no unit with code {code} in the list.',
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
  'data-broken': {
    status: 500,
    data: z.object({ file: z.string(), reason: z.string(), reasonEn: z.string() }),
    vi: 'Tệp danh mục «{file}» bị lỗi ({reason}). Hồ sơ không bị mất; chép lại tệp đúng rồi mở lại.',
    en: 'The list “{file}” is broken ({reasonEn}). No case is lost; put the right file back, then open again.',
  },
} as const;
