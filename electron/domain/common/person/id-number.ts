import type { Sex } from '../../../contract/common/person/person.ts';
/**
 * The first three digits of a personal number: the province of birth registration as it was called before 01/7/2025.
 * 63 codes, equal in two public lists; the annex of the ministry's circular was not read, so UNVERIFIED against the
 * source. Codes for births after the merger and country codes for births abroad are not known: warn, never refuse.
 */
export const idProvinces: ReadonlyMap<string, string> = new Map([
  ['001', 'Hà Nội'],
  ['002', 'Hà Giang'],
  ['004', 'Cao Bằng'],
  ['006', 'Bắc Kạn'],
  ['008', 'Tuyên Quang'],
  ['010', 'Lào Cai'],
  ['011', 'Điện Biên'],
  ['012', 'Lai Châu'],
  ['014', 'Sơn La'],
  ['015', 'Yên Bái'],
  ['017', 'Hòa Bình'],
  ['019', 'Thái Nguyên'],
  ['020', 'Lạng Sơn'],
  ['022', 'Quảng Ninh'],
  ['024', 'Bắc Giang'],
  ['025', 'Phú Thọ'],
  ['026', 'Vĩnh Phúc'],
  ['027', 'Bắc Ninh'],
  ['030', 'Hải Dương'],
  ['031', 'Hải Phòng'],
  ['033', 'Hưng Yên'],
  ['034', 'Thái Bình'],
  ['035', 'Hà Nam'],
  ['036', 'Nam Định'],
  ['037', 'Ninh Bình'],
  ['038', 'Thanh Hóa'],
  ['040', 'Nghệ An'],
  ['042', 'Hà Tĩnh'],
  ['044', 'Quảng Bình'],
  ['045', 'Quảng Trị'],
  ['046', 'Huế'],
  ['048', 'Đà Nẵng'],
  ['049', 'Quảng Nam'],
  ['051', 'Quảng Ngãi'],
  ['052', 'Bình Định'],
  ['054', 'Phú Yên'],
  ['056', 'Khánh Hòa'],
  ['058', 'Ninh Thuận'],
  ['060', 'Bình Thuận'],
  ['062', 'Kon Tum'],
  ['064', 'Gia Lai'],
  ['066', 'Đắk Lắk'],
  ['067', 'Đắk Nông'],
  ['068', 'Lâm Đồng'],
  ['070', 'Bình Phước'],
  ['072', 'Tây Ninh'],
  ['074', 'Bình Dương'],
  ['075', 'Đồng Nai'],
  ['077', 'Bà Rịa - Vũng Tàu'],
  ['079', 'Hồ Chí Minh'],
  ['080', 'Long An'],
  ['082', 'Tiền Giang'],
  ['083', 'Bến Tre'],
  ['084', 'Trà Vinh'],
  ['086', 'Vĩnh Long'],
  ['087', 'Đồng Tháp'],
  ['089', 'An Giang'],
  ['091', 'Kiên Giang'],
  ['092', 'Cần Thơ'],
  ['093', 'Hậu Giang'],
  ['094', 'Sóc Trăng'],
  ['095', 'Bạc Liêu'],
  ['096', 'Cà Mau'],
]);

/** What disagrees with the number. All soft: births abroad, re-established numbers and new codes are lawful. */
export type IdWarningCode =
  | 'id-number-malformed'
  | 'province-unknown'
  | 'birth-year-disagrees'
  | 'sex-disagrees'
  | 'birth-in-future';
export type IdWarning = { readonly code: IdWarningCode };

/** What the digits say by themselves. `province` is null for a code not in the list. */
export type IdNumberFacts = { readonly province: string | null; readonly birthYear: number; readonly sex: Sex };

/** Dates are ISO and may be partial ('1950', '1950-05'), as on the cards of elder citizens; null = not known. */
export type StatedFacts = {
  readonly dateOfBirth?: string | null;
  readonly sex?: Sex | null;
  readonly today?: string | undefined;
};

/** Shape only: there is no check digit, so a slip in the last six digits cannot be seen (NĐ 137/2015/NĐ-CP Điều 13). */
export function isIdNumber(text: string): boolean {
  return /^\d{12}$/.test(text);
}

/** PPP G YY NNNNNN: province, century with sex, year of birth. Undefined when it is not twelve digits. */
export function readIdNumber(id: string): IdNumberFacts | undefined {
  if (!isIdNumber(id)) return undefined;
  const century = Number(id.charAt(3));
  return {
    province: idProvinces.get(id.slice(0, 3)) ?? null,
    birthYear: 1900 + Math.floor(century / 2) * 100 + Number(id.slice(4, 6)),
    sex: century % 2 === 0 ? 'male' : 'female',
  };
}

/** Compares the number with what the card or the clerk states. Today as an ISO date; without it the future is not judged. */
export function checkIdNumber(id: string, stated: StatedFacts = {}): IdWarning[] {
  const facts = readIdNumber(id);
  if (facts === undefined) return [{ code: 'id-number-malformed' }];
  const { dateOfBirth, sex, today } = stated;
  const warnings: IdWarning[] = [];
  if (facts.province === null) warnings.push({ code: 'province-unknown' });
  if (dateOfBirth && Number(dateOfBirth.slice(0, 4)) !== facts.birthYear)
    warnings.push({ code: 'birth-year-disagrees' });
  if (sex && sex !== facts.sex) warnings.push({ code: 'sex-disagrees' });
  if (
    today !== undefined &&
    (isLater(String(facts.birthYear), today) || (dateOfBirth && isLater(dateOfBirth, today)))
  ) {
    warnings.push({ code: 'birth-in-future' });
  }
  return warnings;
}

/** True when ISO date `a` is surely after `b`; a partial date is compared as far as it goes. */
export function isLater(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  return a.slice(0, length) > b.slice(0, length);
}

/**
 * For shared screens, queues, statistics and logs: '079190001234' -> '0•••••••1234'. No legal text fixes a pattern
 * (it is our design); at least half of any number stays hidden.
 */
export function maskIdNumber(id: string): string {
  const signs = [...id.trim()];
  if (signs.length < 6) return '•'.repeat(signs.length);
  const tail = signs.length >= 9 ? 4 : 2;
  return `${signs[0] ?? ''}${'•'.repeat(signs.length - 1 - tail)}${signs.slice(-tail).join('')}`;
}
