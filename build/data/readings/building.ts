import { type Paper, type Reading, type Readings, type Supplement, inLaw, paper, portal, told } from './reading.ts';

const article = 'NĐ 217/2026 Điều 54 k1';
const since = { from: '2026-07-01' } as const;
const before = { until: '2026-06-30' } as const;

const house = { ...since, key: 'house', words: 'Nhà ở riêng lẻ' } as const;

/** A new permit or another one for the same building: the notice, sooner for a house, then two working days of the citizen (NĐ 217/2026 Điều 54 k2). */
const ofPermit: Supplement = {
  times: 1,
  askWithin: { days: 5, unit: 'working-day' },
  askWithinOf: [{ termCase: house.key, days: 3, unit: 'working-day' }],
  days: 2,
  unit: 'working-day',
  afterwards: 'refuse',
  article: 'NĐ 217/2026 Điều 54 k2',
};
const ofExtension: Supplement = {
  times: 1,
  askWithin: { days: 2, unit: 'working-day' },
  days: 1,
  unit: 'working-day',
  afterwards: 'refuse',
  article: 'NĐ 217/2026 Điều 54 k3',
};

const common: Omit<Reading, 'terms'> = {
  onlineLevel: 'full',
  onlineOnly: 'NĐ 217/2026 Điều 54 k1',
  resultAway: 'NĐ 217/2026 Điều 54 k4',
  termNote: '',
  legalBasis: ['135/2025/QH15', '217/2026/NĐ-CP', '85/2019/TT-BTC'],
};
const earlier = 'hồ sơ nộp trước 01/7/2026 tiếp tục theo quy định cũ (NĐ 217/2026 Điều 76 k19).';

const form1 = paper(
  'Đơn đề nghị cấp giấy phép xây dựng, Mẫu số 01 Phụ lục II NĐ 217/2026/NĐ-CP',
  'Đơn đề nghị cấp GPXD (Mẫu 01)',
);
const formRepair = paper(
  'Đơn đề nghị cấp giấy phép sửa chữa, cải tạo, di dời công trình, Mẫu số 01 Phụ lục II NĐ 217/2026/NĐ-CP',
  'Đơn đề nghị sửa chữa, cải tạo (Mẫu 01)',
);
const form2 = paper(
  'Đơn đề nghị điều chỉnh, gia hạn hoặc cấp lại giấy phép xây dựng, Mẫu số 02 Phụ lục II NĐ 217/2026/NĐ-CP',
  'Đơn đề nghị (Mẫu 02)',
);
const land = paper(
  'Một trong các loại giấy tờ hợp pháp về đất đai nêu tại Điều 55 NĐ 217/2026/NĐ-CP; không phải nộp giấy đã có trên cơ sở dữ liệu quốc gia',
  'Giấy tờ hợp pháp về đất đai',
);

const homes = 'Nhà ở riêng lẻ';
const works = 'Công trình theo tuyến, không theo tuyến';
const temple = 'Công trình tôn giáo';
const shrine = 'Công trình tín ngưỡng';
const statue = 'Tượng đài, tranh hoành tráng';
const mission = 'Công trình ngoại giao, tổ chức quốc tế';

const drawingsOfHouse = paper(
  'Bộ bản vẽ thiết kế xây dựng: mặt bằng trên lô đất kèm sơ đồ vị trí; mặt bằng các tầng, mặt đứng, mặt cắt chính; mặt bằng và mặt cắt móng kèm sơ đồ đấu nối hạ tầng',
  'Bộ bản vẽ thiết kế nhà ở',
  { case: homes },
);
const neighbours = paper(
  'Bản cam kết bảo đảm an toàn đối với công trình liền kề',
  'Cam kết an toàn công trình liền kề',
  {
    case: homes,
  },
);
const fireOfHouse = paper(
  'Kết quả thủ tục về phòng cháy, chữa cháy và báo cáo kết quả thẩm tra thiết kế xây dựng, nếu pháp luật có yêu cầu',
  'Kết quả PCCC, thẩm tra thiết kế (nếu có)',
  { case: homes },
);

function project(of: string): readonly Paper[] {
  return [
    paper('Quyết định phê duyệt dự án', 'Quyết định phê duyệt dự án', { case: of }),
    paper(
      'Báo cáo kết quả thẩm tra thiết kế; kết quả thủ tục về phòng cháy, chữa cháy, bảo vệ môi trường; ý kiến của cơ quan văn hóa cấp tỉnh, nếu có yêu cầu',
      'Thẩm tra, PCCC, môi trường (nếu có)',
      { case: of },
    ),
    paper(
      'Bộ bản vẽ thiết kế xây dựng triển khai sau khi dự án được phê duyệt (thiết kế bản vẽ thi công nếu chỉ lập báo cáo kinh tế - kỹ thuật)',
      'Bộ bản vẽ thiết kế sau phê duyệt dự án',
      { case: of },
    ),
  ];
}

const approval = 'Văn bản chấp thuận sự cần thiết và quy mô của cơ quan chuyên môn về tín ngưỡng, tôn giáo cấp tỉnh';

