/** A paper as a clerk types it. */
type TypedLine = { readonly paper: string; readonly pages: number; readonly copies: number };

export type Typed = {
  readonly papers: readonly TypedLine[];
  /** What could not be read as pages and copies, in the order in which it stands. */
  readonly wrong: readonly string[];
};

/** What certified papers are called, by the letters that clerks call them by. */
export const paperShortNames: Readonly<Record<string, string>> = {
  cc: 'Căn cước',
  cccd: 'Căn cước công dân',
  ks: 'Giấy khai sinh',
  kh: 'Giấy chứng nhận kết hôn',
  hk: 'Xác nhận thông tin về cư trú',
  hc: 'Hộ chiếu',
  gplx: 'Giấy phép lái xe',
  bang: 'Bằng tốt nghiệp',
  bd: 'Bảng điểm',
  sh: 'Giấy chứng nhận quyền sử dụng đất',
  dk: 'Giấy chứng nhận đăng ký doanh nghiệp',
  xe: 'Giấy chứng nhận đăng ký xe',
  ly: 'Sơ yếu lý lịch',
  uq: 'Giấy ủy quyền',
};

const most = { pages: 10_000, copies: 999 };

/**
 * `2x3 4 10x2`: three papers, of 2 pages in 3 copies, of 4 pages in one, of 10 pages in 2. What stands behind the numbers is what the paper is
 * called: `2x3 cc 4 bằng tốt nghiệp`; or before them, as at the reception: `CCCD 2x3; Sổ hồng 4`. A multiplication sign is an x, and so is a star, with
 * spaces about it or without. A number that may belong to a name (`2x3 cmnd 12 số`) is told as wrong, never taken for a paper.
 */
export function readTyped(text: string): Typed {
  const papers: TypedLine[] = [];
  const wrong: string[] = [];
  for (const segment of text.replaceAll(spacedTimes, '$1x$2').split(/[,;\n]+/)) {
    const read = readSegment(segment.split(/\s+/).filter((one) => one !== ''));
    papers.push(...read.papers);
    wrong.push(...read.wrong);
  }
  return { papers, wrong };
}

/** `2 x 3`: what stands about an x that counts belongs to it. What goes on behind the second number is another word. */
const spacedTimes = /(\d)\s*[x×*]\s*(\d{1,6})(?![^\s,;])/gi;

/** A part between semicolons or commas. Its first word says on which side of their counts its names stand. */
function readSegment(tokens: readonly string[]): Typed {
  const namesBefore = tokens[0] !== undefined && wordShape.test(tokens[0]);
  const papers: TypedLine[] = [];
  const wrong: string[] = [];
  let words: string[] = [];
  const named = (): void => {
    const last = papers.at(-1);
    if (last !== undefined && words.length > 0) papers[papers.length - 1] = { ...last, paper: nameOf(words) };
    words = [];
  };
  for (const [at, token] of tokens.entries()) {
    const count = countOf(token);
    if (wordShape.test(token)) words.push(token);
    else if (count === null) wrong.push(token);
    else if (/^\d+$/.test(token) && isInName(words, namesBefore, at === tokens.length - 1)) wrong.push(token);
    else if (namesBefore) {
      papers.push({ paper: nameOf(words), ...count });
      words = [];
    } else {
      named();
      papers.push({ paper: '', ...count });
    }
  }
  if (namesBefore) wrong.push(...words);
  else named();
  return { papers, wrong };
}

/** No number, and no x that was to count. */
const wordShape = /^(?!\d|[x×*]\d*$)/i;

function countOf(token: string): { readonly pages: number; readonly copies: number } | null {
  const counted = /^(\d{1,6})(?:[x×*](\d{1,6})?)?$/i.exec(token);
  const [pages, copies] = [Number(counted?.[1]), Number(counted?.[2] ?? 1)];
  const isCount = counted !== null && pages >= 1 && pages <= most.pages && copies >= 1 && copies <= most.copies;
  return isCount ? { pages, copies } : null;
}

/** Whether a number alone may be a part of what a paper is called: behind words that are no short name, or with more behind it. */
function isInName(words: readonly string[], namesBefore: boolean, isLast: boolean): boolean {
  if (words.length === 0) return false;
  return namesBefore ? !isLast : words.length > 1 || paperShortNames[(words[0] ?? '').toLowerCase()] === undefined;
}

function nameOf(words: readonly string[]): string {
  const [only = ''] = words;
  const known = words.length === 1 ? paperShortNames[only.toLowerCase()] : undefined;
  return (known ?? words.join(' ')).slice(0, 200);
}
