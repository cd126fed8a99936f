import type { SourceFile } from './source-files.ts';

/**
 * Which article of which text a comment, a sentence or a form cites, and what docs/law/ says of it. How a bare `Điều 19 k5` finds its
 * text is told in docs/law/README.md, and held here.
 */

/** `unit` is what is cited of a text (`Điều 19`, `Phụ lục II`, `Mẫu 04`), `clause` its khoản (`k5`); both are empty where the text alone is named. */
export type Citation = { readonly text: string; readonly unit: string; readonly clause: string };
export type Entry = Citation & { readonly file: string; readonly heading: string; readonly body: string };

/** The text a bare article means where its own sentence names none: the decree the desk works by. */
const ownDecree = 'NĐ 118/2025';
/** The circular whose forms 01 to 07 the desk prints. */
const ownForms = 'TT 03/2025';

const kinds: readonly (readonly [RegExp, string])[] = [
  [/^(?:NĐ|Nghị định)/, 'NĐ'],
  [/^(?:TT|Thông tư)/, 'TT'],
  [/^(?:NQ|Nghị quyết)/, 'NQ'],
  [/^(?:QĐ|Quyết định)/, 'QĐ'],
];
const numbered =
  '(?:NĐ|Nghị định|TT|Thông tư|NQ|Nghị quyết|QĐ|Quyết định)(?: số)? \\d[\\d.]*(?:/[A-ZĐ\\d]+)*(?:-[A-ZĐ\\d]+)*';
const codes = 'BLDS|Bộ luật Dân sự|BLLĐ|Bộ luật Lao động(?: 45/2019/QH14)?|TCVN \\d+:\\d{4}';
const laws =
  'Luật (?:Hộ tịch(?: (?:60/2014/QH13|03/2026/QH16|2014|2026))?|Cư trú|Đất đai(?: 2024)?|Nuôi con nuôi|Đầu tư|Hợp tác xã(?: 2023)?|91/2025(?:/QH15)?)|Law 91/2025/QH15';
/** A law that is not in the list above, right after an article: it is named as missing, and never taken for the decree. */
const unknownLaw = /^ ?(?:của )?((?:Bộ luật|Luật|Pháp lệnh) \p{Lu}\p{L}*(?: \p{Ll}+){0,2})/u;
const textName = new RegExp(`(?<![\\p{L}\\d])(?:${numbered}|${codes}|${laws})(?![\\p{L}\\d])`, 'gu');

const otherNames: Readonly<Record<string, string>> = {
  'Bộ luật Dân sự': 'BLDS',
  'Bộ luật Lao động': 'BLLĐ',
  'Bộ luật Lao động 45/2019/QH14': 'BLLĐ',
  'Luật Hộ tịch': 'Luật Hộ tịch 2014',
  'Luật Hộ tịch 60/2014/QH13': 'Luật Hộ tịch 2014',
  'Luật Hộ tịch 03/2026/QH16': 'Luật Hộ tịch 2026',
  'Luật Hợp tác xã': 'Luật Hợp tác xã 2023',
  'Luật Đất đai': 'Luật Đất đai 2024',
  'Luật 91/2025/QH15': 'Luật 91/2025',
  'Law 91/2025/QH15': 'Luật 91/2025',
};

/** `Nghị định số 118/2025/NĐ-CP` is `NĐ 118/2025`; a text without a year in its number (`NQ 411/NQ-HĐND`) goes by its number alone. */
export function shortName(name: string): string {
  const kind = kinds.find(([pattern]) => pattern.test(name))?.[1];
  if (kind === undefined) return otherNames[name] ?? name;
  const [, number = '', year] = /(\d[\d.]*)(?:\/(\d{4}))?/.exec(name) ?? [];
  return year === undefined ? `${kind} ${number}` : `${kind} ${number}/${year}`;
}

