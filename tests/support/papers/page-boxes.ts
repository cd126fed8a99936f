import type { DrawOp, PaperPage } from '../../../electron/contract/common/printing/paper.ts';

/** Points in a millimetre. */
export const mm = 72 / 25.4;

export type TextOp = Extract<DrawOp, { kind: 'text' }>;
type Margins = { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };

/** The box an op inks. In Tinos the highest Vietnamese letters (Ẫ bold) reach 0,906 of the size over the line, tails 0,221 under it. */
function boxOf(op: DrawOp): { left: number; top: number; right: number; bottom: number } {
  switch (op.kind) {
    case 'text':
      return { left: op.x, top: op.y - op.size * 0.906, right: op.x + op.width, bottom: op.y + op.size * 0.221 };
    case 'line':
      return { left: op.x1, top: op.y1, right: op.x2, bottom: op.y2 };
    case 'rect':
      return { left: op.x, top: op.y, right: op.x + op.width, bottom: op.y + op.height };
  }
}

export function texts(page: PaperPage): TextOp[] {
  return page.ops.filter((op) => op.kind === 'text');
}

/** Letters drawn over letters, or over a bar code: pairs of boxes that share more than rounding. */
export function collisions(page: PaperPage): string[] {
  const words = texts(page);
  const codes = page.ops.filter((op) => op.kind === 'rect' && op.fill);
  return words.flatMap((one, index) => {
    const a = boxOf(one);
    const under = [...words.slice(index + 1), ...codes].filter((other) => {
      const b = boxOf(other);
      return (
        Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.1 &&
        Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.1
      );
    });
    return under.map((other) => `${one.text} × ${other.kind === 'text' ? other.text : 'code'}`);
  });
}

/** What is drawn over the margins, which are in millimetres. */
export function outside(page: PaperPage, { top, right, bottom, left }: Margins): DrawOp[] {
  return page.ops.filter((op) => {
    const box = boxOf(op);
    return (
      box.left < left * mm - 0.1 ||
      box.top < top * mm - 0.1 ||
      box.right > page.width - right * mm + 0.1 ||
      box.bottom > page.height - bottom * mm + 0.1
    );
  });
}

/** Everything written on pages, line pieces joined. */
export function wordsOf(pages: readonly PaperPage[]): string {
  return pages
    .flatMap((page) => texts(page).map((op) => op.text))
    .join(' ')
    .replace(/\s+/g, ' ');
}

/** The same without spaces: what was broken over lines is whole again. */
export function lettersOf(pages: readonly PaperPage[]): string {
  return pages
    .flatMap(texts)
    .map((op) => op.text)
    .join('')
    .replaceAll(' ', '');
}
