/**
 * Names for measuring, with about the frequencies of Viet Nam (Nguyễn 38 %): enough that common words are common and rare
 * ones rare. Made up; nobody's data. The orders of magnitude are what counts, not the exact shares.
 */
export type Random = () => number;

/** mulberry32: the same numbers for the same seed. */
export function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const surnames: readonly (readonly [share: number, names: string])[] = [
  [38, 'Nguyễn'],
  [11, 'Trần'],
  [9.5, 'Lê'],
  [7, 'Phạm'],
  [2.6, 'Hoàng Huỳnh'],
  [4.5, 'Phan'],
  [2, 'Vũ Võ Đặng Bùi'],
  [1.3, 'Đỗ Hồ Ngô Dương'],
  [0.5, 'Lý Đinh Trương Lâm Mai Đào Trịnh Cao Hà Đoàn Lương Tô Lưu'],
  [
    0.12,
    'Tạ Châu Quách Thái La Từ Thạch Kim Diệp Vương Tống Phùng Chu Tăng Kiều Khổng Mạc Nghiêm Ông Quan Sơn Triệu Viên Giang',
  ],
  [
    0.03,
    'Âu Bạch Biện Bế Cam Cù Danh Đàm Điền Đổng Giáp Hàn Hứa Khuất Kha La Lục Lại Mã Ninh Nông Nhữ Phó Sái Thân Thi Tiêu Ung Văn Vi Xa Yên',
  ],
];
const middlesOfWomen =
  'Thị Thị Thị Thị Thị Ngọc Thanh Thu Kim Minh Bích Hồng Mỹ Phương Tuyết Diệu Thùy Cẩm Như Khánh Bảo Hoài Ánh Quỳnh Tường Mai';
const middlesOfMen =
  'Văn Văn Văn Văn Minh Hữu Đức Quốc Thanh Ngọc Hoàng Xuân Công Đình Quang Anh Bá Trọng Tuấn Gia Duy Thế Việt Nhật Trung Chí Thành Phúc Hải Đăng';
const givens =
  'Anh Linh Hương Hà Trang Lan Hoa Hạnh Thảo Hùng Dũng Tuấn Minh Nam Long Hải Sơn Đức Thành Phương Thu Nga Mai Hằng Yến Ngọc Quang Huy Khánh Tùng Phúc Bình ' +
  'An Cường Vinh Thắng Hiếu Trung Dung Hiền Loan Tâm Thủy Vân Xuân Liên Oanh Nhung Ngân Như Vy Châu Trâm Trinh Duyên Diễm Kiều My Nhi Quyên Thư Thúy Tuyết ' +
  'Uyên Đạt Đông Khoa Khang Kiên Lâm Lộc Lợi Luân Lực Mạnh Nghĩa Nguyên Nhân Nhật Phát Phi Phong Phú Quân Quý Sang Sinh Tài Tân Thái Thiện Thịnh Thọ Thuận ' +
  'Tiến Tín Toàn Trí Triết Trọng Trường Tú Việt Vũ Bảo Bích Cúc Đào Điệp Gấm Giang Hân Hậu Hiệp Hòa Hoàn Hoàng Hồng Huệ Huyền Khôi Kim Lam Lê Lệ Lý Mỹ Nguyệt ' +
  'Nhạn Phụng Phượng Quế Quỳnh Sen Sương Thanh Thi Thoa Thơ Thơm Thương Tiên Trà Trúc Viên Ý Ái Ba Bốn Năm Sáu Bảy Tám Chín Mười Út Bé Lùn Nở Đẹp Xinh Tý Sửu ' +
  'Dần Mão Thìn Tỵ Ngọ Mùi Thân Dậu Tuất Hợi Chiến Thắm Thuý Ánh Ân Bách Bằng Biên Ca Cảnh Cầm Chánh Chi Chung Chương Công Cương Danh Diệu Doanh Duẩn Dư Dự Đại ' +
  'Đăng Đình Đô Đoan Giao Hai Hào Hảo Hoài Hoan Hội Huân Hưng Hữu Khải Khương Kỳ Lành Lập Liễu Linh Lịch Lượng Miên Mơ Nghi Nhàn Nhơn Ninh Phước Quảng Quốc Quyết';
const trades =
  'Thương Mại Dịch Vụ Xây Dựng Vận Tải Sản Xuất Đầu Tư Phát Triển Công Nghệ Thực Phẩm May Mặc Cơ Khí Điện Tử Nội Thất Du Lịch';

const surnameTable = surnames.flatMap(([share, names]) => names.split(' ').map((name) => [share, name] as const));
const surnameTotal = surnameTable.reduce((sum, [share]) => sum + share, 0);
const givenWords = givens.split(' ');

function pick(words: readonly string[], random: Random): string {
  return words[Math.floor(random() * words.length)] ?? '';
}

/** The first words far more often than the last. */
function pickOften(words: readonly string[], random: Random): string {
  return words[Math.floor(random() ** 2 * words.length)] ?? '';
}

function pickSurname(random: Random): string {
  let left = random() * surnameTotal;
  return surnameTable.find(([share]) => (left -= share) < 0)?.[1] ?? 'Nguyễn';
}

const middleLists = [middlesOfWomen.split(' '), middlesOfMen.split(' ')] as const;

/** A citizen's name of two to five words; three in a hundred are companies. */
export function madeUpName(random: Random): string {
  if (random() < 0.03) {
    const trade = trades.split(' ');
    return `Công ty TNHH ${pick(trade, random)} ${pick(trade, random)} ${pick(givenWords, random)} ${pick(givenWords, random)}`;
  }
  const middle = middleLists[random() < 0.5 ? 0 : 1];
  const length = random();
  const words = [pickSurname(random)];
  if (length > 0.05) words.push(pick(middle, random));
  if (length > 0.5) words.push(pickOften(givenWords, random));
  if (length > 0.985) words.push(pickSurname(random));
  return [...words, pickOften(givenWords, random)].join(' ');
}
