import { type Counts, denominations } from '../../contract/money/till.ts';
import { totalOf } from '../../domain/money/till.ts';

/** Change for a morning, as a cashier draws it: many small notes, nothing large. */
export const morningFloat: Counts = [
  { note: 50_000, count: 2 },
  { note: 20_000, count: 5 },
  { note: 10_000, count: 10 },
  { note: 5000, count: 8 },
  { note: 2000, count: 15 },
  { note: 1000, count: 30 },
];

/** What a drawer that should hold so much is counted as: its float, and the rest in notes as large as they go. */
export function countedAs(amount: number): Counts {
  const rest = amount - totalOf(morningFloat);
  const counts = new Map<number, number>(rest < 0 ? [] : morningFloat.map(({ note, count }) => [note, count]));
  let left = rest < 0 ? amount : rest;
  for (const note of denominations) {
    counts.set(note, (counts.get(note) ?? 0) + Math.floor(left / note));
    left %= note;
  }
  if (left > 0) throw new Error(`${left} đồng have no note`);
  return denominations.map((note) => ({ note, count: counts.get(note) ?? 0 })).filter(({ count }) => count > 0);
}

/** What somebody puts on the counter for so much: the right amount in tens of thousands, or one larger note. */
export function tenderedFor(amount: number): number {
  const notes = [10_000, 20_000, 50_000, 100_000, 200_000, 500_000];
  return notes.find((note) => note >= amount) ?? Math.ceil(amount / 100_000) * 100_000;
}
