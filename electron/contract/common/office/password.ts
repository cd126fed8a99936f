/** Without a second factor 14 characters of four kinds (TCVN 14423:2026, known from a catalogue that quotes it). */
export const passwordMinimum = 14;
const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\d/, /[^\p{L}\d]/u];

/** Whether a new password is strong enough to be set, composed as it is kept. The desk decides by it, the screen tells before the call. */
export function isStrongPassword(password: string): boolean {
  const composed = password.normalize('NFC');
  return [...composed].length >= passwordMinimum && kinds.every((kind) => kind.test(composed));
}
