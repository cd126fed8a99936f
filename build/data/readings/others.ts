import { type Readings, inLaw, inferred, portal, portalAutumn, told, verify } from './reading.ts';

const business = ['168/2025/NĐ-CP', '68/2025/TT-BTC', '85/2019/TT-BTC'];
const decreeUnread = 'NĐ 168/2025 chưa đọc; thời hạn theo Cổng.';
const unitUnknown = 'Cổng ghi «1», đơn vị «Khác»: hiểu là 01 ngày làm việc.';

/** Business households, cooperative groups, adoption, schools, and the group of three services for a newborn child. */
export const others: Readings = {
  '1.001266': {
    terms: [inferred(1, 'working-day', portal)],
    legalBasis: business,
    doubts: [
      unitUnknown,
      'việc chấm dứt còn chờ cơ quan thuế xác nhận hoàn thành nghĩa vụ; thời gian đó do luật thuế quy định.',
      decreeUnread,
    ],
  },
  '1.001570': {
    terms: [inferred(1, 'working-day', portal)],
    legalBasis: business,
    doubts: [unitUnknown, decreeUnread],
  },
  '1.001612': { terms: [told(3, 'working-day', portal)], legalBasis: business, doubts: [decreeUnread] },
  '2.000575': {
    terms: [
      told(1, 'working-day', portal, { words: 'Cấp lại' }),
      told(3, 'working-day', portal, { key: 'exchange', words: 'Cấp đổi và trường hợp khác' }),
    ],
    termNote: '',
    legalBasis: business,
    doubts: [decreeUnread],
  },
  '2.000720': {
    terms: [told(3, 'working-day', portal)],
    legalBasis: business,
    doubts: ['ô thời gian của Cổng ghi «1» không có đơn vị, trình tự thực hiện ghi 03 ngày làm việc.', decreeUnread],
  },
  '2.002637': {
    terms: [told(3, 'working-day', portal)],
    legalBasis: ['17/2023/QH15', '295/2026/NĐ-CP'],
    fee: { amount: 0, note: 'Không thu lệ phí đăng ký tổ hợp tác (Luật Hợp tác xã Điều 22 k2).' },
    doubts: ['NĐ 295/2026 chưa đọc; thời hạn, tên giấy tờ theo Cổng 6/2026.'],
  },
  '2.001255': {
    terms: [told(5, 'working-day', portal)],
    doubts: ['nghị định quy định việc đăng ký lại nuôi con nuôi chưa đọc.'],
  },
  '2.001263': {
    terms: [inLaw(30, 'day', 'Luật Nuôi con nuôi Điều 19 k2')],
    termNote:
      'Trong đó: kiểm tra hồ sơ, lấy ý kiến 10 ngày (Luật Nuôi con nuôi Điều 20); đăng ký, giao nhận 20 ngày từ ngày có ý kiến đồng ý (Luật Nuôi con nuôi Điều 22 k1).',
    doubts: [
      'Cổng 8/2026 chia bốn chặng (xác minh 02 và 05 ngày làm việc; lấy ý kiến 10 ngày; chờ thay đổi ý kiến 15 ngày; đăng ký 05 ngày): nghị định sửa đổi chưa đọc.',
    ],
  },
  '3.000722': {
    terms: [
      told(3, 'working-day', portalAutumn, { rule: 'from-next-day-after-15h' }),
      told(5, 'working-day', portalAutumn, { ...verify, rule: 'from-next-day-after-15h' }),
    ],
    termNote: 'Tính từ khi các cơ quan nhận đủ hồ sơ; riêng bước khai sinh trong 24 giờ.',
    decidingAgency: 'UBND cấp xã',
    onlineLevel: 'full',
    onlineOnly: 'Công bố thủ tục 3.000722 trên Cổng DVCQG',
    legalBasis: ['63/2024/NĐ-CP', '301/2026/NĐ-CP', '118/2025/NĐ-CP', '367/2025/NĐ-CP'],
    doubts: ['NĐ 63/2024 và NĐ 301/2026 chưa đọc; một số nội dung của NĐ 301/2026 có hiệu lực từ 01/01 và 01/3/2027.'],
  },
  '1.001714': {
    terms: [inferred(30, 'working-day', portal)],
    termNote: '',
    doubts: ['30 ngày làm việc kể từ đầu năm học có thể là hạn nộp hồ sơ, không phải thời hạn giải quyết.'],
  },
  '2.002481': {
    terms: [],
    noTerm: 'Cổng ghi «không quy định»; chưa tìm được văn bản.',
    termNote: '',
  },
};
