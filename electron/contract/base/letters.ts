/** Which signs the desk can take, because it can show and print them. Held to the fonts by tests/paper/type/letters.test.ts. */

/**
 * What the faces of `resources/fonts` draw between them: every Latin letter with its marks, Greek and Cyrillic, the signs of ordinary text.
 * Private use, halves of pairs and whatever lies beyond have no face.
 */
const drawn =
  '\\u0020-\\u007e\\u00a0-\\u0377\\u037a-\\u037f\\u0384-\\u038a\\u038c\\u038e-\\u03a1\\u03a3-\\u052f\\u1ab0-\\u1abe\\u1d00-\\u1df5\\u1dfb-\\u1f15\\u1f18-\\u1f1d\\u1f20-\\u1f45\\u1f48-\\u1f4d\\u1f50-\\u1f57\\u1f59\\u1f5b\\u1f5d\\u1f5f-\\u1f7d\\u1f80-\\u1fb4\\u1fb6-\\u1fc4\\u1fc6-\\u1fd3\\u1fd6-\\u1fdb\\u1fdd-\\u1fef\\u1ff2-\\u1ff4\\u1ff6-\\u1ffe\\u2000-\\u2064\\u2066-\\u2071\\u2074-\\u208e\\u2090-\\u209c\\u20a0-\\u20be\\u20f0\\u2100-\\u214f\\u2153\\u2154\\u215b-\\u215e\\u2184\\u2190-\\u2195\\u2202\\u2206\\u220f\\u2211\\u2212\\u2215\\u2219-\\u221a\\u221e\\u2248\\u2260\\u2261\\u2264\\u2265\\u25a0\\u25a1\\u25aa-\\u25ac\\u25b2\\u25ba\\u25bc\\u25ca-\\u25cc\\u25cf\\u2c60-\\u2c7f\\u2de0-\\u2e42\\ua640-\\ua69f\\ua717-\\ua7ae\\ua7b0-\\ua7b7\\ua7f7-\\ua7ff\\uab30-\\uab65\\ufb01\\ufb02\\ufe20-\\ufe2f\\ufffd';
const flag = { once: 'u', every: 'gu' };
const undrawn = new RegExp(`[^${drawn}\\p{Cc}\\p{Cf}\\p{Z}]`, flag.once);
const everyUndrawn = new RegExp(undrawn, flag.every);

/** Signs that show nothing: a name of them alone is no name, and within a name they make two of one person. Marks of direction are refused instead. */
const invisible =
  // oxlint-disable-next-line no-misleading-character-class
  /[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2064\u206a-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]/gu;

/** A text without the signs that show nothing. */
export function visible(text: string): string {
  return text.replace(invisible, '');
}

/** The first sign that no paper of this desk can show; undefined where there is none. */
export function findUndrawn(text: string): string | undefined {
  return undrawn.exec(text)?.[0];
}

/** A text in which each sign that no face has stands by its number, as `[U+9673]`: nothing is dropped without a trace. */
export function withNumbersForUndrawn(text: string): string {
  return text.replace(everyUndrawn, (sign) => `[U+${numberOf(sign)}]`);
}

/** `陳 (U+9673)`: by its own look where the screen has it, and by its number in any case. */
export function letterName(sign: string): string {
  return `${sign} (U+${numberOf(sign)})`;
}

function numberOf(sign: string): string {
  return (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}
