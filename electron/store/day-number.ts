/** `2026-11-23` as 20261123: small, and in order. */
export function dayNumber(date: string): number {
  return Number(date.replaceAll('-', ''));
}

/** `2026-11-23` of 20261123. */
export function dateOfNumber(day: number): string {
  const digits = String(day);
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}
