import { insertText, rememberField, takesText } from './field.ts';

/** Outside text fields plain keys wait until so long no other has come, so that the first digits of a card start nothing. */
const holdMs = 55;
/** Alt with one digit of the number pad is waited for this long, or until Alt is let go. */
const altMs = 400;

/** Nobody behind the scanner hears of it, and the browser does nothing. */
export function stopEvent(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** Keys held back until it is known whether a scanner types; a hand's are pressed again, in their order. */
export function createHeldKeys(isTaking: () => boolean) {
  const again = new WeakSet<Event>();
  let held: KeyboardEvent[] = [];
  let timer = 0;
  let altDigits: KeyboardEvent[] = [];
  let altTimer = 0;
  return { isAgain, isHolding, hold, wait, letGo, drop, holdAlt, letAltGo, end };

  function isAgain(event: Event): boolean {
    return again.has(event);
  }

  function isHolding(): boolean {
    return held.length > 0;
  }

  /**
   * Presses them again, each after the screen has drawn what the one before it did: React draws in the same turn, before this goes on. Where a key
   * has moved the focus, the next is pressed there.
   */
  async function redo(events: readonly KeyboardEvent[]): Promise<void> {
    let isMoved = false;
    for (const event of events) {
      const focused = document.activeElement;
      pressAgain(event, isMoved ? focused : event.target, isMoved);
      await Promise.resolve();
      isMoved ||= document.activeElement !== focused;
    }
  }

  function pressAgain(event: KeyboardEvent, target: EventTarget | null, isMoved: boolean): void {
    if (isMoved && takesText(target)) return insertText(rememberField(target), event.key);
    const copy = new KeyboardEvent('keydown', event);
    again.add(copy);
    // What had the focus may be gone: its list was read again and is empty, its dialog has closed. The key is the screen's all the same.
    const place = target instanceof Node && target.isConnected ? target : document.body;
    place.dispatchEvent(copy);
  }

  function hold(event: KeyboardEvent): void {
    stopEvent(event);
    held.push(event);
  }

  /** From now on, once more. */
  function wait(): void {
    window.clearTimeout(timer);
    if (held.length > 0) timer = window.setTimeout(letGo, holdMs);
  }

  /** A hand's, and no scanner's: before a key that is not held passes, so that none overtakes another. */
  function letGo(): void {
    window.clearTimeout(timer);
    const waiting = held;
    held = [];
    void redo(waiting);
  }

  /** They were a scanner's. */
  function drop(): void {
    window.clearTimeout(timer);
    held = [];
  }

  /** Alt with several digits of the number pad is a letter by its number; one digit alone is a key of the screen, pressed by a hand. */
  function holdAlt(event: KeyboardEvent): void {
    stopEvent(event);
    if (!event.repeat) altDigits.push(event);
    window.clearTimeout(altTimer);
    altTimer = window.setTimeout(letAltGo, altMs);
  }

  function letAltGo(): void {
    window.clearTimeout(altTimer);
    const digits = altDigits;
    altDigits = [];
    if (digits.length === 1 && !isTaking()) void redo(digits);
  }

  function end(): void {
    window.clearTimeout(timer);
    window.clearTimeout(altTimer);
  }
}
