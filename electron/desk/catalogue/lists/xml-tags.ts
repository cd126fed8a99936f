/**
 * The tags of an XML text, one after the other, in one pass over it: nothing is looked for twice, however few of them are ever closed. No entity of
 * the file is defined or fetched by it.
 */

export type Tag = {
  /** Without the prefix of its namespace. */
  readonly name: string;
  readonly isEnd: boolean;
  /** `<c/>`: begun and ended at once. */
  readonly isWhole: boolean;
  /** Where the text begins that stands behind it. */
  readonly to: number;
  /** Where it begins itself: the end of the text before it. */
  readonly at: number;
  /** What stands in it behind its name. */
  readonly told: string;
};

/** How many tags may be gone through, counted down: shared by all parts of one file. */
export type TagBudget = { left: number };

/** Thrown where a file has more of something than a list of any office. */
export class TooLarge extends Error {}

export function* tagsOf(xml: string, budget: TagBudget): Generator<Tag> {
  let at = xml.indexOf('<');
  while (at >= 0) {
    budget.left -= 1;
    if (budget.left < 0) throw new TooLarge();
    const ending = xml.startsWith('<!--', at) ? '-->' : xml.startsWith('<![CDATA[', at) ? ']]>' : '>';
    const end = xml.indexOf(ending, at);
    // Nothing is closed from here on, so no tag follows.
    if (end < 0) return;
    const to = end + ending.length;
    const first = xml.charCodeAt(at + 1);
    if (ending === '>' && first !== exclamation && first !== question) yield tagOf(xml, at, end);
    at = xml.indexOf('<', to);
  }
}

const [exclamation, question, slash, colon] = ['!', '?', '/', ':'].map((sign) => sign.charCodeAt(0));

/** No name and no attributes that a list has are longer than this. */
const longestTag = 2000;

function tagOf(xml: string, at: number, end: number): Tag {
  const isEnd = xml.charCodeAt(at + 1) === slash;
  const isWhole = !isEnd && xml.charCodeAt(end - 1) === slash;
  const from = isEnd ? at + 2 : at + 1;
  const last = Math.min(isWhole ? end - 1 : end, from + longestTag);
  let nameFrom = from;
  let nameTo = from;
  for (; nameTo < last && xml.charCodeAt(nameTo) > space; nameTo += 1)
    if (xml.charCodeAt(nameTo) === colon) nameFrom = nameTo + 1;
  return { name: xml.slice(nameFrom, nameTo), isEnd, isWhole, at, to: end + 1, told: xml.slice(nameTo, last) };
}
const space = 32;

/** One attribute of a tag, as it is meant; undefined where it has none of that name. */
export function attributeOf({ told }: Tag, name: string): string | undefined {
  let at = 0;
  while (at < told.length) {
    const equals = told.indexOf('=', at);
    const open = equals < 0 ? -1 : told.slice(equals + 1).search(/\S/);
    if (open < 0) return undefined;
    const from = equals + 1 + open;
    const quote = told.charAt(from);
    const to = quote === '"' || quote === "'" ? told.indexOf(quote, from + 1) : -1;
    if (to < 0) return undefined;
    if (told.slice(at, equals).trim() === name) return plainOf(told.slice(from + 1, to));
    at = to + 1;
  }
  return undefined;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text of the file as it is meant: entities, and `_x000D_` as Excel writes signs that XML cannot. */
export function plainOf(text: string): string {
  return text
    .replace(
      /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/gi,
      (whole, hex?: string, number?: string, named?: string) => {
        const code = hex === undefined ? Number(number) : Number.parseInt(hex, 16);
        if (named !== undefined) return entities[named] ?? whole;
        return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : '';
      },
    )
    .replace(/_x([0-9A-F]{4})_/gi, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
