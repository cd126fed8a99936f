import { join } from 'node:path';
import type { Mau01Data } from '../../../electron/paper/forms/data.ts';

const root = join(import.meta.dirname, '..', '..', '..');
export const folders = { formsFolder: join(root, 'resources', 'forms'), fontsFolder: join(root, 'resources', 'fonts') };

/** The birth of a child registered at 15:12 on Monday 23/11/2026, promised for Wednesday because Tuesday is a holiday. All invented. */
export const birth: Mau01Data = {
  office: {
    province: 'THÀNH PHỐ HỒ CHÍ MINH',
    unit: 'UBND PHƯỜNG CÁT LÁI',
    centre: 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG',
    name: 'Trung tâm Phục vụ hành chính công phường Cát Lái',
    place: 'Cát Lái',
    phone: '028 0000 0000',
    lookup: 'dichvucong.gov.vn',
  },
  number: { printed: 'H29.999-261123-0042', temporary: false },
  applicant: {
    fullName: 'NGUYỄN THỊ ĐẶNG ÁNH',
    address: '12 Lê Lợi, Phường Cát Lái, TP. Hồ Chí Minh',
    phone: '0900 000 001',
    email: 'anh@example.vn',
    idNumberMasked: '079******234',
    idText: '0•••••••1234',
  },
  filer: 'NGUYỄN THỊ ĐẶNG ÁNH',
  procedure: { code: '1.001193', name: 'Đăng ký khai sinh' },
  components: [
    { name: 'Tờ khai đăng ký khai sinh theo mẫu', originals: 1, copies: 0 },
    { name: 'Giấy chứng sinh; nếu không có: văn bản của người làm chứng xác nhận việc sinh', originals: 1, copies: 0 },
    { name: 'Giấy chứng nhận kết hôn của cha, mẹ', originals: 0, copies: 2 },
  ],
  papers: [
    { name: 'Tờ khai đăng ký khai sinh theo mẫu', originals: 1, copies: 0 },
    { name: 'Giấy chứng sinh', originals: 1, copies: 0 },
    { name: 'Giấy chứng nhận kết hôn của cha, mẹ', originals: 0, copies: 2 },
  ],
  held: [
    { name: 'Tờ khai đăng ký khai sinh theo mẫu', originals: 1, copies: 0 },
    { name: 'Giấy chứng sinh', originals: 1, copies: 0 },
    { name: 'Giấy chứng nhận kết hôn của cha, mẹ', originals: 0, copies: 2 },
  ],
  quantity: 1,
  term: { text: 'trong ngày' },
  acceptedAt: '2026-11-23T15:12:00+07:00',
  dueAt: '2026-11-25T17:00:00+07:00',
  delivery: { text: 'Quầy trả kết quả' },
  fees: [{ name: 'Lệ phí hộ tịch (đăng ký đúng hạn)', amountText: 'miễn' }],
  charges: [{ title: 'Phí, lệ phí: Lệ phí hộ tịch (đăng ký đúng hạn)', amountText: 'miễn' }],
  dues: [
    {
      title: 'Phí, lệ phí: Lệ phí hộ tịch',
      amountText: 'miễn khi đăng ký đúng hạn (Luật Hộ tịch 60/2014/QH13 Điều 11 k1 b)',
    },
  ],
  payable: [
    { said: 'Lệ phí hộ tịch', amountText: 'miễn khi đăng ký đúng hạn (Luật Hộ tịch 60/2014/QH13 Điều 11 k1 b)' },
  ],
  inRegister: { volume: '2026', serial: '0042' },
  clerk: { fullName: 'Trần Minh Đức' },
  journalHead: '1a2b3c4d',
};
