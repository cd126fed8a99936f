import { editDistanceAtMostOne, fold, initials } from '../base/vietnamese.ts';

/** How official names begin, folded. */
const copies = 'chung thuc ban sao tu ban chinh giay to van ban';
const signature = 'chung thuc chu ky trong cac giay to';
const transaction = 'chung thuc giao dich lien quan den tai san';
const changedTransaction = 'chung thuc viec sua doi bo sung huy bo giao dich';
const shared = 'chung thuc van ban phan chia di san';
const renounced = 'chung thuc van ban tu choi nhan di san';
const translated = 'chung thuc chu ky nguoi dich';
const household = 'dang ky thanh lap ho kinh doanh';
const landPaper = 'giay chung nhan quyen su dung dat';

/**
 * What citizens and clerks call a thing, and the words the official names use for it, the likelier first; all folded. Habit of speech, no
 * source: it only widens a search, and nothing printed comes from here.
 */
const spokenNames: readonly (readonly [spoken: string, ...official: string[]])[] = [
  ['sao y ban chinh', copies],
  ['sao y', copies],
  ['photo cong chung', copies],
  ['cong chung giay to', copies],
  ['cong chung bang', copies],
  ['cong chung can cuoc', copies],
  ['cong chung dich', translated],
  ['dich thuat', translated],
  ['sy', copies],
  // A paper of authorisation is a signature, a contract of it a transaction; both are called by the same word.
  ['hop dong uy quyen', transaction, signature],
  ['uy quyen', signature, transaction],
  ['giay ban xe', signature, transaction],
  ['giay cho xe', signature, transaction],
  ['giay tang xe', signature, transaction],
  ['so yeu ly lich', signature],
  ['ly lich', signature],
  ['mua xe', transaction, signature],
  ['ban xe', transaction, signature],
  ['cho xe', transaction, signature],
  ['tang xe', transaction, signature],
  ['sua hop dong', changedTransaction],
  ['huy hop dong', changedTransaction],
  ['huy bo hop dong', changedTransaction],
  ['hop dong', transaction],
  ['mua ban', transaction],
  ['chuyen nhuong', transaction],
  ['tang cho', transaction],
  ['thue nha', transaction],
  ['dat coc', transaction],
  ['the chap', transaction],
  ['tu choi thua ke', renounced],
  ['chia thua ke', shared],
  ['khai nhan', shared],
  ['thua ke', shared, renounced],
  ['cong chung', 'chung thuc'],
  ['giay doc than', 'xac nhan tinh trang hon nhan'],
  ['doc than', 'tinh trang hon nhan'],
  ['nhap ho khau', 'dang ky thuong tru'],
  ['ho khau', 'thuong tru'],
  ['giay khai sinh', 'khai sinh'],
  ['lam khai sinh', 'dang ky khai sinh'],
  ['dkkd', household],
  ['dang ky kinh doanh', household],
  ['giay phep kinh doanh', household],
  ['thay doi ho tich', 'thay doi cai chinh'],
  ['so do', landPaper],
  ['so hong', landPaper],
  ['giay bao tu', 'khai tu'],
];

/** The words of a name stand in their order, with one other at most between two of them («mua bán xe»); the others stay. */
const spoken = spokenNames.map(([name, ...official]) => {
  const others = [...name.matchAll(/ /g)].map((_, at) => ` $${at + 1}`).join('');
  return {
    pattern: new RegExp(`(?<= )${name.replaceAll(' ', ' (?:(\\S+) )?')}(?= )`, 'u'),
    replacements: official.map((words) => words + others),
  };
});

/** The folded query in the official words of each procedure it may mean; empty when nothing in it is a spoken name. The first in the table wins. */
function officialWords(query: string): readonly string[] {
  const padded = ` ${query} `;
  const meant = spoken.find(({ pattern }) => pattern.test(padded));
  if (meant === undefined) return [];
  return meant.replacements.map((words) => padded.replace(meant.pattern, words).trim().replace(/ +/g, ' '));
}

/** What of one procedure is compared, all of it folded. */
type SearchWords = {
  readonly words: readonly string[];
  /** First letters of the words: 'dkks'. */
  readonly initials: string;
  readonly fieldWords: readonly string[];
  /** What the office calls it, folded: each nickname whole. */
  readonly nicknames: readonly string[];
};

