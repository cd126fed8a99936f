import { fold } from '../../../electron/domain/base/vietnamese.ts';

/** Every word that was typed begins a word of what it is looked for in: marks or none, in any order. */
export function matchesWords(typed: string, name: string): boolean {
  const words = fold(name).split(' ');
  return fold(typed)
    .split(' ')
    .every((start) => words.some((word) => word.startsWith(start)));
}
