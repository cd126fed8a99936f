import { type SeededRandom, weighted } from './random.ts';

/** Shares in per cent of the people, as commonly published for the whole country; the rest are rarer names. */
const surname = weighted<string>([
  ['Nguyễn', 38.4],
  ['Trần', 11],
  ['Lê', 9.5],
  ['Phạm', 7.1],
  ['Hoàng', 2.6],
  ['Huỳnh', 2.5],
  ['Phan', 4.5],
  ['Vũ', 1.9],
  ['Võ', 2],
  ['Đặng', 2.1],
  ['Bùi', 2],
  ['Đỗ', 1.4],
  ['Hồ', 1.3],
  ['Ngô', 1.3],
  ['Dương', 1],
  ['Lý', 0.5],
  ['Đinh', 0.9],
  ['Trương', 0.9],
  ['Lương', 0.6],
  ['Mai', 0.6],
  ['Cao', 0.6],
  ['Đoàn', 0.6],
  ['Trịnh', 0.6],
  ['Lâm', 0.6],
  ['Tạ', 0.4],
  ['Châu', 0.4],
  ['Quách', 0.3],
  ['Thái', 0.3],
  ['Tô', 0.3],
  ['Vương', 0.3],
  ['Kiều', 0.2],
  ['Ông', 0.1],
  ['Giang', 0.2],
  ['Âu', 0.1],
  ['Tôn Thất', 0.1],
  ['Thạch', 0.2],
  ['Sơn', 0.1],
]);

const words = (text: string) => text.trim().split(/\s+/);

const male = {
  middle: weighted<string>([
    ['Văn', 22],
    ...words(`Minh Đức Hữu Quốc Thanh Hoàng Anh Công Ngọc Xuân Trọng Thành Đình Duy Gia Bá Tấn Phước Nhật Khánh Chí Hồng
      Mạnh Tuấn Viết Quang Thế Việt Bảo`).map((word) => [word, 2.6] as const),
  ]),
  given:
    words(`Anh An Bảo Bình Châu Chiến Cường Danh Dũng Duy Dương Đạt Đăng Đông Đức Giang Hà Hải Hào Hậu Hiếu Hòa Hoàng
    Hưng Huy Hùng Kha Khang Khánh Khoa Khôi Kiên Kiệt Lâm Lộc Long Lợi Luân Mạnh Minh Nam Nghĩa Nguyên Nhân Nhật Phát Phong
    Phú Phúc Phước Phương Quân Quang Quốc Quý Quyền Sang Sơn Tài Tâm Tân Thái Thắng Thành Thiện Thịnh Thông Thuận Tiến Tín
    Toàn Trí Trung Trường Tú Tuấn Tùng Tường Văn Việt Vinh Vũ Vương`),
};

const female = {
  middle: weighted<string>([
    ['Thị', 36],
    ...words(`Ngọc Thanh Kim Mỹ Minh Thu Bích Hồng Phương Thùy Mai Tuyết Diễm Cẩm Hoàng Xuân Bảo Khánh Quỳnh Như Ánh Kiều Lệ
      Tường`).map((word) => [word, 2.6] as const),
  ]),
  given:
    words(`An Anh Ánh Bình Châu Chi Cúc Diễm Diệp Diệu Dung Duyên Đào Giang Hà Hân Hạnh Hằng Hiền Hiếu Hoa Hoài Hồng Huệ
    Hương Hường Huyền Khánh Lan Lệ Liên Linh Loan Ly Mai Mi My Mỹ Na Nga Ngân Nghi Ngọc Nguyệt Nhàn Nhi Nhung Như Oanh Phượng
    Phương Quyên Quỳnh Tâm Thanh Thảo Thắm Thi Thơ Thoa Thu Thư Thúy Thủy Thùy Thương Tiên Trâm Trang Trinh Trúc Tú Tuyền
    Tuyết Uyên Vân Vi Vy Xuân Yến Ý`),
};

const shape = weighted<'short' | 'usual' | 'long' | 'two-surnames'>([
  ['short', 5],
  ['usual', 68],
  ['long', 24],
  ['two-surnames', 3],
]);

/** An invented full name of two to five words, composed (NFC), in frequencies a clerk would find familiar. */
export function inventName(random: SeededRandom, sex: 'male' | 'female'): string {
  const { middle, given } = sex === 'male' ? male : female;
  const first = surname(random);
  const last = random.pick(given);
  switch (shape(random)) {
    case 'short':
      return `${first} ${last}`;
    case 'usual':
      return `${first} ${middle(random)} ${last}`;
    case 'long':
      return `${first} ${middle(random)} ${random.pick(given)} ${last}`;
    case 'two-surnames':
      return `${first} ${surname(random)} ${middle(random)} ${last}`;
  }
}

const trades = [
  'Tạp hóa',
  'Quán ăn',
  'Tiệm may',
  'Cà phê',
  'Nhà thuốc',
  'Sửa xe',
  'Hớt tóc',
  'Rau sạch',
  'Vật liệu xây dựng',
  'Văn phòng phẩm',
];

export function inventHousehold(random: SeededRandom): string {
  return `Hộ kinh doanh ${random.pick(trades)} ${random.pick(female.given)}`;
}

export function inventCompany(random: SeededRandom): string {
  return `Công ty TNHH ${random.pick(['Thương mại', 'Dịch vụ', 'Xây dựng', 'Vận tải'])} ${random.pick(male.given)} ${random.pick(male.given)}`;
}
