import { z } from 'zod';

/** What can be refused when something is done to a case, or its printed receipt is corrected. */
export const caseFaults = {
  'correction-empty': {
    status: 409,
    data: z.object({}),
    vi: 'Chưa có gì khác với giấy tiếp nhận đã lập. Sửa chỗ sai rồi cấp lại; chỉ cần thêm một bản giấy thì dùng «In lại».',
    en: 'Nothing differs from the receipt that was made. Change what is wrong, then reissue; for one more copy use “Print again”.',
  },
  'refund-first': {
    status: 409,
    data: z.object({ numbers: z.string(), amount: z.number() }),
    vi: 'Đã thu tiền theo biên lai {numbers} và phí sẽ đổi. Hoàn tiền ở «Thu phí» (F7) trước, rồi sửa giấy và thu lại.',
    en: 'Money was taken on receipt {numbers} and the fees would change. Refund it in “Cash” first, then correct and collect again.',
  },
  'paper-superseded': {
    status: 409,
    data: z.object({ number: z.string(), by: z.string() }),
    vi: 'Giấy này (số {number}) đã được thay bằng giấy cấp lại mang số {by}. Xem được nhưng không in lại; hãy in giấy mới.',
    en: 'This paper ({number}) was replaced by the reissued one, number {by}. It can be looked at but not printed again; print the new one.',
  },
  'file-elsewhere': {
    status: 409,
    data: z.object({ agency: z.string() }),
    vi: 'Hồ sơ đã gửi {agency}, nên không đổi thủ tục hay cách nộp được. Nhận lại hồ sơ trước; các chỗ khác vẫn sửa được.',
    en: 'The file was sent to {agency}, so its procedure and channel cannot change. Take it back first; the rest can be corrected.',
  },
  'foreign-moment': {
    status: 409,
    data: z.object({ acceptedAt: z.string(), arrivedAt: z.string(), dueAt: z.string() }),
    vi: 'Thời điểm không theo thứ tự: nơi tiếp nhận nhận hồ sơ ({acceptedAt}), hồ sơ đến đây ({arrivedAt}, không sau lúc này), hẹn trả ({dueAt}). Xem lại giấy kèm hồ sơ.',
    en: 'The moments are out of order: received there ({acceptedAt}), came here ({arrivedAt}, not later than now), promised ({dueAt}). Look at the paper that came with the file.',
  },
  'foreign-known': {
    status: 409,
    data: z.object({ code: z.string(), caseId: z.string() }),
    vi: 'Hồ sơ mã {code} đã có trên máy này. Mở hồ sơ đó thay vì nhận lần nữa.',
    en: 'The file of code {code} is on this desk already. Open that case instead of taking it in again.',
  },
  'confirmation-needed': {
    status: 409,
    /** `details` says of a code what it is about here, in both languages alike: a number and a time. */
    data: z.object({
      codes: z.array(z.string()),
      asks: z.string(),
      asksEn: z.string(),
      details: z.record(z.string(), z.string()).optional(),
    }),
    vi: 'Cần nêu lý do trước khi làm: {asks}. Ghi lý do cho từng điểm rồi làm lại.',
    en: 'This needs a reason first: {asksEn}. Say why for each, and do it again.',
  },
  'case-unknown': {
    status: 404,
    data: z.object({ caseId: z.string() }),
    vi: 'Không tìm thấy hồ sơ này trên máy.',
    en: 'This case is not on this desk.',
  },
  'case-undone': {
    status: 409,
    data: z.object({ number: z.string() }),
    vi: 'Số {number} đã hủy: tiếp nhận nhầm và đã hoàn tác. Không thu tiền, không lập giấy cho số này; tìm số mới của người nộp.',
    en: 'Number {number} is void: received by mistake and undone. No money is taken and no paper made for it; look for the new number.',
  },
  'component-unknown': {
    status: 422,
    data: z.object({ index: z.number(), count: z.number() }),
    vi: 'Thủ tục chỉ có {count} thành phần hồ sơ, không có thành phần số {index}.',
    en: 'The procedure has {count} components; there is no number {index}.',
  },
  'citizen-case-unknown': {
    status: 422,
    data: z.object({ words: z.string(), known: z.string() }),
    vi: 'Thủ tục không có trường hợp «{words}». Các trường hợp: {known}.',
    en: 'The procedure knows no case “{words}”. Its cases: {known}.',
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
} as const;