/** A khoản with its điểm: `k2`, `k2c`, `k5 đ`, `khoản 2c`, `khoản 1 điểm a`. */
const clause = '(?:k|khoản )\\d+ ?(?:điểm )?(?:[a-zđ](?![\\p{L}\\d]))?';
const further = `(?:, (?:Điều )?| and | to | đến Điều |–|-)\\d{1,3}(?![\\d./:%])(?= k\\d| ?[,;)'"–]|$|\\. | and | to )(?: ${clause})?`;
const article = `(?:khoản \\d+ )?Điều \\d{1,3}(?![\\d/])(?:,? ${clause})?(?:(?:, k\\d+ ?(?:[a-zđ](?![\\p{L}\\d]))?)|${further})*`;
const annex = '[Pp]hụ lục [IVX]+(?!\\p{L})';
const form = 'Mẫu (?:số )?0[1-7](?![\\d/])';
const group = new RegExp(`(?<![\\p{L}\\d])(?:${article}|${annex}|${form})`, 'gu');

/** `Điều 14, 17 k1c, k3` or `khoản 5 Điều 19` taken apart. Of a range the two ends are looked for. */
function unitsOf(words: string): { unit: string; clause: string }[] {
  if (/^[Pp]hụ lục/.test(words)) return [{ unit: `Phụ lục ${words.slice(8)}`, clause: '' }];
  if (words.startsWith('Mẫu')) return [{ unit: `Mẫu ${words.slice(-2)}`, clause: '' }];
  const before = /^khoản (\d+) Điều/.exec(words)?.[1];
  const units: { unit: string; clause: string }[] = [];
  const rest = words.slice(words.indexOf('Điều')).replaceAll('khoản ', 'k');
  for (const [, ofClause, ofArticle] of rest.matchAll(/k(\d+)|(?<![k\d])(\d{1,3})/g)) {
    const last = units.at(-1);
    if (ofArticle !== undefined) units.push({ unit: `Điều ${ofArticle}`, clause: '' });
    else if (last !== undefined && last.clause === '') units[units.length - 1] = { ...last, clause: `k${ofClause}` };
    else units.push({ unit: last?.unit ?? '', clause: `k${ofClause}` });
  }
  const [first] = units;
  return before === undefined || first === undefined ? units : [{ ...first, clause: `k${before}` }, ...units.slice(1)];
}

/** The texts that could be meant, the likeliest first. */
type Found = { readonly texts: readonly string[]; readonly unit: string; readonly clause: string };

/** What one comment, one line or one sentence cites. */
export function citationsOf(segment: string): Found[] {
  const named = [...segment.matchAll(textName)].map((match) => ({ at: match.index, text: shortName(match[0]) }));
  const used = new Set<number>();
  const articles = [...segment.matchAll(group)].flatMap((match) => {
    const end = match.index + match[0].length;
    const right = named.find(({ at }) => at >= end && /^ ?(?:của |of )?$/.test(segment.slice(end, at)));
    const left = named.filter(({ at }) => at < match.index).reverse();
    const own = match[0].startsWith('Mẫu') ? ownForms : ownDecree;
    const near = right === undefined ? [...left, ...named.filter(({ at }) => at > end)].map(({ text }) => text) : [];
    const unknown = unknownLaw.exec(segment.slice(end))?.[1];
    const texts = right !== undefined ? [right.text] : unknown !== undefined ? [unknown] : [...near, own];
    for (const one of named) used.add(one.at);
    return unitsOf(match[0]).map((unit) => ({ texts, ...unit }));
  });
  // A text named without an article has to be known too, where its number says which one it is.
  const alone = named.filter(({ at, text }) => !used.has(at) && /\/\d{4}$|^TCVN|^NQ \d{3,}|^Luật/.test(text));
  return [...articles, ...alone.map(({ text }) => ({ texts: [text], unit: '', clause: '' }))];
}

