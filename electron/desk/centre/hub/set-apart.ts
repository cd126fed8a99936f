import type { DaySessions } from '../../../contract/common/office/hours.ts';
import type { CentreSetting } from '../../../domain/common/office/centre-settings.ts';
import type { SetApart } from '../../../store/common/office/everywhere.ts';

/** Both sides of a setting that two counters set without knowing of each other, as a person reads them. */
export function setApartTold({ key, holds, other }: SetApart) {
  const { vi, en } = nameOf(key);
  const [holdsVi, otherVi] = [textOf(holds, 'vi'), textOf(other, 'vi')];
  return { vi, en, holdsVi, otherVi, holdsEn: textOf(holds, 'en'), otherEn: textOf(other, 'en') };
}

type Named = { readonly vi: string; readonly en: string };

const names: Readonly<Record<CentreSetting, Named>> = {
  centreName: { vi: 'tên trung tâm', en: 'the name of the centre' },
  phone: { vi: 'số điện thoại', en: 'the telephone' },
  lookupAddress: { vi: 'địa chỉ tra cứu', en: 'the address for enquiries' },
  caseUnitCode: { vi: 'mã định danh trong số hồ sơ', en: 'the identifier in case numbers' },
  caseUnitCodeProposed: { vi: 'xác nhận mã định danh', en: 'whether the identifier is confirmed' },
  numberAuthority: { vi: 'nơi cấp số hồ sơ', en: 'who gives case numbers' },
  hours: { vi: 'giờ làm việc', en: 'opening hours' },
  account: { vi: 'tài khoản nhận chuyển khoản', en: 'the account for transfers' },
  peopleOnWall: { vi: 'tên người giữ trên bảng', en: 'names on the wall' },
  certification: { vi: 'cách làm chứng thực', en: 'how certification goes' },
};

function nameOf(key: string): Named {
  const [kind = '', of = '', from = ''] = key.split(' ');
  switch (kind) {
    case 'week':
      return { vi: `giờ tuần từ ngày ${of}`, en: `the week from ${of}` };
    case 'day':
      return { vi: `giờ ngày ${of}`, en: `the hours of ${of}` };
    case 'list':
      return { vi: `danh mục ${of.slice(0, 8)} từ ngày ${from}`, en: `list ${of.slice(0, 8)} from ${from}` };
    case 'pack':
      return { vi: `gói dữ liệu ${of.slice(0, 8)} từ ngày ${from}`, en: `data pack ${of.slice(0, 8)} from ${from}` };
    case 'publisher':
      return { vi: `khóa của nơi phát hành ${of.slice(0, 8)}`, en: `the publisher’s key ${of.slice(0, 8)}` };
    case 'term-set':
      return { vi: `thời hạn thủ tục ${of}`, en: `the term of procedure ${of}` };
    case 'legs-set':
      return { vi: `các chặng của thủ tục ${of}`, en: `the legs of procedure ${of}` };
    case 'process-set':
      return { vi: `quy trình thủ tục ${of}`, en: `the process of procedure ${of}` };
    default:
      return names[key as CentreSetting];
  }
}

const words: Readonly<Record<string, Named>> = {
  'catalogue-list-taken': { vi: 'đã nhận', en: 'taken' },
  'catalogue-list-rolled-back': { vi: 'đã bỏ', en: 'taken back' },
  'pack-taken': { vi: 'đã nhận', en: 'taken' },
  'pack-rolled-back': { vi: 'đã thu lại', en: 'taken back' },
  'publisher-trusted': { vi: 'tin', en: 'trusted' },
  'publisher-distrusted': { vi: 'không tin', en: 'not trusted' },
  centre: { vi: 'trung tâm', en: 'the centre' },
  city: { vi: 'thành phố', en: 'the city' },
  true: { vi: 'có', en: 'yes' },
  '': { vi: 'để trống', en: 'empty' },
};

/** Short: it stands in one sentence beside the other side's. */
function textOf(value: unknown, language: 'vi' | 'en'): string {
  if (value === undefined || value === null) return words['']?.[language] ?? '';
  if (isSessions(value)) return value.map(({ start, end }) => `${start}–${end}`).join(', ');
  const text = typeof value === 'object' ? detailOf(value) : typeof value === 'string' ? value : JSON.stringify(value);
  return words[text]?.[language] ?? (text.length > 120 ? `${text.slice(0, 119)}…` : text);
}

function isSessions(value: unknown): value is DaySessions {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((one) => typeof (one as { start?: unknown }).start === 'string')
  );
}

/** Its values without the names that they go by in the journal. */
function detailOf(value: object): string {
  return Object.entries(value)
    .filter(([name]) => name !== 'code')
    .map(([, one]) => (typeof one === 'object' && one !== null ? detailOf(one as object) : String(one)))
    .filter((one) => one !== '' && one !== 'null')
    .join(' · ');
}
