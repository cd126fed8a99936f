import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isFault } from '../../../../electron/contract/base/fault.ts';
import { officialCode } from '../../../../electron/domain/base/numbering.ts';
import { fold } from '../../../../electron/domain/base/vietnamese.ts';
import { keepCatalogue } from '../../../../electron/store/catalogue/catalogue.ts';
import { namesAtATime, rebuildSearch } from '../../../../electron/store/common/person/name-index.ts';
import { searchCases } from '../../../../electron/store/counter/search/search.ts';
import { type Store, openStore } from '../../../../electron/store/store.ts';
import { madeUpName, seeded } from '../../../support/data/hurried-names.ts';
import { newFolder } from '../../../support/desk/folder.ts';

type Filed = { name: string; id: string; phone?: string; date?: string; serial?: number };

const opened: Store[] = [];
let cases = 0;

function newStore(): Store {
  const store = openStore({ folder: newFolder(), holder: 'test', random: (size) => new Uint8Array(size) });
  if (isFault(store)) throw new Error(store.fault);
  keepCatalogue(store.db, '1', [{ code: '1.000001', name: 'Đăng ký khai sinh', body: {} }]);
  opened.push(store);
  return store;
}

afterAll(() => {
  for (const store of opened) store.close();
});

/** Receives a case and returns its number. */
function file(store: Store, { name, id, phone, date = '2026-11-23', serial }: Filed): string {
  cases += 1;
  const number = officialCode('H29.999', date, serial ?? 1000 + cases);
  const caseId = `00000000-0000-7000-8000-${String(cases).padStart(12, '0')}`;
  const written = store.write(null, Date.UTC(2026, 10, 23) + cases * 1000, (tx) =>
    tx.append(
      { kind: 'case', caseId },
      {
        type: 'received',
        number: { local: `Q1${number.slice(7)}`, official: number },
        serial: serial ?? 1000 + cases,
        day: date,
        procedureCode: '1.000001',
        catalogueVersion: '1',
        channel: 'direct',
        applicant: { kind: 'citizen', fullName: name, idNumber: id, ...(phone === undefined ? {} : { phone }) },
        components: [],
        quantity: 1,
        resultDelivery: { kind: 'desk' },
        term: { kind: 'working-days', value: 3 } as never,
        dueAt: '2026-11-26T17:00:00+07:00',
        steps: [],
        fees: [],
      },
    ),
  );
  if (isFault(written)) throw new Error(written.fault);
  return number;
}

function attach(store: Store, nth: number, official: string): void {
  const caseId = `00000000-0000-7000-8000-${String(nth).padStart(12, '0')}`;
  store.write(null, Date.UTC(2026, 10, 24), (tx) =>
    tx.append({ kind: 'case', caseId }, { type: 'official-code-attached', official }),
  );
}

const names = (store: Store, text: string, limit = 20) =>
  searchCases(store.db, text, limit).map((hit) => hit.applicantName);
const numbers = (store: Store, text: string, limit = 20) => searchCases(store.db, text, limit).map((hit) => hit.number);

test('with the end of an id number beside it a letter is the given name’s before any other’s', () => {
  const store = newStore();
  file(store, { name: 'Lê Văn Tám', id: '079190005706' });
  for (let nth = 0; nth < 12; nth += 1)
    file(store, { name: `Nguyễn Thị Hồng ${'ABCDEFGHIKLM'.charAt(nth)}nh`, id: `0791${80 + nth}005706` });
  expect(names(store, '005706 t')[0]).toBe('Lê Văn Tám');
  expect(names(store, '005706 t')).toHaveLength(13);
});

