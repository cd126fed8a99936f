import { isModifier, matches } from './shortcuts.ts';

/** A hand that presses Ctrl+Enter again is faster than this; one that has seen what came to the front is slower. */
const oneHurryMs = 350;

/**
 * Ctrl+Enter pressed again in a hurry confirms what it was pressed for the first time and nothing beneath: where the dialog has gone meanwhile, the screen
 * below may have an act of its own on that key (a refund that is confirmed three times must not collect the fee anew). Where the first press began no act (it
 * closed a dialog of boxes), or the hand did anything between (another key, the mouse, a word that came into a field), it means what it presses.
 * @param begun how many acts were begun until now
 */
export function createConfirmOnce(begun: () => number) {
  const none = { at: -Infinity, layer: 0, begun: 0 };
  let last = none;
  /** The hand did something else. */
  const forget = (): void => {
    last = none;
  };
  return { isEcho, forget };

  /** Whether the key is such an echo. `layer` is what hears keys when it is pressed. */
  function isEcho(event: KeyboardEvent, layer: number): boolean {
    if (!matches('Ctrl+Enter', event)) {
      if (!isModifier(event)) forget();
      return false;
    }
    const isHurried = event.timeStamp - last.at < oneHurryMs;
    const echo = isHurried && layer < last.layer && begun() > last.begun;
    // In front of a dialog that has gone no press begins anything: the chain goes on from the one that did.
    last =
      echo || (isHurried && layer === last.layer)
        ? { ...last, at: event.timeStamp }
        : { at: event.timeStamp, layer, begun: begun() };
    return echo;
  }
}
