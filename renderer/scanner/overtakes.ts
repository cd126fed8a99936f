import { type BurstKey, type BurstState, bringsText, isControl, modifierKeys } from './burst.ts';

/**
 * Whether a key that is let through would overtake those held before it, which are let go first then: a hand's. Not what a scanner, or a program that
 * types for one, puts among the first signs of a text; `state` is that after the key.
 */
export function overtakes(state: BurstState, key: BurstKey): boolean {
  if (modifierKeys.has(key.key) || bringsText(key)) return false;
  const isAmongSigns = state.phase === 'watching' && state.count > 1;
  return !isAmongSigns || !(isControl(key) || key.key === 'Backspace');
}
