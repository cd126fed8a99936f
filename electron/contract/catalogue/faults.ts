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
    vi: 'Thủ tục {code} chưa có thời hạn giải quyết. Ghi ngày giờ đã thỏa thuận với người nộp và căn cứ, hoặc mời lãnh đạo đặt thời hạn.',
    en: 'Procedure {code} has no time limit. Give the day and hour agreed with the applicant and its ground, or have a supervisor set a limit.',
  },
  'term-case-unknown': {
    status: 409,
    data: z.object({ code: z.string(), termCase: z.string(), known: z.string() }),
    vi: 'Thủ tục {code} không có thời hạn «{termCase}» vào ngày tiếp nhận này. Chọn một trong: {known}.',
    en: 'Procedure {code} has no time limit “{termCase}” on this day of acceptance. Choose one of: {known}.',
  },
  'term-reason-needed': {
    status: 409,
    data: z.object({ words: z.string() }),
    vi: 'Thời hạn «{words}» chỉ dùng khi nêu lý do. Ghi lý do rồi thử lại.',
    en: 'The time limit “{words}” is used with a reason only. Give the reason and try again.',
  },
  'term-agreement-needed': {
    status: 409,
    data: z.object({ words: z.string() }),
    vi: 'Thời hạn «{words}»: ghi ngày, giờ đã thỏa thuận với người yêu cầu.',
    en: 'The time limit “{words}” needs the day and hour agreed with the applicant.',
  },
  'term-agreement-time': {
    status: 409,
    data: z.object({ agreed: z.string() }),
    vi: 'Không hẹn trả lúc {agreed}: phải sau lúc tiếp nhận, trong giờ làm việc và không quá một năm.',
    en: 'A result cannot be promised for {agreed}: it must be after the acceptance, in office hours and within a year.',
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
