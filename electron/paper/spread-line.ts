import type { Measure } from './font.ts';
import type { Line, Piece } from './lines.ts';

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
