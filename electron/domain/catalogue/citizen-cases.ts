import { isPlainHeading } from './components.ts';

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
