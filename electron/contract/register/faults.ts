import { z } from 'zod';

/** What can go wrong with the register. */
export const registerFaults = {
  'register-too-long': {
    status: 409,
    data: z.object({ cases: z.number(), most: z.number() }),
    vi: 'Sổ này có {cases} hồ sơ, nhiều hơn {most} là mức một tệp chứa được. Chọn khoảng ngày ngắn hơn.',
    en: 'This register has {cases} cases, more than the {most} one file takes. Choose a shorter period.',
  },
} as const;
