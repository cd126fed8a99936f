import { registerHead } from '../../../store/journal/journal.ts';
import type { DeskContext } from '../../core/context.ts';

/**
 * Lists that were judged, by what was asked: whoever asks for a further page of one is shown it as it was judged, and the period is not read again for it. What is
 * kept are rows, four bytes each, of the newest lists alone.
 */

/** `rows`: of its lines. `head`: of which register it was judged. */
type Judged = { readonly rows: Uint32Array; readonly head: string };
type Kept<T extends Judged> = { readonly asked: string; readonly list: T };

/** Lists, and lines of all of them together. */
export type MostKept = { readonly lists: number; readonly lines: number };
const mostKept: MostKept = { lists: 6, lines: 1_000_000 };

/** @param most how much is kept at each opening of a register */
export function judgedLists<T extends Judged>(most: MostKept = mostKept) {
  const byOpening = new WeakMap<object, readonly Kept<T>[]>();

  return {
    keep({ opening }: DeskContext, asked: string, list: T): void {
      const others = (byOpening.get(opening) ?? []).filter((one) => one.asked !== asked);
      if (list.rows.length > most.lines) {
        byOpening.set(opening, others);
        return;
      }
      let lines = 0;
      const fits = ({ list: { rows } }: Kept<T>, nth: number) =>
        (lines += rows.length) <= most.lines && nth < most.lists;
      byOpening.set(opening, [{ asked, list }, ...others].filter(fits));
    },

    /** Of the register as it is, or as it was when the list was judged that whoever asks goes on with; undefined where it is not kept. */
    find({ opening, store }: DeskContext, asked: string, head: string = registerHead(store.db)): T | undefined {
      return byOpening.get(opening)?.find((one) => one.asked === asked && one.list.head === head)?.list;
    },
  };
}
