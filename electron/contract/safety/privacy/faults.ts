import { z } from 'zod';

/** What can be refused of what the law on personal data asks for. */
export const privacyFaults = {
  'erase-open': {
    status: 409,
    data: z.object({ number: z.string() }),
    vi: 'Hồ sơ {number} đang giải quyết: dữ liệu còn cần để làm việc. Kết thúc hoặc dừng hồ sơ trước.',
    en: 'Case {number} is still being handled: what it holds is needed for that. End it or stop it first.',
  },
  'erase-kept': {
    status: 409,
    data: z.object({ number: z.string(), until: z.string() }),
    vi: 'Hồ sơ {number} phải lưu đến {until} theo pháp luật lưu trữ: chưa được xóa vì hết hạn (Luật 91/2025 Điều 14 k2). Trả lời người yêu cầu lý do này.',
    en: 'Case {number} has to be kept until {until} by the law on archives: its term is not over, so it is not erased for that. Tell the person so.',
  },
  'erase-nothing': {
    status: 409,
    data: z.object({ number: z.string() }),
    vi: 'Hồ sơ {number} không còn nội dung nào xóa được trên máy này: đã xóa rồi, do quầy khác ghi, hoặc ghi ở dạng cũ không tách được khỏi chuỗi.',
    en: 'Nothing of case {number} can be erased on this desk: it was, another desk wrote it, or it is of the older form that is bound to its chain.',
  },
  'nothing-held': {
    status: 404,
    data: z.object({}),
    vi: 'Máy này không giữ gì về số này. Trả lời người yêu cầu như vậy.',
    en: 'This desk holds nothing on that number. Tell the person so.',
  },
} as const;
