import type { Procedure } from '../../contract/catalogue/lists.ts';
import type { Person, Submitter } from '../../contract/common/person/person.ts';
import { idProvinces } from '../../domain/common/person/id-number.ts';
import { type SeededRandom, seededRandom, weighted } from './random.ts';

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
function inventName(random: SeededRandom, sex: 'male' | 'female'): string {
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

function inventHousehold(random: SeededRandom): string {
  return `Hộ kinh doanh ${random.pick(trades)} ${random.pick(female.given)}`;
}

function inventCompany(random: SeededRandom): string {
  return `Công ty TNHH ${random.pick(['Thương mại', 'Dịch vụ', 'Xây dựng', 'Vận tải'])} ${random.pick(male.given)} ${random.pick(male.given)}`;
}

/** The invented people of a practice office. A person is made again from their index, so a million cost a few bytes each. */
type People = {
  readonly count: () => number;
  /** Adds somebody; returns their index. */
  add(): number;
  addCitizen(): number;
  get(index: number): Person;
};

type Birth = { readonly province: string; readonly sex: 'male' | 'female'; readonly year: number };

/** Most were registered in the city; the rest come from everywhere. */
const homes: readonly string[] = [...idProvinces.keys()];
const home = weighted<string | null>([
  ['079', 45],
  [null, 55],
]);

const citizenShare = 0.95;
const householdShare = 0.7;

function inventPeople(seed: number): People {
  /** How many numbers of each province, century, sex and year are taken. */
  const taken = new Map<string, number>();
  let tails = new Uint32Array(1024);
  let count = 0;

  function add(): number {
    const random = seededRandom(seed, count + 1);
    if (count === tails.length) tails = grown(tails);
    if (random.chance(citizenShare)) {
      const head = headOf(inventBirth(random));
      const serial = taken.get(head) ?? 0;
      taken.set(head, serial + 1);
      tails[count] = serial;
    }
    count += 1;
    return count - 1;
  }

  function addCitizen(): number {
    for (;;) {
      const index = add();
      if (get(index).kind === 'citizen') return index;
    }
  }

  function get(index: number): Person {
    const random = seededRandom(seed, index + 1);
    return random.chance(citizenShare) ? citizen(random, tails[index] ?? 0) : business(random, index);
  }

  return { count: () => count, add, addCitizen, get };
}

function citizen(random: SeededRandom, serial: number): Person {
  const birth = inventBirth(random);
  const fullName = inventName(random, birth.sex);
  const born = dateOfBirth(random, birth.year);
  const address = inventAddress(random);
  const idNumber = idNumberOf(headOf(birth), serial);
  const phone = random.chance(0.85) ? { phone: inventPhone(random) } : {};
  return { address, dateOfBirth: born, fullName, idNumber, kind: 'citizen', ...phone, sex: birth.sex };
}

function business(random: SeededRandom, index: number): Person {
  const household = random.chance(householdShare);
  const fullName = household ? inventHousehold(random) : inventCompany(random);
  const kind = household ? 'household-business' : 'business';
  const address = inventAddress(random);
  return { address, fullName, idNumber: inventTaxNumber(index), kind, phone: inventPhone(random) };
}

/** Grown-ups: they file for themselves. */
function inventBirth(random: SeededRandom): Birth {
  const sex = random.chance(0.52) ? 'female' : 'male';
  const year = random.chance(0.05) ? 1935 + random.below(16) : 1950 + random.below(28) + random.below(28);
  return { province: home(random) ?? random.pick(homes), sex, year };
}

/** PPP G YY: province, century with sex, year of birth (NĐ 137/2015/NĐ-CP Điều 13). */
function headOf({ province, sex, year }: Birth): string {
  const century = Math.floor(year / 100) - 19;
  return `${province}${century * 2 + (sex === 'female' ? 1 : 0)}${String(year % 100).padStart(2, '0')}`;
}

/**
 * The six digits that the state draws by lot, for the nth person of a head. A citizen's number has no check digit, so no structure
 * can rule out that a real person holds the same one: these begin with 00, which shows them as invented, and belong to names that
 * are invented too. The last four are spread, for clerks search by them (7919 has no factor in common with 10 000, so a head
 * repeats none of its first ten thousand).
 */
function idNumberOf(head: string, nth: number): string {
  const round = Math.floor(nth / 10_000);
  const lot = (nth * 7919 + Number(head) * 4657) % 10_000;
  return `${head}${String(round * 10_000 + lot).padStart(6, '0')}`;
}

function dateOfBirth(random: SeededRandom, year: number): string {
  const day = `${year}-${two(1 + random.below(12))}-${two(1 + random.below(28))}`;
  // Cards of elder citizens may know the year alone.
  return year < 1960 && random.chance(0.2) ? String(year) : day;
}

const weights = [31, 29, 23, 19, 17, 13, 7, 5, 3];

/**
 * Ten digits in the shape of a tax number, with a tenth digit that the published check rule makes wrong, so no business holds
 * it. (The rule is widely published; the circular itself was not read: unverified.)
 */
function inventTaxNumber(index: number): string {
  const nine = `03${String(index % 10_000_000).padStart(7, '0')}`;
  const sum = weights.reduce((total, weight, at) => total + weight * Number(nine[at]), 0);
  const right = (10 - (sum % 11) + 11) % 11;
  return `${nine}${(right + 5) % 10}`;
}

/** Roads and numbers are invented; the ward is real. */
function inventAddress(random: SeededRandom): string {
  return `${1 + random.below(199)}/${1 + random.below(60)} đường số ${1 + random.below(99)}, phường Cát Lái`;
}

/** The shape of a mobile number, plainly made up. */
function inventPhone(random: SeededRandom): string {
  return `09000${String(random.below(100_000)).padStart(5, '0')}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function grown(old: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(old.length * 2);
  larger.set(old);
  return larger;
}

/** Who comes through the door, and for what. About two and a half cases a person; some come back for the same again. */
export type Visits = {
  next(wanted: Procedure | undefined): { readonly applicant: Person; readonly procedure: Procedure };
  /** Somebody else, with the paper that lets them file. */
  submitter(): Submitter;
};

const newcomers = 0.4;
const comeBackSoon = 0.15;
const remembered = 512;

export function inventVisits(
  seed: number,
  random: SeededRandom,
  draw: (random: SeededRandom, person: Person) => Procedure,
): Visits {
  const people = inventPeople(seed);
  const recent: { readonly index: number; readonly procedure: Procedure }[] = [];
  let visits = 0;

  function pair(wanted: Procedure | undefined): { index: number; procedure: Procedure } {
    const isNew = people.count() === 0 || random.chance(newcomers);
    if (!isNew && wanted === undefined && random.chance(comeBackSoon)) return random.pick(recent);
    const index = isNew ? people.add() : random.below(people.count());
    return { index, procedure: wanted ?? draw(random, people.get(index)) };
  }

  return {
    next: (wanted) => {
      const visit = pair(wanted);
      recent[visits % remembered] = visit;
      visits += 1;
      return { applicant: people.get(visit.index), procedure: visit.procedure };
    },
    submitter: () => ({ ...people.get(people.addCitizen()), authorisation: 'Giấy ủy quyền có chứng thực chữ ký' }),
  };
}
