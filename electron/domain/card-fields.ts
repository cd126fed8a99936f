import { fault } from '../contract/fault.ts';
import type { Fault } from '../contract/fault.ts';

/** Field 0 is the number; fewer than seven fields is not the card of any issue. */
const fewestFields = 7;

export type CardFields = {
  readonly fields: readonly string[];
  /** '|' had become another sign, as happens when scanner and computer disagree on the keyboard. */
  readonly separatorRestored: boolean;
  /** A second, other card stood in the same scan: the clerk must know that only the first was read. */
  readonly severalCards: boolean;
};

/** Splits a scan into its fields. Faults: card-unreadable (empty, not-a-card, too-few-fields, health-insurance-card). */
export function cardFields(scan: string): CardFields | Fault<'card-unreadable'> {
  const lines = [...new Set(scan.split(/[\r\n\u2028\u2029]+/).map(clean))].filter((line) => line.trim() !== '');
  const line = lines.find((text) => text.includes('|')) ?? lines[0];
  if (line === undefined) return fault('card-unreadable', { reason: 'empty' });
  const severalCards = lines.filter((text) => /^\s*\d{12}\D/.test(text)).length > 1;
  if (line.includes('|')) return splitAtBars(line, severalCards);
  const restored = restoreFields(line);
  if (restored !== undefined) return { fields: restored, separatorRestored: true, severalCards };
  return fault('card-unreadable', { reason: /^\s*\d{12}(?!\d)/.test(line) ? 'too-few-fields' : 'not-a-card' });
}

function splitAtBars(line: string, severalCards: boolean): CardFields | Fault<'card-unreadable'> {
  const fields = line.split('|').map(withoutControls);
  // A health-insurance card is parted by bars too, its number begins with letters and its texts are in hexadecimal.
  if (/\p{L}/u.test(fields[0] ?? '')) {
    return fault('card-unreadable', { reason: fields.length >= fewestFields ? 'health-insurance-card' : 'not-a-card' });
  }
  if (fields.length < fewestFields) return fault('card-unreadable', { reason: 'too-few-fields' });
  return { fields, separatorRestored: false, severalCards };
}

/**
 * The separator is whatever one sign follows the twelve digits, if the fields then have the shape of a card. A comma or
 * hyphen may stand in the address as well: what lies between the sex and the only date after it is the address.
 */
function restoreFields(line: string): string[] | undefined {
  const sign = /^\s*\d{12}([^\dA-Za-z ])/.exec(line)?.[1];
  if (sign === undefined) return undefined;
  const fields = line.split(sign).map((field) => withoutControls(field).trim());
  if (fields.length < fewestFields || !hasCardShape(fields)) return undefined;
  if (fields.length === fewestFields) return fields;
  const dates = fields.map((field, at) => (at > 5 && /^\d{8}$/.test(field) ? at : 0)).filter((at) => at > 0);
  const [issued] = dates;
  if (issued === undefined || dates.length > 1) return undefined;
  const address = line.split(sign).slice(5, issued).map(withoutControls).join(sign);
  return [...fields.slice(0, 5), address, ...fields.slice(issued)];
}

function hasCardShape(fields: readonly string[]): boolean {
  return (
    /^(\d{9}|\d{12})?$/.test(fields[1] ?? '') && /^(\d{8}|\d{6}|\d{4})?$/.test(fields[3] ?? '') && fields[2] !== ''
  );
}

/**
 * Ends only: a tab or group separator may stand for the bar, so control characters inside go once the fields are known.
 * ']Q1' is the symbology mark of ISO/IEC 15424, which some scanners put first.
 */
function clean(line: string): string {
  return line.replace(/^[\ufeff\p{Cc}\s]*(\]Q\d)?[\ufeff\p{Cc}\s]*/u, '').replace(/[\p{Cc}\s]+$/u, '');
}

function withoutControls(field: string): string {
  // eslint-disable-next-line no-control-regex -- scanners add them; no field holds any
  return field.replaceAll('\t', ' ').replace(/[\u0000-\u001f\u007f]/g, '');
}
