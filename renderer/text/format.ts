import type { Language } from '../../electron/contract/base/fault.ts';
import { dateText, msPerDay } from '../../electron/domain/base/civil-time.ts';
import { formatDong, withDots } from '../../electron/domain/base/dong.ts';

/** Dates and money as Vietnam writes them. Times come as `YYYY-MM-DDTHH:mm:ss+07:00`, so nothing depends on the machine's zone. */

const weekdays: Record<Language, readonly string[]> = {
  vi: ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};

/** '2026-11-25…' -> '25/11/2026'; also the partial dates of cards: '1990-03' -> '03/1990', '1990' -> '1990'. */
export function formatDate(iso: string): string {
  return dateText(iso);
}

/** '25/11/2026' or '25112026' or '03/1990' or '1990' -> ISO, whole or partial; undefined when it is no date. */
export function parseDate(text: string): string | undefined {
  const parts =
    /^(?:(?:(\d{1,2})[/.\- ])?(\d{1,2})[/.\- ])?(\d{4})$/.exec(text.trim()) ??
    /^(\d\d)(\d\d)(\d{4})$/.exec(text.trim());
  if (parts === null) return undefined;
  const [, day, month, year = ''] = parts;
  const iso = [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter((part) => part !== undefined).join('-');
  const whole = `${iso}${'-01-01'.slice(0, 10 - iso.length)}`;
  const at = new Date(`${whole}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(whole) ? iso : undefined;
}

/** Whether it is written as a whole date or a month is, whatever the calendar says of it. */
export function isWrittenAsDate(text: string): boolean {
  return /^(\d{1,2}[/.\- ])?\d{1,2}[/.\- ]\d{4}$|^\d{8}$/.test(text.trim());
}

/** '14:05', '1405', '14h05', '14h', '9' -> '14:05', '14:05', '14:05', '14:00', '09:00'; undefined when it is no hour. */
export function parseHour(text: string): string | undefined {
  const parts = /^(\d{1,2})\s*(?:[:.hg]\s*)?(\d{2})?$/i.exec(text.trim());
  if (parts === null) return undefined;
  const [, hour = '', minute = '00'] = parts;
  return Number(hour) > 23 || Number(minute) > 59 ? undefined : `${hour.padStart(2, '0')}:${minute}`;
}

/** '23/11/2026 09:00', '23112026 9h' -> '2026-11-23T09:00:00+07:00'; undefined where day or hour cannot be read. */
export function parseMoment(text: string): string | undefined {
  const [day = '', ...rest] = text.trim().split(/\s+/);
  const date = parseDate(day);
  const hour = parseHour(rest.join(''));
  return date?.length === 10 && hour !== undefined ? `${date}T${hour}:00+07:00` : undefined;
}

/** '25/11/2026 17:00' -> '2026-11-25T17:00:00+07:00'; what cannot be read goes on as it is, to be refused by the contract. */
export function readMoment(text: string): string {
  const [day = '', time = '17:00'] = text.trim().split(/\s+/);
  const date = parseDate(day);
  return date === undefined ? text : `${date}T${time.padStart(5, '0')}:00+07:00`;
}

/** '15:12' */
export function formatTime(civil: string): string {
  return civil.slice(11, 16);
}

export function formatWeekday(iso: string, language: Language): string {
  const day = new Date(`${iso.slice(0, 10)}T00:00:00Z`).getUTCDay();
  return weekdays[language][day] ?? '';
}

/** '17:00 thứ Tư 25/11/2026': how a clerk says a promise aloud. */
export function formatMoment(civil: string, language: Language): string {
  return `${formatTime(civil)} ${formatWeekday(civil, language)} ${formatDate(civil)}`;
}

/** '25/11/2026 17:00' for lists. */
export function formatDateTime(civil: string): string {
  return `${formatDate(civil)} ${formatTime(civil)}`;
}

/** '25/11 17:00': the year is told by the case. */
export function shortMoment(civil: string): string {
  return `${formatDate(civil).slice(0, 5)} ${formatTime(civil)}`;
}

/** 1250000 -> '1.250.000 đ' */
export function formatMoney(amount: number): string {
  return formatDong(amount);
}

/** 4641 -> '4.641' */
export function formatCount(count: number): string {
  return withDots(count);
}

/** '079190001234' -> '079 190 001234', as the card shows it to the eye. */
export function formatIdNumber(idNumber: string): string {
  return /^\d{12}$/.test(idNumber) ? `${idNumber.slice(0, 3)} ${idNumber.slice(3, 6)} ${idNumber.slice(6)}` : idNumber;
}

/** Whole days of the calendar from one civil date or time to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round(
    (Date.parse(`${to.slice(0, 10)}T00:00:00Z`) - Date.parse(`${from.slice(0, 10)}T00:00:00Z`)) / msPerDay,
  );
}
