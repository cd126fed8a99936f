import { matches } from './shortcuts.ts';

/** A hand that presses Ctrl+Enter again is faster than this; one that has seen what came to the front is slower. */
const oneHurryMs = 350;

/**
 * Ctrl+Enter pressed again in a hurry confirms what it was pressed for the first time and nothing beneath: where the dialog has gone meanwhile, the screen
 * below may have an act of its own on that key (a refund that is confirmed three times must not collect the fee anew).
 * Answers whether the key is such an echo. `layer` is what hears keys when it is pressed.
 */
export function createConfirmOnce(): (event: KeyboardEvent, layer: number) => boolean {
  let last = { at: -Infinity, layer: 0 };
  return (event, layer) => {
    if (!matches('Ctrl+Enter', event)) return false;
    const isHurried = event.timeStamp - last.at < oneHurryMs;
    const isEcho = isHurried && layer < last.layer;
    last = { at: event.timeStamp, layer: isEcho ? last.layer : layer };
    return isEcho;
  };
}
