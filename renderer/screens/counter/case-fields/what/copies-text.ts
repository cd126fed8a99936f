import type { CopyLine } from '../../../../../electron/contract/base/values.ts';

/** What a fee of this procedure is counted by: nothing, copies, or the pages of each copy. */
export type FeeCounts = 'none' | 'copies' | 'pages';

/** The one way of writing that the field, its hint and its errors show. */
export const copiesExample = 'CCCD 2x3; Sổ hồng 4';

/** `number`: a number may belong to the name of the paper or be its pages. `unread`: the first piece that is not understood. */
export type CopiesWrong = 'empty' | 'unread' | 'number' | 'many';

export type Copies =
  | { readonly ok: true; readonly lines: readonly CopyLine[] }
  | { readonly ok: false; readonly wrong: CopiesWrong };

/** `3` is three pages and one copy, `2x10` two pages and ten copies, `?x2` two copies whose pages nobody counted yet. */
const counted = /^(\d{1,5}|\?)(?:[x×*](\d{1,3}))?$/iu;
/** `x3`, `2xx3`, `x`: meant as a count, and none; never the name of a paper. */
const halfCount = /^[\d?]*[x×*][\dx×*?]*$/iu;
/** Whoever writes `2 x 3` means `2x3`. */
const roomAroundTimes = /(?<=^|[\s;,:])(\d{1,5}|\?)[^\S\n]*([x×*])[^\S\n]*(?=\d)/giu;
/** After these words a number goes on with the name: sổ đỏ số 12, bản án năm 2019, sổ hộ khẩu quyển 2. */
const awaitsNumber = new Set([
  'số',
  'so',
  'no',
  'no.',
  'nr',
  'năm',
  'quyển',
  'thửa',
  'lô',
  'tập',
  'ngày',
  'tháng',
  'hạng',
]);

/**
 * The papers to be copied as a clerk types them: `CCCD 2x3; Sổ hồng 4; 10x2`. Words before a number name its paper; `;`, a comma or a new line
 * ends a paper, and a count with its `x` does too. A name that has a number of its own ends in a colon: `Sổ đỏ số 12: 4x2`. Without it such
 * a number is refused: what is in doubt must never become pages, which are money.
 */
export function parseCopies(text: string, counts: FeeCounts): Copies {
  const lines: CopyLine[] = [];
  for (const piece of text.replace(roomAroundTimes, '$1$2').split(/[;,\n]/u)) {
    if (piece.trim() === '') continue;
    const read = piece.includes(':') ? namedPiece(piece, counts) : freePiece(piece, counts);
    if (typeof read === 'string') return { ok: false, wrong: read };
    lines.push(...read);
  }
  if (lines.length === 0) return { ok: false, wrong: 'empty' };
  return lines.length > 50 ? { ok: false, wrong: 'many' } : { ok: true, lines };
}

function wordsOf(text: string): string[] {
  return text.trim().split(/\s+/u).filter(Boolean);
}

/** `Sổ đỏ số 12: 4x2`: one paper, and what stands after the colon is its count. */
function namedPiece(piece: string, counts: FeeCounts): CopyLine[] | CopiesWrong {
  const [named = '', count = '', ...more] = piece.split(':');
  const found = counted.exec(count.trim());
  const words = wordsOf(named);
  if (found === null || more.length > 0 || words.some((word) => halfCount.test(word))) return 'unread';
  const line = lineOf(words.join(' '), found[1] ?? '', found[2], counts);
  return line === undefined ? 'unread' : [line];
}

function freePiece(piece: string, counts: FeeCounts): CopyLine[] | CopiesWrong {
  const lines: CopyLine[] = [];
  const words = wordsOf(piece);
  if (words.some((word) => halfCount.test(word) && !counted.test(word))) return 'unread';
  let name: string[] = [];
  for (const [at, word] of words.entries()) {
    const found = counted.exec(word);
    if (found === null) {
      name.push(word);
      continue;
    }
    const bare = found[2] === undefined && word !== '?';
    if (bare && mayBeName(word, name, words[at + 1])) return 'number';
    const line = lineOf(name.join(' '), found[1] ?? '', found[2], counts);
    if (line === undefined) return 'unread';
    lines.push(line);
    name = [];
  }
  return name.length > 0 ? 'unread' : lines;
}

/** A bare number may belong to the name: more of the piece follows it, the word before asks for a number, or it looks like a year. */
function mayBeName(word: string, name: readonly string[], next: string | undefined): boolean {
  if (name.length === 0) return next !== undefined && !counted.test(next);
  return next !== undefined || word.length > 3 || awaitsNumber.has(name.at(-1)?.toLocaleLowerCase('vi') ?? '');
}

function lineOf(paper: string, first: string, second: string | undefined, counts: FeeCounts): CopyLine | undefined {
  // Where pages do not count, a number alone is copies.
  if (counts === 'copies' && second === undefined) return copyLine(paper, undefined, Number(first));
  const pages = first === '?' ? undefined : Number(first);
  if (pages !== undefined && (pages < 1 || pages > 10_000)) return undefined;
  return copyLine(paper, pages, second === undefined ? 1 : Number(second));
}

function copyLine(paper: string, pages: number | undefined, copies: number): CopyLine | undefined {
  if (!(copies >= 1 && copies <= 999) || paper.length > 200) return undefined;
  return { paper, ...(pages === undefined ? {} : { pages }), copies };
}

/** The same lines as they would be typed. */
export function copiesText(
  lines: readonly { paper?: string; pages?: number | undefined; copies: number }[],
  counts: FeeCounts,
): string {
  return lines
    .map(({ paper = '', pages, copies }) => {
      const times = copies === 1 ? '' : `x${copies}`;
      const count = counts === 'copies' && pages === undefined ? String(copies) : `${pages ?? '?'}${times}`;
      // A name that came from elsewhere may hold what ends a paper here.
      const name = wordsOf(paper.replace(/[;,:]/gu, ' ')).join(' ');
      if (name === '') return count;
      const plain = freePiece(`${name} ${count}`, counts);
      const alone = typeof plain !== 'string' && plain.length === 1 && plain[0]?.paper === name;
      return alone ? `${name} ${count}` : `${name}: ${count}`;
    })
    .join('; ');
}

/** What stands in the field before anything is typed: one copy of an extract; pages have to be counted. */
export function firstCopies(counts: FeeCounts): string | undefined {
  return counts === 'none' ? undefined : counts === 'copies' ? '1' : '';
}

/** What a file that is known already asks for. A quantity beside pages is how older files told copies. */
export function knownCopies(
  counts: FeeCounts,
  {
    copies,
    pages,
    quantity,
  }: {
    readonly copies?: readonly CopyLine[] | undefined;
    readonly pages?: number | null | undefined;
    readonly quantity: number;
  },
): string | undefined {
  if (counts === 'none') return undefined;
  if (copies !== undefined && copies.length > 0) return copiesText(copies, counts);
  if (counts === 'copies' || (pages !== null && pages !== undefined))
    return copiesText([{ ...(pages === null || pages === undefined ? {} : { pages }), copies: quantity }], counts);
  return firstCopies(counts);
}
