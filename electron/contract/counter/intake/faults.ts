import { z } from 'zod';

/** What can be refused before a file is received. */
export const intakeFaults = {
  'intake-unknown': {
    status: 404,
    data: z.object({ intakeId: z.string() }),
    vi: 'Không tìm thấy hồ sơ chờ tiếp nhận này trên máy.',
    en: 'This waiting file is not on this desk.',
  },
  'pack-broken': {
    status: 422,
    data: z.object({
      reason: z.enum(['not-json', 'other-encoding', 'not-a-pack', 'other-version', 'too-many-files']),
      most: z.number(),
    }),
    vi: 'Tệp này không phải gói hồ sơ trực tuyến đúng dạng ({reason}; một gói có nhiều nhất {most} hồ sơ). Chưa có gì thay đổi; xin lại tệp từ nơi gửi.',
    en: 'This file is not a well-formed pack of online files ({reason}; a pack holds {most} at most). Nothing was changed; ask its sender for it again.',
  },
  'pack-other-office': {
    status: 409,
    data: z.object({ unitCode: z.string(), own: z.string() }),
    vi: 'Gói này gửi cho đơn vị mã {unitCode}, không phải đơn vị này (mã {own}). Chưa nhận hồ sơ nào; chuyển gói cho đúng đơn vị.',
    en: 'This pack is for the unit with code {unitCode}, not for this one ({own}). No file was taken; pass it to the right unit.',
  },
} as const;
