/** What TCVN 14423:2026 (known from a catalogue that quotes it) wants of accounts at level 3: docs/law/data.md. */

const day = 86_400;
/** An account nobody used for so long is shut. */
const unusedDays = 45;
/** So long before, who looks after the accounts is told. */
const warnedDays = 14;
/** An administrator's password is changed every two months. */
const adminPasswordDays = 60;
/** Wrong passwords in a row that shut an account: with the waits between them they take a quarter of an hour. */
export const mostFailures = 10;

/** Every six months somebody looks through who may do what. */
const reviewMonths = 6;

/** The day by which accounts last looked through on `reviewed` are looked through again, ISO dates; of a month without that day its last. */
export function reviewDueOn(reviewed: string): string {
  const [year = 0, month = 1, day = 1] = reviewed.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + reviewMonths + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + reviewMonths, Math.min(day, last))).toISOString().slice(0, 10);
}

/** Days until an account is shut for want of use, where that is near; 0 where it is due. `since` and `now` in seconds since 1970. */
export function daysToShut(since: number | null, now: number): number | null {
  if (since === null) return null;
  const left = unusedDays - Math.floor((now - since) / day);
  return left > warnedDays ? null : Math.max(0, left);
}

/** The second from which it is shut. */
export function shutAt(since: number): number {
  return since + unusedDays * day;
}

export function isPasswordOld(role: string, setAt: number | null, now: number): boolean {
  return role === 'admin' && setAt !== null && now - setAt > adminPasswordDays * day;
}
