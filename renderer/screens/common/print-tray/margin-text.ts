/** `-1,5` or `−1.5` as half millimetres; undefined where it is none. Empty is no number: a clerk who read nothing types nothing. */
export function readMillimetres(text: string): number | undefined {
  const plain = text.trim().replace('−', '-').replace(',', '.');
  if (!/^[+-]?\d{1,2}(\.[05]0?)?$/.test(plain)) return undefined;
  const value = Number(plain);
  // A zero with a minus before it is a zero.
  return Math.abs(value) > 10 ? undefined : value === 0 ? 0 : value;
}

export function millimetresText(value: number): string {
  return String(value).replace('.', ',');
}