/** How far one typed word is from a procedure; smaller is nearer. The steps are wide so that no sum crosses them by chance. */
const distances = {
  word: 0,
  allInitials: 6,
  beginning: 8,
  outerInitials: 10,
  consonantsBeginning: 12,
  joined: 12,
  someInitials: 14,
  slip: 20,
  field: 40,
} as const;

/** The distance of one typed word, or undefined when nothing of the procedure answers it. */
function matchWord(of: SearchWords, token: string): number | undefined {
  if (of.words.includes(token)) return distances.word;
  const found = [byInitials(of.initials, token), byBeginning(of.words, token), bySlip(of.words, token)];
  if (of.fieldWords.some((word) => word.startsWith(token))) found.push(distances.field);
  return found.reduce((best, one) => (best === undefined || (one !== undefined && one < best) ? one : best), undefined);
}

/** 'dkks', 'ks' for its last words, which tell one registration from another, 'dk' for its first ones. */
function byInitials(initials: string, token: string): number | undefined {
  if (token.length < 2 || !initials.includes(token)) return undefined;
  if (initials === token) return distances.allInitials;
  return initials.startsWith(token) || initials.endsWith(token) ? distances.outerInitials : distances.someInitials;
}

/** The beginning of a word, or of words typed without the space ('khaisinh'). No vowel yet: rather first letters ('kh'). */
function byBeginning(words: readonly string[], token: string): number | undefined {
  if (words.some((word) => word.startsWith(token))) {
    return /[aeiouy\d]/.test(token) ? distances.beginning : distances.consonantsBeginning;
  }
  if (token.length < 5) return undefined;
  return words.some((_, at) =>
    words
      .slice(at, at + token.length)
      .join('')
      .startsWith(token),
  )
    ? distances.joined
    : undefined;
}

/** One slip in a word of four letters or more: in a shorter one it would make another Vietnamese word. */
function bySlip(words: readonly string[], token: string): number | undefined {
  if (token.length < 3) return undefined;
  return words.some((word) => word.length >= 4 && editDistanceAtMostOne(word, token)) ? distances.slip : undefined;
}

type Searchable = {
  readonly code: string;
  readonly name: string;
  readonly field: string;
  /** Newer lists have it under another code. */
  readonly successor?: { readonly code: string } | null;
};
type Entry<P> = SearchWords & {
  readonly procedure: P;
  readonly folded: string;
  readonly codeDigits: string;
  /** Of the code that has taken its place; empty where none has. */
  readonly newDigits: string;
  readonly length: number;
  readonly isCommon: boolean;
};

/** Made once for a catalogue; finding reads it only. */
export type ProcedureIndex<P extends Searchable = Searchable> = { readonly entries: readonly Entry<P>[] };

/** Smaller is better. A hit by code comes before any hit by name. */
const codeScore = { exact: -1000, prefix: -900, inside: -800 } as const;
/** How far the words stand from what was typed: all of the name, all but 'đăng ký', side by side, in order, in any order. */
const orderScore = { whole: -6, registration: -3, phrase: 0, ordered: 2, any: 4 } as const;
/** A word found nowhere, when no procedure holds them all: the others still lead somewhere. */
const missingWord = 60;

/** What an office has beside the names of its procedures; for the search alone. */
export type SearchedBeside = {
  /** What it calls one, by its code. */
  readonly nicknamesOf: (code: string) => readonly string[];
  /** Of two that are as near, one that is asked for every day comes before one of the long list. */
  readonly isCommon: (code: string) => boolean;
};

export function prepareProcedures<P extends Searchable>(
  procedures: readonly P[],
  { nicknamesOf, isCommon }: SearchedBeside = { nicknamesOf: () => [], isCommon: () => true },
): ProcedureIndex<P> {
  return {
    entries: procedures.map((procedure) => {
      const folded = fold(procedure.name);
      return {
        procedure,
        folded,
        length: mainClause(procedure.name).length,
        codeDigits: procedure.code.replace(/\D/g, ''),
        newDigits: procedure.successor?.code.replace(/\D/g, '') ?? '',
        words: folded.split(' '),
        initials: initials(procedure.name),
        fieldWords: fold(procedure.field).split(' '),
        nicknames: nicknamesOf(procedure.code).map(fold),
        isCommon: isCommon(procedure.code),
      };
    }),
  };
}

