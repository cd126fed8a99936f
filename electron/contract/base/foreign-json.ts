/** JSON from outside: read, and looked through before anything is made of it. */

/** The value of a text; undefined where it is no JSON. The parser's own message quotes the text, which may hold a person's data: it is said nowhere. */
export function readJson(text: string): { readonly value: unknown } | undefined {
  try {
    // A file that Notepad saved begins with an invisible mark.
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch {
    return undefined;
  }
}

type Bounds = {
  readonly depth: number;
  readonly values: number;
  /** Of one text or name. */
  readonly letters?: number;
};

/** Looked through level by level: what is nested without end is not gone down into. */
export function isWithinBounds(value: unknown, { depth: most, values, letters = Infinity }: Bounds): boolean {
  let level: unknown[] = [value];
  let left = values;
  for (let depth = 0; level.length > 0; depth += 1) {
    left -= level.length;
    if (left < 0 || depth > most) return false;
    const below: unknown[] = [];
    for (const one of level) {
      if (typeof one === 'string' && one.length > letters) return false;
      if (typeof one !== 'object' || one === null) continue;
      const names = Object.keys(one);
      if (names.length > left || names.some((name) => name.length > letters)) return false;
      for (const name of names) below.push((one as Record<string, unknown>)[name]);
    }
    level = below;
  }
  return true;
}
