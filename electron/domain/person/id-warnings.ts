import type { Person } from '../../contract/person/person.ts';
import type { EntryWarning } from '../kit/back-entry.ts';
import { type IdWarningCode, checkIdNumber, isIdNumber } from './id-number.ts';

type Sentences = { readonly text: string; readonly textEn: string };

const sentences: Readonly<Record<IdWarningCode, Sentences>> = {
  'id-number-malformed': {
    text: 'Số định danh không đủ 12 chữ số.',
    textEn: 'The id number has not twelve digits.',
  },
  'province-unknown': {
    text: 'Ba số đầu của số định danh không phải mã tỉnh nào đã biết.',
    textEn: 'The first three digits of the id number are no known province.',
  },
  'birth-year-disagrees': {
    text: 'Năm sinh không khớp với số định danh.',
    textEn: 'The year of birth does not agree with the id number.',
  },
  'sex-disagrees': {
    text: 'Giới tính không khớp với số định danh.',
    textEn: 'The sex does not agree with the id number.',
  },
  'birth-in-future': { text: 'Ngày sinh ở tương lai.', textEn: 'The birth date is in the future.' },
};

const lookAgain: Sentences = {
  text: 'Xem lại giấy tờ; nếu ghi nhầm thì sửa giấy tiếp nhận.',
  textEn: 'Look at the card again; if it was mistyped, correct the receipt.',
};

/**
 * What of an applicant contradicts itself, by the checks a scanned card gets. Never a refusal: births abroad and re-established numbers are
 * lawful (NĐ 137/2015 Điều 13), and the paper decides. `today` is an ISO date.
 */
export function personWarnings({ kind, idNumber, dateOfBirth, sex }: Person, today: string): EntryWarning[] {
  // A business is known by its tax code, which says nothing of its owner.
  if (kind !== 'citizen' || !isIdNumber(idNumber)) return [];
  return checkIdNumber(idNumber, { dateOfBirth: dateOfBirth ?? null, sex: sex ?? null, today }).map(({ code }) => ({
    code,
    text: `${sentences[code].text} ${lookAgain.text}`,
    textEn: `${sentences[code].textEn} ${lookAgain.textEn}`,
  }));
}