test('of a company with a long name, what stands behind it counts too', () => {
  const store = newStore();
  const long = 'Công ty TNHH Một thành viên Thương mại Dịch vụ Xuất nhập khẩu';
  for (let nth = 0; nth < 12; nth += 1)
    file(store, { name: `${long} Phú ${'ABCDEFGHIKLM'.charAt(nth)}nh`, id: `030000${nth + 10}01` });
  file(store, { name: `${long} Phú Thiện`, id: '0300007652' });
  file(store, { name: `${long} Phú Thiện`, id: '0300009999' });
  expect(names(store, `${long} Phú Thiện`)).toEqual(Array.from({ length: 2 }, () => `${long} Phú Thiện`));
  const found = searchCases(store.db, `${fold(long)} phu thien 7652`, 20);
  expect(found.map((hit) => hit.idNumber)).toEqual(['0300007652']);
});

describe('finds people as they are typed in a hurry', () => {
  let store: Store;
  beforeAll(() => {
    store = newStore();
    file(store, { name: 'Đặng Thị Ánh', id: '079190001234', phone: '0901234567', date: '2026-11-20', serial: 42 });
    file(store, { name: 'Nguyễn Văn Đức', id: '079085004321', phone: '+84 912 345 678', serial: 7 });
    file(store, { name: 'Trần Quốc Cường'.normalize('NFD'), id: '001099005555', phone: '024 3825 1234' });
    file(store, { name: 'Ông Thị Bé', id: 'B7777777' });
    file(store, { name: 'Công ty TNHH Bánh 27', id: '0312345678-001' });
    file(store, { name: 'Lê Lê', id: '079199000009' });
    file(store, { name: 'Phạm Lan', id: '079199000010', serial: 42 });
  });

  test.each([
    ['no marks', 'dang thi anh', 'Đặng Thị Ánh'],
    ['đ as d at the end of a search', 'duc', 'Nguyễn Văn Đức'],
    ['typed with marks', 'Đặng Ánh', 'Đặng Thị Ánh'],
    ['typed decomposed', 'Đặng Ánh'.normalize('NFD'), 'Đặng Thị Ánh'],
    ['kept decomposed', 'trần quốc', 'Trần Quốc Cường'.normalize('NFD')],
    ['capitals', 'DANG THI ANH', 'Đặng Thị Ánh'],
    ['any order', 'anh dang', 'Đặng Thị Ánh'],
    ['beginnings', 'ng v du', 'Nguyễn Văn Đức'],
    ['one letter', 'q', 'Trần Quốc Cường'.normalize('NFD')],
    ['a slip: a letter other', 'nguyem van duc', 'Nguyễn Văn Đức'],
    ['a slip: a letter less', 'nguyn duc', 'Nguyễn Văn Đức'],
    ['a slip: a letter more', 'nguuyen duc', 'Nguyễn Văn Đức'],
    ['a slip: neighbours swapped', 'ngyuen duc', 'Nguyễn Văn Đức'],
    ['a slip in the first letter', 'bguyen duc', 'Nguyễn Văn Đức'],
    ['a slip in a word while the others are begun', 'ngyuen v d', 'Nguyễn Văn Đức'],
    ['two slips', 'ngyuen vna duc', undefined],
    ['a word twice', 'le le', 'Lê Lê'],
    ['last four of the id', '4321', 'Nguyễn Văn Đức'],
    ['last three of the id', '321', 'Nguyễn Văn Đức'],
    ['last six of the id', '004321', 'Nguyễn Văn Đức'],
    ['more than six digits are all compared', '85004321', 'Nguyễn Văn Đức'],
    ['more than six digits of which one is wrong', '75004321', undefined],
    ['the whole id', '079085004321', 'Nguyễn Văn Đức'],
    ['the whole id in groups', '079 085 004 321', 'Nguyễn Văn Đức'],
    ['the card scanned', '079085004321|281|Nguyễn Văn Đức|01011985|Nam|Xa', 'Nguyễn Văn Đức'],
    ['a passport', 'b7777777', 'Ông Thị Bé'],
    ['a branch without its dash', '0312345678001', 'Công ty TNHH Bánh 27'],
    ['phone, whole', '0901234567', 'Đặng Thị Ánh'],
    ['phone, by its end', '234567', 'Đặng Thị Ánh'],
    ['phone kept with +84, typed with 0', '0912345678', 'Nguyễn Văn Đức'],
    ['phone kept with +84, typed with it', '+84912345678', 'Nguyễn Văn Đức'],
    ['phone kept with 0, typed with +84', '+84 901 234 567', 'Đặng Thị Ánh'],
    ['a fixed line', '0243 825 1234', 'Trần Quốc Cường'.normalize('NFD')],
    ['a word and the end of the id', 'duc 4321', 'Nguyễn Văn Đức'],
    ['the end of the id and a word', '4321 d', 'Nguyễn Văn Đức'],
    ['a word with a slip and the end of the id', 'nguyem 4321', 'Nguyễn Văn Đức'],
    ['a word and the end of a phone', 'anh 567', 'Đặng Thị Ánh'],
    ['a word that does not fit the digits', 'anh 4321', undefined],
    ['a company by the number in its name', 'banh 27', 'Công ty TNHH Bánh 27'],
    ["today's serial", '7', 'Nguyễn Văn Đức'],
    ["today's serial with noughts", '0042', 'Phạm Lan'],
    ["today's serial with a word of the name", 'lan 42', 'Phạm Lan'],
    ['whole number', 'H29.999-261123-0007', 'Nguyễn Văn Đức'],
    ['number in lower case, no dashes', 'h29.9992611230007', 'Nguyễn Văn Đức'],
    ['the number printed while the city had not answered', 'Q1-261123-0007', 'Nguyễn Văn Đức'],
    ['day and serial', '261123 7', 'Nguyễn Văn Đức'],
    ['day as said, and serial', '20/11/26 42', 'Đặng Thị Ánh'],
    ['serial and day as said', '42 201126', 'Đặng Thị Ánh'],
    ['a number of no case', 'H29.999-261123-0008', undefined],
    ['a name nobody has', 'xyz', undefined],
  ])('%s: %s', (_, typed, found) => {
    expect(names(store, typed)[0]).toBe(found);
  });

  test.each(['', ' ', '\n\t', '"', '*', '"*"', '%', '_', '()', '--', '🙂', '\u0000'])('%j finds nothing', (typed) => {
    expect(names(store, typed)).toEqual([]);
  });

  test.each([
    "'; DROP TABLE person; --",
    'NEAR(duc',
    'duc AND',
    'folded : duc',
    '{a b} : c',
    '^duc',
    'duc" OR "anh',
    'a'.repeat(10_000),
    'lan '.repeat(3000),
    '1'.repeat(10_000),
    '{"$gt":""}',
  ])('hostile text is text: %.40s', (typed) => {
    expect(names(store, typed).length).toBeLessThanOrEqual(7);
    expect(names(store, 'duc')).toEqual(['Nguyễn Văn Đức']);
  });

  test('anything typed answers', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (typed) => names(store, typed).length <= 7),
      { seed: 11, numRuns: 100 },
    );
  });
});

