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
    vi: 'Thủ tục {code} chưa có thời hạn giải quyết. Ghi thời hạn và căn cứ, hoặc ngày giờ đã thỏa thuận với người nộp và căn cứ; hoặc mời lãnh đạo đặt thời hạn.',
    en: 'Procedure {code} has no time limit. Give the limit and its ground, or the day and hour agreed with the applicant and its ground; or have a supervisor set a limit.',
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
  'term-listed': {
    status: 409,
    data: z.object({ code: z.string(), known: z.string() }),
    vi: 'Thủ tục {code} đã có thời hạn trong danh mục ({known}): không ghi thời hạn khác khi tiếp nhận. Thời hạn sai thì lãnh đạo sửa trong danh mục.',
    en: 'Procedure {code} has a time limit in the catalogue ({known}): no other is typed at reception. If it is wrong, a supervisor corrects it in the catalogue.',
  },
  'procedure-superseded': {
    status: 409,
    data: z.object({ code: z.string(), name: z.string(), successor: z.string(), successorName: z.string() }),
    vi: 'Mã {code} «{name}» đã được thay bằng mã {successor} «{successorName}». Chọn mã mới rồi tiếp nhận.',
    en: 'Code {code} “{name}” has been replaced by {successor} “{successorName}”. Choose the new code, then receive the file.',
  },
  'procedure-not-offered': {
    status: 409,
    data: z.object({ code: z.string(), name: z.string() }),
    vi: 'Thủ tục {code} «{name}» không có trong danh mục tiếp nhận của đơn vị. Chọn thủ tục khác; nếu vẫn phải nhận, lãnh đạo đưa thủ tục vào danh mục.',
    en: 'Procedure {code} “{name}” is not in the list this office receives. Choose another; if it has to be received, a supervisor puts it into the catalogue.',
  },
  'fee-by-rule': {
    status: 409,
    data: z.object({ code: z.string(), note: z.string() }),
    vi: 'Mức thu của thủ tục {code} do văn bản quy định, theo trang, bản, giấy tờ, ngày hoặc kênh nộp{note}: không thay bằng một số tiền. Để mức thu như cũ rồi lưu.',
    en: 'The fee of {code} is a rule of law, by page, copy, paper, day or channel{note}: no one sum takes its place. Leave the fee as it was, then save.',
  },
  'list-unreadable': {
    status: 422,
    data: z.object({ reason: z.string(), reasonEn: z.string() }),
    vi: 'Không đọc được danh sách: {reason}. Chưa có gì thay đổi.',
    en: 'The list cannot be read: {reasonEn}. Nothing has changed.',
  },
  'list-empty': {
    status: 409,
    data: z.object({}),
    vi: 'Không có gì để đưa vào danh mục: không dòng nào đọc được, hoặc mọi điều đã đúng như thế.',
    en: 'There is nothing to take into the catalogue: no row could be read, or everything is so already.',
  },
  'list-unknown': {
    status: 404,
    data: z.object({ id: z.string() }),
    vi: 'Danh sách {id} không có, hoặc danh mục trước đó đã được lấy lại rồi.',
    en: 'There is no list {id}, or it has been rolled back.',
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
