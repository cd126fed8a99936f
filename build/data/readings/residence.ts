import { type Reading, type Readings, type Successor, inLaw, paper, portal, portalAutumn, told } from './reading.ts';

const merged = 'Cổng gộp các thủ tục cùng nhóm vào một mã; mã này có còn hiện hay không chưa kiểm được.';
const permanent: Successor = { code: '1.116788', from: '2026-09-28', inferred: true, note: merged };
const temporary: Successor = { code: '1.116789', from: '2026-09-30', inferred: true, note: merged };

const forms = 'mẫu CT01 theo TT 116/2026/TT-BCA; ngày có hiệu lực của thông tư chưa xác minh.';
const basis = [
  '68/2020/QH14',
  '118/2025/QH15',
  '154/2024/NĐ-CP',
  '116/2026/TT-BCA',
  '75/2022/TT-BTC',
  '71/2025/TT-BTC',
];

/** Each case asks for it (Luật Cư trú Điều 21, 25, 28). */
const everyCase = ['Tờ khai thay đổi thông tin cư trú (CT01)'];

function police(reading: Reading): Reading {
  return {
    legalBasis: basis,
    decidingAgency: 'Công an cấp xã',
    everyCase,
    ...reading,
    doubts: [...(reading.doubts ?? []), forms],
  };
}

/** Not a waiver of the desk: the text that grants it was not found, and a file does not say through which app it came. */
const appFree =
  'Cổng 9/2026: miễn lệ phí khi nộp qua Ứng dụng định danh quốc gia từ 01/4/2026 đến 31/12/2026; văn bản chưa tìm được, máy không tự miễn.';

export const residence: Readings = {
  '1.004222': police({
    terms: [inLaw(7, 'working-day', 'Luật Cư trú Điều 22 k3')],
    successor: permanent,
    legalBasis: [...basis, '58/2026/NĐ-CP'],
    // Luật Cư trú Điều 21 k2c, k9.
    also: [
      paper(
        'Giấy tờ, tài liệu chứng minh điều kiện khác của người về ở với người thân: người cao tuổi, người khuyết tật, người không có khả năng lao động, người chưa thành niên.',
        'Giấy tờ về điều kiện khác (Điều 20 k2)',
        { case: 'Về ở với hộ gia đình: Người cao tuổi, khuyết tật, chưa thành niên', originals: 0, copies: 1 },
      ),
      paper(
        'Hộ chiếu Việt Nam còn giá trị sử dụng; không có thì giấy tờ, tài liệu khác chứng minh có quốc tịch Việt Nam.',
        'Hộ chiếu hoặc giấy tờ về quốc tịch',
        { case: 'Người Việt Nam định cư ở nước ngoài', originals: 0, copies: 1 },
      ),
    ],
    doubts: [
      'thời gian UBND cấp xã xác nhận diện tích nhà ở, nơi đậu đỗ phương tiện không tính vào 07 ngày (Cổng 9/2026).',
      appFree,
    ],
  }),
  '1.003197': police({
    terms: [told(5, 'working-day', portalAutumn)],
    successor: permanent,
    doubts: ['Luật Cư trú để Chính phủ quy định thời hạn xóa đăng ký thường trú; nghị định chưa đọc.'],
  }),
  '1.010038': police({
    terms: [inLaw(5, 'working-day', 'Luật Cư trú Điều 25 k3')],
    successor: permanent,
    verified: 'Luật Cư trú Điều 25',
    doubts: [appFree],
  }),
  '1.010039': police({
    terms: [inLaw(3, 'working-day', 'Luật Cư trú Điều 26 k3')],
    successor: permanent,
    verified: 'Luật Cư trú Điều 26',
  }),
  '1.004194': police({
    terms: [inLaw(3, 'working-day', 'Luật Cư trú Điều 28 k2')],
    successor: temporary,
    doubts: [appFree],
  }),
  '1.002755': police({
    terms: [inLaw(3, 'working-day', 'Luật Cư trú Điều 28 k3')],
    successor: temporary,
    doubts: [
      appFree,
      'nộp theo danh sách: 10.000 đồng/người/lần trực tiếp, 5.000 đồng/người/lần trực tuyến (Cổng 9/2026).',
    ],
  }),
  '1.010028': police({
    terms: [
      told(2, 'working-day', portal),
      told(3, 'working-day', portalAutumn, {
        key: 'merged',
        words: 'Theo thủ tục gộp 1.116789',
        chosen: 'either',
        needs: 'reason',
      }),
    ],
    successor: temporary,
    doubts: ['hai bản của Cổng khác nhau (02 và 03 ngày làm việc); nghị định quy định việc xóa tạm trú chưa đọc.'],
  }),
  '1.003677': police({
    terms: [
      inLaw(1, 'working-day', 'Luật Cư trú Điều 31 k2'),
      inLaw(2, 'working-day', 'Luật Cư trú Điều 31 k2', {
        key: 'complex',
        words: 'Trường hợp phức tạp',
        chosen: 'either',
        needs: 'reason',
      }),
    ],
    // Not online only: those of k1 c and d may declare by telephone and in other ways.
    termNote:
      'Người thuộc điểm a, điểm b khoản 1 khai báo qua Cổng hoặc ứng dụng định danh quốc gia (Luật Cư trú Điều 31 k2).',
    verified: 'Luật Cư trú Điều 31',
    doubts: [
      'người thuộc điểm c, điểm d khoản 1 khai báo qua điện thoại hoặc phương tiện điện tử; hình thức khác do Bộ Công an quy định, chưa đọc (Luật Cư trú Điều 31 k3).',
    ],
  }),
  '1.010041': police({
    terms: [
      told(1, 'working-day', portal, { words: 'Khai thác được dữ liệu' }),
      told(3, 'working-day', portal, {
        key: 'verify',
        words: 'Phải kiểm tra, xác minh',
        chosen: 'either',
        needs: 'reason',
      }),
    ],
    termNote: '',
    doubts: ['thông tư quy định việc xác nhận thông tin về cư trú chưa đọc.'],
  }),
  '2.001159': police({
    terms: [told(1, 'hour', portal)],
    doubts: [
      'người dân phải thông báo trước 23 giờ, đến sau 23 giờ thì trước 08 giờ hôm sau (Luật Cư trú Điều 30 k3); 01 giờ để tiếp nhận là của Cổng.',
    ],
  }),
};
