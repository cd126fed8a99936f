import { type Readings, type Term, inferred, inLaw, paper, portal, sameDay, told, verify } from './reading.ts';

/** The law of 2014 holds to the end of February 2027, the law of 2026 from the first of March (Luật Hộ tịch 2026 Điều 29). */
const old = { until: '2027-02-28' } as const;

/** What the law gives no time for: 24 hours of a complete file. Read word for word, and it is the law's own words that no term is set. */
const in24Hours = inLaw(24, 'hour', 'Luật Hộ tịch 2026 Điều 3 k3', { from: '2027-03-01' });
/** The same rule for what the decree to come may give a time of its own (Luật Hộ tịch 2026 Điều 29 k4): nobody can read that yet. */
const in24HoursUnlessDecree = inferred(24, 'hour', 'Luật Hộ tịch 2026 Điều 3 k3', { from: '2027-03-01' });

function today(article: string): Term {
  return inLaw(1, 'same-day', article, { ...old, ...sameDay });
}

function days(value: number, article: string): Term {
  return inLaw(value, 'working-day', article, old);
}

function verified(value: number, article: string): Term {
  return inLaw(value, 'working-day', article, { ...verify, ...old });
}

const decreeToCome =
  'từ 01/3/2027 theo Luật Hộ tịch 2026: nghị định chi tiết chưa ban hành, 24 giờ là mức chung của luật; đọc lại trước ngày đó.';
const inquiryNotCounted =
  'thời gian gửi yêu cầu xác minh và chờ trả lời không tính vào thời hạn (NĐ 123/2015 Điều 3 k4).';
const freeUntil =
  'miễn lệ phí theo Luật Hộ tịch 2014 đến hết 28/02/2027; Luật Hộ tịch 2026 không còn quy định miễn, đọc lại trước 01/3/2027.';

const change: readonly Term[] = [
  inLaw(3, 'working-day', 'Luật Hộ tịch 2014 Điều 28 k2', {
    ...old,
    words: 'Thay đổi, cải chính, xác định lại dân tộc',
  }),
  inLaw(1, 'same-day', 'Luật Hộ tịch 2014 Điều 29, 5 k3', {
    ...old,
    ...sameDay,
    key: 'supplement-info',
    words: 'Bổ sung thông tin hộ tịch',
  }),
  inLaw(6, 'working-day', 'Luật Hộ tịch 2014 Điều 28 k2', {
    ...verify,
    ...old,
    words: 'Thay đổi, cải chính phải xác minh',
  }),
  in24HoursUnlessDecree,
];