/**
 * Procedures for what a clerk types: a code with or without its dot, words of the name in any order, their beginnings or
 * first letters, one slip a word, the field, what people call it. Best first; equal ones by shorter name, then code, so common procedures
 * (whose names are short) come before their rare kinds. Marks and case never matter. Nothing typed finds nothing.
 */
export function findProcedures<P extends Searchable>(index: ProcedureIndex<P>, text: string, limit = 20): P[] {
  const query = fold(text);
  if (query === '') return [];
  const meant = interleaved(officialWords(query).map((words) => rank(index, words, undefined)));
  return [...new Set([...meant, ...rank(index, query, typedCode(text))])].slice(0, limit);
}

/** The first of each meaning, then the second of each: a word of two meanings leads to both at once. */
function interleaved<P>(lists: readonly (readonly P[])[]): readonly P[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1))).flat();
}

function rank<P extends Searchable>(index: ProcedureIndex<P>, query: string, code: string | undefined): P[] {
  const tokens = [...new Set(query.split(' '))];
  const scored: { entry: Entry<P>; score: number; missing: number }[] = [];
  for (const entry of index.entries) {
    const byCode = code === undefined ? undefined : scoreCodes(entry, code);
    const byName = scoreName(entry, query, tokens);
    if (byCode !== undefined) scored.push({ entry, score: byCode, missing: 0 });
    else if (byName.missing < tokens.length) scored.push({ entry, ...byName });
  }
  const fewest = scored.reduce((low, hit) => Math.min(low, hit.missing), Infinity);
  const kept = fewest === 0 ? scored.filter((hit) => hit.missing === 0) : scored.filter(isHalfFound(tokens.length));
  kept.sort((a, b) => a.score - b.score || byCommonness(a.entry, b.entry));
  return kept.map((hit) => hit.entry.procedure);
}

/** The digits of a code, without the province's suffix that portals add ('1.001193.000.00.00.H29'). */
function typedCode(text: string): string | undefined {
  const typed = text
    .normalize('NFKC')
    .trim()
    .replace(/^(\d\.\d{6})\.\S*$/, '$1');
  return /^\d[\d.\s]*$/.test(typed) ? typed.replace(/\D/g, '') : undefined;
}

/** By its own code, or, just behind, by the one that has taken its place. */
function scoreCodes({ codeDigits, newDigits }: Entry<Searchable>, typed: string): number | undefined {
  const [own, taken] = [scoreCode(codeDigits, typed), scoreCode(newDigits, typed)];
  if (own === undefined || taken === undefined) return own ?? (taken === undefined ? undefined : taken + 1);
  return Math.min(own, taken + 1);
}

/** The last digits alone are enough: clerks leave out '1.00'. */
function scoreCode(digits: string, typed: string): number | undefined {
  if (digits === typed) return codeScore.exact;
  if (digits.startsWith(typed)) return codeScore.prefix;
  return typed.length >= 3 && digits.includes(typed) ? codeScore.inside : undefined;
}

function scoreName(
  entry: Entry<Searchable>,
  query: string,
  tokens: readonly string[],
): { score: number; missing: number } {
  const called = byNickname(entry.nicknames, query);
  if (called !== undefined) return { score: called, missing: 0 };
  let score: number = orderScoreOf(entry, query, tokens);
  let missing = 0;
  for (const token of tokens) {
    const distance = matchWord(entry, token);
    if (distance === undefined) missing += 1;
    score += distance ?? missingWord;
  }
  return { score, missing };
}

/** An office that gave a procedure a name of its own means that one, before whatever else the words are in. */
function byNickname(nicknames: readonly string[], query: string): number | undefined {
  if (nicknames.includes(query)) return nicknameScore.whole;
  if (query.length < 2) return undefined;
  return nicknames.some((name) => name.startsWith(query)) ? nicknameScore.beginning : undefined;
}

const nicknameScore = { whole: -100, beginning: -20 } as const;

