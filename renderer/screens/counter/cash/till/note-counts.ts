import { type Counts, denominations } from '../../../../../electron/contract/counter/money/till.ts';
import { withDots } from '../../../../../electron/domain/base/dong.ts';

export type Note = (typeof denominations)[number];

/** Pieces of each note as they are typed: digits, or nothing. */
export type TypedCounts = Readonly<Partial<Record<Note, string>>>;

/** Digits and nothing else, without leading zeros; '' stays ''. */
export function onlyDigits(text: string, most: number): string {
  return text
    .replaceAll(/\D/g, '')
    .replace(/^0+(?=\d)/, '')
    .slice(0, most);
}

/** '1250000' -> '1.250.000' */
export function groupDigits(digits: string): string {
  return withDots(digits);
}

export function sumOf(note: Note, typed: TypedCounts): number {
  return note * Number(typed[note] ?? '');
}

/** Đồng. */
export function totalTyped(typed: TypedCounts): number {
  return denominations.reduce((sum, note) => sum + sumOf(note, typed), 0);
}

export function readCounts(typed: TypedCounts): Counts {
  return denominations.flatMap((note) => {
    const count = Number(typed[note] ?? '');
    return count === 0 ? [] : [{ note, count }];
  });
}
