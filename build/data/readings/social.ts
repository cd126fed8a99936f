import { type Readings, type Successor, inLaw, inferred, paper, portal, portalAutumn, told } from './reading.ts';

/** The decree on social assistance of 21 August 2026: a newspaper has it in force from 5 October. */
const newDecree = '2026-10-05';
const lastOld = '2026-10-04';

function health(code: string, note = 'Bộ Y tế công bố lại theo NĐ 335/2026 (3033/QĐ-BYT, 29/9/2026).'): Successor {
  return { code, from: newDecree, inferred: true, note };
}

const decreeUnread = 'NĐ 335/2026 chưa đọc; ngày có hiệu lực (05/10/2026) theo báo.';
const pension =
  'tờ khai của NĐ 335/2026 gồm cả trợ cấp hưu trí xã hội: từ 05/10/2026 thủ tục này có thể đã theo nghị định đó, chưa đọc.';
const poor2027 =
  'chuẩn nghèo 2027-2030 theo NĐ 351/2025: thủ tục mới của Bộ Nông nghiệp và Môi trường; hai bộ mã có thể cùng chạy cuối 2026.';

export const social: Readings = {
  '1.001699': {
    terms: [inLaw(25, 'working-day', 'TT 01/2019 Điều 5 k2, 6 k1')],
    termNote: '20 ngày làm việc để Hội đồng kết luận, 05 ngày làm việc để niêm yết và cấp giấy.',
    verified: 'TT 01/2019 Điều 4, 5, 6',
    legalBasis: ['51/2010/QH12', '28/2012/NĐ-CP', '01/2019/TT-BLĐTBXH', '08/2023/TT-BLĐTBXH'],
    doubts: [
      'khi Hội đồng giám định y khoa kết luận, giấy được cấp trong 05 ngày làm việc từ ngày nhận kết luận (TT 01/2019 Điều 6 k2).',
    ],
  },
  '1.001731': {
    terms: [told(3, 'working-day', portalAutumn)],
    successor: health('1.116910'),
    legalBasis: ['335/2026/NĐ-CP'],
    doubts: [decreeUnread],
    papers: [
      paper('Tờ khai đề nghị hỗ trợ chi phí mai táng, Mẫu số 03 NĐ 335/2026/NĐ-CP', 'Tờ khai hỗ trợ mai táng (Mẫu 03)'),
    ],
  },
  '1.001776': {
    terms: [
      told(7, 'working-day', portalAutumn, { from: newDecree }),
      told(10, 'working-day', portal, { until: lastOld }),
    ],
    successor: health('1.116909'),
    legalBasis: ['335/2026/NĐ-CP'],
    doubts: [decreeUnread],
    papers: [
      paper(
        'Tờ khai đề nghị trợ cấp xã hội, trợ cấp hưu trí xã hội, Mẫu số 01 NĐ 335/2026/NĐ-CP',
        'Tờ khai đề nghị trợ cấp (Mẫu 01)',
        { case: 'Trợ cấp xã hội hằng tháng' },
      ),
      paper(
        'Tờ khai nhận chăm sóc, nuôi dưỡng, đề nghị hỗ trợ kinh phí, Mẫu số 02 NĐ 335/2026/NĐ-CP',
        'Tờ khai nhận chăm sóc (Mẫu 02)',
        { case: 'Nhận chăm sóc, nuôi dưỡng' },
      ),
    ],
  },
  '1.014027': {
    terms: [
      inLaw(10, 'working-day', 'NĐ 176/2025 Điều 4 k1', { until: lastOld }),
      inferred(10, 'working-day', 'NĐ 176/2025 Điều 4 k1', { from: newDecree }),
    ],
    doubts: [pension],
  },
  '1.014028': {
    terms: [
      inLaw(3, 'working-day', 'NĐ 176/2025 Điều 5 k3', { until: lastOld }),
      inferred(3, 'working-day', 'NĐ 176/2025 Điều 5 k3', { from: newDecree }),
    ],
    doubts: [pension],
  },
  '2.000286': {
    terms: [
      told(10, 'working-day', portal, { words: 'Cơ sở do UBND cấp xã quản lý', until: lastOld }),
      told(15, 'working-day', portal, { key: 'province', words: 'Cơ sở do UBND cấp tỉnh quản lý', until: lastOld }),
      inferred(10, 'working-day', portal, { words: 'Cơ sở do UBND cấp xã quản lý', from: newDecree }),
      inferred(15, 'working-day', portal, {
        key: 'province',
        words: 'Cơ sở do UBND cấp tỉnh quản lý',
        from: newDecree,
      }),
    ],
    termNote: '',
    successor: health('1.116907'),
    legalBasis: ['335/2026/NĐ-CP'],
    doubts: [`${decreeUnread} Thời hạn của mã mới chưa đọc; một tỉnh công bố 25 ngày làm việc theo quy định cũ.`],
  },
  '1.010803': {
    terms: [told(10, 'working-day', portalAutumn)],
    decidingAgency: 'Sở Nội vụ',
    onlineLevel: 'full',
    doubts: [
      'NĐ 131/2021 Điều 28 cho 05 ngày làm việc, 07 ngày làm việc và 12 ngày qua ba cơ quan; Nghị quyết rút ngắn năm 2026 (NQ 24/2026) chưa đọc.',
    ],
  },
  '1.010824': {
    terms: [
      told(19, 'day', portalAutumn, { words: 'Trợ cấp một lần, mai táng' }),
      told(24, 'day', portalAutumn, { key: 'survivors', words: 'Trợ cấp tuất hằng tháng, tuất nuôi dưỡng' }),
    ],
    termNote: '',
    decidingAgency: 'Sở Nội vụ',
    onlineLevel: 'full',
    doubts: [
      'NĐ 131/2021 Điều 123, 124 tính qua ba cơ quan; Nghị quyết rút ngắn năm 2026 (NQ 24/2026) chưa đọc.',
      'Cổng gộp số bản theo nhóm hồ sơ; số bản từng giấy ở đây suy từ nội dung.',
    ],
  },
  '1.010833': {
    terms: [inLaw(5, 'working-day', 'NĐ 131/2021 Điều 116 k2')],
    onlineLevel: 'full',
    doubts: [
      'đọc trong bản pháp điển giữa năm 2026; sửa đổi sau đó nếu có chưa đọc (Cổng 10/2026 công bố cùng thời hạn).',
    ],
  },
  '1.011606': {
    terms: [],
    noTerm: 'Rà soát định kỳ theo kế hoạch hằng năm của địa phương, không có thời hạn cho từng hồ sơ.',
    termNote: '',
    successor: { code: '1.116214', from: '2027-01-01', inferred: true, note: poor2027 },
    legalBasis: ['24/2021/QĐ-TTg', '07/2021/TT-BLĐTBXH', '02/2022/TT-BLĐTBXH', '351/2025/NĐ-CP', '25/2026/TT-BNNMT'],
    doubts: [poor2027],
  },
  ...Object.fromEntries(
    ['1.011607', '1.011608'].map((code) => [
      code,
      {
        terms: [
          told(15, 'day', portal, { until: '2026-12-31' }),
          inferred(9, 'day', 'Cổng DVCQG, mã 1.116215, bản 8/2026', { from: '2027-01-01' }),
        ],
        termNote: '',
        successor: { code: '1.116215', from: '2027-01-01', inferred: true, note: poor2027 },
        legalBasis: [
          '24/2021/QĐ-TTg',
          '07/2021/TT-BLĐTBXH',
          '02/2022/TT-BLĐTBXH',
          '351/2025/NĐ-CP',
          '25/2026/TT-BNNMT',
        ],
        doubts: [
          poor2027,
          'mã 1.116215 ghi 9 ngày ở kênh nộp và 31 ngày ở mục trường hợp: mâu thuẫn, chưa có văn bản để đối chiếu.',
        ],
      },
    ]),
  ),
};
