import type { RunsOut } from '../../../contract/common/office/office.ts';
import { dayOfDate, secondsOf } from '../../base/civil-time.ts';

/** What a desk has left of what ends; null where nobody can tell, or there is no such thing. */
export type Left = {
  /** Civil time, +07:00. */
  readonly now: string;
  /** Bytes free where the register lies. */
  readonly room: number | null;
  /** Case numbers of this desk's blocks that nobody has today, and how many there are in all. */
  readonly numbers: { readonly left: number; readonly of: number } | null;
  /** The last day, as whole days since 1970, that the calendar knows. */
  readonly calendarUntil: number;
  /** When the newest backup was made; null where there is none, which the bar says anyway. */
  readonly backupAt: string | null;
  /** The last day of receipts on paper, where the office has registered those and no electronic ones; else null. */
  readonly paperReceiptsUntil: string | null;
  /** The last day of the certificates that the hub and the city showed; null where there is none, or nobody met them yet. */
  readonly hubCertificateUntil: string | null;
  readonly cityCertificateUntil: string | null;
  /** The day from which a year is counted for the key on paper: when it was made or tried last; null where there is none. */
  readonly recoveryKeyProved: string | null;
};

/** Rules of the office, early enough to do something on a working day. */
const leastRoom = 2 * 2 ** 30;
const leastShare = 0.1;
const calendarDays = 60;
/** The tax office answers a registration within a working day (TT 91/2026 Điều 17); a provider and its contract take weeks. */
const receiptDays = 60;
const backupHours = 30;
/** Another certificate wants a new code for each counter. */
const certificateDays = 60;
/** So long before its year is over, the key on paper is asked for: whoever holds the envelope has to be there. */
const recoveryTestDays = 30;

/** What runs out soon, the gravest first. A weekend alone makes no backup old: nobody works, and nothing is new. */
export function runsOut(left: Left): RunsOut[] {
  const { now, room, numbers, calendarUntil, backupAt, paperReceiptsUntil: until } = left;
  const today = dayOfDate(now.slice(0, 10));
  const found: RunsOut[] = [];
  if (room !== null && room < leastRoom) found.push({ code: 'disk-room', megabytes: Math.floor(room / 2 ** 20) });
  if (numbers !== null && numbers.of > 0 && numbers.left < numbers.of * leastShare)
    found.push({ code: 'numbers', left: numbers.left });
  const receipts = until === null ? receiptDays : dayOfDate(until) - today + 1;
  if (until !== null && receipts < receiptDays)
    found.push({ code: 'paper-receipts', days: Math.max(0, receipts), until });
  const days = calendarUntil - today;
  if (days < calendarDays) found.push({ code: 'calendar', days: Math.max(0, days) });
  const hours = backupAt === null ? 0 : (secondsOf(now) - secondsOf(backupAt)) / 3600;
  const isMonday = new Date(`${now.slice(0, 10)}T00:00:00Z`).getUTCDay() === 1;
  if (hours > backupHours + (isMonday ? 48 : 0)) found.push({ code: 'backup-old', hours: Math.floor(hours) });
  for (const [code, last] of [
    ['hub-certificate', left.hubCertificateUntil],
    ['city-certificate', left.cityCertificateUntil],
  ] as const)
    if (last !== null && dayOfDate(last) - today < certificateDays) found.push({ code, until: last });
  const due = left.recoveryKeyProved === null ? null : yearAfter(left.recoveryKeyProved);
  if (due !== null && dayOfDate(due) - today <= recoveryTestDays) found.push({ code: 'recovery-test', due });
  return found;
}

/** The same day of the next year; the last of February where there is none. */
export function yearAfter(date: string): string {
  const next = `${String(Number(date.slice(0, 4)) + 1)}${date.slice(4)}`;
  return next.endsWith('-02-29') ? next.replace(/29$/, '28') : next;
}
