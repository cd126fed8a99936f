import { findTextFlaw, isDoubtfulName } from '../../../contract/common/person/name-check.ts';
import type { Person } from '../../../contract/common/person/person.ts';
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

const textSentences = {
  'name-doubtful': {
    text: 'Họ tên này có thể hỏng chữ do bảng mã cũ (TCVN3, VNI).',
    textEn: 'This name may be damaged by an old encoding (TCVN3, VNI).',
  },
  'address-damaged': {
    text: 'Địa chỉ này có thể hỏng chữ do bảng mã hoặc máy quét.',
    textEn: 'This address may be damaged by an encoding or a scanner.',
  },
  'passport-without-digit': {
    text: 'Số hộ chiếu này không có chữ số nào.',
    textEn: 'There is no digit in this passport number.',
  },
} as const satisfies Readonly<Record<string, Sentences>>;

/**
 * What of a person contradicts itself, by the checks a scanned card gets. Never a refusal: births abroad and re-established numbers are
 * lawful (NĐ 137/2015 Điều 13), a name or an address may be what the paper says, and the paper decides. `today` is an ISO date.
 */
export function personWarnings(
  { kind, idNumber, dateOfBirth, sex, fullName, address }: Person,
  today: string,
): (Sentences & { readonly code: string })[] {
  const facts = { dateOfBirth: dateOfBirth ?? null, sex: sex ?? null, today };
  // A business is known by its tax code, which says nothing of its owner.
  const numbers =
    kind === 'citizen' && isIdNumber(idNumber) ? checkIdNumber(idNumber, facts).map(({ code }) => code) : [];
  const texts: readonly (readonly [boolean, keyof typeof textSentences])[] = [
    [kind === 'citizen' && isDoubtfulName(fullName), 'name-doubtful'],
    [findTextFlaw(address ?? '') !== null, 'address-damaged'],
    [kind === 'citizen' && /^[A-Z]+$/.test(idNumber), 'passport-without-digit'],
  ];
  const all = [
    ...numbers.map((code) => ({ code, ...sentences[code] })),
    ...texts.filter(([applies]) => applies).map(([, code]) => ({ code, ...textSentences[code] })),
  ];
  return all.map(({ code, text, textEn }) => ({
    code,
    text: `${text} ${lookAgain.text}`,
    textEn: `${textEn} ${lookAgain.textEn}`,
  }));
}
