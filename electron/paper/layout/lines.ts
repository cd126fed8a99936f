import type { Run } from '../forms/template.ts';
import type { Measure, Style } from '../type/font.ts';

/** A stretch of one line in one style; `x` in points from the start of the line. */
type Piece = { readonly text: string; readonly font: Style; readonly x: number; readonly width: number };
export type Line = { readonly pieces: readonly Piece[]; readonly width: number };

type Bit = { text: string; font: Style };
type Word = readonly Bit[];

/** Breaks styled runs of paper text (`toPaperText`) into lines no wider than `width` (first line) and `width - hanging` (the others), in points. */
export function breakLines(runs: readonly Run[], size: number, width: number, measure: Measure, hanging = 0): Line[] {
  const lines: Line[] = [];
  let current: Word[] = [];
  let used = 0;
  for (const word of wordsOf(runs)) {
    const before = current.at(-1);
    // With the space after it a word is shaped anew: only where another one follows.
    if (before !== undefined) used += widthOf(before, ' ');
    const own = widthOf(word, '');
    if (used + own > room()) {
      if (current.length > 0) lines.push(setLine(current, size, measure));
      const parts = own > room() ? splitWord(word, size, room(), measure) : [word];
      for (const part of parts.slice(0, -1)) lines.push(setLine([part], size, measure));
      current = [parts.at(-1) ?? word];
      used = 0;
    } else current.push(word);
  }
  if (current.length > 0) lines.push(setLine(current, size, measure));
  return lines;

  function room(): number {
    return lines.length === 0 ? width : width - hanging;
  }

  function widthOf(word: Word, end: string): number {
    return word.reduce(
      (sum, bit, index) => sum + measure(index === word.length - 1 ? bit.text + end : bit.text, bit.font, size),
      0,
    );
  }
}

/** The same number of lines, each as even as can be: for centred titles and names of agencies. */
export function breakEvenly(runs: readonly Run[], size: number, width: number, measure: Measure): Line[] {
  const widest = breakLines(runs, size, width, measure);
  if (widest.length < 2) return widest;
  let [low, high, best] = [width / widest.length, width, widest];
  while (high - low > 1) {
    const middle = (low + high) / 2;
    const tried = breakLines(runs, size, middle, measure);
    if (tried.length <= widest.length && tried.every((line) => line.width <= middle)) [high, best] = [middle, tried];
    else low = middle;
  }
  return best;
}

function wordsOf(runs: readonly Run[]): Word[] {
  const words: Bit[][] = [];
  let open: Bit[] | undefined;
  for (const run of runs) {
    for (const [index, text] of run.text.split(' ').entries()) {
      if (index > 0) open = undefined;
      if (text === '') continue;
      if (open === undefined) words.push((open = []));
      open.push({ text, font: run.font });
    }
  }
  return words;
}

/** A word wider than the line (an address, a scanned code) is cut between characters: the paper shows all of it. */
function splitWord(word: Word, size: number, width: number, measure: Measure): Word[] {
  const parts: Bit[][] = [[]];
  let used = 0;
  for (const { text, font } of word) {
    for (const character of text) {
      // Kerning only brings letters closer or a hair apart, so the sum of single letters is safe with one letter to spare.
      const own = measure(character, font, size);
      if (used > 0 && used + own > width - size / 2) {
        parts.push([]);
        used = 0;
      }
      const part = parts.at(-1) ?? [];
      const end = part.at(-1);
      if (end?.font === font) end.text += character;
      else part.push({ text: character, font });
      used += own;
    }
  }
  return parts;
}

/** Puts words on one line: a space after each but the last, neighbours of one style in one piece. */
function setLine(words: readonly Word[], size: number, measure: Measure): Line {
  const bits: Bit[] = [];
  for (const [index, word] of words.entries()) {
    for (const [place, bit] of word.entries()) {
      const end = bits.at(-1);
      const space = index > 0 && place === 0 ? ' ' : '';
      if (end?.font === bit.font) end.text += space + bit.text;
      else {
        if (end !== undefined) end.text += space;
        bits.push({ ...bit });
      }
    }
  }
  const pieces: Piece[] = [];
  let x = 0;
  for (const bit of bits) {
    const width = measure(bit.text, bit.font, size);
    pieces.push({ ...bit, x, width });
    x += width;
  }
  return { pieces, width: x };
}

/** A line as wide as its column, as NĐ 30/2020 asks of the body of a paper: the words stay, the spaces grow. Widths in points. */
export function spreadLine(line: Line, size: number, width: number, measure: Measure): Line {
  const pieces: Piece[] = [];
  let x = 0;
  for (const { text, font } of line.pieces) {
    for (const part of text.match(/ |[^ ]+/g) ?? []) {
      const own = measure(part, font, size);
      pieces.push({ text: part, font, x, width: own });
      x += own;
    }
  }
  const spaces = pieces.filter(({ text }) => text === ' ').length;
  if (spaces === 0) return line;
  const more = (width - x) / spaces;
  let passed = 0;
  const spread = pieces.flatMap((piece) => {
    if (piece.text !== ' ') return [{ ...piece, x: piece.x + passed * more }];
    passed += 1;
    return [];
  });
  return { pieces: spread, width };
}
