import { z } from 'zod';

/** What can be refused about a petition. */
export const petitionFaults = {
  'petition-unknown': {
    status: 404,
    data: z.object({ petitionId: z.string() }),
    vi: 'Không tìm thấy phản ánh, kiến nghị này trên máy.',
    en: 'This petition is not on this desk.',
  },
  'petition-from-the-future': {
    status: 422,
    data: z.object({ arrivedAt: z.string() }),
    vi: 'Lúc nhận ({arrivedAt}) không được sau lúc này. Sửa lại ngày giờ nhận.',
    en: 'It cannot have come ({arrivedAt}) after now. Correct the day and hour it came.',
  },
  'petition-code-known': {
    status: 409,
    data: z.object({ code: z.string(), number: z.string() }),
    vi: 'Mã {code} của nơi chuyển đã vào sổ với số {number}. Mở số đó, không vào sổ lần nữa.',
    en: 'The sender’s code {code} is in the register already as {number}. Open that one; do not register it again.',
  },
} as const;
