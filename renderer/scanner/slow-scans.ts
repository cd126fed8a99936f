import { takeCard } from './field.ts';

/** A card in a field that nobody types at any more is a slow scanner's. */
const slowMs = 400;
/** A hand that types without a stop needs longer for each sign. */
const handMs = 55;

/** A scanner slower than most, or one cut in two by a busy machine: the whole card stands in the field, and is taken out of it. */
export function createSlowScans(onCard: (card: string) => void) {
  let timer = 0;
  let pace = { first: 0, last: -Infinity, count: 0 };
  return { notice, take, end };

  function end(): void {
    window.clearTimeout(timer);
  }

  /** A field has changed. */
  function notice({ target, timeStamp: at }: Event): void {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
    pace = at - pace.last > 1000 ? { first: at, last: at, count: 1 } : { ...pace, last: at, count: pace.count + 1 };
    if (target.value.includes('|')) timer = window.setTimeout(() => take(target), slowMs);
  }

  /** Nobody types a hundred signs in a row at this pace. */
  function take(target: EventTarget | null): boolean {
    window.clearTimeout(timer);
    const isHand = pace.count < 20 || (pace.last - pace.first) / pace.count > handMs;
    const card = isHand ? undefined : takeCard(target);
    if (card === undefined) return false;
    onCard(card);
    return true;
  }
}
