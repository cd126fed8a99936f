import { dateText } from '../base/civil-time.ts';
import { type Days, reportMonthOf } from '../register/register.ts';

const roman = ['I', 'II', 'III', 'IV'] as const;

/** What a period is called in the head of a form (TT 09/2026 Điều 9): one that is none of the law's is named by its days. */
export function periodName({ from, to }: Days): string {
  const [year, month] = to.split('-').map(Number) as [number, number];
  const [fromYear, fromMonth] = from.split('-').map(Number) as [number, number];
  const months = (year - fromYear) * 12 + month - fromMonth;
  const closed = from.endsWith('-15') && to.endsWith('-14');
  if (closed && months === 1) return `Tháng ${month} năm ${year}`;
  if (closed && months === 3 && month % 3 === 0) return `Quý ${roman[month / 3 - 1] ?? ''} năm ${year}`;
  if (closed && months === 6 && month === 6) return `6 tháng đầu năm ${year}`;
  if (closed && months === 12 && month === 12) return `Năm ${year}`;
  return `${dateText(from)} - ${dateText(to)}`;
}

/** The lawful periods that hold a day, or are the last before it, shortest first: month, quarter, half a year, year (NĐ 09/2019 Điều 12). */
export function reportPeriods(today: string): readonly Days[] {
  const month = reportMonthOf(today);
  const before = reportMonthOf(today, 1);
  const [year, named] = month.to.split('-').map(Number) as [number, number];
  const day = (ofYear: number, ofMonth: number, date: number) =>
    new Date(Date.UTC(ofYear, ofMonth - 1, date)).toISOString().slice(0, 10);
  const span = (end: number, months: number): Days => ({ from: day(year, end - months, 15), to: day(year, end, 14) });
  const quarterEnd = Math.ceil(named / 3) * 3;
  return [month, before, span(quarterEnd, 3), span(quarterEnd - 3, 3), span(6, 6), span(12, 12)];
}
