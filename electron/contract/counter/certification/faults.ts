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
  'certification-kept-elsewhere': {
    status: 409,
    data: z.object({ desk: z.string() }),
    vi: 'Sổ chứng thực của đơn vị do {desk} giữ: ghi số ở quầy ấy. Quầy này không lấy số, để hai giấy tờ không trùng một số.',
    en: 'The office’s book of certification is kept by {desk}: number it there. This desk takes no numbers, so that no two papers bear the same.',
  },
  'certification-keeper-unnamed': {
    status: 409,
    data: z.object({ desks: z.string() }),
    vi: 'Đơn vị đánh số chứng thực chung một sổ mà chưa chọn quầy giữ sổ ({desks}). Quản trị chọn quầy giữ sổ trong Cài đặt, mục Chứng thực, rồi làm lại.',
    en: 'This office numbers in one book, and no desk was named to keep it ({desks}). An administrator names it in the settings, under certification; then do this again.',
  },
  'certification-fee-differs': {
    status: 409,
    data: z.object({ number: z.string(), received: z.number(), due: z.number() }),
    vi: 'Hồ sơ {number} khi tiếp nhận tính lệ phí {received} đồng; số trang, số bản ghi chứng thực tính ra {due} đồng. Sửa hồ sơ (cấp lại giấy tiếp nhận) cho đúng rồi ghi số.',
    en: 'Case {number} was received at a fee of {received} đồng; the pages and copies to be certified come to {due} đồng. Correct the case first, then number it.',
  },
  'certifications-too-many': {
    status: 409,
    data: z.object({ count: z.number(), most: z.number() }),
    vi: 'Tháng này có {count} việc chứng thực, nhiều hơn {most} là mức một tệp chứa được. Tải tệp Excel.',
    en: 'This month has {count} certifications, more than the {most} one file takes. Take the workbook.',
  },
} as const;