describe('ranking', () => {
  test('the name itself, its words in another order, whole words, beginnings, a slip; not by age', () => {
    const store = newStore();
    file(store, { name: 'Lan Anh', id: '079100000001' });
    file(store, { name: 'Anh Lan', id: '079100000002' });
    file(store, { name: 'Trần Lan Anh', id: '079100000003' });
    file(store, { name: 'Lan Anhthu', id: '079100000004' });
    file(store, { name: 'Lam Anh', id: '079100000005' });
    expect(names(store, 'lan anh')).toEqual(['Lan Anh', 'Anh Lan', 'Trần Lan Anh', 'Lan Anhthu', 'Lam Anh']);
  });

  test('equals: the newest case of each person first, so that many cases of one hide nobody; then older ones', () => {
    const store = newStore();
    const a1 = file(store, { name: 'Hồ Sen', id: '079100000001' });
    const b1 = file(store, { name: 'Hồ Sen', id: '079100000002' });
    const a2 = file(store, { name: 'Hồ Sen', id: '079100000001' });
    const a3 = file(store, { name: 'Hồ Sen', id: '079100000001' });
    expect(numbers(store, 'ho sen')).toEqual([a3, b1, a2, a1]);
    expect(numbers(store, 'ho sen', 2)).toEqual([a3, b1]);
    expect(numbers(store, 'sen')).toEqual([a3, b1, a2, a1]);
  });

  test('a case comes once however many readings find it', () => {
    const store = newStore();
    const number = file(store, { name: 'Ba Ba', id: '079100123456', phone: '0900123456' });
    expect(numbers(store, '123456')).toEqual([number]);
    expect(numbers(store, 'ba')).toEqual([number]);
  });

  test('with digits, names are ranked as without', () => {
    const store = newStore();
    file(store, { name: 'Lan', id: '079100001234' });
    file(store, { name: 'Lan Hoa', id: '079100011234' });
    file(store, { name: 'Lanh', id: '079100021234' });
    file(store, { name: 'Lam', id: '079100031234' });
    file(store, { name: 'Hùng', id: '079100041234' });
    expect(names(store, 'lan 1234')).toEqual(['Lan', 'Lan Hoa', 'Lanh', 'Lam']);
  });

  test('the same text gives the same list', () => {
    const store = newStore();
    for (let i = 0; i < 30; i += 1)
      file(store, { name: i % 2 ? 'Vũ An' : 'Vũ Ân', id: `0791000${String(i).padStart(5, '0')}` });
    expect(numbers(store, 'vu an', 10)).toEqual(numbers(store, 'vu an', 30).slice(0, 10));
    expect(numbers(store, 'vu', 10)).toEqual(numbers(store, 'vu', 10));
  });
});

