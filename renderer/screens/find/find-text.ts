/** What to search for when a whole card is scanned: its number, the first field. */
export function idOfScan(text: string): string {
  return /^\d{12}/.exec(text.trim())?.[0] ?? text.trim().slice(0, 200);
}

export type Urgency = 'none' | 'late' | 'soon' | 'fine';

/** Days of the calendar until the promised date, as a colour that repeats what the words say. */
export function urgencyOf(days: number | null, closed: boolean): Urgency {
  if (days === null || closed) return 'none';
  if (days < 0) return 'late';
  return days <= 1 ? 'soon' : 'fine';
}
