import { fault, isFault } from '../contract/fault.ts';
import type { Fault } from '../contract/fault.ts';
import { dateWarnings, readCardDate, wholeDay } from './card-dates.ts';
import { cardFields } from './card-fields.ts';
import { hasInputMethodTraces, isDamagedAddress, isDamagedName } from './card-text.ts';
import { checkIdNumber, isIdNumber } from './id-number.ts';
import type { IdWarningCode, Sex } from './id-number.ts';
import { fold, tidyName } from './vietnamese.ts';

/** What the desk tells the clerk about a scan. All soft: the QR code is not signed and proves nothing either way. */
export type CardWarningCode =
  | IdWarningCode
  | 'separator-restored'
  | 'several-cards'
  | 'date-invalid'
  | 'issued-before-birth'
  | 'sex-unreadable'
  | 'name-damaged'
  | 'address-damaged'
  | 'typed-by-input-method'
  | 'address-before-merger';
export type CardWarning = { readonly code: CardWarningCode };

/** The birth is as exact as the card: 'YYYY-MM-DD', 'YYYY-MM' or 'YYYY'; the issue is always a day. What is absent or unreadable is null. */
export type CitizenCard = {
  readonly idNumber: string;
  readonly oldIdNumber: string | null;
  readonly fullName: string | null;
  readonly dateOfBirth: string | null;
  readonly sex: Sex | null;
  readonly address: string | null;
  readonly issuedOn: string | null;
  readonly warnings: readonly CardWarning[];
};

/** NQ 1685/NQ-UBTVQH15: wards changed on this day, so an older card names a unit that may no longer exist. */
const mergerDay = '2025-07-01';
const sexes = new Map<string, Sex>([
  ['nam', 'male'],
  ['nu', 'female'],
]);

/**
 * Reads the QR text of a chip CCCD, a thẻ căn cước of 2024 or VNeID: id|old id|name|birth|sex|address|issued, then
 * fields whose order is not published and which are therefore left alone (TT 16/2024/TT-BCA Điều 6; interop b.1).
 * `today` (ISO) lets it judge the future. Faults: card-unreadable. The caller keeps the raw scan out of logs.
 */
export function readCard(scan: string, today?: string): CitizenCard | Fault<'card-unreadable'> {
  const found = cardFields(scan);
  if (isFault(found)) return found;
  const [id = '', oldId = '', name = '', birth = '', sexWord = '', address = '', issued = ''] = found.fields;
  if (!isIdNumber(id.trim())) return fault('card-unreadable', { reason: 'id-not-12-digits' });
  const born = readCardDate(birth);
  const issuedOn = wholeDay(readCardDate(issued));
  const sex = sexes.get(fold(sexWord)) ?? null;
  const checks: readonly (readonly [boolean, CardWarningCode])[] = [
    [found.separatorRestored, 'separator-restored'],
    [found.severalCards, 'several-cards'],
    ...dateWarnings(born, issuedOn),
    [sex === null && sexWord.trim() !== '', 'sex-unreadable'],
    [isDamagedName(name), 'name-damaged'],
    [isDamagedAddress(address), 'address-damaged'],
    [hasInputMethodTraces(name), 'typed-by-input-method'],
    [address.trim() !== '' && issuedOn.iso !== null && issuedOn.iso < mergerDay, 'address-before-merger'],
  ];
  return {
    idNumber: id.trim(),
    oldIdNumber: textOrNull(oldId),
    fullName: textOrNull(name),
    dateOfBirth: born.iso,
    sex,
    address: textOrNull(address),
    issuedOn: issuedOn.iso,
    warnings: [
      ...checkIdNumber(id.trim(), { dateOfBirth: born.iso, sex, today }),
      ...checks.filter(([applies]) => applies).map(([, code]) => ({ code })),
    ],
  };
}

function textOrNull(raw: string): string | null {
  // What a wrong decoding left; the warning has seen it already.
  return tidyName(raw.replace(/[\u0080-\u009f]/g, '')) || null;
}
