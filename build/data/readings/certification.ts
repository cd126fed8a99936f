import { type Reading, type Readings, type Term, inLaw, paper, sameDay, told } from './reading.ts';

/** By written agreement with the person the slip carries its own day and hour; the number is the most the article gives without one. */
function agreed(value: number, article: string): Term {
  return inLaw(value, 'working-day', article, {
    key: 'agreed',
    words: 'Dài hơn theo thỏa thuận bằng văn bản',
    needs: 'written-agreement',
    chosen: 'either',
  });
}

const notOfToday =
  'đọc trong bản pháp điển có NĐ 07/2025; NĐ 280/2025 sửa đổi sau đó chưa đọc (Cổng 06/2026 công bố cùng thời hạn).';

/** What the portal lists of other offices' grounds is left out: the fees of notaries and of missions abroad. */
const basis = ['23/2015/NĐ-CP', '07/2025/NĐ-CP', '280/2025/NĐ-CP', '01/2020/TT-BTP', '226/2016/TT-BTC'];

const today: Term = inLaw(1, 'same-day', 'NĐ 23/2015 Điều 7', sameDay);

const translation: Reading = {
  terms: [inLaw(1, 'same-day', 'NĐ 23/2015 Điều 33, 7', sameDay), agreed(1, 'NĐ 23/2015 Điều 33')],
  legalBasis: basis,
  doubts: [notOfToday],
};

/** NĐ 23/2015 Điều 36 k1: shown, whoever asks; the list names it for signatures only. */
const shownCard = paper(
  'Bản chính hoặc bản sao có chứng thực thẻ căn cước, giấy chứng nhận căn cước, hộ chiếu hoặc giấy tờ có giá trị đi lại quốc tế còn giá trị sử dụng; hoặc căn cước điện tử.',
  'Giấy tờ tùy thân',
  { kind: 'shown' },
);

const transaction: Reading = {
  also: [shownCard],
  terms: [inLaw(2, 'working-day', 'NĐ 23/2015 Điều 37'), agreed(2, 'NĐ 23/2015 Điều 37')],
  legalBasis: [...basis, '66.7/2025/NQ-CP'],
  doubts: [notOfToday],
};

export const certification: Readings = {
  '2.000815': {
    terms: [
      today,
      inLaw(2, 'working-day', 'NĐ 23/2015 Điều 21', {
        key: 'many',
        words: 'Nhiều loại, nhiều trang, nhiều bản hoặc khó đối chiếu',
        rule: 'from-next-day-after-15h',
        chosen: 'either',
        needs: 'reason',
      }),
      agreed(2, 'NĐ 23/2015 Điều 21'),
    ],
    termNote: '',
    legalBasis: basis,
    doubts: [notOfToday],
  },
  '2.000884': { terms: [today], termNote: '', legalBasis: [...basis, '66.7/2025/NQ-CP'], doubts: [notOfToday] },
  '2.000908': {
    terms: [inLaw(1, 'same-day', 'NĐ 23/2015 Điều 17 k4, 7', sameDay)],
    termNote: 'Yêu cầu gửi qua bưu chính: làm ngay khi nhận đủ hồ sơ hợp lệ, theo dấu bưu chính đến.',
    legalBasis: [...basis.slice(0, 4), '66.7/2025/NQ-CP'],
    doubts: [notOfToday],
  },
  '2.000913': transaction,
  '2.000927': {
    terms: [told(2, 'working-day', 'Cổng DVCQG, bản 06-07/2026')],
    termNote: '',
    legalBasis: basis,
    doubts: [
      'Cổng dẫn NĐ 23/2015 Điều 37, nhưng điều đó chỉ nói việc chứng thực giao dịch; việc sửa lỗi (NĐ 23/2015 Điều 39) không có thời hạn riêng, có thể phải làm trong ngày (NĐ 23/2015 Điều 7).',
      notOfToday,
    ],
  },
  '2.000942': { terms: [today], termNote: '', legalBasis: [...basis, '66.7/2025/NQ-CP'], doubts: [notOfToday] },
  '2.000992': translation,
  '2.001008': translation,
  '2.001016': transaction,
  '2.001019': transaction,
  '2.001035': transaction,
  '2.001406': transaction,
};
