/** Money is whole đồng. What is printed on a receipt in figures and in words comes from here only. */

const digitWords = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
const scaleWords = ['', ' nghìn', ' triệu', ' tỷ'] as const;

export const largestAmountInWords = 999_999_999_999;

/** A whole number with a dot between each three of its digits: `1.250.000`. */
export function withDots(digits: string | number): string {
  return String(digits).replace(/\B(?=(\d{3})+$)/g, '.');
}

/** Figures with dots, as on Vietnamese receipts: 1250000 -> '1.250.000 đ'. Whole đồng; anything else is a bug and throws. */
export function formatDong(amount: number): string {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not whole đồng: ${amount}`);
  return `${amount < 0 ? '-' : ''}${withDots(Math.abs(amount))} đ`;
}

/**
 * The amount in words, 0 … 999 999 999 999 đồng; outside it throws, since the contract refuses it before.
 * The southern usage of the city ('lẻ', 'nghìn') and 'tư' after 'mươi': a norm of the language, not of a decree
 * (unverified against a legal text).
 */
export function amountInWords(amount: number): string {
  if (!Number.isSafeInteger(amount) || amount < 0 || amount > largestAmountInWords) {
    throw new RangeError(`no words for ${amount}`);
  }
  if (amount === 0) return 'Không đồng';
  const parts: string[] = [];
  for (let scale = scaleWords.length - 1; scale >= 0; scale -= 1) {
    const triad = Math.floor(amount / 1000 ** scale) % 1000;
    if (triad > 0) parts.push(triadWords(triad, parts.length > 0) + (scaleWords[scale] ?? ''));
  }
  const words = parts.join(' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} đồng`;
}

/** Three digits. Inside a number they are read in full, 'không trăm' too: else 1.005.000 would sound like 1.500.000. */
function triadWords(triad: number, inside: boolean): string {
  const hundreds = Math.floor(triad / 100);
  const tens = Math.floor(triad / 10) % 10;
  const units = triad % 10;
  const spoken: string[] = [];
  if (hundreds > 0 || inside) spoken.push(`${digitWord(hundreds)} trăm`);
  if (tens === 1) spoken.push('mười');
  if (tens > 1) spoken.push(`${digitWord(tens)} mươi`);
  if (tens === 0 && units > 0 && spoken.length > 0) spoken.push('lẻ');
  if (units > 0) spoken.push(unitWord(units, tens));
  return spoken.join(' ');
}

function unitWord(units: number, tens: number): string {
  if (units === 1 && tens >= 2) return 'mốt';
  if (units === 4 && tens >= 2) return 'tư';
  if (units === 5 && tens >= 1) return 'lăm';
  return digitWord(units);
}

function digitWord(digit: number): string {
  return digitWords[digit] ?? '';
}
