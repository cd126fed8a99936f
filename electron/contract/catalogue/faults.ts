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
  'data-pack-broken': {
    status: 422,
    data: z.object({ reason: z.string(), reasonEn: z.string() }),
    vi: 'Không đọc được gói dữ liệu: {reason}. Chưa có gì thay đổi.',
    en: 'The data pack cannot be read: {reasonEn}. Nothing has changed.',
  },
  'data-pack-forged': {
    status: 422,
    data: z.object({ publisher: z.string() }),
    vi: 'Chữ ký của gói dữ liệu không đúng: nội dung đã bị sửa sau khi «{publisher}» ký, hoặc không phải nơi ấy ký. Không dùng tệp này; xin lại tệp từ nơi phát hành. Chưa có gì thay đổi.',
    en: 'The signature of the data pack does not hold: it was changed after “{publisher}” signed it, or they did not sign it. Do not use this file; ask the publisher for it again. Nothing has changed.',
  },
  'data-pack-unsigned': {
    status: 409,
    data: z.object({}),
    vi: 'Gói dữ liệu chưa có chữ ký: xem được, không đưa vào được. Xin nơi phát hành tệp đã ký (desk pack sign).',
    en: 'Nobody signed the data pack: it can be looked at and not be taken. Ask the publisher for the signed file (desk pack sign).',
  },
  'publisher-unknown': {
    status: 409,
    data: z.object({ publisher: z.string() }),
    vi: 'Đơn vị chưa tin khóa ký gói này («{publisher}»). Gọi nơi phát hành, gõ vân khóa họ đọc, tin khóa, rồi đưa vào.',
    en: 'This office does not trust the key of this pack yet (“{publisher}”). Call the publisher, type the fingerprint they read out, trust the key, then take it.',
  },
  'fingerprint-other': {
    status: 409,
    // The right one is not told: whoever copied it would have compared nothing.
    data: z.object({}),
    vi: 'Vân khóa đã gõ không phải của khóa này. Gọi lại nơi phát hành theo số đã biết từ trước, nghe họ đọc lại từng nhóm rồi gõ; vẫn khác thì không tin khóa, không dùng tệp.',
    en: 'The fingerprint typed is not that of this key. Call the publisher on a number known before, have them read each group again and type it; where it still differs, do not trust the key and do not use the file.',
  },
  'publisher-not-trusted': {
    status: 404,
    data: z.object({ fingerprint: z.string() }),
    vi: 'Đơn vị không tin khóa nào có vân {fingerprint}.',
    en: 'This office trusts no key with the fingerprint {fingerprint}.',
  },
  'data-pack-past': {
    status: 409,
    data: z.object({ from: z.string(), today: z.string() }),
    vi: 'Ngày áp dụng {from} đã qua (hôm nay {today}): gói dữ liệu áp dụng từ hôm nay hoặc một ngày sau.',
    en: 'The day {from} is past (today is {today}): a data pack is in force from today or a later day.',
  },
  'data-pack-empty': {
    status: 409,
    data: z.object({}),
    vi: 'Không có gì để đưa vào hay lấy ra: phần được chọn không có dữ liệu, hoặc mọi điều đã đúng như thế.',
    en: 'There is nothing to take or to make: what was chosen holds nothing, or everything is so already.',
  },
  'data-pack-left': {
    status: 409,
    data: z.object({ key: z.string(), reason: z.string(), reasonEn: z.string() }),
    vi: 'Không đưa vào được gì của gói: phần được chọn bị bỏ lại. {key}: {reason}. Chưa có gì thay đổi.',
    en: 'Nothing of the pack can be taken: what was chosen is left out. {key}: {reasonEn}. Nothing has changed.',
  },
  'data-pack-unknown': {
    status: 404,
    data: z.object({ id: z.string() }),
    vi: 'Gói dữ liệu {id} không có, hoặc phần ấy đã được thu lại rồi.',
    en: 'There is no data pack {id}, or that part of it has been rolled back.',
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
