import { fold } from '../../base/vietnamese.ts';

export type Guessable = 'name' | 'unit' | 'year' | 'common';

/** What lists of stolen passwords begin with here, folded and without spaces. */
const common: readonly string[] = [
  'password', 'matkhau', 'qwerty', 'abc123', 'abcd', '123456', '12345', '1234', '654321', '111111', '000000', 'admin',
  'iloveyou', 'anhyeuem', 'emyeuanh', 'yeuem', 'yeuanh', 'vietnam', 'saigon', 'hanoi', 'hochiminh', 'xinchao', 'welcome', 'letmein',
  'asdfgh', 'zxcvbn', 'motcua', 'hanhchinh', 'tiepnhan', 'congan', 'phuong', 'ubnd',
]; // prettier-ignore

/**
 * Why a password of one's own is easy to guess, by who knows the person or the office; null where nothing of it is. Read without marks, capitals and what
 * stands between letters: «Cát-Lái» is «catlai». Names of two letters are in every other word and do not count.
 */
export function whyGuessable(
  password: string,
  known: { readonly names: readonly string[]; readonly units: readonly string[] },
): Guessable | null {
  const text = squeezed(password);
  if (known.names.some((name) => isIn(text, name))) return 'name';
  if (known.units.some((unit) => isIn(text, unit))) return 'unit';
  if (/(19|20)\d\d/.test(password)) return 'year';
  return common.some((word) => text.includes(word)) ? 'common' : null;
}

/** By what somebody is called: of a name the given one alone is in many a password too. */
export function namesIn(fullName: string, username: string): string[] {
  return [fullName, fullName.trim().split(' ').at(-1) ?? '', username];
}

/** By what an office is called; what kind of unit it is says nothing. */
export function unitsIn(unitName: string, centreName: string): string[] {
  return [unitName.replace(/^(Phường|Xã|Đặc khu) /, ''), centreName];
}

function isIn(text: string, words: string): boolean {
  const whole = squeezed(words);
  return whole.length > 3 && text.includes(whole);
}

function squeezed(text: string): string {
  return fold(text).replaceAll(' ', '');
}
