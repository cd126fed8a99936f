import type { CivilDate } from '../../../contract/base/values.ts';
import type { ReportKind } from '../../../contract/books/report/report.ts';
import { dateText } from '../../base/civil-time.ts';
import { type Days, reportMonthOf } from '../register/register.ts';

const roman = ['I', 'II', 'III', 'IV'] as const;

/** Which of the law's periods some days are (TT 09/2026 Điều 9): `of` is the month, or the quarter in Roman; null for days that are none of them. */
export type NamedPeriod = {
  readonly kind: 'month' | 'quarter' | 'half' | 'year';
  readonly of: string;
  readonly year: number;
};

export function findNamedPeriod({ from, to }: Days): NamedPeriod | null {
  const [year, month] = to.split('-').map(Number) as [number, number];
  const [fromYear, fromMonth] = from.split('-').map(Number) as [number, number];
  const months = (year - fromYear) * 12 + month - fromMonth;
  if (!from.endsWith('-15') || !to.endsWith('-14')) return null;
  if (months === 1) return { kind: 'month', of: String(month), year };
  if (months === 3 && month % 3 === 0) return { kind: 'quarter', of: roman[month / 3 - 1] ?? '', year };
  if (months === 6 && month === 6) return { kind: 'half', of: '', year };
  return months === 12 && month === 12 ? { kind: 'year', of: '', year } : null;
}

/** What a period is called in the head of a form: one that is none of the law's is named by its days. */
export function periodName(days: Days): string {
  const named = findNamedPeriod(days);
  if (named === null) return `${dateText(days.from)} - ${dateText(days.to)}`;
  const { kind, of, year } = named;
  switch (kind) {
    case 'month':
      return `Tháng ${of} năm ${year}`;
    case 'quarter':
      return `Quý ${of} năm ${year}`;
    case 'half':
      return `6 tháng đầu năm ${year}`;
    case 'year':
      return `Năm ${year}`;
  }
}

/** A period that a form is made of; `lawful` where it is one that has to be sent, `sendBy` until when (TT 09/2026 Điều 9, 11 k2). */
export type ReportPeriod = Days & { readonly lawful: boolean; readonly sendBy: CivilDate };

/** By the month that ends them: how many months long. Months of their own have eight of the twelve (TT 09/2026 Điều 9). */
const endingIn: Readonly<Record<number, readonly number[]>> = {
  1: [1],
  2: [1],
  3: [3],
  4: [1],
  5: [1],
  6: [6],
  7: [1],
  8: [1],
  9: [3],
  10: [1],
  11: [1],
  12: [12],
};

/** How far back a period can be chosen. */
const yearsBack = 3;

/**
 * The periods of a form that have begun, the newest first: those that TT 09/2026 Điều 9 has sent, and for Biểu 07a the month that runs. Forms 06a and 08b know no months.
 */
export function reportPeriods(today: string, kind: ReportKind = '07a'): readonly ReportPeriod[] {
  const running = reportMonthOf(today);
  const [endYear, endMonth] = running.to.split('-').map(Number) as [number, number];
  // Until the end of the year that runs: a quarter or a year began before its last month did.
  const last = endYear * 12 + 11;
  const periods: ReportPeriod[] = [];
  for (let month = last; month >= last - yearsBack * 12; month -= 1) {
    const [year, named] = [Math.floor(month / 12), (month % 12) + 1];
    for (const months of endingIn[named] ?? [])
      if (kind === '07a' || months > 1) periods.push(spanOf(year, named, months, true));
    const runs = year === endYear && named === endMonth;
    if (kind === '07a' && runs && endingIn[named]?.[0] !== 1) periods.push(spanOf(year, named, 1, false));
  }
  return periods.filter(({ from }) => from <= today);
}

/** The one whose report is due next or was last: the newest lawful one that is over. */
export function lastOver(periods: readonly ReportPeriod[], today: string): number {
  return Math.max(
    0,
    periods.findIndex(({ to, lawful }) => lawful && to < today),
  );
}

function spanOf(year: number, month: number, months: number, lawful: boolean): ReportPeriod {
  const day = (ofMonth: number, date: number) => new Date(Date.UTC(year, ofMonth - 1, date)).toISOString().slice(0, 10);
  return { from: day(month - months, 15), to: day(month, 14), lawful, sendBy: day(month, 20) };
}

/** What somebody types for a period of the law: 2026-10, 2026-Q3, 2026-H1, 2026. Undefined where it is none that has to be sent. */
export function findLawfulPeriod(text: string): ReportPeriod | undefined {
  const [, year = '', part = ''] = /^(\d{4})(?:-(\d\d|Q[13]|H1))?$/.exec(text) ?? [];
  const [month, months] =
    part === ''
      ? [12, 12]
      : part === 'H1'
        ? [6, 6]
        : part.startsWith('Q')
          ? [Number(part.slice(1)) * 3, 3]
          : [Number(part), 1];
  const isLawful = year !== '' && endingIn[month]?.includes(months) === true;
  return isLawful ? spanOf(Number(year), month, months, true) : undefined;
}

/** The lawful period in which one lies that somebody typed and that is none of its own: the year, for December of it. Undefined where no period can be meant. */
export function findPeriodAround(text: string): (Days & { readonly text: string }) | undefined {
  const [, year = '', part = ''] = /^(\d{4})-(0[1-9]|1[0-2]|Q[1-4]|H[12])$/.exec(text) ?? [];
  if (year === '') return undefined;
  const month = part.startsWith('Q')
    ? Number(part.slice(1)) * 3
    : part.startsWith('H')
      ? Number(part.slice(1)) * 6
      : Number(part);
  const [months = 1] = endingIn[month] ?? [];
  const name = months === 12 ? year : months === 6 ? `${year}-H1` : `${year}-Q${month / 3}`;
  const { from, to } = spanOf(Number(year), month, months, true);
  return { from, to, text: name };
}
