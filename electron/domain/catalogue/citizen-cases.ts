import { type NamedPaper, isOnlyShown, isPlainHeading } from './components.ts';

/**
 * A case of the citizen that a procedure asks papers for («Trẻ bị bỏ rơi»), in the words of its list; `of` is the case it is within,
 * where the list names both («Nhà ở riêng lẻ: Nhận thừa kế» within «Nhà ở riêng lẻ»).
 */
export type CitizenCase = { readonly words: string; readonly of: string | null };

const within = ': ';

/** The cases that the headings of a procedure's papers name, in their order, each with those within it behind it. */
export function citizenCases(headings: readonly (string | null | undefined)[]): readonly CitizenCase[] {
  const all = [...new Set(headings.filter((heading) => heading !== null && heading !== undefined && !plain(heading)))];
  const named = all as readonly string[];
  const of = (words: string) => named.find((one) => words.startsWith(one + within)) ?? null;
  return named
    .filter((words) => of(words) === null)
    .flatMap((words) => [words, ...named.filter((one) => of(one) === words)])
    .map((words) => ({ words, of: of(words) }));
}

function plain(heading: string): boolean {
  return heading === '' || isPlainHeading(heading);
}

/** Whether a paper is asked of a citizen of these cases (NĐ 118/2025 Điều 16): one within another asks for the papers of both. */
export function isAskedIn(heading: string | null | undefined, cases: readonly string[]): boolean {
  if (heading === null || heading === undefined || plain(heading)) return true;
  return cases.some((one) => one === heading || one.startsWith(heading + within));
}

/** The cases after one more is chosen, or is no longer: what is within it goes with it, and what it is within comes with it. */
export function toggledCase(all: readonly CitizenCase[], cases: readonly string[], words: string): readonly string[] {
  const of = all.find((one) => one.words === words)?.of ?? null;
  const next = cases.includes(words)
    ? cases.filter((one) => one !== words && !one.startsWith(words + within))
    : [...cases, words, ...(of === null ? [] : [of])];
  return all.map((one) => one.words).filter((one) => next.includes(one));
}

/** Cases that a citizen is beside another, or seldom: what is lacking, who acts for them, whom they serve. */
const besideOthers =
  /^(?:ủy quyền|không (?:có|khai thác|rõ)|chưa |đã |đang |theo danh sách|đơn vị công an|cán bộ|công chức|hộ do )/iu;

const isForm =
  /^(?:(?:bản chính )?(?:tờ khai|đơn|bản khai|phiếu|thông báo|giấy đề nghị)|mẫu [^,]*điện tử tương tác)|\(nếu có\)|giấy tờ liên quan khác/iu;

/**
 * Whether the papers of a procedure go by the case: without one a citizen is asked for little more than the form, and comes back with
 * what the case asks for (NĐ 118/2025 Điều 16 k1: guidance is exact and complete). Registration of permanent residence is the pattern.
 * Told from the lists as they are: two cases or more that somebody is one of, and of everybody nothing but a form; or four and more.
 */
export function goesByCase(papers: readonly NamedPaper[]): boolean {
  const own = citizenCases(papers.map((paper) => paper.case)).filter(
    ({ words, of }) => of === null && !besideOthers.test(words),
  );
  const everybodys = papers.filter((paper) => isAskedIn(paper.case, []) && !isOnlyShown(paper));
  return own.length >= 4 || (own.length >= 2 && everybodys.every(({ name }) => isForm.test(name.trim())));
}
