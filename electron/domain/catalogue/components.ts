import type { ComponentItem } from '../../contract/catalogue/lists.ts';

type Named = Pick<ComponentItem, 'name' | 'short' | 'case'> & { readonly kind?: string };

/** A paper as lists of any age and the screens have it. */
export type NamedPaper = {
  readonly name: string;
  readonly kind?: string | undefined;
  readonly case?: string | undefined;
};

/** Headings of the portal over papers that are looked at and given back. */
const shownHeading = /xuất trình/iu;

/** A paper that is only looked at is not received: it stands on no receipt and is given back on no slip (NĐ 118/2025 Điều 17 k1). */
export function isOnlyShown({ kind, case: heading = '' }: Pick<NamedPaper, 'kind' | 'case'>): boolean {
  return kind === undefined ? shownHeading.test(heading) : kind === 'shown';
}

type Counted = { readonly name: string; readonly originals: number; readonly copies: number };

/** A name that asks for a copy and for nothing else. */
const copyAsked = [
  /^(?:\([ivx\d]+\)\s*)?(?:một trong[^+]*\+\s*)?bản (?:sao|chụp)(?! hoặc bản chính)/iu,
  /(?:phải (?:có|nộp|kèm theo)|kèm theo)(?: lại)? bản (?:sao|chụp)/iu,
  /\(bản (?:sao|chụp)[^)]*\)/iu,
];

/** One paper, in the one form or the other. */
const eitherAsked = /bản chính(?: hoặc|, ?) ?bản sao|bản sao hoặc bản chính/iu;

/** What is to be certified: its original is shown, compared and given back (NĐ 23/2015 Điều 20 k1). */
const certifiedAsked = /^bản chính .*và bản sao cần chứng thực/iu;

/**
 * How many of a component are usually handed in. The portal counts an original for much of which its own name asks a copy, and two papers
 * where one is enough; a receipt says what lies here, so the name decides. One original where nothing is said.
 */
export function usualCounts({ name, originals, copies }: Counted): { originals: number; copies: number } {
  const oneCopy = { originals: 0, copies: 1 };
  if (certifiedAsked.test(name)) return oneCopy;
  if (eitherAsked.test(name)) return originals + copies === 1 ? { originals, copies } : oneCopy;
  if (copyAsked.some((asks) => asks.test(name.trim()))) return { originals: 0, copies: Math.max(copies, 1) };
  return originals + copies > 0 ? { originals, copies } : { originals: 1, copies: 0 };
}

/** What a citizen is told to bring: the original that is only shown too. */
export function broughtCounts(component: Counted): { originals: number; copies: number } {
  const counts = usualCounts(component);
  return certifiedAsked.test(component.name) ? { ...counts, originals: 1 } : counts;
}

/** Headings of the portal that stand over every file and so are no case. */
const plainHeadings = [
  /^giấy tờ phải (nộp|xuất trình)$/iu,
  /^xuất trình để đối chiếu/iu,
  /^người yêu cầu chứng thực (nộp 01|phải xuất trình)/iu,
  /^hồ sơ( đăng ký| gia hạn)?( tạm trú)? gồm$/iu,
];

/** Whether a heading over a component names no case of a citizen. */
export function isPlainHeading(heading: string): boolean {
  return plainHeadings.some((plain) => plain.test(heading.trim()));
}

/** As long as a name may be to stand in one line of half a sheet, beside two columns of numbers. */
const longest = 58;

/** «Trường hợp … thì phải có X»: what is handed in is X. */
const asked =
  /^(?:\([ivx]+\)\s*)?(?:trong )?trường hợp [^;]*?(?:phải (?:có|nộp|kèm theo)|kèm theo)(?: lại)?\s+(.{8,})$/iu;
const addressed = /^đối với [^:;.]{3,60}:\s*(.{8,})$/iu;

/** Where a name may end, the place that leaves most of it first. */
const ends = [
  /[.;:](?=\s|$)/u,
  / \(/u,
  /,? (?=trong trường hợp |đối với |theo quy định|theo mẫu số|ban hành kèm|do cơ quan |của cơ quan |để |còn giá trị|có giá trị |, trường hợp )/u,
  /, (?=trường hợp |nếu |hoặc |thì |và )/u,
  /,/u,
  /\//u,
  / (?=hoặc |và |về |của |do |kèm )/u,
] as const;

/**
 * What a component is called on half a sheet: whole words of its own name, cut where the sentence allows it. A name that a person shortened in the
 * list stands as it is; one that a machine cut with dots is made anew, for a paper that a citizen takes home shows no cut words.
 */
export function paperName({ name, short }: Named): string {
  const given = short.trim();
  const cut = given.endsWith('…') || given.endsWith('...');
  const isOwn = !cut && given !== '' && !name.startsWith(given);
  if (isOwn) return given;
  // Numbers of the portal's own lists say nothing on a paper that has its own.
  const plain = name.replace(/^\((?:[ivx]+|[a-zđ]|\d+)\)\s*/u, '');
  const [, what = plain] = addressed.exec(plain) ?? asked.exec(plain) ?? [];
  return capital(shortened(what.trim()));
}

function shortened(name: string): string {
  if (name.length <= longest) return name.replace(/[.;:,]$/u, '');
  for (const end of ends) {
    const places = [...name.matchAll(new RegExp(end.source, 'gu'))].map(({ index }) => index);
    const best = places.filter((place) => place >= 12 && place <= longest).at(-1);
    if (best !== undefined) return name.slice(0, best).replace(/[\s.;:,]+$/u, '');
  }
  const words = name.slice(0, longest).split(' ');
  return words.slice(0, -1).join(' ');
}

function capital(name: string): string {
  return name.charAt(0).toLocaleUpperCase('vi') + name.slice(1);
}
