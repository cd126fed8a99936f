import type { EntryName } from './reference.ts';

/**
 * Somebody who had seen both says which of two entries of one thing stands, that desks told apart and that do not go together. Nothing of the other is taken
 * back: its numbers, its receipt and its money stay booked.
 */
export type Decided = {
  readonly type: 'decided';
  readonly stands: EntryName;
  readonly against: EntryName;
  readonly reason: string;
};