/** The comments and the lines of a file, each as one piece: a comment of several lines is one. */
export function segmentsOf({ path, text }: SourceFile): string[] {
  if (path.endsWith('.json')) return stringsOf(JSON.parse(text));
  const line = path.endsWith('.sql') ? /(?:^[ \t]*--.*\n?)+/gm : /(?:^[ \t]*\/\/.*\n?)+/gm;
  const comments: string[] = [];
  const keep = (comment: string) => {
    comments.push(comment.replace(/^[ \t]*(?:\/\*\*?|\*\/?|\/\/|--) ?/gm, ' ').replace(/\s+/g, ' '));
    return '\n';
  };
  const rest = text.replace(/\/\*[\s\S]*?\*\//g, keep).replace(line, keep);
  return [...comments, ...rest.split('\n')];
}

/** What the catalogue repeats from the national portal: its words, and not a ground of ours. */
const quoted: ReadonlySet<string> = new Set(['components', 'legalBasis', 'name']);

function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => (quoted.has(key) ? [] : stringsOf(part)));
}

/** The entries of docs/law/: a heading of level 1 or 2 that begins with a text's name opens the text, `### Điều 19 k5` is an entry of it. */
export function entriesOf({ path, text }: SourceFile): Entry[] {
  const entries: Entry[] = [];
  let name = '';
  for (const part of text.split(/^(?=#{1,3} )/m)) {
    const [heading = ''] = part.split('\n', 1);
    const body = part.slice(heading.length);
    const words = heading.replace(/^#+ /, '');
    if (/^##? /.test(heading)) {
      const [match] = words.matchAll(textName);
      name = match?.index === 0 ? shortName(match[0]) : '';
      if (name !== '') entries.push({ text: name, unit: '', clause: '', file: path, heading: words, body });
      continue;
    }
    if (!heading.startsWith('### ') || name === '') continue;
    const units = [...words.matchAll(group)].flatMap(([named]) => unitsOf(named));
    for (const unit of units) entries.push({ text: name, ...unit, file: path, heading: words, body });
  }
  return entries;
}

/** An entry for the clause, or for the article as a whole; a citation of the whole article is met by any of its clauses. */
function answers(entry: Entry, text: string, { unit, clause }: Found): boolean {
  // `NĐ 118` without its year is the one text of that number.
  if ((entry.text !== text && !entry.text.startsWith(`${text}/`)) || entry.unit !== unit) return false;
  return clause === '' || entry.clause === '' || entry.clause === clause;
}

/** Undefined where docs/law/ has it; else the citation in words. */
export function missing(found: Found, entries: readonly Entry[]): string | undefined {
  if (found.texts.some((text) => entries.some((entry) => answers(entry, text, found)))) return undefined;
  return [found.texts[0], found.unit, found.clause].filter((word) => word !== '').join(' ');
}

/** What says how sure an entry is and when it was looked at: the last line of every article. */
export const graded = /^(?:Read in the text|Secondary|From memory, not verified), \d{4}-\d\d-\d\d(?:[.:]| \()/m;

/** Documents that were never in this repository, by the words comments named them with. Whoever reads the code cannot open them. */
const elsewhere: readonly RegExp[] = [
  /\b(?:domain |domain\/)?rules,? \d+(?:\.\d+)?(?![\d:])/i,
  /\b(?:interop|volumes|anchors|mission)(?:\.md|\/\w+)?,? \(?(?:[a-d]\b|\d)/i,
  /\banchors\/\w+|\blaw-findings\b/i,
  /\bissue #?\d+\b/i,
  /\[[VSM]\]/,
];
const document = /(?<![\w/.-])[\w./-]*[\w-]\.md\b/g;

/** What a piece of text cites that is not here. `documents` are the paths of our Markdown files. */
export function strangeDocuments(segment: string, documents: readonly string[]): string[] {
  const named = [...segment.matchAll(document)].map(([name]) => name.replace(/^(?:\.{1,2}\/)+/, ''));
  const absent = named.filter((name) => !documents.some((path) => path === name || path.endsWith(`/${name}`)));
  return [...absent, ...elsewhere.flatMap((pattern) => pattern.exec(segment)?.[0] ?? [])];
}
