import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Days read from the shipped list, stepped one by one, with nothing of the domain in them: slow, plain, and wrong in other places
 * than the domain if wrong. For second readings of the law.
 */
type Row = { readonly date: string; readonly kind: string };

const file = path.resolve(import.meta.dirname, '../../../resources/data/holidays.json');
const rows = (JSON.parse(readFileSync(file, 'utf8')) as { data: readonly Row[] }).data;
const off = new Set(rows.filter(({ kind }) => kind !== 'swap-work').map(({ date }) => date));
const makeUp = new Set(rows.filter(({ kind }) => kind === 'swap-work').map(({ date }) => date));

export function isWorked(date: string): boolean {
  if (makeUp.has(date)) return true;
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !off.has(date);
}

export function dayAfter(date: string): string {
  const noon = new Date(`${date}T12:00:00Z`);
  noon.setUTCDate(noon.getUTCDate() + 1);
  return noon.toISOString().slice(0, 10);
}

export function workedAfter(date: string): string {
  const next = dayAfter(date);
  return isWorked(next) ? next : workedAfter(next);
}

export function repeat(date: string, times: number, move: (date: string) => string): string {
  return times === 0 ? date : repeat(move(date), times - 1, move);
}

/** The date on which a term of days ends that began at `at`, by BLDS Điều 147-148 and the rule of 15:00 for same-day results. */
export function lastDate(
  unit: 'working-day' | 'day' | 'same-day',
  value: number,
  at: string,
  rule?: 'after-15h',
): string {
  const date = at.slice(0, 10);
  if (unit === 'working-day') return repeat(date, value, workedAfter);
  const late = at.slice(11, 19) >= '17:00:00' || (rule !== undefined && at.slice(11, 19) > '15:00:00');
  const last = unit === 'day' ? repeat(date, value, dayAfter) : date;
  const moves = !isWorked(last) || (unit === 'same-day' && late);
  return moves ? workedAfter(last) : last;
}
