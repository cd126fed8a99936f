import { z } from 'zod';

/** What may be wrong with inner steps and with bundles; part of the table of fault.ts. */
export const processFaults = {
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
  'bundle-not-allowed': {
    status: 409,
    data: z.object({ reason: z.string(), reasonEn: z.string() }),
    vi: 'Không ghi được: {reason}',
    en: 'That cannot be recorded: {reasonEn}',
  },
} as const;
