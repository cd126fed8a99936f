import { type KeyboardEvent, useState } from 'react';
import { isComposing } from '../keys/shortcuts.ts';

/** How far a key moves in a list: a row, or a page where there are pages; undefined for every other key. */
export function stepOf(event: KeyboardEvent, page?: number): number | undefined {
  if (isComposing(event.nativeEvent) || event.ctrlKey || event.altKey) return undefined;
  switch (event.key) {
    case 'ArrowDown':
      return 1;
    case 'ArrowUp':
      return -1;
    case 'PageDown':
      return page;
    case 'PageUp':
      return page === undefined ? undefined : -page;
    default:
      return undefined;
  }
}

/** The place in a list of `count`, and never outside it. */
export function within(count: number, at: number): number {
  return Math.max(0, Math.min(count - 1, at));
}

type CursorKeys = {
  readonly page?: number;
  /** No row is in front until an arrow puts one there: for lists whose first row must not be taken by a key too many. */
  readonly noneAtFirst?: boolean;
  /** The row in front to begin with, where it is not the first. */
  readonly first?: number;
  /** What other keys do: `Enter`, or a space. */
  readonly acts?: Readonly<Record<string, (() => void) | undefined>>;
};

/** What `current` is while no row is in front. */
export const noRow = -1;

/** The row in front of a list of `count`: arrows move it. Give `onKeyDown` to whatever holds the focus. */
export function useListCursor(
  count: number,
  { page, noneAtFirst = false, first: begin = 0, acts = {} }: CursorKeys = {},
) {
  const first = noneAtFirst ? noRow : begin;
  const [row, setRow] = useState(first);
  const current = row === noRow ? noRow : within(count, row);

  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event.nativeEvent) || event.ctrlKey || event.altKey) return;
    const step = stepOf(event, page);
    if (step !== undefined) setRow(within(count, current + step));
    const act = acts[event.key];
    act?.();
    if (step !== undefined || act !== undefined) event.preventDefault();
  }

  return { row, current, setRow, reset: () => setRow(first), onKeyDown };
}