function orderScoreOf(entry: Entry<Searchable>, query: string, tokens: readonly string[]): number {
  if (entry.folded === query) return orderScore.whole;
  if (entry.folded === `dang ky ${query}`) return orderScore.registration;
  if (tokens.length === 1 || ` ${entry.folded}`.includes(` ${query}`)) return orderScore.phrase;
  let from = 0;
  for (const token of tokens) {
    const at = entry.words.findIndex((word, place) => place >= from && word.startsWith(token));
    if (at < 0) return orderScore.any;
    from = at + 1;
  }
  return orderScore.ordered;
}

/** A long list of cases in brackets or after a semicolon does not make a procedure rare. */
function mainClause(name: string): string {
  return fold(name.split(/[(;]/)[0] ?? '') || fold(name);
}

function isHalfFound(count: number): (hit: { missing: number }) => boolean {
  return (hit) => hit.missing * 2 <= count;
}

function byCommonness(a: Entry<Searchable>, b: Entry<Searchable>): number {
  return Number(b.isCommon) - Number(a.isCommon) || a.length - b.length || (a.codeDigits < b.codeDigits ? -1 : 1);
}

/** Words of any name: what has nothing but them in common has nothing in common. */
const anybodys = new Set(
  'cho cua va do de doi voi tai theo trong ve cac nguoi la co khong duoc hoac tu den o mot'.split(' '),
);

/** What a procedure is about stands in its first words; some names go on for a hundred, in which any word may be. */
const openingWords = 8;

/**
 * Whether what was typed means the procedure at all: a telling word of it begins one of the first words of the name, or each begins a word of it, or
 * it is spoken for the official words, or the office calls it so, or its code was typed. A hit by the field, or by a slip, may be any other one.
 */
export function isMeant({ name, code }: Searchable, text: string, nicknames: readonly string[] = []): boolean {
  const query = fold(text);
  const digits = typedCode(text);
  if (digits !== undefined) return code.replace(/\D/g, '').includes(digits);
  if (byNickname(nicknames.map(fold), query) !== undefined) return true;
  const words = fold(name).split(' ');
  const telling = query.split(' ').filter((token) => token.length > 1 && !anybodys.has(token));
  const opening = words.slice(0, openingWords);
  if (telling.some((token) => isBegun(opening, token))) return true;
  const isAllThere = telling.every((token) => isBegun(words, token));
  if (telling.length > 0 && isAllThere) return true;
  // One word of an official name alone («giao» of «chứng thực giao dịch») is not that name.
  return meantOfficially(query).some((official) => {
    const said = official.split(' ');
    return said.filter((word) => words.includes(word)).length * 2 > said.length;
  });
}

/**
 * Procedures that the whole text is a name of: what the office calls it, what people call it, or two words and more of the official name side by side, or its
 * first letters. Unlike `findProcedures` nothing is guessed, for the text may be a person's name as well.
 */
export function proceduresCalled<P extends Searchable>({ entries }: ProcedureIndex<P>, text: string): P[] {
  const query = fold(text);
  if (query === '') return [];
  const official = spokenAs(query);
  return entries
    .filter(({ folded, initials: letters, nicknames }) => {
      if (nicknames.includes(query)) return true;
      if (official.some((words) => folded.startsWith(words))) return true;
      if (query.includes(' ')) return ` ${folded} `.includes(` ${query} `);
      return query.length >= fewestInitials && letters.startsWith(query) && !/[aeiouy]/.test(query);
    })
    .map(({ procedure }) => procedure);
}

const fewestInitials = 3;

/** The official words of what is spoken for them, where nothing else was said. */
function spokenAs(query: string): readonly string[] {
  return spokenNames.find(([name]) => name === query)?.slice(1) ?? [];
}

/** Two letters begin too many words to mean one; without a vowel they are the first letters of words («ks», «dk»). */
function isBegun(words: readonly string[], token: string): boolean {
  if (words.includes(token)) return true;
  const first = words.map((word) => word.charAt(0)).join('');
  if (!/[aeiou]/.test(token)) return first.startsWith(token) || first.endsWith(token);
  return token.length > 2 && (byBeginning(words, token) !== undefined || first.startsWith(token));
}

function meantOfficially(query: string): readonly string[] {
  const at = spoken.findIndex(({ pattern }) => pattern.test(` ${query} `));
  return spokenNames[at]?.slice(1) ?? [];
}
