import { z } from 'zod';

/** What may be wrong with inner steps; part of the table of fault.ts. */
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
} as const;