describe('what changes', () => {
  test('a later file under another name renames no case of before: each is found by the name and the phone of its own', () => {
    const store = newStore();
    file(store, { name: 'Đỗ Cũ', id: '079100000001', phone: '0900000111' });
    file(store, { name: 'Đỗ Mới', id: '079100000001', phone: '0900000222' });
    expect(names(store, 'do cu')).toEqual(['Đỗ Cũ']);
    expect(names(store, 'do moi')).toEqual(['Đỗ Mới']);
    expect(names(store, '000111')).toEqual(['Đỗ Cũ']);
    expect(names(store, '000222')).toEqual(['Đỗ Mới']);
    expect(names(store, '079100000001')).toEqual(['Đỗ Mới', 'Đỗ Cũ']);
  });

  test('a household business under its owner’s number hides none of the owner’s cases', () => {
    const store = newStore();
    const owner = { name: 'Đỗ Minh Khôi', id: '079090000045' };
    file(store, owner);
    file(store, { name: 'Hộ kinh doanh Cà Phê Gió', id: owner.id });
    expect(names(store, 'do minh khoi')).toEqual([owner.name]);
    expect(names(store, 'ca phe gio')).toEqual(['Hộ kinh doanh Cà Phê Gió']);
  });

  test('a phone left blank the next time still finds, and the id stays when the phone that ended alike goes', () => {
    const store = newStore();
    file(store, { name: 'Tô Na', id: '079100123456', phone: '0900123456' });
    file(store, { name: 'Tô Na', id: '079100123456' });
    expect(names(store, '0900123456')).toHaveLength(2);
    file(store, { name: 'Tô Na', id: '079100123456', phone: '0911111111' });
    expect(names(store, '123456')).toHaveLength(3);
    expect(names(store, '0900123456')).toEqual([]);
  });

  test('a code that the city gave finds, and so does the number printed before', () => {
    const store = newStore();
    const before = cases;
    file(store, { name: 'Lý Mơ', id: '079100000001', serial: 42 });
    attach(store, before + 1, 'H29.12-261125-654321');
    for (const typed of [
      'H29.12-261125-654321',
      'h29.12261125654321',
      '261125 654321',
      'Q1-261123-0042',
      '261123 42',
    ]) {
      expect(numbers(store, typed)).toEqual(['H29.12-261125-654321']);
    }
  });

  test('thrown away and made again from the persons, everything is found as before', () => {
    const store = newStore();
    const random = seeded(3);
    for (let i = 0; i < namesAtATime + 50; i += 1)
      file(store, { name: `${madeUpName(random)} ${i}a`, id: `0791${String(i).padStart(8, '0')}` });
    const queries = ['nguyen', 'tran t', 'ngyuen', '0123', 'anh', 'thi anh'];
    const before = queries.map((text) => numbers(store, text));
    store.db.transaction(() => rebuildSearch(store.db))();
    expect(queries.map((text) => numbers(store, text))).toEqual(before);
    expect(before.every((found) => found.length > 0)).toBe(true);
  });
});