/** What each kind of building adds to the application and the paper on the land (NĐ 217/2026 Điều 57, 60). */
const byKind: readonly Paper[] = [
  drawingsOfHouse,
  neighbours,
  fireOfHouse,
  ...project(works),
  ...project(temple),
  paper(approval, 'Chấp thuận về quy mô (cơ quan tôn giáo)', { case: temple }),
  paper('Bộ bản vẽ thiết kế xây dựng như nhà ở riêng lẻ', 'Bộ bản vẽ thiết kế', { case: shrine }),
  paper(approval, 'Chấp thuận về quy mô (cơ quan tôn giáo)', { case: shrine }),
  paper(
    'Báo cáo kết quả thẩm tra thiết kế, nếu ảnh hưởng lớn đến an toàn, lợi ích cộng đồng',
    'Báo cáo thẩm tra thiết kế (nếu có)',
    {
      case: shrine,
    },
  ),
  ...project(statue),
  paper('Văn bản của cơ quan quản lý nhà nước về văn hóa có thẩm quyền', 'Văn bản của cơ quan văn hóa', {
    case: statue,
  }),
  ...project(mission),
  paper('Điều khoản của hiệp định hoặc thỏa thuận đã ký với Chính phủ Việt Nam', 'Điều khoản hiệp định, thỏa thuận', {
    case: mission,
  }),
];

export const building: Readings = {
  '1.013225': {
    ...common,
    terms: [
      inLaw(10, 'working-day', article, { ...since, words: 'Công trình khác' }),
      inLaw(7, 'working-day', article, house),
      told(20, 'day', portal, { ...before, words: 'Công trình khác' }),
      told(15, 'day', portal, { ...before, key: 'house', words: 'Nhà ở riêng lẻ' }),
    ],
    supplement: ofPermit,
    verified: 'NĐ 217/2026 Điều 53, 54, 55, 57, 60',
    doubts: [earlier],
    papers: [form1, land, ...byKind],
  },
  '1.013226': {
    ...common,
    terms: [
      inLaw(9, 'working-day', article, { ...since, words: 'Công trình khác' }),
      inLaw(7, 'working-day', article, house),
      told(20, 'day', portal, { ...before, words: 'Công trình khác' }),
    ],
    supplement: ofPermit,
    verified: 'NĐ 217/2026 Điều 53, 54, 63',
    doubts: [earlier],
    papers: [
      form2,
      paper('Giấy phép xây dựng đã cấp kèm hồ sơ bản vẽ', 'Giấy phép xây dựng và bản vẽ đã cấp'),
      paper(
        'Bộ bản vẽ thiết kế xây dựng điều chỉnh; có điều chỉnh dự án thì kèm thiết kế điều chỉnh tại báo cáo nghiên cứu khả thi',
        'Bộ bản vẽ thiết kế điều chỉnh',
      ),
      paper(
        'Báo cáo kết quả thẩm định và văn bản phê duyệt thiết kế xây dựng điều chỉnh, có nội dung an toàn chịu lực, phòng cháy, chữa cháy, môi trường',
        'Thẩm định, phê duyệt thiết kế điều chỉnh',
      ),
      { ...land, case: 'Thay đổi diện tích hoặc chức năng sử dụng đất' },
    ],
  },
  '1.013227': {
    ...common,
    terms: [inLaw(5, 'working-day', article, since), told(5, 'working-day', portal, before)],
    supplement: ofExtension,
    verified: 'NĐ 217/2026 Điều 53, 54, 63',
    doubts: [earlier],
    papers: [
      form2,
      paper(
        'Bản chính, bản sao có chứng thực hoặc bản điện tử của giấy phép xây dựng đã cấp',
        'Giấy phép xây dựng đã cấp',
      ),
    ],
  },
  '1.013228': {
    ...common,
    terms: [inLaw(5, 'working-day', article, since), told(5, 'working-day', portal, before)],
    supplement: ofExtension,
    verified: 'NĐ 217/2026 Điều 53, 54, 64',
    doubts: [earlier],
    papers: [
      { ...form2, name: `${form2.name}, nêu rõ lý do đề nghị cấp lại` },
      paper('Bản chính hoặc bản sao có chứng thực giấy phép xây dựng đã cấp', 'Giấy phép xây dựng đã cấp', {
        case: 'Giấy phép bị rách, nát',
      }),
    ],
  },
  '1.013229': {
    ...common,
    terms: [
      inLaw(9, 'working-day', article, { ...since, words: 'Công trình khác' }),
      inLaw(7, 'working-day', article, house),
      told(20, 'day', portal, { ...before, words: 'Công trình khác' }),
      told(15, 'day', portal, { ...before, key: 'house', words: 'Nhà ở riêng lẻ' }),
    ],
    supplement: ofPermit,
    verified: 'NĐ 217/2026 Điều 53, 54, 55, 61',
    doubts: [earlier],
    papers: [
      formRepair,
      land,
      paper(
        'Bản vẽ hiện trạng của các bộ phận dự kiến sửa chữa, cải tạo đã được phê duyệt, cùng tỷ lệ với bản vẽ đề nghị cấp phép',
        'Bản vẽ hiện trạng phần sửa chữa',
      ),
      paper(
        'Ảnh chụp hiện trạng công trình và công trình lân cận trước khi sửa chữa, cải tạo, cỡ tối thiểu 10 x 15 cm',
        'Ảnh chụp hiện trạng (10 x 15 cm)',
      ),
      ...byKind,
    ],
  },
  '1.013274': {
    terms: [
      told(5, 'working-day', portal, { words: 'Mục đích khác' }),
      told(1, 'day', portal, { key: 'funeral', words: 'Đám tang' }),
    ],
    termNote: '',
    doubts: ['nghị định quy định việc cấp phép này chưa đọc.'],
  },
  '1.014159': {
    terms: [told(10, 'day', portal)],
    legalBasis: ['47/2024/QH15', '145/2025/NĐ-CP', '16/2025/TT-BXD', '43/2025/TT-BXD'],
    decidingAgency: 'UBND cấp xã',
    doubts: ['NĐ 145/2025 giao UBND cấp xã cung cấp thông tin và hết hiệu lực từ 01/3/2027; thời hạn theo Cổng.'],
  },
};
