import { daysPast, timeClass } from '../../domain/register/register.ts';

const words: Readonly<Record<string, string>> = { early: 'Trước hạn', 'on-time': 'Đúng hạn', late: 'Quá hạn' };

/** How a result kept its time, by the border the register counts by; empty where no time was set. */
export function outcomeOf(at: string, dueAt: string | null): string {
  return dueAt === null ? '' : (words[timeClass('finished', daysPast(at, dueAt))] ?? '');
}