test('any order of the folded words of a name finds the person, among names in the index and names still waiting', () => {
  const store = newStore();
  const random = seeded(5);
  const people = Array.from({ length: namesAtATime + 100 }, (_, i) => ({
    name: madeUpName(random),
    number: '',
    id: `0792${String(i).padStart(8, '0')}`,
  }));
  for (const person of people) person.number = file(store, person);
  const shuffled = fc
    .constantFrom(...people)
    .chain((person) =>
      fc
        .shuffledSubarray(fold(person.name).split(' '), { minLength: fold(person.name).split(' ').length })
        .map((words) => ({ person, words })),
    );
  fc.assert(
    fc.property(shuffled, ({ person, words }) => {
      expect(numbers(store, words.join(' '), 200)).toContain(person.number);
    }),
    { seed: 20_261_122, numRuns: 200 },
  );
});

test('of two units that gave one serial on one day, the number as it is written comes first', () => {
  const store = newStore();
  file(store, { name: 'Trần Thị Mộng', id: '079190000130', date: '2026-12-02', serial: 31 });
  attach(store, cases, 'G22.99.08-261202-000030');
  const own = file(store, { name: 'Bùi Thị Ơi', id: '017188000111', date: '2026-12-02', serial: 30 });
  for (const text of [own, ` ${own.toLowerCase()} `]) expect(numbers(store, text)[0]).toBe(own);
  expect(numbers(store, 'G22.99.08-261202-000030')[0]).toBe('G22.99.08-261202-000030');
});

test('a slip is found among few names that have the other words, which are read, and among many, whose words are looked up', () => {
  const store = newStore();
  const syllables = ['ba', 'co', 'du', 'ga', 'ho', 'ke', 'lu', 'me', 'no', 'pu', 'ra', 'so', 'ti', 'va', 'xo', 'yu'];
  const ends = ['nh', 'ng', 't', 'p', 'm'];
  const made = syllables.flatMap((one) => syllables.flatMap((other) => ends.map((end) => `${one}${other}${end}`)));
  const all = ['Trần Văn Khuyến', 'Hồ Bích Khuyến', ...made.slice(0, 900).map((word) => `Trần Văn ${word}`)];
  const written = all.map((name, nth) => file(store, { name, id: `0791900${String(nth).padStart(5, '0')}` }));
  expect(written.length).toBeGreaterThan(3 * namesAtATime);
  const first = (typed: string) => searchCases(store.db, typed, 20).map(({ applicantName }) => applicantName)[0];
  expect(first('tran van khuyrn')).toBe('Trần Văn Khuyến');
  expect(first('ho bich khuyrn')).toBe('Hồ Bích Khuyến');
  expect(first('hoo bich khuyen')).toBe('Hồ Bích Khuyến');
  expect(first('khuyeen')).toMatch(/Khuyến$/);
});
