import { type Readings, type Successor, inLaw, inferred, portal, told } from './reading.ts';

/** The city's own codes of 30 June 2026; which national one each stands for was told from the names. */
function city(code: string, note: string): Successor {
  return { code, from: '2026-06-30', inferred: true, note };
}

const ownCodes = 'Mã đặc thù của TP.HCM theo QĐ 44/2026/QĐ-UBND và 3826/QĐ-UBND (30/6/2026).';
const cityPortal = 'Cổng DVCQG, mã đặc thù TP.HCM, bản 7-8/2026';
const islands = { key: 'islands', words: 'Xã đảo, vùng khó khăn', needs: 'reason' } as const;
const decreesUnread = 'các nghị định đất đai năm 2024, 2025 chưa đọc; thời hạn theo Cổng.';
const obligation = 'không gồm thời gian thực hiện nghĩa vụ tài chính.';
const noFee = 'Không thu: danh mục phí, lệ phí không có khoản nào cho việc hòa giải, giải quyết tranh chấp đất đai.';

export const land: Readings = {
  '1.012796': {
    terms: [
      told(6, 'working-day', cityPortal, { from: '2026-06-30' }),
      told(8, 'working-day', portal, { until: '2026-06-29' }),
    ],
    successor: city('1.116226', ownCodes),
    decidingAgency: 'UBND cấp xã',
    doubts: [decreesUnread, obligation],
  },
  '1.012812': {
    terms: [inLaw(30, 'day', 'Luật Đất đai Điều 235 k2'), told(40, 'day', portal, islands)],
    termNote: '',
    fee: { amount: 0, note: noFee },
    doubts: [
      'Luật Đất đai Điều 235 k2 không có mức dài hơn cho xã đảo, vùng khó khăn; 40 ngày là của Cổng, văn bản quy định chưa đọc.',
    ],
    legalBasis: ['31/2024/QH15', '102/2024/NĐ-CP', '151/2025/NĐ-CP'],
  },
  '1.013949': {
    terms: [
      told(15, 'working-day', cityPortal, { words: 'Chuyển mục đích, gia hạn sử dụng đất', from: '2026-06-30' }),
      told(15, 'day', portal, { words: 'Chuyển mục đích, gia hạn sử dụng đất', until: '2026-06-29' }),
      told(15, 'day', portal, { key: 'allocation', words: 'Giao đất, cho thuê đất', until: '2026-06-29' }),
      // The city's own code of this case (1.116221) was found without its limit.
      inferred(15, 'day', portal, { key: 'allocation', words: 'Giao đất, cho thuê đất', from: '2026-06-30' }),
    ],
    successor: city(
      '1.116222',
      `${ownCodes} Thành phố tách thành 1.116221 (giao đất, cho thuê đất; thời hạn chưa đọc), 1.116222 (chuyển mục đích), 1.116224 (gia hạn).`,
    ),
    legalBasis: [
      '31/2024/QH15',
      '102/2024/NĐ-CP',
      '151/2025/NĐ-CP',
      '226/2025/NĐ-CP',
      '156/2018/NĐ-CP',
      '44/2026/QĐ-UBND',
    ],
    doubts: [
      decreesUnread,
      obligation,
      'từ 30/6/2026 thời hạn giao đất, cho thuê đất theo mã của Thành phố (1.116221) chưa đọc; 15 ngày là của mã cũ.',
    ],
  },
  '1.013967': {
    terms: [told(45, 'day', portal), told(60, 'day', portal, islands)],
    termNote: '',
    fee: { amount: 0, note: noFee },
    legalBasis: ['31/2024/QH15', '102/2024/NĐ-CP', '151/2025/NĐ-CP'],
    doubts: [
      'Cổng ghi 60 và 45 ngày theo cách nộp: được hiểu là hai trường hợp, 60 ngày cho xã đảo, vùng khó khăn; tính từ ngày thụ lý.',
      decreesUnread,
    ],
  },
  '1.013978': {
    terms: [
      told(20, 'working-day', cityPortal, { words: 'Đăng ký và cấp Giấy chứng nhận (17 + 03)' }),
      told(17, 'working-day', cityPortal, { key: 'register', words: 'Chỉ đăng ký đất đai' }),
      told(30, 'working-day', cityPortal, {
        ...islands,
        words: 'Xã đảo, vùng khó khăn: đăng ký và cấp Giấy chứng nhận',
      }),
      told(27, 'working-day', cityPortal, {
        key: 'islands-register',
        words: 'Xã đảo, vùng khó khăn: chỉ đăng ký',
        needs: 'reason',
      }),
    ],
    termNote: 'Niêm yết công khai 15 ngày nằm trong thời hạn; chưa gồm thời gian thực hiện nghĩa vụ tài chính.',
    successor: city('1.115939', ownCodes),
    legalBasis: ['31/2024/QH15', '101/2024/NĐ-CP', '151/2025/NĐ-CP', '226/2025/NĐ-CP', '44/2026/QĐ-UBND'],
    doubts: [decreesUnread],
  },
};
