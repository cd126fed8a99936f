import { isLater } from './id-number.ts';

/** `iso` is null when the card gives none or it cannot be; `invalid` tells the two apart. */
export type CardDate = { readonly iso: string | null; readonly invalid: boolean };

/**
 * ddMMyyyy, MMyyyy or yyyy, as cards carry them; zeros for a day or month that is not known make a partial date.
 * Signs between the digits are let pass: some scanners are set to write 01/02/1990.
 */
export function readCardDate(raw: string): CardDate {
  const digits = raw.replace(/[\s/.-]/g, '');
  if (digits === '') return { iso: null, invalid: false };
  const parts = /^(?:(?:(\d\d)?)(\d\d))?(\d{4})$/.exec(digits);
  const [, day = '00', month = '00', year = ''] = parts ?? [];
  if (parts === null || Number(year) < 1800) return { iso: null, invalid: true };
  if (month === '00') return { iso: day === '00' ? year : null, invalid: day !== '00' };
  const iso = `${year}-${month}-${day === '00' ? '01' : day}`;
  const parsed = new Date(`${iso}T00:00:00Z`);
  if (Number.isNaN(parsed.getTime()) || !parsed.toISOString().startsWith(iso)) return { iso: null, invalid: true };
  return { iso: day === '00' ? iso.slice(0, 7) : iso, invalid: false };
}

/** A card is issued on a day: less than that is a damaged field. */
export function wholeDay(date: CardDate): CardDate {
  return date.iso === null || date.iso.length === 10 ? date : { iso: null, invalid: true };
}

/** What the two dates of a card say about each other. */
export function dateWarnings(
  born: CardDate,
  issued: CardDate,
): readonly (readonly [boolean, 'date-invalid' | 'issued-before-birth'])[] {
  return [
    [born.invalid || issued.invalid, 'date-invalid'],
    [born.iso !== null && issued.iso !== null && isLater(born.iso, issued.iso), 'issued-before-birth'],
  ];
}
