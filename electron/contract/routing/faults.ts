import { z } from 'zod';

const none = z.object({});

/** What can be refused on the way of a file: legs, inner steps, bundles, hand-over lists. */
export const routingFaults = {
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
  'process-too-long': {
    status: 409,
    data: z.object({ code: z.string(), hours: z.number(), termHours: z.number() }),
    vi: 'Các bước cộng lại {hours} giờ làm việc, dài hơn thời hạn {termHours} giờ làm việc đã hứa với người dân. Rút ngắn các bước rồi lưu lại.',
    en: 'The steps take {hours} working hours together, longer than the {termHours} promised to the citizen. Shorten them, then save again.',
  },
  'process-unfit': {
    status: 422,
    data: z.object({ flaw: z.string(), reason: z.string(), reasonEn: z.string() }),
    vi: 'Quy trình chưa dùng được: {reason}.',
    en: 'This is no process yet: {reasonEn}.',
  },
  'bundle-unknown': {
    status: 404,
    data: z.object({ scan: z.string() }),
    vi: 'Mã «{scan}» không phải của hồ sơ nào trên máy này. Quét lại nhãn túi hoặc giấy hẹn, hoặc gõ mã hồ sơ.',
    en: 'The code “{scan}” belongs to no case on this desk. Scan the label or the receipt again, or type the case number.',
  },
  'bundle-reported': {
    status: 409,
    data: z.object({ unit: z.string() }),
    vi: 'Túi hồ sơ này đã được báo thất lạc, {unit} chịu trách nhiệm. Nếu thấy túi thì quét nhãn để nhận; nếu không, lãnh đạo ghi cách giải quyết.',
    en: 'This bundle is reported as lost already; {unit} answers for it. Scan its label if it turns up, or let a supervisor settle it.',
  },
  'bundle-with-citizen': {
    status: 409,
    data: z.object({}),
    vi: 'Giấy tờ này đã ghi là trả cho người dân, nên không báo thất lạc. Nếu túi còn ở quầy thì quét nhãn để nhận lại trước.',
    en: 'These papers are recorded as given back to the citizen, so they are not lost here. If the bundle is still here, scan its label first.',
  },
  'bundle-not-open': {
    status: 409,
    data: z.object({}),
    vi: 'Túi hồ sơ này không bị thất lạc và không phải tìm, nên không có gì để giải quyết. Xem lại mã hồ sơ.',
    en: 'This bundle is neither lost nor looked for, so there is nothing to settle. Check the case number.',
  },
  'bundle-not-archived-yet': {
    status: 409,
    data: z.object({}),
    vi: 'Hồ sơ chưa kết thúc nên giấy tờ chưa cất vào kho. Trả kết quả hoặc đóng hồ sơ trước, rồi ghi lại.',
    en: 'The case is not closed, so its papers are not archived yet. Return the result or close the case first.',
  },
  'bundle-not-returned-yet': {
    status: 409,
    data: z.object({}),
    vi: 'Hồ sơ đang giải quyết nên chưa trả giấy tờ cho người dân. Người dân xin rút hồ sơ thì ghi «Rút hồ sơ» trước.',
    en: 'The case is under way, so its papers are not given back yet. If the citizen withdraws, record the withdrawal first.',
  },
} as const;