export const civilStatus: Readings = {
  '1.000656': {
    terms: [
      today('Luật Hộ tịch 2014 Điều 34 k2, 5 k3'),
      inferred(3, 'working-day', 'NĐ 123/2015 Điều 20 k3', { ...verify, ...old }),
      in24Hours,
    ],
    doubts: [
      '03 ngày làm việc khi xác minh được viết cho khai tử ở khu vực biên giới và khai tử có yếu tố nước ngoài; với khai tử trong nước là suy ra.',
      decreeToCome,
    ],
  },
  '1.000689': {
    terms: [
      inferred(3, 'working-day', 'Luật Hộ tịch 2014 Điều 25 k2', old),
      inferred(8, 'working-day', 'Luật Hộ tịch 2014 Điều 25 k2', { ...verify, ...old }),
      in24HoursUnlessDecree,
    ],
    doubts: [
      'thời hạn là của việc nhận cha, mẹ, con (03 ngày làm việc, xác minh thêm không quá 05 ngày); văn bản về việc kết hợp với khai sinh chưa đọc.',
      'lệ phí nộp trực tiếp: phần khai sinh đúng hạn được miễn (Luật Hộ tịch 2014 Điều 11 k1b, đến hết 28/02/2027), phần nhận cha, mẹ, con thì không (k2); mức gõ vào chỉ gồm phần phải nộp.',
      inquiryNotCounted,
      decreeToCome,
    ],
  },
  '1.000894': {
    terms: [
      today('Luật Hộ tịch 2014 Điều 18 k2, 5 k3'),
      inLaw(5, 'working-day', 'Luật Hộ tịch 2014 Điều 18 k2', {
        ...verify,
        ...old,
        words: 'Phải xác minh điều kiện kết hôn',
      }),
      in24Hours,
    ],
    also: [
      paper(
        'Giấy xác nhận tình trạng hôn nhân do Cơ quan đại diện ngoại giao, Cơ quan đại diện lãnh sự của Việt Nam ở nước ngoài cấp, với người đang công tác, học tập, lao động có thời hạn ở nước ngoài.',
        'Giấy xác nhận hôn nhân (đại sứ quán)',
        { case: 'Đang công tác, học tập, lao động ở nước ngoài' },
      ),
    ],
    verified: 'Luật Hộ tịch 2014 Điều 18; NĐ 123/2015 Điều 2, 10',
    fee: { amount: 0, note: 'Miễn: Luật Hộ tịch 2014 Điều 11 k1b, công dân Việt Nam cư trú ở trong nước.' },
    doubts: [freeUntil, decreeToCome],
  },
  '1.001022': {
    terms: [
      days(3, 'Luật Hộ tịch 2014 Điều 25 k2'),
      verified(8, 'Luật Hộ tịch 2014 Điều 25 k2'),
      in24HoursUnlessDecree,
    ],
    doubts: [inquiryNotCounted, decreeToCome],
  },
  '1.001193': {
    terms: [
      today('Luật Hộ tịch 2014 Điều 16 k2, 5 k3'),
      inferred(3, 'working-day', 'NĐ 123/2015 Điều 3 k5', {
        ...verify,
        ...old,
        words: 'Nhờ xã khác xác minh tình trạng hôn nhân của cha mẹ',
      }),
      in24Hours,
    ],
    doubts: [
      '03 ngày làm việc là thời hạn trả lời của UBND cấp xã được nhờ xác minh, tính từ ngày nơi đó nhận yêu cầu; trẻ bị bỏ rơi phải niêm yết 7 ngày trước khi đăng ký (NĐ 123/2015 Điều 14 k2).',
      decreeToCome,
    ],
  },
  '1.001766': {
    terms: [
      today('Luật Hộ tịch 2014 Điều 52 k2, 5 k3'),
      verified(3, 'Luật Hộ tịch 2014 Điều 52 k2'),
      in24HoursUnlessDecree,
    ],
    doubts: [decreeToCome],
  },
  '1.004746': {
    terms: [days(5, 'NĐ 123/2015 Điều 27 k2'), in24HoursUnlessDecree],
    verified: 'NĐ 123/2015 Điều 2, 27',
    doubts: [decreeToCome],
  },
  '1.004772': {
    terms: [told(5, 'working-day', portal, old), in24HoursUnlessDecree],
    doubts: ['thông tư quy định thủ tục này chưa đọc; 05 ngày theo Cổng, đơn vị suy ra.', decreeToCome],
  },
  '1.004837': {
    terms: [days(3, 'Luật Hộ tịch 2014 Điều 20 k2, 21 k2'), in24HoursUnlessDecree],
    fee: { amount: 0, note: 'Miễn: Luật Hộ tịch 2014 Điều 11 k1b, công dân Việt Nam cư trú ở trong nước.' },
    doubts: [freeUntil, decreeToCome],
  },
  '1.004845': {
    terms: [days(2, 'Luật Hộ tịch 2014 Điều 22 k2'), in24HoursUnlessDecree],
    doubts: [
      'Luật Hộ tịch 2014 Điều 11 k1b miễn lệ phí «giám hộ»; có gồm chấm dứt giám hộ hay không, văn bản không nói rõ: máy không tự miễn, lãnh đạo có thể miễn, ghi lý do và căn cứ.',
      decreeToCome,
    ],
  },
  '1.004859': { terms: change, termNote: '', doubts: [inquiryNotCounted, decreeToCome] },
  '1.004873': {
    terms: [
      days(3, 'NĐ 123/2015 Điều 22 k3'),
      inferred(6, 'working-day', 'NĐ 123/2015 Điều 22 k4, k5', {
        ...verify,
        ...old,
        words: 'Nhờ nơi thường trú trước đây xác minh',
      }),
      in24HoursUnlessDecree,
    ],
    doubts: [
      'khi nhờ nơi khác xác minh (03 ngày làm việc từ ngày nơi đó nhận yêu cầu), giấy được cấp ngay ngày nhận trả lời; 06 ngày là tổng suy ra.',
      decreeToCome,
    ],
  },
  '1.004884': { terms: [days(5, 'NĐ 123/2015 Điều 26 k2'), in24HoursUnlessDecree], doubts: [decreeToCome] },
  '1.005461': {
    terms: [days(5, 'NĐ 123/2015 Điều 28 k2'), verified(10, 'NĐ 123/2015 Điều 28 k2'), in24HoursUnlessDecree],
    doubts: [decreeToCome],
  },
  '2.000528': {
    terms: [today('Luật Hộ tịch 2014 Điều 36 k2, 5 k3; NĐ 123/2015 Điều 29 k4'), in24HoursUnlessDecree],
    doubts: [decreeToCome],
  },
  '2.000554': {
    terms: [days(5, 'NĐ 123/2015 Điều 39 k2'), verified(10, 'NĐ 123/2015 Điều 39 k2'), in24HoursUnlessDecree],
    doubts: [
      'Luật Hộ tịch 2014 Điều 50 k2 cho 12 ngày; nghị định chi tiết quy định ngắn hơn và được theo ở đây.',
      decreeToCome,
    ],
  },
  '2.000635': {
    terms: [
      today('Luật Hộ tịch 2014 Điều 64 k2, 5 k3'),
      inferred(24, 'hour', 'Luật Hộ tịch 2026 Điều 3 k3', { from: '2027-03-01' }),
    ],
    doubts: ['từ 01/3/2027 việc cấp bản sao do Chính phủ quy định (Luật Hộ tịch 2026 Điều 29 k4), chưa ban hành.'],
  },
  '2.000748': {
    terms: change.map((one) => {
      if (one.key === 'usual' && one.grade === 'A') return { ...one, article: 'Luật Hộ tịch 2014 Điều 47 k1, 28 k2' };
      return one.key === 'supplement-info' ? { ...one, article: 'Luật Hộ tịch 2014 Điều 47 k2, 29, 5 k3' } : one;
    }),
    termNote: '',
    doubts: [inquiryNotCounted, decreeToCome],
  },
  '2.000806': {
    terms: [
      told(5, 'working-day', portal, old),
      inLaw(15, 'day', 'Luật Hộ tịch 2014 Điều 38 k2', {
        ...old,
        key: 'law',
        words: 'Theo Luật Hộ tịch (15 ngày)',
        chosen: 'either',
        needs: 'reason',
      }),
      in24HoursUnlessDecree,
    ],
    doubts: [
      'Cổng công bố 5, đơn vị «Khác»; Luật Hộ tịch 2014 Điều 38 k2 cho 15 ngày, NĐ 123/2015 Điều 31, 32 cho 10 ngày làm việc và 03 ngày làm việc để trao giấy. Văn bản phân định thẩm quyền năm 2025 chưa đọc: hỏi Sở Tư pháp.',
      decreeToCome,
    ],
  },
  '2.002189': {
    terms: [days(5, 'NĐ 123/2015 Điều 35 k2'), verified(10, 'NĐ 123/2015 Điều 35 k2'), in24HoursUnlessDecree],
    doubts: [
      'Luật Hộ tịch 2014 Điều 50 k2 cho 12 ngày; nghị định chi tiết quy định ngắn hơn và được theo ở đây.',
      decreeToCome,
    ],
  },
  '2.002516': {
    terms: [],
    noTerm: 'Cổng không công bố; nghị định về đăng ký hộ tịch trực tuyến quy định thủ tục này chưa đọc được.',
    doubts: ['NQ 66.22/2026 không nêu thủ tục này trong danh mục miễn phí.'],
  },
};
