import type { DrawOp } from '../../contract/common/printing/paper.ts';
import type { Steps } from '../../domain/base/resumable.ts';
import { type Row, moveDown } from './row.ts';

/** Places rows on pages of `height` points, `top` points down: a row is never cut, and rows that belong together move together where they fit; a step for each page. */
export function* flowRows(rows: readonly Row[], height: number, top = 0): Steps<DrawOp[][]> {
  const pages: DrawOp[][] = [];
  let page: DrawOp[] = [];
  let y = 0;
  for (const [index, row] of rows.entries()) {
    if (row.space === true && y === 0) continue;
    if (y > 0 && !fits(rows, index, height, y)) {
      pages.push(page);
      yield;
      page = [];
      y = 0;
      if (row.space === true) continue;
      if (row.head !== undefined) place(row.head);
    }
    place(row);
  }
  pages.push(page);
  return pages;

  function place(row: Row): void {
    page.push(...row.ops.map((op) => moveDown(op, top + y)));
    y += row.height;
  }
}

/** Whether the group that starts here fits what is left; a group taller than a page is placed row by row. */
function fits(rows: readonly Row[], index: number, height: number, y: number): boolean {
  const row = rows[index];
  if (row === undefined) return true;
  const group = groupHeight(rows, index);
  const needed = group > height ? row.height : group;
  return y + (row.space === true && row.keepWithNext !== true ? 0 : needed) <= height + 0.01;
}

function groupHeight(rows: readonly Row[], index: number): number {
  let sum = 0;
  for (let at = index; at < rows.length; at += 1) {
    sum += rows[at]?.height ?? 0;
    if (rows[at]?.keepWithNext !== true) break;
  }
  return sum;
}
