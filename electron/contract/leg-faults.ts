import { z } from 'zod';

/** What can be refused about other agencies and hand-over lists; part of the table of fault.ts. */
const none = z.object({});

export const legFaults = {
  'competent-unknown': {
    status: 404,
    data: z.object({ code: z.string() }),
    vi: 'Không có đơn vị hành chính nào mang mã {code}. Chọn lại đơn vị trong danh sách.',
    en: 'No administrative unit has the code {code}. Choose the unit from the list again.',
  },
  'competent-own': {
    status: 409,
    data: z.object({ agency: z.string() }),
    vi: '{agency} là đơn vị mình. Để trống cơ quan giải quyết khi đơn vị mình giải quyết.',
    en: '{agency} is this office. Leave the deciding agency empty when this office decides.',
  },
  'competent-twice': {
    status: 409,
    data: none,
    vi: 'Chỉ ghi một cơ quan giải quyết: chọn đơn vị trong danh sách, hoặc gõ tên cơ quan.',
    en: 'Name one deciding agency: choose a unit from the list, or type an agency.',
  },
  'competent-interlinked': {
    status: 409,
    data: z.object({ code: z.string() }),
    vi: 'Thủ tục {code} có chặng định sẵn theo cơ quan; không chọn thêm cơ quan giải quyết khác.',
    en: 'Procedure {code} has legs of its own; no other deciding agency can be chosen.',
  },
  'hand-over-unknown': {
    status: 404,
    data: z.object({ handOver: z.string() }),
    vi: 'Không có danh sách bàn giao {handOver} trên máy này.',
    en: 'The hand-over list {handOver} is not on this desk.',
  },
  'hand-over-signed': {
    status: 409,
    data: z.object({ number: z.string() }),
    vi: 'Danh sách {number} đã được bên nhận ký rồi.',
    en: 'List {number} was signed by the receiving side already.',
  },
  'hand-over-refused': {
    status: 409,
    data: z.object({ number: z.string(), reason: z.string(), reasonEn: z.string() }),
    vi: 'Chưa đưa hồ sơ {number} vào danh sách được: {reason} Bỏ hồ sơ này ra rồi lập lại.',
    en: 'Case {number} cannot be on the list: {reasonEn} Take it off and make the list again.',
  },
  'hand-over-not-listed': {
    status: 409,
    data: z.object({ number: z.string() }),
    vi: 'Danh sách {number} không có hồ sơ vừa đánh dấu thiếu. Mở lại danh sách rồi ký.',
    en: 'A case marked as missing is not on list {number}. Open the list again and sign.',
  },
  'hand-over-moment': {
    status: 409,
    data: z.object({ number: z.string() }),
    vi: 'Lúc nhận của danh sách {number} phải sau lúc lập và không sau giờ hiện tại.',
    en: 'List {number} must have been received after it was made, and not later than now.',
  },
} as const;
