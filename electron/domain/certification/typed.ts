/** A paper as a clerk types it. */
export type TypedLine = { readonly paper: string; readonly pages: number; readonly copies: number };

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
 * called: `2x3 cc 4 bằng tốt nghiệp`. A multiplication sign is an x, and so is a star.
 */
export function readTyped(text: string): Typed {
  const papers: TypedLine[] = [];
  const wrong: string[] = [];
  let words: string[] = [];
  const named = (): void => {
    const last = papers.at(-1);
    if (last !== undefined && words.length > 0) papers[papers.length - 1] = { ...last, paper: nameOf(words) };
    words = [];
  };
  for (const token of text.split(/[\s,;]+/).filter((one) => one !== '')) {
    const counted = /^(\d{1,6})(?:[x×*](\d{1,6})?)?$/i.exec(token);
    const [pages, copies] = [Number(counted?.[1]), Number(counted?.[2] ?? 1)];
    const isCount = counted !== null && pages >= 1 && pages <= most.pages && copies >= 1 && copies <= most.copies;
    if (isCount) {
      named();
      papers.push({ paper: '', pages, copies });
    } else if (/^\d/.test(token) || papers.length === 0) wrong.push(token);
    else words.push(token);
  }
  named();
  return { papers, wrong };
}

function nameOf(words: readonly string[]): string {
  const [only = ''] = words;
  const known = words.length === 1 ? paperShortNames[only.toLowerCase()] : undefined;
  return (known ?? words.join(' ')).slice(0, 200);
}
