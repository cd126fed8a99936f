import { matchWord } from './procedure-match.ts';
import type { SearchWords } from './procedure-match.ts';
import { officialWords } from './spoken-names.ts';
import { fold, initials } from './vietnamese.ts';

type Searchable = { readonly code: string; readonly name: string; readonly field: string };
type Entry<P> = SearchWords & {
  readonly procedure: P;
  readonly folded: string;
  readonly codeDigits: string;
  readonly length: number;
};

/** Made once for a catalogue; finding reads it only. */
export type ProcedureIndex<P extends Searchable = Searchable> = { readonly entries: readonly Entry<P>[] };

/** Smaller is better. A hit by code comes before any hit by name. */
const codeScore = { exact: -1000, prefix: -900, inside: -800 } as const;
/** How far the words stand from what was typed: all of the name, all but 'đăng ký', side by side, in order, in any order. */
const orderScore = { whole: -6, registration: -3, phrase: 0, ordered: 2, any: 4 } as const;
/** A word found nowhere, when no procedure holds them all: the others still lead somewhere. */
const missingWord = 60;

export function prepareProcedures<P extends Searchable>(procedures: readonly P[]): ProcedureIndex<P> {
  return {
    entries: procedures.map((procedure) => {
      const folded = fold(procedure.name);
      return {
        procedure,
        folded,
        length: mainClause(procedure.name).length,
        codeDigits: procedure.code.replace(/\D/g, ''),
        words: folded.split(' '),
        initials: initials(procedure.name),
        fieldWords: fold(procedure.field).split(' '),
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
  const official = officialWords(query);
  const spoken = official === undefined ? [] : rank(index, official, undefined);
  return [...new Set([...spoken, ...rank(index, query, typedCode(text))])].slice(0, limit);
}

function rank<P extends Searchable>(index: ProcedureIndex<P>, query: string, code: string | undefined): P[] {
  const tokens = [...new Set(query.split(' '))];
  const scored: { entry: Entry<P>; score: number; missing: number }[] = [];
  for (const entry of index.entries) {
    const byCode = code === undefined ? undefined : scoreCode(entry.codeDigits, code);
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
  let score: number = orderScoreOf(entry, query, tokens);
  let missing = 0;
  for (const token of tokens) {
    const distance = matchWord(entry, token);
    if (distance === undefined) missing += 1;
    score += distance ?? missingWord;
  }
  return { score, missing };
}

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
  return a.length - b.length || (a.codeDigits < b.codeDigits ? -1 : 1);
}
