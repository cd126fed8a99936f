import { z } from 'zod';

/** What can be refused about certification. Amounts are whole đồng. */
export const certificationFaults = {
  'certification-needs-person': {
    status: 422,
    data: z.object({ kind: z.string() }),
    vi: 'Chứng thực chữ ký, hợp đồng, giao dịch phải có người yêu cầu xuất trình giấy tờ tùy thân: quét thẻ, hoặc nhập họ tên và số giấy tờ. Chỉ chứng thực bản sao là không cần.',
    en: 'Signatures and contracts are certified for a person who shows a card: scan it, or enter name and number. Only copies need nobody.',
  },
  'paid-differs': {
    status: 409,
    data: z.object({ due: z.number(), paid: z.number() }),
    vi: 'Phải thu {due} đồng, đã ghi {paid} đồng. Xem lại số trang, số bản, rồi thu đúng số phải thu.',
    en: '{due} đồng are due and {paid} were entered. Look at the pages and copies again, then take what is due.',
  },
  'fees-owed': {
    status: 409,
    data: z.object({ due: z.number() }),
    vi: 'Còn phải thu {due} đồng. Thu tiền rồi trả giấy tờ.',
    en: '{due} đồng are still due. Take them, then hand the papers out.',
  },
  'certification-not-finished': {
    status: 409,
    data: z.object({ number: z.string() }),
    vi: 'Hồ sơ {number} chưa ký chứng thực, hoặc đã trả: mở hồ sơ để xem.',
    en: 'Case {number} is not signed yet, or was handed out already: open it to see.',
  },
  'certification-not-of-a-book': {
    status: 409,
    data: z.object({ number: z.string() }),
    vi: 'Hồ sơ {number} không phải việc chứng thực đang giải quyết: không ghi số chứng thực được.',
    en: 'Case {number} is no certification that is under way: it gets no number of a book.',
  },
  'certification-numbered': {
    status: 409,
    data: z.object({ number: z.string() }),
    vi: 'Hồ sơ {number} đã có số chứng thực: mở hồ sơ để xem.',
    en: 'Case {number} has its numbers already: open it to see them.',
  },
  'certification-not-waiting': {
    status: 409,
    data: z.object({ number: z.string() }),
    vi: 'Hồ sơ {number} không chờ ký chứng thực. Tải lại danh sách chờ ký.',
    en: 'Case {number} does not wait to be signed. Load the list of those that wait again.',
  },
  'certifications-too-many': {
    status: 409,
    data: z.object({ count: z.number(), most: z.number() }),
    vi: 'Tháng này có {count} việc chứng thực, nhiều hơn {most} là mức một tệp chứa được. Tải tệp Excel.',
    en: 'This month has {count} certifications, more than the {most} one file takes. Take the workbook.',
  },
} as const;
