import type { OfficeSettings, Role } from '../../contract/common/office/office.ts';
import type { SeededRandom } from './random.ts';

/** Phường Cát Lái, Thành phố Hồ Chí Minh. */
const unitCode = '27112';
/** Not an identifier of any office: the real one is given by the city. */
const caseUnitCode = 'H29.999';

const counters = ['Q1', 'Q2', 'Q3'] as const;

/**
 * The practice office, its counters' blocks wide enough for `busiest` cases a day at any one of them. The first counter, which
 * the clerk who practises sits at, has ninety thousand more.
 */
export function practiceSettings(busiest: number): OfficeSettings {
  const width = Math.max(3000, Math.ceil((busiest + 1) / 1000) * 1000);
  const more = Math.ceil((3 * width) / 10_000) * 10_000;
  return {
    unitCode,
    caseUnitCode,
    centreName: 'Trung tâm Phục vụ hành chính công phường Cát Lái',
    phone: '028 0000 0000',
    lookupAddress: '',
    numberAuthority: 'centre',
    desk: {
      code: counters[0],
      name: 'Quầy 1',
      blocks: [
        { first: 1, last: width - 1 },
        { first: more, last: more + 89_999 },
      ],
    },
    otherDesks: [
      { code: counters[1], name: 'Quầy 2', blocks: [{ first: width, last: 2 * width - 1 }] },
      { code: counters[2], name: 'Quầy 3', blocks: [{ first: 2 * width, last: 3 * width - 1 }] },
    ],
    hours: [
      { start: '07:30', end: '11:30' },
      { start: '13:00', end: '17:00' },
    ],
    printer: '',
    paperSize: 'A5',
    backupFolder: '',
    // Made up, as everything here: no bank has given out this account, no tax office this code.
    account: { bin: '999999', number: '0000000000', name: 'TT PVHCC PHUONG CAT LAI' },
    receipts: practiceReceipts(1),
  };
}

/** The n-th counter of a centre numbers its receipts under a symbol of its own, as offices do. */
export function practiceReceipts(no: number): NonNullable<OfficeSettings['receipts']> {
  const signs = 'ABCDEGHKLMNPQRSTUVXY';
  const letters = `${signs[Math.floor((no - 1) / signs.length) % signs.length]}${signs[(no - 1) % signs.length]}`;
  return { taxCode: '0300000000', letters, paper: { template: '01BLP2-001', symbol: `${letters}-26T` } };
}

export const practiceUsers: readonly { readonly username: Role; readonly fullName: string; readonly role: Role }[] = [
  { username: 'clerk', fullName: 'Lê Thị Tiếp Nhận', role: 'clerk' },
  { username: 'officer', fullName: 'Trần Văn Thụ Lý', role: 'officer' },
  { username: 'supervisor', fullName: 'Nguyễn Thị Phụ Trách', role: 'supervisor' },
  { username: 'admin', fullName: 'Phạm Văn Quản Trị', role: 'admin' },
];

const sayable = [
  'Quay',
  'Cua',
  'Ho',
  'So',
  'Bien',
  'Lai',
  'Phieu',
  'Hen',
  'Muc',
  'Dau',
  'Giay',
  'But',
  'Sen',
  'Tre',
  'Lua',
  'Song',
];

/** Strong by the rule that real offices follow, and short enough to be read off a screen aloud. */
export function practicePassword(random: SeededRandom): string {
  const words = Array.from({ length: 4 }, () => random.pick(sayable));
  return `${words.join('-')}-${1000 + random.below(9000)}`;
}
